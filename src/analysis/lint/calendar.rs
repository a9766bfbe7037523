//! Which dates leave a gap, overlap, have passed, or come before the text that they are of?

use super::inquiry::Inquiry;
use super::{Detail, Finding};
use crate::analysis::duties::reads_chosen;
use crate::model::condition::ParameterId;
use crate::model::drafting::DraftingFault;
use crate::model::law::{Law, Parameter};
use crate::model::period::Period;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::term::Named;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Looks at the dates of a ruleset, its parameters and its rules.
pub(super) fn look(inquiry: &mut Inquiry<'_>, id: RulesetId, ruleset: &Ruleset) {
    let law = inquiry.text;
    look_at_header(inquiry, id, ruleset);
    for (parameter_id, parameter) in law.iter_parameters().filter(|(_, one)| one.ruleset == id) {
        look_at_parameter(inquiry, law, parameter_id, parameter);
    }
    let rules: Vec<(RuleId, &Rule)> = law.rules_of(id).collect();
    for (index, &later) in rules.iter().enumerate() {
        for &earlier in rules.iter().take(index) {
            if are_successive(law, earlier.1, later.1) {
                look_at_successors(inquiry, earlier, later);
            }
        }
    }
}

fn look_at_header(inquiry: &mut Inquiry<'_>, id: RulesetId, ruleset: &Ruleset) {
    let on = inquiry.request.on;
    if let Some(review) = ruleset.review_by.filter(|day| *day < on) {
        let (fault, detail) = (DraftingFault::ReviewPassed, Detail::Day(review));
        tell(inquiry, Finding::of_ruleset(fault, id, ruleset.span, detail));
    }
    let edition: Option<Date> = ruleset.edition.parse().ok();
    let in_force = ruleset.in_force.from.filter(|from| *from <= on);
    let there = edition.max(in_force);
    if let (Some(read), Some(there)) = (ruleset.last_read(), there)
        && read < there
    {
        let (fault, detail) = (DraftingFault::StaleSource, Detail::Before(read, there));
        tell(inquiry, Finding::of_ruleset(fault, id, ruleset.span, detail));
    }
}

fn tell(inquiry: &mut Inquiry<'_>, finding: Finding) {
    if inquiry.wants(finding.fault) {
        inquiry.find(finding);
    }
}

/// Days without a value: between two values, or while a rule that reads it binds.
fn look_at_parameter(inquiry: &mut Inquiry<'_>, law: &Law, id: ParameterId, parameter: &Parameter) {
    let mut gaps: BTreeSet<(Option<Date>, Option<Date>)> = BTreeSet::new();
    for pair in parameter.values.windows(2) {
        if let [(_, earlier), (_, later)] = pair {
            gaps.extend(gap(earlier.until, later.from));
        }
    }
    let ends = [parameter.values.first(), parameter.values.last()];
    if let [Some((_, first)), Some((_, last))] = ends {
        for (_, rule) in law.rules_of(parameter.ruleset).filter(|(_, rule)| names(law, rule, id)) {
            let binds = binding_days(rule);
            let before_first = binds.from.and_then(day_before);
            gaps.extend(gap(before_first, first.from));
            let open_end = last.until.filter(|end| binds.until.is_none_or(|until| *end < until));
            gaps.extend(open_end.map(|end| (day_after(end), binds.until)));
        }
    }
    for (from, until) in gaps {
        let detail = Detail::NameOnDays(parameter.name.clone(), from, until);
        let (fault, ruleset) = (DraftingFault::DateGap, parameter.ruleset);
        tell(inquiry, Finding::of_ruleset(fault, ruleset, parameter.span, detail));
    }
}

/// Whether a rule reads a parameter, itself or through terms.
fn names(law: &Law, rule: &Rule, id: ParameterId) -> bool {
    let mut open: Vec<Named> =
        rule.clauses.iter().flat_map(|clause| clause.names.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(named) = open.pop() {
        match named {
            Named::Parameter(found) if found == id => return true,
            Named::Term(term) if seen.insert(term) => {
                open.extend(law.term(term).iter().flat_map(|term| term.names.iter().copied()));
            }
            _ => {}
        }
    }
    false
}

/// The days whose parameters a rule reads: in force, and of the event if there is one.
fn binding_days(rule: &Rule) -> Period {
    let event = rule.trigger.map(|trigger| trigger.period).unwrap_or_default();
    let until = [rule.in_force.until, event.until].into_iter().flatten().min();
    Period { from: rule.in_force.from.max(event.from), until }
}

/// The days between an end and the next start, if there are some.
fn gap(end: Option<Date>, start: Option<Date>) -> Option<(Option<Date>, Option<Date>)> {
    let (first, last) = (day_after(end?)?, day_before(start?)?);
    (first <= last).then_some((Some(first), Some(last)))
}

fn day_after(day: Date) -> Option<Date> {
    day.checked_add(1.day()).ok()
}

fn day_before(day: Date) -> Option<Date> {
    day.checked_sub(1.day()).ok()
}

/// Two rules of the same clause about the same facts, of which one starts after the other.
fn are_successive(law: &Law, earlier: &Rule, later: &Rule) -> bool {
    earlier.citation.pinpoint == later.citation.pinpoint
        && earlier.modality == later.modality
        && earlier.trigger == later.trigger
        && earlier.in_force.from < later.in_force.from
        && reads_chosen(law, earlier) == reads_chosen(law, later)
}

fn look_at_successors(
    inquiry: &mut Inquiry<'_>,
    (earlier_id, earlier): (RuleId, &Rule),
    (later_id, later): (RuleId, &Rule),
) {
    let (Some(end), Some(start)) = (earlier.in_force.until, later.in_force.from) else { return };
    let (fault, days) = match gap(Some(end), Some(start)) {
        Some(days) => (DraftingFault::DateGap, days),
        None if start <= end => (DraftingFault::DateOverlap, (Some(start), Some(end))),
        None => return,
    };
    let name = format!("{}, {}", earlier.number, later.number);
    let detail = Detail::NameOnDays(name, days.0, days.1);
    let finding = Finding::of_ruleset(fault, later.ruleset, later.span, detail);
    debug_assert!(earlier_id < later_id);
    tell(inquiry, Finding { rule: Some(later_id), others: vec![earlier.span], ..finding });
}
