//! Lowers conditions to nodes of the graph, checking types on the way.

use super::basics::lower_text;
use super::error::ResolveError;
use super::literals::{Wanted, lower_literal};
use super::lowering::{Item, Lowering, Place};
use super::operands::Typed;
use crate::model::condition::{Binder, Comparison, Node, NodeId, Operand, RuleState};
use crate::model::law::Judgement;
use crate::model::term::Named;
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, Type};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    self, Comparator, Condition, Inclusion, ListKind, Literal, Name, Path, Quantifier, State,
};

impl<'a> Lowering<'a> {
    /// The node of a condition; `None` after a fault was recorded. All parts are looked at,
    /// so that independent faults are found in one run.
    pub(super) fn lower_condition(
        &mut self,
        place: &Place<'_>,
        condition: &Spanned<Condition>,
    ) -> Option<NodeId> {
        match &condition.node {
            Condition::Holds(path) => self.lower_holds(place, path),
            Condition::Not(inner) => {
                let inner = self.lower_condition(place, inner)?;
                Some(self.graph.not(inner))
            }
            Condition::And(parts) => {
                let parts = self.lower_all(place, parts)?;
                Some(self.graph.and(parts))
            }
            Condition::Or(parts) => {
                let parts = self.lower_all(place, parts)?;
                Some(self.graph.or(parts))
            }
            Condition::List { kind, items } => self.lower_list(place, *kind, items),
            Condition::Compare { left, comparator, right } => {
                self.lower_comparison(place, left, *comparator, right)
            }
            Condition::In { left, negated, values } => self.lower_in(place, left, *negated, values),
            Condition::Includes { left, mode, values } => {
                self.lower_includes(place, left, *mode, values)
            }
            Condition::State { left, state } => self.lower_state(place, left, *state),
            Condition::Quantified { quantifier, variable, list, filter, body } => {
                let item = Quantified { variable, list, filter: filter.as_deref(), body };
                self.lower_quantified(place, *quantifier, &item)
            }
            Condition::Rule { rule, state } => self.lower_rule_state(place, rule, *state),
            Condition::Judged(text) => self.lower_judged(place, text, condition.span),
        }
    }

    fn lower_all(
        &mut self,
        place: &Place<'_>,
        parts: &[Spanned<Condition>],
    ) -> Option<Vec<NodeId>> {
        let lowered: Vec<_> = parts.iter().map(|part| self.lower_condition(place, part)).collect();
        lowered.into_iter().collect()
    }

    fn lower_list(
        &mut self,
        place: &Place<'_>,
        kind: ListKind,
        items: &[Spanned<Condition>],
    ) -> Option<NodeId> {
        let items = self.lower_all(place, items)?;
        Some(match kind {
            ListKind::All => self.graph.and(items),
            ListKind::Any => self.graph.or(items),
            ListKind::None => {
                let any = self.graph.or(items);
                self.graph.not(any)
            }
        })
    }

    /// A yes/no fact or a term.
    fn lower_holds(&mut self, place: &Place<'_>, path: &Path) -> Option<NodeId> {
        if let Some(term) = self.term(place, &path.node) {
            self.name_term(place, &path.node);
            return term;
        }
        let typed = self.lower_path(place, path)?;
        self.require_type(
            &typed,
            &Type::YesNo,
            "write what it should be: `… is …`, `… includes …`",
        )?;
        Some(self.graph.intern(Node::Holds(typed.operand)))
    }

    fn require_type(&mut self, typed: &Typed<'_>, wanted: &Type, help: &str) -> Option<()> {
        if *typed.kind == *wanted {
            return Some(());
        }
        self.faults.report(ResolveError::TypeMismatch {
            found: typed.describe(),
            expected: super::literals::describe(wanted),
            help: help.to_owned(),
            span: typed.span,
        })
    }

    fn lower_comparison(
        &mut self,
        place: &Place<'_>,
        left: &Spanned<ast::Operand>,
        comparator: Comparator,
        right: &Spanned<ast::Operand>,
    ) -> Option<NodeId> {
        let left = self.lower_operand(place, left)?;
        self.check_comparator(&left, comparator)?;
        let right = self.lower_right(place, &left, right)?;
        self.name_literal(&left.operand, &right.operand);
        let node = match (&*left.kind, right.operand) {
            (Type::YesNo, Operand::Literal(Value::YesNo(true))) => {
                self.graph.intern(Node::Holds(left.operand))
            }
            // What may be absent is not no because it is not yes.
            (Type::YesNo, Operand::Literal(Value::YesNo(false))) if !left.optional => {
                let holds = self.graph.intern(Node::Holds(left.operand));
                self.graph.not(holds)
            }
            (_, right) => {
                let comparison = lower_comparator(comparator);
                self.graph.intern(Node::Compare { left: left.operand, comparison, right })
            }
        };
        Some(if comparator == Comparator::IsNot { self.graph.not(node) } else { node })
    }

