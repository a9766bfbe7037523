//! Puts comments back: each goes before the first construct that stood after it.

use super::document::{Document, text};
use crate::source::Span;
use crate::syntax::Comment;

/// The comments that are not printed yet.
pub(super) struct Comments<'c> {
    rest: &'c [Comment],
}

impl<'c> Comments<'c> {
    pub(super) fn new(comments: &'c [Comment]) -> Self {
        Comments { rest: comments }
    }

    fn take_before(&mut self, span: Span) -> &'c [Comment] {
        let count = self.rest.iter().take_while(|c| c.span.start < span.start).count();
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    /// `usual` before a construct, unless comments stood there: then they are put on lines of
    /// their own, but for one that stood behind code, which stays behind it.
    pub(super) fn gap(&mut self, span: Span, usual: Document) -> Document {
        let taken = self.take_before(span);
        if taken.is_empty() {
            return usual;
        }
        let (behind, own) = split_behind(taken);
        let mut parts = behind;
        parts.push(Document::BreakingLine);
        for comment in own {
            parts.push(text(comment.text.clone()));
            parts.push(Document::BreakingLine);
        }
        Document::Row(parts)
    }

    /// The comments before a sentence: those behind the sentence before it, and the lines between,
    /// the last of which ends where the sentence begins. `blank` asks for an empty line at least.
    pub(super) fn between(&mut self, span: Span, blank: bool) -> Document {
        let (behind, own) = split_behind(self.take_before(span));
        let mut parts = behind;
        parts.extend(lines_between(own, blank, true));
        Document::Row(parts)
    }

    /// The comments before the first sentence of a file.
    pub(super) fn at_start(&mut self, span: Span) -> Document {
        let mut parts = Vec::new();
        for comment in self.take_before(span) {
            parts.push(text(comment.text.clone()));
            parts.extend(comment.blank_after.then_some(Document::BlankLine));
            parts.push(Document::HardLine);
        }
        Document::Row(parts)
    }

    /// All that is left, after the last sentence.
    pub(super) fn at_end(&mut self, after_code: bool) -> Document {
        let taken = std::mem::take(&mut self.rest);
        let (behind, own) = if after_code { split_behind(taken) } else { (Vec::new(), taken) };
        let mut parts = behind;
        if own.is_empty() {
            return Document::Row(parts);
        }
        if after_code {
            parts.extend(lines_between(own, true, false));
        } else {
            parts.extend(lines_between(own, false, false).into_iter().skip(1));
        }
        Document::Row(parts)
    }
}

/// The comment that stays behind the code, and the rest.
fn split_behind(comments: &[Comment]) -> (Vec<Document>, &[Comment]) {
    match comments.split_first() {
        Some((first, rest)) if !first.own_line => {
            (vec![Document::Suffix(format!("  {}", first.text))], rest)
        }
        _ => (Vec::new(), comments),
    }
}

/// Comments on lines of their own, between two sentences or after the last.
fn lines_between(own: &[Comment], blank: bool, before_sentence: bool) -> Vec<Document> {
    let blank = blank || own.first().is_some_and(|first| first.blank_before);
    let mut parts = Vec::new();
    parts.extend(blank.then_some(Document::BlankLine));
    parts.push(Document::HardLine);
    for (index, comment) in own.iter().enumerate() {
        parts.push(text(comment.text.clone()));
        if before_sentence || index + 1 < own.len() {
            parts.extend(comment.blank_after.then_some(Document::BlankLine));
            parts.push(Document::HardLine);
        }
    }
    parts
}
