//! Do two conditions say the same, part for part? Told without a solver, wherever they are written.
//!
//! Two editions give the same open norm or parameter two ids, and with them two conditions that
//! say the same. Where this says no, they may be equal in meaning all the same.

use crate::model::condition::{JudgementId, Node, NodeId, Operand, ParameterId};
use crate::model::law::Law;
use std::collections::BTreeMap;

/// Tells whether conditions say the same, and remembers what it told.
#[derive(Debug)]
pub(super) struct Alike<'a> {
    law: &'a Law,
    known: BTreeMap<[NodeId; 2], bool>,
}

impl<'a> Alike<'a> {
    pub(super) fn of(law: &'a Law) -> Alike<'a> {
        Alike { law, known: BTreeMap::new() }
    }

    /// Whether the conditions of two lists say the same, one by one.
    pub(super) fn all(&mut self, one: &[NodeId], other: &[NodeId]) -> bool {
        one.len() == other.len() && one.iter().zip(other).all(|(&one, &other)| self.two(one, other))
    }

    fn two(&mut self, one: NodeId, other: NodeId) -> bool {
        if one == other {
            return true;
        }
        if let Some(&known) = self.known.get(&[one, other]) {
            return known;
        }
        let law = self.law;
        let told = match (law.graph.get(one), law.graph.get(other)) {
            (Some(one), Some(other)) => self.nodes(one, other),
            _ => false,
        };
        self.known.insert([one, other], told);
        told
    }

    fn nodes(&mut self, one: &Node, other: &Node) -> bool {
        match (one, other) {
            (Node::And(one), Node::And(other)) | (Node::Or(one), Node::Or(other)) => {
                self.in_any_order(one, other)
            }
            (Node::Not(one), Node::Not(other)) => self.two(*one, *other),
            (Node::Rule { node: one, .. }, Node::Rule { node: other, .. }) => {
                self.two(*one, *other)
            }
            (
                Node::Some { binder, list, body },
                Node::Some { binder: other_binder, list: other_list, body: other },
            ) => (binder, list) == (other_binder, other_list) && self.two(*body, *other),
            (Node::Judged(one), Node::Judged(other)) => self.norms(*one, *other),
            (
                Node::Compare { left, comparison, right },
                Node::Compare { left: other_left, comparison: other, right: other_right },
            ) => {
                comparison == other
                    && self.operands(left, other_left)
                    && self.operands(right, other_right)
            }
            (one, other) => one == other,
        }
    }

    /// Parts stand in the order of their ids, which is not that of the text.
    fn in_any_order(&mut self, one: &[NodeId], other: &[NodeId]) -> bool {
        let mut left: Vec<NodeId> = other.to_vec();
        let mut is_there = |part: &NodeId| {
            let at = left.iter().position(|&other| self.two(*part, other));
            at.map(|at| left.swap_remove(at)).is_some()
        };
        one.len() == other.len() && one.iter().all(&mut is_there)
    }

    /// A judgement is stated of a rule by its id, and of a norm by its words.
    fn norms(&self, one: JudgementId, other: JudgementId) -> bool {
        let [one, other] = [one, other].map(|id| {
            let norm = self.law.judgement(id)?;
            Some((&self.law.rule(norm.rule)?.id, &norm.text))
        });
        one.is_some() && one == other
    }

    fn operands(&self, one: &Operand, other: &Operand) -> bool {
        match (one, other) {
            (Operand::Parameter(one, clock), Operand::Parameter(other, other_clock)) => {
                clock == other_clock && self.values(*one, *other)
            }
            (Operand::Plus(one, plus), Operand::Plus(other, other_plus))
            | (Operand::Minus(one, plus), Operand::Minus(other, other_plus)) => {
                self.operands(one, other) && self.operands(plus, other_plus)
            }
            (one, other) => one == other,
        }
    }

    fn values(&self, one: ParameterId, other: ParameterId) -> bool {
        let [one, other] = [one, other].map(|id| self.law.parameters.get(id.0 as usize));
        one.is_some() && one.map(|one| &one.values) == other.map(|other| &other.values)
    }
}
