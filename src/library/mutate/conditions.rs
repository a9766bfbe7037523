//! Conditions written otherwise: another comparator, another way to hold parts together, a value
//! less.

use super::sites::Sites;
use super::values;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Comparator, Condition, Inclusion, ListKind, Literal, Operand, Quantifier, RuleState, State,
};

pub(super) fn condition(sites: &mut Sites, own: &mut Spanned<Condition>) {
    let span = own.span;
    joined(sites, span, &mut own.node);
    match &mut own.node {
        Condition::Not(inner) => condition(sites, inner),
        Condition::And(parts) | Condition::Or(parts) => all(sites, parts),
        Condition::List { kind, items } => {
            listed(sites, span, kind, items.len());
            all(sites, items);
        }
        Condition::Compare { left, comparator, right } => {
            compared(sites, span, comparator);
            operand(sites, left);
            operand(sites, right);
        }
        Condition::In { negated, values, .. } => {
            let (was, by) = if *negated { ("not in", "in") } else { ("in", "not in") };
            sites.replace(span, was, by, || *negated = !*negated);
            fewer(sites, values);
        }
        Condition::Includes { mode, values, .. } => {
            included(sites, span, mode, values.len());
            fewer(sites, values);
        }
        Condition::State { state, .. } => stated(sites, span, state),
        Condition::Quantified { quantifier, filter, body, .. } => {
            quantified(sites, span, quantifier);
            filtered(sites, filter);
            condition(sites, body);
        }
        Condition::Rule { state, .. } => referred(sites, span, state),
        Condition::Holds(_) | Condition::Judged(_) => {}
    }
}

fn all(sites: &mut Sites, parts: &mut [Spanned<Condition>]) {
    for part in parts {
        condition(sites, part);
    }
}

/// The condition after `where`: left out, and written otherwise.
fn filtered(sites: &mut Sites, filter: &mut Option<Box<Spanned<Condition>>>) {
    if let Some(span) = filter.as_ref().map(|own| own.span) {
        let mut is_dropped = false;
        sites.drop(span, "where", || is_dropped = true);
        if is_dropped {
            *filter = None;
        }
    }
    if let Some(own) = filter {
        condition(sites, own);
    }
}

/// `and` for `or`, and `or` for `and`.
fn joined(sites: &mut Sites, span: Span, own: &mut Condition) {
    let words = match own {
        Condition::And(parts) if parts.len() > 1 => ("and", "or"),
        Condition::Or(parts) if parts.len() > 1 => ("or", "and"),
        _ => return,
    };
    sites.replace(span, words.0, words.1, || {
        *own = match std::mem::replace(own, Condition::And(Vec::new())) {
            Condition::And(parts) => Condition::Or(parts),
            Condition::Or(parts) => Condition::And(parts),
            other => other,
        };
    });
}

fn listed(sites: &mut Sites, span: Span, kind: &mut ListKind, items: usize) {
    let (was, by, other) = match kind {
        ListKind::All if items > 1 => ("all of", "any of", ListKind::Any),
        ListKind::Any if items > 1 => ("any of", "all of", ListKind::All),
        ListKind::None => ("none of", "any of", ListKind::Any),
        _ => return,
    };
    sites.replace(span, was, by, || *kind = other);
}

fn compared(sites: &mut Sites, span: Span, comparator: &mut Comparator) {
    let (was, by, other) = match comparator {
        Comparator::Is => ("is", "is not", Comparator::IsNot),
        Comparator::IsNot => ("is not", "is", Comparator::Is),
        Comparator::AtLeast => ("at least", "more than", Comparator::MoreThan),
        Comparator::AtMost => ("at most", "less than", Comparator::LessThan),
        Comparator::MoreThan => ("more than", "at least", Comparator::AtLeast),
        Comparator::LessThan => ("less than", "at most", Comparator::AtMost),
        Comparator::Before => ("before", "on or before", Comparator::OnOrBefore),
        Comparator::After => ("after", "on or after", Comparator::OnOrAfter),
        Comparator::OnOrBefore => ("on or before", "before", Comparator::Before),
        Comparator::OnOrAfter => ("on or after", "after", Comparator::After),
    };
    sites.replace(span, was, by, || *comparator = other);
}

fn included(sites: &mut Sites, span: Span, mode: &mut Inclusion, values: usize) {
    let (was, by, other) = match mode {
        Inclusion::One => ("includes", "excludes", Inclusion::Excludes),
        Inclusion::Excludes => ("excludes", "includes", Inclusion::One),
        Inclusion::All if values > 1 => ("all of", "any of", Inclusion::Any),
        Inclusion::Any if values > 1 => ("any of", "all of", Inclusion::All),
        Inclusion::All => ("all of", "none of", Inclusion::None),
        Inclusion::Any => ("any of", "none of", Inclusion::None),
        Inclusion::None => ("none of", "any of", Inclusion::Any),
    };
    sites.replace(span, was, by, || *mode = other);
}

fn stated(sites: &mut Sites, span: Span, state: &mut State) {
    let (was, by, other) = match state {
        State::Present => ("is present", "is absent", State::Absent),
        State::Absent => ("is absent", "is present", State::Present),
        State::Empty => ("is empty", "is not empty", State::NotEmpty),
        State::NotEmpty => ("is not empty", "is empty", State::Empty),
    };
    sites.replace(span, was, by, || *state = other);
}

fn quantified(sites: &mut Sites, span: Span, quantifier: &mut Quantifier) {
    let (was, by, other) = match quantifier {
        Quantifier::Some => ("some", "every", Quantifier::Every),
        Quantifier::Every => ("every", "some", Quantifier::Some),
        Quantifier::No => ("no", "some", Quantifier::Some),
    };
    sites.replace(span, was, by, || *quantifier = other);
}

fn referred(sites: &mut Sites, span: Span, state: &mut RuleState) {
    let (was, by, other) = match state {
        RuleState::Met => ("is met", "is breached", RuleState::Breached),
        RuleState::MetWhereApplicable => ("is met where applicable", "is met", RuleState::Met),
        RuleState::Breached => ("is breached", "is met", RuleState::Met),
        RuleState::Applies => return,
    };
    sites.replace(span, was, by, || *state = other);
}

/// Each of several values left out.
fn fewer(sites: &mut Sites, values: &mut Vec<Spanned<Literal>>) {
    if values.len() < 2 {
        return;
    }
    let mut gone = None;
    for (index, value) in values.iter().enumerate() {
        sites.drop(value.span, &words(&value.node), || gone = Some(index));
    }
    if let Some(index) = gone {
        values.remove(index);
    }
}

fn words(literal: &Literal) -> String {
    match literal {
        Literal::Word(word) | Literal::Text(word) => word.clone(),
        Literal::YesNo(true) => "yes".to_owned(),
        Literal::YesNo(false) => "no".to_owned(),
        Literal::Integer(number) => number.to_string(),
        Literal::Date(date) => date.to_string(),
        Literal::Quantity(_) | Literal::Money(..) => "value".to_owned(),
    }
}

fn operand(sites: &mut Sites, own: &mut Spanned<Operand>) {
    match &mut own.node {
        Operand::Literal(literal) => values::value(sites, own.span, literal),
        Operand::Sum { left, right, .. } => {
            operand(sites, left);
            operand(sites, right);
        }
        Operand::Path(_) | Operand::Today => {}
    }
}
