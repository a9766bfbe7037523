//! Values as a manifest writes them: they read back as the same.

use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::{Fact, Type, Vocabulary};
use crate::report::phrases::level_word;
use indexmap::IndexMap;
use std::fmt::Write as _;

/// A whole manifest as YAML: every fact on a line of its own, by its whole path.
#[must_use]
pub fn manifest_text(vocabulary: &Vocabulary, manifest: &Manifest) -> String {
    let mut out = "comity: 1\n".to_owned();
    for (&id, statement) in &manifest.facts {
        let Some(fact) = vocabulary.fact(id) else { continue };
        match &statement.value {
            Stated::Items(items) if is_plain(statement) && !items.is_empty() => {
                let _ = writeln!(out, "{}:", fact.path);
                for item in items {
                    let _ = writeln!(out, "  - {}", item_text(fact, item));
                }
            }
            _ => {
                let _ = writeln!(out, "{}: {}", fact.path, statement_text(fact, statement));
            }
        }
    }
    out + &judgements_text(manifest)
}

/// The judgements of a manifest with their key; nothing where there are none.
#[must_use]
pub fn judgements_text(manifest: &Manifest) -> String {
    let mut out = String::new();
    for judged in &manifest.judgements {
        if out.is_empty() {
            out.push_str("judgements:\n");
        }
        let _ = writeln!(out, "  - {}", judgement_text(judged));
    }
    out
}

/// A judgement, on one line.
#[must_use]
pub fn judgement_text(judged: &StatedJudgement) -> String {
    let mut out = format!("{{rule: {}", quoted(&judged.rule));
    if let Some(text) = &judged.text {
        let _ = write!(out, ", norm: {}", quoted(text));
    }
    let (by, on) = (quoted(&judged.by), judged.on);
    let _ = write!(out, ", met: {}, by: {by}, on: \"{on}\"", judged.met);
    if let Some(reason) = &judged.reason {
        let _ = write!(out, ", reason: {}", quoted(reason));
    }
    out + "}"
}

/// A statement on one line, with its evidence if it has any.
#[must_use]
pub fn statement_text(fact: &Fact, statement: &Statement) -> String {
    let value = stated_text(fact, &statement.value);
    if is_plain(statement) {
        return value;
    }
    let mut out = format!("{{value: {value}");
    if statement.level != EvidenceLevel::Unstated {
        let _ = write!(out, ", level: {}", level_word(statement.level));
    }
    if !statement.evidence.is_empty() {
        let _ = write!(out, ", evidence: {}", texts(&statement.evidence));
    }
    if let Some(day) = statement.as_of {
        let _ = write!(out, ", as_of: \"{day}\"");
    }
    out + "}"
}

fn is_plain(statement: &Statement) -> bool {
    statement.level == EvidenceLevel::Unstated
        && statement.evidence.is_empty()
        && statement.as_of.is_none()
}

/// What is stated, on one line.
#[must_use]
pub fn stated_text(fact: &Fact, stated: &Stated) -> String {
    match stated {
        Stated::Absent => "absent".to_owned(),
        Stated::Value(value) => value_text(&fact.kind, value),
        Stated::Items(items) => {
            let items: Vec<String> = items.iter().map(|item| item_text(fact, item)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// An item of a list, on one line.
#[must_use]
pub fn item_text(list: &Fact, item: &Item) -> String {
    let named: IndexMap<&str, &Statement> = item
        .fields
        .iter()
        .filter_map(|(&index, field)| {
            let (name, _) = list.fields.get_index(index as usize)?;
            Some((name.as_str(), field))
        })
        .collect();
    let field = |(name, field): (&&str, &&Statement)| {
        let declared = list.fields.get(*name)?;
        Some(format!("{name}: {}", statement_text(declared, field)))
    };
    let fields: Vec<String> = named.iter().filter_map(field).collect();
    format!("{{{}}}", fields.join(", "))
}

/// A value, on one line.
#[must_use]
pub fn value_text(kind: &Type, value: &Value) -> String {
    match (value, kind) {
        (Value::YesNo(yes), _) => yes.to_string(),
        (Value::Word(at), Type::OneOf(words)) => word(words.get(usize::from(*at))),
        (Value::Set(bits), Type::SetOf(words)) => {
            let members = (0u32..).zip(words).filter(|(bit, _)| bits >> bit & 1 == 1);
            let members: Vec<String> = members.map(|(_, name)| word(Some(name))).collect();
            format!("[{}]", members.join(", "))
        }
        (Value::Number(number), _) => number.to_string(),
        (Value::Duration(length), _) => duration_text(*length),
        (Value::Date(day), _) => format!("\"{day}\""),
        (Value::Text(text), _) => quoted(text),
        (Value::Version(version), _) => quoted(&version.0),
        (Value::Money(money), _) => {
            let (whole, rest) = (money.minor / 100, money.minor % 100);
            format!("\"{whole}.{rest:02} {}\"", money.currency)
        }
        (Value::Texts(members), _) => texts(members),
        (Value::Word(_) | Value::Set(_), _) => "absent".to_owned(),
    }
}

/// Words of a vocabulary stand without quotes, but for those that YAML takes for something else.
fn word(word: Option<&String>) -> String {
    let word = word.map_or("", String::as_str);
    let starts = word.starts_with(|first: char| first.is_ascii_lowercase());
    let is_switch = ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "absent"];
    if starts && !is_switch.contains(&word) { word.to_owned() } else { quoted(word) }
}

fn texts(members: &[String]) -> String {
    let members: Vec<String> = members.iter().map(|member| quoted(member)).collect();
    format!("[{}]", members.join(", "))
}

/// Text in quotes, as both YAML and JSON read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `P1Y6M`, `PT72H`
fn duration_text(length: Duration) -> String {
    let mut out = "P".to_owned();
    let days = length.seconds / 86_400;
    let is_clock = length.seconds % 86_400 != 0;
    let parts = [(length.months / 12, 'Y'), (length.months % 12, 'M')];
    let parts = parts.into_iter().chain((!is_clock).then_some((days, 'D')));
    for (count, unit) in parts.filter(|(count, _)| *count != 0) {
        let _ = write!(out, "{count}{unit}");
    }
    if is_clock {
        let seconds = length.seconds;
        let parts = [(seconds / 3_600, 'H'), (seconds % 3_600 / 60, 'M'), (seconds % 60, 'S')];
        out.push('T');
        for (count, unit) in parts.into_iter().filter(|(count, _)| *count != 0) {
            let _ = write!(out, "{count}{unit}");
        }
    }
    if out == "P" { "P0D".to_owned() } else { out }
}
