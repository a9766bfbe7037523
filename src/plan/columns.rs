//! The facts of a block of rows, as columns.

use super::circumstances::read_circumstances;
use super::column::{COMMON, Column, Place, VALUED};
use super::extent::{Extent, Positions};
use super::kept::Kept;
use super::lanes::Lanes;
use super::order::{Input, Plan};
use super::reading::{Reading, Shown, Threshold};
use super::row::Row;
use super::truth::Words;
use crate::model::law::Law;
use crate::model::manifest::Item;
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use std::borrow::Cow;

/// The facts that a plan reads, of a block of rows. Filled again for the next block, it keeps
/// its memory.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    pub(super) law: &'a Law,
    pub(super) threshold: Threshold,
    rows: usize,
    /// The planes of all columns, one after the other.
    planes: Vec<u64>,
    /// Of each column, its first word, and how many words each of its planes has.
    starts: Vec<(u32, u32)>,
    /// Of each column, the values, where they are held.
    kept: Vec<Kept>,
    /// Of each domain, where its words lead.
    positions: Vec<Positions>,
    lists: Vec<ListColumns>,
    /// The column of each fact that is read.
    of_fact: Vec<Option<usize>>,
    /// The position of each list whose items are read.
    of_list: Vec<Option<usize>>,
}

