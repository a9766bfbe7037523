//! Why a rule says what it says of one product: its clauses, walked; what decided; what is missing.

use super::settled::Settled;
use super::trace::{FactPath, Question, Reason, Trace};
use super::verdict::{Limbs, Verdict};
use super::walk::{Held, Scope, Walker};
use crate::model::condition::{Binder, JudgementId, Node, NodeId};
use crate::model::law::Law;
use crate::model::rule::{Clause, ClauseRole, Meaning, Modality, Rule, RuleId};
use crate::model::vocabulary::FactId;
use crate::plan::truth::Truth;
use crate::source::Span;
use indexmap::IndexSet;

/// Why a rule says what it says of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The rule.
    pub rule: RuleId,
    /// What it says.
    pub verdict: Verdict,
    /// The truth of its conditions.
    pub limbs: Limbs<Truth>,
    /// Its trigger.
    pub trigger: Trace,
    /// The clauses on scope: `applies where`, `except where`.
    pub scope: Vec<ClauseTrace>,
    /// For every item of the rule's list its other clauses; without a list, once for the product.
    pub parts: Vec<Part>,
    /// What decided the verdict; of an undetermined one, what is unknown.
    pub causes: Vec<Cause>,
    /// Why it is undetermined: what matters, in the order of the text, each once.
    pub reasons: Vec<Reason>,
    /// What all completions say, where the verdict was open and that was asked.
    pub settled: Option<Settled>,
}

/// What a rule says of one item of its list, or of the product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The item's id and place; `None` for the product.
    pub item: Option<(String, Span)>,
    /// The verdict if the product were this item alone, in scope and in time.
    pub verdict: Verdict,
    /// The clauses on filter, norm, exceptions and deemed routes.
    pub clauses: Vec<ClauseTrace>,
}

/// A clause with the truth of its condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseTrace {
    /// Its position in [`Rule::clauses`].
    pub clause: usize,
    /// What it does.
    pub role: ClauseRole,
    /// Whether it counts on the day of the check.
    pub counts: bool,
    /// Its condition.
    pub trace: Trace,
}

/// What decided a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The dates of the text.
    InForce,
    /// The trigger.
    Trigger,
    /// A clause, by its position in [`Rule::clauses`].
    Clause {
        /// The position.
        clause: usize,
        /// The part of [`Explanation::parts`] it was decided for; `None` for a clause on scope.
        part: Option<usize>,
    },
    /// The rule's list: it has no item, or nobody has said.
    Items,
    /// A rule that overrides this one.
    Rule(RuleId),
}

impl Explanation {
    /// The facts to ask for.
    pub fn missing_facts(&self) -> impl Iterator<Item = &FactPath> {
        self.reasons.iter().filter_map(Reason::fact)
    }

    /// The open norms to have judged.
    pub fn judgements(&self) -> impl Iterator<Item = JudgementId> {
        self.reasons.iter().filter_map(Reason::judgement)
    }
}

impl Rule {
    /// The list of the rule's `for every`, if it has one.
    #[must_use]
    pub fn list(&self, law: &Law) -> Option<FactId> {
        match law.graph.get(self.meaning.items) {
            Some(Node::Some { binder: Binder::Rule, list, .. }) => Some(*list),
            _ => None,
        }
    }
}

/// Explains the verdict that was reached on a rule; an undetermined one becomes
/// `needs judgement` where nothing else is missing.
#[must_use]
pub fn explain(walker: &Walker<'_>, id: RuleId, verdict: Verdict) -> Option<Explanation> {
    let rule = walker.law().rule(id)?;
    let limbs = Limbs::find(rule.meaning, |node| walker.trace(node, Scope::default()));
    let scope = clause_traces(walker, rule, Scope::default(), is_on_scope);
    let parts = find_parts(walker, rule);
    let reasons = match verdict {
        Verdict::Undetermined => find_reasons(rule, &limbs, &scope, &parts),
        _ => Vec::new(),
    };
    let truths = limbs.clone().map(|trace| trace.truth);
    let mut explanation = Explanation {
        rule: id,
        verdict: refine(verdict, &reasons),
        limbs: truths,
        trigger: limbs.triggered,
        scope,
        parts,
        causes: Vec::new(),
        reasons,
        settled: None,
    };
    explanation.causes = find_causes(walker, rule, &explanation);
    Some(explanation)
}

fn refine(verdict: Verdict, reasons: &[Reason]) -> Verdict {
    let judged = !reasons.is_empty() && reasons.iter().all(|reason| reason.judgement().is_some());
    match verdict {
        Verdict::Undetermined if judged => Verdict::NeedsJudgement,
        _ => verdict,
    }
}

