//! What each diagnostic means: the texts behind `comity explain CODE`.

use super::build::{PLACED_NOWHERE, UNREADABLE};

/// Codes of what is wrong about a check itself, and not about a text.
const CHECK: [(&str, &str); 2] = [
    (PLACED_NOWHERE, include_str!("explanations/placed_nowhere.md")),
    (UNREADABLE, include_str!("explanations/unreadable.md")),
];

/// All codes, phase by phase.
pub fn all_codes() -> impl Iterator<Item = &'static str> {
    tables().map(|(code, _)| code)
}

/// The explanation of a code.
#[must_use]
pub fn explanation(code: &str) -> Option<&'static str> {
    tables().find(|(own, _)| *own == code).map(|(_, text)| text)
}

/// The codes that a name stands for: the whole code, or the end of it (`unknown_name`).
pub fn codes_named(name: &str) -> impl Iterator<Item = &'static str> {
    let is_end = move |code: &str| {
        code.strip_suffix(name).is_some_and(|start| start.is_empty() || start.ends_with("::"))
    };
    all_codes().filter(move |code| is_end(code))
}

fn tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let syntax = crate::syntax::EXPLANATIONS.iter();
    let resolve = crate::resolve::EXPLANATIONS.iter();
    let ingest = crate::ingest::EXPLANATIONS.iter();
    let texts = syntax.chain(resolve).chain(ingest).chain(super::lint::EXPLANATIONS);
    texts.chain(&CHECK).copied()
}
