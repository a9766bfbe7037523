//! Another name for a thing, everywhere; or why that cannot be.

use super::Server;
use super::cursor::Cursor;
use super::documents::Origin;
use super::names::{Occurrence, Symbol};
use super::protocol::{Answer, Failure};
use crate::source::Span;
use crate::syntax::{PieceKind, pieces};
use serde_json::{Map, Value, json};

/// Words that hold conditions together, and name nothing.
///
/// Source: grammar/README.md, section 5.
const RESERVED: [&str; 17] = [
    "and", "or", "not", "is", "in", "has", "where", "from", "until", "on", "plus", "minus",
    "includes", "excludes", "applies", "citing", "instead",
];

impl Server {
    /// Whether the name under the cursor can be changed, and which words it is.
    pub(super) fn prepare_rename(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let Some(named) = self.name_at(&cursor) else { return Ok(Value::Null) };
        self.editable(&cursor, &named.symbol)?;
        let span = inner(&named, self.documents.slice(named.span));
        let range = self.documents.lines(cursor.document).range_of(cursor.text, span);
        let placeholder = self.documents.slice(span);
        Ok(json!({ "range": range.json(), "placeholder": placeholder }))
    }

    pub(super) fn rename(&self, params: &Value) -> Answer {
        let cursor = self.cursor(params)?;
        let new = params.get("newName").and_then(Value::as_str).unwrap_or_default();
        let Some(named) = self.name_at(&cursor) else {
            return Err(Failure::refused("nothing that has a name stands here"));
        };
        let symbol = &named.symbol;
        let places = self.editable(&cursor, symbol)?;
        check_form(symbol, new)?;
        let renamed = symbol.renamed(new);
        if renamed != *symbol && self.declaration(cursor.document, &renamed).is_some() {
            let what = symbol.kind();
            return Err(Failure::refused(format!("there is a {what} `{new}` already")));
        }
        let mut changes = Map::new();
        for ((uri, document), one) in places {
            let written = self.documents.slice(one.span);
            let span = inner(&one, written);
            let (text, lines) = (self.documents.text(document), self.documents.lines(document));
            let edit = json!({ "range": lines.range_of(text, span).json(), "newText": new });
            let edits = changes.entry(uri).or_insert_with(|| json!([]));
            edits.as_array_mut().into_iter().for_each(|edits| edits.push(edit.clone()));
        }
        Ok(json!({ "changes": changes }))
    }

    /// All places to change, if each lies in a text that can be.
    fn editable<'s>(&'s self, cursor: &Cursor<'s>, symbol: &Symbol) -> Result<Places<'s>, Failure> {
        if matches!(symbol, Symbol::Place(_)) {
            return Err(Failure::refused("the code of a territory is that of ISO 3166"));
        }
        let places = self.all_names(cursor, symbol);
        if !places.iter().any(|(_, one)| one.declares) {
            return Err(Failure::refused("nothing declares this name"));
        }
        let is_shipped = |document: &super::documents::Document| {
            document.origin == Origin::Shipped && !document.is_open
        };
        match places.iter().find(|((_, document), _)| is_shipped(document)) {
            Some(((uri, _), _)) => Err(Failure::refused(format!(
                "`{uri}` names this {} too, and is shipped: it cannot be changed",
                symbol.kind()
            ))),
            None => Ok(places),
        }
    }
}

type Places<'s> = Vec<((&'s str, &'s super::documents::Document), Occurrence)>;

/// Whether a new name is of the form of its kind.
fn check_form(symbol: &Symbol, new: &str) -> Result<(), Failure> {
    if matches!(symbol, Symbol::Example(..)) {
        let is_text =
            !new.is_empty() && !new.contains(['"', '\\']) && !new.contains(char::is_control);
        let message = "a name of an example is text without quotes and backslashes";
        return is_text.then_some(()).ok_or_else(|| Failure::refused(message));
    }
    let is_word = matches!(pieces(new).as_slice(), [one] if one.kind == PieceKind::Word && one.bytes.len() == new.len());
    let is_plain = match symbol {
        Symbol::Rule { .. } => !new.contains('/') && new.is_ascii(),
        Symbol::Fact(_) | Symbol::Ruleset(..) => new.split('.').all(is_name) && new.contains('.'),
        _ => is_name(new),
    };
    if is_word && is_plain && !RESERVED.contains(&new) {
        return Ok(());
    }
    Err(Failure::refused(format!("`{new}` cannot be the name of a {}", symbol.kind())))
}

/// Small letters, digits and `_`, a letter first.
fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The name itself: without the quotes around it.
fn inner(named: &Occurrence, written: &str) -> Span {
    let span = named.span;
    if written.len() >= 2 && written.starts_with('"') && written.ends_with('"') {
        return Span { start: span.start + 1, end: span.end - 1, ..span };
    }
    span
}
