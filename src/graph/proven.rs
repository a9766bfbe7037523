//! Takes in edges of meaning from those who proved them.

use super::Dependencies;
use super::node::{Edge, EdgeKind, Ground, Node};

/// A relation that holds between the meanings of two rules or rulesets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// No product meets both.
    ConflictsWith,
    /// Whatever meets the one meets the other, and not the other way round.
    StricterThan,
    /// Some products are bound by both.
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
    /// The clauses or the product that show it.
    pub ground: String,
}

impl From<Relation> for EdgeKind {
    fn from(relation: Relation) -> EdgeKind {
        match relation {
            Relation::ConflictsWith => EdgeKind::ConflictsWith,
            Relation::StricterThan => EdgeKind::StricterThan,
            Relation::Overlaps => EdgeKind::Overlaps,
        }
    }
}

impl Dependencies {
    /// Adds what was proved. An edge between things that the graph does not have is left out.
    pub fn add_proven(&mut self, edges: &[ProvenEdge]) {
        for edge in edges {
            if self.contains(edge.from) && self.contains(edge.to) {
                let ground = Ground::Proof(edge.ground.clone());
                self.add_edge(edge.from, edge.to, Edge::new(edge.relation.into(), ground));
            }
        }
    }
}
