//! One fact of many products as a column: what is known, what is absent, and the values.

use super::reading::Reading;
use super::truth::{Truth, Words};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::{Fact, Type};
use jiff::civil::Date;
use std::borrow::Cow;

/// A bit for each product.
pub(crate) type Bits = Vec<u64>;

/// A fact of many products. A product with neither bit set is unknown.
#[derive(Debug, Clone)]
pub(crate) struct Column<'a> {
    /// Where there is a value.
    pub(crate) valued: Bits,
    /// Where the product is known to have none.
    pub(crate) absent: Bits,
    /// The values.
    pub(crate) data: Data<'a>,
}

/// The values of a column, packed as their type allows.
#[derive(Debug, Clone)]
pub(crate) enum Data<'a> {
    /// A yes/no fact: where it is yes.
    YesNo(Bits),
    /// A one-of: for each value, where it is that.
    OneOf(Vec<Bits>),
    /// A closed set: for each member, where the set has it.
    Set(Vec<Bits>),
    /// Whole numbers.
    Numbers(Vec<i64>),
    /// Dates, as [`pack_date`] packs them.
    Dates(Vec<i64>),
    /// Durations: their months and their seconds.
    Durations {
        /// Months.
        months: Vec<i64>,
        /// Seconds.
        seconds: Vec<i64>,
    },
    /// A list: where it has an item.
    Items(Bits),
    /// Anything else, as stated.
    Other(Vec<Option<&'a Value>>),
}

impl<'a> Column<'a> {
    /// A column of which nothing is known, for values of that type.
    pub(crate) fn of_type(kind: &Type) -> Column<'a> {
        let members = |values: &Vec<String>| vec![Bits::new(); values.len()];
        Column::of_data(match kind {
            Type::YesNo => Data::YesNo(Bits::new()),
            Type::OneOf(values) => Data::OneOf(members(values)),
            Type::SetOf(values) => Data::Set(members(values)),
            Type::WholeNumber { .. } => Data::Numbers(Vec::new()),
            Type::Date => Data::Dates(Vec::new()),
            Type::Duration => Data::Durations { months: Vec::new(), seconds: Vec::new() },
            Type::List => Data::Items(Bits::new()),
            _ => Data::Other(Vec::new()),
        })
    }

    /// A column for values like that one.
    pub(crate) fn like(value: Option<&Value>) -> Column<'a> {
        Column::of_data(match value {
            Some(Value::YesNo(_)) => Data::YesNo(Bits::new()),
            Some(Value::Number(_)) => Data::Numbers(Vec::new()),
            Some(Value::Date(_)) => Data::Dates(Vec::new()),
            Some(Value::Duration(_)) => Data::Durations { months: Vec::new(), seconds: Vec::new() },
            _ => Data::Other(Vec::new()),
        })
    }

    /// A column of yes and no.
    pub(crate) fn yes_no() -> Column<'a> {
        Column::of_data(Data::YesNo(Bits::new()))
    }

    /// A column for a declared fact; unknown throughout where nothing is declared.
    pub(crate) fn of_fact(fact: Option<&Fact>) -> Column<'a> {
        fact.map_or_else(|| Column::like(None), |fact| Column::of_type(&fact.kind))
    }

    pub(crate) fn of_data(data: Data<'a>) -> Column<'a> {
        Column { valued: Bits::new(), absent: Bits::new(), data }
    }

    /// Makes room for `len` products, of which nothing is known.
    pub(crate) fn reset(&mut self, len: usize) {
        reset_bits(&mut self.valued, len);
        reset_bits(&mut self.absent, len);
        match &mut self.data {
            Data::YesNo(bits) | Data::Items(bits) => reset_bits(bits, len),
            Data::OneOf(members) | Data::Set(members) => {
                members.iter_mut().for_each(|bits| reset_bits(bits, len));
            }
            Data::Numbers(values) | Data::Dates(values) => reset_values(values, len),
            Data::Durations { months, seconds } => {
                reset_values(months, len);
                reset_values(seconds, len);
            }
            Data::Other(values) => reset_values(values, len),
        }
    }

    /// Stores what is stated at a position.
    pub(crate) fn read(&mut self, position: usize, reading: Reading<'a>) {
        match reading {
            Reading::Unstated | Reading::TooWeak(_) => {}
            Reading::Absent(_) => set_bit(&mut self.absent, position),
            Reading::Value(value, _) => self.store(position, value),
            Reading::Items(items, _) => self.store_items(position, items.len()),
        }
    }

    /// Stores the value of a position.
    pub(crate) fn store(&mut self, position: usize, value: &'a Value) {
        if let Data::Other(values) = &mut self.data {
            put(values, position, Some(value));
            set_bit(&mut self.valued, position);
        } else {
            self.store_computed(position, value);
        }
    }

    /// Stores a truth of a position in a column of yes and no.
    pub(crate) fn store_truth(&mut self, position: usize, truth: Truth) {
        if truth.is_known() {
            self.store_computed(position, &Value::YesNo(truth == Truth::True));
        }
    }

    /// Stores a value that need not live on: of any packed type.
    pub(crate) fn store_computed(&mut self, position: usize, value: &Value) {
        if self.store_packed(position, value) {
            set_bit(&mut self.valued, position);
        }
    }

    /// Whether the value is of the column's type; if so, stores it.
    fn store_packed(&mut self, position: usize, value: &Value) -> bool {
        match (&mut self.data, value) {
            (Data::YesNo(bits), Value::YesNo(yes)) => put_bit(bits, position, *yes),
            (Data::OneOf(members), Value::Word(word)) => put_word(members, position, *word),
            (Data::Set(members), Value::Set(set)) => put_set(members, position, *set),
            (Data::Numbers(values), Value::Number(number)) => put(values, position, *number),
            (Data::Dates(values), Value::Date(date)) => put(values, position, pack_date(*date)),
            (Data::Durations { months, seconds }, Value::Duration(length)) => {
                put(months, position, length.months);
                put(seconds, position, length.seconds);
            }
            _ => return false,
        }
        true
    }

    fn store_items(&mut self, position: usize, items: usize) {
        if let Data::Items(bits) = &mut self.data {
            put_bit(bits, position, items > 0);
            set_bit(&mut self.valued, position);
        }
    }

    /// The value of a position, where there is one.
    pub(crate) fn value(&self, position: usize) -> Option<Cow<'a, Value>> {
        if !bit(&self.valued, position) {
            return None;
        }
        let value = match &self.data {
            Data::YesNo(bits) => Value::YesNo(bit(bits, position)),
            Data::OneOf(members) => Value::Word(
                u8::try_from(members.iter().position(|bits| bit(bits, position))?).ok()?,
            ),
            Data::Set(members) => Value::Set(take_set(members, position)),
            Data::Numbers(values) => Value::Number(*values.get(position)?),
            Data::Dates(values) => Value::Date(unpack_date(*values.get(position)?)?),
            Data::Durations { months, seconds } => Value::Duration(Duration {
                months: *months.get(position)?,
                seconds: *seconds.get(position)?,
            }),
            Data::Items(_) => return None,
            Data::Other(values) => return (*values.get(position)?).map(Cow::Borrowed),
        };
        Some(Cow::Owned(value))
    }

    /// The column with its positions rearranged: position *i* is what was at `from[i]`.
    pub(crate) fn gather(&self, from: &[u32]) -> Column<'a> {
        Column {
            valued: gather_bits(&self.valued, from),
            absent: gather_bits(&self.absent, from),
            data: match &self.data {
                Data::YesNo(bits) => Data::YesNo(gather_bits(bits, from)),
                Data::Items(bits) => Data::Items(gather_bits(bits, from)),
                Data::OneOf(members) => Data::OneOf(gather_members(members, from)),
                Data::Set(members) => Data::Set(gather_members(members, from)),
                Data::Numbers(values) => Data::Numbers(gather_values(values, from)),
                Data::Dates(values) => Data::Dates(gather_values(values, from)),
                Data::Durations { months, seconds } => Data::Durations {
                    months: gather_values(months, from),
                    seconds: gather_values(seconds, from),
                },
                Data::Other(values) => Data::Other(gather_values(values, from)),
            },
        }
    }
}

