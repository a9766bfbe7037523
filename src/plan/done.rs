//! What the steps before have found, and where it stands.
//!
//! Of few products one word holds all: then a part is found by its word, without asking where its
//! step begins.

use super::order::{Part, Run, slice};
use super::truth::Words;

/// What the truths of a rule are, where one word holds all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleTruths<'t> {
    pub(super) words: &'t [u64],
    pub(super) of_rule: &'t [u32; 8],
}

impl RuleTruths<'_> {
    /// In the order of [`crate::model::rule::Meaning::nodes`].
    #[inline]
    pub(crate) fn all(self) -> [Words; 8] {
        self.of_rule.map(|at| words_at(self.words, at))
    }

    /// Those of its gate.
    #[inline]
    pub(crate) fn gate(self) -> [Words; 3] {
        let [in_force, triggered, in_scope, ..] = *self.of_rule;
        [in_force, triggered, in_scope].map(|at| words_at(self.words, at))
    }
}

/// Where a part is true, where one word holds all. Every step begins at an even word.
pub(super) fn first_word(starts: &[(u32, u32)], part: Part) -> u32 {
    let start = starts.get(part.step()).map_or(u32::MAX - 1, |&(start, _)| start);
    start | u32::from(part.is_negated())
}

#[inline]
fn words_at(words: &[u64], at: u32) -> Words {
    match (words.get(at as usize), words.get(at as usize ^ 1)) {
        (Some(&yes), Some(&no)) => Words { yes, no },
        _ => Words::UNKNOWN,
    }
}

/// The steps before the one at work.
pub(super) struct Done<'s> {
    pub(super) words: &'s [u64],
    pub(super) starts: &'s [(u32, u32)],
    pub(super) of_parts: &'s [u32],
}

impl<'s> Done<'s> {
    /// The one word of a part, in a domain of one word.
    #[inline]
    pub(super) fn word(&self, part: Part) -> Words {
        words_at(self.words, first_word(self.starts, part))
    }

    /// Those of the parts of a step, in such a domain.
    #[inline]
    pub(super) fn words(&self, parts: Run) -> impl Iterator<Item = Words> {
        slice(self.of_parts, parts).iter().map(|&at| words_at(self.words, at))
    }

    #[inline]
    pub(super) fn get(&self, part: Part) -> (&'s [u64], &'s [u64]) {
        let found = self.starts.get(part.step()).and_then(|&(start, room)| {
            let (start, room) = (start as usize, room as usize);
            self.words.get(start..start + 2 * room)?.split_at_checked(room)
        });
        let (yes, no) = found.unwrap_or_default();
        if part.is_negated() { (no, yes) } else { (yes, no) }
    }
}