fn is_on_scope(role: ClauseRole) -> bool {
    matches!(role, ClauseRole::Applies | ClauseRole::Except)
}

fn clause_traces<'a>(
    walker: &Walker<'a>,
    rule: &Rule,
    scope: Scope<'a>,
    wanted: impl Fn(ClauseRole) -> bool,
) -> Vec<ClauseTrace> {
    let trace = |(index, clause): (usize, &Clause)| ClauseTrace {
        clause: index,
        role: clause.role,
        counts: clause.period.contains(walker.row().on),
        trace: walker.trace(clause.condition, scope),
    };
    rule.clauses.iter().enumerate().filter(|(_, clause)| wanted(clause.role)).map(trace).collect()
}

fn find_parts(walker: &Walker<'_>, rule: &Rule) -> Vec<Part> {
    match rule.list(walker.law()) {
        None => vec![find_part(walker, rule, None)],
        Some(list) => {
            let items = walker.items(list).unwrap_or_default();
            items.into_iter().map(|held| find_part(walker, rule, Some(held))).collect()
        }
    }
}

fn find_part<'a>(walker: &Walker<'a>, rule: &Rule, held: Option<Held<'a>>) -> Part {
    let scope = held.map_or_else(Scope::default, |held| Scope::default().with(Binder::Rule, held));
    let truth = |node| walker.trace(of_item(walker.law(), node), scope).truth;
    let limbs = Limbs {
        in_force: Truth::True,
        triggered: Truth::True,
        in_scope: Truth::True,
        ..Limbs::find(rule.meaning, truth)
    };
    Part {
        item: held.map(|held| (held.item.id.clone(), held.item.span)),
        verdict: Verdict::of(rule.modality, limbs),
        clauses: clause_traces(walker, rule, scope, |role| !is_on_scope(role)),
    }
}

/// What a condition folded over the items of the rule's list says of one of them.
fn of_item(law: &Law, node: NodeId) -> NodeId {
    match law.graph.get(node) {
        Some(Node::Some { binder: Binder::Rule, body, .. }) => *body,
        _ => node,
    }
}

/// What keeps the verdict open, in the order in which the text speaks of it.
fn find_reasons(
    rule: &Rule,
    limbs: &Limbs<Trace>,
    scope: &[ClauseTrace],
    parts: &[Part],
) -> Vec<Reason> {
    let Limbs { in_force, triggered, in_scope, items, standing, failing, .. } = limbs;
    let failing = (rule.modality != Modality::May).then_some(failing);
    let open = [in_force, triggered, in_scope, items, standing].into_iter().chain(failing);
    let wanted: Vec<Reason> = open.flat_map(Trace::decisive_reasons).collect();
    let asked: IndexSet<Question<'_>> = wanted.iter().map(Reason::question).collect();
    let told = text_order(triggered, scope, parts);
    let told = told.iter().filter(|told| asked.contains(&told.question()));
    Reason::each_once(told.chain(&wanted))
}

/// All reasons of unknown clauses, as the text has them: the trigger, then clause by clause.
fn text_order(trigger: &Trace, scope: &[ClauseTrace], parts: &[Part]) -> Vec<Reason> {
    let clauses = scope.iter().chain(parts.iter().flat_map(|part| &part.clauses));
    let mut clauses: Vec<&ClauseTrace> = clauses.filter(|clause| clause.counts).collect();
    clauses.sort_by_key(|clause| clause.clause);
    let traces = clauses.into_iter().map(|clause| &clause.trace);
    std::iter::once(trigger).chain(traces).flat_map(Trace::decisive_reasons).collect()
}

fn find_causes(walker: &Walker<'_>, rule: &Rule, explanation: &Explanation) -> Vec<Cause> {
    let Explanation { limbs, verdict, .. } = explanation;
    let cause = |truth: Truth, wanted: Truth, cause| (truth == wanted).then_some(cause);
    match verdict {
        Verdict::NotInForce => {
            let text = cause(limbs.in_force, Truth::False, Cause::InForce);
            let trigger = cause(limbs.triggered, Truth::False, Cause::Trigger);
            text.into_iter().chain(trigger).collect()
        }
        Verdict::NotApplicable if limbs.in_scope == Truth::False => {
            scope_causes(walker, rule, explanation, Truth::False)
        }
        Verdict::Undetermined | Verdict::NeedsJudgement => {
            let trigger = cause(limbs.triggered, Truth::Unknown, Cause::Trigger);
            let scope = scope_causes(walker, rule, explanation, Truth::Unknown);
            let parts = part_causes(walker, rule, explanation);
            trigger.into_iter().chain(scope).chain(parts).collect()
        }
        _ => part_causes(walker, rule, explanation),
    }
}

