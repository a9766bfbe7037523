//! Faults of drafting that `comity lint` looks for, by name; and why one of them is none here.

use crate::source::Span;

/// A fault of drafting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DraftingFault {
    /// `never_applies`: a duty that binds no product on any day
    NeverApplies,
    /// `never_met`: a norm that no product to which it applies can meet
    NeverMet,
    /// `never_breached`: a norm that every product meets
    NeverBreached,
    /// `idle_exception`: an exception that changes no verdict
    IdleException,
    /// `idle_route`: a deemed route that helps no product
    IdleRoute,
    /// `implied_rule`: a rule that its neighbours say already
    ImpliedRule,
    /// `unused_term`: a term or parameter that nothing names
    UnusedTerm,
    /// `differing_term`: a term that means something else in a neighbouring ruleset
    DifferingTerm,
    /// `sibling_overlap`: exceptions that meet and say different things
    SiblingOverlap,
    /// `false_claim`: a claim about another rule that does not hold
    FalseClaim,
    /// `date_gap`: days between two values or rules on which neither counts
    DateGap,
    /// `date_overlap`: days on which a rule and its successor both count
    DateOverlap,
    /// `only_end_users`: a ruleset whose duties bind none but the end user
    OnlyEndUsers,
    /// `stale_source`: a source that was read before the text was there
    StaleSource,
    /// `review_passed`: a day of review that has passed
    ReviewPassed,
    /// `no_example`: a rule without an example of some verdict
    NoExample,
    /// `unused_allow`: an `allow` that allows nothing
    UnusedAllow,
}

impl DraftingFault {
    /// All of them, in the order in which they are explained.
    pub const ALL: [DraftingFault; 17] = [
        DraftingFault::NeverApplies,
        DraftingFault::NeverMet,
        DraftingFault::NeverBreached,
        DraftingFault::IdleException,
        DraftingFault::IdleRoute,
        DraftingFault::ImpliedRule,
        DraftingFault::UnusedTerm,
        DraftingFault::DifferingTerm,
        DraftingFault::SiblingOverlap,
        DraftingFault::FalseClaim,
        DraftingFault::DateGap,
        DraftingFault::DateOverlap,
        DraftingFault::OnlyEndUsers,
        DraftingFault::StaleSource,
        DraftingFault::ReviewPassed,
        DraftingFault::NoExample,
        DraftingFault::UnusedAllow,
    ];

    /// The stable code: `comity::lint::never_applies`.
    #[must_use]
    pub fn code(self) -> String {
        format!("comity::lint::{}", self.word())
    }

    /// The fault of a word or a whole code.
    #[must_use]
    pub fn find(name: &str) -> Option<DraftingFault> {
        let word = name.strip_prefix("comity::lint::").unwrap_or(name);
        DraftingFault::ALL.into_iter().find(|fault| fault.word() == word)
    }

    /// The word for it in `allow`, the last part of its code.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            DraftingFault::NeverApplies => "never_applies",
            DraftingFault::NeverMet => "never_met",
            DraftingFault::NeverBreached => "never_breached",
            DraftingFault::IdleException => "idle_exception",
            DraftingFault::IdleRoute => "idle_route",
            DraftingFault::ImpliedRule => "implied_rule",
            DraftingFault::UnusedTerm => "unused_term",
            DraftingFault::DifferingTerm => "differing_term",
            DraftingFault::SiblingOverlap => "sibling_overlap",
            DraftingFault::FalseClaim => "false_claim",
            DraftingFault::DateGap => "date_gap",
            DraftingFault::DateOverlap => "date_overlap",
            DraftingFault::OnlyEndUsers => "only_end_users",
            DraftingFault::StaleSource => "stale_source",
            DraftingFault::ReviewPassed => "review_passed",
            DraftingFault::NoExample => "no_example",
            DraftingFault::UnusedAllow => "unused_allow",
        }
    }
}

/// `allow implied_rule "the annex repeats Article 5 on purpose".`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// What looks like a fault.
    pub fault: DraftingFault,
    /// Why it is none.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
}
