//! Computes every node of a plan for a block of rows.

use super::column::{ABSENT, COMMON, VALUED};
use super::columns::Columns;
use super::domain::{Along, Domain};
use super::leaf::Leaf;
use super::mixed::{Asked, ask};
use super::order::{Part, Plan, SomeItem, Step, Work};
use super::truth::{Truth, Words};
use super::words::{change, copy, pair};
use crate::model::condition::NodeId;

/// What every node of a plan is, for the rows of a block.
///
/// Of every step, first the words where it is true, then those where it is false.
#[derive(Debug, Clone, Default)]
pub struct Truths {
    words: Vec<u64>,
    /// Of each step, its first word, and how many words each half has.
    starts: Vec<(usize, usize)>,
}

impl Truths {
    /// Computes all nodes for the rows in the columns, in place of those before.
    pub fn compute(&mut self, plan: &Plan, columns: &Columns<'_>) {
        self.lay_out(plan, columns);
        for (step, &(start, len)) in plan.steps.iter().zip(&self.starts) {
            let Some((done, rest)) = self.words.split_at_mut_checked(start) else { return };
            let Some((yes, rest)) = rest.split_at_mut_checked(len) else { return };
            let Some(no) = rest.get_mut(..len) else { return };
            let done = Done { words: done, starts: &self.starts };
            run_step(step, &done, columns, &mut Out { yes, no });
        }
    }

    /// The truth of a node about the product, 64 rows a word. Bits past the last row mean
    /// nothing. `None` for a node that is not planned or speaks of an item.
    pub fn of(&self, plan: &Plan, node: NodeId) -> Option<impl Iterator<Item = Words> + '_> {
        let place = plan.place(node).filter(|place| place.domain == Domain::ROW)?;
        let (yes, no) = self.done().get(place.part);
        Some(yes.iter().zip(no).map(|(&yes, &no)| Words { yes, no }))
    }

    /// The truth of a node about the product of one row; unknown where [`Truths::of`] is `None`.
    #[must_use]
    pub fn get(&self, plan: &Plan, node: NodeId, row: usize) -> Truth {
        let word = self.of(plan, node).and_then(|mut words| words.nth(row / Words::WIDTH));
        word.map_or(Truth::Unknown, |word| word.get(row % Words::WIDTH))
    }

    /// Where a part is true, and where it is false.
    pub(crate) fn part(&self, part: Part) -> (&[u64], &[u64]) {
        self.done().get(part)
    }

    fn done(&self) -> Done<'_> {
        Done { words: &self.words, starts: &self.starts }
    }

    fn lay_out(&mut self, plan: &Plan, columns: &Columns<'_>) {
        self.starts.clear();
        let mut start = 0;
        self.starts.extend(plan.steps.iter().map(|step| {
            let len = columns.words(step.domain);
            let here = (start, len);
            start += 2 * len;
            here
        }));
        if self.words.len() < start {
            self.words.resize(start, 0);
        }
    }
}

/// The steps before the one at work.
struct Done<'s> {
    words: &'s [u64],
    starts: &'s [(usize, usize)],
}

impl<'s> Done<'s> {
    fn get(&self, part: Part) -> (&'s [u64], &'s [u64]) {
        let found = self.starts.get(part.step).and_then(|&(start, len)| {
            self.words.get(start..start + 2 * len).map(|words| words.split_at(len))
        });
        let (yes, no) = found.unwrap_or_default();
        if part.is_negated { (no, yes) } else { (yes, no) }
    }
}

/// The truths being computed.
struct Out<'s> {
    yes: &'s mut [u64],
    no: &'s mut [u64],
}

fn run_step(step: &Step, done: &Done<'_>, columns: &Columns<'_>, out: &mut Out<'_>) {
    match &step.work {
        Work::Constant(truth) => {
            let word = Words::splat(*truth);
            out.yes.fill(word.yes);
            out.no.fill(word.no);
        }
        Work::And(parts) => connect(parts, done, out),
        // One of some holds: not every one fails.
        Work::Or(parts) => {
            let mut out = Out { yes: &mut *out.no, no: &mut *out.yes };
            connect_negated(parts, done, &mut out);
        }
        Work::Test(leaf) => read_leaf(leaf, step.domain, columns, out),
        Work::Spread { of, along } => {
            let Some(positions) = columns.positions(step.domain) else { return };
            let (yes, no) = done.get(*of);
            let from = positions.along(*along);
            repeat(yes, from, out.yes);
            repeat(no, from, out.no);
        }
        Work::Some(some) => find_some(some, step.domain, done, columns, out),
    }
}

