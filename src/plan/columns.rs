//! The facts of a block of rows, as columns.

use super::column::{Bits, Column, Data, reset_bits, set_bit};
use super::days::{Days, value_throughout};
use super::domain::{Positions, Spread};
use super::order::{Input, Plan};
use super::reading::{Reading, Shown, Threshold};
use super::row::{PlacementFields, Row};
use super::truth::Truth;
use crate::model::condition::{Clock, JudgementId, ParameterId};
use crate::model::law::Law;
use crate::model::manifest::{Item, StatedJudgement};
use crate::model::period::Period;
use crate::model::rule::Event;
use crate::model::value::Value;
use crate::model::vocabulary::FactId;

/// The facts that a plan reads, of a block of rows. Filled again for the next block, it keeps
/// its memory.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    law: &'a Law,
    threshold: Threshold,
    placements: Option<PlacementFields>,
    rows: usize,
    columns: Vec<Column<'a>>,
    positions: Vec<Positions>,
    lists: Vec<ListColumns>,
    /// The column of each fact that is read.
    of_fact: Vec<Option<usize>>,
}

/// The items of one list, and the columns of its fields.
#[derive(Debug, Clone)]
struct ListColumns {
    fact: FactId,
    spread: Spread,
    /// Where the list is known.
    known: Bits,
    /// The column of each field that is read, by position of the field.
    of_field: Vec<Option<usize>>,
}

impl<'a> Columns<'a> {
    /// Empty columns for a plan; statements below the threshold will count as unknown.
    #[must_use]
    pub fn new(law: &'a Law, plan: &Plan, threshold: Threshold) -> Columns<'a> {
        Columns {
            law,
            threshold,
            placements: PlacementFields::of(&law.vocabulary),
            rows: 0,
            columns: plan.inputs().map(|input| new_column(law, input)).collect(),
            positions: vec![Positions::default(); plan.domains.len()],
            lists: plan.lists.iter().map(|&list| ListColumns::new(plan, list)).collect(),
            of_fact: index_facts(plan),
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Reads the rows of a block, in place of those before.
    pub fn fill(&mut self, plan: &Plan, rows: &'a [Row<'a>]) {
        self.rows = rows.len();
        self.place(plan, rows);
        self.reset(plan);
        for (position, row) in rows.iter().enumerate() {
            self.read_facts(position, *row);
        }
        for (index, input) in plan.inputs().enumerate() {
            self.read_input(index, input, rows);
        }
    }

    pub(crate) fn column(&self, input: usize) -> Option<&Column<'a>> {
        self.columns.get(input)
    }

    pub(crate) fn positions(&self, domain: usize) -> Option<&Positions> {
        self.positions.get(domain)
    }

    /// Whether the list is known, for each row.
    pub(crate) fn list_known(&self, list: usize) -> &[u64] {
        self.lists.get(list).map_or(&[], |list| &list.known)
    }

    /// Finds out where the items of every list stand, and what leads where.
    fn place(&mut self, plan: &Plan, rows: &'a [Row<'a>]) {
        for list in &mut self.lists {
            list.place(rows, self.threshold);
        }
        let spread =
            |fact| self.lists.iter().find(|list| list.fact == fact).map(|list| &list.spread);
        for (domain, positions) in plan.domains.iter().zip(&mut self.positions) {
            match (domain.rule.and_then(spread), domain.quantifier.and_then(spread)) {
                (Some(rules), Some(quantifiers)) => positions.of_pairs(rules, quantifiers),
                (Some(items), None) | (None, Some(items)) => positions.of_items(items),
                (None, None) => positions.of_rows(rows.len()),
            }
        }
    }

    fn reset(&mut self, plan: &Plan) {
        for (input, column) in plan.inputs().zip(&mut self.columns) {
            let list = |fact| self.lists.iter().find(|list| list.fact == fact);
            column.reset(match input {
                Input::Field(field) => list(field.list).map_or(0, |list| list.spread.len()),
                _ => self.rows,
            });
        }
    }

    fn read_facts(&mut self, position: usize, row: Row<'a>) {
        for (fact, statement) in &row.manifest.facts {
            let reading = self.threshold.read(Some(statement), Default::default());
            if let Some(column) = column_of(&self.of_fact, &mut self.columns, fact.0) {
                column.read(position, reading);
            }
            if let Reading::Items(items, shown) = reading {
                self.read_items(*fact, position, items, shown);
            }
        }
    }

