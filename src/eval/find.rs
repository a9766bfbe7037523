//! What an operand comes to for one product: its value with its place, or why it is unknown.

use super::trace::{Answer, FactPath, Found, Origin, Reason};
use super::walk::{Held, Scope, Walker};
use crate::model::condition::{Clock, Operand, ParameterId};
use crate::model::period::Period;
use crate::model::rule::Event;
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId};
use crate::plan::reading::{Reading, placed_item};
use crate::plan::value::{difference, sum};
use crate::plan::{clock_days, parameter_value};

impl<'a> Walker<'a> {
    pub(super) fn find(&self, operand: &Operand, scope: Scope<'a>) -> Found {
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

    pub(super) fn fact(&self, fact: FactId) -> Found {
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
    pub(super) fn event_days(&self, event: Event) -> [Found; 2] {
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

pub(super) fn literal(value: Value) -> Found {
    Found { origin: Origin::Literal, answer: Answer::Value(value), stated: None }
}

/// Without the first day nothing can be said; then the last day is not asked for yet.
pub(super) fn unknown_days(first: &Found, last: &Found) -> Vec<Reason> {
    match first.reasons() {
        [] => last.reasons().to_vec(),
        reasons => reasons.to_vec(),
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
