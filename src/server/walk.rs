//! Walks the tree of a file and notes every name in it, by the rules by which names are resolved.

use super::meaning::declared;
use super::names::{Occurrence, Symbol};
use crate::model::vocabulary::Type;
use crate::resolve::Base;
use crate::source::{FileId, Span, Spanned};
use crate::syntax::ast::{
    self, Block, Clause, Condition, File, Head, Literal, Name, Operand, Path, RuleReference, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// The list of placements, one row for each territory.
pub(super) const PLACEMENTS: &str = "market.placements";

/// All names in a file, in the order of the text.
pub(super) fn occurrences(file: FileId, tree: &File, base: &Base) -> Vec<Occurrence> {
    let mut walker = Walker::new(file, tree, base);
    for block in &tree.blocks {
        walker.block(block);
    }
    walker.found
}

struct Walker<'a> {
    base: &'a Base,
    file: FileId,
    /// Id and edition of the file's ruleset.
    own: (String, String),
    aliases: BTreeMap<&'a str, (&'a str, &'a str)>,
    terms: BTreeSet<&'a str>,
    parameters: BTreeSet<&'a str>,
    /// Names of items in reach, the innermost last.
    items: Vec<(&'a str, &'a str, Span)>,
    /// The fact or field that is being declared.
    fact: String,
    found: Vec<Occurrence>,
}

impl<'a> Walker<'a> {
    fn new(file: FileId, tree: &'a File, base: &'a Base) -> Self {
        let mut walker = Walker {
            base,
            file,
            own: Default::default(),
            aliases: BTreeMap::new(),
            terms: BTreeSet::new(),
            parameters: BTreeSet::new(),
            items: Vec::new(),
            fact: String::new(),
            found: Vec::new(),
        };
        let Some(header) = tree.blocks.first() else { return walker };
        if let Head::Ruleset { id, edition } = &header.head.node {
            walker.own = (id.node.clone(), edition.node.clone());
        }
        for clause in &header.clauses {
            match &clause.node {
                Clause::Term { name, .. } => drop(walker.terms.insert(&name.node)),
                Clause::Parameter { name, .. } => drop(walker.parameters.insert(&name.node)),
                Clause::UsesRuleset { id, edition, alias } => {
                    walker.aliases.insert(&alias.node, (&id.node, &edition.node));
                }
                _ => {}
            }
        }
        walker
    }

    fn note(&mut self, span: Span, symbol: Symbol, declares: bool) {
        // Nearly always the last: the tree is walked in the order of the text.
        let place = (span.start, span.end);
        let earlier = |one: &&Occurrence| (one.span.start, one.span.end) <= place;
        let index = self.found.iter().rposition(|one| earlier(&one)).map_or(0, |last| last + 1);
        self.found.insert(index, Occurrence { span, symbol, declares });
    }

    fn uses(&mut self, name: &Name, symbol: Symbol) {
        self.note(name.span, symbol, false);
    }

    fn block(&mut self, block: &'a Block) {
        self.items.clear();
        match &block.head.node {
            Head::Ruleset { id, edition } => {
                let symbol = Symbol::Ruleset(id.node.clone(), edition.node.clone());
                self.note(id.span, symbol, true);
            }
            Head::Rule(number) => {
                let symbol = self.own_rule(&number.node);
                self.note(number.span, symbol, true);
            }
            Head::Example(name) | Head::Profile(name) => {
                self.note(name.span, Symbol::Example(self.file, name.node.clone()), true);
            }
            Head::Fact(path) => {
                self.fact.clone_from(&path.node);
                self.note(path.span, Symbol::Fact(path.node.clone()), true);
            }
            Head::Field(path) => {
                self.fact.clone_from(&path.node);
                let list = path.node.rsplit_once('.').map_or("", |(list, _)| list);
                let (head, tail) = split(path.span, list.len());
                self.note(head, Symbol::Fact(list.to_owned()), false);
                self.note(tail, Symbol::Field(path.node.clone()), true);
            }
            Head::Jurisdiction(code) => {
                self.note(code.span, Symbol::Place(code.node.clone()), true);
            }
            Head::Vocabulary { .. } | Head::Jurisdictions { .. } => {}
        }
        for clause in &block.clauses {
            self.clause(&clause.node);
        }
    }

