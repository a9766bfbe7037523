//! What a condition speaks of: the product, an item of a list, or a pair of items.

use crate::model::condition::{Binder, Node, Operand};
use crate::model::vocabulary::FactId;
use std::ops::Range;

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

/// The way from a position in a domain to a position in a part of it.
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

/// Where the items of one list stand: those of a product side by side, products in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spread {
    /// First item of each product, and one past the last item of all.
    starts: Vec<u32>,
    /// The product of each item.
    rows: Vec<u32>,
}

impl Spread {
    /// Starts again, with no product.
    pub(crate) fn clear(&mut self) {
        self.starts.clear();
        self.starts.push(0);
        self.rows.clear();
    }

    /// Adds the items of the next product.
    pub(crate) fn push(&mut self, items: usize) {
        let row = narrow(self.starts.len().saturating_sub(1));
        self.rows.extend(std::iter::repeat_n(row, items));
        self.starts.push(narrow(self.rows.len()));
    }

    /// The positions of a product's items.
    pub(crate) fn items(&self, row: usize) -> Range<u32> {
        let start = |row: usize| self.starts.get(row).copied().unwrap_or_default();
        start(row)..start(row + 1)
    }

    /// How many items there are in all.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// Where each position of a domain leads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Positions {
    len: usize,
    rows: Vec<u32>,
    rules: Vec<u32>,
    quantifiers: Vec<u32>,
}

impl Positions {
    /// One position per product.
    pub(crate) fn of_rows(&mut self, rows: usize) {
        self.len = rows;
    }

    /// One position per item.
    pub(crate) fn of_items(&mut self, list: &Spread) {
        self.len = list.len();
        self.rows.clone_from(&list.rows);
    }

    /// One position per pair of items of the same product.
    pub(crate) fn of_pairs(&mut self, rules: &Spread, quantifiers: &Spread) {
        self.rows.clear();
        self.rules.clear();
        self.quantifiers.clear();
        for (rule, &row) in (0u32..).zip(&rules.rows) {
            for quantifier in quantifiers.items(row as usize) {
                self.rows.push(row);
                self.rules.push(rule);
                self.quantifiers.push(quantifier);
            }
        }
        self.len = self.rows.len();
    }

    /// How many positions there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// For each position, the position it leads to.
    pub(crate) fn along(&self, along: Along) -> &[u32] {
        match along {
            Along::Same => &[],
            Along::Row => &self.rows,
            Along::Rule => &self.rules,
            Along::Quantifier => &self.quantifiers,
        }
    }
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
