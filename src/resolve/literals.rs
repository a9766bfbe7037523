//! Gives a written value its type: what the fact it is compared with needs.

use super::error::ResolveError;
use super::report::Faults;
use crate::model::jurisdiction::Jurisdictions;
use crate::model::value::{Duration, Money, Value, Version};
use crate::model::vocabulary::Type;
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::ast::{Literal, Name};

const DAY: i64 = 86_400;

/// Units of durations: name in the singular, months, seconds.
const UNITS: [(&str, i64, i64); 7] = [
    ("year", 12, 0),
    ("month", 1, 0),
    ("week", 0, 7 * DAY),
    ("day", 0, DAY),
    ("hour", 0, 3_600),
    ("minute", 0, 60),
    ("second", 0, 1),
];

/// What is needed to read a value: whose value it is, and the territories for codes.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The type.
    pub(super) kind: &'a Type,
    /// Whose type it is, for messages.
    pub(super) path: &'a str,
    /// For `territory`.
    pub(super) jurisdictions: &'a Jurisdictions,
}

/// The value, or a fault.
pub(super) fn lower_literal(
    faults: &mut Faults,
    wanted: Wanted<'_>,
    literal: &Spanned<Literal>,
) -> Option<Value> {
    match (wanted.kind, &literal.node) {
        (_, Literal::Word(word)) if word.contains('.') => mismatch(faults, wanted, literal),
        (Type::YesNo, Literal::YesNo(answer)) => Some(Value::YesNo(*answer)),
        (Type::OneOf(values), Literal::Word(word)) => {
            lower_member(faults, wanted, values, word, literal.span).map(Value::Word)
        }
        (Type::SetOf(values), Literal::Word(word)) => {
            let member = lower_member(faults, wanted, values, word, literal.span)?;
            Some(Value::Set(1 << member))
        }
        (Type::WholeNumber { unit: None }, Literal::Integer(number)) => {
            Some(Value::Number(*number))
        }
        (Type::WholeNumber { unit: Some(_) }, Literal::Integer(number)) => {
            Some(Value::Number(*number))
        }
        (Type::WholeNumber { unit: Some(unit) }, Literal::Quantity(parts)) => {
            lower_number(faults, wanted, unit, parts, literal.span)
        }
        (Type::Duration, Literal::Quantity(parts)) => {
            lower_duration(faults, parts).map(Value::Duration)
        }
        (Type::Date, Literal::Date(day)) => Some(Value::Date(*day)),
        (
            Type::Text | Type::Url | Type::Reference(_),
            Literal::Text(text) | Literal::Word(text),
        ) => Some(Value::Text(text.clone())),
        (Type::SetOfText, Literal::Text(text) | Literal::Word(text)) => {
            Some(Value::Texts(vec![text.clone()]))
        }
        (Type::Language, Literal::Text(code) | Literal::Word(code)) => {
            Some(Value::Text(code.to_ascii_lowercase()))
        }
        (Type::SetOfLanguages, Literal::Text(code) | Literal::Word(code)) => {
            Some(Value::Texts(vec![code.to_ascii_lowercase()]))
        }
        (Type::Country, Literal::Text(code) | Literal::Word(code)) => {
            Some(Value::Text(code.to_ascii_uppercase()))
        }
        (Type::SetOfCountries, Literal::Text(code) | Literal::Word(code)) => {
            Some(Value::Texts(vec![code.to_ascii_uppercase()]))
        }
        (Type::Territory, Literal::Text(code) | Literal::Word(code)) => {
            lower_territory(faults, wanted, code, literal.span)
        }
        (Type::Version, Literal::Text(version)) => Some(Value::Version(Version(version.clone()))),
        (Type::Version, Literal::Integer(version)) => {
            Some(Value::Version(Version(version.to_string())))
        }
        (Type::Money, Literal::Money(minor, currency)) => {
            Some(Value::Money(Money { minor: *minor, currency: currency.clone() }))
        }
        _ => mismatch(faults, wanted, literal),
    }
}

/// Position of a word among the values of a type.
fn lower_member(
    faults: &mut Faults,
    wanted: Wanted<'_>,
    values: &[String],
    word: &str,
    span: Span,
) -> Option<u8> {
    let position = values.iter().position(|value| value == word);
    position.and_then(|position| u8::try_from(position).ok()).or_else(|| {
        let known = values.iter().map(String::as_str);
        let help = match nearest(word, known) {
            Some(near) => format!("did the text mean `{near}`?"),
            None => format!("its values are {}", values.join(", ")),
        };
        let (value, fact) = (word.to_owned(), wanted.path.to_owned());
        faults.report(ResolveError::UnknownValue { value, fact, help, span })
    })
}

fn lower_territory(
    faults: &mut Faults,
    wanted: Wanted<'_>,
    code: &str,
    span: Span,
) -> Option<Value> {
    let found = wanted.jurisdictions.find(code).and_then(|id| wanted.jurisdictions.get(id));
    match found {
        Some(territory) => Some(Value::Text(territory.code.clone())),
        None => {
            let name = Spanned::new(code.to_owned(), span);
            let known = wanted.jurisdictions.all.iter().map(|known| known.code.as_str());
            faults.unknown(
                "jurisdiction",
                &name,
                known,
                "declare it in the jurisdictions file first",
            )
        }
    }
}

