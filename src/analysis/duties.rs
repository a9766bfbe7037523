//! The rules that a question is about, and what each of them turns on.

use super::ground::Ground;
use crate::model::condition::{JudgementId, Node, NodeId, Operand};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{ClauseRole, Modality, Rule, RuleId};
use crate::model::vocabulary::{Fact, FactId, FieldId, Setting};
use crate::plan::truth::Truth;
use std::collections::BTreeSet;

/// A rule in the market in which it is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duty {
    /// The rule.
    pub rule: RuleId,
    /// The market, as a position in [`Ground::markets`].
    pub market: u32,
}

/// Something that a condition reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Read {
    /// A fact of the product; of a list: how many items it has.
    Fact(FactId),
    /// A field of the items of a list.
    Field(FieldId),
    /// What a person judged.
    Judgement(JudgementId),
}

/// The rules of those markets that bind a product placed there, each once: in the first market
/// in which it applies.
#[must_use]
pub fn duties(
    ground: &Ground<'_>,
    rules_for: impl Fn(JurisdictionId) -> Vec<RuleId>,
    modality: Modality,
) -> Vec<Duty> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for (market, place) in (0u32..).zip(&ground.markets) {
        for rule in rules_for(place.jurisdiction) {
            let is_wanted = ground.law.rule(rule).is_some_and(|rule| rule.modality == modality);
            let duty = Duty { rule, market };
            if is_wanted && is_live(ground, duty) && known.insert(rule) {
                found.push(duty);
            }
        }
    }
    found.sort();
    found
}

/// Whether the text is in force on the day of the check, and placing then binds.
#[must_use]
pub fn is_live(ground: &Ground<'_>, duty: Duty) -> bool {
    let Some(rule) = ground.law.rule(duty.rule) else { return false };
    let triggered = rule.trigger.is_none_or(|trigger| {
        let days = ground.days(duty.market as usize, trigger.event);
        days.meet(trigger.period) != Truth::False
    });
    rule.in_force.contains(ground.on) && triggered
}

/// What the duty itself turns on: design decisions and judgements, whatever its scope.
#[must_use]
pub fn reads_chosen(law: &Law, rule: &Rule) -> BTreeSet<Read> {
    // A permission never fails: what it allows is what its norm says.
    let norms = rule.clauses.iter().filter(|clause| clause.role == ClauseRole::Norm);
    let nodes = norms.map(|clause| clause.condition).chain([rule.meaning.failing]);
    let is_chosen = |read: &Read| match read {
        Read::Fact(fact) => law.vocabulary.fact(*fact).map(|fact| fact.setting),
        Read::Field(field) => law.vocabulary.field(*field).map(|field| field.setting),
        Read::Judgement(_) => None,
    } == Some(Setting::Chosen);
    reads(law, nodes).into_iter().filter(is_chosen).collect()
}

/// The parts of a condition, as far as all of them must hold, that no design changes.
#[must_use]
pub fn fixed_parts(law: &Law, node: NodeId) -> Vec<NodeId> {
    let is_fixed = |read: &Read| match read {
        Read::Fact(fact) => law.vocabulary.fact(*fact).is_some_and(is_fixed),
        Read::Field(field) => law.vocabulary.field(*field).is_some_and(is_fixed),
        Read::Judgement(_) => false,
    };
    if reads(law, [node]).iter().all(is_fixed) {
        return vec![node];
    }
    match law.graph.get(node) {
        Some(Node::And(parts)) => parts.iter().flat_map(|&part| fixed_parts(law, part)).collect(),
        _ => Vec::new(),
    }
}

fn is_fixed(fact: &Fact) -> bool {
    fact.setting == Setting::Fixed
}

/// Pairs of rules of different rulesets that turn on a common design decision.
#[must_use]
pub fn common_pairs(law: &Law, duties: &[Duty]) -> Vec<(Duty, Duty)> {
    let known: Vec<(Duty, &Rule, BTreeSet<Read>)> = duties
        .iter()
        .filter_map(|&duty| law.rule(duty.rule).map(|rule| (duty, rule, reads_chosen(law, rule))))
        .collect();
    let mut found = Vec::new();
    for (at, (one, rule, reads)) in known.iter().enumerate() {
        for (other, against, others) in known.iter().skip(at + 1) {
            if rule.ruleset != against.ruleset && !reads.is_disjoint(others) {
                found.push((*one, *other));
            }
        }
    }
    found
}

/// What conditions read.
#[must_use]
pub fn reads(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> BTreeSet<Read> {
    let mut open: Vec<NodeId> = nodes.into_iter().collect();
    let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
    while let Some(id) = open.pop() {
        let Some(node) = law.graph.get(id).filter(|_| seen.insert(id)) else { continue };
        open.extend(node.parts());
        match node {
            Node::Judged(judgement) => drop(found.insert(Read::Judgement(*judgement))),
            // Which items there are decides, whatever is asked of them.
            Node::Some { list, .. } => drop(found.insert(Read::Fact(*list))),
            test => found.extend(super::test::leaves(test).into_iter().filter_map(of_operand)),
        }
    }
    found
}

fn of_operand(operand: &Operand) -> Option<Read> {
    match operand {
        Operand::Fact(fact) => Some(Read::Fact(*fact)),
        Operand::Field(_, field) | Operand::Placement(field) => Some(Read::Field(*field)),
        _ => None,
    }
}