/// The clauses on scope that put the product out of scope, or leave that open.
fn scope_causes(
    walker: &Walker<'_>,
    rule: &Rule,
    explanation: &Explanation,
    in_scope: Truth,
) -> Vec<Cause> {
    let decides = |clause: &&ClauseTrace| {
        // The clause's own node says whether its dates let it count.
        let dated = rule.clauses.get(clause.clause).map(|clause| clause.node);
        let truth = dated.map(|node| walker.trace(node, Scope::default()).truth);
        match clause.role {
            ClauseRole::Except => truth == Some(!in_scope),
            _ => truth == Some(in_scope),
        }
    };
    let cause = |clause: &ClauseTrace| Cause::Clause { clause: clause.clause, part: None };
    explanation.scope.iter().filter(decides).map(cause).collect()
}

/// What decided the parts that made the verdict.
fn part_causes(walker: &Walker<'_>, rule: &Rule, explanation: &Explanation) -> Vec<Cause> {
    let verdict = match explanation.verdict {
        Verdict::NeedsJudgement => Verdict::Undetermined,
        verdict => verdict,
    };
    if explanation.parts.is_empty() {
        return vec![Cause::Items];
    }
    let parts = explanation.parts.iter().enumerate().filter(|(_, part)| part.verdict == verdict);
    let mut causes: Vec<Cause> = Vec::new();
    for (index, part) in parts {
        let clauses = deciding_clauses(part);
        causes.extend(clauses.iter().map(|&clause| Cause::Clause { clause, part: Some(index) }));
        if clauses.is_empty() || verdict == Verdict::Undetermined {
            causes.extend(overriding(walker, explanation.rule, rule, verdict));
        }
    }
    causes
}

/// The clauses that made the verdict on one part.
fn deciding_clauses(part: &Part) -> Vec<usize> {
    let are = |role: ClauseRole, truth: Truth| {
        let clauses = part.clauses.iter().filter(move |clause| clause.counts);
        let clauses = clauses.filter(move |clause| clause.role == role);
        clauses.filter(move |clause| clause.trace.truth == truth).map(|clause| clause.clause)
    };
    match part.verdict {
        Verdict::NotApplicable => are(ClauseRole::Filter, Truth::False).collect(),
        Verdict::Exempt => are(ClauseRole::Unless, Truth::True).collect(),
        Verdict::DeemedMet => {
            norms_in_effect(part).chain(are(ClauseRole::Deemed, Truth::True)).collect()
        }
        Verdict::Undetermined | Verdict::NeedsJudgement => {
            let unknown = part.clauses.iter().filter(|clause| clause.counts);
            let unknown = unknown.filter(|clause| !clause.trace.truth.is_known());
            unknown.map(|clause| clause.clause).collect()
        }
        _ => norms_in_effect(part).collect(),
    }
}

/// The norms that bind: those put `instead` of the rule's own, where their condition holds;
/// else the rule's own.
fn norms_in_effect(part: &Part) -> impl Iterator<Item = usize> {
    let opens = |clause: &ClauseTrace| {
        clause.role == ClauseRole::UnlessInstead
            && clause.counts
            && clause.trace.truth == Truth::True
    };
    let opened: Vec<usize> =
        part.clauses.iter().filter(|clause| opens(clause)).map(|clause| clause.clause).collect();
    let in_effect = move |clause: &&ClauseTrace| match clause.role {
        ClauseRole::Norm => opened.is_empty(),
        ClauseRole::Instead => opened.iter().any(|&opener| opener + 1 == clause.clause),
        _ => false,
    };
    part.clauses.iter().filter(in_effect).map(|clause| clause.clause)
}

/// The rules of the same ruleset that lift this one, or may.
fn overriding(walker: &Walker<'_>, id: RuleId, rule: &Rule, verdict: Verdict) -> Vec<Cause> {
    let wanted = match verdict {
        Verdict::Exempt => Truth::True,
        Verdict::Undetermined => Truth::Unknown,
        _ => return Vec::new(),
    };
    let stands = |meaning: Meaning| {
        let Meaning { in_force, triggered, in_scope, standing, .. } = meaning;
        let nodes = [in_force, triggered, in_scope, standing];
        Truth::all(nodes.map(|node| walker.trace(node, Scope::default()).truth))
    };
    let siblings = walker.law().rules_of(rule.ruleset);
    siblings
        .filter(|(_, other)| other.overrides.contains(&id) && stands(other.meaning) == wanted)
        .map(|(other, _)| Cause::Rule(other))
        .collect()
}
