//! Which few rules say all that the others say?
//!
//! A rule can be left out if no product keeps all rules that stay and breaches it. Every rule
//! that stays has a product that breaches it and keeps all others that stay: often the baseline
//! with one thing stated otherwise.

use super::design::{Design, load, sides};
use super::judge::{Obligation, Said, Scale};
use super::variations::{Readers, Spot, Values, pared};
use super::{Question, Witness};
use crate::analysis::problem::Outcome;
use crate::analysis::solver::Answer;
use crate::eval::trace::FactPath;
use crate::model::condition::JudgementId;
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::RuleId;
use crate::model::ruleset::InstrumentKind;
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// The fewest rules that imply all the others: none of them can be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fewest {
    /// Those that stay, each with what shows that it cannot be left out.
    pub members: Vec<(RuleId, Need)>,
    /// Those that are implied, each by which of the members.
    pub implied: Vec<(RuleId, Vec<RuleId>)>,
}

/// Why a rule cannot be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The baseline with this stated otherwise breaches it, and passes all others that stay.
    Otherwise(FactPath, Stated),
    /// The baseline with this judged otherwise does.
    Judged(JudgementId),
    /// This product does.
    Product(Box<Witness>),
    /// It could not be told, so it stays.
    Unclear,
}

/// The baseline with one thing stated otherwise: who is breached, and who is open.
struct Variant {
    need: Need,
    breached: Vec<usize>,
    open: Vec<usize>,
}

pub(super) fn fewest(
    question: &Question<'_>,
    design: &mut Design<'_, '_>,
    product: &Witness,
    spots: &[Spot],
) -> Fewest {
    let variants = variants(question, product, spots);
    let mut search = Search {
        question,
        variants,
        members: vec![true; question.obligations.len()],
        doubtful: Vec::new(),
    };
    search.leave_out(design);
    let implied = search.explain(design);

    let members = (0..question.obligations.len()).filter(|at| search.is_member(*at));
    let members: Vec<usize> = members.collect();
    let rule = |at: usize| question.obligations.get(at).map(|own| own.rule);
    Fewest {
        members: members
            .iter()
            .filter_map(|&at| Some((rule(at)?, search.need(design, at))))
            .collect(),
        implied: implied
            .into_iter()
            .filter_map(|(at, by)| Some((rule(at)?, by.into_iter().filter_map(rule).collect())))
            .collect(),
    }
}

struct Search<'q, 'a> {
    question: &'q Question<'a>,
    variants: Vec<Variant>,
    members: Vec<bool>,
    doubtful: Vec<usize>,
}

impl Search<'_, '_> {
    fn is_member(&self, at: usize) -> bool {
        self.members.get(at).copied().unwrap_or_default()
    }

    fn set(&mut self, at: usize, stays: bool) {
        self.members.get_mut(at).into_iter().for_each(|own| *own = stays);
    }

    /// What is not law goes first, and later rules before earlier ones.
    fn order(&self) -> Vec<usize> {
        let law = self.question.ground.law;
        let is_law = |own: &Obligation| {
            let set = law.rule(own.rule).and_then(|rule| law.ruleset(rule.ruleset));
            set.is_some_and(|set| set.kind == InstrumentKind::Law)
        };
        let mut order: Vec<usize> = (0..self.question.obligations.len()).rev().collect();
        order.sort_by_key(|&at| self.question.obligations.get(at).is_some_and(is_law));
        order
    }

    fn leave_out(&mut self, design: &mut Design<'_, '_>) {
        for at in self.order() {
            if self.variant(at).is_some() {
                continue;
            }
            self.set(at, false);
            match self.ask(design, at, &self.others(at)) {
                Answer::Unsat(_) => {}
                Answer::Sat => self.set(at, true),
                Answer::Stopped => {
                    self.set(at, true);
                    self.doubtful.push(at);
                }
            }
        }
    }

    /// A variant that breaches a rule and passes all others that stay.
    fn variant(&self, at: usize) -> Option<&Variant> {
        let is_alone = |variant: &&Variant| {
            let mut others = variant.breached.iter().chain(&variant.open);
            variant.breached.contains(&at) && others.all(|&one| one == at || !self.is_member(one))
        };
        self.variants.iter().find(is_alone)
    }

    fn others(&self, at: usize) -> Vec<usize> {
        (0..self.members.len()).filter(|&one| one != at && self.is_member(one)).collect()
    }

    /// Whether some product breaches a rule and keeps those others.
    fn ask(&self, design: &mut Design<'_, '_>, at: usize, others: &[usize]) -> Answer {
        let mut asked = self.claim(design, at, others);
        asked.push(design.problem.encoder.strict);
        design.problem.search(&asked)
    }

    fn claim(&self, design: &Design<'_, '_>, at: usize, others: &[usize]) -> Vec<Lit> {
        let kept = others.iter().filter_map(|&one| design.sides.get(one)).map(|side| side.kept);
        let breached = design.sides.get(at).map(|side| side.breached);
        kept.chain(breached).collect()
    }

    /// By which members each rule that was left out is implied; one of which that cannot be shown
    /// comes back.
    fn explain(&mut self, design: &mut Design<'_, '_>) -> Vec<(usize, Vec<usize>)> {
        let left_out: Vec<usize> =
            (0..self.members.len()).filter(|&at| !self.is_member(at)).collect();
        let mut found = Vec::new();
        for at in left_out {
            match self.reasons(design, at) {
                Some(by) => found.push((at, by)),
                None => {
                    self.set(at, true);
                    self.doubtful.push(at);
                }
            }
        }
        found
    }

