//! One question about values, answered for values at hand.
//!
//! Says the same as [`crate::plan`] and [`crate::eval`]; every witness is replayed there.

use super::ground::Given;
use crate::model::condition::{Comparison, Node, Operand};
use crate::model::value::Value;
use crate::plan::truth::Truth;
use crate::plan::value::{compare, difference, includes, is_empty, sum};

/// The truth of a condition without parts, where `find` gives the value of each operand that is
/// no sum; [`Given::Free`] counts as unknown.
pub(super) fn answer(test: &Node, find: &mut impl FnMut(&Operand) -> Given) -> Truth {
    match test {
        Node::Holds(operand) => compare_given(&value(operand, find), Comparison::Equal, &yes(true)),
        Node::Compare { left, comparison, right } => {
            compare_given(&value(left, find), *comparison, &value(right, find))
        }
        Node::In { operand, values } => {
            let found = value(operand, find);
            Truth::any(
                values.iter().map(|one| {
                    compare_given(&found, Comparison::Equal, &Given::Value(one.clone()))
                }),
            )
        }
        Node::Includes { operand, members, all } => match value(operand, find) {
            Given::Absent => (*all && is_empty(members) == Truth::True).into(),
            Given::Value(set) => includes(&set, members, *all),
            _ => Truth::Unknown,
        },
        Node::Empty(operand) => match value(operand, find) {
            Given::Absent => Truth::True,
            Given::Value(set) => is_empty(&set),
            _ => Truth::Unknown,
        },
        Node::Present(operand) => match value(operand, find) {
            Given::Absent => Truth::False,
            Given::Value(_) => Truth::True,
            _ => Truth::Unknown,
        },
        _ => Truth::Unknown,
    }
}

fn yes(yes: bool) -> Given {
    Given::Value(Value::YesNo(yes))
}

/// The value of an operand.
pub(super) fn value(operand: &Operand, find: &mut impl FnMut(&Operand) -> Given) -> Given {
    let (left, right, operation): (_, _, fn(&Value, &Value) -> Option<Value>) = match operand {
        Operand::Plus(left, right) => (left, right, sum),
        Operand::Minus(left, right) => (left, right, difference),
        other => return find(other),
    };
    match (value(left, find), value(right, find)) {
        (Given::Absent, _) | (_, Given::Absent) => Given::Absent,
        (Given::Value(left), Given::Value(right)) => {
            operation(&left, &right).map_or(Given::Unknown, Given::Value)
        }
        _ => Given::Unknown,
    }
}

/// Nothing compares with what is absent, whatever the other side.
fn compare_given(left: &Given, comparison: Comparison, right: &Given) -> Truth {
    match (left, right) {
        (Given::Absent, _) | (_, Given::Absent) => Truth::False,
        (Given::Value(left), Given::Value(right)) => compare(left, comparison, right),
        _ => Truth::Unknown,
    }
}

/// The operands of a condition without parts that are no sums.
pub(super) fn leaves(test: &Node) -> Vec<&Operand> {
    let mut found = Vec::new();
    match test {
        Node::Holds(operand)
        | Node::In { operand, .. }
        | Node::Includes { operand, .. }
        | Node::Empty(operand)
        | Node::Present(operand) => push_leaves(operand, &mut found),
        Node::Compare { left, right, .. } => {
            push_leaves(left, &mut found);
            push_leaves(right, &mut found);
        }
        _ => {}
    }
    found
}

fn push_leaves<'o>(operand: &'o Operand, found: &mut Vec<&'o Operand>) {
    match operand {
        Operand::Plus(left, right) | Operand::Minus(left, right) => {
            push_leaves(left, found);
            push_leaves(right, found);
        }
        leaf => found.push(leaf),
    }
}
