//! Circles, the order in which texts can be read, and edges that longer ways make needless.

use super::Dependencies;
use super::node::{Node, Rests};
use super::overview::ruleset_of;
use crate::model::law::Law;
use petgraph::algo::tred::{dag_to_toposorted_adjacency_list, dag_transitive_reduction_closure};
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::DfsPostOrder;
use std::collections::BTreeSet;

impl Dependencies {
    /// Strongly connected parts of more than one node: things that rest on each other. What is
    /// loaded has none among conditions; rulesets can name each other, and claims can too.
    #[must_use]
    pub fn circles(&self) -> Vec<Vec<Node>> {
        let graph = self.oriented(&[]);
        let mut circles: Vec<Vec<Node>> = kosaraju_scc(&graph)
            .into_iter()
            .filter(|part| part.len() > 1)
            .map(|part| {
                let nodes: BTreeSet<usize> = part.iter().map(|node| node.index()).collect();
                nodes.into_iter().filter_map(|at| self.node_at(at)).collect()
            })
            .collect();
        circles
            .sort_by_key(|circle| circle.first().and_then(|node| self.places.get_index_of(node)));
        circles
    }

    /// Edges from what rests to what it rests on, with some more.
    fn oriented(&self, more: &[(Node, Node)]) -> DiGraph<(), ()> {
        let mut graph = DiGraph::new();
        for _ in self.nodes() {
            graph.add_node(());
        }
        let ends = self.edges().filter_map(|(from, to, edge)| match edge.kind.rests() {
            Rests::TailOnHead => Some((from, to)),
            Rests::HeadOnTail => Some((to, from)),
            Rests::Neither => None,
        });
        for (from, to) in ends.chain(more.iter().copied()) {
            if let (Some(&from), Some(&to)) = (self.places.get(&from), self.places.get(&to)) {
                graph.update_edge(from, to, ());
            }
        }
        graph
    }

    fn node_at(&self, index: usize) -> Option<Node> {
        self.places.get_index(index).map(|(node, _)| *node)
    }
}

/// Rulesets and rules in an order in which each comes after what it rests on, a rule after the
/// head of its ruleset; otherwise in the order of the texts. Within a circle any order is as good.
#[must_use]
pub fn reading_order(law: &Law, graph: &Dependencies) -> Vec<Node> {
    let heads = graph.nodes().filter(|node| matches!(node, Node::Rule(_)));
    let heads: Vec<(Node, Node)> =
        heads.filter_map(|rule| Some((rule, Node::Ruleset(ruleset_of(law, rule)?)))).collect();
    let oriented = graph.oriented(&heads);
    let mut walk = DfsPostOrder::empty(&oriented);
    let mut order = Vec::new();
    for start in starts(law, graph) {
        walk.move_to(start);
        while let Some(place) = walk.next(&oriented) {
            order.extend(graph.node_at(place.index()));
        }
    }
    order.retain(|node| matches!(node, Node::Ruleset(_) | Node::Rule(_)));
    order
}

/// Every ruleset, and after it its rules.
fn starts(law: &Law, graph: &Dependencies) -> Vec<NodeIndex> {
    let of = |node: &Node| graph.places.get(node).copied();
    let mut starts = Vec::new();
    for (id, _) in law.iter_rulesets() {
        starts.extend(of(&Node::Ruleset(id)));
        starts.extend(law.rules_of(id).filter_map(|(rule, _)| of(&Node::Rule(rule))));
    }
    starts
}

/// A larger graph is not reduced: nobody sees it as a picture, and reducing takes the square of it.
const LARGEST: usize = 6_000;

/// Pairs of nodes whose connection follows from a longer way between them, by transitive
/// reduction. Nothing follows where there is a circle.
#[must_use]
pub fn implied_pairs(graph: &Dependencies) -> BTreeSet<(Node, Node)> {
    if graph.places.len() > LARGEST {
        return BTreeSet::new();
    }
    let mut simple: DiGraph<(), ()> = DiGraph::new();
    for _ in graph.nodes() {
        simple.add_node(());
    }
    // That the scope of a ruleset reads a fact does not tell that its rule reads it too.
    let is_scope = |from, to| matches!((from, to), (Node::Rule(_), Node::Ruleset(_)));
    let ways = graph.edges().filter(|(.., edge)| edge.kind.is_transitive());
    let ways = ways.filter(|&(from, to, _)| !is_scope(from, to));
    let ways: Vec<(Node, Node)> = ways.map(|(from, to, _)| (from, to)).collect();
    for (from, to) in &ways {
        if let (Some(&from), Some(&to)) = (graph.places.get(from), graph.places.get(to)) {
            simple.update_edge(from, to, ());
        }
    }
    let Ok(order) = toposort(&simple, None) else { return BTreeSet::new() };
    let (list, place) = dag_to_toposorted_adjacency_list::<_, u32>(&simple, &order);
    let (reduced, _) = dag_transitive_reduction_closure(&list);
    let place_of =
        |node: &Node| graph.places.get(node).and_then(|at| place.get(at.index())).copied();
    let implied = |(from, to): &(Node, Node)| match (place_of(from), place_of(to)) {
        (Some(from), Some(to)) => reduced.find_edge(from, to).is_none(),
        _ => false,
    };
    ways.into_iter().filter(implied).collect()
}