/// A date as one number, in the order of the calendar.
pub(crate) fn pack_date(date: Date) -> i64 {
    i64::from(date.year()) * 512 + i64::from(date.month()) * 32 + i64::from(date.day())
}

/// The date that [`pack_date`] packed.
pub(crate) fn unpack_date(packed: i64) -> Option<Date> {
    let part = |number: i64| i8::try_from(number).ok();
    let year = i16::try_from(packed.div_euclid(512)).ok()?;
    let rest = packed.rem_euclid(512);
    Date::new(year, part(rest / 32)?, part(rest % 32)?).ok()
}

/// How many words hold `len` bits.
pub(crate) fn word_count(len: usize) -> usize {
    len.div_ceil(Words::WIDTH)
}

/// The bit of a position.
pub(crate) fn bit(bits: &[u64], position: usize) -> bool {
    bits.get(position / 64).is_some_and(|word| (word >> (position % 64)) & 1 == 1)
}

/// Sets the bit of a position.
pub(crate) fn set_bit(bits: &mut [u64], position: usize) {
    if let Some(word) = bits.get_mut(position / 64) {
        *word |= 1 << (position % 64);
    }
}

/// Clears all of `len` bits.
pub(crate) fn reset_bits(bits: &mut Bits, len: usize) {
    reset_values(bits, word_count(len));
}

fn put_bit(bits: &mut [u64], position: usize, value: bool) {
    if value {
        set_bit(bits, position);
    }
}

fn put_word(members: &mut [Bits], position: usize, word: u8) {
    if let Some(bits) = members.get_mut(usize::from(word)) {
        set_bit(bits, position);
    }
}

fn put_set(members: &mut [Bits], position: usize, set: u128) {
    for (member, bits) in members.iter_mut().enumerate() {
        put_bit(bits, position, (set >> member) & 1 == 1);
    }
}

fn take_set(members: &[Bits], position: usize) -> u128 {
    members.iter().rev().fold(0, |set, bits| set << 1 | u128::from(bit(bits, position)))
}

fn put<T>(values: &mut [T], position: usize, value: T) {
    if let Some(place) = values.get_mut(position) {
        *place = value;
    }
}

fn reset_values<T: Clone + Default>(values: &mut Vec<T>, len: usize) {
    values.clear();
    values.resize(len, T::default());
}

fn gather_values<T: Copy + Default>(values: &[T], from: &[u32]) -> Vec<T> {
    from.iter().map(|&from| values.get(from as usize).copied().unwrap_or_default()).collect()
}

fn gather_members(members: &[Bits], from: &[u32]) -> Vec<Bits> {
    members.iter().map(|bits| gather_bits(bits, from)).collect()
}

fn gather_bits(bits: &[u64], from: &[u32]) -> Bits {
    from.chunks(Words::WIDTH)
        .map(|chunk| pack_bits(chunk.iter().map(|&from| bit(bits, from as usize))))
        .collect()
}

/// The first 64 of some bits as a word.
pub(crate) fn pack_bits(bits: impl Iterator<Item = bool>) -> u64 {
    bits.take(Words::WIDTH).enumerate().fold(0, |word, (place, bit)| word | u64::from(bit) << place)
}
