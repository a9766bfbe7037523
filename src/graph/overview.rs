//! The graph with all parts of a ruleset drawn together into one node.

use super::Dependencies;
use super::node::{Edge, EdgeKind, Node};
use crate::model::law::Law;
use crate::model::ruleset::RulesetId;

impl Dependencies {
    /// Rulesets, jurisdictions and labels, with an edge for each edge between their parts.
    #[must_use]
    pub fn by_ruleset(&self, law: &Law) -> Dependencies {
        let mut whole = Dependencies::default();
        for node in self.nodes().filter(|node| node.is_whole() || matches!(node, Node::Label(..))) {
            whole.add_node(node);
        }
        for (from, to, edge) in self.edges().filter(|(.., edge)| edge.kind != EdgeKind::Defines) {
            let ends = (whole_of(law, from), whole_of(law, to));
            let (Some(one), Some(other)) = ends else { continue };
            // A term that names a label does nothing with it; the rules that use the term do.
            let repeats = matches!((from, other), (Node::Term(_), Node::Label(..)));
            if one != other && !repeats {
                let between = (one != from || other != to).then_some((from, to));
                whole.add_edge(one, other, Edge { between, ..edge.clone() });
            }
        }
        whole
    }
}

/// The ruleset of a rule, term or parameter; a jurisdiction or label itself; nothing for a fact.
fn whole_of(law: &Law, node: Node) -> Option<Node> {
    match node {
        Node::Ruleset(_) | Node::Jurisdiction(_) | Node::Label(..) => Some(node),
        _ => ruleset_of(law, node).map(Node::Ruleset),
    }
}

/// The ruleset in which a node is written.
#[must_use]
pub(super) fn ruleset_of(law: &Law, node: Node) -> Option<RulesetId> {
    match node {
        Node::Ruleset(id) => Some(id),
        Node::Rule(id) => law.rule(id).map(|rule| rule.ruleset),
        Node::Term(id) => law.term(id).map(|term| term.ruleset),
        Node::Parameter(id) => law.parameter(id).map(|parameter| parameter.ruleset),
        Node::Fact(_) | Node::Field(_) | Node::Label(..) | Node::Jurisdiction(_) => None,
    }
}
