//! Which findings does a text give a reason for, and which reasons are for nothing?

use super::inquiry::Inquiry;
use super::{Allowed, Detail, Finding, Linted, Request};
use crate::model::drafting::{Allowance, DraftingFault};
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::source::Span;
use std::collections::BTreeSet;

/// A reason for nothing, with the fault that it is for.
type Reasoned = (DraftingFault, Finding);

/// Sorts what was found into faults and what the texts allow, by place.
pub(super) fn sort(inquiry: Inquiry<'_>) -> Linted {
    let Inquiry { text, request, findings, untold, told, .. } = inquiry;
    let mut linted = Linted { told, untold: untold.len(), ..Linted::default() };
    let mut used: BTreeSet<Span> = BTreeSet::new();
    for (fault, ruleset, rule) in untold {
        // Nobody can say that this reason is for nothing.
        used.extend(reasons(text, fault, ruleset, rule).map(|reason| reason.span));
    }
    place(text, findings, &mut used, &mut linted);
    let (of_reasons, of_faults): (Vec<Reasoned>, Vec<Reasoned>) = unused(text, request, &used)
        .into_iter()
        .partition(|(fault, _)| *fault == DraftingFault::UnusedAllow);
    let findings = of_faults.into_iter().map(|(_, finding)| finding).collect();
    place(text, findings, &mut used, &mut linted);
    // What allows reasons for nothing does not allow itself.
    let idle = of_reasons.into_iter().map(|(_, finding)| finding);
    linted.findings.extend(idle.filter(|finding| !used.contains(&finding.span)));
    linted.findings.sort_by_key(|finding| (finding.span, finding.fault));
    linted.allowed.sort_by_key(|one| (one.finding.span, one.finding.fault));
    linted
}

fn place(law: &Law, findings: Vec<Finding>, used: &mut BTreeSet<Span>, linted: &mut Linted) {
    for finding in findings {
        let reason = reasons(law, finding.fault, finding.ruleset, finding.rule).next();
        match reason {
            None => linted.findings.push(finding),
            Some(allowance) => {
                used.insert(allowance.span);
                linted.allowed.push(Allowed { finding, allowance: allowance.clone() });
            }
        }
    }
}

/// The reasons for a fault at a place: the rule's own first, then those of the header.
fn reasons(
    law: &Law,
    fault: DraftingFault,
    ruleset: RulesetId,
    rule: Option<RuleId>,
) -> impl Iterator<Item = &Allowance> {
    let own = rule.and_then(|rule| law.rule(rule)).into_iter().flat_map(|rule| &rule.allows);
    let header = law.ruleset(ruleset).into_iter().flat_map(|ruleset| &ruleset.allows);
    own.chain(header).filter(move |allowance| allowance.fault == fault)
}

/// Reasons for nothing, as far as the faults they are for were looked for.
fn unused(law: &Law, request: &Request, used: &BTreeSet<Span>) -> Vec<Reasoned> {
    let mut found = Vec::new();
    if !request.faults.contains(&DraftingFault::UnusedAllow) {
        return found;
    }
    let mut look = |ruleset, rule, allows: &[Allowance]| {
        let looked_for = |one: &&Allowance| request.faults.contains(&one.fault);
        for allowance in allows.iter().filter(looked_for) {
            if !used.contains(&allowance.span) {
                let name = Detail::Name(allowance.fault.word().to_owned());
                let fault = DraftingFault::UnusedAllow;
                let finding = Finding::of_ruleset(fault, ruleset, allowance.span, name);
                found.push((allowance.fault, Finding { rule, ..finding }));
            }
        }
    };
    for &id in &request.rulesets {
        look(id, None, law.ruleset(id).map_or(&[], |ruleset| &ruleset.allows));
        for (rule, text) in law.rules_of(id) {
            look(id, Some(rule), &text.allows);
        }
    }
    found
}
