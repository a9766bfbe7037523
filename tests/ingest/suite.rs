//! The literate cases of `tests/suite/ingest`: a manifest, then what is read or refused.

use super::pages::{Text, pages};
use super::{law, read, report};
use comity::model::manifest::{Manifest, Stated, Statement};
use comity::model::value::Value;
use comity::model::vocabulary::{Fact, Type};

#[test]
fn good_manifests_are_read() {
    run("good");
}

#[test]
fn bad_manifests_are_refused() {
    run("bad");
}

fn run(folder: &str) {
    for page in pages(&format!("ingest/{folder}")) {
        page.check(|texts| texts.iter().map(|text| answer(text, folder == "good")).collect());
    }
}

fn answer(case: &Text<'_>, good: bool) -> String {
    let name = &format!("manifest.{}", case.language);
    // `␀` and its like stand for characters that an editor would not show.
    let text =
        case.text.replace('␀', "\0").replace('␍', "\r").trim_end_matches('\n').to_owned() + "\n";
    match read(name, text.as_bytes()) {
        Ok(manifest) if good => describe(&manifest),
        Err(errors) if !good => report(name, text.as_bytes(), &errors),
        Ok(_) => panic!("this is read, and should not be:\n{text}"),
        Err(errors) => panic!("{text}\n{}", report(name, text.as_bytes(), &errors)),
    }
}

/// A line for each statement: place, path, value, basis.
fn describe(manifest: &Manifest) -> String {
    let vocabulary = law::small().vocabulary;
    let mut lines = String::new();
    for (id, statement) in &manifest.facts {
        let fact = vocabulary.fact(*id).expect("the fact is declared");
        describe_statement(manifest, fact, &fact.path, statement, &mut lines);
    }
    for judgement in &manifest.judgements {
        let (line, _) = manifest.source.line_column(judgement.span.start as usize);
        let norm = judgement.text.as_deref().unwrap_or("all");
        let met = if judgement.met { "met" } else { "not met" };
        let reason = judgement.reason.as_deref().unwrap_or("no reason");
        let (rule, by, on) = (&judgement.rule, &judgement.by, judgement.on);
        lines += &format!("{line}: {rule} ({norm}) is {met}, by {by} on {on}: {reason}\n");
    }
    for (name, span) in &manifest.extensions {
        let (line, column) = manifest.source.line_column(span.start as usize);
        lines += &format!("{line}:{column} {name} is ignored\n");
    }
    lines
}

fn describe_statement(
    manifest: &Manifest,
    fact: &Fact,
    path: &str,
    statement: &Statement,
    lines: &mut String,
) {
    let (line, column) = manifest.source.line_column(statement.span.start as usize);
    let value = match &statement.value {
        Stated::Absent => "absent".to_owned(),
        Stated::Value(value) => describe_value(value, &fact.kind),
        Stated::Items(items) => format!("{} items", items.len()),
    };
    let mut basis = String::new();
    if *statement
        != (Statement {
            level: Default::default(),
            evidence: vec![],
            as_of: None,
            ..statement.clone()
        })
    {
        let as_of = statement.as_of.map_or(String::new(), |day| format!(" as of {day}"));
        basis = format!(" ({:?} by {:?}{as_of})", statement.level, statement.evidence);
    }
    *lines += &format!("{line}:{column} {path} = {value}{basis}\n");
    if let Stated::Items(items) = &statement.value {
        for item in items {
            for (index, statement) in &item.fields {
                let (name, field) = fact.fields.get_index(*index as usize).expect("it is declared");
                let path = format!("{path}[{}].{name}", item.id);
                describe_statement(manifest, field, &path, statement, lines);
            }
            if item.fields.is_empty() {
                *lines += &format!("  {path}[{}]\n", item.id);
            }
        }
    }
}

fn describe_value(value: &Value, kind: &Type) -> String {
    match (value, kind) {
        (Value::Word(word), Type::OneOf(values)) => values[usize::from(*word)].clone(),
        (Value::Set(set), Type::SetOf(values)) => {
            let members = values.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            format!("{:?}", members.map(|(_, value)| value).collect::<Vec<_>>())
        }
        (Value::Duration(length), _) => {
            format!("{} months {} seconds", length.months, length.seconds)
        }
        (Value::Money(money), _) => format!("{} hundredths of {}", money.minor, money.currency),
        (Value::Date(day), _) => day.to_string(),
        (Value::YesNo(value), _) => value.to_string(),
        (Value::Number(value), _) => value.to_string(),
        (Value::Version(version), _) => format!("version {}", version.0),
        (Value::Text(text), _) => format!("{text:?}"),
        (Value::Texts(texts), _) => format!("{texts:?}"),
        _ => unreachable!("the value is of its type"),
    }
}
