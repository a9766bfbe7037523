//! Any fault of any phase, with the text it stands in.

mod echoes;

pub use echoes::follows_from;

use crate::ingest::IngestError;
use crate::resolve::ResolveError;
use crate::source::{SourceFile, SourceMap, Span};
use crate::syntax::SyntaxError;
use miette::Diagnostic;

/// A fault of a ruleset or manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Diagnostic)]
pub enum FaultKind {
    /// The text of a ruleset cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Syntax(#[from] SyntaxError),
    /// A name or type of a ruleset is wrong.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Resolve(#[from] ResolveError),
    /// A manifest cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Ingest(#[from] IngestError),
}

impl FaultKind {
    /// The place the fault is shown at.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            FaultKind::Syntax(fault) => fault.span(),
            FaultKind::Resolve(fault) => fault.span(),
            FaultKind::Ingest(fault) => fault.span(),
        }
    }
}

/// A fault together with the file it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The file.
    pub source: SourceFile,
}

impl Fault {
    /// A fault with the text of its file.
    #[must_use]
    pub fn of(sources: &SourceMap, kind: FaultKind) -> Fault {
        let source = sources.get(kind.span().file).cloned().unwrap_or(SourceFile::new("", ""));
        Fault { kind, source }
    }

    /// The stable code: `comity::resolve::unknown_name`.
    #[must_use]
    pub fn code(&self) -> String {
        self.kind.code().map(|code| code.to_string()).unwrap_or_default()
    }

    /// Line and column, both counted from 1.
    #[must_use]
    pub fn line_column(&self) -> (usize, usize) {
        self.source.line_column(self.kind.span().start as usize)
    }
}
