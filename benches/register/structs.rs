//! Plain structs of a vocabulary: what a programmer would declare to read manifests.
//!
//! `cargo bench --bench register -- --structs > benches/register/plain.rs` writes them again.

use comity::model::law::Law;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated, Statement};
use comity::model::vocabulary::{Fact, Type};
use std::fmt::Write as _;

/// The file of the structs.
pub(crate) fn write(law: &Law) -> String {
    let mut file = "//! The vocabulary as plain structs; written by `structs.rs`.\n\
                    #![allow(dead_code, reason = \"what is read is only counted\")]\n\n\
                    use serde::Deserialize;\nuse std::borrow::Cow;\n\n\
                    /// Reads a manifest; nothing where it does not fit.\n\
                    pub(crate) fn read(text: &str) -> Option<Product<'_>> {\n    \
                    serde_json::from_str(text).ok()\n}\n"
        .to_owned();
    let facts = || law.vocabulary.facts.values();
    write_struct(
        &mut file,
        "Product",
        facts(),
        "    comity: u8,\n    judgements: Option<Vec<serde::de::IgnoredAny>>,\n",
    );
    for list in facts().filter(|fact| fact.kind == Type::List) {
        write_struct(&mut file, &name(&list.path), list.fields.values(), "");
    }
    file
}

fn write_struct<'f>(
    file: &mut String,
    name: &str,
    facts: impl Iterator<Item = &'f Fact>,
    first: &str,
) {
    let mut fields = String::new();
    for (number, fact) in facts.enumerate() {
        let key = fact.path.rsplit('.').next().unwrap_or(&fact.path);
        let key = if name == "Product" { &fact.path } else { key };
        let kind = kind(fact);
        let borrow = if kind.contains("'a") { ", borrow" } else { "" };
        let _ = writeln!(
            fields,
            "    #[serde(rename = \"{key}\"{borrow})]\n    f{number}: Option<{kind}>,"
        );
    }
    let life = if fields.contains("'a") { "<'a>" } else { "" };
    let _ = write!(
        file,
        "\n#[derive(Deserialize)]\npub(crate) struct {name}{life} {{\n{first}{fields}}}\n"
    );
}

fn kind(fact: &Fact) -> String {
    match &fact.kind {
        Type::YesNo => "bool".to_owned(),
        Type::WholeNumber { .. } => "u64".to_owned(),
        Type::SetOf(_) | Type::SetOfLanguages | Type::SetOfCountries => "Vec<&'a str>".to_owned(),
        Type::SetOfText => "Vec<Cow<'a, str>>".to_owned(),
        Type::Text | Type::Url => "Cow<'a, str>".to_owned(),
        Type::List => {
            let borrows = fact.fields.values().any(|field| kind(field).contains("'a"));
            format!("Vec<{}{}>", name(&fact.path), if borrows { "<'a>" } else { "" })
        }
        _ => "&'a str".to_owned(),
    }
}

/// `DataItems` of `data.items`.
fn name(path: &str) -> String {
    path.split(['.', '_']).map(|part| part[..1].to_ascii_uppercase() + &part[1..]).collect()
}

/// Leaves out what plain structs have no place for: levels, and `absent` where no text stands.
pub(crate) fn make_plain(law: &Law, product: &mut Manifest) {
    product.judgements.clear();
    product.facts.retain(|id, statement| {
        let fact = law.vocabulary.fact(*id);
        if let Stated::Items(items) = &mut statement.value {
            for item in items {
                item.fields.retain(|index, field| {
                    let kind = fact.and_then(|list| list.fields.get_index(*index as usize));
                    is_plain(kind.map(|(_, kind)| kind), field)
                });
            }
        }
        is_plain(fact, statement)
    });
}

fn is_plain(fact: Option<&Fact>, statement: &mut Statement) -> bool {
    statement.level = EvidenceLevel::Unstated;
    let is_text = fact.is_some_and(|fact| kind(fact).starts_with(['&', 'C']));
    statement.value != Stated::Absent || is_text
}
