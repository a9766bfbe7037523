//! A rule: what it asks, of whom, when, with which exceptions and other routes.

use super::condition::NodeId;
use super::drafting::Allowance;
use super::period::Period;
use super::ruleset::{Confidence, RulesetId};
use super::term::Named;
use super::text::Text;
use crate::source::Span;

/// A position in [`super::law::Law::rules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub u32);

/// One provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The ruleset's id, a dot, the official number: `uk.psti.sch1.1`.
    pub id: String,
    /// The official number alone: `sch1.1`.
    pub number: String,
    /// The ruleset it belongs to.
    pub ruleset: RulesetId,
    /// Its name.
    pub title: Text,
    /// One paragraph for the public.
    pub summary: Option<Text>,
    /// The clause of the instrument.
    pub citation: Citation,
    /// Roles it binds, as in the vocabulary.
    pub addressees: Vec<String>,
    /// Goals it serves, as in the vocabulary.
    pub goals: Vec<String>,
    /// How strongly it binds.
    pub modality: Modality,
    /// Days on which its text is in force.
    pub in_force: Period,
    /// The event that binds a product, if not the text alone.
    pub trigger: Option<Trigger>,
    /// The clauses, in the order of the text.
    pub clauses: Vec<Clause>,
    /// What a breach costs.
    pub penalty: Option<Text>,
    /// What shows that it is met.
    pub evidence: Option<Text>,
    /// Why it is.
    pub because: Option<Text>,
    /// How to mend a breach.
    pub remedy: Option<Text>,
    /// Remarks.
    pub note: Option<Text>,
    /// How sure the encoding is.
    pub confidence: Confidence,
    /// Drafting faults that it is free of for a reason.
    pub allows: Vec<Allowance>,
    /// Claims about rules of other rulesets, to be proved by analysis.
    pub claims: Vec<Claimed>,
    /// Rules of the same ruleset that this one lifts where its own duty stands.
    pub overrides: Vec<RuleId>,
    /// What it means, as conditions about a product in a market on a day.
    pub meaning: Meaning,
    /// Where it is written.
    pub span: Span,
}

/// The conditions whose truth decides the verdict. Each speaks of the product as a whole;
/// where the rule speaks of every item of a list, they are already folded over the items.
///
/// INVARIANT: `failing` implies `failing_directly` implies `unmet`, and each of them and
/// `standing` implies `items`, in every two-valued completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The text is in force on the day of the check.
    pub in_force: NodeId,
    /// The trigger has happened.
    pub triggered: NodeId,
    /// The product is in scope: every `applies where`, no `except where`.
    pub in_scope: NodeId,
    /// There is something to speak of: some item passes the filter (true without a list).
    pub items: NodeId,
    /// Some item fails the norm itself, lifted or not.
    pub unmet: NodeId,
    /// Some item is not lifted by an `unless` or an overriding rule.
    pub standing: NodeId,
    /// Some item that is not lifted fails the norm and every deemed route.
    pub failing: NodeId,
    /// Some item that is not lifted fails the norm itself, whatever the deemed routes.
    pub failing_directly: NodeId,
}

/// A clause of a rule that can decide a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// What it does.
    pub role: ClauseRole,
    /// Its condition, dates included, folded over items for use as "did it ever hold".
    pub node: NodeId,
    /// Its condition as written, without dates, over one item; what a trace walks.
    pub condition: NodeId,
    /// Days on which it counts.
    pub period: Period,
    /// Where the law says so.
    pub citation: Option<Citation>,
    /// What its text names, each once.
    pub names: Vec<Named>,
    /// Where it is written.
    pub span: Span,
}

/// What a clause does in its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClauseRole {
    /// `applies where`, of the ruleset or the rule
    Applies,
    /// `except where`, of the ruleset or the rule
    Except,
    /// The filter of `for every`
    Filter,
    /// `must`, `should`, `may`, with their `not`
    Norm,
    /// `unless`
    Unless,
    /// `instead must`; follows the [`ClauseRole::UnlessInstead`] that opens it
    Instead,
    /// `unless C:` of an `instead`
    UnlessInstead,
    /// `deemed met where`
    Deemed,
}

/// How strongly a rule binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// An obligation or prohibition.
    Must,
    /// A recommendation.
    Should,
    /// A permission.
    May,
}

/// What binds a product to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Trigger {
    /// Which event.
    pub event: Event,
    /// Days of the event that bind.
    pub period: Period,
}

/// An event in the life of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// Placing units on the market of a territory.
    Placing,
    /// Supplying units there.
    MakingAvailable,
}

/// A claim that a rule makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// What it claims.
    pub claim: Claim,
    /// Of which rule of another ruleset.
    pub of: RuleId,
    /// Where it is written.
    pub span: Span,
}

/// A claim about a rule of another ruleset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Claim {
    /// The same duty.
    Adopts,
    /// A stricter duty.
    Tightens,
    /// A looser duty.
    Relaxes,
    /// In its stead.
    Replaces,
}

impl Claim {
    /// Its word in the text: `tightens`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Claim::Adopts => "adopts",
            Claim::Tightens => "tightens",
            Claim::Relaxes => "relaxes",
            Claim::Replaces => "replaces",
        }
    }
}

/// A pinpoint in an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// `Schedule 1, paragraph 1`
    pub pinpoint: String,
    /// An address of its own.
    pub url: Option<String>,
}
