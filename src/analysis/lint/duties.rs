//! Which duties bind nobody, cannot be met, or cannot be breached?

use super::inquiry::{Answer, Inquiry};
use super::{Cause, Detail, Finding};
use crate::model::condition::{Graph, NodeId};
use crate::model::drafting::DraftingFault;
use crate::model::rule::{ClauseRole, Modality, Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::source::Span;

/// Asks of every rule of a ruleset.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    let law = inquiry.text;
    for (id, rule) in law.rules_of(ruleset) {
        if let Some(applies) = look_for_application(inquiry, id, rule)
            && rule.modality != Modality::May
        {
            look_at_norm(inquiry, id, rule, applies);
        }
    }
}

/// Where the rule binds, if it does anywhere as far as that can be told.
fn look_for_application(inquiry: &mut Inquiry<'_>, id: RuleId, rule: &Rule) -> Option<NodeId> {
    let meaning = rule.meaning;
    let mut steps = vec![meaning.in_force, meaning.triggered];
    let mut bound = inquiry.graph().and(steps.clone());
    let causes = [
        (meaning.standing, Cause::Lifted),
        (meaning.items, Cause::Items),
        (meaning.in_scope, Cause::Scope),
    ];
    steps.extend(causes.map(|(node, _)| node));
    let whole = inquiry.graph().and(steps);
    if !inquiry.wants(DraftingFault::NeverApplies) {
        return Some(whole);
    }
    if ends_before_event(rule) {
        report(inquiry, DraftingFault::NeverApplies, id, rule, rule.span, Cause::Dates);
        return Some(whole);
    }
    match inquiry.ask(whole, rule.ruleset) {
        Answer::Some(_) => return Some(whole),
        Answer::Untold => {
            inquiry.doubt(DraftingFault::NeverApplies, rule.ruleset, Some(id));
            return Some(whole);
        }
        Answer::None => {}
    }
    // The first limb without which nothing is left is the one to look at.
    let mut cause = Cause::Dates;
    for (node, next) in causes.into_iter().rev() {
        if inquiry.ask(bound, rule.ruleset) == Answer::None {
            break;
        }
        bound = inquiry.graph().and([bound, node]);
        cause = next;
    }
    report(inquiry, DraftingFault::NeverApplies, id, rule, rule.span, cause);
    None
}

/// Whether the text is no longer in force on the first day of the event that binds: it could only
/// be asked of products that are not placed yet.
fn ends_before_event(rule: &Rule) -> bool {
    let first = rule.trigger.and_then(|trigger| trigger.period.from);
    first.zip(rule.in_force.until).is_some_and(|(first, end)| end < first)
}

fn look_at_norm(inquiry: &mut Inquiry<'_>, id: RuleId, rule: &Rule, applies: NodeId) {
    let norm = rule.clauses.iter().find(|clause| clause.role == ClauseRole::Norm);
    let span = norm.map_or(rule.span, |clause| clause.span);
    let failing = rule.meaning.failing;
    if inquiry.wants(DraftingFault::NeverMet) {
        let met = met(inquiry.graph(), rule);
        expect(inquiry, met, (DraftingFault::NeverMet, Cause::AlwaysFails), id, rule, span);
    }
    if inquiry.wants(DraftingFault::NeverBreached) {
        let breached = inquiry.graph().and([applies, failing]);
        expect(
            inquiry,
            breached,
            (DraftingFault::NeverBreached, Cause::NeverFails),
            id,
            rule,
            span,
        );
    }
}

/// That a product gets the verdict *met* or *deemed met*: whoever meets the norm itself does, lifted
/// out of it or not.
fn met(graph: &mut Graph, rule: &Rule) -> NodeId {
    let meaning = rule.meaning;
    let (holds, stands) = (graph.not(meaning.unmet), graph.not(meaning.failing));
    let (itself, somehow) =
        (graph.and([meaning.items, holds]), graph.and([meaning.standing, stands]));
    let either = graph.or([itself, somehow]);
    // What must hold anyway stays outside: see `Turning`.
    graph.and([meaning.in_force, meaning.triggered, meaning.in_scope, either])
}

fn expect(
    inquiry: &mut Inquiry<'_>,
    node: NodeId,
    (fault, cause): (DraftingFault, Cause),
    id: RuleId,
    rule: &Rule,
    span: Span,
) {
    match inquiry.ask(node, rule.ruleset) {
        Answer::Some(_) => {}
        Answer::None => report(inquiry, fault, id, rule, span, cause),
        Answer::Untold => inquiry.doubt(fault, rule.ruleset, Some(id)),
    }
}

fn report(
    inquiry: &mut Inquiry<'_>,
    fault: DraftingFault,
    id: RuleId,
    rule: &Rule,
    span: Span,
    cause: Cause,
) {
    inquiry.find(Finding {
        rule: Some(id),
        ..Finding::of_ruleset(fault, rule.ruleset, span, Detail::NoProduct(cause))
    });
}
