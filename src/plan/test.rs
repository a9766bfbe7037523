//! How one question about values comes out for many products.

use super::column::{Column, Data, word_count};
use super::columns::Columns;
use super::compare::{Side, compare_sides, pack_truths, with_value};
use super::domain::{Along, Positions};
use super::order::{Term, Test};
use super::truth::{Truth, Words};
use super::value::{difference, includes, is_empty, sum};
use crate::model::condition::Comparison;
use crate::model::value::Value;
use std::borrow::Cow;

/// Answers a test for all positions of a domain.
pub(crate) fn answer(
    test: &Test,
    columns: &Columns<'_>,
    positions: &Positions,
    out: &mut Vec<Words>,
) {
    let len = positions.len();
    let side = |term| find(term, columns, positions);
    match test {
        Test::Holds(term) => answer_holds(side(term), len, out),
        Test::Compare { left, comparison, right } => {
            compare_sides(&side(left), *comparison, &side(right), len, out);
        }
        Test::In { term, values } => answer_in(side(term), values, len, out),
        Test::Includes { term, members, all } => {
            answer_includes(side(term), members, *all, len, out);
        }
        Test::Empty(term) => answer_empty(side(term), len, out),
        Test::Present(term) => answer_present(side(term), len, out),
    }
}

/// The values of a term at every position.
fn find<'c, 'a>(term: &'c Term, columns: &'c Columns<'a>, positions: &Positions) -> Side<'c, 'a> {
    let column = |input: usize| columns.column(input);
    let side = |term: &'c Term| find(term, columns, positions);
    let found = match term {
        Term::Unknown => None,
        Term::Value(value) => Some(Side::Value(Cow::Borrowed(value))),
        Term::Column { input, along: Along::Same } => {
            column(*input).map(|column| Side::Column(Cow::Borrowed(column)))
        }
        Term::Column { input, along } => column(*input)
            .map(|column| Side::Column(Cow::Owned(column.gather(positions.along(*along))))),
        Term::Sum { left, right } => combine(&side(left), &side(right), positions.len(), sum),
        Term::Difference { left, right } => {
            combine(&side(left), &side(right), positions.len(), difference)
        }
    };
    found.unwrap_or_else(|| unknown(positions.len()))
}

/// What is known nowhere. It is still compared: nothing holds of it and what is absent.
fn unknown<'c, 'a>(len: usize) -> Side<'c, 'a> {
    let mut column = Column::yes_no();
    column.reset(len);
    Side::Column(Cow::Owned(column))
}

/// Adds or subtracts at every position. Absent where one side is absent; `None` where two values
/// have no sum.
fn combine<'c, 'a>(
    left: &Side<'_, '_>,
    right: &Side<'_, '_>,
    len: usize,
    operation: fn(&Value, &Value) -> Option<Value>,
) -> Option<Side<'c, 'a>> {
    if let (Side::Value(left), Side::Value(right)) = (left, right) {
        return operation(left, right).map(|value| Side::Value(Cow::Owned(value)));
    }
    let mut column = Column::of_data(sum_data(left, right));
    column.reset(len);
    for position in 0..len {
        if let Some(value) = left.value(position).zip(right.value(position)) {
            operation(&value.0, &value.1)
                .iter()
                .for_each(|sum| column.store_computed(position, sum));
        }
    }
    for absences in [left.absent(), right.absent()] {
        for (absent, other) in column.absent.iter_mut().zip(absences) {
            *absent |= other;
        }
    }
    Some(Side::Column(Cow::Owned(column)))
}

/// Numbers add up to numbers, durations to durations, dates and durations to dates.
fn sum_data<'a>(left: &Side<'_, '_>, right: &Side<'_, '_>) -> Data<'a> {
    if left.is_date() || right.is_date() {
        Data::Dates(Vec::new())
    } else if left.is_number() {
        Data::Numbers(Vec::new())
    } else {
        Data::Durations { months: Vec::new(), seconds: Vec::new() }
    }
}

impl Side<'_, '_> {
    fn value(&self, position: usize) -> Option<Cow<'_, Value>> {
        match self {
            Side::Value(value) => Some(Cow::Borrowed(value)),
            Side::Column(column) => column.value(position),
        }
    }

    fn is_date(&self) -> bool {
        match self {
            Side::Value(value) => matches!(**value, Value::Date(_)),
            Side::Column(column) => matches!(column.data, Data::Dates(_)),
        }
    }

    fn is_number(&self) -> bool {
        match self {
            Side::Value(value) => matches!(**value, Value::Number(_)),
            Side::Column(column) => matches!(column.data, Data::Numbers(_)),
        }
    }

    fn absent(&self) -> &[u64] {
        match self {
            Side::Value(_) => &[],
            Side::Column(column) => &column.absent,
        }
    }
}

