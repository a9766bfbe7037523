//! Where is a thing named, in all texts?

use super::Server;
use super::cursor::Cursor;
use super::documents::Document;
use super::names::{Occurrence, Symbol};
use super::protocol::Answer;
use serde_json::Value;

impl Server {
    pub(super) fn references(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let Some(named) = self.name_at(&cursor) else { return Ok(Value::Null) };
        let with_declaration = params.pointer("/context/includeDeclaration");
        let with_declaration = with_declaration.and_then(Value::as_bool).unwrap_or_default();
        let found = self.all_names(&cursor, &named.symbol);
        let wanted = found.iter().filter(|(_, one)| with_declaration || !one.declares);
        Ok(wanted.filter_map(|(_, one)| self.location(one.span)).collect())
    }

    /// Every place that names a thing; those of one text stand together, in order.
    pub(super) fn all_names<'s>(
        &'s self,
        cursor: &Cursor<'s>,
        symbol: &Symbol,
    ) -> Vec<((&'s str, &'s Document), Occurrence)> {
        let here = (cursor.uri, cursor.document);
        let texts: Vec<(&str, &Document)> = if symbol.is_local() {
            vec![here]
        } else {
            let others = self.documents.visible().filter(|(uri, _)| *uri != here.0);
            // A text without the name is not even read.
            let last = symbol.last_word();
            let others = others.filter(|(_, one)| self.documents.text(one).contains(last));
            std::iter::once(here).chain(others).collect()
        };
        let mut found = Vec::new();
        for (uri, document) in texts {
            let names = self.names(document).into_iter().filter(|one| one.symbol == *symbol);
            found.extend(names.map(|one| ((uri, document), one)));
        }
        found
    }

    /// The same name everywhere in this text, for marking it.
    pub(super) fn highlights(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let Some(named) = self.name_at(&cursor) else { return Ok(Value::Null) };
        let lines = self.documents.lines(cursor.document);
        let here = self.names(cursor.document).into_iter().filter(|one| one.symbol == named.symbol);
        let range = |one: Occurrence| lines.range_of(cursor.text, one.span).json();
        Ok(here.map(|one| serde_json::json!({ "range": range(one) })).collect())
    }
}
