//! What a condition reads that a product can choose or be.

use super::ground::{Given, Ground};
use crate::model::condition::Operand;
use crate::model::vocabulary::{Fact, FactId, FieldId, Setting, Type, Vocabulary};

/// Something with a value: a fact, a field of the items of a list, a field of a placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Source {
    /// A fact of the product.
    Fact(FactId),
    /// A field of every item of a list.
    Field(FieldId),
    /// A field of a placement, the one under check or another.
    Placement(FieldId),
}

/// One value of a source: of one item, or of one market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Variable {
    /// What it is a value of.
    pub(super) source: Source,
    /// Which item or placement, see [`Ground::placement_slot`]; else 0.
    pub(super) slot: u32,
}

impl Source {
    /// Its declaration.
    #[must_use]
    pub(super) fn declared(self, vocabulary: &Vocabulary) -> Option<&Fact> {
        match self {
            Source::Fact(fact) => vocabulary.fact(fact),
            Source::Field(field) | Source::Placement(field) => vocabulary.field(field),
        }
    }

    /// Whether it is found, or a decision of the maker. Where a product is sold, and how, is no
    /// matter of design.
    pub(super) fn setting(self, vocabulary: &Vocabulary) -> Setting {
        match self {
            Source::Placement(_) => Setting::Fixed,
            _ => self.declared(vocabulary).map_or(Setting::Fixed, |fact| fact.setting),
        }
    }

    /// Its type.
    #[must_use]
    pub(super) fn kind(self, vocabulary: &Vocabulary) -> Option<&Type> {
        self.declared(vocabulary).map(|fact| &fact.kind)
    }

    /// What an operand reads, if it may be chosen. Ids of items are names, not choices.
    pub(super) fn of(operand: &Operand, ground: &Ground<'_>) -> Option<Source> {
        let vocabulary = &ground.law.vocabulary;
        match operand {
            Operand::Fact(fact) => {
                (ground.fact(*fact) == Given::Free).then_some(Source::Fact(*fact))
            }
            Operand::Field(_, field) if is_id(vocabulary, *field) => None,
            Operand::Field(_, field) if Some(field.list) == ground.placement_list() => {
                match ground.is_placed_alike() {
                    true => Source::placement(*field, ground),
                    // Of some placements it may be stated, and of others not.
                    false => Some(Source::Placement(*field)),
                }
            }
            Operand::Field(_, field) => Some(Source::Field(*field)),
            Operand::Placement(field) => Source::placement(*field, ground),
            _ => None,
        }
    }

    fn placement(field: FieldId, ground: &Ground<'_>) -> Option<Source> {
        let free = |market| ground.placement(market, field) == Given::Free;
        (0..ground.markets.len()).any(free).then_some(Source::Placement(field))
    }
}

/// Whether a field holds the names of the items.
pub(super) fn is_id(vocabulary: &Vocabulary, field: FieldId) -> bool {
    let fields = vocabulary.fact(field.list).map(|list| &list.fields);
    fields.and_then(|fields| fields.get_index_of("id")) == Some(field.index as usize)
}
