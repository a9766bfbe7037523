//! Conditions that look at several values of a product, or at their sum.

use super::column::{ABSENT, Place};
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
    (0..Words::WIDTH).fold(Words::UNKNOWN, |words, bit| {
        let truth = asked.test(test, Place { word, bit });
        Words {
            yes: words.yes | u64::from(truth == Truth::True) << bit,
            no: words.no | u64::from(truth == Truth::False) << bit,
        }
    })
}

impl<'c> Asked<'c, '_> {
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
        let at = Place { word: self.positions.lead(along, at.word), ..at };
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
