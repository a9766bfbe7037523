//! What can be written at the cursor? Words that fit the place, each with its documentation.

mod candidates;
mod context;
mod wanted;

use super::Server;
use super::protocol::{Answer, Range, markdown};
use context::Context;
use serde_json::{Map, Value, json};
use wanted::wanted;

/// Something to write.
pub(super) struct Candidate {
    pub(super) label: String,
    /// A number of the protocol.
    pub(super) kind: u8,
    pub(super) detail: String,
    /// In Markdown; empty if there is none.
    pub(super) documentation: String,
    /// What to write where it is not the label: with blanks as `${1:NAME}`, and without.
    pub(super) insert: Option<(String, String)>,
}

impl Candidate {
    pub(super) fn new(label: impl Into<String>, kind: u8, detail: impl Into<String>) -> Candidate {
        let (label, detail) = (label.into(), detail.into());
        Candidate { label, kind, detail, documentation: String::new(), insert: None }
    }

    pub(super) fn with(mut self, documentation: impl Into<String>) -> Candidate {
        self.documentation = documentation.into();
        self
    }
}

impl Server {
    pub(super) fn completion(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let Some(context) = Context::of(self, &cursor) else { return Ok(json!([])) };
        let lines = self.documents.lines(cursor.document);
        let range = lines.range(cursor.text, context.start..cursor.offset);
        let mut items: Vec<Value> = Vec::new();
        for wanted in wanted(self, &context) {
            for candidate in self.candidates(&context, &wanted) {
                if fits(&candidate.label, context.partial) {
                    items.push(self.item(range, items.len(), candidate));
                }
            }
        }
        Ok(Value::Array(items))
    }

    fn item(&self, range: Range, index: usize, candidate: Candidate) -> Value {
        let Candidate { label, kind, detail, documentation, insert } = candidate;
        let (snippet, plain) = insert.unwrap_or_else(|| (label.clone(), label.clone()));
        let mut item = Map::new();
        let is_snippet = self.takes_snippets && snippet != plain;
        let text = if is_snippet { snippet } else { plain };
        item.insert("textEdit".to_owned(), json!({ "range": range.json(), "newText": text }));
        if is_snippet {
            item.insert("insertTextFormat".to_owned(), 2.into());
        }
        // A client looks for what was typed in this text, whatever the label shows.
        item.insert("filterText".to_owned(), label.clone().into());
        item.insert("sortText".to_owned(), format!("{index:05}").into());
        item.insert("label".to_owned(), label.into());
        item.insert("kind".to_owned(), kind.into());
        item.insert("detail".to_owned(), detail.into());
        if !documentation.is_empty() {
            item.insert("documentation".to_owned(), markdown(&documentation));
        }
        Value::Object(item)
    }
}

/// Whether what was typed so far can be meant for a word: some part of it begins so.
fn fits(label: &str, partial: &str) -> bool {
    let (label, partial) = (label.to_lowercase(), partial.to_lowercase());
    let begins = |(index, _): (usize, &str)| {
        let before = label.get(..index).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    partial.is_empty() || label.match_indices(&partial).any(begins)
}
