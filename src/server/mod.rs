//! The language server: messages of an editor in, messages out.
//!
//! It speaks the Language Server Protocol 3.17 and has no input or output of its own: a message
//! is the JSON text of one request or notification, without headers. `comity lsp` frames messages
//! on standard input and output; a browser hands them over between a page and a worker.
//!
//! ```
//! use comity::server::Server;
//!
//! let mut server = Server::shipped("2026-11-22".parse().unwrap());
//! let answers = server.handle(r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#);
//! assert!(answers[0].contains("hoverProvider"));
//! server.handle(r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#);
//!
//! // A text is opened, and its diagnostics come at once.
//! let open = r#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":
//!     {"uri":"file:///draft.comity","languageId":"comity","version":1,"text":"rulset x.\n"}}}"#;
//! let told = server.handle(open);
//! assert!(told[0].contains("textDocument/publishDiagnostics"));
//! assert!(told[0].contains("`ruleset` was probably meant"));
//! ```
//!
//! **Texts.** Shipped texts have addresses `comity:///uk/psti.comity`; `comity/text` gives the
//! text of one (`{"uri": …}` to `{"text": …}`), `comity/shipped` the list of addresses. A text of
//! the client that declares the same ruleset and edition takes the place of a shipped one.
//! `comity/workspace` (`{"files": [{"uri": …, "text": …}]}`, a notification) tells of files that
//! are not open; `comity lsp` sends it to itself for the folders that `initialize` names.
//!
//! **Speed.** Vocabulary and jurisdictions are resolved once. A change reads the changed text
//! anew, and resolves it with nothing but the rulesets that it uses, however far; then the open
//! texts that use it. Faults that need no solver are told as one types; `didSave`, or a request
//! `comity/lint` (`{"uri": …}`), looks for all drafting faults among all texts, as `comity lint`
//! does, and what was found stays until the text changes.
//!
//! **Proofs.** Pointing at a rule tells how it stands to others, as `relating.rs` says: what was
//! asked once is known until a text changes.
//!
//! **Beyond the protocol:** `comity/examples` runs the examples of a file (see `examples.rs`),
//! `comity/read` reads its rulesets back in plain words (`reading.rs`), and `comity/explain`
//! (`{"code": …}` to `{"markdown": …}`) gives the page of a diagnostic.

mod actions;
mod check;
mod completion;
mod cursor;
mod definition;
mod diagnostics;
mod documents;
mod examples;
mod folding;
mod formatting;
mod hover;
mod inlay;
mod lines;
mod meaning;
mod names;
mod outline;
mod protocol;
mod reading;
mod references;
mod relating;
mod rename;
mod semantic_tokens;
mod sync;
mod walk;

use crate::catalogue::shipped;
use crate::report::explanations::explanation;
use crate::resolve::{Base, ResolveError};
use crate::syntax::SyntaxError;
use check::Checked;
use documents::{Document, Documents, Origin};
use jiff::civil::Date;
use protocol::{Answer, Failure, Message, read_message, respond, uri_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Starting,
    Running,
    ShutDown,
    Exited { in_order: bool },
}

/// A session with one client.
#[derive(Debug)]
pub struct Server {
    documents: Documents,
    base: Base,
    /// Faults of the texts that the base was made of.
    base_faults: (Vec<SyntaxError>, Vec<ResolveError>),
    /// What is known of each open text.
    checked: BTreeMap<String, Checked>,
    /// What was proved of the texts as they are now.
    proven: relating::Proven,
    /// Whether the client fills in the blanks of what it completes.
    takes_snippets: bool,
    today: Date,
    state: State,
}

