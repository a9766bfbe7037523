//! One condition about one product, walked step by step: slow, plain, and able to explain.
//!
//! Says the same as the columns of [`crate::plan`]; a property test holds the two together.

use super::find::{literal, unknown_days};
use super::trace::{Answer, Found, ItemTrace, Reason, Step, Trace};
use super::verdict::{Limbs, Verdict};
use crate::model::condition::{Binder, Comparison, JudgementId, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item};
use crate::model::rule::{Rule, Trigger};
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use crate::plan::days::Days;
use crate::plan::reading::{Reading, Threshold};
use crate::plan::row::{PlacementFields, Row};
use crate::plan::truth::Truth;
use crate::plan::value::{compare, includes, is_empty};
use crate::plan::{judged, judgements};

/// Walks conditions about one row.
#[derive(Debug, Clone, Copy)]
pub struct Walker<'a> {
    pub(super) law: &'a Law,
    pub(super) row: Row<'a>,
    pub(super) threshold: Threshold,
    pub(super) placements: Option<PlacementFields>,
}

/// The items that are spoken of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope<'a> {
    rule: Option<Held<'a>>,
    quantifier: Option<Held<'a>>,
}

/// An item with its list and the evidence level of that list.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The list.
    pub list: FactId,
    /// The item.
    pub item: &'a Item,
    /// The level of the list, for fields that have none.
    pub level: EvidenceLevel,
}

impl<'a> Scope<'a> {
    /// The same with the item under a binder.
    #[must_use]
    pub fn with(self, binder: Binder, held: Held<'a>) -> Scope<'a> {
        match binder {
            Binder::Rule => Scope { rule: Some(held), ..self },
            Binder::Quantifier => Scope { quantifier: Some(held), ..self },
        }
    }

    pub(super) fn get(&self, binder: Binder) -> Option<Held<'a>> {
        match binder {
            Binder::Rule => self.rule,
            Binder::Quantifier => self.quantifier,
        }
    }
}

