//! Numbers, days and lengths of time of 64 products, side by side: compared and added at once.
//!
//! What comes out is what [`super::value`] says of each pair of values alone.

use super::column::pack_date;
use super::truth::{Truth, Words};
use super::value::compare_durations;
use crate::model::condition::Comparison;
use crate::model::value::{Duration, Value};
use jiff::civil::Date;
use std::array::from_fn;
use std::borrow::Cow;

const WIDTH: usize = Words::WIDTH;

/// Values of one type, one for each product of a word.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "never stored: a box would be made for each word")]
pub(crate) enum Lanes<'c> {
    Numbers(Cow<'c, [i64; WIDTH]>),
    Days(Cow<'c, [Date; WIDTH]>),
    Lengths(Cow<'c, [Duration; WIDTH]>),
}

/// What is added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

impl Lanes<'_> {
    /// The same value for all.
    pub(super) fn splat(value: &Value) -> Option<Lanes<'static>> {
        Some(match value {
            Value::Number(number) => Lanes::Numbers(Cow::Owned([*number; WIDTH])),
            Value::Date(day) => Lanes::Days(Cow::Owned([*day; WIDTH])),
            Value::Duration(length) => Lanes::Lengths(Cow::Owned([*length; WIDTH])),
            _ => return None,
        })
    }

    /// How the values of some products compare. `None` for types that have nothing in common.
    pub(super) fn compare(
        &self,
        comparison: Comparison,
        right: &Lanes<'_>,
        asked: u64,
    ) -> Option<Words> {
        let ordered = |order: Order| Words {
            yes: order.accepted(comparison) & asked,
            no: !order.accepted(comparison) & asked,
        };
        Some(match (self, right) {
            (Lanes::Numbers(left), Lanes::Numbers(right)) => {
                ordered(Order::of(left, right, |number| *number))
            }
            (Lanes::Days(left), Lanes::Days(right)) => {
                ordered(Order::of(left, right, |day| pack_date(*day)))
            }
            (Lanes::Lengths(left), Lanes::Lengths(right)) => {
                compare_lengths(left, comparison, right, asked)
            }
            _ => return None,
        })
    }

    /// The sums or differences of some products, and of which there is one. `None` for types that
    /// do not add up.
    pub(super) fn combine(
        &self,
        sign: Sign,
        right: &Lanes<'_>,
        asked: u64,
    ) -> Option<(Lanes<'static>, u64)> {
        Some(match (self, right) {
            (Lanes::Numbers(left), Lanes::Numbers(right)) => {
                let combined = |at: usize| match sign {
                    Sign::Plus => left.get(at)?.checked_add(*right.get(at)?),
                    Sign::Minus => left.get(at)?.checked_sub(*right.get(at)?),
                };
                let (numbers, found) = each(asked, 0, combined);
                (Lanes::Numbers(Cow::Owned(numbers)), found)
            }
            (Lanes::Days(days), Lanes::Lengths(lengths)) => shift(days, sign, lengths, asked),
            (Lanes::Lengths(lengths), Lanes::Days(days)) if sign == Sign::Plus => {
                shift(days, sign, lengths, asked)
            }
            (Lanes::Lengths(left), Lanes::Lengths(right)) => {
                let combined = |at: usize| Some(left.get(at)?.plus(signed(sign, *right.get(at)?)));
                let (lengths, found) = each(asked, Duration::default(), combined);
                (Lanes::Lengths(Cow::Owned(lengths)), found)
            }
            _ => return None,
        })
    }
}

/// Of which products the left value is less than the right one, and of which both are equal.
#[derive(Debug, Clone, Copy, Default)]
struct Order {
    less: u64,
    equal: u64,
}

impl Order {
    fn of<T>(left: &[T; WIDTH], right: &[T; WIDTH], rank: impl Fn(&T) -> i64) -> Order {
        let mut order = Order::default();
        for (at, (left, right)) in left.iter().zip(right).enumerate() {
            let (left, right) = (rank(left), rank(right));
            order.less |= u64::from(left < right) << at;
            order.equal |= u64::from(left == right) << at;
        }
        order
    }

    fn accepted(self, comparison: Comparison) -> u64 {
        match comparison {
            Comparison::Equal => self.equal,
            Comparison::AtLeast => !self.less,
            Comparison::AtMost => self.less | self.equal,
            Comparison::MoreThan => !(self.less | self.equal),
            Comparison::LessThan => self.less,
        }
    }
}

