//! Conditions that look at several values of a product, or at their sum.

use super::column::{ABSENT, Place, VALUED};
use super::columns::Columns;
use super::domain::Along;
use super::extent::Positions;
use super::lanes::{Lanes, Sign};
use super::layout::Question;
use super::leaf::{Term, Test};
use super::truth::{Truth, Words};
use super::value::{compare, difference, sum};
use crate::model::value::Value;
use std::borrow::Cow;

/// Where a condition is asked: the columns, and where the words of its domain lead.
pub(super) struct Asked<'c, 'a> {
    pub(super) columns: &'c Columns<'a>,
    pub(super) positions: &'c Positions,
}

/// What is found of a term.
enum Found<'c> {
    Unknown,
    Absent,
    Value(Cow<'c, Value>),
}

/// What is found of a term for the products of a word.
struct Side<'c> {
    /// Of which products there is a value.
    valued: u64,
    absent: u64,
    lanes: Lanes<'c>,
}

/// The truth of a test for the 64 products of a word.
pub(super) fn ask<'c>(asked: &Asked<'c, '_>, test: &'c Test, word: usize) -> Words {
    match asked.told(test, word) {
        0 => Words::UNKNOWN,
        told => {
            asked.side_by_side(test, word).unwrap_or_else(|| asked.one_by_one(test, word, told))
        }
    }
}

impl<'c> Asked<'c, '_> {
    /// The products of which enough is known to ask: every value, or that one is absent.
    fn told(&self, test: &Test, word: usize) -> u64 {
        let (valued, absent) = test.terms().fold((u64::MAX, 0), |(valued, absent), term| {
            let of = self.told_of(term, word);
            (valued & of.0, absent | of.1)
        });
        valued | absent
    }

    /// Of which products every value of a term is known, and of which one is absent.
    fn told_of(&self, term: &Term, word: usize) -> (u64, u64) {
        match term {
            Term::Unknown => (0, 0),
            Term::Value(_) => (u64::MAX, 0),
            Term::Column { column, along } => {
                let of =
                    |plane| self.positions.look(*along, self.columns.plane(*column, plane), word);
                (of(VALUED), of(ABSENT))
            }
            Term::Sum { left, right } | Term::Difference { left, right } => {
                let (left, right) = (self.told_of(left, word), self.told_of(right, word));
                (left.0 & right.0, left.1 | right.1)
            }
        }
    }

    /// The truth for all at once, where the values stand side by side.
    fn side_by_side(&self, test: &'c Test, word: usize) -> Option<Words> {
        let Test::Compare { left, comparison, right } = test else { return None };
        // Of a product alone, bits stand for items and may all lead to one value.
        if self.positions.is_alone() {
            return None;
        }
        let (left, right) = (self.side(left, word)?, self.side(right, word)?);
        let absent = left.absent | right.absent;
        let both = left.valued & right.valued & !absent;
        let words = left.lanes.compare(*comparison, &right.lanes, both)?;
        Some(Words { yes: words.yes, no: words.no | absent })
    }

    fn side(&self, term: &'c Term, word: usize) -> Option<Side<'c>> {
        let (valued, absent) = self.told_of(term, word);
        Some(match term {
            Term::Unknown => return None,
            Term::Value(value) => Side { valued, absent, lanes: Lanes::splat(value)? },
            Term::Column { column, along } => {
                let at = self.positions.lead(*along, Place { word, bit: 0 });
                Side { valued, absent, lanes: self.columns.lanes(*column, at.word)? }
            }
            Term::Sum { left, right } => self.added(left, Sign::Plus, right, word)?,
            Term::Difference { left, right } => self.added(left, Sign::Minus, right, word)?,
        })
    }

    fn added(&self, left: &'c Term, sign: Sign, right: &'c Term, word: usize) -> Option<Side<'c>> {
        let (left, right) = (self.side(left, word)?, self.side(right, word)?);
        let absent = left.absent | right.absent;
        let both = left.valued & right.valued & !absent;
        let (lanes, valued) = left.lanes.combine(sign, &right.lanes, both)?;
        Some(Side { valued, absent, lanes })
    }

    fn one_by_one(&self, test: &'c Test, word: usize, mut told: u64) -> Words {
        let mut words = Words::UNKNOWN;
        while told != 0 {
            let bit = told.trailing_zeros() as usize;
            told &= told - 1;
            match self.test(test, Place { word, bit }) {
                Truth::True => words.yes |= 1 << bit,
                Truth::False => words.no |= 1 << bit,
                Truth::Unknown => {}
            }
        }
        words
    }

    fn test(&self, test: &'c Test, at: Place) -> Truth {
        match test {
            Test::Compare { left, comparison, right } => {
                match (self.find(left, at), self.find(right, at)) {
                    (Found::Absent, _) | (_, Found::Absent) => Truth::False,
                    (Found::Value(left), Found::Value(right)) => {
                        compare(&left, *comparison, &right)
                    }
                    _ => Truth::Unknown,
                }
            }
            Test::Present(term) => match self.find(term, at) {
                Found::Value(_) => Truth::True,
                Found::Absent => Truth::False,
                Found::Unknown => Truth::Unknown,
            },
            Test::Holds(term) => {
                let yes = Value::YesNo(true);
                let question = Question::Compare(crate::model::condition::Comparison::Equal, yes);
                self.answer(&question, term, at)
            }
            Test::In { term, values } => self.answer(&Question::In(values.clone()), term, at),
            Test::Includes { term, members, all } => {
                let question = Question::Includes { members: members.clone(), all: *all };
                self.answer(&question, term, at)
            }
            Test::Empty(term) => self.answer(&Question::Empty, term, at),
        }
    }

    fn answer(&self, question: &Question, term: &'c Term, at: Place) -> Truth {
        match self.find(term, at) {
            Found::Value(value) => question.of(&value),
            Found::Absent => question.of_none(),
            Found::Unknown => Truth::Unknown,
        }
    }

    fn find(&self, term: &'c Term, at: Place) -> Found<'c> {
        match term {
            Term::Unknown => Found::Unknown,
            Term::Value(value) => Found::Value(Cow::Borrowed(value)),
            Term::Column { column, along } => self.look_up(*column, *along, at),
            Term::Sum { left, right } => self.combine(left, right, at, sum),
            Term::Difference { left, right } => self.combine(left, right, at, difference),
        }
    }

    fn look_up(&self, column: usize, along: Along, at: Place) -> Found<'c> {
        let at = self.positions.lead(along, at);
        if let Some(value) = self.columns.value(column, at) {
            return Found::Value(value);
        }
        match self.columns.plane(column, ABSENT).get(at.word) {
            Some(absent) if (absent >> at.bit) & 1 == 1 => Found::Absent,
            _ => Found::Unknown,
        }
    }

    /// Adds or subtracts. Absent where one side is absent.
    fn combine(
        &self,
        left: &'c Term,
        right: &'c Term,
        at: Place,
        operation: fn(&Value, &Value) -> Option<Value>,
    ) -> Found<'c> {
        match (self.find(left, at), self.find(right, at)) {
            (Found::Absent, _) | (_, Found::Absent) => Found::Absent,
            (Found::Value(left), Found::Value(right)) => operation(&left, &right)
                .map_or(Found::Unknown, |value| Found::Value(Cow::Owned(value))),
            _ => Found::Unknown,
        }
    }
}
