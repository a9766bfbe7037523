//! Gives paths and values in conditions their meaning and type.

use super::error::ResolveError;
use super::literals::{Wanted, describe, lower_literal, natural_type, quoted};
use super::lowering::{Lowering, Place};
use crate::model::condition::Operand;
use crate::model::term::Named;
use crate::model::vocabulary::{Fact, FactId, Type};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Literal, Path};
use std::borrow::Cow;

/// The list of placements, one row for each territory.
pub(super) const PLACEMENTS: &str = "market.placements";

/// An operand whose type is known.
#[derive(Debug, Clone)]
pub(super) struct Typed<'a> {
    /// Where to find the value.
    pub(super) operand: Operand,
    /// Its type.
    pub(super) kind: Cow<'a, Type>,
    /// Whether it can be absent.
    pub(super) optional: bool,
    /// What to call it in messages.
    pub(super) path: String,
    /// Where it is written.
    pub(super) span: Span,
}

impl Typed<'_> {
    /// The operand in words: its path and type.
    pub(super) fn describe(&self) -> String {
        format!("`{}` ({})", self.path, describe(&self.kind))
    }
}

impl<'a> Lowering<'a> {
    /// The left side of a comparison, which must have a type of its own.
    pub(super) fn lower_operand(
        &mut self,
        place: &Place<'_>,
        operand: &Spanned<ast::Operand>,
    ) -> Option<Typed<'a>> {
        match &operand.node {
            ast::Operand::Path(path) => self.lower_path(place, path),
            ast::Operand::Today => Some(today(operand.span)),
            ast::Operand::Literal(literal) => {
                let literal = Spanned::new(literal.clone(), operand.span);
                self.lower_value(&natural_type(&literal.node), "this value", &literal)
            }
            ast::Operand::Sum { left, minus, right } => {
                self.lower_sum(place, left, *minus, right, operand.span)
            }
        }
    }

    /// The right side of a comparison, read as the type of the left.
    pub(super) fn lower_right(
        &mut self,
        place: &Place<'_>,
        left: &Typed<'_>,
        operand: &Spanned<ast::Operand>,
    ) -> Option<Typed<'a>> {
        if let Some(literal) = self.as_literal(place, operand) {
            return self.lower_value(&left.kind, &left.path, &literal);
        }
        let right = self.lower_operand(place, operand)?;
        if fits(left, &right) {
            return Some(right);
        }
        self.faults.report(ResolveError::TypeMismatch {
            found: right.describe(),
            expected: describe(&left.kind),
            help: format!(
                "compare like with like: {} is {}",
                quoted(&left.path),
                describe(&left.kind)
            ),
            span: operand.span,
        })
    }

    /// An operand that is a value: a literal, or a word that names nothing else.
    fn as_literal(
        &self,
        place: &Place<'_>,
        operand: &Spanned<ast::Operand>,
    ) -> Option<Spanned<Literal>> {
        match &operand.node {
            ast::Operand::Literal(literal) => Some(Spanned::new(literal.clone(), operand.span)),
            ast::Operand::Path(path)
                if !path.node.contains('.') && !self.is_named(place, &path.node) =>
            {
                Some(Spanned::new(Literal::Word(path.node.clone()), path.span))
            }
            _ => None,
        }
    }

    fn is_named(&self, place: &Place<'_>, name: &str) -> bool {
        self.vocabulary.facts.contains_key(name)
            || self.parameter(place.ruleset, name).is_some()
            || place.binder_of(name).is_some()
    }

    fn lower_value(
        &mut self,
        kind: &Type,
        path: &str,
        literal: &Spanned<Literal>,
    ) -> Option<Typed<'a>> {
        let wanted = Wanted { kind, path, jurisdictions: self.jurisdictions };
        let value = lower_literal(self.faults, wanted, literal)?;
        Some(Typed {
            operand: Operand::Literal(value),
            kind: Cow::Owned(kind.clone()),
            optional: false,
            path: path.to_owned(),
            span: literal.span,
        })
    }

    /// A fact, a field of a bound item, a field of the placement, or a parameter.
    pub(super) fn lower_path(&mut self, place: &Place<'_>, path: &Path) -> Option<Typed<'a>> {
        if let Some((first, field)) = path.node.split_once('.') {
            if let Some((binder, list)) = place.binder_of(first) {
                return self.lower_field(list?, field, path, |id| Operand::Field(binder, id));
            }
            if first == "placement" {
                let list = self.placements(path)?;
                return self.lower_field(list, field, path, Operand::Placement);
            }
        }
        let vocabulary = self.vocabulary;
        if let Some((id, fact)) = vocabulary.find(&path.node) {
            self.names.insert(Named::Fact(id));
            return Some(typed(Operand::Fact(id), fact, path));
        }
        self.lower_parameter(place, path).or_else(|| self.unknown_path(place, path))
    }

    fn lower_field(
        &mut self,
        list: FactId,
        name: &str,
        path: &Path,
        operand: impl Fn(crate::model::vocabulary::FieldId) -> Operand,
    ) -> Option<Typed<'a>> {
        let vocabulary = self.vocabulary;
        if let Some((id, field)) = vocabulary.find_field(list, name) {
            self.names.insert(Named::Field(id));
            return Some(typed(operand(id), field, path));
        }
        let list = vocabulary.fact(list)?;
        let known = list.fields.keys().map(String::as_str);
        let otherwise = format!("`{}` has the fields {}", list.path, join(list.fields.keys()));
        let name = Spanned::new(name.to_owned(), path.span);
        self.faults.unknown("field", &name, known, &otherwise)
    }

    fn placements(&mut self, path: &Path) -> Option<FactId> {
        let found = self.vocabulary.find(PLACEMENTS).map(|(id, _)| id);
        found.or_else(|| {
            let otherwise = "the vocabulary declares no list `market.placements`";
            self.faults.unknown("fact", path, [], otherwise)
        })
    }

    fn lower_parameter(&mut self, place: &Place<'_>, path: &Path) -> Option<Typed<'a>> {
        let (id, kind) = self.parameter(place.ruleset, &path.node)?;
        self.names.insert(Named::Parameter(id));
        Some(Typed {
            operand: Operand::Parameter(id, place.clock),
            kind: Cow::Owned(kind),
            optional: false,
            path: path.node.clone(),
            span: path.span,
        })
    }

    fn unknown_path<T>(&mut self, place: &Place<'_>, path: &Path) -> Option<T> {
        let facts = self.vocabulary.facts.keys().map(String::as_str);
        let entry = self.entries.get(place.ruleset);
        let terms = entry.into_iter().flat_map(|entry| entry.terms.keys()).map(String::as_str);
        let help =
            "`comity vocabulary` lists all facts; a ruleset can use no fact that is not declared";
        self.faults.unknown("fact", path, facts.chain(terms), help)
    }

    /// Refuses a name for an item that hides something else.
    pub(super) fn check_variable(&mut self, place: &Place<'_>, variable: &ast::Name) -> Option<()> {
        let name = variable.node.as_str();
        let hides = name == "placement"
            || name == "today"
            || place.binder_of(name).is_some()
            || self.vocabulary.facts.keys().any(|path| begins_path(name, path));
        if !hides {
            return Some(());
        }
        self.faults.report(ResolveError::NameTaken { name: name.to_owned(), span: variable.span })
    }

    /// `X plus Y`, `X minus Y`.
    fn lower_sum(
        &mut self,
        place: &Place<'_>,
        left: &Spanned<ast::Operand>,
        minus: bool,
        right: &Spanned<ast::Operand>,
        span: Span,
    ) -> Option<Typed<'a>> {
        let left = self.lower_operand(place, left)?;
        let added = match &*left.kind {
            Type::Date | Type::Duration => Type::Duration,
            Type::WholeNumber { unit } => Type::WholeNumber { unit: unit.clone() },
            _ => return self.not_addable(&left),
        };
        let path = format!("what is added to `{}`", left.path);
        let wanted = Typed { kind: Cow::Owned(added), path, ..left.clone() };
        let right = self.lower_right(place, &wanted, right)?;
        let (a, b) = (Box::new(left.operand), Box::new(right.operand));
        let operand = if minus { Operand::Minus(a, b) } else { Operand::Plus(a, b) };
        let optional = left.optional || right.optional;
        Some(Typed { operand, kind: left.kind, optional, path: left.path, span })
    }

    fn not_addable<T>(&mut self, left: &Typed<'_>) -> Option<T> {
        self.faults.report(ResolveError::TypeMismatch {
            found: left.describe(),
            expected: "a sum".to_owned(),
            help: "only dates, durations and whole numbers can be added to".to_owned(),
            span: left.span,
        })
    }
}

/// Whether two sides can be compared: they have one type, or one is the id of an item to which
/// the other refers, or the right one is a parameter that takes its unit from the left, as a
/// number would that stood in its place.
fn fits(left: &Typed<'_>, right: &Typed<'_>) -> bool {
    match (&*left.kind, &*right.kind) {
        (Type::Text, Type::Reference(_)) | (Type::Reference(_), Type::Text) => true,
        (Type::WholeNumber { .. }, Type::WholeNumber { unit: None }) => {
            matches!(right.operand, Operand::Parameter(..)) || left.kind == right.kind
        }
        (left, right) => left == right,
    }
}

fn typed<'a>(operand: Operand, fact: &'a Fact, path: &Path) -> Typed<'a> {
    Typed {
        operand,
        kind: Cow::Borrowed(&fact.kind),
        optional: fact.optional,
        path: fact.path.clone(),
        span: path.span,
    }
}

fn today(span: Span) -> Typed<'static> {
    Typed {
        operand: Operand::Today,
        kind: Cow::Owned(Type::Date),
        optional: false,
        path: "today".to_owned(),
        span,
    }
}

fn join<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Whether a name is the first word of a path.
fn begins_path(name: &str, path: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
