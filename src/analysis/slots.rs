//! How many items of a list it takes to find every product that makes a difference.
//!
//! A condition that some item makes true needs one item; a condition that every item must meet
//! needs none. So as many items as there are conditions of the first kind are enough: any
//! further item could be left out, and nothing true would become false. Where every item of a list
//! needs an item, it takes so many for each.

use crate::model::condition::{Binder, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::vocabulary::{FactId, Type};
use std::collections::{BTreeMap, BTreeSet};

/// How many items a list is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slots {
    /// Items that there may be.
    pub(super) count: u32,
    /// Whether no product with more of them would behave otherwise.
    pub(super) is_enough: bool,
}

/// The items of every list that the conditions speak of, at most `most` of each, with so many
/// `more` than there are conditions.
pub(super) fn slots(
    law: &Law,
    roots: &[NodeId],
    most: u32,
    more: &BTreeMap<FactId, u32>,
) -> BTreeMap<FactId, Slots> {
    let mut counter = Counter { law, seen: BTreeSet::new(), needs: BTreeMap::new() };
    for &root in roots {
        // A root may be asked to hold, or not to.
        counter.visit(root, true, None);
        counter.visit(root, false, None);
    }
    let slots = |(list, total): (FactId, u32)| {
        let total = total.saturating_add(more.get(&list).copied().unwrap_or_default());
        (list, Slots { count: total.clamp(1, most), is_enough: total <= most })
    };
    totals(&counter.needs, most).into_iter().map(slots).collect()
}

/// The items that all needs of a list come to: those inside other lists for each item of these.
/// What goes round in a circle ends above `most`.
fn totals(needs: &BTreeMap<FactId, Need>, most: u32) -> BTreeMap<FactId, u32> {
    let mut totals: BTreeMap<FactId, u32> = needs.keys().map(|list| (*list, 0)).collect();
    loop {
        let total = |need: &Need| {
            let of = |outer: &FactId| totals.get(outer).copied().unwrap_or_default();
            let nested = need.within.iter().map(|(outer, count)| count.saturating_mul(of(outer)));
            nested.fold(need.alone, u32::saturating_add).min(most.saturating_add(1))
        };
        let next: BTreeMap<FactId, u32> =
            needs.iter().map(|(list, need)| (*list, total(need))).collect();
        if next == totals {
            return totals;
        }
        totals = next;
    }
}

/// Conditions that need an item of a list.
#[derive(Debug, Clone, Default)]
struct Need {
    alone: u32,
    /// For each item of another list, so many.
    within: BTreeMap<FactId, u32>,
}

struct Counter<'a> {
    law: &'a Law,
    seen: BTreeSet<(NodeId, bool, Option<Within>)>,
    needs: BTreeMap<FactId, Need>,
}

/// Inside which condition on the items of a list a condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Within {
    /// One that a single item makes true, which is that item's alone.
    One(NodeId),
    /// One that every item must meet.
    Every(FactId),
}

impl Counter<'_> {
    fn visit(&mut self, id: NodeId, wanted: bool, within: Option<Within>) {
        if !self.seen.insert((id, wanted, within)) {
            return;
        }
        match self.law.graph.get(id) {
            Some(Node::Not(part)) => self.visit(*part, !wanted, within),
            Some(Node::Some { binder, list, body }) => {
                let need = self.needs.entry(*list).or_default();
                match (wanted, within) {
                    (false, _) => {}
                    (true, None | Some(Within::One(_))) => need.alone += 1,
                    (true, Some(Within::Every(outer))) => {
                        *need.within.entry(outer).or_default() += 1;
                    }
                }
                let inside = match binder {
                    Binder::Rule if wanted => Some(Within::One(id)),
                    Binder::Rule => Some(Within::Every(*list)),
                    Binder::Quantifier => within,
                };
                self.visit(*body, wanted, inside);
            }
            Some(Node::Empty(Operand::Fact(fact)) | Node::Present(Operand::Fact(fact)))
                if self.is_list(*fact) =>
            {
                self.needs.entry(*fact).or_default().alone += 1;
            }
            Some(node) => node.parts().iter().for_each(|&part| self.visit(part, wanted, within)),
            None => {}
        }
    }

    fn is_list(&self, fact: FactId) -> bool {
        self.law.vocabulary.fact(fact).is_some_and(|fact| fact.kind == Type::List)
    }
}