    /// Dates come before and after; quantities are more and less; sets include.
    fn check_comparator(&mut self, left: &Typed<'_>, comparator: Comparator) -> Option<()> {
        let help = match (&*left.kind, comparator) {
            (kind, _) if kind.is_set() => "write `includes`, `excludes`, or `is empty` of a set",
            (Type::List, _) => "write `some x in … has …` of a list",
            (_, Comparator::Is | Comparator::IsNot) => return Some(()),
            (Type::Date, comparator) if is_of_dates(comparator) => return Some(()),
            (Type::Date, _) => {
                "write `is before`, `is after`, `is on or before`, `is on or after` of a date"
            }
            (kind, comparator) if kind.is_ordered() && !is_of_dates(comparator) => return Some(()),
            (kind, _) if kind.is_ordered() => {
                "write `is at least`, `is at most`, `is more than`, `is less than` of a quantity"
            }
            _ => "write `is`, `is not`, or `in {…}`",
        };
        self.faults.report(ResolveError::WrongComparator {
            found: left.describe(),
            comparator: words(comparator),
            help: help.to_owned(),
            span: left.span,
        })
    }

    fn lower_in(
        &mut self,
        place: &Place<'_>,
        left: &Spanned<ast::Operand>,
        negated: bool,
        values: &[Spanned<Literal>],
    ) -> Option<NodeId> {
        let left = self.lower_operand(place, left)?;
        self.check_comparator(&left, Comparator::Is)?;
        let values = self.lower_values(&left, values)?;
        values.iter().for_each(|value| self.name_word(&left.operand, value));
        let node = self.graph.intern(Node::In { operand: left.operand, values });
        Some(if negated { self.graph.not(node) } else { node })
    }

    fn lower_values(
        &mut self,
        left: &Typed<'_>,
        values: &[Spanned<Literal>],
    ) -> Option<Vec<Value>> {
        let wanted =
            Wanted { kind: &left.kind, path: &left.path, jurisdictions: self.jurisdictions };
        let lowered: Vec<_> =
            values.iter().map(|value| lower_literal(self.faults, wanted, value)).collect();
        lowered.into_iter().collect()
    }

    fn lower_includes(
        &mut self,
        place: &Place<'_>,
        left: &Spanned<ast::Operand>,
        mode: Inclusion,
        values: &[Spanned<Literal>],
    ) -> Option<NodeId> {
        let left = self.lower_operand(place, left)?;
        if !left.kind.is_set() {
            return self.faults.report(ResolveError::WrongComparator {
                found: left.describe(),
                comparator: "includes",
                help: "only a set includes; write `is` or `in {…}` of a single value".to_owned(),
                span: left.span,
            });
        }
        let members = union(self.lower_values(&left, values)?);
        let all = matches!(mode, Inclusion::One | Inclusion::All);
        let node = self.graph.intern(Node::Includes { operand: left.operand, members, all });
        let negated = matches!(mode, Inclusion::Excludes | Inclusion::None);
        Some(if negated { self.graph.not(node) } else { node })
    }

    fn lower_state(
        &mut self,
        place: &Place<'_>,
        left: &Spanned<ast::Operand>,
        state: State,
    ) -> Option<NodeId> {
        let left = self.lower_operand(place, left)?;
        let node = match state {
            State::Present | State::Absent => {
                self.require_optional(&left)?;
                self.graph.intern(Node::Present(left.operand))
            }
            State::Empty | State::NotEmpty => {
                self.require_set_or_list(&left)?;
                self.graph.intern(Node::Empty(left.operand))
            }
        };
        let negated = matches!(state, State::Absent | State::NotEmpty);
        Some(if negated { self.graph.not(node) } else { node })
    }

    fn require_optional(&mut self, typed: &Typed<'_>) -> Option<()> {
        if typed.optional {
            return Some(());
        }
        let fact = typed.path.clone();
        self.faults.report(ResolveError::NeverAbsent { fact, span: typed.span })
    }

    fn require_set_or_list(&mut self, typed: &Typed<'_>) -> Option<()> {
        if typed.kind.is_set() || *typed.kind == Type::List {
            return Some(());
        }
        self.faults.report(ResolveError::WrongComparator {
            found: typed.describe(),
            comparator: "is empty",
            help: "only a set or a list can be empty; write `is absent` of an optional fact"
                .to_owned(),
            span: typed.span,
        })
    }

