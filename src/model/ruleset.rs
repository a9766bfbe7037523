//! An instrument: who issued it, where and when it applies, how its text was read.

use super::drafting::Allowance;
use super::jurisdiction::JurisdictionId;
use super::period::Period;
use super::text::Text;
use crate::source::Span;
use jiff::civil::Date;

/// A position in [`super::law::Law::rulesets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RulesetId(pub u32);

/// One edition of one instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruleset {
    /// Dotted id: `uk.psti`.
    pub id: String,
    /// A date or version.
    pub edition: String,
    /// Its name.
    pub title: Text,
    /// One paragraph for the public.
    pub summary: Option<Text>,
    /// The official citation of the instrument.
    pub instrument: Option<String>,
    /// Where the text was read, and when.
    pub sources: Vec<(String, Date)>,
    /// What kind of text it is; only law applies by itself.
    pub kind: InstrumentKind,
    /// The issuing body.
    pub issued_by: String,
    /// Other rulesets that it names, in the order of the text.
    pub uses: Vec<Use>,
    /// Where it applies.
    pub applies_in: Vec<JurisdictionId>,
    /// Days on which it is law.
    pub in_force: Period,
    /// Day by which it must be reviewed.
    pub review_by: Option<Date>,
    /// Drafting faults that it and its rules are free of for a reason.
    pub allows: Vec<Allowance>,
    /// Where it is declared.
    pub span: Span,
}

/// `uses ruleset etsi.en303645 edition 2.1.1 as en.`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The other ruleset, pinned to its edition.
    pub ruleset: RulesetId,
    /// What it is called here.
    pub alias: String,
    /// Where it is written.
    pub span: Span,
}

impl Ruleset {
    /// The latest day on which a source was read.
    #[must_use]
    pub fn last_read(&self) -> Option<Date> {
        self.sources.iter().map(|(_, read)| *read).max()
    }
}

/// What kind of text a ruleset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstrumentKind {
    /// `law`: applies by itself
    Law,
    /// `standard`
    Standard,
    /// `code` of practice
    Code,
    /// `guidance`
    Guidance,
    /// `principle`
    Principle,
    /// `scheme`: a label or certification
    Scheme,
    /// `proposal`: a bill or draft
    Proposal,
}

/// How a clause was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConfidenceLevel {
    /// `read`: the primary text of the clause
    Read,
    /// `seen`: an official page, in part
    Seen,
    /// `secondary`: a secondary source
    Secondary,
    /// `unverified`: from memory
    Unverified,
}

/// How sure the encoding is of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confidence {
    /// How it was read.
    pub level: ConfidenceLevel,
    /// Why, or what to check.
    pub note: Option<String>,
}
