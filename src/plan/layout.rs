//! What a column holds: as many bits of each product as the questions asked of the fact need.

use super::kept::Keeps;
use super::packed_day::PackedDay;
use super::truth::Truth;
use super::value::{compare, includes, is_empty};
use crate::model::condition::Comparison;
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, Type};
use indexmap::IndexSet;

/// What the column of one input holds.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// Whose values they are: 0 for those of the product, *n* + 1 for those of the items of
    /// list *n*.
    pub(crate) home: usize,
    /// What is held of a value.
    pub(crate) kind: Kind,
    /// What is held of the values themselves, for questions that compare two of them.
    pub(crate) keeps: Keeps,
}

/// What is held of each value, in planes of one bit a product.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// A plane for no, a plane for yes.
    YesNo,
    /// A plane for each value of a one-of type.
    OneOf(usize),
    /// A plane for each member of a closed set.
    Set(usize),
    /// A plane for lists that have an item.
    Items,
    /// Numbers: a plane for each threshold that questions mention, for values that reach it.
    Numbers(IndexSet<i64>),
    /// Dates, likewise; thresholds as [`PackedDay`] ranks them.
    Dates(IndexSet<i64>),
    /// Anything else: for each question a plane where the answer is yes, a plane where it is no.
    Answers(IndexSet<Question>),
}

/// A question about one value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// It is so to another value.
    Compare(Comparison, Value),
    /// It is one of those.
    In(Vec<Value>),
    /// It has all, or any, of the members.
    Includes { members: Value, all: bool },
    /// It has no member.
    Empty,
}

impl Kind {
    /// What is held of the values of a declared fact.
    pub(crate) fn of_fact(fact: Option<&Fact>) -> Kind {
        match fact.map(|fact| &fact.kind) {
            Some(Type::YesNo) => Kind::YesNo,
            Some(Type::OneOf(values)) => Kind::OneOf(values.len()),
            Some(Type::SetOf(values)) => Kind::Set(values.len()),
            Some(Type::WholeNumber { .. }) => Kind::Numbers(IndexSet::new()),
            Some(Type::Date) => Kind::Dates(IndexSet::new()),
            Some(Type::List) => Kind::Items,
            _ => Kind::Answers(IndexSet::new()),
        }
    }

    /// What is held of values like that one.
    pub(crate) fn of_value(value: Option<&Value>) -> Kind {
        match value {
            Some(Value::YesNo(_)) => Kind::YesNo,
            Some(Value::Number(_)) => Kind::Numbers(IndexSet::new()),
            Some(Value::Date(_)) => Kind::Dates(IndexSet::new()),
            _ => Kind::Answers(IndexSet::new()),
        }
    }

    /// How many planes that takes.
    pub(crate) fn planes(&self) -> usize {
        match self {
            Kind::YesNo => 2,
            Kind::OneOf(values) | Kind::Set(values) => *values,
            Kind::Items => 1,
            Kind::Numbers(thresholds) | Kind::Dates(thresholds) => thresholds.len(),
            Kind::Answers(questions) => 2 * questions.len(),
        }
    }

    /// A value as a number in its order, for columns of numbers or dates.
    pub(crate) fn rank(&self, value: &Value) -> Option<i64> {
        match (self, value) {
            (Kind::Numbers(_), Value::Number(number)) => Some(*number),
            (Kind::Dates(_), Value::Date(date)) => Some(PackedDay::from(*date).rank()),
            _ => None,
        }
    }

    /// The plane of a threshold, which there is from now on.
    pub(super) fn threshold(&mut self, rank: i64) -> Option<u32> {
        match self {
            Kind::Numbers(thresholds) | Kind::Dates(thresholds) => {
                u32::try_from(thresholds.insert_full(rank).0).ok()
            }
            _ => None,
        }
    }

    /// The first plane of a question, which is answered from now on.
    pub(super) fn ask(&mut self, question: Question) -> Option<u32> {
        match self {
            Kind::Answers(questions) => u32::try_from(2 * questions.insert_full(question).0).ok(),
            _ => None,
        }
    }
}

impl Question {
    /// The answer for a value.
    pub(crate) fn of(&self, value: &Value) -> Truth {
        match self {
            Question::Compare(comparison, right) => compare(value, *comparison, right),
            Question::In(values) => {
                Truth::any(values.iter().map(|one| compare(value, Comparison::Equal, one)))
            }
            Question::Includes { members, all } => includes(value, members, *all),
            Question::Empty => is_empty(value),
        }
    }

    /// The answer where the product has none: a set that is absent is empty, and nothing else
    /// holds of what is absent.
    pub(crate) fn of_none(&self) -> Truth {
        match self {
            Question::Compare(..) | Question::In(_) => Truth::False,
            Question::Includes { members, all } => {
                (*all && is_empty(members) == Truth::True).into()
            }
            Question::Empty => Truth::True,
        }
    }
}
