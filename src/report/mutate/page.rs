//! What examples notice, as lines for people.

use super::json::{ExampleReport, MutateReport, RulesetReport, ScoreReport, SurvivorReport};
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
            if let Some(example) = &survivor.example {
                let _ = writeln!(out, "    {}", advice(example));
            }
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

/// `psti.comity:31:8 nobody notices "2 years" written as "1 years"`
fn told(survivor: &SurvivorReport) -> String {
    let SurvivorReport { file, line, column, was, by, .. } = survivor;
    let change = match by {
        Some(by) => format!("`{was}` written as `{by}`"),
        None => format!("`{was}` left out"),
    };
    format!("{file}:{line}:{column}: no example notices {change}")
}

fn advice(example: &ExampleReport) -> String {
    let ExampleReport { rule, verdict, changed, text } = example;
    match text {
        Some(text) => format!("add an example: {text} (changed: {changed})"),
        None => {
            format!("an example would notice in which {rule} is {verdict} (changed: {changed})")
        }
    }
}
