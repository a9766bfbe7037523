//! What a condition speaks of: the product, an item of a list, or a pair of items.

use crate::model::condition::{Binder, Node, Operand};
use crate::model::vocabulary::FactId;

/// What a condition is computed for: once per product, or once per item (or pair of items)
/// of the lists whose items it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Domain {
    /// The list of the rule's `for every`, if its item is spoken of.
    pub rule: Option<FactId>,
    /// The list of a quantifier, if its item is spoken of.
    pub quantifier: Option<FactId>,
}

impl Domain {
    /// The product as a whole.
    pub const ROW: Domain = Domain { rule: None, quantifier: None };

    /// What an operand speaks of.
    #[must_use]
    pub fn of_operand(operand: &Operand) -> Domain {
        match operand {
            Operand::Field(binder, field) => Domain::ROW.with(*binder, field.list),
            Operand::Plus(left, right) | Operand::Minus(left, right) => {
                Domain::of_operand(left).join(Domain::of_operand(right))
            }
            _ => Domain::ROW,
        }
    }

    /// What a condition without parts speaks of.
    #[must_use]
    pub fn of_test(node: &Node) -> Domain {
        match node {
            Node::Holds(operand)
            | Node::In { operand, .. }
            | Node::Includes { operand, .. }
            | Node::Empty(operand)
            | Node::Present(operand) => Domain::of_operand(operand),
            Node::Compare { left, right, .. } => {
                Domain::of_operand(left).join(Domain::of_operand(right))
            }
            _ => Domain::ROW,
        }
    }

    /// Also of the item under the binder.
    #[must_use]
    pub fn with(self, binder: Binder, list: FactId) -> Domain {
        match binder {
            Binder::Rule => Domain { rule: Some(list), ..self },
            Binder::Quantifier => Domain { quantifier: Some(list), ..self },
        }
    }

    /// No longer of the item under the binder.
    #[must_use]
    pub fn without(self, binder: Binder) -> Domain {
        match binder {
            Binder::Rule => Domain { rule: None, ..self },
            Binder::Quantifier => Domain { quantifier: None, ..self },
        }
    }

    /// Of everything either speaks of.
    #[must_use]
    pub fn join(self, other: Domain) -> Domain {
        Domain { rule: self.rule.or(other.rule), quantifier: self.quantifier.or(other.quantifier) }
    }

    /// Whether all that `part` speaks of is spoken of here too.
    #[must_use]
    pub fn covers(self, part: Domain) -> bool {
        part.rule.is_none_or(|list| self.rule == Some(list))
            && part.quantifier.is_none_or(|list| self.quantifier == Some(list))
    }

    /// How a position here leads to the position of `part`; `None` where it does not.
    #[must_use]
    pub(crate) fn along(self, part: Domain) -> Option<Along> {
        match part {
            _ if part == self => Some(Along::Same),
            _ if !self.covers(part) => None,
            Domain::ROW => Some(Along::Row),
            Domain { rule: Some(_), .. } => Some(Along::Rule),
            Domain { quantifier: Some(_), .. } => Some(Along::Quantifier),
        }
    }
}

/// The way from a word of a domain to a word of a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Along {
    /// The two domains are the same.
    Same,
    /// To the product.
    Row,
    /// To the item of the rule's list.
    Rule,
    /// To the item of the quantifier's list.
    Quantifier,
}
