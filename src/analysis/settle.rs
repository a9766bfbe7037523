//! Which verdicts an open rule can still reach, over all completions of the manifest; and the
//! fewest facts that decide it.
//!
//! Strong Kleene logic leaves `p or not p` unknown; a solver does not.

use super::duties::{Read, reads};
use super::ground::{Ground, Product};
use super::least::{Cost, Least, least};
use super::limits::{MOST_ITEMS, MOST_JUDGEMENTS};
use super::missing::{Open, asked, open, plainest};
use super::problem::{Limits, Outcome, Problem};
use super::verdicts::{roots, verdicts};
use super::witness::Witness;
use crate::eval::assess::MarketAssessment;
use crate::eval::settled::{Ask, Possible, Settled};
use crate::eval::verdict::{Outcome as MarketOutcome, Verdict};
use crate::model::law::Law;
use crate::model::manifest::{Stated, Statement};
use crate::model::rule::{Rule, RuleId};
use crate::model::vocabulary::FactId;
use crate::plan::reading::Threshold;
use crate::plan::row::Row;
use rustsat::types::Lit;
use std::collections::BTreeSet;

/// What completions say of a rule, and whether nothing but judgements makes a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    /// What can be reached, and what to ask for.
    pub settled: Settled,
    /// However the norms are judged, the facts that are missing change nothing.
    pub needs_judgement: bool,
}

/// Settles the open verdicts of an assessment, as far as that can be told. What cannot stays as
/// it is. Facts and norms that nobody can tell (`skipped`) are not asked for.
pub fn settle_all(
    law: &Law,
    row: Row<'_>,
    threshold: Threshold,
    assessment: &mut MarketAssessment,
    skipped: &BTreeSet<Ask>,
    limits: &Limits,
) {
    for explanation in &mut assessment.rules {
        if explanation.verdict.is_definite() {
            continue;
        }
        let settling = settle(law, row, threshold, explanation.rule, skipped, limits);
        let Some(settling) = settling else {
            continue;
        };
        explanation.verdict = match settling.settled.verdict() {
            Some(verdict) => verdict,
            None if settling.needs_judgement => Verdict::NeedsJudgement,
            None => explanation.verdict,
        };
        if explanation.verdict.is_definite() {
            explanation.reasons.clear();
        }
        explanation.settled = Some(settling.settled);
    }
    assessment.outcome = MarketOutcome::of(assessment.rules.iter().filter_map(|explanation| {
        Some((law.rule(explanation.rule)?.modality, explanation.verdict))
    }));
}

/// Settles the verdict of a rule on a row; `None` where it cannot be told.
#[must_use]
pub fn settle(
    law: &Law,
    row: Row<'_>,
    threshold: Threshold,
    rule: RuleId,
    skipped: &BTreeSet<Ask>,
    limits: &Limits,
) -> Option<Settling> {
    let rule = law.rule(rule)?;
    if items_read(law, row, rule) > MOST_ITEMS {
        return None;
    }
    let product = Product::Told(row.manifest, threshold);
    let ground = Ground::new(law, vec![row.market], row.on, product);
    let mut problem = Problem::new(ground, &roots(rule, 0), limits);
    let open = open(&mut problem);
    let told: Vec<Lit> = open.iter().map(|open| open.told).collect();
    let complete = problem.circuit().and(told);
    let reached = reach(&mut problem, rule, &[complete])?;
    let mut settled = Settled { possible: reached, ask: Vec::new(), is_fewest: true };
    let mut needs_judgement = false;
    if settled.verdict().is_none() {
        needs_judgement = is_for_people(&mut problem, rule, complete, &open) == Some(true);
        find_least(&mut problem, rule, &open, skipped, &mut settled);
    }
    Some(Settling { settled, needs_judgement })
}

