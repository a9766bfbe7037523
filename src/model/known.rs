//! What is known of one product as a plain row of facts: a manifest without its places, its
//! evidence and its own order, for registers of millions.

use super::manifest::{EvidenceLevel, Item, Manifest, Stated, Statement};
use super::value::Value;
use super::vocabulary::FactId;
use crate::source::{FileId, SourceFile, Span};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// One fact of a product, or one field of an item of a list of its.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The fact; of a field, its list.
    pub fact: FactId,
    /// Of a field: its item, counted from 0, and its position in the list's declaration.
    pub field: Option<(u32, u32)>,
    /// What is said.
    pub said: Said,
    /// How well it is shown: the level of its own, or that of the list around it.
    pub level: EvidenceLevel,
}

/// What is said of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The product is known to have none.
    Absent,
    /// A value.
    Value(Value),
    /// A list of so many items, whose fields follow on their own.
    Items(u32),
}

/// All that a manifest states, in the order of the vocabulary.
#[must_use]
pub fn known_of(manifest: &Manifest) -> Vec<Known> {
    let mut known = Vec::new();
    for (&fact, statement) in &manifest.facts {
        let said = match &statement.value {
            Stated::Absent => Said::Absent,
            Stated::Value(value) => Said::Value(value.clone()),
            Stated::Items(items) => Said::Items(narrow(items.len())),
        };
        known.push(Known { fact, field: None, said, level: statement.level });
        if let Stated::Items(items) = &statement.value {
            let numbered = (0..).zip(items);
            known.extend(numbered.flat_map(|(at, item)| fields(fact, at, item, statement.level)));
        }
    }
    known
}

fn fields(
    fact: FactId,
    item: u32,
    stated: &Item,
    list: EvidenceLevel,
) -> impl Iterator<Item = Known> {
    stated.fields.iter().filter_map(move |(&field, statement)| {
        let said = match &statement.value {
            Stated::Absent => Said::Absent,
            Stated::Value(value) => Said::Value(value.clone()),
            // Items of a list have no lists of their own.
            Stated::Items(_) => return None,
        };
        let level = if statement.level == EvidenceLevel::Unstated { list } else { statement.level };
        Some(Known { fact, field: Some((item, field)), said, level })
    })
}

/// A manifest that states what is known of some facts, and nothing else.
#[must_use]
pub fn excerpt(known: &[Known], is_wanted: impl Fn(FactId) -> bool) -> Manifest {
    let mut facts: BTreeMap<FactId, Statement> = BTreeMap::new();
    for one in known.iter().filter(|one| is_wanted(one.fact)) {
        match one.field {
            None => {
                facts.insert(one.fact, statement(one));
            }
            Some((item, field)) => {
                let list = facts.get_mut(&one.fact).map(|list| &mut list.value);
                if let Some(Stated::Items(items)) = list
                    && let Some(item) = items.get_mut(item as usize)
                {
                    item.fields.insert(field, statement(one));
                }
            }
        }
    }
    Manifest {
        source: SourceFile::new("", ""),
        facts,
        judgements: Vec::new(),
        extensions: IndexMap::new(),
    }
}

fn statement(known: &Known) -> Statement {
    let value = match &known.said {
        Said::Absent => Stated::Absent,
        Said::Value(value) => Stated::Value(value.clone()),
        Said::Items(items) => Stated::Items((0..*items).map(|_| empty_item()).collect()),
    };
    Statement { value, level: known.level, evidence: Vec::new(), as_of: None, span: NOWHERE }
}

fn empty_item() -> Item {
    Item { id: String::new(), fields: BTreeMap::new(), span: NOWHERE }
}

const NOWHERE: Span = Span { file: FileId::MANIFEST, start: 0, end: 0 };

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
