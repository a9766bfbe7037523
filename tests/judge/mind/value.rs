//! Values, what kinds of them there are, and how two of them compare.

use super::calendar::{Length, later, length_of};
use super::truth::{Truth, UNTOLD, Why};
use comity::jiff::civil::Date;
use comity::syntax::ast::Literal;
use std::cmp::Ordering;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Answer(bool),
    Number(i128),
    Length(Length),
    Day(Date),
    /// A word, a text, a code.
    Text(String),
    Version(String),
    /// Hundredths, and the currency.
    Money(i128, String),
    Set(BTreeSet<String>),
}

/// What kind of value a fact has.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    YesNo,
    OneOf(Vec<String>),
    Number,
    Length,
    Day,
    /// Text, an address, a reference: as written.
    Text,
    Language,
    Country,
    Territory,
    Version,
    Money,
    /// A set of what.
    Set(Box<Kind>),
    List,
}

/// What is found where a value is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    Open(Why),
    Absent,
    Value(Value),
}

pub(crate) const NOT_TOLD: Answer = Answer::Open(UNTOLD);

impl Kind {
    /// A text in the one spelling that is compared. Territories are told by their codes elsewhere.
    pub(crate) fn spelled(&self, text: &str) -> String {
        match self {
            Kind::Language => text.to_ascii_lowercase(),
            Kind::Country => text.to_ascii_uppercase(),
            _ => text.to_owned(),
        }
    }

    /// What a value in a rule says where this kind is meant.
    pub(crate) fn read(&self, literal: &Literal) -> Value {
        match (self, literal) {
            (Kind::Set(inner), other) => match inner.read(other) {
                Value::Text(text) => Value::Set(BTreeSet::from([text])),
                other => panic!("{other:?} in a set"),
            },
            (Kind::Version, Literal::Text(text)) => Value::Version(text.clone()),
            (Kind::Version, Literal::Integer(number)) => Value::Version(number.to_string()),
            (_, Literal::Word(text) | Literal::Text(text)) => Value::Text(self.spelled(text)),
            (_, Literal::YesNo(yes)) => Value::Answer(*yes),
            (_, Literal::Integer(number)) => Value::Number((*number).into()),
            (Kind::Number, Literal::Quantity(parts)) => Value::Number(parts[0].0.into()),
            (_, Literal::Quantity(parts)) => {
                let each =
                    parts.iter().map(|(amount, unit)| length_of((*amount).into(), &unit.node));
                Value::Length(each.map(Option::unwrap).fold(Length::default(), Length::plus))
            }
            (_, Literal::Date(day)) => Value::Day(*day),
            (_, Literal::Money(minor, currency)) => Value::Money((*minor).into(), currency.clone()),
        }
    }

    /// The kind of a value that stands alone.
    pub(crate) fn of(literal: &Literal) -> Kind {
        match literal {
            Literal::Word(_) | Literal::Text(_) => Kind::Text,
            Literal::YesNo(_) => Kind::YesNo,
            Literal::Integer(_) => Kind::Number,
            Literal::Quantity(parts) => match length_of(1, &parts[0].1.node) {
                Some(_) => Kind::Length,
                None => Kind::Number,
            },
            Literal::Date(_) => Kind::Day,
            Literal::Money(..) => Kind::Money,
        }
    }

    /// What is added to a value of this kind.
    pub(crate) fn added(&self) -> Kind {
        if *self == Kind::Number { Kind::Number } else { Kind::Length }
    }
}

/// Whether the sign of left less right is accepted.
pub(crate) fn compare(left: &Value, right: &Value, accepts: impl Fn(i128) -> bool) -> Truth {
    let told = |order: Ordering| Truth::of(accepts(order as i128));
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => told(left.cmp(right)),
        (Value::Day(left), Value::Day(right)) => told(left.cmp(right)),
        (Value::Version(left), Value::Version(right)) => told(compare_versions(left, right)),
        (Value::Length(left), Value::Length(right)) => left.compare(*right, accepts),
        (Value::Money(left, one), Value::Money(right, two)) if one == two => told(left.cmp(right)),
        (Value::Money(..), Value::Money(..)) => Truth::Open(UNTOLD),
        (Value::Text(left), Value::Text(right)) => told(left.cmp(right)),
        (Value::Answer(left), Value::Answer(right)) => told(left.cmp(right)),
        other => panic!("{other:?} are not compared"),
    }
}

/// Part by part, numbers as numbers; a part that is missing is 0, a number comes before a word.
fn compare_versions(left: &str, right: &str) -> Ordering {
    let parts = |text: &str| -> Vec<Result<u64, String>> {
        let split = text.split(['.', '-', '_']);
        split.map(|part| part.parse().map_err(|_| part.to_owned())).collect()
    };
    let (mut left, mut right) = (parts(left), parts(right));
    let length = left.len().max(right.len());
    left.resize(length, Ok(0));
    right.resize(length, Ok(0));
    let each = left.into_iter().zip(right).map(|pair| match pair {
        (Ok(left), Ok(right)) => left.cmp(&right),
        (Err(left), Err(right)) => left.cmp(&right),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
    });
    each.fold(Ordering::Equal, Ordering::then)
}

/// `X plus Y`, `X minus Y`.
pub(crate) fn add(left: Answer, minus: bool, right: Answer) -> Answer {
    match (left, right) {
        (Answer::Absent, _) | (_, Answer::Absent) => Answer::Absent,
        (Answer::Open(one), Answer::Open(two)) => Answer::Open(one.and(two)),
        (Answer::Open(why), _) | (_, Answer::Open(why)) => Answer::Open(why),
        (Answer::Value(left), Answer::Value(right)) => {
            add_values(left, minus, right).map_or(NOT_TOLD, Answer::Value)
        }
    }
}

fn add_values(left: Value, minus: bool, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let sum = if minus { left - right } else { left + right };
            i64::try_from(sum).ok().map(|sum| Value::Number(sum.into()))
        }
        (left, Value::Length(right)) => {
            let right = if minus { right.turned() } else { right };
            match left {
                Value::Day(day) => later(day, right).map(Value::Day),
                Value::Length(left) => Some(Value::Length(left.plus(right))),
                other => panic!("{other:?} plus a length"),
            }
        }
        other => panic!("{other:?} are not added"),
    }
}
