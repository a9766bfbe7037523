//! Small words that several reports share: dates, periods, places, values.

use super::lexicon::said;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::{Event, Trigger};
use crate::model::text::Language;
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
pub fn period(period: &Period, language: Language) -> Option<String> {
    let words = match (period.from, period.until) {
        (Some(from), Some(until)) => [
            format!("from {from} until {until}"),
            format!("du {from} au {until}"),
            format!("van {from} tot en met {until}"),
        ],
        (Some(from), None) => {
            [format!("from {from}"), format!("à partir du {from}"), format!("vanaf {from}")]
        }
        (None, Some(until)) => {
            [format!("until {until}"), format!("jusqu’au {until}"), format!("tot en met {until}")]
        }
        (None, None) => return None,
    };
    Some(said(words, language))
}

/// A trigger in words.
#[must_use]
pub fn trigger(trigger: &Trigger, language: Language) -> String {
    let event = event(trigger.event, language);
    match period(&trigger.period, language) {
        Some(dates) => format!("{event} {dates}"),
        None => event.to_owned(),
    }
}

/// An event in words.
#[must_use]
pub fn event(event: Event, language: Language) -> &'static str {
    let words = match event {
        Event::Placing => {
            ["placing on the market", "la mise sur le marché", "het in de handel brengen"]
        }
        Event::MakingAvailable => {
            ["making available", "la mise à disposition", "het aanbieden op de markt"]
        }
    };
    said(words, language)
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
pub fn value(kind: Option<&Type>, value: &Value, language: Language) -> String {
    match (value, kind) {
        (Value::YesNo(true), _) => said(["yes", "oui", "ja"], language).to_owned(),
        (Value::YesNo(false), _) => said(["no", "non", "nee"], language).to_owned(),
        (Value::Word(position), Some(Type::OneOf(values))) => {
            values.get(usize::from(*position)).cloned().unwrap_or_default()
        }
        (Value::Set(bits), Some(Type::SetOf(values))) => {
            let members = (0u32..).zip(values).filter(|(bit, _)| bits >> bit & 1 == 1);
            set(members.map(|(_, name)| name.clone()))
        }
        (Value::Number(number), Some(Type::WholeNumber { unit: Some(unit) })) => {
            counted(*number, unit, language)
        }
        (Value::Number(number), _) => number.to_string(),
        (Value::Duration(duration), _) => self::duration(*duration, language),
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

/// Units that facts are counted in, by their name in the vocabulary: one of them, and several.
const COUNTED: [(&str, [&str; 3], [&str; 3]); 5] = [
    ("bits", ["bit", "bit", "bit"], ["bits", "bits", "bits"]),
    ("characters", ["character", "caractère", "teken"], ["characters", "caractères", "tekens"]),
    ("peers", ["peer", "partenaire", "partner"], ["peers", "partenaires", "partners"]),
    ("steps", ["step", "étape", "stap"], ["steps", "étapes", "stappen"]),
    ("years", ["year", "an", "jaar"], ["years", "ans", "jaar"]),
];

/// A number with its unit: `1 character`, `12 caractères`; as the vocabulary names it where the
/// unit is not known.
#[must_use]
pub fn counted(number: i64, unit: &str, language: Language) -> String {
    // French counts 0 in the singular too.
    let is_one = number.abs() == 1 || (number == 0 && language == Language::French);
    let known = COUNTED.iter().find(|(name, ..)| *name == unit);
    let word = known
        .map_or(unit, |(_, one, several)| said(if is_one { *one } else { *several }, language));
    format!("{number} {word}")
}

/// Seconds up to which a length is told in hours.
const LONGEST_IN_HOURS: i64 = 96 * 3_600;

/// Units of time: one of them, and several.
const UNITS: [([&str; 3], [&str; 3]); 6] = [
    (["year", "an", "jaar"], ["years", "ans", "jaar"]),
    (["month", "mois", "maand"], ["months", "mois", "maanden"]),
    (["day", "jour", "dag"], ["days", "jours", "dagen"]),
    (["hour", "heure", "uur"], ["hours", "heures", "uur"]),
    (["minute", "minute", "minuut"], ["minutes", "minutes", "minuten"]),
    (["second", "seconde", "seconde"], ["seconds", "secondes", "seconden"]),
];

/// A length of time in words: `1 year 6 months`, `72 hours`.
#[must_use]
pub fn duration(duration: Duration, language: Language) -> String {
    // Clocks of a few days are set in hours: 24, 48, 72.
    let day = if duration.seconds <= LONGEST_IN_HOURS { i64::MAX } else { 86_400 };
    let counts = [
        duration.months / 12,
        duration.months % 12,
        duration.seconds / day,
        duration.seconds % day / 3_600,
        duration.seconds % 3_600 / 60,
        duration.seconds % 60,
    ];
    let counted = |(count, (one, several)): (i64, ([&str; 3], [&str; 3]))| {
        format!("{count} {}", said(if count == 1 { one } else { several }, language))
    };
    let told: Vec<String> =
        counts.into_iter().zip(UNITS).filter(|(count, _)| *count != 0).map(counted).collect();
    if told.is_empty() {
        said(["0 days", "0 jour", "0 dagen"], language).to_owned()
    } else {
        told.join(" ")
    }
}
