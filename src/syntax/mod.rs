//! From text to syntax tree and back.
//!
//! `tokens` cuts a text into words and comments, `split` groups them into sentences, and `parser`
//! reads each sentence by the grammar alone, so that every independent fault of a file is reported
//! in one run. `printer` writes a tree in the one canonical layout. Nothing here knows any law.

pub mod ast;
mod blocks;
mod error;
mod expected;
mod explanations;
mod forms;
mod labels;
mod lexical;
mod limits;
mod parser;
mod phrases;
mod printer;
mod sentences;
mod split;
mod tokens;

pub use error::SyntaxError;
pub use explanations::EXPLANATIONS;
pub use forms::{FORMS, Form, WORDS};
pub use lexical::{Piece, PieceKind, pieces, sentences};
pub use parser::{Parsed, parse, parse_without_examples};
pub use printer::{format, print};

pub use sentences::BlockKind;

use crate::source::Span;

/// A comment, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// From `--` to the last visible character.
    pub span: Span,
    /// The text, with `--`.
    pub text: String,
    /// Whether no code stands before it on its line.
    pub own_line: bool,
    /// Whether an empty line stands before it.
    pub blank_before: bool,
    /// Whether an empty line follows it.
    pub blank_after: bool,
}
