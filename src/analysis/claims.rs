//! Do the claims hold that rules make about rules of other texts?
//!
//! `adopts`, `tightens` and `relaxes` compare two duties on the products that both of them bind,
//! on every day on which one of the two turns; `replaces` looks for a day from which the one
//! binds and the other no longer does. A claim is proved, refuted by a product, or left open.

mod pair;

use super::duties::Duty;
use super::ground::Ground;
use super::law_timeline::binds_when_placed_on;
use super::problem::{Doubt, Limits};
use super::turns::{FIRST, Turns};
use super::witness::Witness;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Claim, Claimed, Modality, Rule, RuleId};
use crate::plan::row::Market;
use jiff::civil::Date;
use pair::{Pair, Shown};
use std::collections::BTreeSet;

/// A claim, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedClaim {
    /// The rule that makes it.
    pub rule: RuleId,
    /// What it claims.
    pub claimed: Claimed,
    /// Where the two rules are looked at: the first territory of each.
    pub places: [JurisdictionId; 2],
    /// The days on which both may bind that were asked of; between them nothing changes.
    pub days: Vec<Date>,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds of every product.
    Proven(Proof),
    /// It does not hold.
    Refuted(Flaw, Option<Box<Witness>>),
    /// It could not be told.
    Open(Gap),
}

/// What shows that a claim holds, beside the search that found no product against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Nothing more is claimed.
    NoneAgainst,
    /// This product keeps the looser duty and breaches the stricter one.
    Stricter(Box<Witness>),
    /// Both ask for the same; the stricter one is an obligation, the other a recommendation.
    Force,
    /// From this day on.
    From(Date),
}

/// What is wrong with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// A product meets the rule and breaches the other.
    OnlyMet,
    /// A product breaches the rule and meets the other.
    OnlyBreached,
    /// Both ask for the same.
    NoDifference,
    /// A recommendation is held to be as strict as an obligation, or the other way round.
    Force,
    /// No product is ever bound by both.
    NeverTogether,
    /// A product is bound by the other when the rule is there already.
    StillBinds,
    /// There is no day from which the rule binds and before which the other did.
    NothingReplaced,
}

/// Why a claim could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Whether the rules differ rests on what people judge.
    Judged,
    /// A permission asks for nothing that could be compared.
    Permission,
    /// Days are counted from the day of placing or of the check: no list of days is all there is.
    Days,
    /// The search was given up, or did not tell enough apart.
    Doubt(Doubt),
}

/// All claims of a rule, judged on every day; `on` first, of the days on which they say what they
/// say then.
///
/// ```
/// use comity::analysis::claims::{Verdict, claims_of};
///
/// let library = comity::Library::shipped().map_err(|faults| faults.len()).unwrap();
/// let (rule, _) = library.law().find_rule("uk.ni.red.3.3.d").unwrap();
/// let judged = claims_of(library.law(), rule, "2026-11-22".parse().unwrap(), &Default::default());
/// assert!(matches!(judged[0].verdict, Verdict::Proven(_)));
/// ```
#[must_use]
pub fn claims_of(law: &Law, rule: RuleId, on: Date, limits: &Limits) -> Vec<JudgedClaim> {
    let claims = law.rule(rule).map_or(&[][..], |rule| &rule.claims);
    claims.iter().filter_map(|&claimed| judge(law, rule, claimed, on, limits)).collect()
}

fn judge(
    law: &Law,
    id: RuleId,
    claimed: Claimed,
    on: Date,
    limits: &Limits,
) -> Option<JudgedClaim> {
    let rules = [law.rule(id)?, law.rule(claimed.of)?];
    let places = places(law, rules)?;
    let question = Question { law, ids: [id, claimed.of], rules, places, on, limits };
    let (days, verdict) = match claimed.claim {
        Claim::Replaces => question.succession(),
        claim => question.comparison(claim),
    };
    Some(JudgedClaim { rule: id, claimed, places, days, verdict })
}

/// Where each rule applies first; a text without a territory is looked at with the other one.
pub(super) fn places(law: &Law, rules: [&Rule; 2]) -> Option<[JurisdictionId; 2]> {
    let homes = rules.map(|rule| law.ruleset(rule.ruleset)?.applies_in.first().copied());
    let anywhere = || law.jurisdictions.iter().map(|(id, _)| id).next();
    let [one, other] = homes;
    let known = one.or(other).or_else(anywhere)?;
    Some([one.unwrap_or(known), other.unwrap_or(known)])
}

struct Question<'a> {
    law: &'a Law,
    ids: [RuleId; 2],
    rules: [&'a Rule; 2],
    places: [JurisdictionId; 2],
    on: Date,
    limits: &'a Limits,
}

