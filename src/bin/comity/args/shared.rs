//! Options that several commands take.

use super::{parse_date, parse_language};
use crate::clock::today;
use clap::{Args, ValueEnum};
use comity::jiff::civil::Date;
use comity::model::manifest::EvidenceLevel;
use comity::model::text::Language;
use comity::{CheckRequest, LawRequest};
use std::path::PathBuf;

/// Where rulesets come from.
#[derive(Debug, Args)]
pub(crate) struct Rulesets {
    /// Load the rulesets of this file or folder as well; a ruleset of the same id and edition
    /// takes the place of the shipped one
    #[arg(long, value_name = "PATH")]
    pub(crate) rulesets: Vec<PathBuf>,
}

/// Where a product is looked at, and by which texts.
#[derive(Debug, Args)]
pub(crate) struct Scope {
    /// Jurisdictions: codes or names such as uk, nl, quebec, CA-QC [default: where the
    /// manifest places the product]
    #[arg(long = "in", value_name = "PLACES", value_delimiter = ',')]
    pub(crate) jurisdictions: Vec<String>,
    /// Standards, codes and guidance to apply beside the law, such as etsi.en303645
    #[arg(long, value_name = "RULESETS", value_delimiter = ',')]
    pub(crate) with: Vec<String>,
}

impl Scope {
    pub(crate) fn request(&self, on: Date, evidence: Option<EvidenceLevel>) -> CheckRequest {
        let (jurisdictions, with) = (self.jurisdictions.clone(), self.with.clone());
        CheckRequest { on, jurisdictions, with, evidence }
    }
}

/// Which law is asked about, and on which day.
#[derive(Debug, Args)]
pub(crate) struct LawScope {
    /// Jurisdictions: codes or names such as uk, nl, quebec, CA-QC; the law of their parts counts
    #[arg(long = "in", value_name = "PLACES", value_delimiter = ',', default_value = "uk,ca,nl")]
    pub(crate) jurisdictions: Vec<String>,
    /// Standards, codes, guidance and drafts to look at beside the law
    #[arg(long, value_name = "RULESETS", value_delimiter = ',')]
    pub(crate) with: Vec<String>,
    /// Day on which a product is placed on the market, and checked [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
}

impl LawScope {
    pub(crate) fn day(&self) -> Date {
        self.on.unwrap_or_else(today)
    }

    pub(crate) fn request(&self) -> LawRequest {
        let (jurisdictions, with) = (self.jurisdictions.clone(), self.with.clone());
        LawRequest { on: self.day(), jurisdictions, with }
    }
}

/// How an answer is told.
#[derive(Debug, Args)]
pub(crate) struct Answer {
    /// Form of the answer
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub(crate) format: Format,
    /// Language of the answer
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
}

/// Form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Terminal,
    /// For programs; see `comity schema`
    Json,
}
