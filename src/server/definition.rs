//! Where does the name under the cursor come from?

use super::Server;
use super::documents::Document;
use super::names::Symbol;
use super::protocol::Answer;
use crate::source::Span;
use serde_json::{Value, json};

impl Server {
    pub(super) fn definition(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let Some(named) = self.name_at(&cursor) else { return Ok(Value::Null) };
        let symbol = match &named.symbol {
            // The name of a ruleset leads to the ruleset, once one stands on where it is given.
            Symbol::Alias(_, name) if named.declares => {
                let used = self.used_as(cursor.document, name);
                used.map_or(named.symbol.clone(), |(id, edition)| Symbol::Ruleset(id, edition))
            }
            symbol => symbol.clone(),
        };
        let found = self.declaration(cursor.document, &symbol);
        Ok(found.and_then(|span| self.location(span)).unwrap_or_default())
    }

    /// Where something gets its name; `near` is the text that is looked at first.
    pub(super) fn declaration(&self, near: &Document, symbol: &Symbol) -> Option<Span> {
        match symbol {
            Symbol::Item { given, .. } => Some(*given),
            Symbol::Rule { id, edition, .. } | Symbol::Ruleset(id, edition) => {
                let (_, document) = self.ruleset(id, edition)?;
                self.declaration_in(document, symbol)
            }
            symbol if symbol.is_local() => self.declaration_in(near, symbol),
            symbol => {
                let base = self.documents.visible();
                let base = base.filter(|(_, one)| {
                    self.documents.identity(one).is_some_and(|identity| identity.is_base())
                });
                base.map(|(_, one)| one).find_map(|one| self.declaration_in(one, symbol))
            }
        }
    }

    /// A place as the protocol tells it.
    pub(super) fn location(&self, span: Span) -> Option<Value> {
        let (uri, document) = self.documents.of_file(span.file)?;
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        Some(json!({ "uri": uri, "range": lines.range_of(text, span).json() }))
    }
}
