//! Computes a step where one word holds all: few products, or one, as in a single check.
//!
//! It says what [`super::run`] says, without the loops over words, which for one word would take
//! longer than the work.

use super::column::{ABSENT, COMMON, VALUED};
use super::leaf::Leaf;
use super::order::Work;
use super::run::Task;
use super::truth::{Truth, Words};

impl Task<'_> {
    /// The truths of a step; `None` where other words have to be looked at.
    #[inline]
    pub(super) fn run_one(&self, work: Work) -> Option<Words> {
        match work {
            Work::Constant(truth) => Some(Words::splat(truth)),
            Work::And(parts) => {
                Some(self.done.words(parts).fold(Words::splat(Truth::True), Words::and))
            }
            Work::Or(parts) => {
                Some(self.done.words(parts).fold(Words::splat(Truth::False), Words::or))
            }
            Work::Test(leaf) => self.read_one(leaf),
            Work::Spread { .. } | Work::Some(_) => None,
        }
    }

    #[inline]
    fn read_one(&self, leaf: Leaf) -> Option<Words> {
        let (column, holds) = match leaf {
            Leaf::AnyOf { column, planes } => {
                let planes = self.pools.planes(planes).iter();
                (column, planes.fold(0, |any, &plane| any | self.own_word(column, plane)))
            }
            Leaf::AllOf { column, planes } => {
                let planes = self.pools.planes(planes).iter();
                (column, planes.fold(u64::MAX, |all, &plane| all & self.own_word(column, plane)))
            }
            Leaf::Before { column, plane } => (column, !self.own_word(column, plane)),
            Leaf::Within { column, from, until } => {
                (column, self.own_word(column, from) & !self.own_word(column, until))
            }
            Leaf::Present { column } => (column, u64::MAX),
            Leaf::Known { column } => {
                let (valued, absent) = self.columns.known_word(column as usize);
                return Some(Words { yes: valued | absent, no: 0 });
            }
            Leaf::Answer { column, plane } => {
                let (yes, no) = (self.own_word(column, plane), self.own_word(column, plane + 1));
                return Some(Words { yes, no });
            }
            Leaf::Mixed(_) => return None,
        };
        let (valued, absent) = self.columns.known_word(column as usize);
        let yes = holds & valued;
        Some(Words { yes, no: (valued | absent) & !yes })
    }

    #[inline]
    fn own_word(&self, column: u32, plane: u32) -> u64 {
        self.columns.one_word(column as usize, COMMON + plane as usize)
    }
}

const _: () = assert!(VALUED == 0 && ABSENT == 1, "the first two planes say what is known");
