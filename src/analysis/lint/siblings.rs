//! Which exceptions of one rule meet in a product and say different things of it?
//!
//! Of two exceptions neither goes before the other: where both hold they must come to the same.

use super::anatomy::{Anatomy, Lifting, overriders};
use super::clauses::unlike;
use super::inquiry::{Answer, Inquiry};
use super::{Detail, Finding};
use crate::model::condition::NodeId;
use crate::model::drafting::DraftingFault;
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::source::Span;

/// An exception: where it stands, when it holds, and what it then asks for.
struct Sibling {
    span: Span,
    rule: Option<RuleId>,
    /// Folded over items already: it speaks of the product as a whole.
    is_whole: bool,
    holds: NodeId,
    /// What must hold; nothing where the duty is lifted.
    asks: Option<NodeId>,
}

/// Asks of every two exceptions of every rule.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    if !inquiry.wants(DraftingFault::SiblingOverlap) {
        return;
    }
    let law = inquiry.text;
    for (id, rule) in law.rules_of(ruleset) {
        let Some(parts) = Anatomy::of(law, inquiry.graph(), id) else {
            inquiry.doubt(DraftingFault::SiblingOverlap, ruleset, Some(id));
            continue;
        };
        let siblings = siblings(inquiry, law, id, rule, &parts);
        for (index, later) in siblings.iter().enumerate() {
            for earlier in siblings.iter().take(index) {
                look_at_pair(inquiry, (id, rule), &parts, earlier, later);
            }
        }
    }
}

fn siblings(
    inquiry: &mut Inquiry<'_>,
    law: &Law,
    id: RuleId,
    rule: &Rule,
    parts: &Anatomy,
) -> Vec<Sibling> {
    let span = |index: usize| rule.clauses.get(index).map_or(rule.span, |clause| clause.span);
    let clause = |index, holds, asks| Sibling {
        span: span(index),
        rule: None,
        is_whole: false,
        holds,
        asks,
    };
    let mut found = Vec::new();
    for (lifting, holds) in &parts.lifted {
        if let Lifting::Unless(index) = lifting {
            found.push(clause(*index, *holds, None));
        }
    }
    for (index, when, demand) in &parts.replaced {
        found.push(clause(*index, *when, Some(*demand)));
    }
    for (other, overrider) in overriders(law, id) {
        let holds = parts.lifted.iter().find(|(lifting, _)| *lifting == Lifting::Rule(other));
        let Some((_, holds)) = holds else { continue };
        let met = inquiry.graph().not(overrider.meaning.failing);
        let (span, rule) = (overrider.span, Some(other));
        found.push(Sibling { span, rule, is_whole: true, holds: *holds, asks: Some(met) });
    }
    found
}

fn look_at_pair(
    inquiry: &mut Inquiry<'_>,
    (id, rule): (RuleId, &Rule),
    parts: &Anatomy,
    earlier: &Sibling,
    later: &Sibling,
) {
    let Some(node) = question(inquiry, parts, earlier, later) else { return };
    match inquiry.ask(node, rule.ruleset) {
        Answer::None => {}
        Answer::Untold => {
            inquiry.doubt(DraftingFault::SiblingOverlap, rule.ruleset, Some(id));
        }
        Answer::Some(witness) => {
            let product = Some(inquiry.plainest(&witness, node));
            let rules: Vec<RuleId> = [earlier.rule, later.rule].into_iter().flatten().collect();
            let detail = if rules.is_empty() { Detail::Nothing } else { Detail::Rules(rules) };
            let (fault, ruleset) = (DraftingFault::SiblingOverlap, rule.ruleset);
            let finding = Finding::of_ruleset(fault, ruleset, later.span, detail);
            let others = vec![earlier.span];
            inquiry.find(Finding { rule: Some(id), others, product, ..finding });
        }
    }
}

/// That both hold, and come to different things.
fn question(
    inquiry: &mut Inquiry<'_>,
    parts: &Anatomy,
    one: &Sibling,
    other: &Sibling,
) -> Option<NodeId> {
    let graph = inquiry.graph();
    let differ = match (one.asks, other.asks) {
        (None, None) => return None,
        (Some(asks), None) | (None, Some(asks)) => graph.not(asks),
        (Some(asks), Some(else_)) => unlike(graph, asks, else_),
    };
    let wholes = [one, other].into_iter().filter(|sibling| sibling.is_whole);
    let whole: Vec<NodeId> = wholes.map(|sibling| sibling.holds).collect();
    let of_item = [one, other].into_iter().filter(|sibling| !sibling.is_whole);
    let item: Vec<NodeId> = of_item.map(|sibling| sibling.holds).collect();
    let body = graph.and(item.into_iter().chain([parts.filter, differ]));
    let bound = parts.where_bound(graph, body);
    Some(graph.and(whole.into_iter().chain([bound])))
}
