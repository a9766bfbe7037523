//! Where a product is judged, and by which rules.

use super::check::{Check, PLACEMENTS};
use super::law::{Law, Ruleset};
use super::product::{LEVELS, Product, Stated, Statement};
use super::value::Value;
use super::verdict::verdict;
use comity::jiff::civil::Date;
use std::collections::BTreeMap;

/// The verdicts in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) place: String,
    /// By full id of the rule, with its edition: `demo.locks@1 5`.
    pub(crate) verdicts: BTreeMap<String, &'static str>,
}

/// Judges a product in a place asked for, by the law there and by the texts named besides.
pub(crate) fn judge(
    law: &Law,
    product: &Product,
    (place, today): (&str, Date),
    with: &[String],
    needed: Option<&str>,
) -> Vec<Judged> {
    let needed = needed.and_then(|word| LEVELS.iter().position(|level| *level == word));
    let markets = markets(law, product, &law.place(place).unwrap().code);
    let judged = markets.into_iter().map(|(place, placement)| {
        let check = Check { law, product, placement, today, needed: needed.unwrap_or(0) };
        let around = law.around(&place);
        let binds = |set: &&Ruleset| with.contains(&set.id) || set.binds(&around, law);
        let mut verdicts = BTreeMap::new();
        for set in law.rulesets.iter().filter(binds) {
            for (number, _) in set.rules() {
                let id = format!("{}@{} {number}", set.id, set.edition);
                verdicts.insert(id, verdict(&check, set, number));
            }
        }
        Judged { place, verdicts }
    });
    judged.collect()
}

/// Each territory within the place where units are placed; else the place itself, by what is
/// placed in the nearest one around it; else by a placement of which nothing is known.
fn markets(law: &Law, product: &Product, place: &str) -> Vec<(String, Option<usize>)> {
    let placed = placements(product);
    let inside = placed.iter().filter(|(code, _)| law.around(code).contains(&place));
    let inside: Vec<_> = inside.map(|(code, at)| (code.clone(), Some(*at))).collect();
    if !inside.is_empty() {
        return inside;
    }
    for outer in law.around(place) {
        let there = placed.iter().filter(|(code, _)| code == outer);
        let there: Vec<_> = there.map(|(_, at)| (place.to_owned(), Some(*at))).collect();
        if !there.is_empty() {
            return there;
        }
    }
    vec![(place.to_owned(), None)]
}

/// The territories of the placements that are told, by their position.
fn placements(product: &Product) -> Vec<(String, usize)> {
    let Some(Stated::Items(items)) = product.facts.get(PLACEMENTS).map(|list| &list.stated) else {
        return Vec::new();
    };
    let territory = |item: &BTreeMap<String, Statement>| match &item.get("territory")?.stated {
        Stated::Value(Value::Text(code)) => Some(code.clone()),
        _ => None,
    };
    let numbered = items.iter().enumerate();
    numbered.filter_map(|(at, item)| Some((territory(item)?, at))).collect()
}
