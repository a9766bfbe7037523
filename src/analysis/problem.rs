//! A set of conditions in the solver, ready to be asked what can hold together.

use super::batsat::BatSat;
use super::circuit::{Circuit, Dual};
use super::domain::Domains;
use super::encoder::{Encoder, Env, item_id};
use super::ground::Ground;
use super::limits::{CONFLICTS, ITEMS, REFINEMENTS};
use super::slots::slots;
use super::solver::{Answer, Budget, Solver};
use super::stand_ins::stand_ins;
use super::witness::{Decoder, Witness};
use crate::model::condition::{Node, NodeId};
use crate::model::law::Law;
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use crate::plan::order::Plan;
use crate::plan::truth::Truth;
use rustsat::types::Lit;
use std::collections::{BTreeMap, BTreeSet};

/// A condition, and the market that it is asked of (a position in [`Ground::markets`]).
pub type Asked = (NodeId, u32);

/// What can hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This product shows that it can; the evaluator agrees.
    Sat(Witness),
    /// It cannot, because of these assumptions.
    Unsat(Vec<Lit>),
    /// It could not be told.
    Unknown(Doubt),
}

/// Why something could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The budget ran out, or somebody stopped it.
    Stopped,
    /// A comparison or a number of items was not told apart finely enough.
    Coarse,
}

/// Conditions in the solver.
#[derive(Debug)]
pub struct Problem<'a> {
    pub(super) encoder: Encoder<'a, BatSat>,
    roots: Vec<Asked>,
    plan: Plan,
    budget: Budget,
    /// Conflicts that are left for a question that asks the solver many times.
    left: Option<u64>,
}

/// How much is told apart, and how long is searched.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Items that a list may have.
    pub items: u32,
    /// What one question may cost.
    pub budget: Budget,
    /// Whether products that are shown are to be as plain as can be; it costs a little more.
    pub plain: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { items: ITEMS, budget: Budget::of(CONFLICTS), plain: false }
    }
}

impl<'a> Problem<'a> {
    /// Encodes conditions; only these can be asked about.
    #[must_use]
    pub fn new(ground: Ground<'a>, roots: &[Asked], limits: &Limits) -> Problem<'a> {
        Problem::with_stand_ins(ground, roots, limits, &BTreeMap::new())
    }

    /// The same, to be asked for contexts without a design: it takes more than for products.
    #[must_use]
    pub(super) fn of_contexts(ground: Ground<'a>, roots: &[Asked], limits: &Limits) -> Problem<'a> {
        let nodes: Vec<NodeId> = roots.iter().map(|(node, _)| *node).collect();
        let more = stand_ins(&ground, &nodes);
        Problem::with_stand_ins(ground, roots, limits, &more)
    }

    fn with_stand_ins(
        ground: Ground<'a>,
        roots: &[Asked],
        limits: &Limits,
        more: &BTreeMap<FactId, u32>,
    ) -> Problem<'a> {
        let law = ground.law;
        let nodes: Vec<NodeId> = roots.iter().map(|(node, _)| *node).collect();
        let tests = tests(law, &nodes);
        let slots = slots(law, &nodes, limits.items, more);
        let ids = |list| {
            let stated = ground.items(list).map(<[_]>::len);
            let made = slots.get(&list).map_or(1, |slots| slots.count as usize);
            let added = if ground.may_change_items(list) { made } else { 0 };
            let ids = (0u32..).take(stated.map_or(made, |stated| stated + added));
            ids.map(|slot| Value::Text(item_id(&ground, list, slot))).collect()
        };
        let domains = Domains::new(&ground, &tests, &ids);
        let mut encoder = Encoder::new(ground, domains, slots);
        for &(node, market) in roots {
            encoder.encode(node, Env::of_market(market));
        }
        let plan = Plan::of_nodes(law, nodes);
        Problem { encoder, roots: roots.to_vec(), plan, budget: limits.budget.clone(), left: None }
    }

    /// What is taken as given.
    #[must_use]
    pub fn ground(&self) -> &Ground<'a> {
        &self.encoder.ground
    }

    pub(super) fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(super) fn roots(&self) -> &[Asked] {
        &self.roots
    }

    /// The gate of a condition in a market.
    pub fn gate(&mut self, (node, market): Asked) -> Dual {
        self.encoder.encode(node, Env::of_market(market))
    }

    /// The literal that says that a condition has a truth.
    pub fn is(&mut self, asked: Asked, truth: Truth) -> Lit {
        let dual = self.gate(asked);
        match truth {
            Truth::True => dual.yes,
            Truth::False => dual.no,
            Truth::Unknown => self.encoder.circuit.and([!dual.yes, !dual.no]),
        }
    }

