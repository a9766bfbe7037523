//! In which markets a product is checked, and by which rules.

use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{Item, Manifest, Stated};
use crate::model::rule::RuleId;
use crate::model::ruleset::{InstrumentKind, Ruleset, RulesetId};
use crate::model::value::Value;
use crate::plan::row::{Market, Placement, PlacementFields};

/// The markets to check for the jurisdictions asked for: where units are placed within one,
/// those territories; else the jurisdiction itself, by what is placed in the nearest territory
/// around it; else by a placement of which nothing is known.
#[must_use]
pub fn markets_for(law: &Law, manifest: &Manifest, requested: &[JurisdictionId]) -> Vec<Market> {
    let placed = placements(law, manifest);
    let mut markets = Vec::new();
    for &jurisdiction in requested {
        for market in markets_of(law, &placed, jurisdiction) {
            if !markets.contains(&market) {
                markets.push(market);
            }
        }
    }
    markets
}

/// The rules that bind in a jurisdiction: those of every law that applies there or around it,
/// and those of the rulesets named besides.
#[must_use]
pub fn rules_for(law: &Law, jurisdiction: JurisdictionId, with: &[RulesetId]) -> Vec<RuleId> {
    let applies = |id: RulesetId, ruleset: &Ruleset| {
        with.contains(&id) || law.binds_in(ruleset, jurisdiction)
    };
    law.iter_rules()
        .filter(|(_, rule)| law.ruleset(rule.ruleset).is_some_and(|set| applies(rule.ruleset, set)))
        .map(|(id, _)| id)
        .collect()
}

/// The jurisdictions asked for, each followed by those within it that have law of their own:
/// what is sold in all of Canada is sold in Quebec too.
#[must_use]
pub fn with_inner(law: &Law, requested: &[JurisdictionId]) -> Vec<JurisdictionId> {
    let has_law = |id| {
        let mut laws = law.rulesets.iter().filter(|set| set.kind == InstrumentKind::Law);
        laws.any(|set| set.applies_in.contains(&id))
    };
    let mut found = Vec::new();
    for &outer in requested {
        let inner = law
            .jurisdictions
            .iter()
            .map(|(id, _)| id)
            .filter(|&id| id != outer && law.jurisdictions.is_within(id, outer) && has_law(id));
        for id in std::iter::once(outer).chain(inner) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// The stated placements whose territory is known, each as a market of that territory.
fn placements(law: &Law, manifest: &Manifest) -> Vec<Market> {
    let Some(fields) = PlacementFields::of(&law.vocabulary) else { return Vec::new() };
    let Some(territory) = fields.territory else { return Vec::new() };
    let Some(Stated::Items(items)) = manifest.facts.get(&fields.list).map(|list| &list.value)
    else {
        return Vec::new();
    };
    let jurisdiction = |stated: &Stated| match stated {
        Stated::Value(Value::Text(code)) => law.jurisdictions.find(code),
        _ => None,
    };
    let market = |(placement, item): (u32, &Item)| {
        let stated = item.fields.get(&territory.index)?;
        let jurisdiction = jurisdiction(&stated.value)?;
        Some(Market { jurisdiction, placement: Some(Placement(placement)) })
    };
    (0u32..).zip(items).filter_map(market).collect()
}

fn markets_of(law: &Law, placed: &[Market], jurisdiction: JurisdictionId) -> Vec<Market> {
    let within = |market: &&Market| law.jurisdictions.is_within(market.jurisdiction, jurisdiction);
    let inside: Vec<Market> = placed.iter().filter(within).copied().collect();
    if !inside.is_empty() {
        return inside;
    }
    let around = law.jurisdictions.ancestry(jurisdiction).map(|outer| {
        let there = placed.iter().filter(move |market| market.jurisdiction == outer);
        there.map(|market| Market { jurisdiction, ..*market }).collect::<Vec<_>>()
    });
    let nearest = around.into_iter().find(|markets| !markets.is_empty());
    nearest.unwrap_or_else(|| vec![Market { jurisdiction, placement: None }])
}
