//! Which rules lack an example of some verdict?

use super::inquiry::Inquiry;
use super::{Detail, Finding};
use crate::eval::coverage::Coverage;
use crate::eval::examples::{run_example, wanted_verdicts};
use crate::model::drafting::DraftingFault;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use std::collections::{BTreeMap, BTreeSet};

/// Runs the examples of a ruleset, and tells which kinds of verdict none of them shows.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    if !inquiry.wants(DraftingFault::NoExample) {
        return;
    }
    let law = inquiry.text;
    let mut shown: BTreeMap<RuleId, BTreeSet<&str>> = BTreeMap::new();
    for example in law.examples.iter().filter(|example| example.ruleset == ruleset) {
        for result in run_example(law, example, &mut Coverage::default()) {
            if result.passed() {
                let verdicts = shown.entry(result.expectation.rule).or_default();
                verdicts.insert(&result.expectation.verdict);
            }
        }
    }
    let nothing = BTreeSet::new();
    for (id, rule) in law.rules_of(ruleset) {
        let shown = shown.get(&id).unwrap_or(&nothing);
        let missing = wanted_verdicts(rule.modality, |word| shown.contains(word));
        if !missing.is_empty() {
            let (fault, detail) = (DraftingFault::NoExample, Detail::Verdicts(missing));
            let finding = Finding::of_ruleset(fault, ruleset, rule.span, detail);
            inquiry.find(Finding { rule: Some(id), ..finding });
        }
    }
}
