//! Faults of meaning that only echo a sentence that cannot be read.

use super::Fault;
use crate::resolve::ResolveError;
use crate::source::Span;
use crate::syntax::ast::File;

/// First words of sentences that declare a name.
const DECLARING: [&str; 11] = [
    "rule",
    "term",
    "parameter",
    "uses",
    "example",
    "profile",
    "fact",
    "field",
    "role",
    "goal",
    "jurisdiction",
];

/// Whether a fault is only there because a sentence cannot be read: the sentence that is missing
/// in its block, or the one that declares the name.
#[must_use]
pub fn follows_from(fault: &ResolveError, unread: &[Fault], files: &[&File]) -> bool {
    match fault {
        ResolveError::MissingClause { span, .. } => is_in_block(*span, unread, files),
        ResolveError::UnknownName { name, .. } => {
            unread.iter().any(|fault| declared_at(fault) == Some(name))
        }
        ResolveError::TypeMismatch { found, .. } => unread.iter().any(|fault| {
            declared_at(fault).is_some_and(|name| *found == format!("the word `{name}`"))
        }),
        _ => false,
    }
}

/// The name that the sentence around a fault declares, as far as its lines tell.
fn declared_at(fault: &Fault) -> Option<&str> {
    let text: &str = &fault.source.text;
    let line_end = |start: usize| text.get(start..).and_then(|rest| rest.find('\n'));
    let start = fault.kind.span().start as usize;
    let lines = text.get(..start + line_end(start).unwrap_or_default())?.lines().rev();
    let mut sentences = lines.filter_map(|line| line.trim_start().split_once(' '));
    let (word, rest) = sentences.find(|(word, _)| DECLARING.contains(word))?;
    let name = match word {
        "uses" => rest.split_whitespace().last()?,
        "example" | "profile" => rest.split('"').nth(1)?,
        _ => rest.split_whitespace().next()?,
    };
    Some(name.trim_end_matches([':', '.']))
}

/// Whether some sentence of the block with that head cannot be read.
fn is_in_block(head: Span, unread: &[Fault], files: &[&File]) -> bool {
    let heads = files.iter().flat_map(|file| &file.blocks).map(|block| block.head.span);
    let later = heads.filter(|other| other.file == head.file && other.start > head.start);
    let end = later.map(|other| other.start).min().unwrap_or(u32::MAX);
    unread
        .iter()
        .map(|fault| fault.kind.span())
        .any(|place| place.file == head.file && (head.start..end).contains(&place.start))
}
