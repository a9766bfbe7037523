//! Numbers, days and lengths of time of 64 products, side by side: compared and added at once.
//!
//! What comes out is what [`super::value`] says of each pair of values alone.

use super::packed_day::PackedDay;
use super::truth::{Truth, Words};
use super::value::compare_durations;
use crate::model::condition::Comparison;
use crate::model::value::{Duration, Value};
use std::array::from_fn;
use std::ops::Deref;

const WIDTH: usize = Words::WIDTH;

/// Values of one type, one for each product of a word.
#[derive(Debug, Clone)]
pub(crate) enum Lanes<'c> {
    Numbers(Lane<'c, i64>),
    Days(Lane<'c, PackedDay>),
    Lengths(Lane<'c, Duration>),
}

/// Values that stand somewhere, or were computed.
#[derive(Debug, Clone)]
pub(crate) enum Lane<'c, T> {
    Held(&'c [T; WIDTH]),
    Made(Box<[T; WIDTH]>),
}

impl<T> Deref for Lane<'_, T> {
    type Target = [T; WIDTH];

    fn deref(&self) -> &[T; WIDTH] {
        match self {
            Lane::Held(values) => values,
            Lane::Made(values) => values,
        }
    }
}

impl<T> From<[T; WIDTH]> for Lane<'_, T> {
    fn from(values: [T; WIDTH]) -> Self {
        Lane::Made(Box::new(values))
    }
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
            Value::Number(number) => Lanes::Numbers([*number; WIDTH].into()),
            Value::Date(day) => Lanes::Days([(*day).into(); WIDTH].into()),
            Value::Duration(length) => Lanes::Lengths([*length; WIDTH].into()),
            _ => return None,
        })
    }

    /// The same values, where they stand.
    pub(super) fn held(&self) -> Lanes<'_> {
        match self {
            Lanes::Numbers(values) => Lanes::Numbers(Lane::Held(values)),
            Lanes::Days(values) => Lanes::Days(Lane::Held(values)),
            Lanes::Lengths(values) => Lanes::Lengths(Lane::Held(values)),
        }
    }

    /// How the values of some products compare. `None` for types that have nothing in common.
    pub(super) fn compare(
        &self,
        comparison: Comparison,
        right: &Lanes<'_>,
        asked: u64,
    ) -> Option<Words> {
        let ordered = |order: Order| order.accepted(comparison, asked);
        Some(match (self, right) {
            (Lanes::Numbers(left), Lanes::Numbers(right)) => {
                ordered(Order::of(left, right, |number| *number))
            }
            (Lanes::Days(left), Lanes::Days(right)) => ordered(Order::of(left, right, |day| *day)),
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
                (Lanes::Numbers(numbers.into()), found)
            }
            (Lanes::Days(days), Lanes::Lengths(lengths)) => shift(days, sign, lengths, asked),
            (Lanes::Lengths(lengths), Lanes::Days(days)) if sign == Sign::Plus => {
                shift(days, sign, lengths, asked)
            }
            (Lanes::Lengths(left), Lanes::Lengths(right)) => {
                let combined = |at: usize| Some(left.get(at)?.plus(signed(sign, *right.get(at)?)));
                let (lengths, found) = each(asked, Duration::default(), combined);
                (Lanes::Lengths(lengths.into()), found)
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
    fn of<T, R: Ord>(left: &[T; WIDTH], right: &[T; WIDTH], rank: impl Fn(&T) -> R) -> Order {
        // Bytes first: those are compared several at a time.
        let (mut less, mut equal) = ([0; WIDTH], [0; WIDTH]);
        let ranks = left.iter().zip(right).map(|(left, right)| (rank(left), rank(right)));
        for ((left, right), (less, equal)) in ranks.zip(less.iter_mut().zip(&mut equal)) {
            *less = u8::from(left < right);
            *equal = u8::from(left == right);
        }
        Order { less: bits(less), equal: bits(equal) }
    }

    fn more(self) -> u64 {
        !(self.less | self.equal)
    }

    /// Of which of some products the comparison holds, and of which it does not.
    fn accepted(self, comparison: Comparison, asked: u64) -> Words {
        let yes = match comparison {
            Comparison::Equal => self.equal,
            Comparison::AtLeast => !self.less,
            Comparison::AtMost => self.less | self.equal,
            Comparison::MoreThan => self.more(),
            Comparison::LessThan => self.less,
        };
        Words { yes: yes & asked, no: !yes & asked }
    }
}

/// Of which bytes, each 0 or 1, are 1.
fn bits(bytes: [u8; WIDTH]) -> u64 {
    /// Brings bit *n* of what it multiplies from the lowest bit of byte *n* to the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = bytes.as_chunks();
    let bits = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    bits.rev().fold(0, |all, bits| all << 8 | bits)
}

/// A length with no fewer months and no fewer seconds is no shorter, whatever the calendar; only
/// where one has more months and the other more seconds do its bounds decide.
fn compare_lengths(
    left: &[Duration; WIDTH],
    comparison: Comparison,
    right: &[Duration; WIDTH],
    asked: u64,
) -> Words {
    let months = Order::of(left, right, |length| length.months);
    let seconds = Order::of(left, right, |length| length.seconds);
    let mut unclear = asked & (months.less & seconds.more() | months.more() & seconds.less);
    let order = Order { less: months.less | seconds.less, equal: months.equal & seconds.equal };
    let mut words = order.accepted(comparison, asked & !unclear);
    while unclear != 0 {
        let at = unclear.trailing_zeros() as usize;
        unclear &= unclear - 1;
        let lengths = left.get(at).zip(right.get(at));
        match lengths.map(|(left, right)| compare_durations(*left, comparison, *right)) {
            Some(Truth::True) => words.yes |= 1 << at,
            Some(Truth::False) => words.no |= 1 << at,
            _ => {}
        }
    }
    words
}

fn shift(
    days: &[PackedDay; WIDTH],
    sign: Sign,
    lengths: &[Duration; WIDTH],
    asked: u64,
) -> (Lanes<'static>, u64) {
    let shifted = |at: usize| days.get(at)?.plus(signed(sign, *lengths.get(at)?));
    let (days, found) = each(asked, PackedDay::default(), shifted);
    (Lanes::Days(days.into()), found)
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
            Lanes::Days(values) => Value::Date(values[at].date().unwrap()),
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
        let (left, right) = (Lanes::Numbers(numbers.into()), Lanes::splat(&Value::Number(0)));
        let words = left.compare(Comparison::MoreThan, &right.unwrap(), u64::MAX).unwrap();
        assert_eq!((words.yes, words.no), (1 << 3, !(1 << 3)));
    }
}
