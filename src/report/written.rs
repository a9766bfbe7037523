//! Pieces of a manifest on one line each: items, statements, judgements. They read back as the
//! same.

use super::manifest_yaml::value_yaml;
use super::phrases::level_word;
use crate::ingest::quoted;
use crate::model::manifest::{EvidenceLevel, Item, Stated, StatedJudgement, Statement};
use crate::model::vocabulary::Fact;
use indexmap::IndexMap;
use std::fmt::Write as _;

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
        Stated::Value(value) => value_yaml(fact, value),
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

fn texts(members: &[String]) -> String {
    let members: Vec<String> = members.iter().map(|member| quoted(member)).collect();
    format!("[{}]", members.join(", "))
}
