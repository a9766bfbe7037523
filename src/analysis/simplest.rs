//! The plainest product that shows something: the same whatever the order of the solver's search.

use super::problem::{Asked, Outcome, Problem};
use super::solver::Answer;
use super::witness::Witness;
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated};
use crate::model::vocabulary::FactId;
use crate::plan::order::Plan;
use crate::plan::truth::Truth;
use rustsat::types::Lit;
use std::collections::BTreeSet;

/// What has to be true of a product for it to show something.
pub type Claim = (Asked, Truth);

impl Problem<'_> {
    /// As [`Problem::solve`], but of all models the first in the order of preference: few items,
    /// few members, and of every fact the value that comes first.
    pub fn solve_simplest(&mut self, assumptions: &[Lit]) -> Outcome {
        let mut fixed: Vec<Lit> =
            assumptions.iter().copied().chain([self.encoder.strict]).collect();
        if self.search(&fixed) != Answer::Sat {
            return self.solve(assumptions);
        }
        let rows = self.preferences();
        self.settle(&mut fixed, &rows);
        self.solve(&fixed)
    }

    /// Of each row in turn the first literal that can hold beside those before it. Where all
    /// first ones can hold at once, one search tells it; else the last row that is to blame
    /// waits for those before it.
    fn settle(&mut self, fixed: &mut Vec<Lit>, rows: &[Vec<Lit>]) {
        let mut rest = rows;
        while !rest.is_empty() {
            let firsts = rest.iter().filter_map(|row| row.first()).copied();
            let asked: Vec<Lit> = fixed.iter().copied().chain(firsts).collect();
            let core: BTreeSet<Lit> = match self.search(&asked) {
                Answer::Sat => return *fixed = asked,
                Answer::Unsat(core) => core.into_iter().collect(),
                Answer::Stopped => BTreeSet::new(),
            };
            let is_to_blame = |row: &Vec<Lit>| row.first().is_some_and(|lit| core.contains(lit));
            let blamed = rest.iter().rposition(is_to_blame).unwrap_or_default();
            let (before, after) = rest.split_at(blamed);
            self.settle(fixed, before);
            let Some((row, after)) = after.split_first() else { return };
            // What clashes with nothing but what holds by now cannot hold.
            let is_out = |literal: &Lit| {
                core.contains(literal)
                    && core.iter().all(|one| one == literal || fixed.contains(one))
            };
            let open: Vec<Lit> = row.iter().copied().filter(|literal| !is_out(literal)).collect();
            let can_hold = |literal: &Lit| {
                let asked: Vec<Lit> = fixed.iter().copied().chain([*literal]).collect();
                self.search(&asked) == Answer::Sat
            };
            let holds = open.into_iter().find(can_hold);
            fixed.extend(holds);
            rest = after;
        }
    }

    /// As [`Problem::solve_simplest`], without any statement on which nothing that was asked
    /// about rests.
    pub fn solve_plainly(&mut self, assumptions: &[Lit]) -> Outcome {
        let found = self.solve_simplest(assumptions);
        let Outcome::Sat(witness) = found else { return found };
        let law = self.ground().law;
        let truths = witness.truths(law, self.plan(), self.roots());
        let claims: Vec<Claim> = self.roots().iter().copied().zip(truths).collect();
        let list = self.ground().placement_list();
        Outcome::Sat(witness.trimmed(law, &claims, |fact| Some(fact) == list))
    }

    /// For every choice, what to try, best first.
    fn preferences(&self) -> Vec<Vec<Lit>> {
        let choices = &self.encoder.choices;
        let lists = choices.lists.values().flat_map(|items| {
            let absent = [vec![!items.absent]];
            absent.into_iter().chain(items.live.iter().rev().map(|live| vec![!*live]))
        });
        let sets = choices.sets.values().flat_map(|set| {
            let absent = [vec![!set.absent]];
            absent.into_iter().chain(set.members.iter().map(|member| vec![!*member]))
        });
        let scalars = choices.scalars.values().map(|choice| choice.values.clone());
        let judgements = choices.judgements.values().map(|judged| vec![judged.yes]);
        lists.chain(sets).chain(scalars).chain(judgements).collect()
    }
}

impl Witness {
    /// The product without every statement that the claims do not rest on: unknown facts then
    /// leave them as true as before. Statements `kept` stay in any case.
    #[must_use]
    pub fn trimmed(self, law: &Law, claims: &[Claim], kept: impl Fn(FactId) -> bool) -> Witness {
        let nodes: Vec<Asked> = claims.iter().map(|(asked, _)| *asked).collect();
        let plan = Plan::of_nodes(law, nodes.iter().map(|(node, _)| *node));
        self.trimmed_while(kept, |witness| {
            let truths = witness.truths(law, &plan, &nodes);
            truths.iter().zip(claims).all(|(found, (_, claimed))| found == claimed)
        })
    }

    /// The product without every statement that can go while it is `still` what it is to be.
    /// Statements `kept` stay in any case.
    #[must_use]
    pub fn trimmed_while(
        mut self,
        kept: impl Fn(FactId) -> bool,
        still: impl Fn(&Witness) -> bool,
    ) -> Witness {
        if !still(&self) {
            return self;
        }
        for step in steps(&self.manifest, kept) {
            let mut less = self.clone();
            step.apply(&mut less.manifest);
            if still(&less) {
                self = less;
            }
        }
        self
    }
}

/// Something that a manifest could do without.
enum Step {
    Fact(FactId),
    Field(FactId, String, u32),
    Judgement(String, Option<String>),
}

impl Step {
    fn apply(&self, manifest: &mut Manifest) {
        match self {
            Step::Fact(fact) => drop(manifest.facts.remove(fact)),
            Step::Field(list, id, field) => {
                if let Some(Stated::Items(items)) =
                    manifest.facts.get_mut(list).map(|list| &mut list.value)
                {
                    items.iter_mut().filter(|item| item.id == *id).for_each(|item| {
                        item.fields.remove(field);
                    });
                }
            }
            Step::Judgement(rule, text) => {
                manifest.judgements.retain(|one| (&one.rule, &one.text) != (rule, text));
            }
        }
    }
}

fn steps(manifest: &Manifest, kept: impl Fn(FactId) -> bool) -> Vec<Step> {
    let judgements =
        manifest.judgements.iter().map(|one| Step::Judgement(one.rule.clone(), one.text.clone()));
    let mut steps: Vec<Step> = judgements.collect();
    for (&fact, statement) in manifest.facts.iter().filter(|(fact, _)| !kept(**fact)) {
        steps.push(Step::Fact(fact));
        if let Stated::Items(items) = &statement.value {
            for item in items {
                steps.extend(item.fields.keys().map(|&at| Step::Field(fact, item.id.clone(), at)));
            }
        }
    }
    steps
}
