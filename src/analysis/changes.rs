//! What one manifest states that another does not: the steps from the first to the second.

use super::missing::find_judgement;
use crate::eval::trace::FactPath;
use crate::model::condition::JudgementId;
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use crate::model::vocabulary::{FactId, FieldId};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A fact, or a field of an item that stays, is stated otherwise.
    State {
        /// Which.
        path: FactPath,
        /// What was stated, and where.
        before: Option<(Stated, Span)>,
        /// What is stated then.
        after: Stated,
    },
    /// A list has one item more.
    Add {
        /// The list.
        list: FactId,
        /// The item.
        item: Item,
        /// Where the list stands.
        span: Span,
    },
    /// A list has one item less.
    Remove {
        /// The list.
        list: FactId,
        /// The item's id.
        item: String,
        /// Where it stands.
        span: Span,
    },
    /// A person judges an open norm.
    Judge {
        /// The norm.
        judgement: JudgementId,
        /// What is judged.
        met: bool,
    },
}

/// All steps, in the order of the vocabulary; judgements last.
#[must_use]
pub fn changes(law: &Law, before: &Manifest, after: &Manifest) -> Vec<Change> {
    changes_told(law, before, &after.facts, &after.judgements)
}

/// The steps to what is told of some facts, and to some judgements; all else stays.
#[must_use]
pub fn changes_told(
    law: &Law,
    before: &Manifest,
    told: &BTreeMap<FactId, Statement>,
    judged: &[StatedJudgement],
) -> Vec<Change> {
    let mut found = Vec::new();
    for (&fact, statement) in told {
        let now = before.facts.get(&fact);
        match (now.map(|now| &now.value), &statement.value) {
            (Some(Stated::Items(old)), Stated::Items(new)) => {
                let span = now.map_or(statement.span, |now| now.span);
                compare_items(fact, (old, span), new, &mut found);
            }
            _ => found.extend(compare(FactPath::of(fact), now, statement)),
        }
    }
    let is_known =
        |judged: &&StatedJudgement| before.judgements.iter().any(|known| known.says_as(judged));
    let judged = judged.iter().filter(|judged| !is_known(judged));
    found.extend(judged.filter_map(|judged| {
        let judgement = find_judgement(law, &judged.rule, judged.text.as_deref()?)?;
        Some(Change::Judge { judgement, met: judged.met })
    }));
    found
}

fn by_id(items: &[Item]) -> BTreeMap<&str, &Item> {
    items.iter().map(|item| (item.id.as_str(), item)).collect()
}

fn compare(path: FactPath, before: Option<&Statement>, after: &Statement) -> Option<Change> {
    if before.is_some_and(|before| before.value == after.value) {
        return None;
    }
    let before = before.map(|before| (before.value.clone(), before.span));
    Some(Change::State { path, before, after: after.value.clone() })
}

fn compare_items(
    list: FactId,
    (old, span): (&[Item], Span),
    new: &[Item],
    found: &mut Vec<Change>,
) {
    let (before, after) = (by_id(old), by_id(new));
    for item in old {
        match after.get(item.id.as_str()) {
            None => {
                found.push(Change::Remove { list, item: item.id.clone(), span: item.span });
            }
            Some(changed) => found.extend(changed.fields.iter().filter_map(|(&index, field)| {
                let path = FactPath::of_field(&item.id, FieldId { list, index });
                compare(path, item.fields.get(&index), field)
            })),
        }
    }
    let added = new.iter().filter(|item| !before.contains_key(item.id.as_str()));
    found.extend(added.map(|item| Change::Add { list, item: item.clone(), span }));
}

/// Whether two manifests state the same, wherever and in whatever order they say so.
#[must_use]
pub fn same_manifest(one: &Manifest, other: &Manifest) -> bool {
    let judged = |manifest: &Manifest| -> BTreeSet<(String, Option<String>, bool)> {
        let all = manifest.judgements.iter();
        all.map(|judged| (judged.rule.clone(), judged.text.clone(), judged.met)).collect()
    };
    one.facts.len() == other.facts.len()
        && one.facts.iter().zip(&other.facts).all(|((fact, one), (same, other))| {
            fact == same && same_statement(one, other, one.level)
        })
        && judged(one) == judged(other)
}

/// `list` is how well the list around them is shown, which its fields inherit.
fn same_statement(one: &Statement, other: &Statement, list: EvidenceLevel) -> bool {
    let level = |statement: &Statement| match statement.level {
        EvidenceLevel::Unstated => list,
        level => level,
    };
    let is_as_shown = level(one) == level(other);
    is_as_shown
        && match (&one.value, &other.value) {
            (Stated::Items(old), Stated::Items(new)) => same_items(old, new, one.level),
            (one, other) => one == other,
        }
}

fn same_items(one: &[Item], other: &[Item], list: EvidenceLevel) -> bool {
    let same = |item: &Item| {
        let same = other.iter().find(|same| same.id == item.id);
        same.is_some_and(|same| {
            item.fields.len() == same.fields.len()
                && item.fields.iter().zip(&same.fields).all(|((field, one), (also, other))| {
                    field == also && same_statement(one, other, list)
                })
        })
    };
    one.len() == other.len() && one.iter().all(same)
}

/// The later manifest without one of the steps that lead to it.
#[must_use]
pub fn taken_back(law: &Law, after: &Manifest, before: &Manifest, step: &Change) -> Manifest {
    let mut manifest = after.clone();
    match step {
        Change::State { path, .. } => take_back_fact(&mut manifest, before, path),
        Change::Add { list, item, .. } => {
            if let Some(items) = items_of(&mut manifest, *list) {
                items.retain(|other| other.id != item.id);
            }
        }
        Change::Remove { list, item, .. } => {
            let stated = before.facts.get(list).map(|list| &list.value);
            let old = match stated {
                Some(Stated::Items(items)) => items.iter().find(|other| other.id == *item),
                _ => None,
            };
            if let Some(items) = items_of(&mut manifest, *list) {
                items.extend(old.cloned());
            }
        }
        Change::Judge { judgement, met } => manifest.judgements.retain(|judged| {
            let own = judged.text.as_deref().map(|text| find_judgement(law, &judged.rule, text));
            own != Some(Some(*judgement)) || judged.met != *met
        }),
    }
    manifest
}

fn take_back_fact(manifest: &mut Manifest, before: &Manifest, path: &FactPath) {
    let Some((item, field)) = &path.field else {
        return match before.facts.get(&path.fact) {
            Some(old) => drop(manifest.facts.insert(path.fact, old.clone())),
            None => drop(manifest.facts.remove(&path.fact)),
        };
    };
    let old = match before.facts.get(&path.fact).map(|list| &list.value) {
        Some(Stated::Items(items)) => items.iter().find(|other| other.id == *item),
        _ => None,
    };
    let old = old.and_then(|old| old.fields.get(&field.index)).cloned();
    let items = items_of(manifest, path.fact).into_iter().flatten();
    for now in items.filter(|other| other.id == *item) {
        match old.clone() {
            Some(old) => drop(now.fields.insert(field.index, old)),
            None => drop(now.fields.remove(&field.index)),
        }
    }
}

fn items_of(manifest: &mut Manifest, list: FactId) -> Option<&mut Vec<Item>> {
    match &mut manifest.facts.get_mut(&list)?.value {
        Stated::Items(items) => Some(items),
        _ => None,
    }
}