    fn clause(&mut self, clause: &'a Clause) {
        match clause {
            Clause::AppliesIn(codes) | Clause::AlsoKnownAs(codes) => {
                codes.iter().for_each(|code| self.place(code));
            }
            Clause::Within(code) => self.place(code),
            Clause::AddressedTo(roles) => {
                roles.iter().for_each(|role| self.uses(role, Symbol::Role(role.node.clone())));
            }
            Clause::Serves(goals) => {
                goals.iter().for_each(|goal| self.uses(goal, Symbol::Goal(goal.node.clone())));
            }
            Clause::UsesRuleset { id, edition, alias } => {
                self.uses(id, Symbol::Ruleset(id.node.clone(), edition.node.clone()));
                self.note(alias.span, Symbol::Alias(self.file, alias.node.clone()), true);
            }
            Clause::Term { name, condition } => {
                self.note(name.span, Symbol::Term(self.file, name.node.clone()), true);
                self.condition(condition);
            }
            Clause::Parameter { name, .. } => {
                self.note(name.span, Symbol::Parameter(self.file, name.node.clone()), true);
            }
            Clause::Applies(guard) | Clause::Except(guard) | Clause::Deemed(guard) => {
                self.condition(&guard.condition);
            }
            Clause::ForEvery { variable, list, filter } => {
                self.path(list);
                self.open_item(variable, list);
                filter.iter().for_each(|filter| self.condition(filter));
            }
            Clause::Norm(norm) => self.condition(&norm.condition),
            Clause::Unless { guard, instead } => {
                self.condition(&guard.condition);
                instead.iter().for_each(|norm| self.condition(&norm.condition));
            }
            Clause::Overrides(number) | Clause::SubjectTo(number) => {
                let symbol = self.own_rule(&number.node);
                self.uses(number, symbol);
            }
            Clause::Claim { rule, .. } => self.rule(rule),
            _ => self.clause_of_example(clause),
        }
    }

    fn clause_of_example(&mut self, clause: &'a Clause) {
        match clause {
            Clause::Like(name) => {
                self.note(name.span, Symbol::Example(self.file, name.node.clone()), false);
            }
            Clause::Given(facts) => {
                for (path, value) in facts {
                    let path = self.path(path);
                    self.given(path.as_deref(), value);
                }
            }
            Clause::Without(paths) => paths.iter().for_each(|path| drop(self.path(path))),
            Clause::Placed { territory, .. } => self.place(territory),
            Clause::JudgedAs { rule, .. } => self.rule(rule),
            Clause::Expect { rule, needing, .. } => {
                self.rule(rule);
                needing.iter().for_each(|path| drop(self.path(path)));
            }
            _ => self.clause_of_vocabulary(clause),
        }
    }

    fn clause_of_vocabulary(&mut self, clause: &'a Clause) {
        let of = self.fact.clone();
        match clause {
            Clause::Role { name, .. } => {
                self.note(name.span, Symbol::Role(name.node.clone()), true);
            }
            Clause::Goal { name, .. } => {
                self.note(name.span, Symbol::Goal(name.node.clone()), true);
            }
            Clause::ValueTitle { name, .. } => {
                self.uses(name, Symbol::Value { of, value: name.node.clone() });
            }
            Clause::Type(kind) => match &kind.node {
                ast::Type::OneOf(names) | ast::Type::SetOf(names) => {
                    for name in names {
                        let symbol = Symbol::Value { of: of.clone(), value: name.node.clone() };
                        self.note(name.span, symbol, true);
                    }
                }
                ast::Type::Reference(path) => drop(self.path(path)),
                _ => {}
            },
            _ => {}
        }
    }

    fn condition(&mut self, condition: &'a Spanned<Condition>) {
        match &condition.node {
            Condition::Holds(path) if self.terms.contains(path.node.as_str()) => {
                self.uses(path, Symbol::Term(self.file, path.node.clone()));
            }
            Condition::Holds(path) => drop(self.path(path)),
            Condition::Not(inner) => self.condition(inner),
            Condition::And(parts) | Condition::Or(parts) | Condition::List { items: parts, .. } => {
                parts.iter().for_each(|part| self.condition(part));
            }
            Condition::Compare { left, right, .. } => {
                let left = self.operand(left, None);
                self.operand(right, left.as_deref());
            }
            Condition::In { left, values, .. } | Condition::Includes { left, values, .. } => {
                if let Some(left) = self.operand(left, None) {
                    values.iter().for_each(|value| self.literal(&left, value));
                }
            }
            Condition::State { left, .. } => drop(self.operand(left, None)),
            Condition::Quantified { variable, list, filter, body, .. } => {
                self.path(list);
                let reach = self.items.len();
                self.open_item(variable, list);
                filter.iter().for_each(|filter| self.condition(filter));
                self.condition(body);
                self.items.truncate(reach);
            }
            Condition::Rule { rule, .. } => self.rule(rule),
            Condition::Judged(_) => {}
        }
    }

    fn open_item(&mut self, variable: &'a Name, list: &'a Path) {
        let symbol = Symbol::Item { given: variable.span, list: list.node.clone() };
        self.note(variable.span, symbol, true);
        self.items.push((&variable.node, &list.node, variable.span));
    }

