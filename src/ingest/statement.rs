//! One statement: short or long form, `absent`, a value, or the items of a list.

use super::error::{IngestError, shown};
use super::fields::{Scope, Statements, is_extension, join, read_keys};
use super::reading::{Reading, did_you_mean, suggest};
use super::shapes::{self, read_string, report_nothing};
use super::tree::{Content, Entry, Mapping, Node, Scalar};
use super::values::{self, read_value};
use crate::model::manifest::{EvidenceLevel, Item, Stated, Statement};
use crate::model::vocabulary::{Fact, Type};
use crate::source::Span;
use indexmap::IndexMap;
use jiff::civil::Date;

/// How well a statement is shown. Items and fields have their list's, if they say none.
#[derive(Debug, Clone, Default)]
pub(super) struct Basis {
    level: EvidenceLevel,
    evidence: Vec<String>,
    as_of: Option<Date>,
}

/// The keys of the long form.
const LONG_FORM: &[&str] = &["value", "level", "evidence", "as_of"];

/// Reads what is stated about a fact or field.
pub(super) fn read_statement(
    reading: &mut Reading<'_>,
    fact: &Fact,
    entry: &Entry,
    inherited: &Basis,
) -> Option<Statement> {
    let (node, basis) = match &entry.value.content {
        Content::Mapping(mapping) if is_long_form(mapping) => {
            read_long_form(reading, fact, mapping, entry.value.span, inherited)?
        }
        _ => (&entry.value, inherited.clone()),
    };
    let value = read_stated(reading, fact, node, &basis)?;
    let Basis { level, evidence, as_of } = basis;
    Some(Statement { value, level, evidence, as_of, span: node.span })
}

/// Whether two statements say the same, wherever they stand.
pub(super) fn same(left: &Stated, right: &Stated) -> bool {
    match (left, right) {
        (Stated::Items(left), Stated::Items(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same_item(a, b))
        }
        _ => left == right,
    }
}

fn same_item(left: &Item, right: &Item) -> bool {
    left.id == right.id
        && left.fields.len() == right.fields.len()
        && left
            .fields
            .iter()
            .zip(&right.fields)
            .all(|((a, left), (b, right))| a == b && same(&left.value, &right.value))
}

fn is_long_form(mapping: &Mapping) -> bool {
    LONG_FORM.iter().any(|key| mapping.contains_key(*key))
}

fn read_long_form<'a>(
    reading: &mut Reading<'_>,
    fact: &Fact,
    mapping: &'a Mapping,
    span: Span,
    inherited: &Basis,
) -> Option<(&'a Node, Basis)> {
    check_keys(reading, mapping, LONG_FORM, &fact.path, "in the long form of a statement");
    let basis = read_basis(reading, mapping, inherited);
    match mapping.get("value") {
        Some(entry) => Some((&entry.value, basis)),
        None => {
            let what = format!("the statement about `{}`", fact.path);
            reading.report(IngestError::MissingKey { key: "value".to_owned(), what, span });
            None
        }
    }
}

