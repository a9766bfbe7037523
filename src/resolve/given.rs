//! Lowers the values of `given`: what an example states about facts.

use super::error::ResolveError;
use super::examples::stated;
use super::literals::{Wanted, describe, lower_literal};
use super::lowering::Lowering;
use crate::model::manifest::{Item, Stated, Statement};
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, FactId, Type};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Name};
use std::collections::BTreeMap;

impl<'a> Lowering<'a> {
    /// What is stated about a fact or field. `list` is the fact's id where it can be a list.
    pub(super) fn lower_stated(
        &mut self,
        list: Option<FactId>,
        fact: &Fact,
        value: &Spanned<ast::Value>,
    ) -> Option<Statement> {
        let found = match (&value.node, &fact.kind) {
            (ast::Value::Absent, _) if fact.optional => Stated::Absent,
            (ast::Value::Absent, _) => {
                let fact = fact.path.clone();
                return self.faults.report(ResolveError::NeverAbsent { fact, span: value.span });
            }
            (ast::Value::List(items), Type::List) => Stated::Items(self.lower_items(list?, items)?),
            (ast::Value::List(members), kind) if kind.is_set() => {
                Stated::Value(self.lower_members(fact, members)?)
            }
            (ast::Value::Literal(literal), kind) if !kind.is_set() => {
                let literal = Spanned::new(literal.clone(), value.span);
                let wanted = Wanted { kind, path: &fact.path, jurisdictions: self.jurisdictions };
                Stated::Value(lower_literal(self.faults, wanted, &literal)?)
            }
            _ => return self.wrong_shape(fact, value.span),
        };
        Some(stated(found, value.span))
    }

    fn wrong_shape<T>(&mut self, fact: &Fact, span: Span) -> Option<T> {
        let help = match &fact.kind {
            Type::List => "write a list of records: `[{field: value}, …]`",
            kind if kind.is_set() => "write a set in square brackets: `[a, b]`",
            _ => "write a single value",
        };
        self.faults.report(ResolveError::TypeMismatch {
            found: "this value".to_owned(),
            expected: describe(&fact.kind),
            help: help.to_owned(),
            span,
        })
    }

    fn lower_members(&mut self, fact: &Fact, members: &[Spanned<ast::Value>]) -> Option<Value> {
        let mut bits = 0;
        let mut texts = Vec::new();
        for member in members {
            let ast::Value::Literal(literal) = &member.node else {
                return self.wrong_shape(fact, member.span);
            };
            let literal = Spanned::new(literal.clone(), member.span);
            let wanted =
                Wanted { kind: &fact.kind, path: &fact.path, jurisdictions: self.jurisdictions };
            match lower_literal(self.faults, wanted, &literal)? {
                Value::Set(set) => bits |= set,
                Value::Texts(found) => texts.extend(found),
                _ => {}
            }
        }
        texts.sort();
        texts.dedup();
        let closed = matches!(fact.kind, Type::SetOf(_));
        Some(if closed { Value::Set(bits) } else { Value::Texts(texts) })
    }

    fn lower_items(&mut self, list: FactId, items: &[Spanned<ast::Value>]) -> Option<Vec<Item>> {
        let lowered: Vec<Option<Item>> = (1..)
            .zip(items)
            .map(|(position, item)| self.lower_item(list, position, item))
            .collect();
        lowered.into_iter().collect()
    }

    fn lower_item(
        &mut self,
        list: FactId,
        position: usize,
        item: &Spanned<ast::Value>,
    ) -> Option<Item> {
        let ast::Value::Record(entries) = &item.node else {
            let fact = self.vocabulary.fact(list)?;
            return self.wrong_shape(fact, item.span);
        };
        let mut fields = BTreeMap::new();
        let mut id = position.to_string();
        for (name, value) in entries {
            if name.node == "id" {
                id = id_of(&value.node).unwrap_or(id);
                if self.vocabulary.find_field(list, "id").is_none() {
                    continue;
                }
            }
            let statement = self.lower_field_statement(list, name, value)?;
            fields.insert(statement.0, statement.1);
        }
        Some(Item { id, fields, span: item.span })
    }

    fn lower_field_statement(
        &mut self,
        list: FactId,
        name: &Name,
        value: &Spanned<ast::Value>,
    ) -> Option<(u32, Statement)> {
        let vocabulary = self.vocabulary;
        let Some((id, field)) = vocabulary.find_field(list, &name.node) else {
            let list = vocabulary.fact(list)?;
            let known = list.fields.keys().map(String::as_str);
            let otherwise = format!("`{}` has no such field", list.path);
            return self.faults.unknown("field", name, known, &otherwise);
        };
        Some((id.index, self.lower_stated(None, field, value)?))
    }
}

fn id_of(value: &ast::Value) -> Option<String> {
    match value {
        ast::Value::Literal(ast::Literal::Word(word) | ast::Literal::Text(word)) => {
            Some(word.clone())
        }
        ast::Value::Literal(ast::Literal::Integer(number)) => Some(number.to_string()),
        _ => None,
    }
}
