//! How two values compare and add up.

use super::truth::Truth;
use crate::model::condition::Comparison;
use crate::model::value::{Duration, Value};

/// Whether two values compare so. Unknown where the calendar decides between months and days,
/// and for values that have nothing in common, such as amounts in two currencies.
#[must_use]
pub fn compare(left: &Value, comparison: Comparison, right: &Value) -> Truth {
    let ordered = |ordering| Truth::from(comparison.accepts(ordering));
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => ordered(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => ordered(left.cmp(right)),
        (Value::Version(left), Value::Version(right)) => ordered(left.compare(right)),
        (Value::Duration(left), Value::Duration(right)) => {
            compare_durations(*left, comparison, *right)
        }
        (Value::Money(left), Value::Money(right)) if left.currency == right.currency => {
            ordered(left.minor.cmp(&right.minor))
        }
        (Value::Money(_), Value::Money(_)) => Truth::Unknown,
        _ if comparison == Comparison::Equal && same_kind(left, right) => (left == right).into(),
        _ => Truth::Unknown,
    }
}

/// As [`compare`]: certain only where both bounds of the calendar agree.
#[must_use]
pub fn compare_durations(left: Duration, comparison: Comparison, right: Duration) -> Truth {
    let (least, most) = left.excess_over(right);
    let (lower, upper) = (least.cmp(&0), most.cmp(&0));
    match comparison {
        Comparison::Equal => {
            Truth::certain(lower.is_eq() && upper.is_eq(), lower == upper && lower.is_ne())
        }
        _ => Truth::certain(
            comparison.accepts(lower) && comparison.accepts(upper),
            !comparison.accepts(lower) && !comparison.accepts(upper),
        ),
    }
}

/// The sum of a date and a duration, or of two numbers or durations. `None` where there is
/// none: outside the calendar or the range of numbers, or for hours added to a day.
#[must_use]
pub fn sum(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.checked_add(*right).map(Value::Number),
        (Value::Date(day), Value::Duration(length))
        | (Value::Duration(length), Value::Date(day)) => length.after(*day).map(Value::Date),
        (Value::Duration(left), Value::Duration(right)) => Some(Value::Duration(left.plus(*right))),
        _ => None,
    }
}

/// The difference of a date and a duration, or of two numbers or durations; else as [`sum`].
#[must_use]
pub fn difference(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.checked_sub(*right).map(Value::Number),
        (Value::Date(_) | Value::Duration(_), Value::Duration(length)) => {
            sum(left, &Value::Duration(length.negated()))
        }
        _ => None,
    }
}

/// Whether a set has all, or any, of the members.
#[must_use]
pub fn includes(set: &Value, members: &Value, all: bool) -> Truth {
    match (set, members) {
        (Value::Set(set), Value::Set(members)) if all => (set & members == *members).into(),
        (Value::Set(set), Value::Set(members)) => (set & members != 0).into(),
        (Value::Texts(set), Value::Texts(members)) if all => {
            members.iter().all(|member| set.contains(member)).into()
        }
        (Value::Texts(set), Value::Texts(members)) => {
            members.iter().any(|member| set.contains(member)).into()
        }
        _ => Truth::Unknown,
    }
}

/// Whether a set has no member.
#[must_use]
pub fn is_empty(set: &Value) -> Truth {
    match set {
        Value::Set(members) => (*members == 0).into(),
        Value::Texts(members) => members.is_empty().into(),
        _ => Truth::Unknown,
    }
}

fn same_kind(left: &Value, right: &Value) -> bool {
    std::mem::discriminant(left) == std::mem::discriminant(right)
}
