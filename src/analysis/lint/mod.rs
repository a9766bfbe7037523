//! Which faults of drafting do rulesets have?
//!
//! What is a fault only if no product shows otherwise is asked of the solver: one small question
//! at a time, on every day on which its answer could change. "None" is said only where that is
//! proved; a question that could not be told is counted, never shown as a fault.

mod allow;
mod anatomy;
mod calendar;
mod claims;
mod clauses;
mod duties;
mod examples;
mod implied;
mod inquiry;
mod levels;
mod siblings;
mod terms;
mod turning;

pub use levels::{Level, Levels};

use super::burden::falls_on_end_users;
use super::claims::Flaw;
use super::problem::Limits;
use super::witness::Witness;
use crate::model::drafting::{Allowance, DraftingFault};
use crate::model::law::Law;
use crate::model::rule::{Claimed, RuleId};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::source::{SourceMap, Span};
use inquiry::Inquiry;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What to look for, and where.
#[derive(Debug, Clone)]
pub struct Request {
    /// The rulesets to look at; the others that are loaded are their surroundings.
    pub rulesets: Vec<RulesetId>,
    /// The faults to look for.
    pub faults: BTreeSet<DraftingFault>,
    /// The day by which dates have passed.
    pub on: Date,
    /// What one question may cost.
    pub limits: Limits,
}

/// A fault of drafting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub fault: DraftingFault,
    /// In which ruleset.
    pub ruleset: RulesetId,
    /// In which rule; none where it is one of the ruleset.
    pub rule: Option<RuleId>,
    /// Where.
    pub span: Span,
    /// What there is to say of it.
    pub detail: Detail,
    /// Other places that it has to do with.
    pub others: Vec<Span>,
    /// A product that shows it.
    pub product: Option<Witness>,
}

/// What there is to say of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Proved: no product, on any day.
    NoProduct(Cause),
    /// These rules say it already.
    Rules(Vec<RuleId>),
    /// This name is meant.
    Name(String),
    /// This name is meant, and another ruleset has it too.
    NameElsewhere(String, RulesetId),
    /// This name is meant, on these days, both included.
    NameOnDays(String, Option<Date>, Option<Date>),
    /// This day has passed, or comes too early.
    Day(Date),
    /// The first day comes before the second.
    Before(Date, Date),
    /// This is claimed, and wrong for this reason.
    Claim(Claimed, Flaw),
    /// Verdicts that no example shows.
    Verdicts(Vec<&'static str>),
    /// Nothing more.
    Nothing,
}

/// Why no product shows the contrary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The dates never meet.
    Dates,
    /// No product is in scope.
    Scope,
    /// No product has an item that the rule speaks of.
    Items,
    /// Every product is lifted out of it.
    Lifted,
    /// The norm always fails.
    AlwaysFails,
    /// The norm never fails.
    NeverFails,
    /// The condition of a clause never holds where the rule applies.
    NeverHolds,
    /// The condition holds, and changes nothing.
    ChangesNothing,
}

/// A finding that the text itself gives a reason for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// What was found.
    pub finding: Finding,
    /// Why it is no fault.
    pub allowance: Allowance,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Linted {
    /// Faults, by place.
    pub findings: Vec<Finding>,
    /// What the texts allow themselves, by place.
    pub allowed: Vec<Allowed>,
    /// How many questions were answered.
    pub told: usize,
    /// How many questions could not be told.
    pub untold: usize,
}

/// Looks for faults of drafting. `sources` tells which rulesets lie in one folder.
///
/// ```
/// use comity::Library;
/// use comity::analysis::lint::{Request, lint};
/// use comity::model::drafting::DraftingFault;
///
/// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
/// let request = Request {
///     rulesets: library.find_rulesets(&["uk.pecr".to_owned()]).unwrap(),
///     faults: [DraftingFault::UnusedTerm].into(),
///     on: "2026-11-22".parse().unwrap(),
///     limits: Default::default(),
/// };
/// assert!(lint(library.law(), library.sources(), &request).findings.is_empty());
/// ```
#[must_use]
pub fn lint(law: &Law, sources: &SourceMap, request: &Request) -> Linted {
    let mut inquiry = Inquiry::new(law, sources, request);
    for id in request.rulesets.iter().copied().collect::<BTreeSet<_>>() {
        let Some(ruleset) = law.ruleset(id) else { continue };
        duties::look(&mut inquiry, id);
        clauses::look(&mut inquiry, id);
        siblings::look(&mut inquiry, id);
        claims::look(&mut inquiry, id);
        implied::look(&mut inquiry, id);
        terms::look(&mut inquiry, id);
        calendar::look(&mut inquiry, id, ruleset);
        examples::look(&mut inquiry, id);
        look_at_addressees(&mut inquiry, id, ruleset);
    }
    allow::sort(inquiry)
}

/// Duties that all fall on the end user.
fn look_at_addressees(inquiry: &mut Inquiry<'_>, id: RulesetId, ruleset: &Ruleset) {
    if !inquiry.wants(DraftingFault::OnlyEndUsers) {
        return;
    }
    if falls_on_end_users(inquiry.text.rules_of(id).map(|(_, rule)| rule)) {
        inquiry.find(Finding::of_ruleset(
            DraftingFault::OnlyEndUsers,
            id,
            ruleset.span,
            Detail::Nothing,
        ));
    }
}

impl Finding {
    /// A fault of a ruleset as a whole.
    fn of_ruleset(fault: DraftingFault, ruleset: RulesetId, span: Span, detail: Detail) -> Finding {
        Finding { fault, ruleset, rule: None, span, detail, others: Vec::new(), product: None }
    }
}
