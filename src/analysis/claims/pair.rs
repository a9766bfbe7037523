//! Two duties on one day: is there a product that meets the one and breaches the other?

use crate::analysis::duties::Duty;
use crate::analysis::ground::Ground;
use crate::analysis::problem::{Asked, Doubt, Limits, Outcome, Problem};
use crate::analysis::sides::Sides;
use crate::analysis::test::leaves;
use crate::analysis::witness::Witness;
use crate::model::condition::{JudgementId, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::plan::row::PlacementFields;
use crate::plan::truth::Truth;
use rustsat::types::Lit;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a product shows something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// None does.
    #[default]
    No,
    /// This one does.
    By(Box<Witness>),
    /// Only if people judge the open norms of the two rules differently.
    IfJudgedApart,
    /// It could not be told.
    Untold(Doubt),
}

impl Shown {
    /// Asks again, unless a product was found already; what is found counts for more than what
    /// could not be told.
    pub(super) fn note(&mut self, ask: impl FnOnce() -> Shown) {
        if matches!(self, Shown::By(_)) {
            return;
        }
        match ask() {
            Shown::No => {}
            found @ Shown::By(_) => *self = found,
            Shown::IfJudgedApart if matches!(self, Shown::Untold(_)) => {}
            other => *self = other,
        }
    }
}

/// Two duties, ready to be asked about.
pub(super) struct Pair<'a> {
    problem: Problem<'a>,
    sides: [Sides; 2],
    /// That the open norms of both are judged in the same way, where each has its own.
    alike: Option<Lit>,
    /// Whether products are to be as plain as can be.
    plain: bool,
}

impl<'a> Pair<'a> {
    pub(super) fn new(ground: Ground<'a>, duties: [Duty; 2], limits: &Limits) -> Pair<'a> {
        let law = ground.law;
        let roots = duties.map(|duty| Sides::roots(law, duty));
        let judged = own_judgements(law, &roots);
        let norms = judged.iter().flatten().copied();
        let all: Vec<Asked> = roots.iter().flatten().copied().chain(norms).collect();
        let mut problem = Problem::new(ground, &all, limits);
        let sides = duties.map(|duty| Sides::of(&mut problem, duty));
        let alike = judged_alike(&mut problem, &judged);
        Pair { problem, sides, alike, plain: limits.plain }
    }

    /// A product that meets the first and breaches the second.
    pub(super) fn only_met(&mut self) -> Shown {
        let [one, other] = self.sides;
        self.apart(one, other)
    }

    /// A product that breaches the first and meets the second.
    pub(super) fn only_breached(&mut self) -> Shown {
        let [one, other] = self.sides;
        self.apart(other, one)
    }

    /// Whether a product is bound by both, as far as that can be told.
    pub(super) fn together(&mut self) -> bool {
        let binds = self.sides.map(|side| side.binds);
        matches!(self.problem.solve(&binds), Outcome::Sat(_))
    }

    /// A product that one of the two binds.
    pub(super) fn bound(&mut self, at: usize) -> Shown {
        match self.sides.get(at) {
            Some(side) => self.ask(&[side.binds]),
            None => Shown::No,
        }
    }

    fn apart(&mut self, met: Sides, breached: Sides) -> Shown {
        let asked = [met.met, breached.breached];
        if let Some(alike) = self.alike {
            match self.ask(&[asked.as_slice(), &[alike]].concat()) {
                Shown::No => {}
                found => return found,
            }
        }
        match self.ask(&asked) {
            Shown::No => self.rule_out(met, breached),
            Shown::By(_) if self.alike.is_some() => Shown::IfJudgedApart,
            found => found,
        }
    }

    /// Where facts that are all known leave open whether the other is met (months against days),
    /// a difference may hide: that is a doubt, not a proof.
    fn rule_out(&mut self, met: Sides, other: Sides) -> Shown {
        match self.problem.solve(&[met.met, other.binds, !other.met]) {
            Outcome::Unsat(_) => Shown::No,
            Outcome::Sat(_) => Shown::Untold(Doubt::Coarse),
            Outcome::Unknown(doubt) => Shown::Untold(doubt),
        }
    }

    fn ask(&mut self, asked: &[Lit]) -> Shown {
        let found = match self.plain {
            true => self.problem.solve_plainly(asked),
            false => self.problem.solve(asked),
        };
        match found {
            Outcome::Sat(product) => Shown::By(Box::new(product)),
            Outcome::Unsat(_) => Shown::No,
            Outcome::Unknown(doubt) => Shown::Untold(doubt),
        }
    }
}

/// Of each rule, the open norms that the other one does not read.
fn own_judgements(law: &Law, roots: &[Vec<Asked>; 2]) -> [Vec<Asked>; 2] {
    let [one, other] = roots.each_ref().map(|roots| judgements(law, roots));
    let only = |own: &BTreeMap<JudgementId, Asked>, theirs: &BTreeMap<JudgementId, Asked>| {
        let own = own.iter().filter(|(norm, _)| !theirs.contains_key(norm));
        own.map(|(_, asked)| *asked).collect()
    };
    [only(&one, &other), only(&other, &one)]
}

/// The open norms that conditions read, each with its own condition.
fn judgements(law: &Law, roots: &[Asked]) -> BTreeMap<JudgementId, Asked> {
    let market = roots.first().map_or(0, |(_, market)| *market);
    let nodes = cone(law, roots.iter().map(|(node, _)| *node)).into_iter();
    let norm = |id: NodeId| match law.graph.get(id) {
        Some(Node::Judged(norm)) => Some((*norm, (id, market))),
        _ => None,
    };
    nodes.filter_map(norm).collect()
}

fn cone(law: &Law, roots: impl Iterator<Item = NodeId>) -> BTreeSet<NodeId> {
    let mut open: Vec<NodeId> = roots.collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(law.graph.get(id).into_iter().flat_map(Node::parts));
        }
    }
    seen
}

/// That all open norms are judged met, or all not met.
fn judged_alike(problem: &mut Problem<'_>, judged: &[Vec<Asked>; 2]) -> Option<Lit> {
    if judged.iter().any(Vec::is_empty) {
        return None;
    }
    let mut all = |truth| {
        let norms: Vec<Lit> =
            judged.iter().flatten().map(|&asked| problem.is(asked, truth)).collect();
        problem.circuit().and(norms)
    };
    let (met, not_met) = (all(Truth::True), all(Truth::False));
    Some(problem.circuit().or([met, not_met]))
}

/// Whether one of the rules compares something of the product with the day of placing or of the
/// check: then what it says may change on days that no text names.
pub(super) fn counts_days(law: &Law, rules: [RuleId; 2]) -> bool {
    let first = PlacementFields::of(&law.vocabulary).and_then(|fields| fields.first_placed);
    let is_day = |operand: &&Operand| match operand {
        Operand::Today => true,
        Operand::Placement(field) => first == Some(*field),
        _ => false,
    };
    let is_said = |operand: &&Operand| {
        !is_day(operand) && !matches!(operand, Operand::Literal(_) | Operand::Parameter(..))
    };
    let roots = rules.into_iter().filter_map(|id| law.rule(id)).flat_map(|rule| {
        let meaning = rule.meaning;
        [meaning.in_scope, meaning.standing, meaning.failing]
    });
    cone(law, roots).into_iter().filter_map(|id| law.graph.get(id)).any(|node| {
        let leaves = leaves(node);
        leaves.iter().any(is_day) && leaves.iter().any(is_said)
    })
}
