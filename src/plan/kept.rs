//! The values of a column themselves, for questions that look at several at once.

use super::lanes::{Lane, Lanes};
use super::packed_day::PackedDay;
use super::truth::Words;
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::Type;
use std::borrow::Cow;

/// What is held of values besides their planes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Keeps {
    /// Nothing: no question looks at two of them.
    #[default]
    Nothing,
    /// Numbers, side by side.
    Numbers,
    /// Days, side by side.
    Days,
    /// Lengths of time, side by side.
    Lengths,
    /// Values of any type, each alone.
    Values,
}

/// The values of a column, in the order of their places. Of numbers, days and lengths one stands
/// also where nothing is known, and means nothing there.
#[derive(Debug, Clone, Default)]
pub(crate) enum Kept {
    #[default]
    Nothing,
    Numbers(Vec<i64>),
    Days(Vec<PackedDay>),
    Lengths(Vec<Duration>),
    Values(Vec<Option<Value>>),
}

impl Keeps {
    /// What is held of values of a type.
    pub(crate) fn of_type(kind: Option<&Type>) -> Keeps {
        match kind {
            Some(Type::WholeNumber { .. }) => Keeps::Numbers,
            Some(Type::Date) => Keeps::Days,
            Some(Type::Duration) => Keeps::Lengths,
            _ => Keeps::Values,
        }
    }

    /// What is held of values like those, which are all of one type.
    pub(crate) fn of_value(value: Option<&Value>) -> Keeps {
        match value {
            Some(Value::Number(_)) => Keeps::Numbers,
            Some(Value::Date(_)) => Keeps::Days,
            Some(Value::Duration(_)) => Keeps::Lengths,
            _ => Keeps::Values,
        }
    }
}

impl Kept {
    /// Starts again with so many words of places.
    pub(crate) fn lay_out(&mut self, keeps: Keeps, words: usize) {
        let places = words * Words::WIDTH;
        match (&mut *self, keeps) {
            (Kept::Nothing, Keeps::Nothing) => {}
            (Kept::Numbers(values), Keeps::Numbers) => values.resize(places, 0),
            (Kept::Days(values), Keeps::Days) => values.resize(places, PackedDay::default()),
            (Kept::Lengths(values), Keeps::Lengths) => values.resize(places, Duration::default()),
            (Kept::Values(values), Keeps::Values) => {
                values.clear();
                values.resize(places, None);
            }
            _ => *self = Kept::new(keeps, places),
        }
    }

    fn new(keeps: Keeps, places: usize) -> Kept {
        match keeps {
            Keeps::Nothing => Kept::Nothing,
            Keeps::Numbers => Kept::Numbers(vec![0; places]),
            Keeps::Days => Kept::Days(vec![PackedDay::default(); places]),
            Keeps::Lengths => Kept::Lengths(vec![Duration::default(); places]),
            Keeps::Values => Kept::Values(vec![None; places]),
        }
    }

    /// Holds a value; whether there was nothing to hold, or it has the type of the others.
    pub(crate) fn set(&mut self, place: usize, value: &Value) -> bool {
        match (self, value) {
            (Kept::Nothing, _) => true,
            (Kept::Numbers(values), Value::Number(value)) => put(values, place, *value),
            (Kept::Days(values), Value::Date(day)) => put(values, place, (*day).into()),
            (Kept::Lengths(values), Value::Duration(value)) => put(values, place, *value),
            (Kept::Values(values), value) => put(values, place, Some(value.clone())),
            _ => false,
        }
    }

    /// Gives every place what the first one has.
    pub(crate) fn spread_first(&mut self) {
        match self {
            Kept::Nothing => {}
            Kept::Numbers(values) => spread(values),
            Kept::Days(values) => spread(values),
            Kept::Lengths(values) => spread(values),
            Kept::Values(values) => spread(values),
        }
    }

    /// The value at a place that has one.
    pub(crate) fn get(&self, place: usize) -> Option<Cow<'_, Value>> {
        let value = match self {
            Kept::Nothing => return None,
            Kept::Numbers(values) => Value::Number(*values.get(place)?),
            Kept::Days(values) => Value::Date(values.get(place)?.date()?),
            Kept::Lengths(values) => Value::Duration(*values.get(place)?),
            Kept::Values(values) => return values.get(place)?.as_ref().map(Cow::Borrowed),
        };
        Some(Cow::Owned(value))
    }

    /// The values of a word, where they stand side by side.
    pub(crate) fn lanes(&self, word: usize) -> Option<Lanes<'_>> {
        Some(match self {
            Kept::Nothing | Kept::Values(_) => return None,
            Kept::Numbers(values) => Lanes::Numbers(at(values, word)?),
            Kept::Days(values) => Lanes::Days(at(values, word)?),
            Kept::Lengths(values) => Lanes::Lengths(at(values, word)?),
        })
    }
}

fn put<T>(values: &mut [T], place: usize, value: T) -> bool {
    values.get_mut(place).is_some_and(|held| {
        *held = value;
        true
    })
}

fn spread<T: Clone>(values: &mut [T]) {
    if let Some((first, rest)) = values.split_first_mut() {
        rest.fill(first.clone());
    }
}

fn at<T>(values: &[T], word: usize) -> Option<Lane<'_, T>> {
    values.as_chunks().0.get(word).map(Lane::Held)
}
