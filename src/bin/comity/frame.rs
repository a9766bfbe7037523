//! Draws faults and notices with a frame around their places: a few lines of its text, however long the text is.

use comity::fault::Fault;
use comity::miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use comity::source::SourceFile;
use std::fmt::{self, Write as _};
use std::ops::Range;
use std::sync::Arc;

/// Bytes of text in one frame; where the lines around a fault are longer, only its place is told.
const WIDEST_FRAME: usize = 8 * 1024;

/// Lines looked at on either side of a place; one is drawn.
const LINES_AROUND: usize = 3;

/// Lines that a place may run over before only its first one is marked.
const LONGEST_LABEL: usize = 12;

/// Columns of a drawing.
const WIDTH: usize = 100;

/// Each fault with its code, frame and help, and a count at the end.
pub(crate) fn render_faults(faults: &[Fault], colour: bool) -> String {
    let mut out = render(faults.iter().map(|fault| (&fault.kind as _, &fault.source)), colour);
    let count = faults.len();
    let plural = if count == 1 { "" } else { "s" };
    let _ = writeln!(out, "{count} fault{plural}; `comity explain CODE` says more");
    out
}

/// Each diagnostic with its code, frame and help.
pub(crate) fn render<'a>(
    all: impl Iterator<Item = (&'a dyn Diagnostic, &'a SourceFile)>,
    colour: bool,
) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(WIDTH).with_links(false);
    let mut out = String::new();
    let mut lines: Option<Lines<'_>> = None;
    for (what, source) in all {
        let known = lines.take().filter(|known| Arc::ptr_eq(&known.file.text, &source.text));
        let known = known.unwrap_or_else(|| Lines::of(source));
        render_one(&mut out, &handler, what, &known);
        lines = Some(known);
    }
    out
}

fn render_one(
    out: &mut String,
    handler: &GraphicalReportHandler,
    what: &dyn Diagnostic,
    lines: &Lines<'_>,
) {
    let framed = Framed { what, lines, labels: lines.labels(what) };
    if framed.labels.is_none() {
        let start =
            what.labels().and_then(|mut labels| labels.next()).map_or(0, |one| one.offset());
        let (line, column) = lines.file.line_column(start);
        let _ = writeln!(out, "{}:{line}:{column}", lines.file.name);
    }
    if handler.render_report(out, &framed).is_err() {
        let _ = writeln!(out, "{what}");
    }
    out.push('\n');
}

/// A text with the places where its lines start, found once for all its faults.
#[derive(Debug)]
struct Lines<'a> {
    file: &'a SourceFile,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(file: &'a SourceFile) -> Lines<'a> {
        let ends = file.text.match_indices('\n').map(|(end, _)| end + 1);
        Lines { file, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The position of the line that a byte stands in.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The lines of a place and some around it, if they are not too long to show.
    fn window(&self, place: Range<usize>, around: usize) -> Option<Window<'a>> {
        let line = self.line(place.start).saturating_sub(around);
        let start = self.starts.get(line).copied()?;
        let after = self.line(place.end) + around + 1;
        let end = self.starts.get(after).copied().unwrap_or(self.file.text.len());
        let text = self.file.text.get(start..end).filter(|text| text.len() <= WIDEST_FRAME)?;
        Some(Window { text, start, line })
    }

    /// The places of a fault, long ones up to the end of their first line; none where even that
    /// cannot be drawn.
    fn labels(&self, what: &dyn Diagnostic) -> Option<Vec<LabeledSpan>> {
        let labels = what.labels().into_iter().flatten();
        labels.map(|label| self.shorten(label)).collect()
    }

    fn shorten(&self, label: LabeledSpan) -> Option<LabeledSpan> {
        let (start, end) = (label.offset(), label.offset() + label.len());
        let line = self.line(start);
        let whole = self.line(end) <= line + LONGEST_LABEL;
        let line_end = self.starts.get(line + 1).map_or(self.file.text.len(), |next| next - 1);
        let end = if whole { end } else { line_end };
        self.window(start..end, LINES_AROUND)?;
        let words = label.label().map(str::to_owned);
        Some(if label.primary() {
            LabeledSpan::new_primary_with_span(words, (start, end - start))
        } else {
            LabeledSpan::new_with_span(words, (start, end - start))
        })
    }
}

/// Some lines of a text, and where they start.
#[derive(Debug, Clone, Copy)]
struct Window<'a> {
    text: &'a str,
    start: usize,
    line: usize,
}

/// Looks at the lines around a place alone, where a whole text would be walked for each fault.
impl SourceCode for Lines<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let place = span.offset()..span.offset() + span.len();
        let window = self.window(place, LINES_AROUND).ok_or(MietteError::OutOfBounds)?;
        let inside = (span.offset().saturating_sub(window.start), span.len());
        let found = window.text.read_span(&inside.into(), before, after)?;
        let place = (found.span().offset() + window.start, found.span().len());
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.name.to_string(),
            found.data(),
            place.into(),
            found.line() + window.line,
            found.column(),
            found.line_count(),
        )))
    }
}

/// A fault with its text, as the drawing wants it.
#[derive(Debug)]
struct Framed<'a> {
    what: &'a dyn Diagnostic,
    lines: &'a Lines<'a>,
    /// Its places; none where the lines are too long to be shown.
    labels: Option<Vec<LabeledSpan>>,
}

impl fmt::Display for Framed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.what, f)
    }
}

impl std::error::Error for Framed<'_> {}

impl Diagnostic for Framed<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.what.code()
    }
    fn severity(&self) -> Option<Severity> {
        self.what.severity()
    }
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.what.help()
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self.labels.clone()?;
        Some(Box::new(labels.into_iter()))
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.labels.as_ref().map(|_| self.lines as &dyn SourceCode)
    }
}
