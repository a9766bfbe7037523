//! What does the word under the pointer mean?

use super::Server;
use super::cursor::Cursor;
use super::names::Symbol;
use super::protocol::{Answer, Failure, markdown, uri_of};
use crate::syntax::{FORMS, Piece, PieceKind, WORDS, sentences};
use serde_json::{Value, json};
use std::ops::Range;

impl Server {
    pub(super) fn hover(&mut self, params: &Value) -> Answer {
        let Some((text, range, symbol)) = self.said_at(params)? else { return Ok(Value::Null) };
        let relations = symbol.and_then(|symbol| self.relations(uri_of(params).ok()?, &symbol));
        let text = text + "\n" + &relations.unwrap_or_default();
        Ok(json!({ "contents": markdown(text.trim_end()), "range": range }))
    }

    /// What the word means, its range, and what it names.
    fn said_at(&self, params: &Value) -> Result<Option<(String, Value, Option<Symbol>)>, Failure> {
        let cursor = self.cursor(params)?;
        let named = self
            .name_at(&cursor)
            .and_then(|one| Some((self.meaning(&one.symbol)?, one.span.range(), Some(one.symbol))));
        let word = || of_word(&cursor).map(|(text, bytes)| (text, bytes, None));
        let lines = self.documents.lines(cursor.document);
        Ok(named
            .or_else(word)
            .map(|(text, bytes, symbol)| (text, lines.range(cursor.text, bytes).json(), symbol)))
    }
}

/// What a reserved word says: at the start of a sentence, what such a sentence is for.
fn of_word(cursor: &Cursor<'_>) -> Option<(String, Range<usize>)> {
    let sentence = sentences(cursor.text).into_iter().find(|sentence| {
        let ends = sentence.first().zip(sentence.last());
        ends.is_some_and(|(first, last)| {
            first.bytes.start <= cursor.offset && cursor.offset <= last.bytes.end
        })
    })?;
    let holds = |piece: &Piece| {
        piece.kind == PieceKind::Word
            && piece.bytes.start <= cursor.offset
            && cursor.offset <= piece.bytes.end
    };
    let index = sentence.iter().position(holds)?;
    let words: Vec<&str> =
        sentence.iter().map(|piece| cursor.text.get(piece.bytes.clone()).unwrap_or("")).collect();
    let opening = FORMS.iter().filter(|form| opens(form.words, &words));
    if let Some(form) = opening.max_by_key(|form| form.words.len())
        && index < form.words.split(' ').count()
    {
        let bytes = sentence.first()?.bytes.start..sentence.get(index)?.bytes.end;
        return Some((format!("`{}`\n\n{}", form.form, form.says), bytes));
    }
    let word = words.get(index)?;
    let (_, says) = WORDS.iter().find(|(own, _)| own == word)?;
    Some(((*says).to_owned(), sentence.get(index)?.bytes.clone()))
}

/// Whether a sentence begins with these words.
fn opens(form: &str, words: &[&str]) -> bool {
    form.split(' ').enumerate().all(|(index, word)| words.get(index) == Some(&word))
}
