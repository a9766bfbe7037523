//! What a question takes as given: the day, the markets, and what is stated of the product.

use super::source::{Source, Variable};
use crate::model::condition::{Clock, JudgementId, Operand, ParameterId};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{Item, Manifest};
use crate::model::period::Period;
use crate::model::rule::Event;
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId, Setting};
use crate::plan::days::{Day, Days};
use crate::plan::reading::{Reading, Threshold};
use crate::plan::row::{Market, PlacementFields, Row};
use crate::plan::truth::Truth;
use crate::plan::{clock_days, judged, parameter_value};
use jiff::civil::Date;

/// What a question takes as given.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// The law.
    pub law: &'a Law,
    /// The day of the check.
    pub on: Date,
    /// Where the product is looked at.
    pub markets: Vec<Market>,
    /// What is said of the product.
    pub product: Product<'a>,
    placements: Option<PlacementFields>,
}

/// What is said of the product.
#[derive(Debug, Clone, Copy)]
pub enum Product<'a> {
    /// Nothing: any product that is placed on that day, alike in all markets, and goes on
    /// being placed.
    Any(Date),
    /// What a manifest states; the rest may be anything.
    Stated(&'a Manifest, Threshold),
    /// What a manifest states; what it leaves out may be told, or stay unknown.
    Told(&'a Manifest, Threshold),
    /// What a manifest states of fixed facts; design decisions may be taken again.
    Redesigned(&'a Manifest, Threshold),
    /// What a manifest states; design decisions may be changed, and what is not known of them
    /// stays unknown unless it is decided.
    Mended(&'a Manifest, Threshold),
}

/// What is known of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// It may be anything its type allows.
    Free,
    /// The product has none.
    Absent,
    /// It is this.
    Value(Value),
    /// It cannot be computed from what is known, and is no free choice.
    Unknown,
}

impl<'a> Ground<'a> {
    /// Any product placed on the day of the check in those jurisdictions.
    #[must_use]
    pub fn any(law: &'a Law, jurisdictions: &[JurisdictionId], on: Date) -> Ground<'a> {
        let market = |&jurisdiction: &JurisdictionId| Market { jurisdiction, placement: None };
        let markets = jurisdictions.iter().map(market).collect();
        Ground::new(law, markets, on, Product::Any(on))
    }

    /// A product in some markets.
    #[must_use]
    pub fn new(law: &'a Law, markets: Vec<Market>, on: Date, product: Product<'a>) -> Ground<'a> {
        Ground { law, on, markets, product, placements: PlacementFields::of(&law.vocabulary) }
    }

    /// The list of placements.
    #[must_use]
    pub fn placement_list(&self) -> Option<FactId> {
        self.placements.map(|fields| fields.list)
    }

    /// Whether placements are alike in all markets, so that one set of choices describes them.
    #[must_use]
    pub fn is_placed_alike(&self) -> bool {
        matches!(self.product, Product::Any(_))
    }

    /// The manifest with how it is read, if there is one.
    #[must_use]
    pub fn manifest(&self) -> Option<(&'a Manifest, Threshold)> {
        match self.product {
            Product::Any(_) => None,
            Product::Stated(manifest, threshold)
            | Product::Told(manifest, threshold)
            | Product::Redesigned(manifest, threshold)
            | Product::Mended(manifest, threshold) => Some((manifest, threshold)),
        }
    }

    /// What is given of a fact of the product. Lists: see [`Ground::items`].
    #[must_use]
    pub fn fact(&self, fact: FactId) -> Given {
        match self.manifest() {
            Some((manifest, threshold)) if !self.is_open(self.setting(fact)) => {
                self.given(threshold.read(manifest.facts.get(&fact), Default::default()))
            }
            _ => Given::Free,
        }
    }

    /// What a manifest states of a fact, design decision or not.
    #[must_use]
    pub fn stated(&self, fact: FactId) -> Given {
        self.manifest().map_or(Given::Free, |(manifest, threshold)| {
            given(threshold.read(manifest.facts.get(&fact), Default::default()))
        })
    }

    /// The items of a list, where a manifest states them.
    #[must_use]
    pub fn items(&self, list: FactId) -> Option<&'a [Item]> {
        let (manifest, threshold) = self.manifest()?;
        match threshold.read(manifest.facts.get(&list), Default::default()) {
            Reading::Items(items, _) => Some(items),
            Reading::Absent(_) => Some(&[]),
            _ => None,
        }
    }

    /// What is given of a field of a stated item.
    #[must_use]
    pub fn field(&self, item: &Item, field: FieldId) -> Given {
        let setting = self.law.vocabulary.field(field).map(|field| field.setting);
        match self.manifest() {
            Some((manifest, threshold)) if !self.may_change(field, setting) => {
                let level = manifest.facts.get(&field.list).map(|list| list.level);
                self.given(threshold.field(item, field.index, level.unwrap_or_default()))
            }
            _ => Given::Free,
        }
    }

    /// Where a product is sold, and how, is no matter of design.
    fn may_change(&self, field: FieldId, setting: Option<Setting>) -> bool {
        Some(field.list) != self.placement_list() && self.is_open(setting)
    }

    /// Which placement counts in a market, by its position; after all of them, each market of
    /// which none is stated.
    pub(super) fn placement_slot(&self, market: u32) -> u32 {
        let place = self.markets.get(market as usize);
        match place.and_then(|place| place.placement) {
            _ if self.is_placed_alike() => 0,
            Some(placement) => placement.0,
            None => u32::MAX - market,
        }
    }

    /// What a manifest states of a field of an item, design decision or not.
    #[must_use]
    pub fn stated_field(&self, item: &Item, field: FieldId) -> Given {
        self.manifest().map_or(Given::Free, |(manifest, threshold)| {
            let level = manifest.facts.get(&field.list).map(|list| list.level);
            given(threshold.field(item, field.index, level.unwrap_or_default()))
        })
    }

    /// What a manifest states of one value, design decision or not; of a placement only where it
    /// may be chosen, that is nothing.
    pub(super) fn now(&self, variable: Variable) -> Given {
        match variable.source {
            Source::Fact(fact) => self.stated(fact),
            Source::Field(field) => {
                let items = self.items(field.list).unwrap_or_default();
                let item = items.get(variable.slot as usize);
                item.map_or(Given::Free, |item| self.stated_field(item, field))
            }
            Source::Placement(_) => Given::Free,
        }
    }

    /// Who designs a product anew does not find out what is not known of its surroundings.
    fn given(&self, reading: Reading<'_>) -> Given {
        match (given(reading), self.product) {
            (Given::Free, Product::Redesigned(..) | Product::Mended(..)) => Given::Unknown,
            (given, _) => given,
        }
    }

    /// Whether the design may decide on a fact again.
    #[must_use]
    pub fn is_open(&self, setting: Option<Setting>) -> bool {
        match self.product {
            Product::Any(_) => true,
            Product::Stated(..) | Product::Told(..) => false,
            Product::Redesigned(..) | Product::Mended(..) => setting == Some(Setting::Chosen),
        }
    }

    /// Whether something that is not known may stay so.
    #[must_use]
    pub fn leaves_unknown(&self) -> bool {
        matches!(self.product, Product::Told(..) | Product::Mended(..))
    }

    /// Whether stated items of a list may go, and others come.
    #[must_use]
    pub fn may_change_items(&self, list: FactId) -> bool {
        matches!(self.product, Product::Mended(..))
            && Some(list) != self.placement_list()
            && self.is_open(self.setting(list))
    }

    fn setting(&self, fact: FactId) -> Option<Setting> {
        self.law.vocabulary.fact(fact).map(|fact| fact.setting)
    }

    /// What is given of a field of the placement in a market.
    #[must_use]
    pub fn placement(&self, market: usize, field: FieldId) -> Given {
        match self.row(market) {
            // Units that nobody has placed have no day that could be told.
            Some((row, _)) if row.market.placement.is_none() && self.leaves_unknown() => {
                Given::Unknown
            }
            Some((row, threshold)) => self.given(threshold.placement(row, field)),
            None => self.placed_alike(market, field),
        }
    }

    fn placed_alike(&self, market: usize, field: FieldId) -> Given {
        let (Some(fields), Product::Any(placed)) = (self.placements, self.product) else {
            return Given::Free;
        };
        match Some(field) {
            field if field == fields.first_placed => Given::Value(Value::Date(placed)),
            field if field == fields.last_placed => Given::Absent,
            field if field == fields.last_made_available => Given::Absent,
            field if field == fields.territory => self.territory(market),
            _ => Given::Free,
        }
    }

    fn territory(&self, market: usize) -> Given {
        let market = self.markets.get(market);
        let place = market.and_then(|market| self.law.jurisdictions.get(market.jurisdiction));
        place.map_or(Given::Unknown, |place| Given::Value(Value::Text(place.code.clone())))
    }

    fn row(&self, market: usize) -> Option<(Row<'a>, Threshold)> {
        let (manifest, threshold) = self.manifest()?;
        Some((Row { manifest, market: *self.markets.get(market)?, on: self.on }, threshold))
    }

    /// Whether an event falls into a period.
    #[must_use]
    pub fn days(&self, market: usize, event: Event) -> Days {
        match (self.row(market), self.product) {
            (Some((row, threshold)), _) => Days::of(row, self.placements, event, threshold),
            (None, Product::Any(placed)) => {
                Days { first: Day::On(placed), last: Day::Absent, checked: self.on }
            }
            _ => Days { first: Day::Unknown, last: Day::Unknown, checked: self.on },
        }
    }

    /// The value of a parameter.
    #[must_use]
    pub fn parameter(&self, id: ParameterId, clock: Clock, market: usize) -> Given {
        let days = match (self.row(market), clock) {
            (_, Clock::Check) => Period { from: Some(self.on), until: Some(self.on) },
            (Some((row, threshold)), _) => clock_days(clock, row, self.placements, threshold),
            (None, Clock::Placing) => self.days(market, Event::Placing).latest(),
            (None, Clock::Supply) => self.days(market, Event::MakingAvailable).latest(),
        };
        parameter_value(self.law, id, days)
            .map_or(Given::Unknown, |value| Given::Value(value.clone()))
    }

    /// Whether an operand is a parameter whose value turns on days that may still be told.
    #[must_use]
    pub fn is_open_parameter(&self, operand: &Operand, market: usize) -> bool {
        let Operand::Parameter(id, clock @ (Clock::Placing | Clock::Supply)) = operand else {
            return false;
        };
        let event = if *clock == Clock::Placing { Event::Placing } else { Event::MakingAvailable };
        let fields = self.placements.map(|fields| [fields.first_placed, fields.last(event)]);
        let is_free = |field: FieldId| self.placement(market, field) == Given::Free;
        fields.into_iter().flatten().flatten().any(is_free)
            && self.parameter(*id, *clock, market) == Given::Unknown
    }

    /// What people judged of an open norm.
    #[must_use]
    pub fn judged(&self, id: JudgementId) -> Truth {
        self.row(0).map_or(Truth::Unknown, |(row, _)| judged(self.law, id, row))
    }

    /// What is given of an operand that is no sum and speaks of no item.
    #[must_use]
    pub fn operand(&self, operand: &Operand, market: usize) -> Given {
        match operand {
            Operand::Literal(value) => Given::Value(value.clone()),
            Operand::Today => Given::Value(Value::Date(self.on)),
            Operand::Parameter(id, clock) => self.parameter(*id, *clock, market),
            Operand::Placement(field) => self.placement(market, *field),
            Operand::Fact(fact) => self.fact(*fact),
            _ => Given::Unknown,
        }
    }
}

fn given(reading: Reading<'_>) -> Given {
    match reading {
        Reading::Absent(_) => Given::Absent,
        Reading::Value(value, _) => Given::Value(value.clone()),
        Reading::Unstated | Reading::TooWeak(_) | Reading::Items(..) => Given::Free,
    }
}