    /// A smallest set of members that implies a rule, proved by itself.
    fn reasons(&self, design: &mut Design<'_, '_>, at: usize) -> Option<Vec<usize>> {
        let near = self.near(at);
        let is_implied = |design: &mut Design<'_, '_>, by: &[usize]| {
            matches!(self.ask(design, at, by), Answer::Unsat(_))
        };
        let mut by = if is_implied(design, &near) { near } else { self.others(at) };
        if !is_implied(design, &by) {
            return None;
        }
        for one in by.clone() {
            let fewer: Vec<usize> = by.iter().copied().filter(|other| *other != one).collect();
            if is_implied(design, &fewer) {
                by = fewer;
            }
        }
        self.is_proved(at, &by).then_some(by)
    }

    /// The members that read something that a rule reads.
    fn near(&self, at: usize) -> Vec<usize> {
        use crate::analysis::duties::reads;
        let law = self.question.ground.law;
        let read = |at: usize| {
            let rule = self.question.obligations.get(at).and_then(|own| law.rule(own.rule));
            rule.map(|rule| reads(law, [rule.meaning.failing, rule.meaning.standing]))
        };
        let own = read(at).unwrap_or_default();
        let is_near = |one: &usize| read(*one).is_some_and(|other| !own.is_disjoint(&other));
        self.others(at).into_iter().filter(is_near).collect()
    }

    /// Whether those rules alone, with as many items as it takes, imply a rule.
    fn is_proved(&self, at: usize, by: &[usize]) -> bool {
        let pick = |at: &usize| self.question.obligations.get(*at).cloned();
        let Some(own) = pick(&at) else { return false };
        let others: Vec<Obligation> = by.iter().filter_map(pick).collect();
        let all: Vec<Obligation> = others.iter().cloned().chain([own.clone()]).collect();
        let mut problem = load(self.question, &all, &self.question.limits);
        let kept: Vec<Lit> = others.iter().map(|other| sides(&mut problem, other).kept).collect();
        let breached = sides(&mut problem, &own).breached;
        let asked: Vec<Lit> = kept.into_iter().chain([breached]).collect();
        matches!(problem.solve(&asked), Outcome::Unsat(_))
    }

    /// What shows that a member is one.
    fn need(&self, design: &mut Design<'_, '_>, at: usize) -> Need {
        if self.doubtful.contains(&at) {
            return Need::Unclear;
        }
        if let Some(variant) = self.variant(at) {
            return variant.need.clone();
        }
        let asked = self.claim(design, at, &self.others(at));
        match design.problem.solve(&asked) {
            Outcome::Sat(witness) => Need::Product(Box::new(witness)),
            _ => Need::Unclear,
        }
    }
}

fn variants(question: &Question<'_>, product: &Witness, spots: &[Spot]) -> Vec<Variant> {
    let law = question.ground.law;
    let rules: Vec<RuleId> = question.obligations.iter().map(|own| own.rule).collect();
    let readers = Readers::new(law, &rules);
    let values = Values::new(&question.ground, &rules, &product.manifest, None);
    // What the baseline does not pass, it passes no better with one thing changed.
    let said = Scale::new(law, &question.obligations).weigh(law, product);
    let failed = said.iter().enumerate().filter(|(_, said)| !said.passes());
    let failed: Vec<usize> = failed.map(|(at, _)| at).collect();
    let mut known: BTreeMap<&[usize], (Scale, Manifest)> = BTreeMap::new();
    let mut found = Vec::new();
    for spot in spots {
        let at = readers.of(spot);
        let (scale, pared) = known.entry(at).or_insert_with(|| {
            let own = at.iter().filter_map(|&at| question.obligations.get(at)).cloned();
            let own: Vec<Obligation> = own.collect();
            let rules: Vec<RuleId> = own.iter().map(|own| own.rule).collect();
            (Scale::new(law, &own), pared(law, &product.manifest, &rules))
        });
        let others = others(spot, &values, &product.manifest);
        let tried = others.iter().map(|(_, value)| spot.varied(pared, value.as_ref()));
        let tried: Vec<Manifest> = tried.collect();
        let tried: Vec<&Manifest> = tried.iter().collect();
        let said = scale.weigh_all(law, &tried, &product.markets, product.on);
        for ((need, _), said) in others.into_iter().zip(said) {
            let which = |wanted: Said| {
                let all = at.iter().zip(&said).filter(move |(_, said)| **said == wanted);
                all.map(|(at, _)| *at).collect::<Vec<_>>()
            };
            let open = which(Said::Open).into_iter().chain(failed.iter().copied()).collect();
            found.push(Variant { need, breached: which(Said::Breached), open });
        }
    }
    found
}

fn others(
    spot: &Spot,
    values: &Values<'_, '_>,
    manifest: &Manifest,
) -> Vec<(Need, Option<Stated>)> {
    match (spot, spot.source(), spot.stated(manifest)) {
        (Spot::Judgement(id, _), ..) => vec![(Need::Judged(*id), None)],
        (Spot::Path(path), Some(source), Some(now)) => {
            let others = values.others(source, now).into_iter();
            others
                .map(|other| (Need::Otherwise(path.clone(), other.clone()), Some(other)))
                .collect()
        }
        _ => Vec::new(),
    }
}
