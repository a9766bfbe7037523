//! A manifest as YAML that reads back as the same manifest.

use crate::eval::trace::FactPath;
use crate::ingest::quoted;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::{Fact, FactId, FieldId, Type, Vocabulary};
use std::fmt::Write as _;

/// The manifest as text, facts in the order of the vocabulary.
///
/// Fields beginning with `x_` are not kept: what they say is not known here.
#[must_use]
pub fn manifest_yaml(vocabulary: &Vocabulary, manifest: &Manifest) -> String {
    annotated_yaml(vocabulary, manifest, &|_| Vec::new())
}

/// The same with lines of comment above facts, fields of items, and judgements.
#[must_use]
pub fn annotated_yaml(
    vocabulary: &Vocabulary,
    manifest: &Manifest,
    notes: &dyn Fn(Noted<'_>) -> Vec<String>,
) -> String {
    let mut writer = Writer { out: "comity: 1\n".to_owned(), notes };
    for (id, stated) in &manifest.facts {
        if let Some(fact) = vocabulary.fact(*id) {
            writer.write_notes(Noted::Path(&FactPath::of(*id)), 0);
            let _ = write!(writer.out, "{}:", fact.path);
            writer.write_statement((*id, fact), stated, 1);
        }
    }
    if !manifest.judgements.is_empty() {
        writer.out.push_str("judgements:\n");
        for judgement in &manifest.judgements {
            writer.write_notes(Noted::Judgement(judgement), 1);
            write_judgement(&mut writer.out, judgement);
        }
    }
    writer.out
}

/// Something in a manifest that a comment can stand above.
#[derive(Debug, Clone, Copy)]
pub enum Noted<'n> {
    /// A fact, or a field of an item.
    Path(&'n FactPath),
    /// A judgement.
    Judgement(&'n StatedJudgement),
}

/// What one fact or field is stated to be, on the line of its key.
#[must_use]
pub fn value_yaml(fact: &Fact, value: &Value) -> String {
    let words = match &fact.kind {
        Type::OneOf(words) | Type::SetOf(words) => words.as_slice(),
        _ => &[],
    };
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Word(word) => {
            words.get(usize::from(*word)).map_or(String::new(), |word| plain(word))
        }
        Value::Set(bits) => {
            let members = (0u32..).zip(words).filter(|(bit, _)| (bits >> bit) & 1 == 1);
            sequence(members.map(|(_, word)| plain(word)))
        }
        Value::Number(number) => number.to_string(),
        Value::Duration(length) => iso(*length),
        Value::Date(day) => quoted(&day.to_string()),
        Value::Text(text) => quoted(text),
        Value::Version(version) => quoted(&version.0),
        Value::Money(money) => {
            quoted(&format!("{}.{:02} {}", money.minor / 100, money.minor % 100, money.currency))
        }
        Value::Texts(texts) => sequence(texts.iter().map(|text| quoted(text))),
    }
}

struct Writer<'n> {
    out: String,
    notes: &'n dyn Fn(Noted<'_>) -> Vec<String>,
}

impl Writer<'_> {
    fn write_notes(&mut self, noted: Noted<'_>, depth: usize) {
        for line in (self.notes)(noted) {
            let _ = writeln!(self.out, "{}# {line}", indent(depth));
        }
    }

    fn write_statement(&mut self, fact: (FactId, &Fact), stated: &Statement, depth: usize) {
        let has_evidence = stated.level != EvidenceLevel::Unstated
            || !stated.evidence.is_empty()
            || stated.as_of.is_some();
        if !has_evidence {
            return self.write_stated(fact, &stated.value, depth);
        }
        let _ = write!(self.out, "\n{}value:", indent(depth));
        self.write_stated(fact, &stated.value, depth + 1);
        if let Some((_, level)) =
            EvidenceLevel::ALL.iter().find(|(level, _)| *level == stated.level)
            && stated.level != EvidenceLevel::Unstated
        {
            let _ = writeln!(self.out, "{}level: {level}", indent(depth));
        }
        if !stated.evidence.is_empty() {
            let evidence = sequence(stated.evidence.iter().map(|one| quoted(one)));
            let _ = writeln!(self.out, "{}evidence: {evidence}", indent(depth));
        }
        if let Some(day) = stated.as_of {
            let _ = writeln!(self.out, "{}as_of: {}", indent(depth), quoted(&day.to_string()));
        }
    }

    fn write_stated(&mut self, (id, fact): (FactId, &Fact), stated: &Stated, depth: usize) {
        match stated {
            Stated::Absent => self.out.push_str(" absent\n"),
            Stated::Value(value) => {
                let _ = writeln!(self.out, " {}", value_yaml(fact, value));
            }
            Stated::Items(items) if items.is_empty() => self.out.push_str(" []\n"),
            Stated::Items(items) => {
                self.out.push('\n');
                items.iter().for_each(|item| self.write_item((id, fact), item, depth));
            }
        }
    }

    fn write_item(&mut self, (id, list): (FactId, &Fact), item: &Item, depth: usize) {
        let _ = writeln!(self.out, "{}- id: {}", indent(depth), quoted(&item.id));
        for (&index, stated) in &item.fields {
            let field = list.fields.get_index(index as usize);
            if let Some((name, field)) = field.filter(|(name, _)| *name != "id") {
                let path = FactPath::of_field(&item.id, FieldId { list: id, index });
                self.write_notes(Noted::Path(&path), depth + 1);
                let _ = write!(self.out, "{}  {name}:", indent(depth));
                self.write_statement((id, field), stated, depth + 2);
            }
        }
    }
}

fn write_judgement(out: &mut String, judgement: &StatedJudgement) {
    let _ = writeln!(out, "  - rule: {}", quoted(&judgement.rule));
    if let Some(norm) = &judgement.text {
        let _ = writeln!(out, "    norm: {}", quoted(norm));
    }
    let _ = writeln!(out, "    met: {}", judgement.met);
    let _ = writeln!(out, "    by: {}", quoted(&judgement.by));
    let _ = writeln!(out, "    on: {}", quoted(&judgement.on.to_string()));
    if let Some(reason) = &judgement.reason {
        let _ = writeln!(out, "    reason: {}", quoted(reason));
    }
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

/// A word of the vocabulary; those that YAML reads as something else are quoted.
fn plain(word: &str) -> String {
    let is_ambiguous =
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "absent"].contains(&word);
    let starts_well = word.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_word = word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if starts_well && is_word && !is_ambiguous { word.to_owned() } else { quoted(word) }
}

fn sequence(members: impl Iterator<Item = String>) -> String {
    format!("[{}]", members.collect::<Vec<_>>().join(", "))
}

/// ISO 8601, as manifests write lengths of time.
fn iso(length: Duration) -> String {
    let part = |count: i64, unit: char| match count {
        0 => String::new(),
        count => format!("{count}{unit}"),
    };
    let days = part(length.months / 12, 'Y')
        + &part(length.months % 12, 'M')
        + &part(length.seconds / 86_400, 'D');
    let time = part(length.seconds % 86_400 / 3_600, 'H')
        + &part(length.seconds % 3_600 / 60, 'M')
        + &part(length.seconds % 60, 'S');
    match (days.is_empty(), time.is_empty()) {
        (true, true) => "PT0S".to_owned(),
        (_, true) => format!("P{days}"),
        _ => format!("P{days}T{time}"),
    }
}
