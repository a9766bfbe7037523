//! How many items of a list it takes to find every product that makes a difference.
//!
//! A condition that some item makes true needs one item; a condition that every item must meet
//! needs none. So as many items as there are conditions of the first kind are enough: any
//! further item could be left out, and nothing true would become false.

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

/// The items of every list that the conditions speak of, at most `most` of each.
pub(super) fn slots(law: &Law, roots: &[NodeId], most: u32) -> BTreeMap<FactId, Slots> {
    let mut counter = Counter { law, seen: BTreeSet::new(), needs: BTreeMap::new() };
    for &root in roots {
        // A root may be asked to hold, or not to.
        counter.visit(root, true, None);
        counter.visit(root, false, None);
    }
    let needs = counter.needs;
    let flat = |list: &FactId| needs.get(list).map_or(0, |need| need.alone);
    let total = |need: &Need| {
        let nested = need.within.iter().map(|(outer, count)| count.saturating_mul(flat(outer)));
        nested.fold(need.alone, u32::saturating_add)
    };
    let slots = |(list, need): (&FactId, &Need)| {
        let (total, within_itself) = (total(need), need.within.contains_key(list));
        let is_enough = total <= most && !within_itself;
        (*list, Slots { count: total.clamp(1, most), is_enough })
    };
    needs.iter().map(slots).collect()
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
    seen: BTreeSet<(NodeId, bool, Option<FactId>)>,
    needs: BTreeMap<FactId, Need>,
}

impl Counter<'_> {
    fn visit(&mut self, id: NodeId, wanted: bool, within: Option<FactId>) {
        if !self.seen.insert((id, wanted, within)) {
            return;
        }
        match self.law.graph.get(id) {
            Some(Node::Not(part)) => self.visit(*part, !wanted, within),
            Some(Node::Some { binder, list, body }) => {
                let need = self.needs.entry(*list).or_default();
                match (wanted, within) {
                    (false, _) => {}
                    (true, None) => need.alone += 1,
                    (true, Some(outer)) => *need.within.entry(outer).or_default() += 1,
                }
                let inside = if *binder == Binder::Rule { Some(*list) } else { within };
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
