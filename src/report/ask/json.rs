//! What is still to be told of a product, as plain data: what `comity ask --format json` writes
//! and the terminal shows.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::analysis::interview::{Fewest, Question};
use crate::eval::assess::MarketAssessment;
use crate::eval::settled::Ask;
use crate::eval::trace::FactPath;
use crate::model::condition::JudgementId;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::model::vocabulary::Type;
use crate::report::build::{outcome_word, strength};
use crate::report::json::pretty;
use crate::report::phrases::Phrases;
use crate::report::settled::asked;
use crate::report::vocabulary::type_name;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-ask/1";

/// The answer to one `comity ask`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskReport {
    /// `comity-ask/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day of the check, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Language of the questions: `en`, `fr`, `nl`.
    pub language: String,
    /// Name of the manifest as given.
    pub manifest: String,
    /// The markets, as they stand now.
    pub markets: Vec<StandReport>,
    /// What to ask, in order.
    pub questions: Vec<QuestionReport>,
    /// The fewest answers that can decide all verdicts at once, by the names of what they tell;
    /// missing where that could not be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fewest: Option<FewestReport>,
}

/// How a product stands on a market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandReport {
    /// Code of the territory.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// What all obligations together say.
    pub outcome: String,
    /// Rules whose verdict is decided.
    pub decided: usize,
    /// Rules whose verdict is open.
    pub open: usize,
}

/// Something to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionReport {
    /// A name that no other question has: the path of the fact; of an open norm
    /// `uk.psti.sch1.3.3#1`, the rule and which of its norms.
    pub id: String,
    /// Path of the fact: `auth.passwords[admin].scheme`; of an open norm its words.
    pub asks: String,
    /// What it is called; of an open norm the title of its rule.
    pub title: String,
    /// The question to a person.
    pub question: String,
    /// What is meant.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub meaning: String,
    /// What an answer is: `yes or no`, `date`; of an open norm `judgement`.
    pub kind: String,
    /// The values to choose from, where there are only these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub choices: Vec<ChoiceReport>,
    /// Whether `none` is an answer.
    pub may_be_absent: bool,
    /// The verdicts that it can help to decide.
    pub decides: Vec<WaitingReport>,
}

/// A value to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChoiceReport {
    /// As a manifest writes it.
    pub value: String,
    /// What it is called.
    pub title: String,
}

/// A verdict that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaitingReport {
    /// Code of the territory.
    pub territory: String,
    /// Full id of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The clause of the instrument.
    pub citation: String,
    /// `must`, `should`, `may`.
    pub strength: String,
}

/// The fewest answers that can decide everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FewestReport {
    /// What they tell.
    pub asks: Vec<String>,
    /// Whether it was proved that no fewer can; else no fewer were found.
    pub proved: bool,
}

/// The report on an interview.
#[must_use]
pub fn ask_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    (markets, on): (&[MarketAssessment], Date),
    questions: &[Question],
    fewest: Option<&Fewest>,
) -> AskReport {
    let stand = |market: &MarketAssessment| stand_report(phrases, market);
    AskReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        checked_on: on.to_string(),
        language: phrases.language.code().to_owned(),
        manifest: manifest.source.name.to_string(),
        markets: markets.iter().filter_map(stand).collect(),
        questions: questions
            .iter()
            .filter_map(|question| question_report(phrases, markets, question))
            .collect(),
        fewest: fewest.map(|fewest| FewestReport {
            asks: asked(phrases, &fewest.asks),
            proved: fewest.is_proven,
        }),
    }
}

/// How a product stands on a market.
#[must_use]
pub fn stand_report(phrases: Phrases<'_>, market: &MarketAssessment) -> Option<StandReport> {
    let place = phrases.law.jurisdictions.get(market.market.jurisdiction)?;
    let open = market.rules.iter().filter(|rule| !rule.verdict.is_definite()).count();
    Some(StandReport {
        territory: place.code.clone(),
        name: place.title.get(phrases.language).to_owned(),
        outcome: outcome_word(market.outcome).to_owned(),
        decided: market.rules.len() - open,
        open,
    })
}

/// A question in words; `None` for what the law does not have.
#[must_use]
pub fn question_report(
    phrases: Phrases<'_>,
    markets: &[MarketAssessment],
    question: &Question,
) -> Option<QuestionReport> {
    let mut report = match &question.ask {
        Ask::Fact(path) => fact_question(phrases, path)?,
        Ask::Judgement(id) => {
            let norm = phrases.law.judgement(*id)?;
            let rule = phrases.law.rule(norm.rule)?;
            QuestionReport {
                id: norm_name(phrases.law, *id),
                asks: norm.text.get(phrases.language).to_owned(),
                title: rule.title.get(phrases.language).to_owned(),
                question: norm.text.get(phrases.language).to_owned(),
                meaning: String::new(),
                kind: "judgement".to_owned(),
                choices: Vec::new(),
                may_be_absent: false,
                decides: Vec::new(),
            }
        }
    };
    let waiting =
        |(market, rule): &(usize, RuleId)| waiting_report(phrases, markets.get(*market)?, *rule);
    report.decides = question.waiting.iter().filter_map(waiting).collect();
    Some(report)
}

/// `uk.psti.sch1.3.3#1`: the rule, and which of the norms under that id it is.
#[must_use]
pub fn norm_name(law: &Law, id: JudgementId) -> String {
    let rule_of = |at: JudgementId| Some(law.rule(law.judgement(at)?.rule)?.id.as_str());
    let rule = rule_of(id).unwrap_or_default();
    let earlier = (0..id.0).filter(|&at| rule_of(JudgementId(at)) == Some(rule)).count();
    format!("{rule}#{}", earlier + 1)
}

fn fact_question(phrases: Phrases<'_>, path: &FactPath) -> Option<QuestionReport> {
    let fact = phrases.fact(path)?;
    let vocabulary = &phrases.law.vocabulary;
    let words = match &fact.kind {
        Type::OneOf(words) | Type::SetOf(words) => words.as_slice(),
        _ => &[],
    };
    let choice = |word: &String| ChoiceReport {
        value: word.clone(),
        title: fact
            .value_titles
            .get(word)
            .map_or("", |title| title.get(phrases.language))
            .to_owned(),
    };
    Some(QuestionReport {
        id: path.text(vocabulary),
        asks: path.text(vocabulary),
        title: fact.title.get(phrases.language).to_owned(),
        question: fact.question.get(phrases.language).to_owned(),
        meaning: fact.meaning.get(phrases.language).to_owned(),
        kind: type_name(vocabulary, &fact.kind),
        choices: words.iter().map(choice).collect(),
        may_be_absent: fact.optional,
        decides: Vec::new(),
    })
}

fn waiting_report(
    phrases: Phrases<'_>,
    market: &MarketAssessment,
    rule: RuleId,
) -> Option<WaitingReport> {
    let rule = phrases.law.rule(rule)?;
    Some(WaitingReport {
        territory: phrases.law.jurisdictions.get(market.market.jurisdiction)?.code.clone(),
        rule: rule.id.clone(),
        title: rule.title.get(phrases.language).to_owned(),
        citation: rule.citation.pinpoint.clone(),
        strength: strength(rule.modality).to_owned(),
    })
}

/// The JSON Schema of [`AskReport`].
#[must_use]
pub fn ask_schema() -> serde_json::Value {
    schemars::schema_for!(AskReport).to_value()
}

impl AskReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
