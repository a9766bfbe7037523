//! A drafting fault as a notice that can be drawn with a frame around its place.

use crate::source::{SourceFile, Span};
use miette::{Diagnostic, LabeledSpan, Severity};
use std::fmt;

/// A fault with its words and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Stable code.
    pub code: String,
    /// Whether it decides the exit code.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// What to do, and what shows it.
    pub help: String,
    /// Where, with words for each place; the first is the fault's own. All of one file.
    pub labels: Vec<(Span, String)>,
    /// That file.
    pub source: SourceFile,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Notice {}

impl Diagnostic for Notice {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(if self.is_error { Severity::Error } else { Severity::Warning })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = |(span, words): &(Span, String)| {
            let place = (span.start as usize, (span.end - span.start) as usize);
            LabeledSpan::new_with_span(Some(words.clone()), place)
        };
        Some(Box::new(self.labels.iter().map(label)))
    }
}
