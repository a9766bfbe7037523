//! What is evaluated: one product in one market on one day.

use crate::model::jurisdiction::JurisdictionId;
use crate::model::manifest::Manifest;
use crate::model::vocabulary::{FactId, FieldId, Vocabulary};
use jiff::civil::Date;

/// A product in a market, checked on a day.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// What is stated about the product.
    pub manifest: &'a Manifest,
    /// Where it is checked.
    pub market: Market,
    /// The day of the check.
    pub on: Date,
}

/// A territory, with the placement of the product there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Market {
    /// The territory under check.
    pub jurisdiction: JurisdictionId,
    /// The placement that counts there; unknown where none is stated.
    pub placement: Option<Placement>,
}

/// A position in the items of the list fact `market.placements`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placement(pub u32);

/// The list of placements and those of its fields that the engine itself reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacementFields {
    /// `market.placements`
    pub list: FactId,
    /// `territory`
    pub territory: Option<FieldId>,
    /// `first_placed`
    pub first_placed: Option<FieldId>,
    /// `last_placed`
    pub last_placed: Option<FieldId>,
    /// `last_made_available`
    pub last_made_available: Option<FieldId>,
}

impl PlacementFields {
    /// The fact that holds the placements.
    pub const PATH: &'static str = "market.placements";

    /// Looks the fields up; `None` where the vocabulary knows no placements.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary) -> Option<PlacementFields> {
        let (list, _) = vocabulary.find(Self::PATH)?;
        let field = |name| vocabulary.find_field(list, name).map(|(id, _)| id);
        Some(PlacementFields {
            list,
            territory: field("territory"),
            first_placed: field("first_placed"),
            last_placed: field("last_placed"),
            last_made_available: field("last_made_available"),
        })
    }
}
