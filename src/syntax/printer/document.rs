//! Text with places where lines may break, and how it is laid out in a width.

/// A piece of text that can be laid out on one line or several.
#[derive(Debug, Clone)]
pub(super) enum Document {
    /// Words without a line end.
    Text(String),
    /// A space, or a new line where its group is broken.
    Line,
    /// Nothing, or a new line where its group is broken.
    SoftLine,
    /// A new line in any case. What stands before it may still be on one line.
    HardLine,
    /// A new line in any case, which breaks the groups around it too.
    BreakingLine,
    /// An empty line, to be followed by a new line.
    BlankLine,
    /// Words put at the end of the line, after whatever marks still come.
    Suffix(String),
    /// One step further in.
    Nested(Box<Document>),
    /// One step further in where its group is broken.
    NestedIfBroken(Box<Document>),
    /// One line if it fits, otherwise broken at each `Line` of its own.
    Group(Vec<Document>),
    /// Broken in any case.
    Broken(Vec<Document>),
    /// One after the other.
    Row(Vec<Document>),
}

/// Columns that a line should keep within.
const WIDTH: usize = 100;

/// Spaces of one step.
const STEP: usize = 2;

pub(super) fn text(words: impl Into<String>) -> Document {
    Document::Text(words.into())
}

pub(super) fn nested(parts: Vec<Document>) -> Document {
    Document::Nested(Box::new(Document::Row(parts)))
}

pub(super) fn nested_if_broken(parts: Vec<Document>) -> Document {
    Document::NestedIfBroken(Box::new(Document::Row(parts)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Broken,
}

#[derive(Clone, Copy)]
struct Piece<'d> {
    indent: usize,
    mode: Mode,
    document: &'d Document,
}

/// Lays a document out.
pub(super) fn render(document: &Document) -> String {
    let mut layout = Layout::default();
    layout.pieces.push(Piece { indent: 0, mode: Mode::Broken, document });
    while let Some(piece) = layout.pieces.pop() {
        layout.place(piece);
    }
    layout.end_line();
    layout.output
}

#[derive(Default)]
struct Layout<'d> {
    output: String,
    column: usize,
    suffix: String,
    /// What is still to be placed, the next one last.
    pieces: Vec<Piece<'d>>,
}

impl<'d> Layout<'d> {
    fn place(&mut self, piece: Piece<'d>) {
        let Piece { indent, mode, document } = piece;
        match document {
            Document::Text(words) => self.write(words),
            Document::Suffix(words) => self.suffix.push_str(words),
            Document::HardLine | Document::BreakingLine => self.new_line(indent),
            Document::BlankLine => {
                self.end_line();
                self.output.push('\n');
            }
            Document::Line if mode == Mode::Flat => self.write(" "),
            Document::SoftLine if mode == Mode::Flat => {}
            Document::Line | Document::SoftLine => self.new_line(indent),
            Document::Nested(inner) => {
                self.pieces.push(Piece { indent: indent + STEP, mode, document: inner });
            }
            Document::NestedIfBroken(inner) => {
                let indent = if mode == Mode::Broken { indent + STEP } else { indent };
                self.pieces.push(Piece { indent, mode, document: inner });
            }
            Document::Row(parts) => self.push_all(parts, indent, mode),
            Document::Broken(parts) => self.push_all(parts, indent, Mode::Broken),
            Document::Group(parts) => {
                let flat = mode == Mode::Flat || self.fits(parts);
                self.push_all(parts, indent, if flat { Mode::Flat } else { Mode::Broken });
            }
        }
    }

    fn push_all(&mut self, parts: &'d [Document], indent: usize, mode: Mode) {
        self.pieces.extend(parts.iter().rev().map(|document| Piece { indent, mode, document }));
    }

    fn write(&mut self, words: &str) {
        self.output.push_str(words);
        self.column += words.chars().count();
    }

    fn end_line(&mut self) {
        self.output.truncate(self.output.trim_end_matches(' ').len());
        self.output.push_str(&std::mem::take(&mut self.suffix));
    }

    fn new_line(&mut self, indent: usize) {
        self.end_line();
        self.output.push('\n');
        self.output.push_str(&" ".repeat(indent));
        self.column = indent;
    }

    /// Whether these parts on one line, with what follows up to the next possible line end, fit.
    fn fits(&self, parts: &[Document]) -> bool {
        let mut room = WIDTH.saturating_sub(self.column);
        let mut waiting: Vec<(Mode, &Document)> =
            parts.iter().rev().map(|part| (Mode::Flat, part)).collect();
        let mut after = self.pieces.iter().rev().map(|piece| (piece.mode, piece.document));
        while let Some((mode, document)) = waiting.pop().or_else(|| after.next()) {
            let width = match document {
                Document::Text(words) => words.chars().count(),
                Document::HardLine | Document::BlankLine => return true,
                Document::BreakingLine => return mode == Mode::Broken,
                Document::Line | Document::SoftLine if mode == Mode::Broken => return true,
                Document::Line => 1,
                Document::SoftLine | Document::Suffix(_) => 0,
                Document::Nested(inner) | Document::NestedIfBroken(inner) => {
                    waiting.push((mode, inner));
                    0
                }
                Document::Row(inner) | Document::Group(inner) => {
                    waiting.extend(inner.iter().rev().map(|part| (mode, part)));
                    0
                }
                Document::Broken(inner) => {
                    waiting.extend(inner.iter().rev().map(|part| (Mode::Broken, part)));
                    0
                }
            };
            if width > room {
                return false;
            }
            room -= width;
        }
        true
    }
}