fn compare_lengths(
    left: &[Duration; WIDTH],
    comparison: Comparison,
    right: &[Duration; WIDTH],
    asked: u64,
) -> Words {
    let mut words = Words::UNKNOWN;
    for (at, (left, right)) in left.iter().zip(right).enumerate() {
        match compare_durations(*left, comparison, *right) {
            Truth::True => words.yes |= 1 << at,
            Truth::False => words.no |= 1 << at,
            Truth::Unknown => {}
        }
    }
    Words { yes: words.yes & asked, no: words.no & asked }
}

fn shift(
    days: &[Date; WIDTH],
    sign: Sign,
    lengths: &[Duration; WIDTH],
    asked: u64,
) -> (Lanes<'static>, u64) {
    let shifted = |at: usize| signed(sign, *lengths.get(at)?).after(*days.get(at)?);
    let (days, found) = each(asked, Date::ZERO, shifted);
    (Lanes::Days(Cow::Owned(days)), found)
}

fn signed(sign: Sign, length: Duration) -> Duration {
    match sign {
        Sign::Plus => length,
        Sign::Minus => length.negated(),
    }
}

/// What is computed of each product that is asked for, and of which something was.
fn each<T: Copy>(asked: u64, none: T, compute: impl Fn(usize) -> Option<T>) -> ([T; WIDTH], u64) {
    let mut found = 0;
    let values = from_fn(|at| {
        let value = if (asked >> at) & 1 == 1 { compute(at) } else { None };
        found |= u64::from(value.is_some()) << at;
        value.unwrap_or(none)
    });
    (values, found)
}

#[cfg(test)]
mod tests {
    use super::{Lanes, Sign, WIDTH};
    use crate::model::condition::Comparison;
    use crate::model::value::{Duration, Value};
    use crate::plan::value::{compare, difference, sum};
    use jiff::civil::date;
    use std::borrow::Cow;

    const COMPARISONS: [Comparison; 5] = [
        Comparison::Equal,
        Comparison::AtLeast,
        Comparison::AtMost,
        Comparison::MoreThan,
        Comparison::LessThan,
    ];

    /// Values of every type that stands side by side, the extreme ones with them.
    fn values() -> Vec<Value> {
        let numbers = [i64::MIN, -1, 0, 7, i64::MAX].map(Value::Number);
        let days = [date(-9999, 1, 1), date(2024, 2, 29), date(2026, 8, 31), date(9999, 12, 31)];
        let length = |months, seconds| Value::Duration(Duration { months, seconds });
        let lengths = [
            length(0, 0),
            length(1, 0),
            length(-12, 0),
            length(60, -5 * 86_400),
            length(0, 31 * 86_400),
            length(0, 3_600),
            length(i64::MAX, i64::MAX),
        ];
        numbers.into_iter().chain(days.map(Value::Date)).chain(lengths).collect()
    }

    fn lane(lanes: &Lanes<'_>, at: usize) -> Value {
        match lanes {
            Lanes::Numbers(values) => Value::Number(values[at]),
            Lanes::Days(values) => Value::Date(values[at]),
            Lanes::Lengths(values) => Value::Duration(values[at]),
        }
    }

    #[test]
    fn side_by_side_is_as_one_by_one() {
        let (values, asked) = (values(), 0b110);
        let mut added = 0;
        for (left, right) in values.iter().flat_map(|one| values.iter().map(move |two| (one, two)))
        {
            let lanes = [left, right].map(|value| Lanes::splat(value).unwrap());
            for comparison in COMPARISONS {
                let alone = compare(left, comparison, right);
                if let Some(words) = lanes[0].compare(comparison, &lanes[1], asked) {
                    assert_eq!((words.get(1), words.get(2)), (alone, alone), "{left:?} {right:?}");
                    assert_eq!((words.yes | words.no) & !asked, 0);
                }
            }
            for (sign, alone) in
                [(Sign::Plus, sum(left, right)), (Sign::Minus, difference(left, right))]
            {
                let found = lanes[0].combine(sign, &lanes[1], asked);
                assert!(found.is_some() || alone.is_none(), "{left:?} {right:?}");
                if let Some((combined, found)) = found {
                    assert_eq!(found, if alone.is_some() { asked } else { 0 });
                    added += u32::from(alone.is_some());
                    assert!(alone.is_none_or(|alone| lane(&combined, 1) == alone));
                }
            }
        }
        assert!(added > 50, "{added}");
    }

    #[test]
    fn each_product_is_compared_for_itself() {
        let mut numbers = [0; WIDTH];
        numbers[3] = 5;
        numbers[63] = -5;
        let (left, right) = (Lanes::Numbers(Cow::Owned(numbers)), Lanes::splat(&Value::Number(0)));
        let words = left.compare(Comparison::MoreThan, &right.unwrap(), u64::MAX).unwrap();
        assert_eq!((words.yes, words.no), (1 << 3, !(1 << 3)));
    }
}
