//! How one comparison comes out for many products.

use super::column::{Bits, Column, Data, pack_date, word_count};
use super::truth::{Truth, Words};
use super::value::{compare, compare_durations};
use crate::model::condition::Comparison;
use crate::model::value::{Duration, Value};
use std::borrow::Cow;
use std::iter::repeat;

/// One side of a comparison.
#[derive(Debug)]
pub(crate) enum Side<'c, 'a> {
    /// The same value for all.
    Value(Cow<'c, Value>),
    /// A value for each.
    Column(Cow<'c, Column<'a>>),
}

/// Compares two sides for `len` products.
pub(crate) fn compare_sides(
    left: &Side<'_, '_>,
    comparison: Comparison,
    right: &Side<'_, '_>,
    len: usize,
    out: &mut Vec<Words>,
) {
    match (left, right) {
        (Side::Value(left), Side::Value(right)) => {
            out.resize(word_count(len), Words::splat(compare(left, comparison, right)));
        }
        (Side::Column(left), Side::Value(right)) => with_value(left, comparison, right, out),
        (Side::Value(left), Side::Column(right)) => {
            with_value(right, comparison.mirrored(), left, out);
        }
        (Side::Column(left), Side::Column(right)) => with_column(left, comparison, right, out),
    }
}

/// Compares a column with one value.
pub(crate) fn with_value(
    column: &Column<'_>,
    comparison: Comparison,
    value: &Value,
    out: &mut Vec<Words>,
) {
    let known = column.valued.iter().copied().zip(column.absent.iter().copied());
    match (&column.data, value) {
        (Data::Numbers(left), Value::Number(right)) => {
            push_two_valued(to_value(comparison, left, *right), known, out);
        }
        (Data::Dates(left), Value::Date(right)) => {
            push_two_valued(to_value(comparison, left, pack_date(*right)), known, out);
        }
        (Data::YesNo(bits), Value::YesNo(yes)) if comparison == Comparison::Equal => {
            push_two_valued(bits.iter().map(|&bits| if *yes { bits } else { !bits }), known, out);
        }
        (Data::OneOf(members), Value::Word(word)) if comparison == Comparison::Equal => {
            let bits = members.get(usize::from(*word)).into_iter().flatten().copied();
            push_two_valued(bits.chain(repeat(0)), known, out);
        }
        (Data::Durations { months, seconds }, Value::Duration(right)) => {
            with_duration(months, seconds, comparison, *right, known, out);
        }
        _ => push_three_valued(
            (0..column.valued.len() * Words::WIDTH).map(|position| {
                let left = column.value(position);
                left.map_or(Truth::Unknown, |left| compare(&left, comparison, value))
            }),
            known,
            out,
        ),
    }
}

/// Where months compare with months, or seconds with seconds, the calendar is out of it.
fn with_duration(
    months: &[i64],
    seconds: &[i64],
    comparison: Comparison,
    right: Duration,
    known: impl Iterator<Item = (u64, u64)>,
    out: &mut Vec<Words>,
) {
    if seconds.iter().all(|&seconds| seconds == right.seconds) {
        push_two_valued(to_value(comparison, months, right.months), known, out);
    } else if months.iter().all(|&months| months == right.months) {
        push_two_valued(to_value(comparison, seconds, right.seconds), known, out);
    } else {
        let lefts = months.iter().zip(seconds);
        let lefts = lefts.map(|(&months, &seconds)| Duration { months, seconds });
        let truths = lefts.map(|left| compare_durations(left, comparison, right));
        push_three_valued(truths, known, out);
    }
}

fn with_column(
    left: &Column<'_>,
    comparison: Comparison,
    right: &Column<'_>,
    out: &mut Vec<Words>,
) {
    let valued = left.valued.iter().zip(&right.valued).map(|(left, right)| left & right);
    let absent = left.absent.iter().zip(&right.absent).map(|(left, right)| left | right);
    let known = valued.zip(absent);
    match (&left.data, &right.data) {
        (Data::Numbers(lefts), Data::Numbers(rights))
        | (Data::Dates(lefts), Data::Dates(rights)) => {
            push_two_valued(to_column(comparison, lefts, rights), known, out);
        }
        (Data::OneOf(lefts), Data::OneOf(rights)) if comparison == Comparison::Equal => {
            push_two_valued(same_member(lefts, rights, left.valued.len()).into_iter(), known, out);
        }
        _ => push_three_valued(
            (0..left.valued.len() * Words::WIDTH).map(|position| {
                let sides = left.value(position).zip(right.value(position));
                sides.map_or(Truth::Unknown, |(left, right)| compare(&left, comparison, &right))
            }),
            known,
            out,
        ),
    }
}

/// Where two one-of columns hold the same value.
fn same_member(lefts: &[Bits], rights: &[Bits], words: usize) -> Bits {
    let mut same = vec![0; words];
    for (left, right) in lefts.iter().zip(rights) {
        for (same, (left, right)) in same.iter_mut().zip(left.iter().zip(right)) {
            *same |= left & right;
        }
    }
    same
}

/// Words of bits: where the number is so to the value.
fn to_value(comparison: Comparison, left: &[i64], right: i64) -> impl Iterator<Item = u64> {
    left.chunks(Words::WIDTH)
        .map(move |left| pack_ordered(comparison, left.iter().map(|&left| (left, right))))
}

/// Words of bits: where the left number is so to the right one.
fn to_column(comparison: Comparison, left: &[i64], right: &[i64]) -> impl Iterator<Item = u64> {
    left.chunks(Words::WIDTH).zip(right.chunks(Words::WIDTH)).map(move |(left, right)| {
        pack_ordered(comparison, left.iter().copied().zip(right.iter().copied()))
    })
}

/// One word of bits, the last pair first: shifting by one is what the processor does best.
fn pack_ordered(comparison: Comparison, pairs: impl DoubleEndedIterator<Item = (i64, i64)>) -> u64 {
    let pairs = pairs.rev();
    match comparison {
        Comparison::Equal => pairs.fold(0, |word, (l, r)| word << 1 | u64::from(l == r)),
        Comparison::AtLeast => pairs.fold(0, |word, (l, r)| word << 1 | u64::from(l >= r)),
        Comparison::AtMost => pairs.fold(0, |word, (l, r)| word << 1 | u64::from(l <= r)),
        Comparison::MoreThan => pairs.fold(0, |word, (l, r)| word << 1 | u64::from(l > r)),
        Comparison::LessThan => pairs.fold(0, |word, (l, r)| word << 1 | u64::from(l < r)),
    }
}

/// `known` is where both sides have a value, and where one is absent (then it does not hold).
fn push_two_valued(
    holds: impl Iterator<Item = u64>,
    known: impl Iterator<Item = (u64, u64)>,
    out: &mut Vec<Words>,
) {
    out.extend(known.zip(holds).map(|((valued, absent), holds)| Words {
        yes: holds & valued,
        no: (!holds & valued) | absent,
    }));
}

fn push_three_valued(
    truths: impl Iterator<Item = Truth>,
    known: impl Iterator<Item = (u64, u64)>,
    out: &mut Vec<Words>,
) {
    let mut truths = truths;
    out.extend(known.map(|(valued, absent)| {
        let word = pack_truths(truths.by_ref());
        Words { yes: word.yes & valued, no: (word.no & valued) | absent }
    }));
}

/// The first 64 of some truths as a word.
pub(crate) fn pack_truths(truths: impl Iterator<Item = Truth>) -> Words {
    truths.take(Words::WIDTH).enumerate().fold(Words::UNKNOWN, |word, (place, truth)| Words {
        yes: word.yes | u64::from(truth == Truth::True) << place,
        no: word.no | u64::from(truth == Truth::False) << place,
    })
}
