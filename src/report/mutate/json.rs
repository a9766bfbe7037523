//! What examples notice, as plain data: what `comity test --mutate --format json` writes.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::report::json::pretty;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-mutate/1";

/// The answer to one `comity test --mutate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MutateReport {
    /// `comity-mutate/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// All rulesets together.
    pub all: ScoreReport,
    /// One entry for each ruleset, in the order of ids and editions.
    pub rulesets: Vec<RulesetReport>,
}

/// How many changes were noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct ScoreReport {
    /// Changes that count: those that are noticed, and those that survive.
    pub changes: usize,
    /// Of those, how many some example notices.
    pub noticed: usize,
    /// Changes that are proved to change no verdict, which do not count.
    pub equal: usize,
    /// Changes that make the text faulty, which do not count.
    pub refused: usize,
    /// Noticed of a thousand that count, rounded down; a thousand if none counts.
    pub thousandths: usize,
}

/// One ruleset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RulesetReport {
    /// Its id.
    pub ruleset: String,
    /// Its edition.
    pub edition: String,
    /// How many changes were noticed.
    pub score: ScoreReport,
    /// The changes that no example notices, in the order of the text.
    pub survivors: Vec<SurvivorReport>,
    /// Examples that would notice them, as few as were found.
    pub proposals: Vec<ProposalReport>,
}

/// A change that no example notices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SurvivorReport {
    /// File.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// What is written there, in words of the language.
    pub was: String,
    /// What was written in its stead; left out if it was left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// A rule that would give some product another verdict, where one was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telling: Option<TellingReport>,
    /// Which of the proposals would notice it, counted from 0; left out where none would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<usize>,
}

/// A rule that would give some product another verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TellingReport {
    /// Its full id.
    pub rule: String,
    /// Its verdict as the text stands.
    pub verdict: String,
    /// Its verdict after the change.
    pub changed: String,
}

/// An example to write, or more that an example should expect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProposalReport {
    /// Its name.
    pub example: String,
    /// Whether it is not there yet.
    pub new: bool,
    /// Whether it is many words for what it notices: `--write` leaves it out.
    pub long: bool,
    /// The sentences to write: for an example that is there, only what it should expect.
    pub sentences: Vec<String>,
}

/// The JSON Schema of [`MutateReport`].
#[must_use]
pub fn mutate_schema() -> serde_json::Value {
    schemars::schema_for!(MutateReport).to_value()
}

impl MutateReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
