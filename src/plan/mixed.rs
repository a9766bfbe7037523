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

/// The truth of a test for the 64 products of a word.
pub(super) fn ask<'c>(asked: &Asked<'c, '_>, test: &'c Test, word: usize) -> Words {
    let told = asked.told(test, word);
    if told.valued | told.absent == 0 {
        return Words::UNKNOWN;
    }
    asked.side_by_side(test, word, told).unwrap_or_else(|| asked.one_by_one(test, word, told))
}

/// The products of which enough is known to ask.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// Every value is known.
    valued: u64,
    /// One is known to be absent.
    absent: u64,
}

impl<'c> Asked<'c, '_> {
    fn told(&self, test: &Test, word: usize) -> Told {
        let (valued, absent) = test.terms().fold((u64::MAX, 0), |(valued, absent), term| {
            let of = self.told_of(term, word);
            (valued & of.0, absent | of.1)
        });
        Told { valued: valued & !absent, absent }
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
    fn side_by_side(&self, test: &'c Test, word: usize, told: Told) -> Option<Words> {
        let Test::Compare { left, comparison, right } = test else { return None };
        // Of a product alone, bits stand for items and may all lead to one value.
        if self.positions.is_alone() {
            return None;
        }
        let found = if told.valued == 0 {
            Words::UNKNOWN
        } else {
            let (left, found) = self.lanes(left, word, told.valued)?;
            let (right, found) = self.lanes(right, word, found)?;
            left.compare(*comparison, &right, found)?
        };
        Some(Words { yes: found.yes, no: found.no | told.absent })
    }

    /// The values of a term for those products that are asked for, and of which of them there is
    /// one: a sum may lie outside the calendar.
    fn lanes(&self, term: &'c Term, word: usize, asked: u64) -> Option<(Lanes<'c>, u64)> {
        match term {
            Term::Unknown => None,
            Term::Value(literal) => Some((literal.lanes.as_ref()?.held(), asked)),
            Term::Column { column, along } => {
                let at = self.positions.lead(*along, Place { word, bit: 0 });
                Some((self.columns.lanes(*column, at.word)?, asked))
            }
            Term::Sum { left, right } => self.added((left, Sign::Plus, right), word, asked),
            Term::Difference { left, right } => self.added((left, Sign::Minus, right), word, asked),
        }
    }

    fn added(
        &self,
        (left, sign, right): (&'c Term, Sign, &'c Term),
        word: usize,
        asked: u64,
    ) -> Option<(Lanes<'c>, u64)> {
        let (left, found) = self.lanes(left, word, asked)?;
        let (right, found) = self.lanes(right, word, found)?;
        left.combine(sign, &right, found)
    }

    fn one_by_one(&self, test: &'c Test, word: usize, told: Told) -> Words {
        let (mut words, mut told) = (Words::UNKNOWN, told.valued | told.absent);
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
            Term::Value(literal) => Found::Value(Cow::Borrowed(&literal.value)),
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
