//! One fact of many products as planes of bits: where it is known, absent, and what is held of it.

use super::kept::Kept;
use super::layout::{Kind, Layout};
use super::reading::Reading;
use super::truth::{Truth, Words};
use crate::model::value::Value;

/// The planes of a column that every kind has, before those of its own.
pub(crate) const VALUED: usize = 0;
/// Where the product is known to have none.
pub(crate) const ABSENT: usize = 1;
/// How many planes every kind has.
pub(crate) const COMMON: usize = 2;

/// A column being filled.
pub(crate) struct Column<'c> {
    pub(crate) layout: &'c Layout,
    /// Its planes, one after the other, of `words` words each.
    pub(crate) planes: &'c mut [u64],
    pub(crate) words: usize,
    /// The values, if they are held.
    pub(crate) kept: &'c mut Kept,
}

/// The place of a product, or of an item of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) word: usize,
    pub(crate) bit: usize,
}

impl Place {
    /// The place of a product itself.
    pub(crate) fn of_row(row: usize) -> Place {
        Place { word: row / Words::WIDTH, bit: row % Words::WIDTH }
    }

    /// Its number among all places.
    pub(crate) fn index(self) -> usize {
        self.word.saturating_mul(Words::WIDTH).saturating_add(self.bit)
    }
}

impl Column<'_> {
    /// Stores what is stated.
    pub(crate) fn read(&mut self, at: Place, reading: Reading<'_>) {
        match reading {
            Reading::Unstated | Reading::TooWeak(_) => {}
            Reading::Absent(_) => self.store_none(at),
            Reading::Value(value, _) => self.store(at, value),
            Reading::Items(items, _) => self.store_items(at, items.len()),
        }
    }

    /// Stores a value; one of another type than the column's is unknown.
    pub(crate) fn store(&mut self, at: Place, value: &Value) {
        if !self.kept.set(at.index(), value) {
            return;
        }
        let is_stored = match (&self.layout.kind, value) {
            (Kind::YesNo, Value::YesNo(yes)) => self.set(usize::from(*yes), at),
            (Kind::OneOf(values), Value::Word(word)) if usize::from(*word) < *values => {
                self.set(usize::from(*word), at)
            }
            (Kind::Set(members), Value::Set(set)) => self.store_members(at, *members, *set),
            (Kind::Answers(_), value) => self.store_answers(at, Some(value)),
            (kind, value) => kind.rank(value).is_some_and(|rank| self.store_rank(at, rank)),
        };
        if is_stored {
            self.set_common(VALUED, at);
        }
    }

    /// Stores that the product has none.
    pub(crate) fn store_none(&mut self, at: Place) {
        self.set_common(ABSENT, at);
        if matches!(self.layout.kind, Kind::Answers(_)) {
            self.store_answers(at, None);
        }
    }

    /// Stores a list of so many items.
    pub(crate) fn store_items(&mut self, at: Place, items: usize) {
        if matches!(self.layout.kind, Kind::Items) {
            self.set_common(VALUED, at);
            if items > 0 {
                self.set(0, at);
            }
        }
    }

    /// Stores a truth in a column of yes and no.
    pub(crate) fn store_truth(&mut self, at: Place, truth: Truth) {
        if truth.is_known() {
            self.store(at, &Value::YesNo(truth == Truth::True));
        }
    }

    /// Gives every product what the first one has.
    pub(crate) fn spread_first(&mut self) {
        for plane in self.planes.chunks_mut(self.words.max(1)) {
            let all = plane.first().map_or(0, |word| (word & 1).wrapping_neg());
            plane.fill(all);
        }
        self.kept.spread_first();
    }

    /// Forgets what is stored.
    pub(crate) fn clear(&mut self) {
        self.planes.fill(0);
    }

    fn store_members(&mut self, at: Place, members: usize, mut set: u128) -> bool {
        while set != 0 {
            let member = set.trailing_zeros() as usize;
            if member < members {
                self.set(member, at);
            }
            set &= set - 1;
        }
        true
    }

    fn store_rank(&mut self, at: Place, rank: i64) -> bool {
        let layout = self.layout;
        if let Kind::Numbers(thresholds) | Kind::Dates(thresholds) = &layout.kind {
            for (plane, threshold) in thresholds.iter().enumerate() {
                if rank >= *threshold {
                    self.set(plane, at);
                }
            }
        }
        true
    }

    fn store_answers(&mut self, at: Place, value: Option<&Value>) -> bool {
        let layout = self.layout;
        let Kind::Answers(questions) = &layout.kind else { return false };
        for (index, question) in questions.iter().enumerate() {
            match value.map_or_else(|| question.of_none(), |value| question.of(value)) {
                Truth::True => self.set(2 * index, at),
                Truth::False => self.set(2 * index + 1, at),
                Truth::Unknown => false,
            };
        }
        true
    }

    fn set(&mut self, plane: usize, at: Place) -> bool {
        self.set_common(COMMON + plane, at);
        true
    }

    fn set_common(&mut self, plane: usize, at: Place) {
        if let Some(word) = self.planes.get_mut(plane * self.words + at.word) {
            *word |= 1 << at.bit;
        }
    }
}
