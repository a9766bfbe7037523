//! Options of checking products, and of verifying what a check wrote.

use super::{Rulesets, Scope, parse_date, parse_language, parse_level};
use clap::{Args, ValueEnum};
use comity::jiff::civil::Date;
use comity::model::manifest::EvidenceLevel;
use comity::model::text::Language;
use std::num::NonZeroUsize;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Manifests: YAML or JSON files, or folders of them; `-` reads standard input
    #[arg(required = true, value_name = "MANIFEST")]
    pub(crate) manifests: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// Day of the check [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Take facts shown less well than this for unknown
    #[arg(long, value_name = "LEVEL", value_parser = parse_level)]
    pub(crate) evidence: Option<EvidenceLevel>,
    /// Form of the answer
    #[arg(long, value_enum, default_value_t = CheckFormat::Terminal)]
    pub(crate) format: CheckFormat,
    /// Language of the answer
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    /// Check registers: files of lines (`.ndjson`), each a product as JSON, and folders of
    /// manifests, of any number. What is missing is not searched for what it can still change
    #[arg(long)]
    pub(crate) batch: bool,
    /// Show only breaches and open points, without rules that are met or do not apply
    #[arg(long)]
    pub(crate) brief: bool,
    /// Manifests to check at a time; the answer is the same [default: as many as there are cores]
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Write the answer to this file, in place of standard output
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    pub(crate) out: Option<PathBuf>,
    /// Go on with a file of lines that a run of the same command began, after its last whole line
    #[arg(long, value_name = "FILE")]
    pub(crate) resume: Option<PathBuf>,
    /// Sign the JSON report with this private key (Ed25519, PKCS#8 PEM), as a DSSE envelope
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) sign: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

/// Form of the answer of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Terminal,
    /// For programs, with a receipt; see `comity schema report`
    Json,
    /// For programs and many products: a line for each as it is checked; see `comity schema line`
    Ndjson,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// What `comity check --format json` wrote, signed or not
    #[arg(value_name = "RECEIPT")]
    pub(crate) receipt: PathBuf,
    /// The manifests that were checked: files, or folders of them
    #[arg(required = true, value_name = "MANIFEST")]
    pub(crate) manifests: Vec<PathBuf>,
    /// Check the signature with this public key (Ed25519, PEM), and accept nothing unsigned
    #[arg(long, value_name = "PUBLIC")]
    pub(crate) verify_key: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}
