//! Whether examples notice that a text says something else, told to people and programs.

mod example;
pub mod json;
pub mod page;

use crate::eval::verdict::Verdict;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::source::{SourceMap, Span};
pub use example::{Sketch, Step};
use json::{
    MutateReport, ProposalReport, RulesetReport, ScoreReport, SurvivorReport, TellingReport,
};

/// What came of one change.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// An example noticed.
    Noticed,
    /// The text had a fault.
    Refused,
    /// No verdict is another one.
    Equal,
    /// No example noticed.
    Survived(Survivor<'a>),
}

/// A change that no example noticed.
#[derive(Debug, Clone, Copy)]
pub struct Survivor<'a> {
    /// What is written.
    pub was: &'a str,
    /// What was written in its stead.
    pub by: Option<&'a str>,
    /// Where.
    pub span: Span,
    /// A rule that gives some product another verdict.
    pub shown: Option<Shown>,
    /// Which of the proposals notices it, by position.
    pub proposal: Option<usize>,
}

/// A rule that gives some product another verdict after a change.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// The rule.
    pub rule: RuleId,
    /// What it says of that product, as it is and as it is changed.
    pub verdicts: [Verdict; 2],
}

/// Puts what came of changes into words.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The law as it is.
    pub law: &'a Law,
    /// Its texts.
    pub sources: &'a SourceMap,
}

impl Teller<'_> {
    /// The report on a ruleset; none for an id of another law.
    #[must_use]
    pub fn ruleset<'t>(
        &self,
        id: RulesetId,
        told: impl IntoIterator<Item = Told<'t>>,
        proposals: Vec<ProposalReport>,
    ) -> Option<RulesetReport> {
        let own = self.law.ruleset(id)?;
        let mut score = ScoreReport::default();
        let mut survivors = Vec::new();
        for told in told {
            match told {
                Told::Noticed => score.noticed += 1,
                Told::Refused => score.refused += 1,
                Told::Equal => score.equal += 1,
                Told::Survived(survivor) => survivors.extend(self.survivor(&survivor)),
            }
        }
        score.changes = score.noticed + survivors.len();
        score.thousandths = thousandths(score.noticed, score.changes);
        let (ruleset, edition) = (own.id.clone(), own.edition.clone());
        Some(RulesetReport { ruleset, edition, score, survivors, proposals })
    }

    fn survivor(&self, survivor: &Survivor<'_>) -> Option<SurvivorReport> {
        let file = self.sources.get(survivor.span.file)?;
        let (line, column) = file.line_column(survivor.span.start as usize);
        Some(SurvivorReport {
            file: file.name.to_string(),
            line,
            column,
            was: survivor.was.to_owned(),
            by: survivor.by.map(str::to_owned),
            telling: survivor.shown.and_then(|shown| self.telling(&shown)),
            proposal: survivor.proposal,
        })
    }

    fn telling(&self, shown: &Shown) -> Option<TellingReport> {
        let [verdict, changed] = shown.verdicts;
        Some(TellingReport {
            rule: self.law.rule(shown.rule)?.id.clone(),
            verdict: verdict.words().to_owned(),
            changed: changed.words().to_owned(),
        })
    }
}

impl MutateReport {
    /// All rulesets together.
    #[must_use]
    pub fn of(rulesets: Vec<RulesetReport>) -> MutateReport {
        let sum = |count: fn(&ScoreReport) -> usize| {
            rulesets.iter().map(|ruleset| count(&ruleset.score)).sum::<usize>()
        };
        let (changes, noticed) = (sum(|one| one.changes), sum(|one| one.noticed));
        let all = ScoreReport {
            changes,
            noticed,
            equal: sum(|one| one.equal),
            refused: sum(|one| one.refused),
            thousandths: thousandths(noticed, changes),
        };
        let engine = env!("CARGO_PKG_VERSION").to_owned();
        MutateReport { format: json::FORMAT.to_owned(), engine, all, rulesets }
    }
}

fn thousandths(noticed: usize, changes: usize) -> usize {
    (noticed * 1_000).checked_div(changes).unwrap_or(1_000)
}
