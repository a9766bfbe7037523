//! Shows which rules and clauses the examples put to use, and which they leave untested.

use super::paint::Paint;
use crate::eval::coverage::Coverage;
use crate::eval::examples::{Result as Outcome, wanted_verdicts};
use crate::model::law::Law;
use crate::model::rule::{ClauseRole, Modality, Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::source::{SourceMap, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Characters of a clause that are quoted.
const LONGEST_QUOTE: usize = 90;

/// What the examples of one ruleset cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesetCoverage {
    ruleset: RulesetId,
    /// Use of clauses.
    pub clauses: Coverage,
    verdicts: BTreeMap<RuleId, BTreeSet<String>>,
    examples: BTreeMap<RuleId, usize>,
}

impl RulesetCoverage {
    /// Nothing is covered yet.
    #[must_use]
    pub fn new(ruleset: RulesetId, clauses: Coverage) -> RulesetCoverage {
        RulesetCoverage { ruleset, clauses, verdicts: BTreeMap::new(), examples: BTreeMap::new() }
    }

    /// Notes an expectation that came out as expected.
    pub fn note(&mut self, outcome: &Outcome<'_>) {
        if outcome.passed() {
            let rule = outcome.expectation.rule;
            self.verdicts.entry(rule).or_default().insert(outcome.expectation.verdict.clone());
            *self.examples.entry(rule).or_default() += 1;
        }
    }

    /// The kinds of verdict that a rule can give and no example shows.
    fn missing_verdicts(&self, id: RuleId, rule: &Rule) -> Vec<&'static str> {
        let shown = self.verdicts.get(&id);
        wanted_verdicts(rule.modality, |word| shown.is_some_and(|shown| shown.contains(word)))
    }
}

/// How much of a ruleset its examples cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Expectations that came out.
    pub expectations: usize,
    /// Rules that show every kind of verdict they can give, of how many.
    pub rules: (usize, usize),
    /// Clauses that were put to use, of how many.
    pub clauses: (usize, usize),
    /// What is untested, in words.
    pub gaps: Vec<String>,
}

/// Sums up what the examples of a ruleset cover.
#[must_use]
pub fn summarize(law: &Law, sources: &SourceMap, coverage: &RulesetCoverage) -> Summary {
    let covered = |(id, rule): &(RuleId, &Rule)| coverage.missing_verdicts(*id, rule).is_empty();
    let rules = || law.rules_of(coverage.ruleset);
    Summary {
        expectations: coverage.examples.values().sum(),
        rules: (rules().filter(covered).count(), rules().count()),
        clauses: clause_counts(law, coverage),
        gaps: gaps(law, sources, coverage),
    }
}

/// A line for each ruleset, and a line for each gap.
#[must_use]
pub fn coverage_table(
    law: &Law,
    sources: &SourceMap,
    all: &[RulesetCoverage],
    paint: Paint,
) -> String {
    let mut out = String::new();
    for coverage in all {
        let Some(ruleset) = law.ruleset(coverage.ruleset) else { continue };
        let Summary { expectations, rules, clauses, gaps } = summarize(law, sources, coverage);
        let line = format!(
            "{:<16} {expectations:>4} expectations, rules {}/{}, clauses {}/{}",
            ruleset.id, rules.0, rules.1, clauses.0, clauses.1
        );
        let line = if gaps.is_empty() { paint.good(&line) } else { paint.open(&line) };
        let _ = writeln!(out, "{line}");
        for gap in gaps {
            let _ = writeln!(out, "  untested: {gap}");
        }
    }
    out
}

/// One clause as it stands in the text. A clause of the header counts once for the whole
/// ruleset: an example of any rule that puts it to use will do.
struct Written<'a> {
    rule: &'a str,
    role: ClauseRole,
    held: bool,
    failed: bool,
}

fn written_clauses<'a>(law: &'a Law, coverage: &RulesetCoverage) -> BTreeMap<Span, Written<'a>> {
    let mut written: BTreeMap<Span, Written<'a>> = BTreeMap::new();
    for (id, uses) in coverage.clauses.iter() {
        let Some(rule) = law.rule(id) else { continue };
        let permits = rule.modality == Modality::May;
        for (clause, used) in rule.clauses.iter().zip(uses) {
            // The verdict of a permission never looks at what it permits.
            if permits && clause.role == ClauseRole::Norm {
                continue;
            }
            let fresh = Written { rule: &rule.id, role: clause.role, held: false, failed: false };
            let entry = written.entry(clause.span).or_insert(fresh);
            entry.held |= used.held;
            entry.failed |= used.failed;
        }
    }
    written
}

/// How many clauses were put to use, of how many.
fn clause_counts(law: &Law, coverage: &RulesetCoverage) -> (usize, usize) {
    let written = written_clauses(law, coverage);
    let used = written.values().filter(|one| is_used(one.role, one.held, one.failed)).count();
    (used, written.len())
}

/// An exception, route or replacement counts as tested once it has held; what narrows or asks,
/// once it has failed as well.
fn is_used(role: ClauseRole, held: bool, failed: bool) -> bool {
    match role {
        ClauseRole::Except | ClauseRole::Unless | ClauseRole::Deemed => held,
        ClauseRole::UnlessInstead | ClauseRole::Instead => held,
        ClauseRole::Applies | ClauseRole::Filter => held,
        ClauseRole::Norm => held && failed,
    }
}

fn gaps(law: &Law, sources: &SourceMap, coverage: &RulesetCoverage) -> Vec<String> {
    let mut gaps = Vec::new();
    for (id, rule) in law.rules_of(coverage.ruleset) {
        let verdicts = coverage.missing_verdicts(id, rule);
        if !verdicts.is_empty() {
            gaps.push(format!("{} {}", rule.id, verdicts.join(", ")));
        }
    }
    for (span, one) in written_clauses(law, coverage) {
        // A norm that never failed or never held is named above, by the verdict it lacks.
        if one.role != ClauseRole::Norm && !is_used(one.role, one.held, one.failed) {
            let text = sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
            let text: String = text.chars().take(LONGEST_QUOTE).collect();
            gaps.push(format!("{} {text}", one.rule));
        }
    }
    gaps
}
