//! Is there a product, on some day and in some market, of which a condition is true?

use super::turning::{Turning, is_dead};
use super::{Finding, Request};
use crate::analysis::ground::{Ground, Product};
use crate::analysis::problem::{Outcome, Problem};
use crate::analysis::witness::Witness;
use crate::model::condition::{Graph, NodeId};
use crate::model::drafting::DraftingFault;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::Stated;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::model::value::Value;
use crate::plan::order::Plan;
use crate::plan::row::{Market, PlacementFields};
use crate::plan::truth::Truth;
use crate::source::SourceMap;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a question comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// This product is one.
    Some(Box<Witness>),
    /// There is none.
    None,
    /// It could not be told.
    Untold,
}

/// A search for faults: what was found so far.
pub(super) struct Inquiry<'a> {
    /// The law as it was loaded.
    pub(super) text: &'a Law,
    pub(super) sources: &'a SourceMap,
    pub(super) request: &'a Request,
    pub(super) findings: Vec<Finding>,
    /// Faults that could not be told, with their places.
    pub(super) untold: Vec<(DraftingFault, RulesetId, Option<RuleId>)>,
    pub(super) told: usize,
    /// The law again, with the conditions that questions are made of.
    law: Law,
    known: BTreeMap<(NodeId, RulesetId), Answer>,
}

impl<'a> Inquiry<'a> {
    pub(super) fn new(text: &'a Law, sources: &'a SourceMap, request: &'a Request) -> Self {
        Inquiry {
            text,
            sources,
            request,
            findings: Vec::new(),
            untold: Vec::new(),
            told: 0,
            law: without_examples(text),
            known: BTreeMap::new(),
        }
    }

    pub(super) fn wants(&self, fault: DraftingFault) -> bool {
        self.request.faults.contains(&fault)
    }

    pub(super) fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// To make conditions of.
    pub(super) fn graph(&mut self) -> &mut Graph {
        &mut self.law.graph
    }

    /// Notes a fault that could not be told.
    pub(super) fn doubt(&mut self, fault: DraftingFault, ruleset: RulesetId, rule: Option<RuleId>) {
        self.untold.push((fault, ruleset, rule));
    }

    /// Asks whether a condition is true of some product where the ruleset applies.
    pub(super) fn ask(&mut self, node: NodeId, ruleset: RulesetId) -> Answer {
        if let Some(known) = self.known.get(&(node, ruleset)) {
            return known.clone();
        }
        let answer = self.ask_anew(node, ruleset);
        self.told += usize::from(answer != Answer::Untold);
        self.known.insert((node, ruleset), answer.clone());
        answer
    }

    fn ask_anew(&self, node: NodeId, ruleset: RulesetId) -> Answer {
        let turning = Turning::of(&self.law, node);
        let mut is_told = !turning.moves;
        for place in self.places(ruleset, turning.territory) {
            for (placed, on) in turning.days(self.request.on) {
                let ground = self.ground(place, placed, on);
                if is_dead(&ground, node) {
                    continue;
                }
                match self.solve(ground, node) {
                    Outcome::Sat(witness) => return Answer::Some(Box::new(witness)),
                    Outcome::Unsat(_) => {}
                    Outcome::Unknown(_) => is_told = false,
                }
            }
        }
        if is_told { Answer::None } else { Answer::Untold }
    }

    fn solve(&self, ground: Ground<'_>, node: NodeId) -> Outcome {
        let mut problem = Problem::new(ground, &[(node, 0)], &self.request.limits);
        let literal = problem.is((node, 0), Truth::True);
        problem.solve(&[literal])
    }

    fn ground(&self, jurisdiction: JurisdictionId, placed: Date, on: Date) -> Ground<'_> {
        let market = Market { jurisdiction, placement: None };
        Ground::new(&self.law, vec![market], on, Product::Any(placed))
    }

    /// Where to look: one place, or all in which the ruleset applies where that may matter.
    fn places(&self, ruleset: RulesetId, territory_matters: bool) -> Vec<JurisdictionId> {
        let Some(ruleset) = self.law.ruleset(ruleset) else { return Vec::new() };
        let home = ruleset.applies_in.first().copied().unwrap_or(JurisdictionId(0));
        if !territory_matters {
            return vec![home];
        }
        let all = self.law.jurisdictions.iter().map(|(id, _)| id);
        let applies = |id: &JurisdictionId| {
            ruleset.applies_in.is_empty()
                || ruleset.applies_in.iter().any(|&at| self.law.jurisdictions.is_within(*id, at))
        };
        all.filter(applies).collect()
    }

    /// What the evaluator says of a product.
    pub(super) fn truths_of(&self, witness: &Witness, nodes: &[NodeId]) -> Vec<Truth> {
        let plan = Plan::of_nodes(&self.law, nodes.iter().copied());
        let asked: Vec<_> = nodes.iter().map(|&node| (node, 0)).collect();
        witness.truths(&self.law, &plan, &asked)
    }

    /// The plainest product of those days and that place of which the condition is true: the same
    /// whatever the order of the solver's search.
    pub(super) fn plainest(&self, witness: &Witness, node: NodeId) -> Witness {
        let Some(market) = witness.markets.first() else { return witness.clone() };
        let placed = self.placed(witness).unwrap_or(witness.on);
        let ground = self.ground(market.jurisdiction, placed, witness.on);
        let mut problem = Problem::new(ground, &[(node, 0)], &self.request.limits);
        let literal = problem.is((node, 0), Truth::True);
        match problem.solve_plainly(&[literal]) {
            Outcome::Sat(plain) => plain,
            _ => witness.clone(),
        }
    }

    fn placed(&self, witness: &Witness) -> Option<Date> {
        let fields = PlacementFields::of(&self.law.vocabulary)?;
        let Stated::Items(items) = &witness.manifest.facts.get(&fields.list)?.value else {
            return None;
        };
        match items.first()?.fields.get(&fields.first_placed?.index)?.value {
            Stated::Value(Value::Date(day)) => Some(day),
            _ => None,
        }
    }
}

/// The law but for its examples, which no condition reads.
fn without_examples(law: &Law) -> Law {
    Law { examples: Vec::new(), ..law.clone() }
}
