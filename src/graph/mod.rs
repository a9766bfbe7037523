//! What rests on what: rulesets, rules, terms, facts and more as a graph whose edges have grounds.
//!
//! An edge says why it is there: the clause with its citation and place, or the witness of a
//! proof. Edges of meaning (conflicts, strictness, overlap) come from proofs alone, never from
//! words that two texts share.
//!
//! ```
//! use comity::graph::{Dependencies, Direction, Node};
//!
//! let library = comity::Library::shipped().map_err(|faults| faults.len()).unwrap();
//! let graph = Dependencies::of(library.law());
//! let (fact, _) = library.law().vocabulary.find("support.min_length").unwrap();
//! let readers = graph.reach(&[Node::Fact(fact)], Direction::Dependents, None);
//! let (rule, _) = library.law().find_rule("eu.cra.art13.8").unwrap();
//! assert!(readers.contains_key(&Node::Rule(rule)));
//! ```

mod around;
mod build;
mod find;
mod node;
mod order;
mod overview;
mod proven;
mod walk;

pub use find::find;
pub use node::{Edge, EdgeKind, Ground, Node, Rests};
pub use order::{implied_pairs, reading_order};
pub use proven::{ProvenEdge, Relation};
pub use walk::Direction;

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

/// The graph. Nodes and edges have a fixed order, that of the texts.
#[derive(Debug, Clone, Default)]
pub struct Dependencies {
    graph: DiGraph<Node, Edge>,
    places: IndexMap<Node, NodeIndex>,
}

impl Dependencies {
    /// Whether it has that node.
    #[must_use]
    pub fn contains(&self, node: Node) -> bool {
        self.places.contains_key(&node)
    }

    /// All nodes, in the order of the texts.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        self.places.keys().copied()
    }

    /// All edges with their ends, in the order of the texts.
    pub fn edges(&self) -> impl Iterator<Item = (Node, Node, &Edge)> {
        self.graph.edge_references().filter_map(|edge| {
            let from = self.graph.node_weight(edge.source())?;
            let to = self.graph.node_weight(edge.target())?;
            Some((*from, *to, edge.weight()))
        })
    }

    /// The part that lies between those nodes.
    #[must_use]
    pub fn narrowed(&self, keep: impl Fn(Node) -> bool) -> Dependencies {
        let mut part = Dependencies::default();
        for node in self.nodes().filter(|&node| keep(node)) {
            part.add_node(node);
        }
        for (from, to, edge) in self.edges() {
            if part.contains(from) && part.contains(to) {
                part.add_edge(from, to, edge.clone());
            }
        }
        part
    }

    /// The same without the ties of rules to the scope of their rulesets, which tie every rule to
    /// every other.
    #[must_use]
    pub fn without_scopes(&self) -> Dependencies {
        let mut part = self.clone();
        part.graph.retain_edges(|graph, edge| {
            let ends = graph.edge_endpoints(edge);
            let ends = ends.map(|(from, to)| (graph.node_weight(from), graph.node_weight(to)));
            !matches!(ends, Some((Some(Node::Rule(_)), Some(Node::Ruleset(_)))))
        });
        part
    }

    /// The same without edges of that kind.
    #[must_use]
    pub fn without(&self, kind: EdgeKind) -> Dependencies {
        let mut part = self.clone();
        part.graph.retain_edges(|graph, edge| {
            graph.edge_weight(edge).is_none_or(|edge| edge.kind != kind)
        });
        part
    }

    /// The same without nodes that no edge touches, those given aside.
    #[must_use]
    pub fn without_lonely(&self, keep: &[Node]) -> Dependencies {
        let tied: BTreeSet<Node> = self.edges().flat_map(|(from, to, _)| [from, to]).collect();
        self.narrowed(|node| tied.contains(&node) || keep.contains(&node))
    }

    fn add_node(&mut self, node: Node) -> NodeIndex {
        let graph = &mut self.graph;
        *self.places.entry(node).or_insert_with(|| graph.add_node(node))
    }

    /// Adds an edge, once.
    fn add_edge(&mut self, from: Node, to: Node, edge: Edge) {
        let (from, to) = (self.add_node(from), self.add_node(to));
        if !self.graph.edges_connecting(from, to).any(|known| known.weight() == &edge) {
            self.graph.add_edge(from, to, edge);
        }
    }
}
