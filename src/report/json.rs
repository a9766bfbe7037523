//! The report of a check as plain data: what `--format json` writes and every other form shows.
//!
//! These structs are a promise to the outside. They are apart from the engine's own types so
//! that the engine can change; a change that breaks readers raises [`FORMAT`].

use super::limits::TooLarge;
use super::receipt::Receipt;
use super::settled::SettledReport;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Name and version of the format.
pub const FORMAT: &str = "comity-report/1";

/// The answer to one `comity check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Report {
    /// `comity-report/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day of the check, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Least evidence that counts, if one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Language of titles, reasons, questions and remedies: `en`, `fr`, `nl`.
    pub language: String,
    /// What the report rests on, with hashes: `comity verify` makes it again and compares.
    pub receipt: Receipt,
    /// One entry for each manifest, in the order given.
    pub products: Vec<ProductReport>,
}

/// One manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProductReport {
    /// Name of the manifest as given.
    pub manifest: String,
    /// Name of the product, if the manifest states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What is wrong with the manifest; then there is no market.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub faults: Vec<FaultReport>,
    /// One entry for each market.
    pub markets: Vec<MarketReport>,
}

/// A fault of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FaultReport {
    /// Stable code, `comity::ingest::…`; `comity::check::…` where it is of the file, not its text.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
}

/// A product in one territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarketReport {
    /// Code of the territory.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// Day on which the first unit is placed there, if stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_placed: Option<String>,
    /// `compliant`, `non-compliant`, `undetermined`: obligations alone decide.
    pub outcome: String,
    /// One entry for each rule, ruleset by ruleset, in the order of the texts.
    pub rules: Vec<RuleReport>,
}

/// What one rule says of a product in a territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleReport {
    /// Full id: `uk.psti.sch1.1`.
    pub rule: String,
    /// Official number: `sch1.1`.
    pub number: String,
    /// Id of the ruleset.
    pub ruleset: String,
    /// Title of the ruleset.
    pub ruleset_title: String,
    /// Edition of the ruleset.
    pub edition: String,
    /// Title of the rule.
    pub title: String,
    /// `met`, `deemed met`, `exempt`, `not applicable`, `not in force`, `breached`,
    /// `not followed`, `permitted`, `undetermined`, `needs judgement`.
    pub verdict: String,
    /// `must`, `should`, `may`.
    pub strength: String,
    /// The clause of the instrument.
    pub citation: String,
    /// Address of the clause, or of the instrument.
    pub url: String,
    /// Whom it binds.
    pub binds: Vec<String>,
    /// How the text was read: `read`, `seen`, `secondary`, `unverified`.
    pub confidence: String,
    /// What decided the verdict.
    pub reasons: Vec<ReasonReport>,
    /// Facts that would settle it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub missing: Vec<MissingFact>,
    /// Open norms that a person must judge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub to_judge: Vec<String>,
    /// What can still come out, and the fewest facts that can decide it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<SettledReport>,
    /// How to mend a breach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// What a breach costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<String>,
}

/// Part of why a rule says what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReasonReport {
    /// What the clause behind it does: `obligation`, `scope`, `exception`, `lifted`,
    /// `replacement`, `deemed`, `dates`, `event`, `list`, `overridden`; or `settled`: facts are
    /// missing, and none of them makes a difference.
    pub because: String,
    /// Source of law of that clause, if it has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// The reason in words.
    pub text: String,
    /// The statements of the manifest it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub stated: Vec<StatedAt>,
}

/// A statement of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatedAt {
    /// Path of the fact: `auth.passwords[admin].scheme`.
    pub fact: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Evidence level.
    pub level: String,
}

/// A fact that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MissingFact {
    /// Its path.
    pub fact: String,
    /// Why it is not known.
    pub why: String,
    /// The question to put.
    pub question: String,
}

/// The JSON Schema of [`Report`].
#[must_use]
pub fn report_schema() -> serde_json::Value {
    schemars::schema_for!(Report).to_value()
}

impl Report {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    /// The same, if it has no more than so many bytes.
    ///
    /// # Errors
    ///
    /// It has more.
    pub fn to_json_within(&self, bytes: usize) -> Result<String, TooLarge> {
        let text = self.to_json();
        if text.len() > bytes { Err(TooLarge(bytes)) } else { Ok(text) }
    }
}

/// A report as indented JSON with a line end.
pub(super) fn pretty(report: &impl Serialize) -> String {
    // Plain structs of strings and numbers always serialise.
    let text = serde_json::to_string_pretty(report).unwrap_or_default();
    text + "\n"
}
