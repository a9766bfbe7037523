//! A manifest to fill in: every fact as a question, nothing answered.

use crate::model::vocabulary::{Fact, FactId, Type, Vocabulary};
use std::fmt::Write as _;

const HEADER: &str = "\
# A product manifest for Comity. Remove the `#` in front of a line and write the answer.
# What is not stated is unknown: it never counts as a pass or a breach.
# `absent` says that the product is known to have none.
# An answer can carry its evidence: {value: true, level: lab_tested, evidence: [report-1]}.
comity: 1
";

/// The template for the facts that `wanted` picks, grouped as in the vocabulary.
#[must_use]
pub fn manifest_template(vocabulary: &Vocabulary, wanted: impl Fn(FactId) -> bool) -> String {
    let mut out = HEADER.to_owned();
    let mut group = "";
    for (_, fact) in vocabulary.iter().filter(|(id, _)| wanted(*id)) {
        let (own, name) = fact.path.split_once('.').unwrap_or(("", &fact.path));
        if own != group && !own.is_empty() {
            let _ = write!(out, "\n{own}:\n");
        }
        group = own;
        let indent = if own.is_empty() { "" } else { "  " };
        write_fact(&mut out, vocabulary, fact, name, indent);
    }
    out
}

fn write_fact(out: &mut String, vocabulary: &Vocabulary, fact: &Fact, name: &str, indent: &str) {
    let _ = writeln!(out, "{indent}# {}", fact.question.en);
    if fact.kind == Type::List {
        let _ = writeln!(out, "{indent}# {name}:");
        write_item(out, vocabulary, fact, indent);
    } else {
        let _ = writeln!(out, "{indent}# {name}: {}", hint(vocabulary, fact));
    }
}

/// One item of a list, with a line for each field.
fn write_item(out: &mut String, vocabulary: &Vocabulary, list: &Fact, indent: &str) {
    let mut lead = "- ";
    for (name, field) in &list.fields {
        let _ = writeln!(out, "{indent}#   {lead}{name}: {}", hint(vocabulary, field));
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