/// `64 bits`, where the fact counts bits.
fn lower_number(
    faults: &mut Faults,
    wanted: Wanted<'_>,
    unit: &str,
    parts: &[(i64, Name)],
    span: Span,
) -> Option<Value> {
    match parts {
        [(number, written)] if singular(&written.node) == singular(unit) => {
            Some(Value::Number(*number))
        }
        _ => {
            let found = parts.iter().map(|(number, unit)| format!("{number} {}", unit.node));
            faults.report(ResolveError::TypeMismatch {
                found: found.collect::<Vec<_>>().join(" "),
                expected: describe(wanted.kind),
                help: format!("{} counts {unit}", quoted(wanted.path)),
                span,
            })
        }
    }
}

fn singular(unit: &str) -> &str {
    unit.strip_suffix('s').unwrap_or(unit)
}

/// `1 year 6 months`; months stay apart from days and hours.
pub(super) fn lower_duration(faults: &mut Faults, parts: &[(i64, Name)]) -> Option<Duration> {
    let mut sum = Duration::default();
    for (number, unit) in parts {
        let known = UNITS.iter().find(|(name, ..)| *name == singular(&unit.node));
        let Some((_, months, seconds)) = known else {
            let names = UNITS.iter().map(|(name, ..)| *name);
            let help =
                "a duration is written in years, months, weeks, days, hours, minutes, seconds";
            return faults.unknown("unit", unit, names, help);
        };
        sum = sum.plus(Duration {
            months: number.saturating_mul(*months),
            seconds: number.saturating_mul(*seconds),
        });
    }
    Some(sum)
}

fn mismatch<T>(faults: &mut Faults, wanted: Wanted<'_>, literal: &Spanned<Literal>) -> Option<T> {
    faults.report(ResolveError::TypeMismatch {
        found: describe_literal(&literal.node),
        expected: describe(wanted.kind),
        help: format!(
            "{} is {}{}",
            quoted(wanted.path),
            describe(wanted.kind),
            such_as(wanted.kind)
        ),
        span: literal.span,
    })
}

/// What a value of a type looks like, to be said after the type.
fn such_as(kind: &Type) -> &'static str {
    match kind {
        Type::Duration => ", such as `5 years`",
        Type::Date => ", such as `2027-12-31`",
        Type::Text => ", such as `\"…\"`",
        Type::Url => ", such as `\"https://…\"`",
        Type::Version => ", such as `\"1.10\"`",
        Type::Money => ", such as `150.00 EUR`",
        Type::WholeNumber { .. } => ", such as `12`",
        _ => "",
    }
}

/// A path in backticks; what is described in words stays as it is.
pub(super) fn quoted(path: &str) -> String {
    if path.contains(' ') { path.to_owned() } else { format!("`{path}`") }
}

/// The type of a parameter or a value that stands alone.
pub(super) fn natural_type(literal: &Literal) -> Type {
    match literal {
        Literal::YesNo(_) => Type::YesNo,
        Literal::Integer(_) => Type::WholeNumber { unit: None },
        Literal::Quantity(parts) => match parts.as_slice() {
            [(_, unit)] if UNITS.iter().all(|(name, ..)| *name != singular(&unit.node)) => {
                Type::WholeNumber { unit: Some(unit.node.clone()) }
            }
            _ => Type::Duration,
        },
        Literal::Date(_) => Type::Date,
        Literal::Money(..) => Type::Money,
        Literal::Word(_) | Literal::Text(_) => Type::Text,
    }
}

fn describe_literal(literal: &Literal) -> String {
    match literal {
        Literal::Word(word) => format!("the word `{word}`"),
        Literal::Text(text) => format!("the text \"{text}\""),
        _ => describe(&natural_type(literal)),
    }
}

/// More values of a type than these are counted, not named.
const MOST_NAMED: usize = 6;

fn first_few(values: &[String]) -> String {
    let named: Vec<&str> = values.iter().take(MOST_NAMED).map(String::as_str).collect();
    match values.len().saturating_sub(MOST_NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// A type in words.
pub(super) fn describe(kind: &Type) -> String {
    match kind {
        Type::YesNo => "yes or no".to_owned(),
        Type::OneOf(values) => format!("one of {}", first_few(values)),
        Type::SetOf(values) => format!("a set of {}", first_few(values)),
        Type::WholeNumber { unit: None } => "a whole number".to_owned(),
        Type::WholeNumber { unit: Some(unit) } => format!("a whole number in {unit}"),
        Type::Duration => "a duration".to_owned(),
        Type::Date => "a date".to_owned(),
        Type::Text => "a text".to_owned(),
        Type::Url => "a URL".to_owned(),
        Type::Version => "a version".to_owned(),
        Type::Language => "a language".to_owned(),
        Type::Country => "a country".to_owned(),
        Type::Territory => "a territory".to_owned(),
        Type::Money => "an amount of money".to_owned(),
        Type::SetOfText => "a set of text".to_owned(),
        Type::SetOfLanguages => "a set of languages".to_owned(),
        Type::SetOfCountries => "a set of countries".to_owned(),
        Type::Reference(_) => "a reference".to_owned(),
        Type::List => "a list".to_owned(),
    }
}
