//! What a person types in answer to a question, as the value a manifest would state.
//!
//! People write `yes`, `5 years` or `nl, gb`; manifests `true`, `P5Y` and a list. What this does
//! not know stays as it was typed, so that the reader of manifests says what is wrong with it.

use super::quoted::quoted;
use crate::model::jurisdiction::Jurisdictions;
use crate::model::text::Text;
use crate::model::vocabulary::{Fact, Type};

/// What says that there is none, in English, French and Dutch.
const NONE: [&str; 7] = ["none", "absent", "aucun", "aucune", "geen", "[]", "-"];

const YES: [&str; 7] = ["yes", "y", "true", "oui", "o", "ja", "j"];
const NO: [&str; 6] = ["no", "n", "false", "non", "nee", "neen"];

/// Units of time, each with its letter in ISO 8601, after `P` or after `T`.
const UNITS: [(&str, &[&str]); 6] = [
    ("Y", &["year", "years", "an", "ans", "jaar", "jaren"]),
    ("M", &["month", "months", "mois", "maand", "maanden"]),
    ("D", &["day", "days", "jour", "jours", "dag", "dagen"]),
    ("TH", &["hour", "hours", "heure", "heures", "uur", "uren"]),
    ("TM", &["minute", "minutes", "minuut", "minuten"]),
    ("TS", &["second", "seconds", "seconde", "secondes", "seconden"]),
];

/// The value as a manifest writes it.
///
/// ```
/// use comity::ingest::answer_value;
/// use comity::Library;
/// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
/// let law = library.law();
/// let support = law.vocabulary.facts.get("support.min_length").unwrap();
/// assert_eq!(answer_value(support, &law.jurisdictions, "5 years"), "\"P5Y\"");
/// ```
#[must_use]
pub fn answer_value(fact: &Fact, jurisdictions: &Jurisdictions, typed: &str) -> String {
    let typed = typed.trim();
    // A word that the fact has among its values is that value, whatever else it may mean.
    let is_none = NONE.contains(&typed.to_lowercase().as_str()) && !is_value(fact, typed);
    match &fact.kind {
        kind if is_none && (kind.is_set() || *kind == Type::List) => "[]".to_owned(),
        _ if is_none && fact.optional => "absent".to_owned(),
        Type::YesNo => yes_or_no(typed),
        Type::OneOf(words) => word(fact, words, typed),
        Type::SetOf(words) => sequence(parts(typed).map(|part| word(fact, words, part))),
        Type::WholeNumber { .. } => typed.to_owned(),
        Type::Duration => duration(typed).map_or_else(|| quoted(typed), |length| quoted(&length)),
        Type::Territory => quoted(&territory(jurisdictions, typed)),
        Type::SetOfText | Type::SetOfLanguages | Type::SetOfCountries => {
            sequence(parts(typed).map(quoted))
        }
        Type::List => sequence(parts(typed).map(|part| item(fact, jurisdictions, part))),
        _ => quoted(typed),
    }
}

/// `true` or `false`, for what says so in one of three languages.
#[must_use]
pub fn yes_or_no(typed: &str) -> String {
    let typed = typed.trim();
    let lower = typed.to_lowercase();
    match lower.as_str() {
        yes if YES.contains(&yes) => "true".to_owned(),
        no if NO.contains(&no) => "false".to_owned(),
        _ => quoted(typed),
    }
}

/// Whether a word, or what it is called, is among the values of a fact.
fn is_value(fact: &Fact, typed: &str) -> bool {
    match &fact.kind {
        Type::OneOf(words) | Type::SetOf(words) => called(fact, words, typed).is_some(),
        _ => false,
    }
}

/// A value by its number in the list shown, its word, or what it is called in any language.
fn word(fact: &Fact, words: &[String], typed: &str) -> String {
    let counted = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    if let Some(word) = counted.and_then(|at| words.get(at)) {
        return word.clone();
    }
    called(fact, words, typed).cloned().unwrap_or_else(|| quoted(typed))
}

/// The value of that word, or that is called so in any language.
fn called<'w>(fact: &Fact, words: &'w [String], typed: &str) -> Option<&'w String> {
    let is_title = |title: &Text| {
        let all = [Some(&title.en), title.fr.as_ref(), title.nl.as_ref()];
        all.into_iter().flatten().any(|title| title.to_lowercase() == typed.to_lowercase())
    };
    words.iter().find(|word| {
        word.eq_ignore_ascii_case(typed) || fact.value_titles.get(*word).is_some_and(is_title)
    })
}

/// `2 years 6 months` as `P2Y6M`; what is no such thing, as nothing.
fn duration(typed: &str) -> Option<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let (mut days, mut time) = (String::new(), String::new());
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return None };
        let count: u32 = count.parse().ok()?;
        let unit = unit.trim_end_matches(',').to_lowercase();
        let (letter, _) = UNITS.iter().find(|(_, names)| names.contains(&unit.as_str()))?;
        match letter.strip_prefix('T') {
            Some(letter) => time.push_str(&format!("{count}{letter}")),
            None => days.push_str(&format!("{count}{letter}")),
        }
    }
    match (days.is_empty(), time.is_empty()) {
        (true, true) => None,
        (_, true) => Some(format!("P{days}")),
        _ => Some(format!("P{days}T{time}")),
    }
}

/// An item of that name; where items say a territory, the name is that of one.
fn item(list: &Fact, jurisdictions: &Jurisdictions, name: &str) -> String {
    let place = list.fields.iter().find(|(_, field)| field.kind == Type::Territory);
    let id = quoted(&name.to_lowercase().replace(' ', "-"));
    match place {
        Some((place, _)) => {
            format!("{{id: {id}, {place}: {}}}", quoted(&territory(jurisdictions, name)))
        }
        None => format!("{{id: {id}}}"),
    }
}

fn territory(jurisdictions: &Jurisdictions, typed: &str) -> String {
    let known = jurisdictions.find(typed).and_then(|id| jurisdictions.get(id));
    known.map_or_else(|| typed.to_owned(), |known| known.code.clone())
}

fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn sequence(parts: impl Iterator<Item = String>) -> String {
    format!("[{}]", parts.collect::<Vec<_>>().join(", "))
}
