//! What stops a command: bad input, shown with a frame around each place.

use comity::fault::Fault;
use comity::miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, NamedSource};
use std::fmt::Write as _;
use std::path::Path;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Faults in rulesets or manifests.
    Faults(Vec<Fault>),
    /// Anything else, in words.
    Message(String),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Failure::Message(message.into())
    }

    pub(crate) fn io(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        Failure::Message(format!("cannot {verb} {}: {error}", path.display()))
    }

    /// The failure for people, as it goes to standard error.
    pub(crate) fn render(&self, colour: bool) -> String {
        match self {
            Failure::Message(message) => format!("error: {message}\n"),
            Failure::Faults(faults) => render_faults(faults, colour),
        }
    }
}

impl From<comity::UnknownName> for Failure {
    fn from(unknown: comity::UnknownName) -> Self {
        Failure::Message(unknown.to_string())
    }
}

/// Each fault with its code, frame and help, and a count at the end.
pub(crate) fn render_faults(faults: &[Fault], colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(100).with_links(false);
    let mut out = String::new();
    for fault in faults {
        let framed = Framed {
            fault,
            source: NamedSource::new(&*fault.source.name, fault.source.text.to_string()),
        };
        if handler.render_report(&mut out, &framed).is_err() {
            let _ = writeln!(out, "{}", fault.kind);
        }
        out.push('\n');
    }
    let count = faults.len();
    let _ = writeln!(
        out,
        "{count} fault{}; `comity explain CODE` says more",
        if count == 1 { "" } else { "s" }
    );
    out
}

/// A fault with its text, as the renderer wants it.
#[derive(Debug)]
struct Framed<'a> {
    fault: &'a Fault,
    source: NamedSource<String>,
}

impl std::fmt::Display for Framed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fault.kind.fmt(f)
    }
}

impl std::error::Error for Framed<'_> {}

impl Diagnostic for Framed<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.fault.kind.code()
    }
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.fault.kind.help()
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = comity::miette::LabeledSpan> + '_>> {
        self.fault.kind.labels()
    }
    fn source_code(&self) -> Option<&dyn comity::miette::SourceCode> {
        Some(&self.source)
    }
}