/// The items of one list, and the columns of its fields.
#[derive(Debug, Clone)]
struct ListColumns {
    fact: FactId,
    extent: Extent,
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
            rows: 0,
            planes: Vec::new(),
            starts: Vec::new(),
            kept: vec![Kept::default(); plan.columns.len()],
            positions: vec![Positions::default(); plan.domains.len()],
            lists: plan.lists.iter().map(|&list| ListColumns::new(plan, list)).collect(),
            of_fact: index_facts(plan),
            of_list: index_lists(plan),
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Reads the rows of a block, in place of those before.
    pub fn fill(&mut self, plan: &Plan, rows: &[Row<'_>]) {
        let threshold = self.threshold;
        let facts: Vec<FactId> = self.lists.iter().map(|list| list.fact).collect();
        self.clear(plan, rows.len(), |list, row| {
            match threshold.fact(*rows.get(row)?, *facts.get(list)?) {
                Reading::Items(items, _) => u32::try_from(items.len()).ok(),
                Reading::Absent(_) => Some(0),
                _ => None,
            }
        });
        for (number, row) in rows.iter().enumerate() {
            self.read_facts(plan, number, *row);
        }
        read_circumstances(self, plan, rows);
    }

    /// Makes room for so many rows, of which nothing is known but the lengths of their lists.
    /// The length of a list of a row is asked for by the positions of both.
    pub(super) fn clear(
        &mut self,
        plan: &Plan,
        rows: usize,
        length: impl Fn(usize, usize) -> Option<u32>,
    ) {
        self.rows = rows;
        let mut lengths = Vec::new();
        for (number, list) in self.lists.iter_mut().enumerate() {
            lengths.clear();
            lengths.extend((0..rows).map(|row| length(number, row)));
            list.extent.set(&lengths);
        }
        self.place(plan);
        self.lay_out(plan);
    }

    /// Finds out what leads where.
    fn place(&mut self, plan: &Plan) {
        let extent =
            |fact| self.lists.iter().find(|list| list.fact == fact).map(|list| &list.extent);
        for (domain, positions) in plan.domains.iter().zip(&mut self.positions) {
            match (domain.rule.and_then(extent), domain.quantifier.and_then(extent)) {
                (Some(rules), Some(quantifiers)) => positions.of_pairs(rules, quantifiers),
                (Some(items), None) | (None, Some(items)) => positions.of_items(items),
                (None, None) => positions.of_rows(self.rows),
            }
        }
    }

    /// Gives every column its planes, with no bit set.
    fn lay_out(&mut self, plan: &Plan) {
        self.starts.clear();
        let mut start = 0;
        for (layout, kept) in plan.columns.values().zip(&mut self.kept) {
            let words = match layout.home.checked_sub(1) {
                None => self.rows.div_ceil(Words::WIDTH),
                Some(list) => self.lists.get(list).map_or(0, |list| list.extent.len()),
            };
            self.starts.push((narrow(start), narrow(words)));
            start += (COMMON + layout.kind.planes()) * words;
            kept.lay_out(layout.keeps, words);
        }
        self.planes.clear();
        self.planes.resize(start, 0);
    }

    fn read_facts(&mut self, plan: &Plan, number: usize, row: Row<'_>) {
        for (fact, statement) in &row.manifest.facts {
            let reading = self.threshold.read(Some(statement), Default::default());
            if let Some(index) = self.column_of(*fact)
                && let Some(mut column) = self.column(plan, index)
            {
                column.read(Place::of_row(number), reading);
            }
            if let Reading::Items(items, shown) = reading {
                self.read_items(plan, *fact, number, items, shown);
            }
        }
    }

    fn read_items(
        &mut self,
        plan: &Plan,
        fact: FactId,
        row: usize,
        items: &[Item],
        list_shown: Shown<'_>,
    ) {
        for (number, item) in items.iter().enumerate() {
            for (field, statement) in &item.fields {
                let reading = self.threshold.read(Some(statement), list_shown.level);
                if let Some((index, place)) = self.column_of_field(fact, *field, row, number)
                    && let Some(mut column) = self.column(plan, index)
                {
                    column.read(place, reading);
                }
            }
        }
    }

    /// How many lists there are whose items are read.
    pub(super) fn lists(&self) -> usize {
        self.lists.len()
    }

    /// The position of a list whose items are read.
    pub(super) fn list_of(&self, fact: FactId) -> Option<usize> {
        at(&self.of_list, fact.0)
    }

    /// The column of a fact, if it is read.
    pub(super) fn column_of(&self, fact: FactId) -> Option<usize> {
        at(&self.of_fact, fact.0)
    }

    /// The column of a field, if it is read, with the place of an item there.
    pub(super) fn column_of_field(
        &self,
        list: FactId,
        field: u32,
        row: usize,
        item: usize,
    ) -> Option<(usize, Place)> {
        let list = self.lists.get(self.list_of(list)?)?;
        Some((at(&list.of_field, field)?, list.extent.place(row, item)))
    }

    /// A column to be filled.
    pub(super) fn column<'c>(&'c mut self, plan: &'c Plan, index: usize) -> Option<Column<'c>> {
        let (_, layout) = plan.columns.get_index(index)?;
        let &(start, words) = self.starts.get(index)?;
        let (start, words) = (start as usize, words as usize);
        let end = start + (COMMON + layout.kind.planes()) * words;
        let kept = self.kept.get_mut(index)?;
        Some(Column { layout, planes: self.planes.get_mut(start..end)?, words, kept })
    }

    /// A plane of a column, its own ones from [`COMMON`] on.
    pub(super) fn plane(&self, column: usize, plane: usize) -> &[u64] {
        let Some(&(start, words)) = self.starts.get(column) else { return &[] };
        let words = words as usize;
        let start = start as usize + plane * words;
        self.planes.get(start..start + words).unwrap_or_default()
    }

    /// The word of a plane of a column whose planes have one word.
    #[inline]
    pub(super) fn one_word(&self, column: usize, plane: usize) -> u64 {
        let start = self.starts.get(column).map_or(usize::MAX, |&(start, _)| start as usize);
        self.planes.get(start.saturating_add(plane)).copied().unwrap_or_default()
    }

    /// Where such a column has a value, and where it is absent.
    #[inline]
    pub(super) fn known_word(&self, column: usize) -> (u64, u64) {
        let start = self.starts.get(column).map_or(usize::MAX, |&(start, _)| start as usize);
        match self.planes.get(start..) {
            Some(&[valued, absent, ..]) => (valued, absent),
            _ => (0, 0),
        }
    }

    /// The value of a column at a place, where it is held.
    pub(super) fn value(&self, column: usize, at: Place) -> Option<Cow<'_, Value>> {
        let valued = self.plane(column, VALUED).get(at.word)?;
        if (valued >> at.bit) & 1 == 0 {
            return None;
        }
        self.kept.get(column)?.get(at.index())
    }

    /// The values of a word of a column, where they are held side by side.
    pub(super) fn lanes(&self, column: usize, word: usize) -> Option<Lanes<'_>> {
        self.kept.get(column)?.lanes(word)
    }

    pub(super) fn positions(&self, domain: usize) -> Option<&Positions> {
        self.positions.get(domain)
    }

    /// How many words a domain has.
    pub(super) fn words(&self, domain: usize) -> usize {
        self.positions.get(domain).map_or(0, Positions::len)
    }

    /// Where the items of a list stand.
    pub(super) fn extent(&self, list: usize) -> Option<&Extent> {
        self.lists.get(list).map(|list| &list.extent)
    }
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
        ListColumns { fact, extent: Extent::default(), of_field }
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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

fn index_lists(plan: &Plan) -> Vec<Option<usize>> {
    let mut of_list = Vec::new();
    plan.lists.iter().enumerate().for_each(|(position, list)| note(&mut of_list, list.0, position));
    of_list
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

fn at(index: &[Option<usize>], at: u32) -> Option<usize> {
    *index.get(at as usize)?
}
