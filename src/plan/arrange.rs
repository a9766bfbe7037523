//! Puts steps of one kind next to each other, as far as what they are made of allows.
//!
//! A processor guesses what comes next. In the order of the conditions it guesses wrong at nearly
//! every step, which takes longer than the work of a step for few products.

use super::leaf::Leaf;
use super::order::{Part, Plan, Step, Work};

/// What decides the place of a step: which rules need it, how far it is from what is read, and
/// what is done.
type Rank = (usize, u32, u8, u32, u32);

impl Plan {
    /// Arranges the steps anew; what refers to them follows.
    pub(super) fn arrange(&mut self) {
        let owners = self.owners();
        let ranks = self.ranks(&owners);
        let mut order: Vec<usize> = (0..self.steps.len()).collect();
        let rank = |step: &usize| ranks.get(*step).copied().unwrap_or_default();
        // Sorting keeps the order of equals, so that the same text gives the same plan.
        order.sort_by_key(rank);
        let mut moved = vec![0; order.len()];
        for (to, &from) in order.iter().enumerate() {
            if let Some(place) = moved.get_mut(from) {
                *place = to;
            }
        }
        let follow = |part: &mut Part| *part = part.moved(&moved);
        self.steps = order.iter().filter_map(|&from| self.steps.get(from).copied()).collect();
        for step in &mut self.steps {
            if let Work::Spread { of, .. } = &mut step.work {
                follow(of);
            }
        }
        self.pools.each_part(follow);
        self.places.iter_mut().for_each(|(_, place)| follow(&mut place.part));
        self.meanings.iter_mut().for_each(|rule| rule.truths.iter_mut().for_each(follow));
        let ranks: Vec<Rank> = order.iter().map(rank).collect();
        self.speaks_of = self.steps.iter().map(|step| step.domain).collect();
        self.sections = self.sections(ranks.iter().map(|rank| rank.0));
        self.by_kind = by_kind(&ranks);
    }

    /// The rank of every step. Parts come before what they are parts of: they have the same owner,
    /// or are everybody's, and what is everybody's comes first.
    fn ranks(&self, owners: &[usize]) -> Vec<Rank> {
        let mut ranks: Vec<Rank> = Vec::with_capacity(self.steps.len());
        for (step, &owner) in self.steps.iter().zip(owners) {
            let level = |part: Part| ranks.get(part.step()).map_or(0, |rank| rank.1 + 1);
            let parts = self.pools.parts_of(step.work);
            let level = parts.into_iter().map(level).max().unwrap_or_default();
            let (kind, size) = kind(step);
            ranks.push((owner, level, kind, step.domain, size));
        }
        ranks
    }
}

/// The steps of those ranks in an order that does not ask which rules need them.
fn by_kind(ranks: &[Rank]) -> Vec<u32> {
    let kind =
        |(step, &(_, level, kind, domain, size)): (u32, &Rank)| ((level, kind, domain, size), step);
    let mut by_kind: Vec<_> = (0..).zip(ranks).map(kind).collect();
    by_kind.sort_unstable();
    by_kind.into_iter().map(|(_, step)| step).collect()
}

/// What is done, and with how many.
fn kind(step: &Step) -> (u8, u32) {
    match step.work {
        Work::Constant(_) => (0, 0),
        Work::Test(leaf) => kind_of_leaf(leaf),
        Work::Spread { .. } => (20, 0),
        Work::And(parts) => (21, parts.len),
        Work::Or(parts) => (22, parts.len),
        Work::Some(_) => (23, 0),
    }
}

fn kind_of_leaf(leaf: Leaf) -> (u8, u32) {
    match leaf {
        Leaf::Present { .. } => (1, 0),
        Leaf::Known { .. } => (2, 0),
        Leaf::AnyOf { planes, .. } => (3, planes.len),
        Leaf::AllOf { planes, .. } => (4, planes.len),
        Leaf::Before { .. } => (5, 0),
        Leaf::Within { .. } => (6, 0),
        Leaf::Answer { .. } => (7, 0),
        Leaf::Mixed(_) => (8, 0),
    }
}
