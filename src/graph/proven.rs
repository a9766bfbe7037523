//! Takes in edges of meaning from those who proved them.

use super::Dependencies;
use super::node::{Edge, EdgeKind, Ground, Node};
use std::collections::BTreeSet;

/// A relation that holds between the meanings of two rules or rulesets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// No product meets both.
    ConflictsWith,
    /// Whatever meets the one meets the other, and not the other way round.
    StricterThan,
    /// Whatever meets the one meets the other, either way.
    EqualTo,
    /// Each asks for something that the other does not.
    Overlaps,
}

/// An edge of meaning with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvenEdge {
    /// One rule or ruleset; of `stricter-than` the stricter.
    pub from: Node,
    /// The other.
    pub to: Node,
    /// What was proved.
    pub relation: Relation,
    /// What was proved, in words.
    pub said: String,
    /// The product that shows it, as a manifest, where one does.
    pub product: Option<String>,
}

impl From<Relation> for EdgeKind {
    fn from(relation: Relation) -> EdgeKind {
        match relation {
            Relation::ConflictsWith => EdgeKind::ConflictsWith,
            Relation::StricterThan => EdgeKind::StricterThan,
            Relation::EqualTo => EdgeKind::EqualTo,
            Relation::Overlaps => EdgeKind::Overlaps,
        }
    }
}

impl Dependencies {
    /// Adds what was proved. An edge between things that the graph does not have is left out.
    pub fn add_proven(&mut self, edges: &[ProvenEdge]) {
        for edge in edges {
            if self.contains(edge.from) && self.contains(edge.to) {
                let (said, product) = (edge.said.clone(), edge.product.clone());
                let ground = Ground::Proof { said, product };
                self.add_edge(edge.from, edge.to, Edge::new(edge.relation.into(), ground));
            }
        }
    }

    /// The edges of meaning at a node, each with its other end and whether it leads there.
    #[must_use]
    pub fn proven_at(&self, node: Node) -> Vec<(Node, &Edge, bool)> {
        let proven = self.edges().filter(|(.., edge)| matches!(edge.ground, Ground::Proof { .. }));
        let at = proven.filter_map(|(from, to, edge)| match (from == node, to == node) {
            (true, _) => Some((to, edge, true)),
            (_, true) => Some((from, edge, false)),
            _ => None,
        });
        at.collect()
    }

    /// What edges of meaning lead to from some nodes, whichever way they point, in that many
    /// steps; those nodes among it.
    #[must_use]
    pub fn proven_around(&self, start: &[Node], steps: usize) -> BTreeSet<Node> {
        let mut reached: BTreeSet<Node> = start.iter().copied().collect();
        let mut edge: Vec<Node> = start.to_vec();
        for _ in 0..steps {
            let next = edge.iter().flat_map(|&node| self.proven_at(node));
            let next: BTreeSet<Node> = next.map(|(far, ..)| far).collect();
            edge = next.into_iter().filter(|&node| reached.insert(node)).collect();
        }
        reached
    }
}