    /// A side of a comparison; the path of its fact, if it has one. A word on the right may be a
    /// value of the fact on the left.
    fn operand(&mut self, operand: &'a Spanned<Operand>, left: Option<&str>) -> Option<String> {
        match &operand.node {
            Operand::Path(path) if self.is_value(&path.node) => {
                let literal = Spanned::new(Literal::Word(path.node.clone()), path.span);
                self.literal(left?, &literal);
                None
            }
            Operand::Path(path) => self.path(path),
            Operand::Sum { left: one, right: two, .. } => {
                let one = self.operand(one, left);
                self.operand(two, left);
                one
            }
            Operand::Literal(literal) => {
                self.literal(left?, &Spanned::new(literal.clone(), operand.span));
                None
            }
            Operand::Today => None,
        }
    }

    /// Whether a word names nothing, so that it must be a value.
    fn is_value(&self, word: &str) -> bool {
        !word.contains('.')
            && !self.base.vocabulary.facts.contains_key(word)
            && !self.parameters.contains(word)
            && !self.items.iter().any(|(name, ..)| *name == word)
    }

    fn literal(&mut self, of: &str, literal: &Spanned<Literal>) {
        let Literal::Word(word) = &literal.node else { return };
        let Some(fact) = declared(self.base, of) else { return };
        match &fact.kind {
            Type::OneOf(_) | Type::SetOf(_) => {
                let symbol = Symbol::Value { of: of.to_owned(), value: word.clone() };
                self.note(literal.span, symbol, false);
            }
            Type::Territory => self.place(&Spanned::new(word.clone(), literal.span)),
            _ => {}
        }
    }

    /// A path; answers that of the fact or field that it means, if it means one.
    fn path(&mut self, path: &'a Path) -> Option<String> {
        let name = path.node.as_str();
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        let item = self.items.iter().rev().find(|(name, ..)| *name == first).copied();
        if let Some((_, list, given)) = item {
            let (head, tail) = split(path.span, first.len());
            self.note(head, Symbol::Item { given, list: list.to_owned() }, false);
            return self.field(list, rest, tail);
        }
        if first == "placement" && !rest.is_empty() {
            let (_, tail) = split(path.span, first.len());
            return self.field(PLACEMENTS, rest, tail);
        }
        if self.parameters.contains(name) && !self.base.vocabulary.facts.contains_key(name) {
            self.uses(path, Symbol::Parameter(self.file, path.node.clone()));
            return None;
        }
        self.uses(path, Symbol::Fact(path.node.clone()));
        Some(path.node.clone())
    }

    fn field(&mut self, list: &str, name: &str, span: Span) -> Option<String> {
        if name.is_empty() {
            return None;
        }
        let path = format!("{list}.{name}");
        self.note(span, Symbol::Field(path.clone()), false);
        Some(path)
    }

    fn given(&mut self, of: Option<&str>, value: &'a Spanned<Value>) {
        match &value.node {
            Value::Literal(literal) => {
                if let Some(of) = of {
                    self.literal(of, &Spanned::new(literal.clone(), value.span));
                }
            }
            Value::List(values) => values.iter().for_each(|value| self.given(of, value)),
            Value::Record(fields) => {
                for (name, value) in fields {
                    let path = of.and_then(|list| self.field(list, &name.node, name.span));
                    self.given(path.as_deref(), value);
                }
            }
            Value::Absent => {}
        }
    }

    fn rule(&mut self, reference: &RuleReference) {
        let number = reference.rule.node.clone();
        let Some(alias) = reference.alias.as_ref().filter(|alias| alias.node != "this") else {
            let symbol = self.own_rule(&number);
            return self.uses(&reference.rule, symbol);
        };
        self.uses(alias, Symbol::Alias(self.file, alias.node.clone()));
        if let Some((id, edition)) = self.aliases.get(alias.node.as_str()) {
            let (id, edition) = ((*id).to_owned(), (*edition).to_owned());
            self.uses(&reference.rule, Symbol::Rule { id, edition, number });
        }
    }

    fn own_rule(&self, number: &str) -> Symbol {
        let (id, edition) = self.own.clone();
        Symbol::Rule { id, edition, number: number.to_owned() }
    }

    fn place(&mut self, name: &Name) {
        let jurisdictions = &self.base.jurisdictions;
        let found = jurisdictions.find(&name.node).and_then(|id| jurisdictions.get(id));
        let code = found.map_or(name.node.clone(), |found| found.code.clone());
        self.uses(name, Symbol::Place(code));
    }
}

/// The first word of a path, and what stands after its dot.
fn split(span: Span, first: usize) -> (Span, Span) {
    let middle = span.start.saturating_add(u32::try_from(first).unwrap_or(u32::MAX)).min(span.end);
    let after = middle.saturating_add(1).min(span.end);
    (Span { end: middle, ..span }, Span { start: after, ..span })
}
