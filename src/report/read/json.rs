//! Readings as plain data: what `comity read --format json` writes and the page lays out.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::model::text::Language;
use crate::report::json::pretty;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-reading/1";

/// The answer to one `comity read`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReadReport {
    /// `comity-reading/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Language of the sentences: `en`, `fr`, `nl`.
    pub language: String,
    /// One entry for each ruleset; for a rule, the ruleset of each of its editions.
    pub texts: Vec<TextReading>,
}

/// A ruleset, or what of it belongs to one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextReading {
    /// Id of the ruleset.
    pub ruleset: String,
    /// Its edition.
    pub edition: String,
    /// Its name.
    pub title: String,
    /// Its frame: `instrument`, `issued`, `where`, `chosen`, `time`, `review`, `scope`,
    /// `exception`, `source`. Empty where one rule alone was asked for.
    pub sentences: Vec<Sentence>,
    /// Its rules, in the order of the text.
    pub rules: Vec<RuleReading>,
    /// The words that the sentences use, each explained once: `term`, `parameter`, `fact`.
    pub words: Vec<Sentence>,
}

/// A rule in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleReading {
    /// Full id: `uk.psti.sch1.1`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// `time`, `trigger`, `scope`, `exception`, `items`, `duty`, `unless`, `instead`, `deemed`,
    /// `overrides`, `gives_way`, `claim`, `goals`, `because`, `evidence`, `remedy`, `penalty`,
    /// `note`, `citation`, `confidence`, in this order, each where the rule has it.
    pub sentences: Vec<Sentence>,
}

/// A sentence, or one part of the list that a sentence leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// What it says; `part` for a part of a list.
    pub kind: String,
    /// Label of a part: `(a)`, `(i)`, `(1)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The words, with their full stop, semicolon or colon.
    pub text: String,
    /// The parts that follow the colon.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub children: Vec<Sentence>,
}

impl ReadReport {
    /// The readings, framed as an answer.
    #[must_use]
    pub fn of(texts: Vec<TextReading>, language: Language) -> ReadReport {
        ReadReport {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            language: language.code().to_owned(),
            texts,
        }
    }

    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}

/// The JSON Schema of [`ReadReport`].
#[must_use]
pub fn read_schema() -> serde_json::Value {
    schemars::schema_for!(ReadReport).to_value()
}