/// Reports keys that are not among the known ones; keeps extensions.
pub(super) fn check_keys(
    reading: &mut Reading<'_>,
    mapping: &Mapping,
    known: &[&str],
    base: &str,
    place: &str,
) {
    for (key, entry) in mapping {
        if is_extension(key) {
            reading.extensions.insert(join(base, key), entry.key);
        } else if !known.contains(&key.as_str()) && !reading.is_full() {
            let suggestion = suggest(key, known.iter().copied());
            let help = did_you_mean(suggestion.as_deref(), format!("the keys are {}", list(known)));
            reading.report(IngestError::UnknownKey {
                key: shown(key),
                place: place.to_owned(),
                suggestion,
                help,
                span: entry.key,
            });
        }
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn read_basis(reading: &mut Reading<'_>, mapping: &Mapping, inherited: &Basis) -> Basis {
    let mut basis = inherited.clone();
    if let Some(entry) = mapping.get("level") {
        basis.level = read_level(reading, &entry.value).unwrap_or_default();
    }
    if let Some(entry) = mapping.get("evidence") {
        basis.evidence = read_evidence(reading, &entry.value);
    }
    if let Some(entry) = mapping.get("as_of") {
        basis.as_of = values::read_date(reading, "as_of", &entry.value);
    }
    basis
}

fn read_level(reading: &mut Reading<'_>, node: &Node) -> Option<EvidenceLevel> {
    let words: Vec<String> =
        EvidenceLevel::ALL.iter().map(|(_, word)| (*word).to_owned()).collect();
    let index = values::read_word(reading, "level", &words, node)?;
    EvidenceLevel::ALL.get(usize::from(index)).map(|(level, _)| *level)
}

fn read_evidence(reading: &mut Reading<'_>, node: &Node) -> Vec<String> {
    let items = shapes::read_sequence(reading, "evidence", "a list of documents' ids", node);
    let mut evidence = Vec::new();
    for item in items.unwrap_or_default() {
        if let Some(id) = read_string(reading, "evidence", "an id", item) {
            reading.refer_to_document(id, item.span);
            evidence.push(id.to_owned());
        }
    }
    evidence
}

fn read_stated(
    reading: &mut Reading<'_>,
    fact: &Fact,
    node: &Node,
    basis: &Basis,
) -> Option<Stated> {
    if report_nothing(reading, &fact.path, node, unknown(fact).to_owned()) {
        return None;
    }
    if is_absent(fact, node) {
        return read_absent(reading, fact, node);
    }
    match fact.kind {
        Type::List => read_items(reading, fact, node, basis).map(Stated::Items),
        _ => read_value(reading, fact, node).map(Stated::Value),
    }
}

/// What to write where nothing is known.
fn unknown(fact: &Fact) -> &'static str {
    match (&fact.kind, fact.optional) {
        (_, true) => "leave the key out while it is not known; `absent` says that there is none",
        (kind, false) if has_members(kind) => {
            "leave the key out while it is not known; `[]` says that there are none"
        }
        (_, false) => "leave the key out while it is not known",
    }
}

fn has_members(kind: &Type) -> bool {
    use Type::{List, SetOf, SetOfCountries, SetOfLanguages, SetOfText};
    matches!(kind, List | SetOf(_) | SetOfCountries | SetOfLanguages | SetOfText)
}

/// Whether a value is the word `absent`, and not a declared value that reads so. Quotes make no
/// difference: JSON has no other way to say it, and the same text is no less absent in YAML.
fn is_absent(fact: &Fact, node: &Node) -> bool {
    let Content::Scalar(Scalar { text, .. }) = &node.content else { return false };
    let is_value = matches!(&fact.kind, Type::OneOf(values) if values.contains(text));
    text == "absent" && !is_value
}

fn read_absent(reading: &mut Reading<'_>, fact: &Fact, node: &Node) -> Option<Stated> {
    if fact.optional {
        return Some(Stated::Absent);
    }
    let help = match &fact.kind {
        kind if has_members(kind) => "write `[]` if it has none",
        _ => "state its value, or leave the key out while it is not known",
    };
    reading.report(IngestError::CannotBeAbsent {
        fact: fact.path.clone(),
        help: help.to_owned(),
        span: node.span,
    });
    None
}

fn read_items(
    reading: &mut Reading<'_>,
    list: &Fact,
    node: &Node,
    basis: &Basis,
) -> Option<Vec<Item>> {
    let nodes = shapes::read_sequence(reading, &list.path, "a list of items", node)?;
    let mut ids: IndexMap<String, Span> = IndexMap::new();
    let mut items = Vec::new();
    for (number, node) in (1usize..).zip(nodes) {
        if reading.is_full() {
            break;
        }
        items.extend(read_item(reading, list, number, node, basis, &mut ids));
    }
    Some(items)
}

fn read_item(
    reading: &mut Reading<'_>,
    list: &Fact,
    number: usize,
    node: &Node,
    basis: &Basis,
    ids: &mut IndexMap<String, Span>,
) -> Option<Item> {
    let mapping = shapes::read_mapping(reading, &list.path, node)?;
    let id = read_id(reading, list, number, mapping, node.span, ids);
    let scope = Scope {
        declared: &list.fields,
        apart: if list.fields.contains_key("id") { &[] } else { &["id"] },
        place: format!("among the fields of `{}`", list.path),
        base: format!("{}.{number}", list.path),
    };
    let mut fields = Statements::new();
    read_keys(reading, &scope, "", mapping, basis, &mut fields);
    Some(Item { id, fields, span: node.span })
}

/// The item's own id, or its number; no two items may share one.
fn read_id(
    reading: &mut Reading<'_>,
    list: &Fact,
    number: usize,
    mapping: &Mapping,
    item: Span,
    ids: &mut IndexMap<String, Span>,
) -> String {
    let (id, span) = match mapping.get("id") {
        Some(entry) => (read_own_id(reading, list, &entry.value), entry.value.span),
        None => (None, item),
    };
    if let Some(id) = &id {
        reading.register(&list.path, id);
    }
    let id = id.unwrap_or_else(|| number.to_string());
    if let Some(first) = ids.insert(id.clone(), span) {
        let list = list.path.clone();
        reading.report(IngestError::DuplicateId { id: shown(&id), list, span, first });
    }
    id
}

/// The `id` that an item states. Where the vocabulary declares it, it is read, and its faults are
/// reported, with the other fields.
fn read_own_id(reading: &mut Reading<'_>, list: &Fact, node: &Node) -> Option<String> {
    match &node.content {
        _ if !list.fields.contains_key("id") => {
            values::read_one_text(reading, &join(&list.path, "id"), node)
        }
        Content::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    }
}
