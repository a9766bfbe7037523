//! Conditions that look at several values of a product, or at their sum.

use super::column::{ABSENT, Place, VALUED};
use super::columns::Columns;
use super::domain::Along;
use super::extent::Positions;
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
pub(super) fn ask(asked: &Asked<'_, '_>, test: &Test, word: usize) -> Words {
    let mut words = Words::UNKNOWN;
    let mut told = asked.told(test, word);
    while told != 0 {
        let bit = told.trailing_zeros() as usize;
        told &= told - 1;
        match asked.test(test, Place { word, bit }) {
            Truth::True => words.yes |= 1 << bit,
            Truth::False => words.no |= 1 << bit,
            Truth::Unknown => {}
        }
    }
    words
}

impl<'c> Asked<'c, '_> {
    /// The products of which enough is known to ask: every value, or that one is absent.
    fn told(&self, test: &Test, word: usize) -> u64 {
        let columns = test.terms().flat_map(Term::columns);
        let (valued, absent) = columns.fold((u64::MAX, 0), |(valued, absent), (column, along)| {
            let of = |plane| self.positions.look(along, self.columns.plane(column, plane), word);
            (valued & of(VALUED), absent | of(ABSENT))
        });
        valued | absent
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
            return Found::Value(Cow::Borrowed(value));
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
