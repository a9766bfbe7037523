//! The same product, if its units were placed on another day.

use super::witness::{named_item, statement};
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated, Statement};
use crate::model::value::Value;
use crate::plan::row::{Market, Placement, PlacementFields};
use jiff::civil::Date;

/// The product with a unit that is placed and supplied in that market on that day, and on no
/// other; the market with that placement.
#[must_use]
pub(super) fn placed_on(
    law: &Law,
    manifest: &Manifest,
    market: Market,
    day: Date,
) -> (Manifest, Market) {
    let mut manifest = manifest.clone();
    let Some(fields) = PlacementFields::of(&law.vocabulary) else { return (manifest, market) };
    let list =
        manifest.facts.entry(fields.list).or_insert_with(|| statement(Stated::Items(Vec::new())));
    let span = list.span;
    if !matches!(list.value, Stated::Items(_)) {
        list.value = Stated::Items(Vec::new());
    }
    let Stated::Items(items) = &mut list.value else { return (manifest, market) };
    let known = market.placement.filter(|placement| (placement.0 as usize) < items.len());
    let placement = known.unwrap_or_else(|| {
        let at = u32::try_from(items.len()).unwrap_or(u32::MAX);
        items.push(named_item(law, fields.list, format!("{}", at.saturating_add(1))));
        Placement(at)
    });
    let Some(item) = items.get_mut(placement.0 as usize) else { return (manifest, market) };
    for field in [fields.first_placed, fields.last_placed, fields.last_made_available] {
        let stated = Statement { span, ..statement(Stated::Value(Value::Date(day))) };
        field.map(|field| item.fields.insert(field.index, stated));
    }
    if known.is_none()
        && let (Some(field), Some(place)) =
            (fields.territory, law.jurisdictions.get(market.jurisdiction))
    {
        let code = Stated::Value(Value::Text(place.code.clone()));
        item.fields.insert(field.index, statement(code));
    }
    (manifest, Market { placement: Some(placement), ..market })
}