    fn read_items(&mut self, fact: FactId, row: usize, items: &'a [Item], shown: Shown<'a>) {
        let Some(list) = self.lists.iter().find(|list| list.fact == fact) else { return };
        for (position, item) in list.spread.items(row).zip(items) {
            for (field, statement) in &item.fields {
                if let Some(column) = column_of(&list.of_field, &mut self.columns, *field) {
                    let reading = self.threshold.read(Some(statement), shown.level);
                    column.read(position as usize, reading);
                }
            }
        }
    }

    /// Reads what is neither a fact nor a field.
    fn read_input(&mut self, index: usize, input: Input, rows: &'a [Row<'a>]) {
        let (law, threshold, placements) = (self.law, self.threshold, self.placements);
        let Some(column) = self.columns.get_mut(index) else { return };
        let rows = rows.iter().copied().enumerate();
        match input {
            Input::Fact(_) | Input::Field(_) => {}
            Input::Today => {
                rows.for_each(|(at, row)| column.store_computed(at, &Value::Date(row.on)));
            }
            Input::CheckedIn(period) => {
                rows.for_each(|(at, row)| column.store_truth(at, period.contains(row.on).into()));
            }
            Input::Placement(field) => {
                rows.for_each(|(at, row)| column.read(at, threshold.placement(row, field)));
            }
            Input::Judged(judgement) => {
                rows.for_each(|(at, row)| column.store_truth(at, judged(law, judgement, row)));
            }
            Input::Triggered(trigger) => rows.for_each(|(at, row)| {
                let days = Days::of(row, placements, trigger.event, threshold);
                column.store_truth(at, days.meet(trigger.period));
            }),
            Input::Parameter(id, clock) => rows.for_each(|(at, row)| {
                let range = clock_days(clock, row, placements, threshold);
                if let Some(value) = parameter_value(law, id, range) {
                    column.store(at, value);
                }
            }),
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

impl ListColumns {
    fn new(plan: &Plan, fact: FactId) -> ListColumns {
        let mut of_field = Vec::new();
        for (index, input) in plan.inputs().enumerate() {
            if let Input::Field(field) = input
                && field.list == fact
            {
                note(&mut of_field, field.index, index);
            }
        }
        ListColumns { fact, spread: Spread::default(), known: Bits::new(), of_field }
    }

    fn place(&mut self, rows: &[Row<'_>], threshold: Threshold) {
        self.spread.clear();
        reset_bits(&mut self.known, rows.len());
        for (position, row) in rows.iter().enumerate() {
            let items = match threshold.fact(*row, self.fact) {
                Reading::Items(items, _) => items.len(),
                Reading::Absent(_) => 0,
                _ => {
                    self.spread.push(0);
                    continue;
                }
            };
            set_bit(&mut self.known, position);
            self.spread.push(items);
        }
    }
}

fn new_column<'a>(law: &Law, input: Input) -> Column<'a> {
    let vocabulary = &law.vocabulary;
    match input {
        Input::Fact(fact) => Column::of_fact(vocabulary.fact(fact)),
        Input::Field(field) | Input::Placement(field) => Column::of_fact(vocabulary.field(field)),
        Input::Parameter(id, _) => Column::like(
            law.parameter(id).and_then(|found| found.values.first()).map(|(value, _)| value),
        ),
        Input::Today => Column::of_data(Data::Dates(Vec::new())),
        Input::Judged(_) | Input::CheckedIn(_) | Input::Triggered(_) => Column::yes_no(),
    }
}

fn index_facts(plan: &Plan) -> Vec<Option<usize>> {
    let mut of_fact = Vec::new();
    for (index, input) in plan.inputs().enumerate() {
        if let Input::Fact(fact) = input {
            note(&mut of_fact, fact.0, index);
        }
    }
    of_fact
}

fn note(index: &mut Vec<Option<usize>>, at: u32, column: usize) {
    let at = at as usize;
    if index.len() <= at {
        index.resize(at + 1, None);
    }
    if let Some(place) = index.get_mut(at) {
        *place = Some(column);
    }
}

fn column_of<'c, 'a>(
    index: &[Option<usize>],
    columns: &'c mut [Column<'a>],
    at: u32,
) -> Option<&'c mut Column<'a>> {
    columns.get_mut((*index.get(at as usize)?)?)
}