impl Server {
    /// A server with some texts, as pairs of a path and the text, on that day.
    #[must_use]
    pub fn new<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>, today: Date) -> Server {
        let mut documents = Documents::default();
        for (path, text) in texts {
            documents.lay(&format!("{}{path}", documents::SHIPPED), text, Origin::Shipped);
        }
        let mut server = Server {
            documents,
            base: Base::default(),
            base_faults: Default::default(),
            checked: BTreeMap::new(),
            proven: Default::default(),
            takes_snippets: false,
            today,
            state: State::Starting,
        };
        server.lay_base();
        server
    }

    /// A server with the shipped texts.
    #[must_use]
    pub fn shipped(today: Date) -> Server {
        let shipped = shipped();
        Server::new(shipped.iter().map(|file| (file.path, file.text.as_ref())), today)
    }

    /// Takes a message, and gives those to send back, in order. Whatever the text, there is an
    /// answer to what has an id.
    pub fn handle(&mut self, message: &str) -> Vec<String> {
        match read_message(message) {
            Err(answer) => vec![answer],
            Ok(None) => Vec::new(),
            Ok(Some(Message { id: Some(id), method, params })) => {
                let mut sent = Vec::new();
                let answer = self.request(&method, &params, &mut sent);
                sent.insert(0, respond(&id, answer));
                sent
            }
            Ok(Some(Message { id: None, method, params })) => self.notification(&method, &params),
        }
    }

    /// Once the client has said `exit`: whether it asked to shut down before, as it should.
    #[must_use]
    pub fn exited(&self) -> Option<bool> {
        match self.state {
            State::Exited { in_order } => Some(in_order),
            _ => None,
        }
    }

    fn notification(&mut self, method: &str, params: &Value) -> Vec<String> {
        match (self.state, method) {
            (_, "exit") => {
                self.state = State::Exited { in_order: self.state == State::ShutDown };
                Vec::new()
            }
            (State::Running, _) => self.sync(method, params),
            _ => Vec::new(),
        }
    }

    /// Answers a request. What else there is to tell the client goes into `sent`.
    fn request(&mut self, method: &str, params: &Value, sent: &mut Vec<String>) -> Answer {
        match (self.state, method) {
            (State::Starting, "initialize") => {
                self.state = State::Running;
                Ok(self.initialize(params))
            }
            (State::Starting, _) => Err(Failure::not_initialized()),
            (State::Running, "initialize") => Err(Failure::wrong_request("initialized already")),
            (State::Running, "shutdown") => {
                self.state = State::ShutDown;
                Ok(Value::Null)
            }
            (State::Running, _) => self.answer(method, params, sent),
            _ => Err(Failure::wrong_request("the server was shut down")),
        }
    }

    fn answer(&mut self, method: &str, params: &Value, sent: &mut Vec<String>) -> Answer {
        match method {
            "textDocument/completion" => self.completion(params),
            "textDocument/hover" => self.hover(params),
            "textDocument/definition" => self.definition(params),
            "textDocument/semanticTokens/full" => self.semantic_tokens(params),
            "textDocument/formatting" => self.formatting(params),
            "textDocument/references" => self.references(params),
            "textDocument/documentHighlight" => self.highlights(params),
            "textDocument/prepareRename" => self.prepare_rename(params),
            "textDocument/rename" => self.rename(params),
            "textDocument/documentSymbol" => self.outline(params),
            "textDocument/foldingRange" => self.folding(params),
            "textDocument/codeAction" => self.actions(params),
            "textDocument/inlayHint" => self.inlay_hints(params),
            "textDocument/codeLens" => self.lenses(params),
            "comity/examples" => self.examples(params),
            "comity/read" => self.read_back(params),
            "comity/lint" => {
                let uri = uri_of(params)?.to_owned();
                self.document(params)?;
                sent.extend(self.tell_drafting_faults(&uri));
                let found = self.checked.get(&uri).map_or(0, |checked| checked.notices.len());
                Ok(json!({ "findings": found }))
            }
            "comity/text" => {
                let document = self.document(params)?;
                Ok(json!({ "text": self.documents.text(document) }))
            }
            "comity/shipped" => Ok(self.shipped_texts()),
            "comity/explain" => explain(params),
            _ => Err(Failure::no_such_method(method)),
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let snippets = params
            .pointer("/capabilities/textDocument/completion/completionItem/snippetSupport")
            .and_then(Value::as_bool);
        self.takes_snippets = snippets.unwrap_or_default();
        json!({
            "serverInfo": { "name": "comity", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": "utf-16",
                "textDocumentSync": { "openClose": true, "change": 2, "save": {} },
                "completionProvider": { "triggerCharacters": [".", "/", "{", "\"", " "] },
                "hoverProvider": true,
                "definitionProvider": true,
                "documentFormattingProvider": true,
                "referencesProvider": true,
                "documentHighlightProvider": true,
                "renameProvider": { "prepareProvider": true },
                "documentSymbolProvider": true,
                "foldingRangeProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix"] },
                "inlayHintProvider": true,
                "codeLensProvider": {},
                "semanticTokensProvider": {
                    "legend": semantic_tokens::legend(), "full": true, "range": false
                },
            },
        })
    }

    /// The document that a request is about.
    fn document(&self, params: &Value) -> Result<&Document, Failure> {
        let uri = uri_of(params)?;
        let missing = || Failure::wrong_params(format!("there is no text `{uri}`"));
        self.documents.get(uri).ok_or_else(missing)
    }

    fn shipped_texts(&self) -> Value {
        let shipped = self.documents.iter().filter(|(_, one)| one.origin == Origin::Shipped);
        json!({ "uris": shipped.map(|(uri, _)| uri).collect::<Vec<_>>() })
    }
}

/// The page of a code.
fn explain(params: &Value) -> Answer {
    let code = params.get("code").and_then(Value::as_str).unwrap_or_default();
    let missing = || Failure::wrong_params(format!("there is no diagnostic `{code}`"));
    explanation(code).map(|text| json!({ "markdown": text })).ok_or_else(missing)
}
