//! What is read of a row that is neither a fact nor a field: the day, the market, the judgements.

use super::column::Place;
use super::columns::Columns;
use super::days::{Days, value_throughout};
use super::order::{Input, Plan};
use super::reading::Threshold;
use super::row::{PlacementFields, Row};
use super::truth::Truth;
use crate::model::condition::{Clock, JudgementId, ParameterId};
use crate::model::law::Law;
use crate::model::manifest::StatedJudgement;
use crate::model::period::Period;
use crate::model::rule::Event;
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Fills the columns that are neither facts nor fields.
pub(super) fn read_circumstances(columns: &mut Columns<'_>, plan: &Plan, rows: &[Row<'_>]) {
    let Some(first) = rows.first() else { return };
    let is_one_day = rows.iter().all(|row| row.on == first.on);
    let inputs = plan.inputs().enumerate();
    let inputs = inputs.filter(|(_, input)| !is_stated(*input));
    let (of_day, of_market): (Vec<_>, Vec<_>) =
        inputs.partition(|(_, input)| is_one_day && is_of_day(*input));
    let placements = PlacementFields::of(&columns.law.vocabulary);
    let teller = Teller { law: columns.law, threshold: columns.threshold, placements };
    for &(column, input) in &of_day {
        let told = teller.tell(input, *first, teller.days(*first));
        if let Some(mut column) = columns.column(plan, column) {
            told.store(&mut column, Place::of_row(0));
            column.spread_first();
        }
    }
    for (number, row) in rows.iter().enumerate() {
        let days = teller.days(*row);
        for &(column, input) in &of_market {
            let told = teller.tell(input, *row, days);
            if let Some(mut column) = columns.column(plan, column) {
                told.store(&mut column, Place::of_row(number));
            }
        }
    }
    read_judgements(columns, plan, rows);
}

/// Fills the columns of open norms. Few products are judged, and of few norms.
fn read_judgements(columns: &mut Columns<'_>, plan: &Plan, rows: &[Row<'_>]) {
    if rows.iter().all(|row| row.manifest.judgements.is_empty()) {
        return;
    }
    let law = columns.law;
    let mut norms: BTreeMap<&str, Vec<(usize, JudgementId)>> = BTreeMap::new();
    for (column, input) in plan.inputs().enumerate() {
        if let Input::Judged(norm) = input
            && let Some(rule) = law.judgement(norm).and_then(|norm| law.rule(norm.rule))
        {
            norms.entry(&rule.id).or_default().push((column, norm));
        }
    }
    for (number, row) in rows.iter().enumerate() {
        let rules: BTreeSet<&str> =
            row.manifest.judgements.iter().map(|stated| stated.rule.as_str()).collect();
        for &(column, norm) in rules.into_iter().filter_map(|rule| norms.get(rule)).flatten() {
            if let Some(mut column) = columns.column(plan, column) {
                column.store_truth(Place::of_row(number), judged(law, norm, *row));
            }
        }
    }
}

/// Whether it is read where the product is described, or from what people judged of it.
fn is_stated(input: Input) -> bool {
    matches!(input, Input::Fact(_) | Input::Field(_) | Input::Judged(_))
}

/// Whether it is the same for all products checked on one day.
fn is_of_day(input: Input) -> bool {
    matches!(input, Input::Today | Input::CheckedIn(_) | Input::Parameter(_, Clock::Check))
}

/// Tells what holds of a row.
struct Teller<'a> {
    law: &'a Law,
    threshold: Threshold,
    placements: Option<PlacementFields>,
}

/// The days of placing, and those of supply.
type EventDays = (Days, Days);

/// What was told.
enum Told<'a> {
    Truth(Truth),
    Day(jiff::civil::Date),
    Value(Option<&'a Value>),
    Reading(super::reading::Reading<'a>),
}

impl<'a> Teller<'a> {
    fn days(&self, row: Row<'_>) -> EventDays {
        let of = |event| Days::of(row, self.placements, event, self.threshold);
        (of(Event::Placing), of(Event::MakingAvailable))
    }

    fn tell<'t>(&'t self, input: Input, row: Row<'t>, days: EventDays) -> Told<'t>
    where
        'a: 't,
    {
        let of_event = |event| if event == Event::Placing { days.0 } else { days.1 };
        match input {
            Input::Fact(_) | Input::Field(_) | Input::Judged(_) => Told::Value(None),
            Input::Today => Told::Day(row.on),
            Input::CheckedIn(period) => Told::Truth(period.contains(row.on).into()),
            Input::Placement(field) => Told::Reading(self.threshold.placement(row, field)),
            Input::Triggered(trigger) => Told::Truth(of_event(trigger.event).meet(trigger.period)),
            Input::Parameter(id, clock) => {
                let range = match clock {
                    Clock::Check => Period { from: Some(row.on), until: Some(row.on) },
                    Clock::Placing => days.0.latest(),
                    Clock::Supply => days.1.latest(),
                };
                Told::Value(parameter_value(self.law, id, range))
            }
        }
    }
}

impl Told<'_> {
    fn store(self, column: &mut super::column::Column<'_>, at: Place) {
        match self {
            Told::Truth(truth) => column.store_truth(at, truth),
            Told::Day(day) => column.store(at, &Value::Date(day)),
            Told::Value(Some(value)) => column.store(at, value),
            Told::Value(None) => {}
            Told::Reading(reading) => column.read(at, reading),
        }
    }
}

/// The days among which the day of a clock lies.
pub(crate) fn clock_days(
    clock: Clock,
    row: Row<'_>,
    placements: Option<PlacementFields>,
    threshold: Threshold,
) -> Period {
    let latest = |event| Days::of(row, placements, event, threshold).latest();
    match clock {
        Clock::Check => Period { from: Some(row.on), until: Some(row.on) },
        Clock::Placing => latest(Event::Placing),
        Clock::Supply => latest(Event::MakingAvailable),
    }
}

/// The value of a parameter, where it is the same on all of the days.
pub(crate) fn parameter_value(law: &Law, id: ParameterId, days: Period) -> Option<&Value> {
    value_throughout(law.parameter(id)?, days)
}

/// What people judged of an open norm; unknown where nobody did, or where they disagree.
pub(crate) fn judged(law: &Law, id: JudgementId, row: Row<'_>) -> Truth {
    let mut met = judgements(law, id, row).map(|stated| stated.met);
    match met.next() {
        Some(first) if met.all(|other| other == first) => first.into(),
        _ => Truth::Unknown,
    }
}

/// The judgements that speak of an open norm: of its words, or of all of its rule's.
pub(crate) fn judgements<'a>(
    law: &'a Law,
    id: JudgementId,
    row: Row<'a>,
) -> impl Iterator<Item = &'a StatedJudgement> {
    let norm = law.judgement(id).and_then(|norm| Some((&law.rule(norm.rule)?.id, &norm.text.en)));
    row.manifest.judgements.iter().filter(move |stated| {
        norm.is_some_and(|(rule, text)| {
            stated.rule == *rule && stated.text.as_ref().is_none_or(|stated| stated == text)
        })
    })
}
