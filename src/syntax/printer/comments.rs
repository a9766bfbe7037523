//! Puts comments back: each goes before the first construct that stood after it.

use super::document::{Document, nested, text};
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

    /// The comment that stays behind a sentence, on its last line.
    pub(super) fn behind(&mut self, next: Option<Span>) -> Document {
        let end = next.map_or(u32::MAX, |span| span.start);
        match self.rest.split_first() {
            Some((first, rest)) if !first.own_line && first.span.start < end => {
                self.rest = rest;
                Document::Suffix(format!("  {}", first.text))
            }
            _ => Document::Row(Vec::new()),
        }
    }

    /// The lines before a sentence, the last of which ends where the sentence begins. `blank` asks
    /// for an empty line at least.
    pub(super) fn between(&mut self, span: Span, blank: bool) -> Document {
        let own = self.take_before(span);
        let blank = blank || own.first().is_some_and(|first| first.blank_before);
        let mut parts = Vec::new();
        parts.extend(blank.then_some(Document::BlankLine));
        parts.push(Document::HardLine);
        for comment in own {
            parts.extend(line(comment));
        }
        Document::Row(parts)
    }

    /// The comments that still belong to the block above: those that follow it without an empty
    /// line, up to the next empty line or the end of the file.
    pub(super) fn below(&mut self, next_head: Option<Span>) -> Document {
        let end = next_head.map_or(u32::MAX, |span| span.start);
        let here = self.rest.iter().take_while(|comment| comment.span.start < end).count();
        let attached = self.rest.first().is_some_and(|first| first.own_line && !first.blank_before);
        let last = self.rest.iter().take(here).position(|comment| comment.blank_after);
        let count = match last {
            Some(last) if attached => last + 1,
            None if attached && next_head.is_none() => here,
            _ => 0,
        };
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        let lines = taken.iter().flat_map(|c| [Document::HardLine, text(c.text.clone())]);
        nested(lines.collect())
    }

    /// The comments before the first sentence of a file.
    pub(super) fn at_start(&mut self, span: Span) -> Document {
        Document::Row(self.take_before(span).iter().flat_map(line).collect())
    }

    /// All that is left after the last block.
    pub(super) fn at_end(&mut self) -> Document {
        let mut parts = Vec::new();
        for (index, comment) in std::mem::take(&mut self.rest).iter().enumerate() {
            let blank = index == 0 || comment.blank_before;
            parts.extend(blank.then_some(Document::BlankLine));
            parts.push(Document::HardLine);
            parts.push(text(comment.text.clone()));
        }
        Document::Row(parts)
    }
}

/// A comment on a line of its own, up to the start of the next line.
fn line(comment: &Comment) -> Vec<Document> {
    let mut parts = vec![text(comment.text.clone())];
    parts.extend(comment.blank_after.then_some(Document::BlankLine));
    parts.push(Document::HardLine);
    parts
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
