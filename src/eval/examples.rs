//! Runs the examples of rulesets: whether each expected verdict comes out.

use super::assess::assess_row;
use super::coverage::Coverage;
use super::explain::Explanation;
use super::matrix::evaluate;
use super::trace::FactPath;
use super::verdict::Verdict;
use super::walk::Walker;
use crate::model::example::{Example, Expectation};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Modality, RuleId};
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Placement, Row};
use std::collections::BTreeSet;

/// What came out of one expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Result<'a> {
    /// What was expected.
    pub expectation: &'a Expectation,
    /// What came out, and why.
    pub explanation: Explanation,
    /// Facts that should have been asked for, and were not.
    pub not_asked: Vec<&'a str>,
}

impl Result<'_> {
    /// Whether it came out as expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.explanation.verdict.words() == self.expectation.verdict && self.not_asked.is_empty()
    }
}

/// Runs one example, noting which clauses it puts to use.
pub fn run_example<'a>(
    law: &Law,
    example: &'a Example,
    coverage: &mut Coverage,
) -> Vec<Result<'a>> {
    let row = row_of(law, example);
    let walker = Walker::new(law, row, Threshold::default());
    let rules: Vec<RuleId> = example.expectations.iter().map(|expected| expected.rule).collect();
    let assessed = assess_row(law, row, &rules, Threshold::default());
    let mut results = Vec::new();
    for expectation in &example.expectations {
        let explained = assessed.rules.iter().find(|found| found.rule == expectation.rule);
        let Some(explanation) = explained.cloned() else { continue };
        coverage.record(&walker, &explanation);
        let not_asked = not_asked(law, expectation, &explanation);
        results.push(Result { expectation, explanation, not_asked });
    }
    results
}

/// Whether all that is expected of some rules comes out: judged all at once, and explained only
/// where the expectation is about what is open.
#[must_use]
pub fn all_pass(law: &Law, examples: &[Example], is_asked: impl Fn(RuleId) -> bool) -> bool {
    let of_rule = |expected: &&Expectation| is_asked(expected.rule);
    let asks = |one: &&Example| one.expectations.iter().any(|expected| is_asked(expected.rule));
    let asked: Vec<&Example> = examples.iter().filter(asks).collect();
    let expected = asked.iter().flat_map(|one| one.expectations.iter().filter(of_rule));
    let rules: BTreeSet<RuleId> = expected.map(|expected| expected.rule).collect();
    let rules: Vec<RuleId> = rules.into_iter().collect();
    let rows: Vec<Row<'_>> = asked.iter().map(|example| row_of(law, example)).collect();
    let matrix = evaluate(law, &Plan::new(law, &rules), &rows, Threshold::default());
    let comes_out = |(row, example): (usize, &&Example)| {
        example.expectations.iter().filter(of_rule).all(|expected| {
            let rule = rules.binary_search(&expected.rule).ok();
            let found = rule.and_then(|rule| matrix.get(rule, row));
            found.is_some_and(|found| found.words() == expected.verdict || is_open(expected, found))
        })
    };
    asked.iter().enumerate().all(comes_out)
        && asked.iter().all(|one| is_open_rightly(law, one, &is_asked))
}

/// Whether only an explanation can tell if it comes out: whose turn it is, and what is missing.
fn is_open(expected: &Expectation, found: Verdict) -> bool {
    let open = [Verdict::Undetermined, Verdict::NeedsJudgement];
    open.contains(&found) && open.iter().any(|verdict| verdict.words() == expected.verdict)
}

/// Whether what is expected to be open is so in the way that is expected.
fn is_open_rightly(law: &Law, example: &Example, is_asked: impl Fn(RuleId) -> bool) -> bool {
    let is_meant = |one: &&Expectation| is_asked(one.rule) && is_open(one, Verdict::Undetermined);
    let meant: Vec<&Expectation> = example.expectations.iter().filter(is_meant).collect();
    if meant.is_empty() {
        return true;
    }
    let rules: Vec<RuleId> = meant.iter().map(|one| one.rule).collect();
    let assessed = assess_row(law, row_of(law, example), &rules, Threshold::default());
    meant.iter().all(|expected| {
        let found = assessed.rules.iter().find(|found| found.rule == expected.rule);
        found.is_some_and(|found| {
            found.verdict.words() == expected.verdict && not_asked(law, expected, found).is_empty()
        })
    })
}

/// The kinds of verdict that a rule can give and that are not shown.
#[must_use]
pub fn wanted_verdicts(modality: Modality, is_shown: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let wanted: &[(&'static str, &[&str])] = match modality {
        Modality::Must => &[
            ("met", &["met", "deemed met"]),
            ("breached", &["breached"]),
            ("undetermined", &["undetermined", "needs judgement"]),
        ],
        Modality::Should => &[
            ("met", &["met", "deemed met"]),
            ("not followed", &["not followed"]),
            ("undetermined", &["undetermined", "needs judgement"]),
        ],
        Modality::May => &[("permitted", &["permitted"])],
    };
    let is_open = |(_, any): &&(_, &[&str])| !any.iter().any(|word| is_shown(word));
    wanted.iter().filter(is_open).map(|(name, _)| *name).collect()
}

/// The example's product on its day; where it is placed nowhere, nothing is known of that.
#[must_use]
pub fn row_of<'a>(law: &Law, example: &'a Example) -> Row<'a> {
    let home = law.ruleset(example.ruleset).and_then(|ruleset| ruleset.applies_in.first());
    let jurisdiction = example.territory.or(home.copied()).unwrap_or(JurisdictionId(0));
    let placement = example.territory.map(|_| Placement(0));
    Row { manifest: &example.manifest, market: Market { jurisdiction, placement }, on: example.on }
}

fn not_asked<'a>(law: &Law, expected: &'a Expectation, found: &Explanation) -> Vec<&'a str> {
    let asked: Vec<String> = found.missing_facts().map(|path| general_path(law, path)).collect();
    let is_asked = |wanted: &str| {
        let wanted = wanted.replacen("placement.", "market.placements.", 1);
        let inside = format!("{wanted}.");
        asked.iter().any(|path| *path == wanted || path.starts_with(&inside))
    };
    expected.needing.iter().map(String::as_str).filter(|wanted| !is_asked(wanted)).collect()
}

/// A path without the ids of items, as `needing` writes it.
fn general_path(law: &Law, path: &FactPath) -> String {
    let field = path.field.as_ref().and_then(|(_, field)| law.vocabulary.field(*field));
    field.map_or_else(|| path.text(&law.vocabulary), |field| field.path.clone())
}

impl Verdict {
    /// The verdict in the words of the language.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::DeemedMet => "deemed met",
            Verdict::Exempt => "exempt",
            Verdict::NotApplicable => "not applicable",
            Verdict::NotInForce => "not in force",
            Verdict::Breached => "breached",
            Verdict::NotFollowed => "not followed",
            Verdict::Permitted => "permitted",
            Verdict::Undetermined => "undetermined",
            Verdict::NeedsJudgement => "needs judgement",
        }
    }
}
