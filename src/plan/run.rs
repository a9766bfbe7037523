//! Computes every node of a plan for a block of rows.

use super::column::{bit, pack_bits, word_count};
use super::columns::Columns;
use super::domain::{Along, Domain, Positions};
use super::order::{Plan, Work};
use super::test::answer;
use super::truth::{Truth, Words, live_bits};
use crate::model::condition::NodeId;

/// What every node of a plan is, for the rows of a block.
#[derive(Debug, Clone, Default)]
pub struct Truths {
    steps: Vec<Vec<Words>>,
}

impl Truths {
    /// Computes all nodes for the rows in the columns, in place of those before.
    pub fn compute(&mut self, plan: &Plan, columns: &Columns<'_>) {
        self.steps.resize_with(plan.steps.len(), Vec::new);
        for (index, step) in plan.steps.iter().enumerate() {
            let Some((done, rest)) = self.steps.split_at_mut_checked(index) else { return };
            let Some(out) = rest.first_mut() else { return };
            let Some(positions) = columns.positions(step.domain) else { return };
            out.clear();
            run_step(&step.work, &Done(done), columns, positions, out);
        }
    }

    /// The truth of a node about the product, 64 rows a word. Bits past the last row mean
    /// nothing. `None` for a node that is not planned or speaks of an item.
    #[must_use]
    pub fn of(&self, plan: &Plan, node: NodeId) -> Option<&[Words]> {
        let place = plan.place(node).filter(|place| place.domain == Domain::ROW)?;
        self.steps.get(place.step).map(Vec::as_slice)
    }

    /// The truth of a node about the product of one row; unknown where [`Truths::of`] is `None`.
    #[must_use]
    pub fn get(&self, plan: &Plan, node: NodeId, row: usize) -> Truth {
        let word = self.of(plan, node).and_then(|words| words.get(row / Words::WIDTH));
        word.map_or(Truth::Unknown, |word| word.get(row % Words::WIDTH))
    }
}

/// The steps before the one at work.
struct Done<'s>(&'s [Vec<Words>]);

impl Done<'_> {
    fn get(&self, step: usize) -> &[Words] {
        self.0.get(step).map_or(&[], Vec::as_slice)
    }
}

fn run_step(
    work: &Work,
    done: &Done<'_>,
    columns: &Columns<'_>,
    positions: &Positions,
    out: &mut Vec<Words>,
) {
    match work {
        Work::Constant(truth) => out.resize(word_count(positions.len()), Words::splat(*truth)),
        Work::And(parts) => run_connective(parts, done, Words::and, out),
        Work::Or(parts) => run_connective(parts, done, Words::or, out),
        Work::Not(part) => out.extend(done.get(*part).iter().map(|word| !*word)),
        Work::Test(test) => answer(test, columns, positions, out),
        Work::Spread { of, along } => spread(done.get(*of), positions.along(*along), out),
        Work::Some { body, items, list, along } => {
            let Some(items) = columns.positions(*items) else { return };
            let known = columns.list_known(*list);
            out.resize(word_count(positions.len()), Words::UNKNOWN);
            find_some(done.get(*body), items.along(*along), out);
            close_known(known, positions.along(Along::Row), positions.len(), out);
        }
    }
}

fn run_connective(
    parts: &[usize],
    done: &Done<'_>,
    connect: impl Fn(Words, Words) -> Words,
    out: &mut Vec<Words>,
) {
    let Some((first, rest)) = parts.split_first() else { return };
    out.extend_from_slice(done.get(*first));
    for part in rest {
        for (word, other) in out.iter_mut().zip(done.get(*part)) {
            *word = connect(*word, *other);
        }
    }
}

/// Repeats truths: position *i* gets the truth at `from[i]`.
fn spread(truths: &[Words], from: &[u32], out: &mut Vec<Words>) {
    out.extend(from.chunks(Words::WIDTH).map(|chunk| {
        let mut word = Words::UNKNOWN;
        for (place, &from) in chunk.iter().enumerate() {
            let (from, bit) = (from as usize / Words::WIDTH, from as usize % Words::WIDTH);
            let truth = truths.get(from).copied().unwrap_or_default();
            word.yes |= ((truth.yes >> bit) & 1) << place;
            word.no |= ((truth.no >> bit) & 1) << place;
        }
        word
    }));
}

/// Marks in `yes` where some item is true, and in `no` (for now) where some item is not false.
fn find_some(items: &[Words], to: &[u32], out: &mut [Words]) {
    for (index, word) in items.iter().enumerate() {
        let live = live_bits(to.len(), index);
        let place = |bit: u32| to.get(index * Words::WIDTH + bit as usize).map(|&to| to as usize);
        for bit in ones(!word.no & live) {
            if let Some(to) = place(bit)
                && let Some(whole) = out.get_mut(to / Words::WIDTH)
            {
                whole.no |= 1 << (to % Words::WIDTH);
                whole.yes |= ((word.yes >> bit) & 1) << (to % Words::WIDTH);
            }
        }
    }
}

/// Turns "some item is not false" into "false": every item is, and the list is known.
fn close_known(known: &[u64], rows: &[u32], len: usize, out: &mut [Words]) {
    for (index, word) in out.iter_mut().enumerate() {
        let known = if rows.is_empty() {
            known.get(index).copied().unwrap_or_default()
        } else {
            known_rows(known, rows, index)
        };
        word.no = known & !word.no & live_bits(len, index);
    }
}

/// Whether the list is known, for the items of one word.
fn known_rows(known: &[u64], rows: &[u32], index: usize) -> u64 {
    let rows = rows.iter().skip(index * Words::WIDTH);
    pack_bits(rows.map(|&row| bit(known, row as usize)))
}

/// The positions of the bits that are set.
fn ones(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros())?;
        word &= word - 1;
        Some(bit)
    })
}
