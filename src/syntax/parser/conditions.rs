//! Conditions. The grammar gives rows and list items flat; the labels say which list an item is of.

use super::Rule;
use super::operands::comparator;
use super::reader::{Children, Reader, inner_rule};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Condition, Inclusion, ListKind, Literal, Operand, Quantifier, RuleState, State,
};
use crate::syntax::error::SyntaxError;
use crate::syntax::labels::label;
use crate::syntax::limits::{MAX_DEPTH, MAX_LIST_DEPTH, MAX_LIST_ITEMS};
use pest::iterators::Pair;
use std::collections::VecDeque;

/// The items of a condition that no list has taken yet.
#[derive(Default)]
pub(super) struct Items<'t> {
    pairs: VecDeque<Pair<'t, Rule>>,
    /// The labels that the open lists would have taken instead of the next item's.
    refused: Vec<String>,
}

/// `(a) A`, taken apart.
struct Item<'t> {
    separated: bool,
    label: Pair<'t, Rule>,
    row: Pair<'t, Rule>,
}

impl<'t> Item<'t> {
    fn of(pair: Pair<'t, Rule>) -> Option<Self> {
        let separated = inner_rule(&pair) == Some(Rule::semicolon);
        let mut children = Children::of(pair);
        Some(Item {
            separated,
            label: children.next_if(Rule::label)?,
            row: children.next_if(Rule::row)?,
        })
    }

    fn label_text(&self) -> String {
        self.label.as_str().trim_matches(['(', ')']).to_owned()
    }
}

impl Reader {
    /// A whole condition inside `depth` open lists.
    pub(super) fn condition(
        &mut self,
        pair: Pair<'_, Rule>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let errors_before = self.errors.len();
        let mut children = Children::of(pair);
        let row = children.next_if(Rule::row)?;
        let mut items = Items { pairs: children.collect(), refused: Vec::new() };
        let condition = self.row(row, &mut items, depth)?;
        if self.errors.len() == errors_before
            && let Some(item) = items.pairs.pop_front()
        {
            self.stray_item(Item::of(item)?, &items.refused);
        }
        Some(condition)
    }

    fn stray_item(&mut self, item: Item<'_>, refused: &[String]) {
        let span = self.span(&item.label);
        let found = item.label_text();
        self.errors.push(if refused.is_empty() {
            SyntaxError::Unexpected {
                expected: "the end of the condition".to_owned(),
                found: format!("`({found})`"),
                advice: "open a list with `all of:`, `any of:` or `none of:`".to_owned(),
                span,
            }
        } else {
            SyntaxError::LabelOutOfOrder { expected: refused.join(" or "), found, span }
        });
    }

    /// `A and B`
    pub(super) fn row(
        &mut self,
        pair: Pair<'_, Rule>,
        items: &mut Items<'_>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let mut conditions = Vec::new();
        let mut joined_by: Option<(Rule, Span)> = None;
        let mut children = Children::of(pair).peekable();
        while let Some(child) = children.next() {
            if child.as_rule() == Rule::connective {
                self.connective(&child, &mut joined_by)?;
            } else if children.peek().is_some() {
                conditions.push(self.simple(child, &mut Items::default(), depth)?);
            } else {
                conditions.push(self.simple(child, items, depth)?);
            }
        }
        let span = conditions.first()?.span.to(conditions.last()?.span);
        Some(match joined_by {
            None => conditions.pop()?,
            Some((Rule::k_and, _)) => Spanned::new(Condition::And(conditions), span),
            Some(_) => Spanned::new(Condition::Or(conditions), span),
        })
    }

    /// The first connective decides; another one is reported where it is first met.
    fn connective(
        &mut self,
        pair: &Pair<'_, Rule>,
        joined_by: &mut Option<(Rule, Span)>,
    ) -> Option<()> {
        let (word, span) = (inner_rule(pair)?, self.span(pair));
        match joined_by {
            None => *joined_by = Some((word, span)),
            Some((first, first_span)) if *first != word => {
                let first = *first_span;
                let reported = self.errors.iter().any(
                    |error| matches!(error, SyntaxError::MixedConnectives { first: known, .. } if *known == first),
                );
                if !reported {
                    self.errors.push(SyntaxError::MixedConnectives { first, span });
                }
            }
            Some(_) => {}
        }
        Some(())
    }