    fn lower_quantified(
        &mut self,
        place: &Place<'_>,
        quantifier: Quantifier,
        item: &Quantified<'_>,
    ) -> Option<NodeId> {
        let list = self.lower_list_path(item.list);
        let free = self.check_variable(place, item.variable);
        let inside = Place { inner: Some(Item { name: &item.variable.node, list }), ..*place };
        let filter = item.filter.map(|filter| self.lower_condition(&inside, filter));
        let body = self.lower_condition(&inside, item.body)?;
        let filter = filter.unwrap_or_else(|| Some(self.graph.constant(true)))?;
        free?;
        Some(self.quantify(quantifier, list?, filter, body))
    }

    fn quantify(
        &mut self,
        quantifier: Quantifier,
        list: FactId,
        filter: NodeId,
        body: NodeId,
    ) -> NodeId {
        let body = if quantifier == Quantifier::Every { self.graph.not(body) } else { body };
        let body = self.graph.and([filter, body]);
        let some = self.graph.intern(Node::Some { binder: Binder::Quantifier, list, body });
        if quantifier == Quantifier::Some { some } else { self.graph.not(some) }
    }

    /// A path that must be a list.
    pub(super) fn lower_list_path(&mut self, path: &Path) -> Option<FactId> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.find(&path.node).filter(|(_, fact)| fact.kind == Type::List);
        self.names.extend(found.map(|(id, _)| Named::Fact(id)));
        found.map(|(id, _)| id).or_else(|| {
            let lists = vocabulary.facts.values().filter(|fact| fact.kind == Type::List);
            let known = lists.map(|fact| fact.path.as_str());
            self.faults.unknown("list", path, known, "only facts of type `list` have items")
        })
    }

    fn lower_rule_state(
        &mut self,
        place: &Place<'_>,
        reference: &ast::RuleReference,
        state: ast::RuleState,
    ) -> Option<NodeId> {
        let rule = self.find_rule(place.ruleset, reference)?;
        // A rule that failed to lower was reported already.
        let meaning = self.meaning(rule)?;
        let breached = self.graph.and([meaning.in_scope, meaning.failing]);
        let (state, node) = match state {
            ast::RuleState::Met => {
                let met = self.graph.not(meaning.failing);
                let parts = [meaning.in_scope, meaning.standing, met];
                (RuleState::Met, self.graph.and(parts))
            }
            ast::RuleState::MetWhereApplicable => {
                (RuleState::MetWhereApplicable, self.graph.not(breached))
            }
            ast::RuleState::Breached => (RuleState::Breached, breached),
            ast::RuleState::Applies => {
                (RuleState::Applies, self.graph.and([meaning.in_scope, meaning.standing]))
            }
        };
        self.names.insert(Named::Rule(rule, state));
        Some(self.graph.intern(Node::Rule { rule, state, node }))
    }

    fn lower_judged(&mut self, place: &Place<'_>, text: &ast::Text, span: Span) -> Option<NodeId> {
        let text = lower_text(self.faults, text);
        let Some(rule) = place.rule else {
            return self.faults.report(ResolveError::JudgementInTerm { span });
        };
        let known = |known: &Judgement| known.rule == rule && known.text == text;
        let position = self.judgements.iter().position(known).unwrap_or_else(|| {
            self.judgements.push(Judgement { rule, text: text.clone(), span });
            self.judgements.len() - 1
        });
        let id = crate::model::condition::JudgementId(u32::try_from(position).ok()?);
        Some(self.graph.intern(Node::Judged(id)))
    }
}

/// `x in LIST where FILTER has BODY`
struct Quantified<'c> {
    variable: &'c Name,
    list: &'c Path,
    filter: Option<&'c Spanned<Condition>>,
    body: &'c Spanned<Condition>,
}

fn union(values: Vec<Value>) -> Value {
    let mut bits = 0;
    let mut texts = Vec::new();
    for value in values {
        match value {
            Value::Set(set) => bits |= set,
            Value::Texts(members) => texts.extend(members),
            _ => {}
        }
    }
    texts.sort();
    texts.dedup();
    if texts.is_empty() { Value::Set(bits) } else { Value::Texts(texts) }
}

fn is_of_dates(comparator: Comparator) -> bool {
    use Comparator::{After, Before, OnOrAfter, OnOrBefore};
    matches!(comparator, Before | After | OnOrBefore | OnOrAfter)
}

fn lower_comparator(comparator: Comparator) -> Comparison {
    match comparator {
        Comparator::Is | Comparator::IsNot => Comparison::Equal,
        Comparator::AtLeast | Comparator::OnOrAfter => Comparison::AtLeast,
        Comparator::AtMost | Comparator::OnOrBefore => Comparison::AtMost,
        Comparator::MoreThan | Comparator::After => Comparison::MoreThan,
        Comparator::LessThan | Comparator::Before => Comparison::LessThan,
    }
}

fn words(comparator: Comparator) -> &'static str {
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
