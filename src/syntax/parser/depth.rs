//! Bounds how deep a sentence nests before the grammar, which descends by recursion, sees it.

use crate::source::{FileId, Span};
use crate::syntax::error::SyntaxError;
use crate::syntax::limits::MAX_DEPTH;
use crate::syntax::tokens::{Token, TokenKind};

/// What is still open at some place of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Bracket,
    /// `some x in LIST where …`, before its `has`
    Filter,
    /// `… has …`
    Body,
}

/// The first place where a sentence nests too deep.
pub(super) fn too_deep(file: FileId, sentence: &[Token<'_>]) -> Option<SyntaxError> {
    let mut open: Vec<Open> = Vec::new();
    for (index, token) in sentence.iter().enumerate() {
        match token.text {
            "{" | "[" => open.push(Open::Bracket),
            "}" | "]" => while !matches!(open.pop(), None | Some(Open::Bracket)) {},
            ";" => while open.pop_if(|last| *last == Open::Body).is_some() {},
            "has" => {
                open.pop_if(|last| *last == Open::Filter);
                open.push(Open::Body);
            }
            "some" | "every" | "no" if is_quantifier(sentence, index) => open.push(Open::Filter),
            _ => {}
        }
        if open.len() > MAX_DEPTH {
            let span = Span::new(file, token.start, token.end());
            let brackets = open.contains(&Open::Bracket);
            let what = if brackets { "brackets" } else { "quantifiers" };
            return Some(SyntaxError::NestedTooDeep { what, limit: MAX_DEPTH, span });
        }
    }
    None
}

/// `some x in`
fn is_quantifier(sentence: &[Token<'_>], index: usize) -> bool {
    sentence.get(index + 1).is_some_and(|variable| variable.kind == TokenKind::Word)
        && sentence.get(index + 2).is_some_and(|word| word.is("in"))
}
