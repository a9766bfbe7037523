//! Conditions, as they are written.

use super::Printer;
use super::document::{Document, nested, nested_if_broken, text};
use super::values::{literal, rule_reference};
use crate::source::Spanned;
use crate::syntax::ast::{
    Comparator, Condition, Inclusion, ListKind, Name, Operand, Quantifier, RuleState, State,
};
use crate::syntax::labels::label;

impl Printer<'_> {
    /// A condition inside `depth` lists.
    pub(super) fn condition(&mut self, condition: &Condition, depth: usize) -> Document {
        match condition {
            Condition::Holds(path) => text(path.node.clone()),
            Condition::Not(inner) => {
                let gap = self.gap(inner.span, text(" "));
                Document::Row(vec![text("not"), gap, self.condition(&inner.node, depth)])
            }
            Condition::And(parts) => self.row("and ", parts, depth),
            Condition::Or(parts) => self.row("or ", parts, depth),
            Condition::List { kind, items } => self.condition_list(*kind, items, depth),
            Condition::Compare { left, comparator, right } => {
                let words = comparator_words(*comparator);
                text(format!("{} {words} {}", operand(&left.node), operand(&right.node)))
            }
            Condition::In { left, negated, values } => {
                let word = if *negated { "not in" } else { "in" };
                let subject = text(format!("{} {word} ", operand(&left.node)));
                Document::Row(vec![subject, self.set(values)])
            }
            Condition::Includes { left, mode, values } => {
                let subject = text(format!("{} {}", operand(&left.node), inclusion_words(*mode)));
                let values = match mode {
                    Inclusion::One | Inclusion::Excludes => self.filled(values, literal),
                    _ => self.set(values),
                };
                Document::Row(vec![subject, values])
            }
            Condition::State { left, state } => {
                text(format!("{} {}", operand(&left.node), state_words(*state)))
            }
            Condition::Quantified { quantifier, variable, list, filter, body } => {
                let words = quantifier_word(*quantifier);
                let opening = format!("{words} {} in {}", variable.node, list.node);
                self.quantified(opening, filter.as_deref(), body, depth)
            }
            Condition::Rule { rule, state } => {
                text(format!("{} {}", rule_reference(rule), rule_state_words(*state)))
            }
            Condition::Judged(words) => Document::Row(vec![text("judged"), self.plain_text(words)]),
        }
    }

    /// `A and B`, one part a line where they do not fit on one.
    fn row(&mut self, word: &str, parts: &[Spanned<Condition>], depth: usize) -> Document {
        let mut documents = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                documents.push(self.gap(part.span, Document::Line));
                documents.push(text(word));
            }
            documents.push(self.condition(&part.node, depth));
        }
        Document::Group(documents)
    }

    /// `any of:` with one item a line.
    fn condition_list(
        &mut self,
        kind: ListKind,
        items: &[Spanned<Condition>],
        depth: usize,
    ) -> Document {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            lines.push(self.gap(item.span, Document::HardLine));
            let label = label(depth, index).unwrap_or_default();
            let condition = self.condition(&item.node, depth + 1);
            let label = text(format!("({label}) "));
            lines.push(Document::Group(vec![label, nested_if_broken(vec![condition])]));
            lines.extend((index + 1 < items.len()).then(|| text(";")));
        }
        let opening = text(match kind {
            ListKind::All => "all of:",
            ListKind::Any => "any of:",
            ListKind::None => "none of:",
        });
        Document::Row(vec![opening, Document::Broken(vec![nested(lines)])])
    }

    /// `some c in certificates where C has C`
    fn quantified(
        &mut self,
        opening: String,
        filter: Option<&Spanned<Condition>>,
        body: &Spanned<Condition>,
        depth: usize,
    ) -> Document {
        let mut parts = vec![text(opening)];
        parts.extend(self.filter(filter, depth));
        let before_has = match filter {
            Some(filter) if ends_with_list(&filter.node) => Document::HardLine,
            _ => Document::Line,
        };
        let gap = self.gap(body.span, before_has);
        let body = self.condition(&body.node, depth);
        parts.push(nested_if_broken(vec![gap, text("has "), body]));
        Document::Group(parts)
    }

    /// ` where C`
    pub(super) fn filter(
        &mut self,
        filter: Option<&Spanned<Condition>>,
        depth: usize,
    ) -> Option<Document> {
        let filter = filter?;
        let gap = self.gap(filter.span, text(" "));
        let condition = self.condition(&filter.node, depth);
        Some(nested_if_broken(vec![text(" where"), gap, condition]))
    }
}

/// Whether the last line of a condition is an item of a list.
pub(super) fn ends_with_list(condition: &Condition) -> bool {
    match condition {
        Condition::List { .. } => true,
        Condition::Not(inner) => ends_with_list(&inner.node),
        Condition::Quantified { body, .. } => ends_with_list(&body.node),
        Condition::And(parts) | Condition::Or(parts) => {
            parts.last().is_some_and(|last| ends_with_list(&last.node))
        }
        _ => false,
    }
}

/// A side of a comparison.
fn operand(side: &Operand) -> String {
    match side {
        Operand::Path(path) => path.node.clone(),
        Operand::Literal(value) => literal(value),
        Operand::Today => "today".to_owned(),
        Operand::Sum { left, minus, right } => {
            let sign = if *minus { "minus" } else { "plus" };
            format!("{} {sign} {}", operand(&left.node), operand(&right.node))
        }
    }
}

/// `some p in auth.passwords`, `every p in auth.passwords`
pub(super) fn item_of(word: &str, variable: &Name, list: &Name) -> String {
    format!("{word} {} in {}", variable.node, list.node)
}

fn comparator_words(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Is => "is",
        Comparator::IsNot => "is not",
        Comparator::AtLeast => "is at least",
        Comparator::AtMost => "is at most",
        Comparator::MoreThan => "is more than",
        Comparator::LessThan => "is less than",
        Comparator::Before => "is before",
        Comparator::After => "is after",
        Comparator::OnOrBefore => "is on or before",
        Comparator::OnOrAfter => "is on or after",
    }
}

fn inclusion_words(mode: Inclusion) -> &'static str {
    match mode {
        Inclusion::One => "includes ",
        Inclusion::Excludes => "excludes ",
        Inclusion::All => "includes all of ",
        Inclusion::Any => "includes any of ",
        Inclusion::None => "includes none of ",
    }
}

fn state_words(state: State) -> &'static str {
    match state {
        State::Present => "is present",
        State::Absent => "is absent",
        State::Empty => "is empty",
        State::NotEmpty => "is not empty",
    }
}

fn quantifier_word(quantifier: Quantifier) -> &'static str {
    match quantifier {
        Quantifier::Some => "some",
        Quantifier::Every => "every",
        Quantifier::No => "no",
    }
}

fn rule_state_words(state: RuleState) -> &'static str {
    match state {
        RuleState::Met => "is met",
        RuleState::MetWhereApplicable => "is met where applicable",
        RuleState::Breached => "is breached",
        RuleState::Applies => "applies",
    }
}
