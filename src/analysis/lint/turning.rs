//! On which days, and in which places, can the answer to a question change?

use crate::analysis::ground::Ground;
use crate::analysis::test::leaves;
use crate::model::condition::{Clock, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::value::Value;
use crate::plan::row::PlacementFields;
use crate::plan::truth::Truth;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What the answer to a question turns on besides the product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Turning {
    /// Days on which something starts, or no longer is.
    days: BTreeSet<Date>,
    /// The day of placing makes a difference of its own.
    placing: bool,
    /// The territory makes a difference.
    pub(super) territory: bool,
    /// Sums of days, last days or several placements: no list of days is all there is.
    pub(super) moves: bool,
}

impl Turning {
    /// What a condition turns on.
    pub(super) fn of(law: &Law, root: NodeId) -> Turning {
        let fields = PlacementFields::of(&law.vocabulary);
        let mut turning = Turning::default();
        let demanded = conjuncts(law, root);
        let mut seen = BTreeSet::new();
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            let Some(node) = law.graph.get(id).filter(|_| seen.insert(id)) else { continue };
            open.extend(node.parts());
            turning.add(law, fields, node);
            // Where an event must have happened, a product that is still placed is as good as one
            // that no longer is; where it must not, or may, the two differ.
            turning.moves |= matches!(node, Node::Triggered(_)) && !demanded.contains(&id);
        }
        turning
    }

    fn add(&mut self, law: &Law, fields: Option<PlacementFields>, node: &Node) {
        match node {
            Node::CheckedIn(period) => self.add_period(*period),
            Node::Triggered(trigger) => {
                self.placing = true;
                self.add_period(trigger.period);
            }
            Node::Some { list, .. } => {
                self.moves |= fields.is_some_and(|fields| fields.list == *list);
            }
            Node::Compare { left, right, .. } => {
                self.add_sums(fields, [left, right]);
                // Between two of these days a third may lie on which a date fits in.
                self.moves |=
                    compares_day(fields, left, right) || compares_day(fields, right, left);
            }
            _ => {}
        }
        for leaf in leaves(node) {
            self.add_leaf(law, fields, leaf);
        }
    }

    fn add_leaf(&mut self, law: &Law, fields: Option<PlacementFields>, leaf: &Operand) {
        match leaf {
            Operand::Literal(Value::Date(day)) => {
                self.add_period(Period { from: Some(*day), until: Some(*day) });
            }
            Operand::Parameter(id, clock) => {
                let values = law.parameter(*id).map_or(&[][..], |parameter| &parameter.values);
                self.placing |= *clock != Clock::Check;
                self.moves |= *clock != Clock::Check && values.len() > 1;
                values.iter().for_each(|(_, period)| self.add_period(*period));
            }
            Operand::Placement(field) => {
                let is =
                    |one: fn(PlacementFields) -> Option<_>| fields.and_then(one) == Some(*field);
                self.territory |= is(|fields| fields.territory);
                self.placing |= is(|fields| fields.first_placed);
                self.moves |= is(|fields| fields.last_placed);
                self.moves |= is(|fields| fields.last_made_available);
            }
            _ => {}
        }
    }

    /// Days that are counted from the day of the check or of placing.
    fn add_sums(&mut self, fields: Option<PlacementFields>, sides: [&Operand; 2]) {
        let first = fields.and_then(|fields| fields.first_placed);
        for side in sides {
            let (Operand::Plus(left, right) | Operand::Minus(left, right)) = side else { continue };
            for part in [left, right] {
                self.moves |= match part.as_ref() {
                    Operand::Today => true,
                    Operand::Placement(field) => first == Some(*field),
                    _ => false,
                };
                self.add_sums(fields, [part, part]);
            }
        }
    }

    fn add_period(&mut self, period: Period) {
        self.days.extend(period.from);
        self.days.extend(period.until.and_then(|day| day.checked_add(1.day()).ok()));
    }

    /// Days of placing and of the check among which every case is found, the likeliest first.
    pub(super) fn days(&self, on: Date) -> Vec<(Date, Date)> {
        let before = self.days.first().and_then(|day| day.checked_sub(1.day()).ok());
        let all: BTreeSet<Date> = self.days.iter().copied().chain(before).chain([on]).collect();
        let checks = [on].into_iter().chain(all.iter().copied().filter(|day| *day != on));
        let mut found: Vec<(Date, Date)> = checks.clone().map(|day| (day, day)).collect();
        if self.placing {
            for check in checks {
                found.extend(all.range(..check).rev().map(|placed| (*placed, check)));
            }
            // A product can be checked before it is placed.
            for &check in &all {
                let later = all.iter().filter(|placed| **placed > check);
                found.extend(later.map(|placed| (*placed, check)));
            }
        }
        found
    }
}

/// The conditions that must all be true for this one to be.
fn conjuncts(law: &Law, root: NodeId) -> BTreeSet<NodeId> {
    let mut open = vec![root];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if let (true, Some(Node::And(parts))) = (found.insert(id), law.graph.get(id)) {
            open.extend(parts);
        }
    }
    found
}

/// Whether the day of the check or of placing is compared with something of the product.
fn compares_day(fields: Option<PlacementFields>, day: &Operand, other: &Operand) -> bool {
    let first = fields.and_then(|fields| fields.first_placed);
    let is_day = match day {
        Operand::Today => true,
        Operand::Placement(field) => first == Some(*field),
        _ => false,
    };
    is_day && !matches!(other, Operand::Literal(_))
}

/// Whether dates alone make a condition false.
pub(super) fn is_dead(ground: &Ground<'_>, id: NodeId) -> bool {
    match ground.law.graph.get(id) {
        Some(Node::And(parts)) => parts.iter().any(|&part| is_dead(ground, part)),
        Some(Node::Or(parts)) => parts.iter().all(|&part| is_dead(ground, part)),
        Some(Node::CheckedIn(period)) => !period.contains(ground.on),
        Some(Node::Triggered(trigger)) => {
            ground.days(0, trigger.event).meet(trigger.period) == Truth::False
        }
        Some(Node::Constant(value)) => !value,
        _ => false,
    }
}
