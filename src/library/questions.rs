//! What can be asked of the law itself, by the names people use.

use super::{Library, UnknownName};
use crate::analysis::conflicts::{Conflicts, watched_conflicts};
use crate::analysis::duties::{Duty, common_pairs, duties, is_live};
use crate::analysis::ground::Ground;
use crate::analysis::problem::Limits;
use crate::analysis::relations::{Related, relations};
use crate::analysis::together::{Together, together};
use crate::eval::market::{rules_for, with_inner};
use crate::model::rule::{Modality, Rule, RuleId};
use crate::model::ruleset::RulesetId;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Of which law something is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawRequest {
    /// The day on which a product is placed, and checked.
    pub on: Date,
    /// Codes or everyday names of jurisdictions; the law of their parts counts too.
    pub jurisdictions: Vec<String>,
    /// Ids of rulesets beside the law.
    pub with: Vec<String>,
}

/// What is asked about: products of a day in some markets, and the rules that bind them there.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// What is given.
    pub ground: Ground<'a>,
    /// The rules, in the order of the law.
    pub duties: Vec<Duty>,
}

impl Library {
    /// The rules that some law lays on a product placed on the day, whatever their force.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn ask(&self, request: &LawRequest) -> Result<Asked<'_>, UnknownName> {
        let law = self.law();
        let places = with_inner(law, &self.find_jurisdictions(&request.jurisdictions)?);
        let with = self.find_rulesets(&request.with)?;
        let ground = Ground::any(law, &places, request.on);
        let rules = |place| rules_for(law, place, &with);
        let all = [Modality::Must, Modality::Should, Modality::May];
        let mut asked: Vec<Duty> =
            all.into_iter().flat_map(|modality| duties(&ground, rules, modality)).collect();
        asked.sort();
        Ok(Asked { ground, duties: asked })
    }

    /// The rulesets that bind in some places, those of wider territories with them, and the others
    /// of the request; none without places and others.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn rulesets_of(&self, request: &LawRequest) -> Result<Vec<RulesetId>, UnknownName> {
        let law = self.law();
        let mut rulesets = self.find_rulesets(&request.with)?;
        for place in self.find_jurisdictions(&request.jurisdictions)? {
            let binding = law.iter_rulesets().filter(|(_, set)| law.binds_in(set, place));
            rulesets.extend(binding.map(|(id, _)| id));
        }
        Ok(rulesets)
    }

    /// The rules of two sides, each a ruleset or a rule, on products placed anywhere that day.
    ///
    /// # Errors
    ///
    /// The first name that is neither.
    pub fn ask_sides(
        &self,
        sides: [&str; 2],
        on: Date,
    ) -> Result<(Ground<'_>, [Vec<Duty>; 2]), UnknownName> {
        let [one, other] = sides.map(|name| self.rules_named(name));
        let (one, other) = (one?, other?);
        let law = self.law();
        let home = |rules: &[RuleId]| {
            let rulesets = rules.iter().filter_map(|&rule| law.ruleset(law.rule(rule)?.ruleset));
            rulesets.flat_map(|set| set.applies_in.first().copied()).next()
        };
        let mut places: Vec<_> = [home(&one), home(&other)].into_iter().flatten().collect();
        places.dedup();
        if places.is_empty() {
            places.extend(law.jurisdictions.iter().map(|(id, _)| id).next());
        }
        let last = u32::try_from(places.len().saturating_sub(1)).unwrap_or_default();
        let ground = Ground::any(law, &places, on);
        let live = |rules: Vec<RuleId>, market: u32| {
            let duties = rules.into_iter().map(|rule| Duty { rule, market });
            duties.filter(|duty| is_live(&ground, *duty)).collect::<Vec<_>>()
        };
        let sides = [live(one, 0), live(other, last)];
        Ok((ground, sides))
    }

    /// The rules of a ruleset, or the rule of that id in the latest edition at hand.
    pub(super) fn rules_named(&self, name: &str) -> Result<Vec<RuleId>, UnknownName> {
        let of_set = |set: RulesetId| self.law().rules_of(set).map(|(id, _)| id);
        match self.find_rulesets(&[name.to_owned()]) {
            Ok(sets) => Ok(sets.into_iter().flat_map(of_set).collect::<Vec<RuleId>>()),
            Err(unknown) => {
                let rules = self.law().iter_rules().filter(|(_, rule)| is_named(self, rule, name));
                rules.map(|(id, _)| vec![id]).last().ok_or(unknown)
            }
        }
    }
}

/// `etsi.en303645.5.1-1`, or `etsi.en303645@2.1.1.5.1-1` for that edition.
fn is_named(library: &Library, rule: &Rule, name: &str) -> bool {
    let edition = library.law().ruleset(rule.ruleset).map(|set| (&set.id, &set.edition));
    rule.id == name
        || edition.is_some_and(|(id, edition)| format!("{id}@{edition}/{}", rule.number) == name)
}

impl Asked<'_> {
    /// Which of them clash.
    #[must_use]
    pub fn conflicts(&self, limits: &Limits) -> Conflicts {
        self.watched_conflicts(limits, &mut |_, _| {})
    }

    /// The same; before each pair `watch` is told how many were asked, and how many there are.
    #[must_use]
    pub fn watched_conflicts(
        &self,
        limits: &Limits,
        watch: &mut dyn FnMut(usize, usize),
    ) -> Conflicts {
        watched_conflicts(&self.ground, &self.duties, limits, watch)
    }

    /// Whether all obligations can be met by one product.
    #[must_use]
    pub fn together(&self, limits: &Limits) -> Together {
        together(&self.ground, &self.obligations(), limits)
    }

    /// How the obligations of different rulesets relate.
    #[must_use]
    pub fn relations(&self, limits: &Limits) -> Vec<Related> {
        relations(&self.ground, &self.obligations(), limits)
    }

    /// The same of fewer rules: some, and what turns on a common design decision with them in that
    /// many steps.
    #[must_use]
    pub fn around(&self, rules: &BTreeSet<RuleId>, steps: usize) -> Asked<'_> {
        let pairs = common_pairs(self.ground.law, &self.duties);
        let mut kept: BTreeSet<RuleId> = rules.clone();
        for _ in 0..steps {
            let touching = pairs.iter().map(|(one, other)| [one.rule, other.rule]);
            let touching = touching.filter(|pair| pair.iter().any(|rule| kept.contains(rule)));
            let next: Vec<RuleId> = touching.flatten().collect();
            kept.extend(next);
        }
        let duties = self.duties.iter().filter(|duty| kept.contains(&duty.rule));
        Asked { ground: self.ground.clone(), duties: duties.copied().collect() }
    }

    fn obligations(&self) -> Vec<Duty> {
        let law = self.ground.law;
        let is_must =
            |duty: &&Duty| law.rule(duty.rule).is_some_and(|rule| rule.modality == Modality::Must);
        self.duties.iter().filter(is_must).copied().collect()
    }
}