/// How many items the lists have that a rule reads.
fn items_read(law: &Law, row: Row<'_>, rule: &Rule) -> usize {
    let lists: BTreeSet<FactId> = reads(law, rule.meaning.nodes())
        .into_iter()
        .filter_map(|read| match read {
            Read::Fact(fact) => Some(fact),
            Read::Field(field) => Some(field.list),
            Read::Judgement(_) => None,
        })
        .collect();
    let stated = lists.iter().filter_map(|list| row.manifest.facts.get(list));
    let count = |statement: &Statement| match &statement.value {
        Stated::Items(items) => items.len(),
        _ => 0,
    };
    stated.map(count).sum()
}

/// The verdicts that can be reached under some assumptions.
fn reach(problem: &mut Problem<'_>, rule: &Rule, assumed: &[Lit]) -> Option<Vec<Possible>> {
    let mut possible = Vec::new();
    for (verdict, literal) in verdicts(problem, rule, 0) {
        let assumed: Vec<Lit> = assumed.iter().copied().chain([literal]).collect();
        match problem.solve(&assumed) {
            Outcome::Sat(witness) => {
                possible.push(possible_with(problem, verdict, &witness));
            }
            Outcome::Unsat(_) => {}
            Outcome::Unknown(_) => return None,
        }
    }
    Some(possible)
}

fn possible_with(problem: &Problem<'_>, verdict: Verdict, witness: &Witness) -> Possible {
    let stated = problem.ground().manifest().map(|(manifest, _)| manifest);
    Possible::of(verdict, stated.unwrap_or(&witness.manifest), &witness.manifest)
}

/// Whether every way to judge the open norms leaves one verdict.
fn is_for_people(
    problem: &mut Problem<'_>,
    rule: &Rule,
    complete: Lit,
    open: &[Open],
) -> Option<bool> {
    let judged: Vec<_> = problem.encoder.choices.judgements.values().copied().collect();
    let is_open = open.iter().any(|open| matches!(open.ask, Ask::Judgement(_)));
    if !is_open || judged.len() > MOST_JUDGEMENTS {
        return Some(false);
    }
    for ways in 0..1u32 << judged.len() {
        let way = (0u32..).zip(&judged);
        let way = way.map(|(at, norm)| if ways >> at & 1 == 1 { norm.yes } else { norm.no });
        let assumed: Vec<Lit> = way.chain([complete]).collect();
        let possible = reach(problem, rule, &assumed)?;
        let settled = Settled { possible, ask: Vec::new(), is_fewest: true };
        if settled.verdict().is_none() && !settled.possible.is_empty() {
            return Some(false);
        }
    }
    Some(true)
}

/// For every verdict the fewest facts to tell, and of those the fewest of all.
fn find_least(
    problem: &mut Problem<'_>,
    rule: &Rule,
    open: &[Open],
    skipped: &BTreeSet<Ask>,
    settled: &mut Settled,
) {
    let untold = open.iter().filter(|open| skipped.contains(&open.ask)).map(|open| !open.told);
    let untold: Vec<Lit> = untold.collect();
    let costs: Vec<Cost> = open.iter().map(|open| Cost { literal: open.told, weight: 1 }).collect();
    let prefer = plainest(problem);
    let literals = verdicts(problem, rule, 0);
    let mut fewest: Option<Vec<usize>> = None;
    for possible in &mut settled.possible {
        let is_definite = possible.verdict.is_definite();
        let literal = literals.get(&possible.verdict).filter(|_| is_definite);
        let Some(&literal) = literal else { continue };
        let demands: Vec<Lit> = [literal].into_iter().chain(untold.iter().copied()).collect();
        let found = match least(problem, &demands, &costs, &prefer) {
            Least::Found(found) => found,
            // Only what nobody can tell leads to this verdict.
            Least::None(_) if !untold.is_empty() => continue,
            _ => {
                settled.is_fewest = false;
                continue;
            }
        };
        settled.is_fewest &= found.is_proven;
        *possible = possible_with(problem, possible.verdict, &found.witness);
        possible.ask = asked(open, &found.paid);
        let is_better = |known: &Vec<usize>| (found.paid.len(), &found.paid) < (known.len(), known);
        if fewest.as_ref().is_none_or(is_better) {
            fewest = Some(found.paid);
        }
    }
    settled.ask = fewest.map_or(Vec::new(), |paid| asked(open, &paid));
}
