//! What a manifest says about one fact, once weak evidence is set aside.

use super::row::Row;
use crate::model::manifest::{EvidenceLevel, Item, Stated, Statement};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId};

/// What is stated about one fact or field.
#[derive(Debug, Clone, Copy)]
pub enum Reading<'a> {
    /// Nothing: unknown.
    Unstated,
    /// Something, with less evidence than was asked for: unknown.
    TooWeak(Shown<'a>),
    /// The product has none.
    Absent(Shown<'a>),
    /// A value.
    Value(&'a Value, Shown<'a>),
    /// The items of a list.
    Items(&'a [Item], Shown<'a>),
}

/// A statement with the level of evidence that counts for it.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its own level, or that of its list where it has none.
    pub level: EvidenceLevel,
}

/// Reads statements at an evidence threshold; with none, every statement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Threshold(pub Option<EvidenceLevel>);

impl Threshold {
    /// What is stated about a fact of the product.
    #[must_use]
    pub fn fact(self, row: Row<'_>, fact: FactId) -> Reading<'_> {
        self.read(row.manifest.facts.get(&fact), EvidenceLevel::Unstated)
    }

    /// What is stated about a field of an item; `list` is the level of the item's list.
    #[must_use]
    pub fn field(self, item: &Item, index: u32, list: EvidenceLevel) -> Reading<'_> {
        self.read(item.fields.get(&index), list)
    }

    /// What is stated about a field of the placement under check.
    #[must_use]
    pub fn placement(self, row: Row<'_>, field: FieldId) -> Reading<'_> {
        match (self.fact(row, field.list), placed_item(row, field.list)) {
            (Reading::Items(_, list), Some(item)) => self.field(item, field.index, list.level),
            (weak @ Reading::TooWeak(_), Some(_)) => weak,
            _ => Reading::Unstated,
        }
    }

    /// What one statement says; `list` is the level of the list around it.
    #[must_use]
    pub fn read(self, statement: Option<&Statement>, list: EvidenceLevel) -> Reading<'_> {
        let Some(statement) = statement else { return Reading::Unstated };
        let level = match statement.level {
            EvidenceLevel::Unstated => list,
            own => own,
        };
        let shown = Shown { statement, level };
        match &statement.value {
            _ if self.0.is_some_and(|needed| level < needed) => Reading::TooWeak(shown),
            Stated::Absent => Reading::Absent(shown),
            Stated::Value(value) => Reading::Value(value, shown),
            Stated::Items(items) => Reading::Items(items, shown),
        }
    }
}

/// The placement under check, as an item of the list of placements.
#[must_use]
pub fn placed_item(row: Row<'_>, placements: FactId) -> Option<&Item> {
    let position = row.market.placement?.0 as usize;
    match &row.manifest.facts.get(&placements)?.value {
        Stated::Items(items) => items.get(position),
        _ => None,
    }
}
