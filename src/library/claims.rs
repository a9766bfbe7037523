//! Claims of rules about rules of other texts, asked by names.

use super::{Asked, Library, UnknownName};
use crate::analysis::claims::{JudgedClaim, claims_of};
use crate::analysis::problem::Limits;
use crate::model::rule::RuleId;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Library {
    /// What the rules of two sides, each a ruleset or a rule, claim of each other: of every day,
    /// `on` first.
    ///
    /// # Errors
    ///
    /// The first name that is neither.
    pub fn claims_between(
        &self,
        sides: [&str; 2],
        on: Date,
        limits: &Limits,
    ) -> Result<Vec<JudgedClaim>, UnknownName> {
        let [one, other] = sides.map(|name| self.rules_named(name));
        let (one, other) = (one?, other?);
        Ok([self.claims(&one, &other, on, limits), self.claims(&other, &one, on, limits)].concat())
    }

    fn claims(&self, by: &[RuleId], of: &[RuleId], on: Date, limits: &Limits) -> Vec<JudgedClaim> {
        let of: BTreeSet<&RuleId> = of.iter().collect();
        let judged = by.iter().flat_map(|&rule| claims_of(self.law(), rule, on, limits));
        judged.filter(|judged| of.contains(&judged.claimed.of)).collect()
    }
}

impl Asked<'_> {
    /// What the rules claim of rules of other texts, whether those are asked about or not.
    #[must_use]
    pub fn claims(&self, limits: &Limits) -> Vec<JudgedClaim> {
        let (law, on) = (self.ground.law, self.ground.on);
        self.duties.iter().flat_map(|duty| claims_of(law, duty.rule, on, limits)).collect()
    }
}