fn connect(parts: &[Part], done: &Done<'_>, out: &mut Out<'_>) {
    join(parts.iter().map(|&part| done.get(part)), out);
}

fn connect_negated(parts: &[Part], done: &Done<'_>, out: &mut Out<'_>) {
    join(parts.iter().map(|&part| done.get(!part)), out);
}

/// All of some parts hold.
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

/// Word *i* gets the word at `from[i]`.
fn repeat(words: &[u64], from: &[u32], out: &mut [u64]) {
    for (out, &from) in out.iter_mut().zip(from) {
        *out = words.get(from as usize).copied().unwrap_or_default();
    }
}

fn read_leaf(leaf: &Leaf, domain: usize, columns: &Columns<'_>, out: &mut Out<'_>) {
    match leaf {
        Leaf::Present { column } => {
            copy(columns.plane(*column, VALUED), out.yes);
            copy(columns.plane(*column, ABSENT), out.no);
        }
        Leaf::Known { column } => {
            copy(columns.plane(*column, VALUED), out.yes);
            let absent = columns.plane(*column, ABSENT);
            change(out.yes, absent, |yes, absent| yes | absent);
            out.no.fill(0);
        }
        Leaf::AnyOf { column, planes } => {
            out.yes.fill(0);
            for &plane in planes {
                let plane = columns.plane(*column, COMMON + plane);
                change(out.yes, plane, |yes, plane| yes | plane);
            }
            close(*column, columns, out);
        }
        Leaf::AllOf { column, planes } => {
            out.yes.fill(u64::MAX);
            for &plane in planes {
                let plane = columns.plane(*column, COMMON + plane);
                change(out.yes, plane, |yes, plane| yes & plane);
            }
            close(*column, columns, out);
        }
        Leaf::Between { column, from, until } => {
            match from {
                Some(plane) => copy(columns.plane(*column, COMMON + plane), out.yes),
                None => out.yes.fill(u64::MAX),
            }
            if let Some(plane) = until {
                let plane = columns.plane(*column, COMMON + plane);
                change(out.yes, plane, |yes, plane| yes & !plane);
            }
            close(*column, columns, out);
        }
        Leaf::Answer { column, plane } => {
            copy(columns.plane(*column, COMMON + plane), out.yes);
            copy(columns.plane(*column, COMMON + plane + 1), out.no);
        }
        Leaf::Mixed(test) => {
            let Some(positions) = columns.positions(domain) else { return };
            let asked = Asked { columns, positions };
            for (word, (yes, no)) in out.yes.iter_mut().zip(&mut *out.no).enumerate() {
                let words = ask(&asked, test, word);
                (*yes, *no) = (words.yes, words.no);
            }
        }
    }
}

/// Keeps what is true where there is a value; what is known and not true is false.
fn close(column: usize, columns: &Columns<'_>, out: &mut Out<'_>) {
    let (valued, absent) = (columns.plane(column, VALUED), columns.plane(column, ABSENT));
    change(out.yes, valued, |yes, valued| yes & valued);
    pair(valued, absent, out.no, |valued, absent| valued | absent);
    change(out.no, out.yes, |known, yes| known & !yes);
}

/// True where some item makes the body true; false where the list is known and every item
/// makes it false.
fn find_some(
    some: &SomeItem,
    domain: usize,
    done: &Done<'_>,
    columns: &Columns<'_>,
    out: &mut Out<'_>,
) {
    let found = columns.positions(some.items).zip(columns.extent(some.list));
    let Some(((items, list), whole)) = found.zip(columns.positions(domain)) else { return };
    out.yes.fill(0);
    out.no.fill(0);
    let (yes, no) = done.get(some.body);
    for (word, (yes, no)) in yes.iter().zip(no).enumerate() {
        let present = list.present().get(items.lead(some.item, word)).copied().unwrap_or_default();
        let to = items.lead(some.whole, word);
        if let Some((true_of, open)) = out.yes.get_mut(to).zip(out.no.get_mut(to)) {
            *true_of |= yes & present;
            *open |= !no & present;
        }
    }
    let row = if domain == 0 { Along::Same } else { Along::Row };
    for (word, open) in out.no.iter_mut().enumerate() {
        let known = list.known().get(whole.lead(row, word)).copied().unwrap_or_default();
        *open = known & !*open;
    }
}
