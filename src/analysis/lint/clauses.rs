//! Which exceptions never bite, and which deemed routes help nobody?

use super::anatomy::{Anatomy, Lifting};
use super::inquiry::{Answer, Inquiry};
use super::{Cause, Detail, Finding};
use crate::model::condition::{Graph, NodeId};
use crate::model::drafting::DraftingFault;
use crate::model::law::Law;
use crate::model::rule::{ClauseRole, RuleId};
use crate::model::ruleset::RulesetId;
use crate::source::Span;
use std::collections::BTreeMap;

/// What is known of a clause: of the header, for all the rules together.
#[derive(Debug, Clone, Copy)]
struct Known {
    fault: DraftingFault,
    /// The rule, if it is not of the header.
    rule: Option<RuleId>,
    cause: Cause,
    /// Some product shows that it does something.
    works: bool,
    is_untold: bool,
}

/// Asks of every clause of a ruleset.
pub(super) fn look(inquiry: &mut Inquiry<'_>, id: RulesetId) {
    let law = inquiry.text;
    let mut known: BTreeMap<Span, Known> = BTreeMap::new();
    for (rule, _) in law.rules_of(id) {
        let Some(parts) = Anatomy::of(law, inquiry.graph(), rule) else {
            inquiry.doubt(DraftingFault::IdleException, id, Some(rule));
            inquiry.doubt(DraftingFault::IdleRoute, id, Some(rule));
            continue;
        };
        look_at_rule(inquiry, law, rule, &parts, &mut known);
    }
    for (span, one) in known {
        report(inquiry, id, span, one);
    }
}

fn look_at_rule(
    inquiry: &mut Inquiry<'_>,
    law: &Law,
    id: RuleId,
    parts: &Anatomy,
    known: &mut BTreeMap<Span, Known>,
) {
    let Some(rule) = law.rule(id) else { return };
    for (index, clause) in rule.clauses.iter().enumerate() {
        let Some(fault) = fault_of(clause.role).filter(|fault| inquiry.wants(*fault)) else {
            continue;
        };
        if known.get(&clause.span).is_some_and(|one| one.works) {
            continue;
        }
        let meaning = rule.meaning;
        let (bites, holds) = questions(inquiry.graph(), parts, index, clause.role, meaning.items);
        let is_own = rule.span.file == clause.span.file && rule.span.start < clause.span.start;
        let one = known.entry(clause.span).or_insert(Known {
            fault,
            rule: is_own.then_some(id),
            cause: Cause::NeverHolds,
            works: false,
            is_untold: false,
        });
        match inquiry.ask(bites, rule.ruleset) {
            Answer::Some(_) => one.works = true,
            Answer::Untold => one.is_untold = true,
            Answer::None => {
                if inquiry.ask(holds, rule.ruleset) != Answer::None {
                    one.cause = Cause::ChangesNothing;
                }
            }
        }
    }
}

fn fault_of(role: ClauseRole) -> Option<DraftingFault> {
    match role {
        ClauseRole::Except | ClauseRole::Unless | ClauseRole::UnlessInstead => {
            Some(DraftingFault::IdleException)
        }
        ClauseRole::Deemed => Some(DraftingFault::IdleRoute),
        _ => None,
    }
}

/// That the clause makes a difference, and that its condition holds where the rule applies.
fn questions(
    graph: &mut Graph,
    parts: &Anatomy,
    index: usize,
    role: ClauseRole,
    items: NodeId,
) -> (NodeId, NodeId) {
    let body = match role {
        ClauseRole::Except => return of_scope(graph, parts, index, items),
        ClauseRole::Unless => of_lifting(graph, parts, index),
        ClauseRole::UnlessInstead => of_replacement(graph, parts, index),
        _ => of_route(graph, parts, index),
    };
    (parts.where_bound(graph, body.0), parts.where_bound(graph, body.1))
}

/// An exception to the scope: nothing else keeps the product out.
fn of_scope(graph: &mut Graph, parts: &Anatomy, index: usize, items: NodeId) -> (NodeId, NodeId) {
    let inside = parts.scope.iter().find(|(at, _)| *at == index).map(|(_, node)| *node);
    let never = graph.constant(false);
    let holds = inside.map_or(never, |inside| graph.not(inside));
    let scope = parts.scope_without(graph, Some(index));
    (graph.and([parts.live, scope, items, holds]), graph.and([parts.live, holds]))
}

/// A lifted duty: nothing else lifts it, and it would fail.
fn of_lifting(graph: &mut Graph, parts: &Anatomy, index: usize) -> (NodeId, NodeId) {
    let lifting = Lifting::Unless(index);
    let found = parts.lifted.iter().find(|(one, _)| *one == lifting).map(|(_, node)| *node);
    let holds = found.unwrap_or(parts.norm);
    let (standing, fails) = (parts.standing_without(graph, Some(lifting)), parts.fails(graph));
    (graph.and([standing, holds, fails]), graph.and([parts.filter, holds]))
}

/// A replaced duty: what stands in its place asks for something else.
fn of_replacement(graph: &mut Graph, parts: &Anatomy, index: usize) -> (NodeId, NodeId) {
    let found = parts.replaced.iter().find(|(at, ..)| *at == index).map(|(_, when, _)| *when);
    let holds = found.unwrap_or(parts.norm);
    let standing = parts.standing_without(graph, None);
    let routes = parts.routes_without(graph, None);
    let (with, without) =
        (parts.direct_without(graph, None), parts.direct_without(graph, Some(index)));
    let (differs, undeemed) = (unlike(graph, with, without), graph.not(routes));
    (graph.and([standing, holds, differs, undeemed]), graph.and([parts.filter, holds]))
}

/// A deemed route: it is taken where the norm and the other routes fail.
fn of_route(graph: &mut Graph, parts: &Anatomy, index: usize) -> (NodeId, NodeId) {
    let found = parts.routes.iter().find(|(at, _)| *at == index).map(|(_, node)| *node);
    let holds = found.unwrap_or(parts.norm);
    let standing = parts.standing_without(graph, None);
    let (direct, others) =
        (parts.direct_without(graph, None), parts.routes_without(graph, Some(index)));
    let met = graph.or([direct, others]);
    let fails = graph.not(met);
    (graph.and([standing, holds, fails]), graph.and([standing, holds]))
}

/// One of the two holds, and not the other.
pub(super) fn unlike(graph: &mut Graph, one: NodeId, other: NodeId) -> NodeId {
    let (not_one, not_other) = (graph.not(one), graph.not(other));
    let (only_one, only_other) = (graph.and([one, not_other]), graph.and([other, not_one]));
    graph.or([only_one, only_other])
}

fn report(inquiry: &mut Inquiry<'_>, id: RulesetId, span: Span, one: Known) {
    if one.works {
        return;
    }
    if one.is_untold {
        return inquiry.doubt(one.fault, id, one.rule);
    }
    let detail = Detail::NoProduct(one.cause);
    let finding = Finding::of_ruleset(one.fault, id, span, detail);
    inquiry.find(Finding { rule: one.rule, ..finding });
}
