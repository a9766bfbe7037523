//! How long it takes to walk conditions one by one, as far as bounds need to know.
//!
//! Conditions share their parts, so a short text can unfold into more steps than any machine takes;
//! and every item of a list is looked at. Readers of texts refuse both before anything is walked.

use super::condition::{Graph, Node, NodeId};
use super::manifest::{Stated, Statement};
use super::vocabulary::FactId;
use std::collections::BTreeMap;

/// What a walk over a condition takes that keeps nothing of what it has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Effort {
    /// Conditions inside one another.
    pub depth: u32,
    /// Conditions, each as often as it is walked.
    pub steps: u64,
}

/// What is known of the efforts of a graph that still grows.
#[derive(Debug, Clone, Default)]
pub struct Efforts(Vec<Effort>);

impl Efforts {
    /// Takes in the nodes that are new, where a list has so many items.
    pub fn extend(&mut self, graph: &Graph, items: impl Fn(FactId) -> u64) {
        while let Some(node) = self.next(graph) {
            let mut effort = Effort::default();
            for &part in node.parts() {
                // INVARIANT: parts have smaller ids, so they are known.
                let part = self.of(part);
                effort.depth = effort.depth.max(part.depth);
                effort.steps = effort.steps.saturating_add(part.steps);
            }
            if let Node::Some { list, .. } = node {
                effort.steps = effort.steps.saturating_mul(items(*list));
            }
            let Effort { depth, steps } = effort;
            self.0.push(Effort { depth: depth + 1, steps: steps.saturating_add(1) });
        }
    }

    fn next<'g>(&self, graph: &'g Graph) -> Option<&'g Node> {
        u32::try_from(self.0.len()).ok().and_then(|next| graph.get(NodeId(next)))
    }

    /// The effort of one condition.
    #[must_use]
    pub fn of(&self, node: NodeId) -> Effort {
        self.0.get(node.0 as usize).copied().unwrap_or_default()
    }

    /// The effort of some conditions, one after the other.
    #[must_use]
    pub fn of_all(&self, nodes: impl IntoIterator<Item = NodeId>) -> Effort {
        nodes.into_iter().map(|node| self.of(node)).fold(Effort::default(), |all, one| Effort {
            depth: all.depth.max(one.depth),
            steps: all.steps.saturating_add(one.steps),
        })
    }
}

/// The steps that conditions take because lists have more than one item. `plain` knows what they
/// take where each has one.
#[must_use]
pub fn steps_on_items(
    graph: &Graph,
    plain: &Efforts,
    nodes: impl IntoIterator<Item = NodeId> + Clone,
    facts: &BTreeMap<FactId, Statement>,
) -> u64 {
    let items = |list: FactId| match facts.get(&list).map(|statement| &statement.value) {
        Some(Stated::Items(items)) => (items.len() as u64).max(1),
        _ => 1,
    };
    let mut all = Efforts::default();
    all.extend(graph, items);
    all.of_all(nodes.clone()).steps.saturating_sub(plain.of_all(nodes).steps)
}
