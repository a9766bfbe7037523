//! Computes every node of a plan for a block of rows.

use super::column::{ABSENT, COMMON, VALUED};
use super::columns::Columns;
use super::domain::{Along, Domain};
pub(crate) use super::done::RuleTruths;
use super::done::{Done, first_word};
use super::leaf::Leaf;
use super::mixed::{Asked, ask};
use super::order::{Part, Plan, Pools, SomeItem, Step, Work};
use super::section::Gate;
use super::truth::{Truth, Words, live_bits};
use super::words::{change, copy, pair};
use crate::model::condition::NodeId;
use std::mem::replace;
use std::ops::Range;
use std::sync::Arc;

/// What every node of a plan is, for the rows of a block.
///
/// Of every step, first the words where it is true, then those where it is false.
#[derive(Debug, Clone, Default)]
pub struct Truths {
    words: Vec<u64>,
    /// Of each step, its first word, and for how many words each half has room.
    starts: Vec<(u32, u32)>,
    /// Of each domain, how many words it has, and for how many there is room.
    lens: Vec<(u32, u32)>,
    /// Of what the steps speak for which the room was made.
    speaks_of: Option<Arc<[u32]>>,
    /// Of each section, whether it says something of the rows before.
    is_told: Vec<bool>,
    /// Of the parts of each rule, and of those that steps are made of, where one word holds all
    /// the word in which it is true; that in which it is false is the other one of the two.
    of_rules: Vec<[u32; 8]>,
    of_parts: Vec<u32>,
}

impl Truths {
    /// Computes all nodes for the rows in the columns, in place of those before.
    ///
    /// Of few rows, what only rules need that bind none of them stays unknown: the verdict of such
    /// a rule is that it does not bind. Among many rows a rule nearly always binds one.
    pub fn compute(&mut self, plan: &Plan, columns: &Columns<'_>) {
        self.lay_out(plan, columns);
        if columns.rows() > Words::WIDTH {
            return plan.by_kind.iter().for_each(|&step| self.step(plan, columns, step as usize));
        }
        let live = live_bits(columns.rows(), 0);
        for (number, section) in plan.sections.iter().enumerate() {
            let is_open = !section.gate.is_some_and(|gate| self.is_shut(gate, live));
            let was_told = self.is_told.get_mut(number).map(|told| replace(told, is_open));
            if is_open {
                self.run(plan, columns, section.steps.clone());
            } else if was_told != Some(false) {
                self.forget(section.steps.clone());
            }
        }
    }

    /// What neighbouring steps say is unknown.
    fn forget(&mut self, steps: Range<usize>) {
        let start = |step: usize| self.starts.get(step).map(|&(start, _)| start as usize);
        let from = start(steps.start).unwrap_or_default();
        let until = start(steps.end).unwrap_or(self.words.len());
        self.words.get_mut(from..until).unwrap_or_default().fill(0);
    }

    /// Whether rules of that gate bind none of the rows of the first word.
    #[inline]
    fn is_shut(&self, gate: Gate, rows: u64) -> bool {
        let [in_force, triggered, in_scope] = gate.map(|part| self.done().word(part));
        rows & !(in_force.no | triggered.no | in_scope.no) == 0
    }

    /// Computes a step.
    fn step(&mut self, plan: &Plan, columns: &Columns<'_>, step: usize) {
        let found = plan.steps.get(step).zip(self.starts.get(step));
        let Some((step, &(start, room))) = found else { return };
        let len = self.len(step);
        let Some((done, rest)) = self.words.split_at_mut_checked(start as usize) else { return };
        let Some(mut out) = Out::of(rest, len, room) else { return };
        let done = Done { words: done, starts: &self.starts, of_parts: &self.of_parts };
        let task = Task { pools: &plan.pools, columns, domain: step.domain as usize, done };
        task.run(step.work, &mut out);
    }

    /// How many words a step has.
    #[inline]
    fn len(&self, step: &Step) -> u32 {
        self.lens.get(step.domain as usize).map_or(0, |&(len, _)| len)
    }

    /// Computes neighbouring steps of which most have one word.
    fn run(&mut self, plan: &Plan, columns: &Columns<'_>, steps: Range<usize>) {
        let starts = self.starts.get(steps.clone()).unwrap_or_default();
        for (step, &(start, room)) in plan.steps.get(steps).unwrap_or_default().iter().zip(starts) {
            let len = self.len(step);
            if len == 0 {
                continue;
            }
            let Some((done, rest)) = self.words.split_at_mut_checked(start as usize) else {
                return;
            };
            let done = Done { words: done, starts: &self.starts, of_parts: &self.of_parts };
            let task = Task { pools: &plan.pools, columns, domain: step.domain as usize, done };
            if let [yes, no, ..] = rest
                && (len, room) == (1, 1)
                && let Some(words) = task.run_one(step.work)
            {
                (*yes, *no) = (words.yes, words.no);
                continue;
            }
            let Some(mut out) = Out::of(rest, len, room) else { return };
            task.run(step.work, &mut out);
        }
    }

