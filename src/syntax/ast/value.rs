//! Values, and the types of the vocabulary.

use super::{Name, Path, Spanned};
use jiff::civil::Date;

/// A value in a condition or parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `unique_per_unit`, `fr`, `NL`
    Word(String),
    /// `yes`, `no`
    YesNo(bool),
    /// `12`
    Integer(i64),
    /// `64 bits`, `1 year 6 months`
    Quantity(Vec<(i64, Name)>),
    /// `2027-12-11`
    Date(Date),
    /// `"…"`
    Text(String),
    /// `150.00 EUR`: minor units (two decimals), currency.
    Money(i64, String),
}

/// A value in `given`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A value as in conditions.
    Literal(Literal),
    /// `absent`
    Absent,
    /// `[a, b]`
    List(Vec<Spanned<Value>>),
    /// `{field: value}`
    Record(Vec<(Name, Spanned<Value>)>),
}

/// A type of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// `yes or no`
    YesNo,
    /// `one of {a, b}`
    OneOf(Vec<Name>),
    /// `set of {a, b}`
    SetOf(Vec<Name>),
    /// `whole number in bits`
    WholeNumber(Option<Name>),
    /// `duration`, `date`, `text`, `url`, `version`, `language`, `country`, `territory`, `money`
    Simple(String),
    /// `set of text`, `set of languages`, `set of countries`
    OpenSet(String),
    /// `reference to parties`
    Reference(Path),
    /// `list`
    List,
}
