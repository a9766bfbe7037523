//! Which words, texts, marks and comments does a text hold? For editors: no grammar is asked.

use super::split::split;
use super::tokens::{Token, TokenKind, tokenize};
use crate::source::FileId;
use std::ops::Range;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// `support.min_length`, `5.1-1`, `2027-12-11`, `must`
    Word,
    /// `"…"`
    Text,
    /// `<https://…>`
    Address,
    /// `.` at the end of a sentence
    Stop,
    /// `:` `;` `,` and brackets
    Mark,
    /// From `--` to the end of its line
    Comment,
    /// What may not stand in a text, such as a quote that is not closed
    Faulty,
}

/// A piece of text with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its first byte, and one past its last.
    pub bytes: Range<usize>,
    /// Whether no code stands before it on its line.
    pub first_on_line: bool,
}

/// All pieces of a text with its comments, in order. White space is between them.
///
/// ```
/// use comity::syntax::{PieceKind, pieces};
/// let kinds: Vec<PieceKind> = pieces("fixed. -- why").iter().map(|piece| piece.kind).collect();
/// assert_eq!(kinds, [PieceKind::Word, PieceKind::Stop, PieceKind::Comment]);
/// ```
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let found = tokenize(FileId(0), text);
    let comments = found.comments.iter().map(|comment| Piece {
        kind: PieceKind::Comment,
        bytes: comment.span.range(),
        first_on_line: comment.own_line,
    });
    let (mut comments, mut pieces) = (comments.peekable(), Vec::new());
    for token in found.tokens.iter().map(piece) {
        while let Some(comment) = comments.next_if(|one| one.bytes.start < token.bytes.start) {
            pieces.push(comment);
        }
        pieces.push(token);
    }
    pieces.extend(comments);
    pieces
}

/// The pieces of a text sentence by sentence, without comments.
#[must_use]
pub fn sentences(text: &str) -> Vec<Vec<Piece>> {
    let found = tokenize(FileId(0), text);
    split(&found.tokens).map(|sentence| sentence.iter().map(piece).collect()).collect()
}

fn piece(token: &Token<'_>) -> Piece {
    let kind = match token.kind {
        TokenKind::Word => PieceKind::Word,
        TokenKind::Text => PieceKind::Text,
        TokenKind::Address => PieceKind::Address,
        TokenKind::Stop => PieceKind::Stop,
        TokenKind::Mark => PieceKind::Mark,
        TokenKind::Faulty => PieceKind::Faulty,
    };
    Piece { kind, bytes: token.start..token.end(), first_on_line: token.first_on_line }
}
