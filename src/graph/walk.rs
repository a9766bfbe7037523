//! Walks the graph: what something rests on, and what rests on it.

use super::Dependencies;
use super::node::{Edge, EdgeKind, Node, Rests};
use super::overview::ruleset_of;
use crate::model::law::Law;
use crate::model::ruleset::RulesetId;
use indexmap::{IndexMap, IndexSet};
use petgraph::graph::{EdgeReference, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::VecDeque;

/// Which way to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To what a node rests on.
    Foundations,
    /// To what rests on a node.
    Dependents,
}

impl Dependencies {
    /// What a node rests on, or what rests on it, with the edge that says so; in the order of
    /// the texts.
    #[must_use]
    pub fn next(&self, node: Node, direction: Direction) -> Vec<(Node, &Edge)> {
        let Some(&place) = self.places.get(&node) else { return Vec::new() };
        let mut found: Vec<_> = self.edges_at(place).collect();
        found.sort_by_key(|edge| edge.id());
        found.dedup_by_key(|edge| edge.id());
        found.into_iter().filter_map(|edge| self.step(edge, place, direction)).collect()
    }

    fn edges_at(&self, place: NodeIndex) -> impl Iterator<Item = EdgeReference<'_, Edge>> {
        let outgoing = self.graph.edges_directed(place, petgraph::Direction::Outgoing);
        outgoing.chain(self.graph.edges_directed(place, petgraph::Direction::Incoming))
    }

    /// The other end of an edge, if it lies that way.
    fn step<'g>(
        &'g self,
        edge: EdgeReference<'g, Edge>,
        from: NodeIndex,
        direction: Direction,
    ) -> Option<(Node, &'g Edge)> {
        let (dependent, foundation) = match edge.weight().kind.rests() {
            Rests::TailOnHead => (edge.source(), edge.target()),
            Rests::HeadOnTail => (edge.target(), edge.source()),
            Rests::Neither => return None,
        };
        let (near, far) = match direction {
            Direction::Foundations => (dependent, foundation),
            Direction::Dependents => (foundation, dependent),
        };
        let far = self.graph.node_weight(far)?;
        (near == from).then_some((*far, edge.weight()))
    }

    /// What is reached from some nodes, they among it, each with the fewest steps that it takes.
    ///
    /// What a ruleset names at its head (other rulesets, territories) says little of its single
    /// rules: a walk goes along it from its start only, and no further.
    #[must_use]
    pub fn reach(
        &self,
        from: &[Node],
        direction: Direction,
        depth: Option<usize>,
    ) -> IndexMap<Node, usize> {
        let mut reached: IndexMap<Node, usize> = from.iter().map(|&node| (node, 0)).collect();
        let mut open: VecDeque<Node> = from.iter().copied().collect();
        while let Some(node) = open.pop_front() {
            let steps = reached.get(&node).copied().unwrap_or_default();
            if depth.is_some_and(|depth| steps >= depth) {
                continue;
            }
            for (far, edge) in self.next(node, direction) {
                let at_head = node.is_whole() && far.is_whole() && edge.between.is_none();
                if reached.contains_key(&far) || (at_head && steps > 0) {
                    continue;
                }
                reached.insert(far, steps + 1);
                if !at_head {
                    open.push_back(far);
                }
            }
        }
        reached
    }

    /// A node and what it is asked about together with: a list and the fields of its items, a
    /// ruleset and its rules.
    #[must_use]
    pub fn with_parts(&self, node: Node) -> Vec<Node> {
        let is_part = |part: &Node| matches!(part, Node::Field(_) | Node::Rule(_));
        let parts = self.edges().filter_map(|(from, to, edge)| {
            (from == node && edge.kind == EdgeKind::Defines).then_some(to)
        });
        std::iter::once(node).chain(parts.filter(is_part)).collect()
    }

    /// The part that some rulesets make up, with all that they rest on.
    #[must_use]
    pub fn within(&self, law: &Law, rulesets: &[RulesetId]) -> Dependencies {
        let own = |node: &Node| ruleset_of(law, *node).is_some_and(|id| rulesets.contains(&id));
        let own: Vec<Node> = self.nodes().filter(own).collect();
        let mut kept: IndexSet<Node> =
            self.reach(&own, Direction::Foundations, None).into_keys().collect();
        // A rule that is rested on is shown as one of its ruleset.
        let around: Vec<Node> =
            kept.iter().filter_map(|&node| ruleset_of(law, node).map(Node::Ruleset)).collect();
        kept.extend(around);
        self.narrowed(|node| kept.contains(&node))
    }
}
