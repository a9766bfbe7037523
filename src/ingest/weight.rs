//! Refuses lists so long that rules about their items, or pairs of them, would never be done.

use super::error::IngestError;
use super::limits;
use crate::model::effort::{Efforts, steps_on_items};
use crate::model::law::Law;
use crate::model::manifest::{Item, Stated, Statement};
use crate::model::vocabulary::FactId;
use std::collections::BTreeMap;

/// The list of placements: each is a market, in which every rule is asked again.
const PLACEMENTS: &str = "market.placements";

/// What is too long about the lists of a manifest, if anything.
pub(super) fn too_long(law: &Law, facts: &BTreeMap<FactId, Statement>) -> Option<IngestError> {
    let lists =
        facts.iter().filter_map(|(fact, statement)| Some((fact, statement, items(statement)?)));
    let placements = law.vocabulary.find(PLACEMENTS).map(|(id, _)| id);
    let mut markets = 1;
    let mut longest: Option<(&FactId, &Statement, &[Item])> = None;
    for (fact, statement, items) in lists {
        if Some(*fact) == placements {
            markets = items.len().max(1);
            if markets > limits::PLACEMENTS {
                let limit = limits::PLACEMENTS;
                return Some(IngestError::TooManyPlacements { limit, span: statement.span });
            }
        }
        if longest.is_none_or(|(.., before)| before.len() < items.len()) {
            longest = Some((fact, statement, items));
        }
    }
    let (fact, statement, items) = longest.filter(|(.., items)| items.len() > limits::FEW_ITEMS)?;
    let steps = steps(law, facts).saturating_mul(markets as u64);
    (steps > limits::STEPS_ON_ITEMS).then(|| IngestError::ListsTooLong {
        list: law.vocabulary.fact(*fact).map_or(String::new(), |fact| fact.path.clone()),
        items: items.len(),
        span: statement.span,
    })
}

fn items(statement: &Statement) -> Option<&[Item]> {
    match &statement.value {
        Stated::Items(items) => Some(items),
        _ => None,
    }
}

fn steps(law: &Law, facts: &BTreeMap<FactId, Statement>) -> u64 {
    let mut plain = Efforts::default();
    plain.extend(&law.graph, |_| 1);
    let nodes = law.rules.iter().flat_map(|rule| rule.meaning.nodes());
    steps_on_items(&law.graph, &plain, nodes, facts)
}
