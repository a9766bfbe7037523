//! Puts terms and rules in an order in which each comes after what it rests on.

use super::lowering::Lowering;
use super::rulesets::Entry;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Block, Clause, Condition, Guard, RuleReference};
use indexmap::{IndexMap, IndexSet};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// Something with a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    /// A term: position of its ruleset, its name.
    Term(usize, String),
    /// A rule: position of its ruleset, its number.
    Rule(usize, String),
}

impl<'a> Lowering<'a> {
    /// Terms and rules, each after what it rests on. Circles are reported and left out.
    pub(super) fn order(&mut self) -> Vec<Unit> {
        let units = all_units(self.entries);
        let graph = self.dependencies(&units);
        let mut order = Vec::new();
        // Components come with dependencies first.
        for component in kosaraju_scc(&graph) {
            match component.as_slice() {
                [single] if !graph.contains_edge(*single, *single) => {
                    order.extend(units.get_index(single.index()).cloned());
                }
                _ => self.report_circle(&units, &component, &graph),
            }
        }
        order
    }

    fn dependencies(&self, units: &IndexSet<Unit>) -> DiGraph<(), ()> {
        let mut graph = DiGraph::new();
        let nodes: Vec<NodeIndex> = units.iter().map(|_| graph.add_node(())).collect();
        let node =
            |unit: &Unit| units.get_index_of(unit).and_then(|index| nodes.get(index)).copied();
        for unit in units {
            for (from, to) in self.edges(unit) {
                if let (Some(from), Some(to)) = (node(&from), node(&to)) {
                    graph.update_edge(from, to, ());
                }
            }
        }
        graph
    }

    /// Pairs of a unit and what it rests on, as far as `unit`'s own text says so.
    fn edges(&self, unit: &Unit) -> Vec<(Unit, Unit)> {
        match unit {
            Unit::Term(ruleset, name) => {
                let term = self.entries.get(*ruleset).and_then(|entry| entry.terms.get(name));
                let conditions = term.map(|term| term.condition).into_iter();
                self.uses(*ruleset, conditions).map(|used| (unit.clone(), used)).collect()
            }
            Unit::Rule(ruleset, number) => self.edges_of_rule(unit, *ruleset, number),
        }
    }

    fn edges_of_rule(&self, unit: &Unit, ruleset: usize, number: &str) -> Vec<(Unit, Unit)> {
        let Some(entry) = self.entries.get(ruleset) else { return Vec::new() };
        let Some(rule) = entry.rules.get(number) else { return Vec::new() };
        let conditions = conditions_of(entry.header).into_iter().chain(conditions_of(rule.block));
        let mut edges: Vec<_> =
            self.uses(ruleset, conditions).map(|used| (unit.clone(), used)).collect();
        for clause in &rule.block.clauses {
            let sibling = |name: &str| Unit::Rule(ruleset, name.to_owned());
            match &clause.node {
                Clause::Overrides(other) => edges.push((sibling(&other.node), unit.clone())),
                Clause::SubjectTo(other) => edges.push((unit.clone(), sibling(&other.node))),
                _ => {}
            }
        }
        edges
    }

