//! The parts that a rule's meaning is put together from, so that one can be left out.
//!
//! Says the same as `resolve`, which folds the parts into the conditions of a verdict. The two are
//! held together on every rule: equal conditions are one node.

use crate::model::condition::{Binder, Graph, Node, NodeId};
use crate::model::law::Law;
use crate::model::rule::{Clause, ClauseRole, Meaning, Modality, Rule, RuleId};
use crate::model::vocabulary::FactId;

/// What lifts a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lifting {
    /// `unless`, by the position of its clause.
    Unless(usize),
    /// A rule that overrides this one.
    Rule(RuleId),
}

/// The parts of one rule, about one item where it speaks of a list.
#[derive(Debug, Clone)]
pub(super) struct Anatomy {
    pub(super) list: Option<FactId>,
    /// The dates, and the event.
    pub(super) live: NodeId,
    /// Limits of the scope, with the positions of their clauses; exceptions are negated.
    pub(super) scope: Vec<(usize, NodeId)>,
    pub(super) filter: NodeId,
    pub(super) lifted: Vec<(Lifting, NodeId)>,
    /// Replacements by the position of their `unless`: when, and what instead.
    pub(super) replaced: Vec<(usize, NodeId, NodeId)>,
    pub(super) routes: Vec<(usize, NodeId)>,
    pub(super) norm: NodeId,
    pub(super) binds: bool,
}

impl Anatomy {
    /// Takes a rule apart; nothing if the parts do not add up to what it means.
    pub(super) fn of(law: &Law, graph: &mut Graph, id: RuleId) -> Option<Anatomy> {
        let rule = law.rule(id)?;
        let meaning = rule.meaning;
        let list = match graph.get(meaning.items) {
            Some(Node::Some { binder: Binder::Rule, list, .. }) => Some(*list),
            _ => None,
        };
        let always = graph.constant(true);
        let mut parts = Anatomy {
            list,
            live: graph.and([meaning.in_force, meaning.triggered]),
            scope: Vec::new(),
            filter: always,
            lifted: Vec::new(),
            replaced: Vec::new(),
            routes: Vec::new(),
            norm: always,
            binds: rule.modality != Modality::May,
        };
        for (index, clause) in rule.clauses.iter().enumerate() {
            parts.add(graph, index, clause, rule.clauses.get(index + 1));
        }
        parts.lifted.extend(overriding(law, graph, id));
        parts.add_up(graph, meaning).then_some(parts)
    }

    fn add(&mut self, graph: &mut Graph, index: usize, clause: &Clause, next: Option<&Clause>) {
        let counts = match clause.period.is_unbounded() {
            true => graph.constant(true),
            false => graph.intern(Node::CheckedIn(clause.period)),
        };
        let node = graph.and([counts, clause.condition]);
        match clause.role {
            ClauseRole::Applies => self.scope.push((index, node)),
            ClauseRole::Except => {
                let outside = graph.not(node);
                self.scope.push((index, outside));
            }
            ClauseRole::Filter => self.filter = node,
            ClauseRole::Norm => self.norm = node,
            ClauseRole::Unless => self.lifted.push((Lifting::Unless(index), node)),
            ClauseRole::UnlessInstead => {
                let instead = next.filter(|next| next.role == ClauseRole::Instead);
                self.replaced.extend(instead.map(|instead| (index, node, instead.condition)));
            }
            ClauseRole::Instead => {}
            ClauseRole::Deemed => self.routes.push((index, node)),
        }
    }

    /// The scope, without one of its clauses.
    pub(super) fn scope_without(&self, graph: &mut Graph, left_out: Option<usize>) -> NodeId {
        let kept = self.scope.iter().filter(|(index, _)| Some(*index) != left_out);
        graph.and(kept.map(|(_, node)| *node))
    }

    /// The item passes the filter, and nothing lifts the duty but what is left out.
    pub(super) fn standing_without(&self, graph: &mut Graph, left_out: Option<Lifting>) -> NodeId {
        let kept = self.lifted.iter().filter(|(lifting, _)| Some(*lifting) != left_out);
        let lifted = graph.or(kept.map(|(_, node)| *node));
        let stands = graph.not(lifted);
        graph.and([self.filter, stands])
    }

    /// The norm where nothing replaces it, and each replacement where it does, without one.
    pub(super) fn direct_without(&self, graph: &mut Graph, left_out: Option<usize>) -> NodeId {
        let kept: Vec<_> =
            self.replaced.iter().filter(|(index, ..)| Some(*index) != left_out).collect();
        let replaced = graph.or(kept.iter().map(|(_, when, _)| *when));
        let mut demands = vec![graph.or([replaced, self.norm])];
        for (_, when, demand) in kept {
            let idle = graph.not(*when);
            demands.push(graph.or([idle, *demand]));
        }
        graph.and(demands)
    }

    /// Some deemed route is taken, without one.
    pub(super) fn routes_without(&self, graph: &mut Graph, left_out: Option<usize>) -> NodeId {
        let kept = self.routes.iter().filter(|(index, _)| Some(*index) != left_out);
        graph.or(kept.map(|(_, node)| *node))
    }

    /// The norm fails, and every route.
    pub(super) fn fails(&self, graph: &mut Graph) -> NodeId {
        let direct = self.direct_without(graph, None);
        let met = graph.or([direct].into_iter().chain(self.routes.iter().map(|(_, node)| *node)));
        if self.binds { graph.not(met) } else { graph.constant(true) }
    }

    /// Whether the parts add up to what the rule means: the same conditions, which are one node.
    fn add_up(&self, graph: &mut Graph, meaning: Meaning) -> bool {
        let standing = self.standing_without(graph, None);
        let fails = self.fails(graph);
        let failing = graph.and([standing, fails]);
        let scope = self.scope_without(graph, None);
        let (standing, failing) = (self.fold(graph, standing), self.fold(graph, failing));
        let is_failing = !self.binds || failing == meaning.failing;
        scope == meaning.in_scope && standing == meaning.standing && is_failing
    }

    fn fold(&self, graph: &mut Graph, body: NodeId) -> NodeId {
        match self.list {
            Some(list) => graph.intern(Node::Some { binder: Binder::Rule, list, body }),
            None => body,
        }
    }

    /// Where the rule binds by its dates and scope, for some item of its list.
    pub(super) fn where_bound(&self, graph: &mut Graph, body: NodeId) -> NodeId {
        let scope = self.scope_without(graph, None);
        let folded = self.fold(graph, body);
        graph.and([self.live, scope, folded])
    }
}

/// Rules that lift this one where their own duty stands.
pub(super) fn overriders(law: &Law, id: RuleId) -> impl Iterator<Item = (RuleId, &Rule)> {
    law.iter_rules().filter(move |(_, other)| other.overrides.contains(&id))
}

fn overriding(law: &Law, graph: &mut Graph, id: RuleId) -> Vec<(Lifting, NodeId)> {
    let stands = |(other, rule): (RuleId, &Rule)| {
        let meaning = rule.meaning;
        let limbs = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.standing];
        (Lifting::Rule(other), graph.and(limbs))
    };
    overriders(law, id).map(stands).collect()
}
