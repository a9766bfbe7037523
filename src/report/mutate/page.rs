//! What examples notice, as lines for people.

use super::json::{
    MutateReport, ProposalReport, RulesetReport, ScoreReport, SurvivorReport, TellingReport,
};
use crate::report::paint::Paint;
use std::fmt::Write as _;

/// A line for each ruleset, its survivors below it, and the whole at the end.
#[must_use]
pub fn mutate_page(report: &MutateReport, paint: Paint) -> String {
    let mut out = String::new();
    for ruleset in &report.rulesets {
        let _ = writeln!(out, "{}", line(ruleset, paint));
        for survivor in &ruleset.survivors {
            let _ = writeln!(out, "  {}", told(survivor));
        }
        for proposal in &ruleset.proposals {
            let _ = writeln!(out, "  {}", advice(proposal));
        }
    }
    let _ = writeln!(out, "{}", total(&report.all));
    out
}

fn line(ruleset: &RulesetReport, paint: Paint) -> String {
    let name = format!("{} {}", ruleset.ruleset, ruleset.edition);
    let line = format!("{name:<40} {}", score(&ruleset.score));
    if ruleset.survivors.is_empty() { paint.good(&line) } else { paint.open(&line) }
}

fn total(all: &ScoreReport) -> String {
    let mut line = format!("{} changes noticed", score(all));
    let _ = write!(line, "; {} change no verdict, {} are faults", all.equal, all.refused);
    line
}

/// `97.3 % (146/150)`
fn score(score: &ScoreReport) -> String {
    let ScoreReport { thousandths, noticed, changes, .. } = score;
    format!("{:>3}.{} % ({noticed}/{changes})", thousandths / 10, thousandths % 10)
}

/// `psti.comity:31:8: no example notices `2 years` written as `1 year``
fn told(survivor: &SurvivorReport) -> String {
    let SurvivorReport { file, line, column, was, by, telling, .. } = survivor;
    let change = match by {
        Some(by) => format!("`{was}` written as `{by}`"),
        None => format!("`{was}` left out"),
    };
    let told = telling.as_ref().map_or(String::new(), |telling| {
        let TellingReport { rule, verdict, changed } = telling;
        format!("; {rule} would be {changed} where it is {verdict}")
    });
    format!("{file}:{line}:{column}: no example notices {change}{told}")
}

fn advice(proposal: &ProposalReport) -> String {
    let ProposalReport { example, new, sentences, .. } = proposal;
    let sentences = sentences.join(" ");
    match new {
        true => format!("add: example \"{example}\": {sentences}"),
        false => format!("add to \"{example}\": {sentences}"),
    }
}
