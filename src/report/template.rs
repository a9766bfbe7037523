//! A manifest to fill in: every fact as a question, nothing answered.

use crate::model::vocabulary::{Fact, FactId, Type, Vocabulary};
use indexmap::IndexMap;
use std::fmt::Write as _;

const HEADER: &str = "\
# A product manifest for Comity. Remove the `#` in front of a line and write the answer.
# What is not stated is unknown: it never counts as a pass or a breach.
# `absent` says that the product is known to have none.
# An answer can carry its evidence: {value: true, level: lab_tested, evidence: [report-1]}.
comity: 1
";

/// The template for the facts that `wanted` picks, group by group.
#[must_use]
pub fn manifest_template(vocabulary: &Vocabulary, wanted: impl Fn(FactId) -> bool) -> String {
    let mut groups: IndexMap<&str, Vec<&Fact>> = IndexMap::new();
    for (_, fact) in vocabulary.iter().filter(|(id, _)| wanted(*id)) {
        let group = fact.path.split('.').next().unwrap_or_default();
        groups.entry(group).or_default().push(fact);
    }
    let mut out = HEADER.to_owned();
    for facts in groups.values() {
        for fact in facts {
            write_fact(&mut out, vocabulary, fact);
        }
    }
    out
}

/// The question, and a line that answers it once its `#` is gone. Every line stands for itself:
/// a key is the whole path of its fact.
fn write_fact(out: &mut String, vocabulary: &Vocabulary, fact: &Fact) {
    let _ = writeln!(out, "\n## {}", fact.question.en);
    if fact.kind == Type::List {
        let _ = writeln!(out, "#{}:", fact.path);
        write_item(out, vocabulary, fact);
    } else {
        let _ = writeln!(out, "#{}: {}", fact.path, hint(vocabulary, fact));
    }
}

/// One item of a list, with a line for each field.
fn write_item(out: &mut String, vocabulary: &Vocabulary, list: &Fact) {
    let mut lead = "- ";
    for (name, field) in &list.fields {
        let _ = writeln!(out, "#  {lead}{name}: {}", hint(vocabulary, field));
        lead = "  ";
    }
}

/// What an answer looks like.
fn hint(vocabulary: &Vocabulary, fact: &Fact) -> String {
    let answer = match &fact.kind {
        Type::YesNo => "true | false".to_owned(),
        Type::OneOf(values) => values.join(" | "),
        Type::SetOf(values) => format!("[{}]", values.join(", ")),
        Type::WholeNumber { unit } => {
            format!("0   # {}", unit.as_deref().unwrap_or("a whole number"))
        }
        Type::Duration => "\"P5Y\"   # ISO 8601: years Y, months M, days D, hours T…H".to_owned(),
        Type::Date => "\"2026-12-31\"".to_owned(),
        Type::Text => "\"…\"".to_owned(),
        Type::Url => "\"https://…\"".to_owned(),
        Type::Version => "\"1.10\"".to_owned(),
        Type::Language => "en".to_owned(),
        Type::Country => "\"NL\"".to_owned(),
        Type::Territory => "GB-GBN".to_owned(),
        Type::Money => "\"150.00 EUR\"".to_owned(),
        Type::SetOfText => "[\"…\"]".to_owned(),
        Type::SetOfLanguages => "[en, fr, nl]".to_owned(),
        Type::SetOfCountries => "[\"NL\"]".to_owned(),
        Type::Reference(list) => {
            let path = vocabulary.fact(*list).map_or("", |fact| fact.path.as_str());
            format!("…   # an id in {path}")
        }
        Type::List => String::new(),
    };
    if fact.optional && fact.kind != Type::List {
        format!("{answer}   # or absent")
    } else {
        answer
    }
}