    /// The truth of a node about the product, 64 rows a word. Bits past the last row mean
    /// nothing. `None` for a node that is not planned or speaks of an item.
    pub fn of(&self, plan: &Plan, node: NodeId) -> Option<impl Iterator<Item = Words> + '_> {
        let place = plan.place(node).filter(|place| place.domain == Domain::ROW)?;
        let (yes, no) = self.part(place.part);
        Some(yes.iter().zip(no).map(|(&yes, &no)| Words { yes, no }))
    }

    /// The truth of a node about the product of one row; unknown where [`Truths::of`] is `None`.
    #[must_use]
    pub fn get(&self, plan: &Plan, node: NodeId, row: usize) -> Truth {
        let word = self.of(plan, node).and_then(|mut words| words.nth(row / Words::WIDTH));
        word.map_or(Truth::Unknown, |word| word.get(row % Words::WIDTH))
    }

    /// Where a part is true, and where it is false.
    #[inline]
    pub(crate) fn part(&self, part: Part) -> (&[u64], &[u64]) {
        self.done().get(part)
    }

    fn done(&self) -> Done<'_> {
        Done { words: &self.words, starts: &self.starts, of_parts: &self.of_parts }
    }

    /// Of each rule of the plan, what its truths are, where one word holds all.
    pub(crate) fn of_rules(&self) -> impl ExactSizeIterator<Item = RuleTruths<'_>> {
        self.of_rules.iter().map(|of_rule| RuleTruths { words: &self.words, of_rule })
    }

    /// Makes room for what the steps say. It is the same for most products alone: what is said of
    /// an empty list has room for a word.
    fn lay_out(&mut self, plan: &Plan, columns: &Columns<'_>) {
        let is_same_plan =
            self.speaks_of.as_ref().is_some_and(|known| Arc::ptr_eq(known, &plan.speaks_of));
        let mut is_same = is_same_plan && self.lens.len() == plan.domains.len();
        self.lens.resize(plan.domains.len(), (0, 0));
        for (domain, known) in self.lens.iter_mut().enumerate() {
            let len = u32::try_from(columns.words(domain)).unwrap_or_default();
            is_same &= known.1 == len.max(1);
            *known = (len, len.max(1));
        }
        if !is_same {
            self.make_room(plan);
        }
    }

    fn make_room(&mut self, plan: &Plan) {
        self.speaks_of = Some(Arc::clone(&plan.speaks_of));
        self.starts.clear();
        let mut start = 0;
        self.starts.extend(plan.speaks_of.iter().map(|&domain| {
            let room = self.lens.get(domain as usize).map_or(1, |&(_, room)| room);
            let here = (start, room);
            start += 2 * room;
            here
        }));
        self.words.clear();
        self.words.resize(start as usize, 0);
        self.is_told.clear();
        self.is_told.resize(plan.sections.len(), false);
        let word = |part: Part| first_word(&self.starts, part);
        self.of_rules = plan.meanings.iter().map(|rule| rule.truths.map(word)).collect();
        self.of_parts = plan.pools.all_parts().iter().map(|&part| word(part)).collect();
    }
}

/// The truths being computed.
struct Out<'s> {
    yes: &'s mut [u64],
    no: &'s mut [u64],
}

impl<'s> Out<'s> {
    /// So many words of each half, where each has room for some.
    #[inline]
    fn of(words: &'s mut [u64], len: u32, room: u32) -> Option<Out<'s>> {
        let (yes, rest) = words.split_at_mut_checked(room as usize)?;
        let no = rest.get_mut(..len as usize)?;
        Some(Out { yes: yes.get_mut(..len as usize)?, no })
    }
}

/// What a step may look at.
pub(super) struct Task<'s> {
    pub(super) pools: &'s Pools,
    pub(super) columns: &'s Columns<'s>,
    domain: usize,
    pub(super) done: Done<'s>,
}

