//! Values worth trying: those that rules mention, and one in every gap between them.

use crate::model::value::{Duration, Money, Value, Version};
use crate::model::vocabulary::Type;
use indexmap::IndexSet;
use jiff::ToSpan;
use jiff::civil::Date;

/// Languages, countries and the like that rules seldom name.
const LANGUAGES: [&str; 4] = ["de", "es", "it", "pl"];
const COUNTRIES: [&str; 4] = ["JP", "BR", "AU", "KR"];
/// Where rules mention no day.
const SOME_DAY: Date = jiff::civil::date(2026, 1, 15);
const DAY: i64 = 86_400;

/// Values of a type among which every way to lie among the constants is found. `room` is how
/// many different values each gap must offer.
pub(super) fn candidates(kind: &Type, constants: &[Value], room: usize) -> Vec<Value> {
    let mut found = match kind {
        Type::YesNo => vec![Value::YesNo(false), Value::YesNo(true)],
        Type::OneOf(words) => (0..).zip(words).map(|(word, _)| Value::Word(word)).collect(),
        Type::WholeNumber { .. } => numbers(constants, room),
        Type::Duration => durations(constants),
        Type::Date => dates(constants, room),
        Type::Version => versions(constants, room),
        Type::Money => amounts(constants, room),
        Type::Language => others(&LANGUAGES, constants, room),
        Type::Country => others(&COUNTRIES, constants, room),
        Type::Url => others(&[], constants, room)
            .into_iter()
            .map(|value| match value {
                Value::Text(text) => Value::Text(format!("https://example.org/{text}")),
                other => other,
            })
            .collect(),
        _ => others(&[], constants, room),
    };
    found.extend(constants.iter().filter(|value| has_type(value, kind)).cloned());
    found.into_iter().collect::<IndexSet<Value>>().into_iter().collect()
}

fn has_type(value: &Value, kind: &Type) -> bool {
    match kind {
        Type::YesNo => matches!(value, Value::YesNo(_)),
        Type::OneOf(_) => matches!(value, Value::Word(_)),
        Type::WholeNumber { .. } => matches!(value, Value::Number(number) if *number >= 0),
        Type::Duration => matches!(value, Value::Duration(_)),
        Type::Date => matches!(value, Value::Date(_)),
        Type::Version => matches!(value, Value::Version(_)),
        Type::Money => matches!(value, Value::Money(_)),
        _ => matches!(value, Value::Text(_)),
    }
}

