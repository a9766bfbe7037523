//! What stands around one ruleset: the texts that it rests on, and those that rest on it.

use super::walk::Direction;
use super::{Dependencies, EdgeKind, Node};
use crate::model::ruleset::RulesetId;
use std::collections::BTreeSet;

/// Steps that a picture of one ruleset goes.
const NEAR: usize = 2;

impl Dependencies {
    /// The rules of a ruleset with the rules, rulesets, labels and places near them; nothing of
    /// facts and terms, and not the ties of every rule to the scope that all of them have.
    #[must_use]
    pub fn around(&self, ruleset: RulesetId) -> Dependencies {
        let near = self.without_scopes().narrowed(is_text);
        let about = Node::Ruleset(ruleset);
        let start = self.with_parts(about);
        let mut kept: BTreeSet<Node> = BTreeSet::new();
        for direction in [Direction::Dependents, Direction::Foundations] {
            kept.extend(near.reach(&start, direction, Some(NEAR)).into_keys());
        }
        let part = near.narrowed(|node| kept.contains(&node));
        part.without(EdgeKind::Defines).without_lonely(&[about])
    }
}

/// Whether the node is written law, or what stands in for it.
fn is_text(node: Node) -> bool {
    matches!(node, Node::Ruleset(_) | Node::Rule(_) | Node::Label(..) | Node::Jurisdiction(_))
}
