//! A client that keeps what it was told.

use comity::server::Server;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const DAY: &str = "2026-11-22";

/// The texts of a small server.
pub(crate) const SMALL: [&str; 4] = [
    "jurisdictions.comity",
    "uk/psti.comity",
    "vocabulary/iot.comity",
    "voluntary/etsi-en-303-645-2.1.1.comity",
];

/// A header that lacks nothing.
pub(crate) const HEADER: &str = "\
ruleset demo.locks edition 2026-01-01.
  title en \"Locks\".
  source <https://example.org/locks> read 2026-11-22.
  issued as guidance by \"Ministry of Examples\".
  applies in GB.
  addressed to manufacturer.
  confidence secondary \"an invented instrument\".
  uses vocabulary iot edition 1.
";

/// A rule that lacks nothing but examples.
pub(crate) const RULE: &str = "
rule 5:
  title en \"No shared passwords\".
  citing \"regulation 5\".
  for every p in auth.passwords where p.applies_in is not factory:
  must p.scheme in {unique_per_unit, user_defined}.
  allow no_example \"a sketch\".
";

pub(crate) struct Client {
    pub(crate) server: Server,
    /// By address, the diagnostics that were told last.
    pub(crate) told: BTreeMap<String, Value>,
    next: u64,
}

impl Client {
    pub(crate) fn new() -> Client {
        Client::of(Server::shipped(DAY.parse().unwrap()))
    }

    /// Without most rulesets, which is quicker to start.
    pub(crate) fn small() -> Client {
        Client::with(&SMALL)
    }

    /// With those shipped texts alone.
    pub(crate) fn with(paths: &[&str]) -> Client {
        let shipped = comity::catalogue::shipped();
        let texts = shipped.iter().filter(|file| paths.contains(&file.path));
        let texts = texts.map(|file| (file.path, file.text.as_ref()));
        Client::of(Server::new(texts, DAY.parse().unwrap()))
    }

    fn of(server: Server) -> Client {
        let mut client = Client { server, told: BTreeMap::new(), next: 0 };
        let snippets =
            json!({"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}});
        client.ask("initialize", json!({"capabilities": snippets}));
        client.tell("initialized", json!({}));
        client
    }

    /// A request, and what came of it.
    pub(crate) fn try_ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.next += 1;
        let message =
            json!({"jsonrpc": "2.0", "id": self.next, "method": method, "params": params});
        let mut answers = self.server.handle(&message.to_string()).into_iter();
        let answer: Value = serde_json::from_str(&answers.next().unwrap()).unwrap();
        assert_eq!(answer["id"], self.next);
        answers.for_each(|message| self.take(&message));
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.try_ask(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        let message = json!({"jsonrpc": "2.0", "method": method, "params": params});
        for message in self.server.handle(&message.to_string()) {
            self.take(&message);
        }
    }

    fn take(&mut self, message: &str) {
        let message: Value = serde_json::from_str(message).unwrap();
        assert_eq!(message["method"], "textDocument/publishDiagnostics");
        let uri = message["params"]["uri"].as_str().unwrap().to_owned();
        self.told.insert(uri, message["params"]["diagnostics"].clone());
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "comity", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Puts a whole text in place of another.
    pub(crate) fn write(&mut self, uri: &str, text: &str) {
        self.change(uri, json!([{"text": text}]));
    }

    pub(crate) fn change(&mut self, uri: &str, changes: Value) {
        let document = json!({"uri": uri, "version": 2});
        self.tell(
            "textDocument/didChange",
            json!({"textDocument": document, "contentChanges": changes}),
        );
    }

    /// Codes of the diagnostics of a text.
    pub(crate) fn codes(&self, uri: &str) -> Vec<String> {
        let all = self.told[uri].as_array().unwrap();
        all.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Opens a text in which `|` marks the cursor, and gives the place for a request.
    pub(crate) fn open_at(&mut self, uri: &str, marked: &str) -> Value {
        let (before, after) = marked.split_once('|').expect("the text marks the cursor with `|`");
        self.open(uri, &format!("{before}{after}"));
        json!({"textDocument": {"uri": uri}, "position": place(before)})
    }
}

/// The place at the end of a text.
pub(crate) fn place(before: &str) -> Value {
    let line = before.matches('\n').count();
    let last = before.rsplit('\n').next().unwrap();
    json!({"line": line, "character": last.encode_utf16().count()})
}
