//! Walks the pairs that the grammar found in one sentence.

use super::Rule;
use super::keywords::is_fixed;
use crate::source::{FileId, Span, Spanned};
use crate::syntax::ast::Name;
use crate::syntax::error::SyntaxError;
use pest::iterators::{Pair, Pairs};

/// Reads one sentence. Its methods are named as the rules of the grammar. A method answers nothing
/// only where the grammar and the method disagree on what a rule holds.
pub(super) struct Reader {
    file: FileId,
    /// Where the sentence begins in the file.
    base: usize,
    /// The quantifier whose filter or body is being read.
    pub(super) quantifier: Option<Span>,
    /// Faults that the grammar cannot see.
    pub(super) errors: Vec<SyntaxError>,
}

impl Reader {
    pub(super) fn new(file: FileId, base: usize) -> Self {
        Reader { file, base, quantifier: None, errors: Vec::new() }
    }

    /// The place of a pair, without the white space that the grammar may have taken after it.
    pub(super) fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let place = pair.as_span();
        if !place.as_str().ends_with(|last: char| last.is_ascii_whitespace()) {
            return Span::new(self.file, self.base + place.start(), self.base + place.end());
        }
        let mut last = pair.clone();
        while !is_whole(last.as_rule()) {
            match last.clone().into_inner().next_back() {
                Some(inner) => last = inner,
                None => break,
            }
        }
        Span::new(self.file, self.base + place.start(), self.base + last.as_span().end())
    }

    /// The place of some bytes of the sentence.
    pub(super) fn at(&self, offset: usize, length: usize) -> Span {
        Span::new(self.file, self.base + offset, self.base + offset + length)
    }

    /// A sentence that the grammar takes and the reader does not is a fault like any other:
    /// nothing that was written may vanish.
    pub(super) fn never_silent(&mut self, span: Span) {
        if self.errors.is_empty() {
            self.errors.push(SyntaxError::Unexpected {
                expected: "a sentence of another form".to_owned(),
                found: "one that cannot be read".to_owned(),
                advice: "write it more simply, and report it as a fault of the program".to_owned(),
                span,
            });
        }
    }

    /// The text of a pair with its place.
    pub(super) fn name(&self, pair: &Pair<'_, Rule>) -> Name {
        Spanned::new(pair.as_str().to_owned(), self.span(pair))
    }
}

/// Rules that take no white space, and whose inner pairs leave out their last mark.
fn is_whole(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::string | Rule::url | Rule::label | Rule::rule_reference | Rule::foreign_rule
    )
}

/// What a pair holds, without reserved words and marks.
pub(super) struct Children<'t> {
    pairs: Pairs<'t, Rule>,
}

impl<'t> Children<'t> {
    pub(super) fn of(pair: Pair<'t, Rule>) -> Self {
        Children { pairs: pair.into_inner() }
    }

    /// The next one, if it is of that rule.
    pub(super) fn next_if(&mut self, rule: Rule) -> Option<Pair<'t, Rule>> {
        let mut ahead = self.pairs.clone();
        let found = ahead.find(|pair| !is_fixed(pair.as_rule()))?;
        if found.as_rule() == rule {
            self.pairs = ahead;
            return Some(found);
        }
        None
    }
}

impl<'t> Iterator for Children<'t> {
    type Item = Pair<'t, Rule>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pairs.find(|pair| !is_fixed(pair.as_rule()))
    }
}

/// The first rule inside a pair, where that is all there is to know of it.
pub(super) fn inner_rule(pair: &Pair<'_, Rule>) -> Option<Rule> {
    pair.clone().into_inner().next().map(|inner| inner.as_rule())
}