    fn simple(
        &mut self,
        pair: Pair<'_, Rule>,
        items: &mut Items<'_>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let span = self.span(&pair);
        match pair.as_rule() {
            Rule::negation => self.negation(pair, items, depth),
            Rule::list_opening => self.list(pair, items, depth),
            Rule::quantified => self.quantified(pair, items, depth),
            Rule::judged => {
                let text = self.text(Children::of(pair).next_if(Rule::text)?)?;
                Some(Spanned::new(Condition::Judged(text), span))
            }
            Rule::rule_state => Some(Spanned::new(self.rule_state(pair)?, span)),
            Rule::statement => Some(Spanned::new(self.statement(pair)?, span)),
            _ => None,
        }
    }

    /// `not C`
    fn negation(
        &mut self,
        pair: Pair<'_, Rule>,
        items: &mut Items<'_>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let words: Vec<Span> = (pair.clone().into_inner())
            .filter(|inner| inner.as_rule() == Rule::k_not)
            .map(|word| self.span(&word))
            .collect();
        if let Some(span) = words.get(MAX_DEPTH) {
            let what = "words `not`";
            self.errors.push(SyntaxError::NestedTooDeep { what, limit: MAX_DEPTH, span: *span });
        }
        let inner = self.simple(Children::of(pair).next()?, items, depth)?;
        Some(words.into_iter().take(MAX_DEPTH).rev().fold(inner, |inner, word| {
            let span = word.to(inner.span);
            Spanned::new(Condition::Not(Box::new(inner)), span)
        }))
    }

    /// `any of:`, with the items whose labels are its own.
    fn list(
        &mut self,
        pair: Pair<'_, Rule>,
        items: &mut Items<'_>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let mut span = self.span(&pair);
        let kind = list_kind(&Children::of(pair).next_if(Rule::list_kind)?)?;
        if depth >= MAX_LIST_DEPTH {
            let what = "lists";
            self.errors.push(SyntaxError::NestedTooDeep { what, limit: MAX_LIST_DEPTH, span });
        }
        let mut nodes: Vec<Spanned<Condition>> = Vec::new();
        while let Some(item) = self.next_item(items, depth, nodes.len())? {
            let node = self.row(item.row, items, depth + 1)?;
            span = span.to(node.span);
            nodes.push(node);
        }
        if nodes.is_empty() && items.pairs.is_empty() {
            self.errors.push(SyntaxError::EmptyList { span });
        }
        Some(Spanned::new(Condition::List { kind, items: nodes }, span))
    }

