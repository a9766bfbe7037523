//! Which rules do their neighbours say already?
//!
//! A rule is implied if every product that breaches it breaches one of some other rules of the
//! ruleset, which bind the same people at least as strongly. A product that breaches it and its
//! neighbours not is looked for; the neighbours that such a product may breach too are asked next.

use super::inquiry::{Answer, Inquiry};
use super::{Detail, Finding};
use crate::analysis::duties::reads_chosen;
use crate::analysis::witness::Witness;
use crate::model::condition::NodeId;
use crate::model::drafting::DraftingFault;
use crate::model::law::Law;
use crate::model::rule::{Modality, Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::plan::truth::Truth;
use std::collections::BTreeMap;

/// More neighbours than these are not asked together.
const MOST_NEIGHBOURS: usize = 8;

/// Of neighbours about the same facts of which a product says too little, so many are asked next:
/// those that share the most facts.
const MOST_RELATED: usize = 3;

/// Asks of every rule that can be breached.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    if !inquiry.wants(DraftingFault::ImpliedRule) {
        return;
    }
    let law = inquiry.text;
    let breaches: BTreeMap<RuleId, NodeId> = law
        .rules_of(ruleset)
        .filter(|(_, rule)| rule.modality != Modality::May)
        .map(|(id, rule)| (id, breach(inquiry, rule)))
        .collect();
    let mut implied: BTreeMap<RuleId, Vec<RuleId>> = BTreeMap::new();
    for &id in breaches.keys() {
        if let Some(neighbours) = implying(inquiry, law, ruleset, id, &breaches) {
            implied.insert(id, neighbours);
        }
    }
    for (&id, neighbours) in &implied {
        if !is_told_of_its_twin(id, neighbours, &implied) {
            report(inquiry, law, id, neighbours.clone());
        }
    }
}

/// Of two rules that imply each other only the later one is one too many.
fn is_told_of_its_twin(
    id: RuleId,
    neighbours: &[RuleId],
    implied: &BTreeMap<RuleId, Vec<RuleId>>,
) -> bool {
    let is_mutual = |other: &RuleId| implied.get(other).is_some_and(|back| back == &[id]);
    matches!(neighbours, [other] if *other > id && is_mutual(other))
}

fn breach(inquiry: &mut Inquiry<'_>, rule: &Rule) -> NodeId {
    let meaning = rule.meaning;
    let limbs = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.failing];
    inquiry.graph().and(limbs)
}

/// The fewest neighbours that every breach of a rule breaches, if there are some.
fn implying(
    inquiry: &mut Inquiry<'_>,
    law: &Law,
    ruleset: RulesetId,
    id: RuleId,
    breaches: &BTreeMap<RuleId, NodeId>,
) -> Option<Vec<RuleId>> {
    let rule = law.rule(id)?;
    let others: Vec<(RuleId, NodeId)> = breaches
        .iter()
        .filter(|(other, _)| **other != id && binds_alike(law, rule, **other))
        .map(|(other, node)| (*other, *node))
        .collect();
    let mut asked: Vec<(RuleId, NodeId)> = Vec::new();
    loop {
        let node = alone(inquiry, breaches.get(&id).copied()?, &asked);
        match inquiry.ask(node, ruleset) {
            Answer::Some(witness) => {
                let more = next(inquiry, law, rule, &witness, &others, &asked);
                asked.extend(&more);
                if more.is_empty() || asked.len() > MOST_NEIGHBOURS {
                    return None;
                }
            }
            // A rule that is never breached is a fault of its own.
            Answer::None if asked.is_empty() => return None,
            Answer::None => return Some(fewest(inquiry, ruleset, id, breaches, asked)),
            Answer::Untold => {
                inquiry.doubt(DraftingFault::ImpliedRule, ruleset, Some(id));
                return None;
            }
        }
    }
}

/// The neighbours to ask next: those that the product breaches too; at first also those about the
/// same facts of which it says too little.
fn next(
    inquiry: &Inquiry<'_>,
    law: &Law,
    rule: &Rule,
    witness: &Witness,
    others: &[(RuleId, NodeId)],
    asked: &[(RuleId, NodeId)],
) -> Vec<(RuleId, NodeId)> {
    let open: Vec<_> = others.iter().filter(|other| !asked.contains(other)).copied().collect();
    let nodes: Vec<NodeId> = open.iter().map(|(_, node)| *node).collect();
    let truths = inquiry.truths_of(witness, &nodes);
    let those = |wanted: Truth| {
        let both = open.iter().zip(&truths).filter(move |(_, truth)| **truth == wanted);
        both.map(|(other, _)| *other)
    };
    let breached: Vec<_> = those(Truth::True).collect();
    if !breached.is_empty() || !asked.is_empty() {
        return breached;
    }
    let own = reads_chosen(law, rule);
    let shared = |other: RuleId| {
        law.rule(other).map_or(0, |other| reads_chosen(law, other).intersection(&own).count())
    };
    let mut related: Vec<(usize, (RuleId, NodeId))> =
        those(Truth::Unknown).map(|other| (shared(other.0), other)).collect();
    related.retain(|(shared, _)| *shared > 0);
    related.sort_by_key(|(shared, other)| (std::cmp::Reverse(*shared), *other));
    related.into_iter().take(MOST_RELATED).map(|(_, other)| other).collect()
}

/// That a rule is breached, and none of the others.
fn alone(inquiry: &mut Inquiry<'_>, breach: NodeId, others: &[(RuleId, NodeId)]) -> NodeId {
    let graph = inquiry.graph();
    let kept: Vec<NodeId> = others.iter().map(|(_, node)| graph.not(*node)).collect();
    graph.and([breach].into_iter().chain(kept))
}

/// Leaves out every neighbour without which the others still imply the rule, the last ones first.
fn fewest(
    inquiry: &mut Inquiry<'_>,
    ruleset: RulesetId,
    id: RuleId,
    breaches: &BTreeMap<RuleId, NodeId>,
    mut kept: Vec<(RuleId, NodeId)>,
) -> Vec<RuleId> {
    kept.sort();
    for index in (0..kept.len()).rev() {
        let mut fewer = kept.clone();
        fewer.remove(index);
        let Some(breach) = breaches.get(&id).copied().filter(|_| !fewer.is_empty()) else { break };
        let node = alone(inquiry, breach, &fewer);
        if inquiry.ask(node, ruleset) == Answer::None {
            kept = fewer;
        }
    }
    kept.into_iter().map(|(rule, _)| rule).collect()
}

/// Whether another rule binds all that this one binds, at least as strongly.
fn binds_alike(law: &Law, rule: &Rule, other: RuleId) -> bool {
    law.rule(other).is_some_and(|other| {
        other.modality <= rule.modality
            && rule.addressees.iter().all(|role| other.addressees.contains(role))
    })
}

fn report(inquiry: &mut Inquiry<'_>, law: &Law, id: RuleId, neighbours: Vec<RuleId>) {
    let Some(rule) = law.rule(id) else { return };
    let others = neighbours.iter().filter_map(|&other| Some(law.rule(other)?.span)).collect();
    let detail = Detail::Rules(neighbours);
    let finding = Finding::of_ruleset(DraftingFault::ImpliedRule, rule.ruleset, rule.span, detail);
    inquiry.find(Finding { rule: Some(id), others, ..finding });
}