fn answer_holds(side: Side<'_, '_>, len: usize, out: &mut Vec<Words>) {
    let yes = Side::Value(Cow::Owned(Value::YesNo(true)));
    compare_sides(&side, Comparison::Equal, &yes, len, out);
}

fn answer_in(side: Side<'_, '_>, values: &[Value], len: usize, out: &mut Vec<Words>) {
    push_constant(Truth::False, len, out);
    let mut one = Vec::new();
    for value in values {
        one.clear();
        match &side {
            Side::Column(column) => with_value(column, Comparison::Equal, value, &mut one),
            constant => {
                let value = Side::Value(Cow::Borrowed(value));
                compare_sides(constant, Comparison::Equal, &value, len, &mut one);
            }
        }
        for (all, one) in out.iter_mut().zip(&one) {
            *all = all.or(*one);
        }
    }
}

fn answer_includes(
    side: Side<'_, '_>,
    members: &Value,
    all: bool,
    len: usize,
    out: &mut Vec<Words>,
) {
    let of_none = Truth::from(all && is_empty(members) == Truth::True);
    match (side, members) {
        (Side::Value(set), _) => push_constant(includes(&set, members, all), len, out),
        (Side::Column(column), Value::Set(wanted)) => match &column.data {
            Data::Set(bits) => includes_bits(&column, bits, *wanted, all, out),
            _ => push_each(&column, len, of_none, |set| includes(set, members, all), out),
        },
        (Side::Column(column), _) => {
            push_each(&column, len, of_none, |set| includes(set, members, all), out);
        }
    }
}

/// An absent set is an empty one: none of its bits is set.
fn includes_bits(
    column: &Column<'_>,
    members: &[Vec<u64>],
    wanted: u128,
    all: bool,
    out: &mut Vec<Words>,
) {
    let wanted = || (0u32..).zip(members).filter(|(member, _)| (wanted >> member) & 1 == 1);
    for (word, (valued, absent)) in column.valued.iter().zip(&column.absent).enumerate() {
        let bits = wanted().map(|(_, bits)| bits.get(word).copied().unwrap_or_default());
        let holds =
            if all { bits.fold(u64::MAX, |a, b| a & b) } else { bits.fold(0, |a, b| a | b) };
        let known = valued | absent;
        out.push(Words { yes: holds & known, no: !holds & known });
    }
}

fn answer_empty(side: Side<'_, '_>, len: usize, out: &mut Vec<Words>) {
    match side {
        Side::Value(set) => push_constant(is_empty(&set), len, out),
        Side::Column(column) => match &column.data {
            Data::Items(some) => {
                let known = column.valued.iter().zip(&column.absent);
                out.extend(known.zip(some).map(|((valued, absent), some)| Words {
                    yes: (valued & !some) | absent,
                    no: valued & some,
                }));
            }
            Data::Set(members) => {
                includes_bits(&column, members, u128::MAX, false, out);
                out.iter_mut().for_each(|word| *word = !*word);
            }
            _ => push_each(&column, len, Truth::True, is_empty, out),
        },
    }
}

fn answer_present(side: Side<'_, '_>, len: usize, out: &mut Vec<Words>) {
    match side {
        Side::Value(_) => push_constant(Truth::True, len, out),
        Side::Column(column) => {
            let known = column.valued.iter().zip(&column.absent);
            out.extend(known.map(|(&yes, &no)| Words { yes, no }));
        }
    }
}

/// Asks at every position; `absent` is the answer where the product has none.
fn push_each(
    column: &Column<'_>,
    len: usize,
    absent: Truth,
    ask: impl Fn(&Value) -> Truth,
    out: &mut Vec<Words>,
) {
    for (word, gone) in column.absent.iter().enumerate() {
        let start = word * Words::WIDTH;
        let truths =
            (start..len.min(start + Words::WIDTH)).map(|position| match column.value(position) {
                Some(value) => ask(&value),
                None if (gone >> (position - start)) & 1 == 1 => absent,
                None => Truth::Unknown,
            });
        out.push(pack_truths(truths));
    }
}

fn push_constant(truth: Truth, len: usize, out: &mut Vec<Words>) {
    out.resize(out.len() + word_count(len), Words::splat(truth));
}
