//! Target `lsp`: bytes are taken for choices; they make up a session of an editor with the language
//! server: texts opened, edited at any place, closed, and every request asked at any place.

use crate::draft::{Choices, ruleset};
use crate::law::{DAY, SMALL};
use comity::server::Server;
use serde_json::{Value, json};

const URIS: [&str; 2] = ["file:///draft.comity", "file:///other.comity"];
/// Steps of one session.
const MOST_STEPS: usize = 24;

const REQUESTS: [&str; 20] = [
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/codeAction",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/formatting",
    "workspace/symbol",
    "comity/examples",
    "comity/text",
    "comity/read",
    "comity/explain",
    "no/such",
];

const PIECES: [&str; 20] = [
    "",
    ".",
    ":",
    "\"",
    "\n",
    "\r\n",
    "é",
    "🔒",
    " and ",
    "online",
    "(a) ",
    ";",
    "--",
    "all of:",
    "rule 7:\n",
    "  must ",
    "k.scheme",
    "2026-01-01",
    "{",
    "example \"x\":\n",
];

/// A client, which counts its requests.
struct Client {
    server: Server,
    asked: u64,
}

/// Leads a session.
///
/// # Panics
///
/// If a request has no answer, or a notification has one.
pub fn run(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let mut client = Client { server: Server::new(SMALL, DAY), asked: 0 };
    client.ask("initialize", &json!({"capabilities": {}}));
    client.tell("initialized", &json!({}));
    for uri in URIS {
        let text = if choices.one_in(8) { String::new() } else { ruleset(&mut choices) };
        client.open(uri, &text);
    }
    for _ in 0..choices.below(MOST_STEPS) {
        step(&mut choices, &mut client);
    }
    client.ask("shutdown", &Value::Null);
    client.tell("exit", &Value::Null);
    assert_eq!(client.server.exited(), Some(true), "the session is over");
}

fn step(choices: &mut Choices<'_>, client: &mut Client) {
    let uri = choices.pick(&URIS);
    let document = json!({"uri": uri, "version": 2});
    match choices.below(10) {
        0..=4 => {
            let change = json!({"range": range(choices), "text": choices.pick(&PIECES)});
            let params = json!({"textDocument": document, "contentChanges": [change]});
            client.tell("textDocument/didChange", &params);
        }
        5 => client.tell("textDocument/didClose", &json!({"textDocument": document})),
        6 => client.open(uri, &ruleset(choices)),
        _ => {
            let method = choices.pick(&REQUESTS);
            let params = json!({
                "textDocument": document,
                "uri": uri,
                "position": place(choices),
                "range": range(choices),
                "newName": choices.pick(&PIECES),
                "query": choices.pick(&PIECES),
                "code": "comity::resolve::unknown_name",
                "context": {"diagnostics": []},
            });
            client.ask(method, &params);
        }
    }
}

/// Mostly inside of a text of that length; now and then behind its end.
fn place(choices: &mut Choices<'_>) -> Value {
    json!({"line": choices.below(40), "character": choices.below(90)})
}

fn range(choices: &mut Choices<'_>) -> Value {
    let start = (choices.below(40), choices.below(60));
    let lines = if choices.one_in(6) { choices.below(4) } else { 0 };
    let (line, character) = (start.0 + lines, start.1 + choices.below(5));
    json!({
        "start": {"line": start.0, "character": start.1},
        "end": {"line": line, "character": character},
    })
}

impl Client {
    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "comity", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
    }

    fn ask(&mut self, method: &str, params: &Value) {
        self.asked += 1;
        let message =
            json!({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params});
        let answers = self.answers(&message);
        let own = answers.iter().filter(|answer| answer["id"] == self.asked);
        let is_whole =
            |answer: &Value| answer.get("result").is_some() != answer.get("error").is_some();
        assert!(own.clone().count() == 1 && own.clone().all(is_whole), "{method}: {answers:?}");
    }

    fn tell(&mut self, method: &str, params: &Value) {
        let message = json!({"jsonrpc": "2.0", "method": method, "params": params});
        let answers = self.answers(&message);
        assert!(answers.iter().all(|answer| answer.get("id").is_none()), "{method}: {answers:?}");
    }

    fn answers(&mut self, message: &Value) -> Vec<Value> {
        let answers = self.server.handle(&message.to_string());
        let read = |text: &String| match serde_json::from_str(text) {
            Ok(answer) => answer,
            Err(error) => panic!("no JSON: {error} in {text}"),
        };
        answers.iter().map(read).collect()
    }
}
