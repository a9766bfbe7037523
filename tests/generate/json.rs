//! Writes a manifest as the JSON text that says the same.

use comity::model::law::Law;
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated, Statement};
use comity::model::value::{Duration, Value};
use comity::model::vocabulary::{Fact, Type};
use serde_json::{Map, json};

/// The text: one key for each fact, by its dotted path.
pub(crate) fn write(law: &Law, manifest: &Manifest) -> String {
    let mut root = Map::new();
    root.insert("comity".to_owned(), json!(1));
    for (id, statement) in &manifest.facts {
        if let Some(fact) = law.vocabulary.fact(*id) {
            root.insert(fact.path.clone(), write_statement(fact, statement));
        }
    }
    let judgements = manifest.judgements.iter().map(|judgement| {
        let mut stated = json!({
            "rule": judgement.rule,
            "met": judgement.met,
            "by": judgement.by,
            "on": judgement.on.to_string(),
        });
        // A judgement of the whole rule names no norm.
        if let Some(norm) = &judgement.text {
            stated["norm"] = json!(norm);
        }
        stated
    });
    root.insert("judgements".to_owned(), judgements.collect());
    serde_json::Value::Object(root).to_string()
}

fn write_statement(fact: &Fact, statement: &Statement) -> serde_json::Value {
    let value = match &statement.value {
        Stated::Absent => json!("absent"),
        Stated::Value(value) => write_value(&fact.kind, value),
        Stated::Items(items) => items.iter().map(|item| write_item(fact, item)).collect(),
    };
    let level = EvidenceLevel::ALL.iter().find(|(level, _)| *level == statement.level);
    match level {
        Some((EvidenceLevel::Unstated, _)) | None => value,
        Some((_, word)) => json!({ "value": value, "level": word }),
    }
}

fn write_item(list: &Fact, item: &Item) -> serde_json::Value {
    let mut fields = Map::new();
    for (index, statement) in &item.fields {
        if let Some((name, field)) = list.fields.get_index(*index as usize) {
            fields.insert(name.clone(), write_statement(field, statement));
        }
    }
    serde_json::Value::Object(fields)
}

fn write_value(kind: &Type, value: &Value) -> serde_json::Value {
    match (kind, value) {
        (Type::OneOf(words), Value::Word(word)) => json!(words[usize::from(*word)]),
        (Type::SetOf(words), Value::Set(set)) => {
            let members = words.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            members.map(|(_, word)| json!(word)).collect()
        }
        (_, Value::YesNo(answer)) => json!(answer),
        (_, Value::Number(number)) => json!(number),
        (_, Value::Duration(length)) => json!(write_duration(*length)),
        (_, Value::Date(day)) => json!(day.to_string()),
        (_, Value::Text(text)) => json!(text),
        (_, Value::Version(version)) => json!(version.0),
        (_, Value::Money(money)) => {
            json!(format!("{}.{:02} {}", money.minor / 100, money.minor % 100, money.currency))
        }
        (_, Value::Texts(texts)) => json!(texts),
        _ => unreachable!("the value is of its type"),
    }
}

fn write_duration(length: Duration) -> String {
    match length {
        Duration { months, seconds: 0 } => format!("P{months}M"),
        Duration { seconds, .. } => format!("PT{}H", seconds / 3600),
    }
}
