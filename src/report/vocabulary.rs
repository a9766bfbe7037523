//! Shows the vocabulary to people: all facts, a group, or one fact.

use super::paint::Paint;
use crate::model::text::Language;
use crate::model::vocabulary::{EvidenceMethod, Fact, Setting, Type, Vocabulary};
use std::fmt::Write as _;

/// All facts whose path starts with `group` (all, if it is empty), a line each.
#[must_use]
pub fn fact_list(vocabulary: &Vocabulary, group: &str, language: Language, paint: Paint) -> String {
    let mut out = String::new();
    let inside = |fact: &&Fact| group.is_empty() || fact.path.starts_with(&format!("{group}."));
    for fact in vocabulary.facts.values().filter(inside) {
        let path = paint.strong(&format!("{:<38}", fact.path));
        let _ = writeln!(
            out,
            "{path} {:<26} {}",
            type_name(vocabulary, &fact.kind),
            fact.title.get(language)
        );
    }
    out
}

/// One fact with everything that is declared of it, its fields included.
#[must_use]
pub fn fact_page(vocabulary: &Vocabulary, fact: &Fact, language: Language, paint: Paint) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}  {}", paint.strong(&fact.path), fact.title.get(language));
    for (label, text) in describe(vocabulary, fact, language) {
        let _ = writeln!(out, "{}", paint.filled(&format!("{label:<10}"), &text));
    }
    if let Type::OneOf(values) | Type::SetOf(values) = &fact.kind {
        out.push_str("values\n");
        for value in values {
            let title = fact.value_titles.get(value).map_or("", |title| title.get(language));
            let _ = writeln!(out, "  {} {title}", paint.strong(&format!("{value:<24}")));
        }
    }
    if !fact.fields.is_empty() {
        out.push_str("fields of each item\n");
    }
    for (name, field) in &fact.fields {
        let kind = type_name(vocabulary, &field.kind);
        let _ = writeln!(
            out,
            "  {} {kind:<26} {}",
            paint.strong(&format!("{name:<24}")),
            field.title.get(language)
        );
    }
    out
}

fn describe(
    vocabulary: &Vocabulary,
    fact: &Fact,
    language: Language,
) -> Vec<(&'static str, String)> {
    let setting = match fact.setting {
        Setting::Fixed => "context of the product",
        Setting::Chosen => "decided by the maker",
    };
    let mut lines = vec![
        ("question", fact.question.get(language).to_owned()),
        ("meaning", fact.meaning.get(language).to_owned()),
        ("type", type_name(vocabulary, &fact.kind)),
        ("setting", setting.to_owned()),
    ];
    if fact.optional {
        lines.push(("absent", "may be stated: the product is known to have none".to_owned()));
    }
    if !fact.evidence.is_empty() {
        let ways: Vec<&str> = fact.evidence.iter().map(|&way| method(way)).collect();
        lines.push(("shown by", ways.join(", ")));
    }
    for (format, place) in &fact.read_from {
        let place = place.as_ref().map(|place| format!(": {place}")).unwrap_or_default();
        lines.push(("read from", format!("{format}{place}")));
    }
    lines.retain(|(_, text)| !text.is_empty());
    lines
}

fn method(method: EvidenceMethod) -> &'static str {
    match method {
        EvidenceMethod::Declaration => "the maker's declaration",
        EvidenceMethod::Laboratory => "a laboratory's test",
        EvidenceMethod::Document => "a document, page or register",
    }
}

/// A type in a few words.
#[must_use]
pub fn type_name(vocabulary: &Vocabulary, kind: &Type) -> String {
    match kind {
        Type::YesNo => "yes or no".to_owned(),
        Type::OneOf(values) => format!("one of {} values", values.len()),
        Type::SetOf(values) => format!("set of {} values", values.len()),
        Type::WholeNumber { unit: None } => "whole number".to_owned(),
        Type::WholeNumber { unit: Some(unit) } => format!("whole number in {unit}"),
        Type::Duration => "duration (P5Y)".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Text => "text".to_owned(),
        Type::Url => "URL".to_owned(),
        Type::Version => "version".to_owned(),
        Type::Language => "language code".to_owned(),
        Type::Country => "country code".to_owned(),
        Type::Territory => "territory code".to_owned(),
        Type::Money => "money".to_owned(),
        Type::SetOfText => "set of text".to_owned(),
        Type::SetOfLanguages => "set of languages".to_owned(),
        Type::SetOfCountries => "set of countries".to_owned(),
        Type::Reference(list) => {
            format!("id in {}", vocabulary.fact(*list).map_or("", |fact| fact.path.as_str()))
        }
        Type::List => "list".to_owned(),
    }
}