impl<'a> Walker<'a> {
    /// Statements below the threshold count as unknown.
    #[must_use]
    pub fn new(law: &'a Law, row: Row<'a>, threshold: Threshold) -> Walker<'a> {
        Walker { law, row, threshold, placements: PlacementFields::of(&law.vocabulary) }
    }

    /// The law that is walked.
    #[must_use]
    pub fn law(&self) -> &'a Law {
        self.law
    }

    /// The row that is walked.
    #[must_use]
    pub fn row(&self) -> Row<'a> {
        self.row
    }

    /// The verdict of a rule, `needs judgement` not told apart from `undetermined`.
    #[must_use]
    pub fn verdict(&self, rule: &Rule) -> Verdict {
        let limbs = Limbs::find(rule.meaning, |node| self.trace(node, Scope::default()).truth);
        Verdict::of(rule.modality, limbs)
    }

    /// The items of a list with the evidence level that counts for them, as far as known.
    #[must_use]
    pub fn items(&self, list: FactId) -> Option<Vec<Held<'a>>> {
        match self.threshold.fact(self.row, list) {
            Reading::Items(items, shown) => {
                Some(items.iter().map(|item| Held { list, item, level: shown.level }).collect())
            }
            Reading::Absent(_) => Some(Vec::new()),
            _ => None,
        }
    }

    /// A condition about the product and the items in scope.
    #[must_use]
    pub fn trace(&self, node: NodeId, scope: Scope<'a>) -> Trace {
        let part = |part: &NodeId| self.trace(*part, scope);
        let of_step = |truth, step| Trace { node, truth, step, reasons: Vec::new() };
        match self.law.graph.get(node) {
            None => of_step(Truth::Unknown, Step::Constant),
            Some(Node::Constant(value)) => of_step((*value).into(), Step::Constant),
            Some(Node::And(parts)) => {
                let parts: Vec<Trace> = parts.iter().map(part).collect();
                of_step(Truth::all(parts.iter().map(|part| part.truth)), Step::All(parts))
            }
            Some(Node::Or(parts)) => {
                let parts: Vec<Trace> = parts.iter().map(part).collect();
                of_step(Truth::any(parts.iter().map(|part| part.truth)), Step::Any(parts))
            }
            Some(Node::Not(inner)) => {
                let inner = part(inner);
                of_step(!inner.truth, Step::Not(Box::new(inner)))
            }
            Some(Node::Rule { node: inner, .. }) => {
                let inner = part(inner);
                of_step(inner.truth, Step::Rule(Box::new(inner)))
            }
            Some(Node::Some { binder, list, body }) => {
                self.trace_some(node, *binder, *list, *body, scope)
            }
            Some(Node::Judged(judgement)) => self.trace_judged(node, *judgement),
            Some(Node::CheckedIn(period)) => {
                of_step(period.contains(self.row.on).into(), Step::CheckedIn(self.row.on))
            }
            Some(Node::Triggered(trigger)) => self.trace_triggered(node, *trigger),
            Some(test) => self.trace_test(node, test, scope),
        }
    }

    fn trace_some(
        &self,
        node: NodeId,
        binder: Binder,
        list: FactId,
        body: NodeId,
        scope: Scope<'a>,
    ) -> Trace {
        let found = self.fact(list);
        let item = |held: Held<'a>| ItemTrace {
            id: held.item.id.clone(),
            span: held.item.span,
            trace: self.trace(body, scope.with(binder, held)),
        };
        let (truth, items) = match self.items(list) {
            None => (Truth::Unknown, Vec::new()),
            Some(items) => {
                let items: Vec<ItemTrace> = items.into_iter().map(item).collect();
                (Truth::any(items.iter().map(|item| item.trace.truth)), items)
            }
        };
        let reasons = found.reasons().to_vec();
        Trace { node, truth, step: Step::Some { list: found, items }, reasons }
    }

    fn trace_judged(&self, node: NodeId, judgement: JudgementId) -> Trace {
        let truth = judged(self.law, judgement, self.row);
        let stated: Vec<_> =
            judgements(self.law, judgement, self.row).map(|stated| stated.span).collect();
        let reasons = match truth {
            Truth::Unknown if stated.is_empty() => vec![Reason::Judgement(judgement)],
            Truth::Unknown => vec![Reason::JudgementsDisagree(judgement)],
            _ => Vec::new(),
        };
        Trace { node, truth, step: Step::Judged(stated), reasons }
    }

    fn trace_triggered(&self, node: NodeId, trigger: Trigger) -> Trace {
        let days = Days::of(self.row, self.placements, trigger.event, self.threshold);
        let truth = days.meet(trigger.period);
        let [first, last] = self.event_days(trigger.event);
        let reasons = match truth {
            Truth::Unknown => unknown_days(&first, &last),
            _ => Vec::new(),
        };
        Trace { node, truth, step: Step::Triggered { first, last }, reasons }
    }

    fn trace_test(&self, node: NodeId, test: &Node, scope: Scope<'a>) -> Trace {
        let find = |operand: &Operand| self.find(operand, scope);
        let (truth, found) = match test {
            Node::Holds(operand) => {
                let found = find(operand);
                (
                    compare_found(&found, Comparison::Equal, &literal(Value::YesNo(true))),
                    vec![found],
                )
            }
            Node::Compare { left, comparison, right } => {
                let (left, right) = (find(left), find(right));
                (compare_found(&left, *comparison, &right), vec![left, right])
            }
            Node::In { operand, values } => {
                let found = find(operand);
                let equal = |value: &Value| {
                    compare_found(&found, Comparison::Equal, &literal(value.clone()))
                };
                (Truth::any(values.iter().map(equal)), vec![found])
            }
            Node::Includes { operand, members, all } => {
                let found = find(operand);
                (includes_found(&found, members, *all), vec![found])
            }
            Node::Empty(operand) => {
                let found = find(operand);
                (is_empty_found(&found), vec![found])
            }
            Node::Present(operand) => {
                let found = find(operand);
                (is_present(&found), vec![found])
            }
            _ => (Truth::Unknown, Vec::new()),
        };
        let reasons = if truth.is_known() { Vec::new() } else { test_reasons(&found) };
        Trace { node, truth, step: Step::Test(found), reasons }
    }
}

/// Nothing compares with what is absent, whatever the other side.
fn compare_found(left: &Found, comparison: Comparison, right: &Found) -> Truth {
    match (&left.answer, &right.answer) {
        (Answer::Absent, _) | (_, Answer::Absent) => Truth::False,
        (Answer::Value(left), Answer::Value(right)) => compare(left, comparison, right),
        _ => Truth::Unknown,
    }
}

fn includes_found(found: &Found, members: &Value, all: bool) -> Truth {
    match &found.answer {
        Answer::Absent => (all && is_empty(members) == Truth::True).into(),
        Answer::Value(set) => includes(set, members, all),
        _ => Truth::Unknown,
    }
}

fn is_empty_found(found: &Found) -> Truth {
    match &found.answer {
        Answer::Absent => Truth::True,
        Answer::Value(set) => is_empty(set),
        Answer::Items(items) => (*items == 0).into(),
        Answer::Unknown(_) => Truth::Unknown,
    }
}

fn is_present(found: &Found) -> Truth {
    match &found.answer {
        Answer::Absent => Truth::False,
        Answer::Unknown(_) => Truth::Unknown,
        Answer::Value(_) | Answer::Items(_) => Truth::True,
    }
}

/// Why a test is unknown: what is missing, or else what the values have against each other.
fn test_reasons(found: &[Found]) -> Vec<Reason> {
    let missing: Vec<Reason> = found.iter().flat_map(Found::reasons).cloned().collect();
    let duration = |found: &Found| matches!(found.answer, Answer::Value(Value::Duration(_)));
    match missing {
        _ if !missing.is_empty() => missing,
        _ if found.iter().any(duration) => vec![Reason::CalendarDecides],
        _ => vec![Reason::NotComparable],
    }
}