    fn uses<'c>(
        &self,
        ruleset: usize,
        conditions: impl Iterator<Item = &'c Spanned<Condition>>,
    ) -> impl Iterator<Item = Unit> {
        let mut found = Vec::new();
        let mut open: Vec<&Spanned<Condition>> = conditions.collect();
        while let Some(condition) = open.pop() {
            match &condition.node {
                Condition::Holds(path) => found.push(Unit::Term(ruleset, path.node.clone())),
                Condition::Rule { rule, .. } => found.extend(self.unit_of(ruleset, rule)),
                Condition::Not(inner) => open.push(inner),
                Condition::And(parts) | Condition::Or(parts) => open.extend(parts),
                Condition::List { items, .. } => open.extend(items),
                Condition::Quantified { filter, body, .. } => {
                    open.extend(filter.as_deref());
                    open.push(body);
                }
                Condition::Compare { .. }
                | Condition::In { .. }
                | Condition::Includes { .. }
                | Condition::State { .. }
                | Condition::Judged(_) => {}
            }
        }
        found.into_iter()
    }

    fn unit_of(&self, ruleset: usize, reference: &RuleReference) -> Option<Unit> {
        let target = match &reference.alias {
            None => ruleset,
            Some(alias) if alias.node == "this" => ruleset,
            Some(alias) => {
                let (target, _) = self.entries.get(ruleset)?.aliases.get(&alias.node)?;
                target.0 as usize
            }
        };
        Some(Unit::Rule(target, reference.rule.node.clone()))
    }

    fn report_circle(
        &mut self,
        units: &IndexSet<Unit>,
        component: &[NodeIndex],
        graph: &DiGraph<(), ()>,
    ) {
        let circle = shortest_circle(component, graph);
        let units_of = circle.iter().filter_map(|node| units.get_index(node.index()));
        let members: Vec<(String, Span)> =
            units_of.filter_map(|unit| Some((self.name_of(unit), self.place_of(unit)?))).collect();
        for node in component {
            if let Some(Unit::Term(ruleset, name)) = units.get_index(node.index()) {
                self.poison_term(*ruleset, name);
            }
        }
        self.faults.circle::<()>("these", &members);
    }

    fn name_of(&self, unit: &Unit) -> String {
        let (Unit::Term(ruleset, name) | Unit::Rule(ruleset, name)) = unit;
        let id = self.entries.get(*ruleset).map_or("", |entry| entry.ruleset.id.as_str());
        format!("{id}.{name}")
    }

    fn place_of(&self, unit: &Unit) -> Option<Span> {
        match unit {
            Unit::Term(ruleset, name) => Some(self.entries.get(*ruleset)?.terms.get(name)?.span),
            Unit::Rule(ruleset, name) => {
                Some(self.entries.get(*ruleset)?.rules.get(name)?.block.head.span)
            }
        }
    }
}

fn all_units(entries: &[Entry<'_>]) -> IndexSet<Unit> {
    let mut units = IndexSet::new();
    for (index, entry) in entries.iter().enumerate() {
        units.extend(entry.terms.keys().map(|name| Unit::Term(index, name.clone())));
        units.extend(entry.rules.keys().map(|number| Unit::Rule(index, number.clone())));
    }
    units
}

/// All conditions in the clauses of a block, terms aside.
fn conditions_of(block: &Block) -> Vec<&Spanned<Condition>> {
    let mut found = Vec::new();
    for clause in &block.clauses {
        match &clause.node {
            Clause::Applies(guard) | Clause::Except(guard) | Clause::Deemed(guard) => {
                found.push(&guard.condition);
            }
            Clause::ForEvery { filter, .. } => found.extend(filter),
            Clause::Norm(norm) => found.push(&norm.condition),
            Clause::Unless { guard: Guard { condition, .. }, instead } => {
                found.push(condition);
                found.extend(instead.as_ref().map(|norm| &norm.condition));
            }
            _ => {}
        }
    }
    found
}

/// A shortest way from the first node of a component back to itself.
fn shortest_circle(component: &[NodeIndex], graph: &DiGraph<(), ()>) -> Vec<NodeIndex> {
    let Some(&start) = component.iter().min() else { return Vec::new() };
    // Each node with the one it was reached from.
    let mut reached: IndexMap<NodeIndex, NodeIndex> = IndexMap::new();
    let mut open = std::collections::VecDeque::from([start]);
    while let Some(last) = open.pop_front() {
        let mut next: Vec<NodeIndex> = graph.neighbors(last).collect();
        next.sort();
        for node in next {
            if node == start {
                return way_to(last, start, &reached);
            }
            if !reached.contains_key(&node) {
                reached.insert(node, last);
                open.push_back(node);
            }
        }
    }
    vec![start]
}

/// The nodes from `start` to `end`, both included.
fn way_to(
    end: NodeIndex,
    start: NodeIndex,
    reached: &IndexMap<NodeIndex, NodeIndex>,
) -> Vec<NodeIndex> {
    let before = |&node: &NodeIndex| reached.get(&node).copied().filter(|_| node != start);
    let mut way: Vec<NodeIndex> = std::iter::successors(Some(end), before).collect();
    way.reverse();
    way
}