fn numbers(constants: &[Value], room: usize) -> Vec<Value> {
    let room = i64::try_from(room).unwrap_or(i64::MAX);
    let mut found: Vec<i64> = (0..room).collect();
    for constant in constants {
        if let Value::Number(number) = constant {
            let from = number.saturating_sub(room).max(0);
            found.extend(from..=number.saturating_add(room));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter(|number| *number >= 0).map(Value::Number).collect()
}

fn date(constant: &Value) -> Option<Date> {
    match constant {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

fn dates(constants: &[Value], room: usize) -> Vec<Value> {
    let room = i64::try_from(room).unwrap_or(i64::MAX);
    let mut days: Vec<Date> = constants.iter().filter_map(date).collect();
    if days.is_empty() {
        days.push(SOME_DAY);
    }
    let around =
        |day: &Date| (-room..=room).filter_map(|days| day.checked_add(days.days()).ok()).collect();
    let mut found: Vec<Date> = days.iter().flat_map::<Vec<Date>, _>(around).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(Value::Date).collect()
}

/// Around every length: whole months and days a little shorter and longer, where the calendar
/// decides, and something far beyond.
fn durations(constants: &[Value]) -> Vec<Value> {
    let lengths = lengths(constants);
    // Those that rules mention come first, then whole months: people read them best.
    let mut found: Vec<Duration> = lengths.iter().copied().chain([Duration::default()]).collect();
    found.extend((0..whole_months(&lengths)).map(|months| Duration { months, seconds: 0 }));
    for length in &lengths {
        for months in [-2, -1, 0, 1, 2] {
            found.push(Duration { months: length.months + months, ..*length });
        }
        let bounds = length.excess_over(Duration::default());
        for edge in [bounds.0, bounds.1] {
            for step in [DAY, 3_600, 60, 1] {
                found.extend([edge - step, edge, edge + step].map(seconds));
            }
        }
        for days in (1..=62).filter(|_| length.months >= 2) {
            found.push(Duration { months: length.months - 2, seconds: days * DAY });
        }
    }
    found.retain(|length| length.months >= 0 && length.seconds >= 0);
    found.into_iter().map(Value::Duration).collect()
}

fn seconds(seconds: i64) -> Duration {
    Duration { months: 0, seconds }
}

/// A length of every class that comparisons with these lengths tell apart. For so many months,
/// what lies between two edges of a comparison begins right after the first of them.
pub(super) fn mixed_durations(constants: &[Value]) -> Vec<Value> {
    let lengths = lengths(constants);
    let mut found = Vec::new();
    for months in 0..whole_months(&lengths) {
        let whole = Duration { months, seconds: 0 };
        let edges = lengths.iter().flat_map(|length| {
            let (least, most) = length.excess_over(whole);
            [least, least + 1, most, most + 1]
        });
        let mut edges: Vec<i64> = edges.filter(|edge| *edge >= 0).chain([0]).collect();
        edges.sort_unstable();
        edges.dedup();
        found.extend(edges.into_iter().map(|seconds| Duration { months, seconds }));
    }
    found.into_iter().map(Value::Duration).collect()
}

fn lengths(constants: &[Value]) -> Vec<Duration> {
    let length = |constant: &Value| match constant {
        Value::Duration(length) => Some(*length),
        _ => None,
    };
    constants.iter().filter_map(length).collect()
}

/// More months than any of the lengths can be.
fn whole_months(lengths: &[Duration]) -> i64 {
    let furthest = lengths.iter().map(|length| length.excess_over(Duration::default()).1).max();
    (furthest.unwrap_or(0) / (28 * DAY) + 3).min(2_400)
}

fn versions(constants: &[Value], room: usize) -> Vec<Value> {
    let mut found = vec!["0".to_owned()];
    let versions = || {
        constants.iter().filter_map(|constant| match constant {
            Value::Version(Version(text)) => Some(text),
            _ => None,
        })
    };
    for text in versions() {
        found.extend((1..=room).map(|number| format!("{text}.{number}")));
    }
    // Right after each, before anything that others say: 2.0.0.1 lies between 2 and 2.0.5.
    let parts = versions().map(|text| text.split(['.', '-', '_']).count()).max().unwrap_or(0);
    found.extend(versions().map(|text| format!("{text}{}.1", ".0".repeat(parts))));
    found.into_iter().map(|text| Value::Version(Version(text))).collect()
}

fn amounts(constants: &[Value], room: usize) -> Vec<Value> {
    let room = i64::try_from(room).unwrap_or(i64::MAX);
    let mut found = Vec::new();
    for constant in constants {
        if let Value::Money(Money { minor, currency }) = constant {
            let amount = |minor| Money { minor, currency: currency.clone() };
            found.extend([0, minor - room, *minor, minor + room].map(amount));
        }
    }
    let other = ["EUR", "GBP", "CAD", "USD"]
        .into_iter()
        .find(|code| found.iter().all(|money: &Money| money.currency != *code));
    found.extend(other.map(|code| Money { minor: 0, currency: code.to_owned() }));
    found.retain(|money| money.minor >= 0);
    found.into_iter().map(Value::Money).collect()
}

/// Texts that no rule mentions.
fn others(known: &[&str], constants: &[Value], room: usize) -> Vec<Value> {
    let made = ["other", "another", "third", "fourth", "fifth", "sixth"];
    let numbered = (7..).map(|number| format!("other-{number}"));
    let texts = known.iter().chain(&made).map(|text| (*text).to_owned()).chain(numbered);
    let fresh = texts.map(Value::Text).filter(|text| !constants.contains(text));
    fresh.take(room).collect()
}