impl Task<'_> {
    fn run(&self, work: Work, out: &mut Out<'_>) {
        match work {
            Work::Constant(truth) => {
                let word = Words::splat(truth);
                out.yes.fill(word.yes);
                out.no.fill(word.no);
            }
            Work::And(parts) => {
                let parts = self.pools.parts(parts).iter();
                join(parts.map(|&part| self.done.get(part)), out);
            }
            // One of some holds: not every one fails.
            Work::Or(parts) => {
                let parts = self.pools.parts(parts).iter();
                let mut out = Out { yes: &mut *out.no, no: &mut *out.yes };
                join(parts.map(|&part| self.done.get(!part)), &mut out);
            }
            Work::Test(leaf) => self.read(leaf, out),
            Work::Spread { of, along } => self.spread(of, along, out),
            Work::Some(some) => {
                if let Some(some) = self.pools.items(some) {
                    self.find_some(some, out);
                }
            }
        }
    }

    fn read(&self, leaf: Leaf, out: &mut Out<'_>) {
        match leaf {
            Leaf::Present { column } => {
                copy(self.plane(column, VALUED), out.yes);
                copy(self.plane(column, ABSENT), out.no);
            }
            Leaf::Known { column } => {
                let (valued, absent) = (self.plane(column, VALUED), self.plane(column, ABSENT));
                pair(valued, absent, out.yes, |valued, absent| valued | absent);
                out.no.fill(0);
            }
            Leaf::AnyOf { column, planes } => {
                out.yes.fill(0);
                for &plane in self.pools.planes(planes) {
                    change(out.yes, self.own_plane(column, plane), |yes, plane| yes | plane);
                }
                self.close(column, out);
            }
            Leaf::AllOf { column, planes } => {
                out.yes.fill(u64::MAX);
                for &plane in self.pools.planes(planes) {
                    change(out.yes, self.own_plane(column, plane), |yes, plane| yes & plane);
                }
                self.close(column, out);
            }
            Leaf::Before { column, plane } => {
                copy(self.own_plane(column, plane), out.yes);
                out.yes.iter_mut().for_each(|reached| *reached = !*reached);
                self.close(column, out);
            }
            Leaf::Within { column, from, until } => {
                let (from, until) = (self.own_plane(column, from), self.own_plane(column, until));
                pair(from, until, out.yes, |from, until| from & !until);
                self.close(column, out);
            }
            Leaf::Answer { column, plane } => {
                copy(self.own_plane(column, plane), out.yes);
                copy(self.own_plane(column, plane + 1), out.no);
            }
            Leaf::Mixed(test) => self.ask(test, out),
        }
    }

    #[inline]
    fn plane(&self, column: u32, plane: usize) -> &[u64] {
        self.columns.plane(column as usize, plane)
    }

    #[inline]
    fn own_plane(&self, column: u32, plane: u32) -> &[u64] {
        self.columns.plane(column as usize, COMMON + plane as usize)
    }

    /// Keeps what is true where there is a value; what is known and not true is false.
    fn close(&self, column: u32, out: &mut Out<'_>) {
        let (valued, absent) = (self.plane(column, VALUED), self.plane(column, ABSENT));
        change(out.yes, valued, |yes, valued| yes & valued);
        pair(valued, absent, out.no, |valued, absent| valued | absent);
        change(out.no, out.yes, |known, yes| known & !yes);
    }

    fn ask(&self, test: u32, out: &mut Out<'_>) {
        let found = self.pools.test(test).zip(self.columns.positions(self.domain));
        let Some((test, positions)) = found else { return };
        let asked = Asked { columns: self.columns, positions };
        for (word, (yes, no)) in out.yes.iter_mut().zip(&mut *out.no).enumerate() {
            let words = ask(&asked, test, word);
            (*yes, *no) = (words.yes, words.no);
        }
    }

    fn spread(&self, of: Part, along: Along, out: &mut Out<'_>) {
        let Some(positions) = self.columns.positions(self.domain) else { return };
        let (yes, no) = self.done.get(of);
        positions.spread(along, yes, out.yes);
        positions.spread(along, no, out.no);
    }

    /// True where some item makes the body true; false where the list is known and every item
    /// makes it false.
    fn find_some(&self, some: &SomeItem, out: &mut Out<'_>) {
        let items = self.columns.positions(some.items).zip(self.columns.extent(some.list));
        let Some((items, list)) = items else { return };
        let Some(whole) = self.columns.positions(self.domain) else { return };
        out.yes.fill(0);
        out.no.fill(0);
        let (yes, no) = self.done.get(some.body);
        let yes = yes.iter().zip(items.present(list, some.item));
        items.gather(some.whole, yes.map(|(yes, present)| yes & present), out.yes);
        let open = no.iter().zip(items.present(list, some.item));
        items.gather(some.whole, open.map(|(no, present)| !no & present), out.no);
        let row = if self.domain == 0 { Along::Same } else { Along::Row };
        for (word, open) in out.no.iter_mut().enumerate() {
            *open = whole.known(list, row, word) & !*open;
        }
    }
}

/// All of some parts hold.
#[inline]
fn join<'s>(mut parts: impl Iterator<Item = (&'s [u64], &'s [u64])>, out: &mut Out<'_>) {
    let Some((yes, no)) = parts.next() else { return };
    let Some((other_yes, other_no)) = parts.next() else {
        copy(yes, out.yes);
        return copy(no, out.no);
    };
    pair(yes, other_yes, out.yes, |one, other| one & other);
    pair(no, other_no, out.no, |one, other| one | other);
    for (yes, no) in parts {
        change(out.yes, yes, |out, part| out & part);
        change(out.no, no, |out, part| out | part);
    }
}
