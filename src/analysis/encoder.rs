//! Conditions of the law as gates of a circuit.

use super::choices::{Choice, Choices, Items, Subset};
use super::circuit::{Circuit, Dual};
use super::domain::Domains;
use super::ground::{Given, Ground};
use super::lazy::Lazy;
use super::members::Member;
use super::reach::Reaches;
use super::slots::Slots;
use super::solver::Solver;
use super::source::{Source, Variable};
use super::table::Leaf;
use super::test::{answer, leaves};
use crate::model::condition::{Binder, JudgementId, Node, NodeId, Operand};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, Type};
use crate::plan::truth::Truth;
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// Encodes conditions about one product.
#[derive(Debug)]
pub(super) struct Encoder<'a, S> {
    pub(super) ground: Ground<'a>,
    pub(super) circuit: Circuit<S>,
    pub(super) choices: Choices,
    pub(super) domains: Domains,
    pub(super) slots: BTreeMap<FactId, Slots>,
    /// Assumed where only what is told apart counts: no value elsewhere, no further items.
    pub(super) strict: Lit,
    /// Assumed where what is not told apart counts as unknown: what holds then, holds whatever it
    /// is.
    pub(super) blind: Lit,
    /// Tests whose rows are added as models ask for them.
    pub(super) lazy: Vec<Lazy>,
    reaches: Reaches,
    known: BTreeMap<(NodeId, Env), Dual>,
}

/// Which market and which items a condition is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Env {
    pub(super) market: u32,
    pub(super) rule: Option<u32>,
    pub(super) quantifier: Option<u32>,
}

impl Env {
    pub(super) fn of_market(market: u32) -> Env {
        Env { market, ..Env::default() }
    }
}

