//! Texts by chance: a vocabulary with a fact of every type, rulesets that use every construct of
//! the grammar, examples, and products as JSON. Few facts and few values, so that they meet.

mod conditions;
mod examples;
mod facts;
mod products;
mod rules;
mod rulesets;
mod simple;
mod values;

use crate::dice::Dice;
use serde_json::Value as Json;

/// Places, facts, rulesets; and what is asked of them.
#[derive(Debug, Clone)]
pub(crate) struct World {
    /// Names and texts.
    pub(crate) texts: Vec<(String, String)>,
    pub(crate) manifests: Vec<Json>,
}

/// Days on which things turn, and days around them.
pub(crate) const DAYS: [&str; 9] = [
    "2024-02-29",
    "2025-01-31",
    "2025-12-30",
    "2025-12-31",
    "2026-01-01",
    "2026-06-01",
    "2026-06-30",
    "2027-12-11",
    "2028-02-29",
];

/// The world of a seed.
pub(crate) fn world(seed: u64) -> World {
    let mut dice = Dice::new(seed);
    let facts = facts::facts(&mut dice);
    let mut texts = vec![
        ("jurisdictions".to_owned(), facts::JURISDICTIONS.to_owned()),
        ("vocabulary".to_owned(), facts::vocabulary(&mut dice, &facts)),
    ];
    let (rulesets, norms) = rulesets::rulesets(&mut dice, &facts);
    texts.extend(rulesets);
    let manifests = (0..4).map(|_| products::manifest(&mut dice, &facts, &norms)).collect();
    World { texts, manifests }
}