    /// To build more of gates.
    pub fn circuit(&mut self) -> &mut Circuit<BatSat> {
        &mut self.encoder.circuit
    }

    /// Whether the assumptions can hold together.
    ///
    /// A product is shown only once the evaluator has confirmed what the solver says of every
    /// condition; "cannot" is said only if it holds whatever is not told apart.
    pub fn solve(&mut self, assumptions: &[Lit]) -> Outcome {
        let strict: Vec<Lit> = assumptions.iter().copied().chain([self.encoder.strict]).collect();
        match self.search(&strict) {
            Answer::Sat => self.confirm(),
            Answer::Stopped => Outcome::Unknown(Doubt::Stopped),
            Answer::Unsat(core) if !core.contains(&self.encoder.strict) => Outcome::Unsat(core),
            Answer::Unsat(_) => self.solve_loosely(assumptions),
        }
    }

    /// Asks the solver and no more: nothing is replayed, so nothing of it may be shown.
    pub(super) fn search(&mut self, assumptions: &[Lit]) -> Answer {
        for _ in 0..REFINEMENTS {
            match self.search_once(assumptions) {
                Answer::Sat if self.encoder.refine() => {}
                answer => return answer,
            }
        }
        Answer::Stopped
    }

    fn search_once(&mut self, assumptions: &[Lit]) -> Answer {
        let conflicts =
            self.left.map_or(self.budget.conflicts, |left| left.min(self.budget.conflicts));
        if conflicts == 0 {
            return Answer::Stopped;
        }
        let solver = &mut self.encoder.circuit.solver;
        let answer = solver.solve(assumptions, &Budget { conflicts, ..self.budget.clone() });
        let spent = solver.spent();
        self.left = self.left.map(|left| left.saturating_sub(spent));
        answer
    }

    /// Asks the solver many times, which together may run into so many conflicts.
    pub(super) fn within<T>(&mut self, conflicts: u64, ask: impl FnOnce(&mut Self) -> T) -> T {
        self.left = Some(conflicts);
        let answer = ask(self);
        self.left = None;
        answer
    }

    /// Whether a literal holds in the model that was found last.
    pub(super) fn holds(&self, literal: Lit) -> bool {
        self.encoder.circuit.solver.holds(literal)
    }

    pub(super) fn fresh(&mut self) -> Lit {
        self.encoder.circuit.solver.fresh()
    }

    pub(super) fn demand(&mut self, clause: &[Lit]) {
        self.encoder.circuit.solver.demand(clause);
    }

    /// Once more, with all that is not told apart left open.
    fn solve_loosely(&mut self, assumptions: &[Lit]) -> Outcome {
        match self.search(assumptions) {
            Answer::Unsat(core) => Outcome::Unsat(core),
            Answer::Sat => Outcome::Unknown(Doubt::Coarse),
            Answer::Stopped => Outcome::Unknown(Doubt::Stopped),
        }
    }

    /// The model's product, if the evaluator says the same of it as the model.
    fn confirm(&mut self) -> Outcome {
        let witness = self.decode();
        let law = self.encoder.ground.law;
        let replayed = witness.truths(law, &self.plan, &self.roots);
        let agree = self.roots.clone().into_iter().zip(replayed).all(|(root, replayed)| {
            let dual = self.gate(root);
            let holds = |literal| self.encoder.circuit.solver.holds(literal);
            Truth::certain(holds(dual.yes), holds(dual.no)) == replayed
        });
        if agree { Outcome::Sat(witness) } else { Outcome::Unknown(Doubt::Coarse) }
    }

    fn decode(&self) -> Witness {
        let solver = &self.encoder.circuit.solver;
        let decoder = Decoder {
            ground: &self.encoder.ground,
            choices: &self.encoder.choices,
            domains: &self.encoder.domains,
            holds: &|literal| solver.holds(literal),
        };
        decoder.witness()
    }
}

/// The conditions without parts that the roots are made of.
fn tests(law: &Law, roots: &[NodeId]) -> Vec<NodeId> {
    let mut seen = BTreeSet::new();
    let mut open = roots.to_vec();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(law.graph.get(id).into_iter().flat_map(Node::parts));
        }
    }
    let is_test = |id: &NodeId| law.graph.get(*id).is_some_and(|node| node.parts().is_empty());
    seen.into_iter().filter(is_test).collect()
}