impl<'a> Question<'a> {
    /// Both rules on a unit that is placed and checked on the day.
    fn on(&self, day: Date) -> Pair<'a> {
        let [one, other] = self.ids;
        let is_one_place = self.places.iter().collect::<BTreeSet<_>>().len() == 1;
        let (places, last) =
            if is_one_place { (&self.places[..1], 0) } else { (&self.places[..], 1) };
        let ground = Ground::any(self.law, places, day);
        let duties = [Duty { rule: one, market: 0 }, Duty { rule: other, market: last }];
        Pair::new(ground, duties, self.limits)
    }

    /// The first day of every stretch on which neither of the two turns.
    fn stretches(&self) -> BTreeSet<Date> {
        let turns = |(rule, jurisdiction): (RuleId, JurisdictionId)| {
            let market = Market { jurisdiction, placement: None };
            Turns::of_law(self.law, market).of_rule(rule)
        };
        let both = self.ids.into_iter().zip(self.places).flat_map(turns);
        both.map(|turn| turn.day).chain([FIRST]).collect()
    }

    /// A day of every stretch: its first, or the day that was asked for.
    fn days(&self) -> BTreeSet<Date> {
        let mut days = self.stretches();
        if let Some(&start) = days.range(..=self.on).next_back() {
            days.remove(&start);
            days.insert(self.on);
        }
        days
    }

    fn is_live(&self, at: usize, day: Date) -> bool {
        self.rules.get(at).is_some_and(|rule| binds_when_placed_on(rule, day))
    }

    fn comparison(&self, claim: Claim) -> (Vec<Date>, Verdict) {
        let is_live = |day: &Date| self.is_live(0, *day) && self.is_live(1, *day);
        let mut days: Vec<Date> = self.days().into_iter().filter(is_live).collect();
        days.sort_by_key(|day| *day != self.on);
        let modalities = self.rules.map(|rule| rule.modality);
        // Asked in that order, told in the order of time.
        let told = days.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let verdict = match flaw_of_force(claim, modalities) {
            _ if modalities.contains(&Modality::May) => Verdict::Open(Gap::Permission),
            Some(flaw) => Verdict::Refuted(flaw, None),
            None => self.compare(claim, modalities, &days),
        };
        (told, verdict)
    }

    fn compare(&self, claim: Claim, [own, other]: [Modality; 2], days: &[Date]) -> Verdict {
        let mut seen = Seen::default();
        for &day in days {
            seen.look(&mut self.on(day));
            if let Some(flaw) = seen.flaw(claim) {
                return flaw;
            }
        }
        if let Some(gap) = seen.gap(claim) {
            return Verdict::Open(gap);
        }
        if !seen.together {
            return Verdict::Refuted(Flaw::NeverTogether, None);
        }
        if pair::counts_days(self.law, self.ids) {
            return Verdict::Open(Gap::Days);
        }
        let difference = match claim {
            Claim::Tightens => seen.only_breached,
            Claim::Relaxes => seen.only_met,
            _ => return Verdict::Proven(Proof::NoneAgainst),
        };
        match difference {
            Shown::By(product) => Verdict::Proven(Proof::Stricter(product)),
            Shown::IfJudgedApart => Verdict::Open(Gap::Judged),
            Shown::Untold(doubt) => Verdict::Open(Gap::Doubt(doubt)),
            Shown::No if own != other => Verdict::Proven(Proof::Force),
            Shown::No => Verdict::Refuted(Flaw::NoDifference, None),
        }
    }

    /// From the first day on which the rule binds a unit, the other binds none; before, it did.
    fn succession(&self) -> (Vec<Date>, Verdict) {
        let days = self.stretches();
        let bound = |at: usize, day: Date| {
            if self.is_live(at, day) { self.on(day).bound(at) } else { Shown::No }
        };
        let mut doubt = None;
        let mut start = None;
        let mut was_bound = false;
        for &day in &days {
            if start.is_none() {
                match bound(0, day) {
                    Shown::No => {}
                    Shown::Untold(why) => doubt = Some(why),
                    _ => start = Some(day),
                }
            }
            match bound(1, day) {
                Shown::By(product) if start.is_some() => {
                    let verdict = Verdict::Refuted(Flaw::StillBinds, Some(product));
                    return (days.into_iter().collect(), verdict);
                }
                Shown::Untold(why) => doubt = Some(why),
                Shown::No => {}
                _ => was_bound = true,
            }
        }
        let verdict = match (start, doubt) {
            (_, Some(doubt)) => Verdict::Open(Gap::Doubt(doubt)),
            (Some(_), None) if pair::counts_days(self.law, self.ids) => Verdict::Open(Gap::Days),
            (Some(day), None) if was_bound => Verdict::Proven(Proof::From(day)),
            _ => Verdict::Refuted(Flaw::NothingReplaced, None),
        };
        (days.into_iter().collect(), verdict)
    }
}

/// A recommendation neither adopts nor tightens an obligation.
fn flaw_of_force(claim: Claim, [own, other]: [Modality; 2]) -> Option<Flaw> {
    let is_wrong = match claim {
        Claim::Adopts => own != other,
        Claim::Tightens => own > other,
        Claim::Relaxes => own < other,
        Claim::Replaces => false,
    };
    is_wrong.then_some(Flaw::Force)
}

/// What was seen on the days so far.
#[derive(Debug, Default)]
struct Seen {
    /// A product meets the rule and breaches the other.
    only_met: Shown,
    /// A product breaches the rule and meets the other.
    only_breached: Shown,
    /// Some product is bound by both.
    together: bool,
}

impl Seen {
    fn look(&mut self, pair: &mut Pair<'_>) {
        self.only_met.note(|| pair.only_met());
        self.only_breached.note(|| pair.only_breached());
        self.together = self.together || pair.together();
    }

    /// The directions in which nothing may be found.
    fn banned(&self, claim: Claim) -> Vec<(Flaw, &Shown)> {
        let (met, breached) =
            ((Flaw::OnlyMet, &self.only_met), (Flaw::OnlyBreached, &self.only_breached));
        match claim {
            Claim::Tightens => vec![met],
            Claim::Relaxes => vec![breached],
            _ => vec![met, breached],
        }
    }

    fn flaw(&self, claim: Claim) -> Option<Verdict> {
        self.banned(claim).into_iter().find_map(|(flaw, shown)| match shown {
            Shown::By(product) => Some(Verdict::Refuted(flaw, Some(product.clone()))),
            _ => None,
        })
    }

    fn gap(&self, claim: Claim) -> Option<Gap> {
        self.banned(claim).into_iter().find_map(|(_, shown)| match shown {
            Shown::IfJudgedApart => Some(Gap::Judged),
            Shown::Untold(doubt) => Some(Gap::Doubt(*doubt)),
            Shown::No | Shown::By(_) => None,
        })
    }
}
