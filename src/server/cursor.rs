//! What stands at a place of a text?

use super::Server;
use super::documents::Document;
use super::names::{Occurrence, Symbol};
use super::protocol::{Failure, position_of, uri_of};
use super::walk::occurrences;
use crate::source::Span;
use crate::syntax::sentences;
use serde_json::Value;

/// A place of a text, by its byte.
pub(super) struct Cursor<'s> {
    pub(super) uri: &'s str,
    pub(super) document: &'s Document,
    pub(super) text: &'s str,
    pub(super) offset: usize,
}

impl Server {
    /// The place that a request is about.
    pub(super) fn cursor<'s>(&'s self, params: &'s Value) -> Result<Cursor<'s>, Failure> {
        let (uri, document) = (uri_of(params)?, self.document(params)?);
        let text = self.documents.text(document);
        let offset = self.documents.lines(document).offset(text, position_of(params)?);
        Ok(Cursor { uri, document, text, offset })
    }

    /// All names in a text.
    pub(super) fn names(&self, document: &Document) -> Vec<Occurrence> {
        occurrences(document.file, &self.documents.parsed(document).file, &self.base)
    }

    /// The name at a place; the shortest, if several lie in each other.
    pub(super) fn name_at(&self, cursor: &Cursor<'_>) -> Option<Occurrence> {
        let holds = |one: &Occurrence| {
            let bytes = one.span.range();
            bytes.start <= cursor.offset && cursor.offset <= bytes.end
        };
        let here = self.names(cursor.document).into_iter().filter(holds);
        here.min_by_key(|one| (one.span.end - one.span.start, one.span.start))
    }

    /// Where a text gives something its name.
    pub(super) fn declaration_in(&self, document: &Document, symbol: &Symbol) -> Option<Span> {
        let names = self.names(document);
        names.into_iter().find(|one| one.declares && one.symbol == *symbol).map(|one| one.span)
    }

    /// The sentence that a byte lies in.
    pub(super) fn sentence_around(&self, document: &Document, offset: usize) -> &str {
        let text = self.documents.text(document);
        let bytes = |sentence: &Vec<crate::syntax::Piece>| {
            Some(sentence.first()?.bytes.start..sentence.last()?.bytes.end)
        };
        let mut all = sentences(text).into_iter().filter_map(|sentence| bytes(&sentence));
        all.find(|bytes| bytes.contains(&offset)).and_then(|bytes| text.get(bytes)).unwrap_or("")
    }
}
