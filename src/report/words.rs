//! Small words that several reports share: dates, periods, places, values.

use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::{Event, Trigger};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::Type;
use jiff::civil::Date;

/// A day as it is written everywhere: `2026-11-22`.
#[must_use]
pub fn date(day: Date) -> String {
    day.to_string()
}

/// A period in words, or nothing where it is unbounded.
#[must_use]
pub fn period(period: &Period) -> Option<String> {
    match (period.from, period.until) {
        (Some(from), Some(until)) => Some(format!("from {from} until {until}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(until)) => Some(format!("until {until}")),
        (None, None) => None,
    }
}

/// A trigger in words.
#[must_use]
pub fn trigger(trigger: &Trigger) -> String {
    let event = event(trigger.event);
    match period(&trigger.period) {
        Some(dates) => format!("{event} {dates}"),
        None => event.to_owned(),
    }
}

/// An event in words.
#[must_use]
pub fn event(event: Event) -> &'static str {
    match event {
        Event::Placing => "placing on the market",
        Event::MakingAvailable => "making available",
    }
}

/// A territory by its English name and code.
#[must_use]
pub fn territory(law: &Law, id: JurisdictionId) -> String {
    match law.jurisdictions.get(id) {
        Some(territory) => format!("{} ({})", territory.title.en, territory.code),
        None => String::new(),
    }
}

/// A value in the words of its type.
#[must_use]
pub fn value(kind: Option<&Type>, value: &Value) -> String {
    match (value, kind) {
        (Value::YesNo(true), _) => "yes".to_owned(),
        (Value::YesNo(false), _) => "no".to_owned(),
        (Value::Word(position), Some(Type::OneOf(values))) => {
            values.get(usize::from(*position)).cloned().unwrap_or_default()
        }
        (Value::Set(bits), Some(Type::SetOf(values))) => {
            let members = (0u32..).zip(values).filter(|(bit, _)| bits >> bit & 1 == 1);
            set(members.map(|(_, name)| name.clone()))
        }
        (Value::Number(number), Some(Type::WholeNumber { unit: Some(unit) })) => {
            format!("{number} {unit}")
        }
        (Value::Number(number), _) => number.to_string(),
        (Value::Duration(duration), _) => self::duration(*duration),
        (Value::Date(day), _) => date(*day),
        (Value::Text(text), Some(Type::Text)) => format!("\"{text}\""),
        (Value::Text(text), _) => text.clone(),
        (Value::Version(version), _) => version.0.clone(),
        (Value::Money(money), _) => {
            format!("{}.{:02} {}", money.minor / 100, money.minor % 100, money.currency)
        }
        (Value::Texts(texts), _) => set(texts.iter().cloned()),
        (Value::Word(_) | Value::Set(_), _) => String::new(),
    }
}

fn set(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
}

/// Seconds up to which a length is told in hours.
const LONGEST_IN_HOURS: i64 = 96 * 3_600;

/// A length of time in words: `1 year 6 months`, `72 hours`.
#[must_use]
pub fn duration(duration: Duration) -> String {
    // Clocks of a few days are set in hours: 24, 48, 72.
    let day = if duration.seconds <= LONGEST_IN_HOURS { i64::MAX } else { 86_400 };
    let parts = [
        (duration.months / 12, "year"),
        (duration.months % 12, "month"),
        (duration.seconds / day, "day"),
        (duration.seconds % day / 3_600, "hour"),
        (duration.seconds % 3_600 / 60, "minute"),
        (duration.seconds % 60, "second"),
    ];
    let counted = |(count, unit): (i64, &str)| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {unit}{plural}")
    };
    let said: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count != 0).map(counted).collect();
    if said.is_empty() { "0 days".to_owned() } else { said.join(" ") }
}