    /// Takes the next item if it carries the label of that place.
    fn next_item<'t>(
        &mut self,
        items: &mut Items<'t>,
        depth: usize,
        index: usize,
    ) -> Option<Option<Item<'t>>> {
        let Some(next) = items.pairs.front() else { return Some(None) };
        let item = Item::of(next.clone())?;
        let found = item.label_text();
        let expected = label(depth, index);
        if expected.as_deref() != Some(found.as_str()) {
            items.refused.extend(expected.map(|expected| format!("`({expected})`")));
            return Some(None);
        }
        items.pairs.pop_front();
        items.refused.clear();
        self.check_item(&item, index);
        Some(Some(item))
    }

    fn check_item(&mut self, item: &Item<'_>, index: usize) {
        let span = self.span(&item.label);
        if index == MAX_LIST_ITEMS {
            self.errors.push(SyntaxError::ListTooLong { span });
        }
        let problem = match (index, item.separated) {
            (0, true) => "a semicolon stands",
            (1.., false) => "a semicolon is missing",
            _ => return,
        };
        self.errors.push(SyntaxError::ListSeparator { problem, label: item.label_text(), span });
    }

    /// `some c in certificates where C has C`
    fn quantified(
        &mut self,
        pair: Pair<'_, Rule>,
        items: &mut Items<'_>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        let mut children = Children::of(pair);
        let word = children.next_if(Rule::quantifier)?;
        let word_span = self.span(&word);
        if let Some(outer) = self.quantifier {
            self.errors.push(SyntaxError::NestedQuantifier { outer, span: word_span });
        }
        let outer = self.quantifier.replace(word_span);
        let quantifier = match inner_rule(&word)? {
            Rule::k_some => Quantifier::Some,
            Rule::k_every => Quantifier::Every,
            _ => Quantifier::No,
        };
        let variable = self.name(&children.next_if(Rule::name)?);
        let list = self.name(&children.next_if(Rule::path)?);
        let filter = match children.next_if(Rule::filter) {
            Some(filter) => Some(Box::new(self.filter(filter, depth)?)),
            None => None,
        };
        let body = Box::new(self.row(children.next_if(Rule::row)?, items, depth)?);
        self.quantifier = outer;
        let span = word_span.to(body.span);
        let condition = Condition::Quantified { quantifier, variable, list, filter, body };
        Some(Spanned::new(condition, span))
    }

    /// `where C`
    pub(super) fn filter(
        &mut self,
        pair: Pair<'_, Rule>,
        depth: usize,
    ) -> Option<Spanned<Condition>> {
        self.condition(Children::of(pair).next_if(Rule::condition)?, depth)
    }

    /// `en/5.1-1 is met`
    fn rule_state(&mut self, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut children = Children::of(pair);
        let rule = self.rule_reference(children.next_if(Rule::foreign_rule)?)?;
        let state = match inner_rule(&children.next_if(Rule::asked_state)?)? {
            Rule::met_where_applicable => RuleState::MetWhereApplicable,
            Rule::met => RuleState::Met,
            Rule::breached => RuleState::Breached,
            _ => RuleState::Applies,
        };
        Some(Condition::Rule { rule, state })
    }

    /// `support.min_length is at least 5 years`, `net.internet_capable`
    fn statement(&mut self, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut children = Children::of(pair);
        if let Some(subject) = children.next_if(Rule::subject) {
            return Some(Condition::Holds(self.name(&subject)));
        }
        let left = self.operand(children.next_if(Rule::left_operand)?)?;
        let relation = children.next()?;
        match relation.as_rule() {
            Rule::comparison => self.comparison(left, relation),
            Rule::state => Some(Condition::State { left, state: state(&relation)? }),
            Rule::membership => self.membership(left, relation),
            Rule::inclusion => self.inclusion(left, relation),
            _ => None,
        }
    }

    /// `is at least 5 years`
    fn comparison(&mut self, left: Spanned<Operand>, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut children = Children::of(pair);
        let comparator = comparator(&children.next_if(Rule::comparator)?)?;
        let right = self.operand(children.next_if(Rule::operand)?)?;
        Some(Condition::Compare { left, comparator, right })
    }

    /// `not in {counter, pattern}`
    fn membership(&mut self, left: Spanned<Operand>, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut children = Children::of(pair);
        let negated = children.next()?.as_rule() == Rule::not_in_set;
        let values = self.set(children.next_if(Rule::set)?)?;
        Some(Condition::In { left, negated, values })
    }

    /// `includes all of {app, cloud}`, `excludes lock`
    fn inclusion(&mut self, left: Spanned<Operand>, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut children = Children::of(pair);
        let mode_pair = children.next()?;
        let mode = match mode_pair.as_rule() {
            Rule::includes_one => Inclusion::One,
            Rule::excludes => Inclusion::Excludes,
            _ => match list_kind(&Children::of(mode_pair).next_if(Rule::list_kind)?)? {
                ListKind::All => Inclusion::All,
                ListKind::Any => Inclusion::Any,
                ListKind::None => Inclusion::None,
            },
        };
        let values = match children.next_if(Rule::set) {
            Some(set) => self.set(set)?,
            None => vec![self.literal(children.next()?)?],
        };
        Some(Condition::Includes { left, mode, values })
    }

    /// `{unique_per_unit, user_defined}`
    fn set(&mut self, pair: Pair<'_, Rule>) -> Option<Vec<Spanned<Literal>>> {
        Children::of(pair).map(|literal| self.literal(literal)).collect()
    }
}

fn list_kind(pair: &Pair<'_, Rule>) -> Option<ListKind> {
    Some(match inner_rule(pair)? {
        Rule::k_all => ListKind::All,
        Rule::k_any => ListKind::Any,
        _ => ListKind::None,
    })
}

fn state(pair: &Pair<'_, Rule>) -> Option<State> {
    Some(match inner_rule(pair)? {
        Rule::not_empty => State::NotEmpty,
        Rule::present => State::Present,
        Rule::absent => State::Absent,
        Rule::empty => State::Empty,
        _ => return None,
    })
}
