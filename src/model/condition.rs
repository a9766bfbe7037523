//! Conditions as one graph over all rulesets: equal conditions are one node.

use super::period::Period;
use super::rule::{RuleId, Trigger};
use super::value::Value;
use super::vocabulary::{FactId, FieldId};
use indexmap::IndexSet;
use std::cmp::Ordering;

/// A position in a [`Graph`]. Operands of a node always have smaller ids than the node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A position in [`super::law::Law::parameters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId(pub u32);

/// A position in [`super::law::Law::judgements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JudgementId(pub u32);

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// Always true, always false.
    Constant(bool),
    /// Every one holds. Never empty.
    And(Vec<NodeId>),
    /// At least one holds. Never empty.
    Or(Vec<NodeId>),
    /// It does not hold.
    Not(NodeId),
    /// A yes/no fact is yes.
    Holds(Operand),
    /// Two values compare so.
    Compare {
        /// Left side.
        left: Operand,
        /// How.
        comparison: Comparison,
        /// Right side.
        right: Operand,
    },
    /// A one-of, text, language, country or number is one of the values.
    In {
        /// Left side.
        operand: Operand,
        /// The values, in the order written.
        values: Vec<Value>,
    },
    /// A set has all, or any, of the members. Closed sets: one [`Value::Set`];
    /// open sets: one [`Value::Texts`].
    Includes {
        /// The set.
        operand: Operand,
        /// The members.
        members: Value,
        /// All of them, or any.
        all: bool,
    },
    /// A set or list has no member.
    Empty(Operand),
    /// The product has it.
    Present(Operand),
    /// Some item of the list makes the body true.
    Some {
        /// The name the body calls the item by.
        binder: Binder,
        /// The list.
        list: FactId,
        /// About the item.
        body: NodeId,
    },
    /// A person has judged an open norm to be met.
    Judged(JudgementId),
    /// What another rule says; `node` is its meaning.
    Rule {
        /// The other rule.
        rule: RuleId,
        /// What is asked of it.
        state: RuleState,
        /// The condition that answers.
        node: NodeId,
    },
    /// The day of the check lies in the period.
    CheckedIn(Period),
    /// Units are placed (or supplied) on a day of the trigger's period.
    Triggered(Trigger),
}

/// Which item a field is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binder {
    /// The item of the rule's `for every`.
    Rule,
    /// The item of a quantifier in a condition.
    Quantifier,
}

/// How two values are compared. Comparisons with an absent value are false.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The same.
    Equal,
    /// At least, on or after.
    AtLeast,
    /// At most, on or before.
    AtMost,
    /// More than, after.
    MoreThan,
    /// Less than, before.
    LessThan,
}

/// What is asked of another rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleState {
    /// It applies and is met, directly or deemed.
    Met,
    /// As above, or it does not apply or is lifted.
    MetWhereApplicable,
    /// It applies and is failed.
    Breached,
    /// It is in scope and stands.
    Applies,
}

/// A value, or where to find one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A fact of the product.
    Fact(FactId),
    /// A field of the item under the binder.
    Field(Binder, FieldId),
    /// A field of the placement under check (a row of `market.placements`).
    Placement(FieldId),
    /// A value.
    Literal(Value),
    /// A dated parameter.
    Parameter(ParameterId, Clock),
    /// The day of the check.
    Today,
    /// A date or number plus a duration or number.
    Plus(Box<Operand>, Box<Operand>),
    /// A date or number minus a duration or number.
    Minus(Box<Operand>, Box<Operand>),
}

/// Which day gives a parameter its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// The day of the check.
    Check,
    /// The latest day of placing (or supplying) that counts.
    Placing,
    /// The latest day of supply that counts.
    Supply,
}

impl Node {
    /// The nodes it is made of.
    #[must_use]
    pub fn parts(&self) -> &[NodeId] {
        match self {
            Node::And(parts) | Node::Or(parts) => parts,
            Node::Not(part) | Node::Some { body: part, .. } | Node::Rule { node: part, .. } => {
                std::slice::from_ref(part)
            }
            _ => &[],
        }
    }
}

impl Comparison {
    /// Whether a left side that is so to the right side satisfies the comparison.
    #[must_use]
    pub fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Comparison::Equal => ordering.is_eq(),
            Comparison::AtLeast => ordering.is_ge(),
            Comparison::AtMost => ordering.is_le(),
            Comparison::MoreThan => ordering.is_gt(),
            Comparison::LessThan => ordering.is_lt(),
        }
    }

    /// The comparison that says the same with the sides exchanged.
    #[must_use]
    pub fn mirrored(self) -> Comparison {
        match self {
            Comparison::Equal => Comparison::Equal,
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::MoreThan => Comparison::LessThan,
            Comparison::LessThan => Comparison::MoreThan,
        }
    }
}

/// All conditions, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    nodes: IndexSet<Node>,
}

impl Graph {
    /// The node's id; an equal node is not stored again.
    pub fn intern(&mut self, node: Node) -> NodeId {
        let (index, _) = self.nodes.insert_full(node);
        NodeId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The node of that id.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get_index(id.0 as usize)
    }

    /// All nodes with their ids; operands come before the nodes that use them.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        (0u32..).map(NodeId).zip(&self.nodes)
    }

    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Always true or false.
    pub fn constant(&mut self, value: bool) -> NodeId {
        self.intern(Node::Constant(value))
    }

    /// All of them; constants and repetitions fall away.
    pub fn and(&mut self, parts: impl IntoIterator<Item = NodeId>) -> NodeId {
        match self.simplify(parts, true) {
            None => self.constant(false),
            Some(parts) => match parts.as_slice() {
                [] => self.constant(true),
                [one] => *one,
                _ => self.intern(Node::And(parts)),
            },
        }
    }

    /// Any of them; constants and repetitions fall away.
    pub fn or(&mut self, parts: impl IntoIterator<Item = NodeId>) -> NodeId {
        match self.simplify(parts, false) {
            None => self.constant(true),
            Some(parts) => match parts.as_slice() {
                [] => self.constant(false),
                [one] => *one,
                _ => self.intern(Node::Or(parts)),
            },
        }
    }

    /// The opposite; a double negation falls away.
    pub fn not(&mut self, part: NodeId) -> NodeId {
        match self.get(part) {
            Some(Node::Constant(value)) => {
                let opposite = !*value;
                self.constant(opposite)
            }
            Some(Node::Not(inner)) => *inner,
            _ => self.intern(Node::Not(part)),
        }
    }

    /// Drops `neutral` constants and repetitions; `None` if the opposite constant decides.
    fn simplify(
        &self,
        parts: impl IntoIterator<Item = NodeId>,
        neutral: bool,
    ) -> Option<Vec<NodeId>> {
        let mut kept = IndexSet::new();
        for part in parts {
            match self.get(part) {
                Some(Node::Constant(value)) if *value == neutral => {}
                Some(Node::Constant(_)) => return None,
                _ => {
                    kept.insert(part);
                }
            }
        }
        Some(kept.into_iter().collect())
    }
}
