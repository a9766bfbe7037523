//! Which claims about rules of other texts do not hold?

use super::inquiry::Inquiry;
use super::{Detail, Finding};
use crate::analysis::claims::{JudgedClaim, Verdict, claims_of};
use crate::analysis::problem::Limits;
use crate::model::drafting::DraftingFault;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;

/// Asks of every claim of a ruleset.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    let fault = DraftingFault::FalseClaim;
    if !inquiry.wants(fault) {
        return;
    }
    let law = inquiry.text;
    let limits = Limits { plain: true, ..inquiry.request.limits.clone() };
    let rules: Vec<RuleId> = law.rules_of(ruleset).map(|(id, _)| id).collect();
    for rule in rules {
        for judged in claims_of(law, rule, inquiry.request.on, &limits) {
            match &judged.verdict {
                Verdict::Open(_) => inquiry.doubt(fault, ruleset, Some(rule)),
                Verdict::Proven(_) => inquiry.told += 1,
                Verdict::Refuted(..) => report(inquiry, ruleset, judged),
            }
        }
    }
}

fn report(inquiry: &mut Inquiry<'_>, ruleset: RulesetId, judged: JudgedClaim) {
    let Verdict::Refuted(flaw, product) = judged.verdict else { return };
    inquiry.told += 1;
    let (claimed, fault) = (judged.claimed, DraftingFault::FalseClaim);
    let other = inquiry.text.rule(claimed.of).map(|rule| rule.span);
    let detail = Detail::Claim(claimed, flaw);
    let finding = Finding::of_ruleset(fault, ruleset, claimed.span, detail);
    let product = product.map(|product| *product);
    let others = other.into_iter().collect();
    inquiry.find(Finding { rule: Some(judged.rule), others, product, ..finding });
}
