//! What to ask next: the facts that can decide open verdicts, those that most wait for first; and
//! the fewest that can decide all of them.

use super::ground::{Ground, Product};
use super::least::{Cost, Least, least};
use super::missing::{asked, open, plainest};
use super::problem::{Limits, Problem};
use super::verdicts::{roots, verdicts};
use crate::eval::assess::MarketAssessment;
use crate::eval::explain::Explanation;
use crate::eval::settled::Ask;
use crate::eval::trace::Reason;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::{Modality, RuleId};
use crate::plan::reading::Threshold;
use crate::plan::row::Market;
use jiff::civil::Date;
use rustsat::types::Lit;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Something to ask, and what waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The fact, or the norm to judge.
    pub ask: Ask,
    /// The verdicts that it can help to decide: the position of the market, and the rule.
    pub waiting: Vec<(usize, RuleId)>,
}

/// The questions of an interview in their order: first what most obligations wait for, then what
/// most rules do, then the order of the vocabulary. The assessments are settled ones.
#[must_use]
pub fn questions(
    law: &Law,
    assessments: &[MarketAssessment],
    skipped: &BTreeSet<Ask>,
) -> Vec<Question> {
    let mut waiting: BTreeMap<Ask, Vec<(usize, RuleId)>> = BTreeMap::new();
    for (market, explanation) in open_verdicts(assessments) {
        for ask in asks_of(explanation) {
            if !skipped.contains(&ask) {
                waiting.entry(ask).or_default().push((market, explanation.rule));
            }
        }
    }
    let question = |(ask, waiting)| Question { ask, waiting };
    let mut questions: Vec<Question> = waiting.into_iter().map(question).collect();
    questions.sort_by_cached_key(|question| {
        (Reverse(obligations(law, question)), Reverse(question.waiting.len()))
    });
    questions
}

/// Verdicts that something untold keeps open, each with the position of its market.
pub fn open_verdicts(
    assessments: &[MarketAssessment],
) -> impl Iterator<Item = (usize, &Explanation)> {
    assessments.iter().enumerate().flat_map(|(market, assessment)| {
        let open = assessment.rules.iter().filter(|one| !one.verdict.is_definite());
        open.map(move |one| (market, one))
    })
}

/// The fewest facts that can decide a verdict; where that could not be told, all that are missing.
fn asks_of(explanation: &Explanation) -> BTreeSet<Ask> {
    let settled = explanation.settled.iter().flat_map(|settled| &settled.ask);
    let fewest: BTreeSet<Ask> = settled.cloned().collect();
    if !fewest.is_empty() && !explanation.reasons.iter().any(is_unplaced) {
        return fewest;
    }
    let ask = |reason: &Reason| {
        let fact = reason.fact().cloned().map(Ask::Fact);
        fact.or_else(|| reason.judgement().map(Ask::Judgement))
    };
    explanation.reasons.iter().filter_map(ask).collect()
}

/// Nothing can be told of a product on a market on which it is not known to be placed.
fn is_unplaced(reason: &Reason) -> bool {
    matches!(reason, Reason::NoPlacement(_))
}

fn obligations(law: &Law, question: &Question) -> usize {
    let binds = |rule: &RuleId| law.rule(*rule).is_some_and(|rule| rule.modality == Modality::Must);
    question.waiting.iter().filter(|(_, rule)| binds(rule)).count()
}

/// The fewest things to tell with which every open verdict can be decided at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fewest {
    /// What to tell, in the order of the vocabulary.
    pub asks: Vec<Ask>,
    /// No fewer can; else no fewer were found.
    pub is_proven: bool,
}

/// Looks for the fewest things to tell; `None` where no answers can decide all, or it could not
/// be told. The verdicts are open ones, with the positions of their markets.
#[must_use]
pub fn fewest_together(
    law: &Law,
    manifest: &Manifest,
    (markets, on): (&[Market], Date),
    waiting: &[(usize, RuleId)],
    limits: &Limits,
) -> Option<Fewest> {
    let product = Product::Told(manifest, Threshold(None));
    let rules: Vec<_> = waiting
        .iter()
        .filter_map(|&(market, rule)| Some((u32::try_from(market).ok()?, law.rule(rule)?)))
        .collect();
    let asked_for: Vec<_> = rules.iter().flat_map(|(market, rule)| roots(rule, *market)).collect();
    let ground = Ground::new(law, markets.to_vec(), on, product);
    let mut problem = Problem::new(ground, &asked_for, limits);
    let decided: Vec<Lit> = rules
        .iter()
        .map(|(market, rule)| {
            let reached = verdicts(&mut problem, rule, *market);
            let definite = reached.into_iter().filter(|(verdict, _)| verdict.is_definite());
            problem.circuit().or(definite.map(|(_, literal)| literal))
        })
        .collect();
    let open = open(&mut problem);
    let costs: Vec<Cost> = open.iter().map(|open| Cost { literal: open.told, weight: 1 }).collect();
    let prefer = plainest(&problem);
    match least(&mut problem, &decided, &costs, &prefer) {
        Least::Found(found) => {
            Some(Fewest { asks: asked(&open, &found.paid), is_proven: found.is_proven })
        }
        _ => None,
    }
}