impl<'a, S: Solver> Encoder<'a, S> {
    pub(super) fn new(
        ground: Ground<'a>,
        domains: Domains,
        slots: BTreeMap<FactId, Slots>,
    ) -> Encoder<'a, S> {
        let mut circuit: Circuit<S> = Circuit::default();
        let (strict, blind) = (circuit.solver.fresh(), circuit.solver.fresh());
        Encoder {
            ground,
            circuit,
            choices: Choices::default(),
            domains,
            slots,
            strict,
            blind,
            lazy: Vec::new(),
            reaches: Reaches::default(),
            known: BTreeMap::new(),
        }
    }

    /// The gate of a condition.
    pub(super) fn encode(&mut self, id: NodeId, env: Env) -> Dual {
        let reach = self.reaches.of(&self.ground, id);
        let env = Env {
            market: if reach.market { env.market } else { 0 },
            rule: env.rule.filter(|_| reach.rule),
            quantifier: env.quantifier.filter(|_| reach.quantifier),
        };
        if let Some(known) = self.known.get(&(id, env)) {
            return *known;
        }
        let dual = self.encode_new(id, env);
        self.known.insert((id, env), dual);
        dual
    }

    fn encode_new(&mut self, id: NodeId, env: Env) -> Dual {
        let law = self.ground.law;
        match law.graph.get(id) {
            None => self.circuit.constant(Truth::Unknown),
            Some(Node::Constant(value)) => self.circuit.constant((*value).into()),
            Some(Node::And(parts)) => {
                let parts: Vec<Dual> = parts.iter().map(|&part| self.encode(part, env)).collect();
                self.circuit.all(&parts)
            }
            Some(Node::Or(parts)) => {
                let parts: Vec<Dual> = parts.iter().map(|&part| self.encode(part, env)).collect();
                self.circuit.any(&parts)
            }
            Some(Node::Not(part)) => !self.encode(*part, env),
            Some(Node::Rule { node, .. }) => self.encode(*node, env),
            Some(Node::Some { binder, list, body }) => self.encode_some(*binder, *list, *body, env),
            Some(Node::Judged(judgement)) => self.encode_judged(*judgement),
            Some(Node::CheckedIn(period)) => {
                self.circuit.constant(period.contains(self.ground.on).into())
            }
            Some(Node::Triggered(trigger)) => self.encode_trigger(*trigger, env),
            Some(test) => self.encode_test(test, env),
        }
    }

    fn encode_some(&mut self, binder: Binder, list: FactId, body: NodeId, env: Env) -> Dual {
        let Some(items) = self.items(list) else {
            return self.circuit.constant(Truth::Unknown);
        };
        let mut parts = Vec::new();
        for (slot, live) in (0u32..).zip(&items.live) {
            let inside = match binder {
                Binder::Rule => Env { rule: Some(slot), ..env },
                Binder::Quantifier => Env { quantifier: Some(slot), ..env },
            };
            let body = self.encode(body, inside);
            let live = self.circuit.two_valued(*live);
            parts.push(self.circuit.all(&[live, body]));
        }
        if let Some(more) = items.more {
            let (more, body) = (self.circuit.two_valued(more), self.untold());
            parts.push(self.circuit.all(&[more, body]));
        }
        let some = self.circuit.any(&parts);
        self.unless(items.unknown, some)
    }

    /// True, false or unknown, as what is not told apart makes it.
    pub(super) fn untold(&mut self) -> Dual {
        let free = self.circuit.free();
        self.circuit.demand_if(self.blind, !free.yes);
        self.circuit.demand_if(self.blind, !free.no);
        free
    }

    /// What is asked of something of which nothing may be known.
    fn unless(&mut self, unknown: Lit, known: Dual) -> Dual {
        if unknown == self.circuit.never() {
            return known;
        }
        Dual {
            yes: self.circuit.and([known.yes, !unknown]),
            no: self.circuit.and([known.no, !unknown]),
        }
    }

    fn encode_judged(&mut self, id: JudgementId) -> Dual {
        if let known @ (Truth::True | Truth::False) = self.ground.judged(id) {
            return self.circuit.constant(known);
        }
        let law = self.ground.law;
        let Some(judgement) = law.judgement(id) else {
            return self.circuit.constant(Truth::Unknown);
        };
        let rule = law.rule(judgement.rule).map(|rule| rule.id.clone()).unwrap_or_default();
        let key = (rule, judgement.text.en.clone());
        if let Some(known) = self.choices.judgements.get(&key) {
            return *known;
        }
        let judged = if self.ground.leaves_unknown() {
            self.circuit.free()
        } else {
            let literal = self.circuit.solver.fresh();
            self.circuit.two_valued(literal)
        };
        self.choices.judgements.insert(key, judged);
        judged
    }

    /// The items of a list; `None` where nothing is known of them, and nothing may be chosen.
    pub(super) fn items(&mut self, list: FactId) -> Option<Items> {
        if let Some(known) = self.choices.lists.get(&list) {
            return Some(known.clone());
        }
        let items = self.new_items(list)?;
        self.choices.lists.insert(list, items.clone());
        Some(items)
    }

    fn new_items(&mut self, list: FactId) -> Option<Items> {
        let is_placements = Some(list) == self.ground.placement_list();
        let stated = match self.ground.items(list) {
            _ if is_placements && self.ground.is_placed_alike() => Some(self.ground.markets.len()),
            stated => stated.map(<[_]>::len),
        };
        match stated {
            Some(count) if self.ground.may_change_items(list) => Some(self.free_items(list, count)),
            Some(count) => Some(self.stated_items(list, count)),
            None if self.ground.fact(list) != Given::Free => None,
            None => Some(self.free_items(list, 0)),
        }
    }

    fn stated_items(&self, list: FactId, count: usize) -> Items {
        let (always, never) = (self.circuit.always(), self.circuit.never());
        let is_absent = self.ground.stated(list) == Given::Absent;
        let absent = if is_absent { always } else { never };
        Items { absent, unknown: never, live: vec![always; count], more: None }
    }

    fn free_items(&mut self, list: FactId, stated: usize) -> Items {
        let slots = self.slots.get(&list).copied().unwrap_or(Slots { count: 1, is_enough: false });
        let more = (!slots.is_enough).then(|| self.circuit.solver.fresh());
        if let Some(more) = more {
            self.circuit.demand_if(self.strict, !more);
        }
        let now = self.ground.stated(list);
        let declared = self.ground.law.vocabulary.fact(list);
        let optional = declared.is_some_and(|fact| fact.optional) || now == Given::Absent;
        let is_stated = self.ground.items(list).is_some();
        let open = self.ground.leaves_unknown() && !is_stated;
        Items::new(&mut self.circuit, stated, slots.count, [optional, open], more)
    }

    /// The name of an item.
    pub(super) fn item_id(&self, list: FactId, slot: u32) -> String {
        item_id(&self.ground, list, slot)
    }

    fn encode_test(&mut self, test: &Node, env: Env) -> Dual {
        if let Some((operand, kind)) = self.whole(test) {
            return match kind {
                Type::List => self.encode_list_test(test, operand),
                _ => self.encode_set_test(test, operand, env),
            };
        }
        let is_open = |leaf: &&Operand| self.ground.is_open_parameter(leaf, env.market as usize);
        if leaves(test).iter().any(is_open) {
            return self.untold();
        }
        let mut variables: Vec<Variable> = Vec::new();
        for leaf in leaves(test) {
            if let Leaf::Variable(variable) = self.leaf(leaf, env)
                && !variables.contains(&variable)
            {
                variables.push(variable);
            }
        }
        self.encode_table(test, env, &variables)
    }

    /// The set or list that a test speaks of, where its members may be chosen.
    fn whole<'n>(&self, test: &'n Node) -> Option<(&'n Operand, Type)> {
        let operand = match test {
            Node::Includes { operand, .. } | Node::Empty(operand) | Node::Present(operand) => {
                operand
            }
            _ => return None,
        };
        let vocabulary = &self.ground.law.vocabulary;
        let kind = match operand {
            Operand::Fact(fact) => vocabulary.fact(*fact)?.kind.clone(),
            Operand::Field(_, field) | Operand::Placement(field) => {
                vocabulary.field(*field)?.kind.clone()
            }
            _ => return None,
        };
        (kind == Type::List || kind.is_set()).then_some((operand, kind))
    }

    fn encode_list_test(&mut self, test: &Node, operand: &Operand) -> Dual {
        let Operand::Fact(list) = operand else { return self.untold() };
        let Some(items) = self.items(*list) else {
            return self.circuit.constant(Truth::Unknown);
        };
        let there = items.all();
        let literal = match test {
            Node::Empty(_) => !self.circuit.or(there),
            _ => !items.absent,
        };
        let known = self.circuit.two_valued(literal);
        self.unless(items.unknown, known)
    }

    fn encode_set_test(&mut self, test: &Node, operand: &Operand, env: Env) -> Dual {
        let variable = match self.leaf(operand, env) {
            Leaf::Given(given) => {
                let truth = answer(test, &mut |_| given.clone());
                return self.circuit.constant(truth);
            }
            Leaf::Variable(variable) => variable,
        };
        let Some(set) = self.set(variable) else { return self.untold() };
        let literal = match test {
            Node::Present(_) => !set.absent,
            Node::Empty(_) => !self.circuit.or(set.members),
            Node::Includes { members, all, .. } => {
                let wanted = self.members(variable.source, members, &set);
                if *all { self.circuit.and(wanted) } else { self.circuit.or(wanted) }
            }
            _ => return self.untold(),
        };
        let known = self.circuit.two_valued(literal);
        self.unless(set.unknown, known)
    }

    fn members(&self, source: Source, wanted: &Value, set: &Subset) -> Vec<Lit> {
        let Some(members) = self.domains.sets.get(&source) else { return Vec::new() };
        let is_wanted = |member: &Member| match (member, wanted) {
            (Member::Word(bit), Value::Set(bits)) => (bits >> bit) & 1 == 1,
            (Member::Text(text), Value::Texts(texts)) => texts.contains(text),
            _ => false,
        };
        let named = members.named.iter().zip(&set.members);
        named.filter(|(member, _)| is_wanted(member)).map(|(_, literal)| *literal).collect()
    }

    fn set(&mut self, variable: Variable) -> Option<Subset> {
        if let Some(known) = self.choices.sets.get(&variable) {
            return Some(known.clone());
        }
        let members = self.domains.sets.get(&variable.source)?;
        let declared = variable.source.declared(&self.ground.law.vocabulary);
        let now = self.ground.now(variable);
        let optional = declared.is_some_and(|fact| fact.optional) || now == Given::Absent;
        let open = self.ground.leaves_unknown() && now == Given::Free;
        let set = Subset::new(&mut self.circuit, members, optional, open);
        self.choices.sets.insert(variable, set.clone());
        Some(set)
    }

    pub(super) fn scalar(&mut self, variable: Variable) -> Option<Choice> {
        if let Some(known) = self.choices.scalars.get(&variable) {
            return Some(known.clone());
        }
        let domain = self.domains.scalars.get(&variable.source)?;
        let choice = Choice::new(&mut self.circuit, domain, self.strict);
        if self.ground.leaves_unknown() && self.ground.now(variable) != Given::Free {
            let unknown = domain.values.iter().position(|value| *value == Given::Unknown);
            if let Some(literal) = unknown.and_then(|at| choice.values.get(at)) {
                self.circuit.solver.demand(&[!*literal]);
            }
        }
        self.refer_to_items(variable, &choice);
        self.choices.scalars.insert(variable, choice.clone());
        Some(choice)
    }

    /// A reference names an item that is there.
    fn refer_to_items(&mut self, variable: Variable, choice: &Choice) {
        let kind = variable.source.kind(&self.ground.law.vocabulary).cloned();
        let Some(Type::Reference(list)) = kind else { return };
        if !self.slots.contains_key(&list) {
            return;
        }
        let Some(items) = self.items(list) else { return };
        for (value, live) in choice.values.iter().zip(items.live) {
            self.circuit.demand_if(*value, live);
        }
    }
}

/// The name of an item: its own where it is stated, else the list's name and a number that no
/// stated item has.
pub(super) fn item_id(ground: &Ground<'_>, list: FactId, slot: u32) -> String {
    let stated = ground.items(list).unwrap_or_default();
    if let Some(item) = stated.get(slot as usize) {
        return item.id.clone();
    }
    let path = ground.law.vocabulary.fact(list).map_or("item", |fact| fact.path.as_str());
    let name = path.rsplit('.').next().unwrap_or(path);
    let mut id = format!("{}-{}", name.replace('_', "-"), slot + 1);
    while stated.iter().any(|item| item.id == id) {
        id.push_str("-new");
    }
    id
}
