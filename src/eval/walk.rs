//! One condition about one product, walked step by step: slow, plain, and able to explain.
//!
//! Says the same as the columns of [`crate::plan`]; a property test holds the two together.

use super::trace::{Answer, FactPath, Found, ItemTrace, Origin, Reason, Step, Trace};
use super::verdict::{Limbs, Verdict};
use crate::model::condition::{
    Binder, Clock, Comparison, JudgementId, Node, NodeId, Operand, ParameterId,
};
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item};
use crate::model::period::Period;
use crate::model::rule::{Event, Rule, Trigger};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId};
use crate::plan::columns::{clock_days, judged, judgements, parameter_value};
use crate::plan::days::Days;
use crate::plan::reading::{Reading, Threshold, placed_item};
use crate::plan::row::{PlacementFields, Row};
use crate::plan::truth::Truth;
use crate::plan::value::{compare, difference, includes, is_empty, sum};

/// Walks conditions about one row.
#[derive(Debug, Clone, Copy)]
pub struct Walker<'a> {
    law: &'a Law,
    row: Row<'a>,
    threshold: Threshold,
    placements: Option<PlacementFields>,
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

    fn get(&self, binder: Binder) -> Option<Held<'a>> {
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

    fn find(&self, operand: &Operand, scope: Scope<'a>) -> Found {
        match operand {
            Operand::Literal(value) => literal(value.clone()),
            Operand::Today => Found { origin: Origin::Today, ..literal(Value::Date(self.row.on)) },
            Operand::Fact(fact) => self.fact(*fact),
            Operand::Field(binder, field) => match scope.get(*binder) {
                Some(held) if held.list == field.list => self.field(held, *field),
                _ => self.found(FactPath::of(field.list), Reading::Unstated),
            },
            Operand::Placement(field) => self.placement(*field),
            Operand::Parameter(parameter, clock) => self.parameter(*parameter, *clock),
            Operand::Plus(left, right) => {
                let sides = [self.find(left, scope), self.find(right, scope)];
                let answer = combine(&sides, sum);
                Found { origin: Origin::Sum(Box::new(sides)), answer, stated: None }
            }
            Operand::Minus(left, right) => {
                let sides = [self.find(left, scope), self.find(right, scope)];
                let answer = combine(&sides, difference);
                Found { origin: Origin::Difference(Box::new(sides)), answer, stated: None }
            }
        }
    }

    fn fact(&self, fact: FactId) -> Found {
        self.found(FactPath::of(fact), self.threshold.fact(self.row, fact))
    }

    fn field(&self, held: Held<'a>, field: FieldId) -> Found {
        let path = FactPath::of_field(&held.item.id, field);
        self.found(path, self.threshold.field(held.item, field.index, held.level))
    }

    /// A list that is too weakly shown is what is asked for, not its field.
    fn placement(&self, field: FieldId) -> Found {
        let Some(item) = placed_item(self.row, field.list) else { return self.no_placement() };
        match self.threshold.fact(self.row, field.list) {
            weak @ Reading::TooWeak(_) => self.found(FactPath::of(field.list), weak),
            _ => self.found(
                FactPath::of_field(&item.id, field),
                self.threshold.placement(self.row, field),
            ),
        }
    }

    fn no_placement(&self) -> Found {
        let list = self.placements.map(|fields| FactPath::of(fields.list));
        let origin = list.clone().map_or(Origin::Nowhere, Origin::Fact);
        Found { origin, answer: Answer::Unknown(vec![Reason::NoPlacement(list)]), stated: None }
    }

    fn found(&self, path: FactPath, reading: Reading<'_>) -> Found {
        let needed = self.threshold.0.unwrap_or_default();
        let (answer, shown) = match reading {
            Reading::Unstated => (Answer::Unknown(vec![Reason::Missing(path.clone())]), None),
            Reading::TooWeak(shown) => {
                let (path, level) = (path.clone(), shown.level);
                let reason = Reason::EvidenceTooWeak { path, level, needed };
                (Answer::Unknown(vec![reason]), Some(shown))
            }
            Reading::Absent(shown) => (Answer::Absent, Some(shown)),
            Reading::Value(value, shown) => (Answer::Value(value.clone()), Some(shown)),
            Reading::Items(items, shown) => (Answer::Items(items.len()), Some(shown)),
        };
        let stated = shown.map(|shown| (shown.statement.span, shown.level));
        Found { origin: Origin::Fact(path), answer, stated }
    }

    fn parameter(&self, parameter: ParameterId, clock: Clock) -> Found {
        let days = clock_days(clock, self.row, self.placements, self.threshold);
        let answer = match parameter_value(self.law, parameter, days) {
            Some(value) => Answer::Value(value.clone()),
            None => Answer::Unknown(self.parameter_reasons(parameter, clock, days)),
        };
        Found { origin: Origin::Parameter(parameter, clock), answer, stated: None }
    }

    /// Either no day in question has a value, or it must be known which day it is.
    fn parameter_reasons(&self, id: ParameterId, clock: Clock, days: Period) -> Vec<Reason> {
        let overlaps = |period: &Period| {
            days.from.is_none_or(|from| period.until.is_none_or(|until| from <= until))
                && days.until.is_none_or(|until| period.from.is_none_or(|from| from <= until))
        };
        let values = self.law.parameter(id).map(|parameter| parameter.values.as_slice());
        let has_value = values.unwrap_or_default().iter().any(|(_, period)| overlaps(period));
        let unknown = match clock {
            Clock::Placing if has_value => self.event_days(Event::Placing),
            Clock::Supply if has_value => self.event_days(Event::MakingAvailable),
            _ => return vec![Reason::NoParameterValue(id)],
        };
        let [first, last] = &unknown;
        match unknown_days(first, last) {
            reasons if reasons.is_empty() => vec![Reason::NoParameterValue(id)],
            reasons => reasons,
        }
    }

    /// First and last day of an event, as stated.
    fn event_days(&self, event: Event) -> [Found; 2] {
        let first = self.placements.and_then(|fields| fields.first_placed);
        let last = self.placements.and_then(|fields| fields.last(event));
        [first, last].map(|field| self.event_day(field))
    }

    fn event_day(&self, field: Option<FieldId>) -> Found {
        let mut found = field.map_or_else(|| self.no_placement(), |field| self.placement(field));
        if let Answer::Unknown(reasons) = &mut found.answer {
            for reason in reasons {
                if let Reason::Missing(path) = reason {
                    *reason = Reason::PlacingUnknown(path.clone());
                }
            }
        }
        found
    }
}

fn literal(value: Value) -> Found {
    Found { origin: Origin::Literal, answer: Answer::Value(value), stated: None }
}

/// Without the first day nothing can be said; then the last day is not asked for yet.
fn unknown_days(first: &Found, last: &Found) -> Vec<Reason> {
    match first.reasons() {
        [] => last.reasons().to_vec(),
        reasons => reasons.to_vec(),
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

/// Absent where one side is absent; unknown where one is unknown or there is no result.
fn combine(sides: &[Found; 2], operation: fn(&Value, &Value) -> Option<Value>) -> Answer {
    let [left, right] = sides;
    match (&left.answer, &right.answer) {
        (Answer::Absent, _) | (_, Answer::Absent) => Answer::Absent,
        (Answer::Value(left), Answer::Value(right)) => operation(left, right)
            .map_or_else(|| Answer::Unknown(vec![Reason::NotComparable]), Answer::Value),
        _ => Answer::Unknown([left.reasons(), right.reasons()].concat()),
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
