//! The one canonical layout of a text.

use super::Server;
use super::protocol::{Answer, Failure};
use crate::syntax::print;
use serde_json::{Value, json};

impl Server {
    /// The edit that lays a text out. A text with a fault of syntax is left alone.
    pub(super) fn formatting(&self, params: &Value) -> Answer {
        let document = self.document(params)?;
        let parsed = self.documents.parsed(document);
        if !parsed.errors.is_empty() {
            return Err(Failure::refused(
                "the text has faults; mend them, and then it can be laid out",
            ));
        }
        let text = self.documents.text(document);
        let laid_out = print(&parsed.file, &parsed.comments);
        if laid_out == text {
            return Ok(json!([]));
        }
        // Only what differs is replaced, so that marks elsewhere stay where they are.
        let start = common(text.chars(), laid_out.chars());
        let rest = (text.get(start..).unwrap_or(""), laid_out.get(start..).unwrap_or(""));
        let end = common(rest.0.chars().rev(), rest.1.chars().rev());
        let lines = self.documents.lines(document);
        let range = lines.range(text, start..text.len() - end);
        let new = laid_out.get(start..laid_out.len() - end).unwrap_or(&laid_out);
        Ok(json!([{ "range": range.json(), "newText": new }]))
    }
}

/// How many bytes two texts have in common from their starts.
fn common(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    one.zip(two).take_while(|(one, two)| one == two).map(|(one, _)| one.len_utf8()).sum()
}
