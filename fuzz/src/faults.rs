//! What every fault that is reported must be: placed in its text, worded, and fit to be shown.

use comity::fault::{Fault, FaultKind};
use comity::report::build::fault_report;
use comity::source::SourceFile;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource};
use std::fmt;

/// How many faults of one text are drawn with a frame: the drawing is slow, and much the same.
const DRAWN: usize = 2;

/// Examines the faults of a text.
///
/// # Panics
///
/// If there is none, or if one of them could not be shown to people.
pub fn examine(faults: &[Fault]) {
    assert!(!faults.is_empty(), "a text was refused without a fault");
    faults.iter().for_each(examine_one);
    faults.iter().take(DRAWN).for_each(draw);
    let report = fault_report("input", faults);
    assert_eq!(report.faults.len(), faults.len());
}

/// Examines faults of one phase, all of one text.
pub fn examine_all(kinds: impl IntoIterator<Item = FaultKind>, source: &SourceFile) {
    let faults: Vec<Fault> =
        kinds.into_iter().map(|kind| Fault { kind, source: source.clone() }).collect();
    examine(&faults);
}

fn examine_one(fault: &Fault) {
    assert!(fault.code().starts_with("comity::"), "no code: {:?}", fault.kind);
    assert!(!fault.kind.to_string().is_empty(), "no message: {:?}", fault.kind);
    let help = fault.kind.help().map(|help| help.to_string()).unwrap_or_default();
    assert!(!help.is_empty(), "no help: {:?}", fault.kind);
    assert!(
        help.len() < 10_000 && fault.kind.to_string().len() < 10_000,
        "too long: {:?}",
        fault.kind
    );
    let explained = comity::report::explanations::explanation(&fault.code()).is_some();
    assert!(explained, "no explanation: {}", fault.code());
    examine_span(fault, fault.kind.span().range());
    for label in labels(fault) {
        examine_span(fault, label.offset()..label.offset() + label.len());
    }
    let (line, column) = fault.line_column();
    assert!(line > 0 && column > 0);
}

fn examine_span(fault: &Fault, range: std::ops::Range<usize>) {
    assert!(
        fault.source.text.get(range).is_some(),
        "a place outside of the text: {:?}",
        fault.kind
    );
}

fn labels(fault: &Fault) -> impl Iterator<Item = LabeledSpan> {
    fault.kind.labels().into_iter().flatten()
}

/// Draws a fault as the command line does.
fn draw(fault: &Fault) {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let source = NamedSource::new(&*fault.source.name, fault.source.text.to_string());
    let mut out = String::new();
    let drawn = handler.with_width(100).render_report(&mut out, &Framed { fault, source });
    assert!(drawn.is_ok(), "cannot be drawn: {:?}", fault.kind);
}

/// A fault with its text, as the drawing wants it.
#[derive(Debug)]
struct Framed<'a> {
    fault: &'a Fault,
    source: NamedSource<String>,
}

impl fmt::Display for Framed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.kind.fmt(f)
    }
}

impl std::error::Error for Framed<'_> {}

impl Diagnostic for Framed<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.kind.help()
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.fault.kind.labels()
    }
    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source)
    }
}
