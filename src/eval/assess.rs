//! One product in its markets: verdicts with their explanations, and the outcome of each market.

use super::explain::{Explanation, explain};
use super::market::rules_for;
use super::matrix::evaluate;
use super::verdict::Outcome;
use super::walk::Walker;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;

/// What the rules say of a product in one market on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketAssessment {
    /// The territory, and the placement that counts there.
    pub market: Market,
    /// The day of the check.
    pub on: Date,
    /// What all obligations together say.
    pub outcome: Outcome,
    /// What each rule says, and why, in the order asked for.
    pub rules: Vec<Explanation>,
}

/// When and how strictly to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The day of the check.
    pub on: Date,
    /// Statements with less evidence count as unknown.
    pub threshold: Threshold,
}

/// Assesses a product in some markets: by the law of each, and by the rulesets named besides.
#[must_use]
pub fn assess(
    law: &Law,
    manifest: &Manifest,
    markets: &[Market],
    with: &[RulesetId],
    check: Check,
) -> Vec<MarketAssessment> {
    let assess = |&market: &Market| {
        let row = Row { manifest, market, on: check.on };
        assess_row(law, row, &rules_for(law, market.jurisdiction, with), check.threshold)
    };
    markets.iter().map(assess).collect()
}

/// Assesses a product in one market, by those rules.
#[must_use]
pub fn assess_row(
    law: &Law,
    row: Row<'_>,
    rules: &[RuleId],
    threshold: Threshold,
) -> MarketAssessment {
    let rows = [row];
    let matrix = evaluate(law, &Plan::new(law, rules), &rows, threshold);
    let walker = Walker::new(law, row, threshold);
    let explain = |(rule, _, verdict)| explain(&walker, rule, verdict);
    MarketAssessment {
        market: row.market,
        on: row.on,
        outcome: matrix.outcome(0),
        rules: matrix.row(0).filter_map(explain).collect(),
    }
}
