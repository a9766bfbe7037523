//! Places of a text that can be written otherwise: counted in one walk, changed one at a time in
//! another.

use crate::source::Span;

/// One small change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is written there, in words of the language.
    pub was: String,
    /// What is written in its stead; nothing, if it is left out.
    pub by: Option<String>,
    /// Where.
    pub span: Span,
}

/// Finds all changes of a block, or makes one of them.
#[derive(Debug, Default)]
pub(super) struct Sites {
    /// Which change to make; without it, all are listed.
    wanted: Option<usize>,
    /// How many were met.
    met: usize,
    /// Those listed.
    pub(super) found: Vec<Change>,
}

impl Sites {
    /// Makes the change of that number.
    pub(super) fn making(number: usize) -> Sites {
        Sites { wanted: Some(number), ..Sites::default() }
    }

    /// Offers to write something else.
    pub(super) fn replace(&mut self, span: Span, was: &str, by: &str, make: impl FnOnce()) {
        self.offer(span, was, Some(by), make);
    }

    /// Offers to leave something out.
    pub(super) fn drop(&mut self, span: Span, was: &str, make: impl FnOnce()) {
        self.offer(span, was, None, make);
    }

    fn offer(&mut self, span: Span, was: &str, by: Option<&str>, make: impl FnOnce()) {
        let number = self.met;
        self.met += 1;
        match self.wanted {
            None => {
                let (was, by) = (was.to_owned(), by.map(str::to_owned));
                self.found.push(Change { was, by, span });
            }
            Some(wanted) if wanted == number => make(),
            Some(_) => {}
        }
    }
}
