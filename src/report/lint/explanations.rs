//! What each drafting fault means, at length: the pages that `comity explain` shows.

/// Every code of [`DraftingFault`](crate::model::drafting::DraftingFault), in its order, with its
/// page: what it is, why it matters, a text that is wrong and one that is right. The texts stand
/// under the header of a ruleset where they have none.
pub const EXPLANATIONS: &[(&str, &str)] = &[
    ("comity::lint::never_applies", include_str!("explanations/never_applies.md")),
    ("comity::lint::never_met", include_str!("explanations/never_met.md")),
    ("comity::lint::never_breached", include_str!("explanations/never_breached.md")),
    ("comity::lint::idle_exception", include_str!("explanations/idle_exception.md")),
    ("comity::lint::idle_route", include_str!("explanations/idle_route.md")),
    ("comity::lint::implied_rule", include_str!("explanations/implied_rule.md")),
    ("comity::lint::unused_term", include_str!("explanations/unused_term.md")),
    ("comity::lint::differing_term", include_str!("explanations/differing_term.md")),
    ("comity::lint::sibling_overlap", include_str!("explanations/sibling_overlap.md")),
    ("comity::lint::false_claim", include_str!("explanations/false_claim.md")),
    ("comity::lint::date_gap", include_str!("explanations/date_gap.md")),
    ("comity::lint::date_overlap", include_str!("explanations/date_overlap.md")),
    ("comity::lint::only_end_users", include_str!("explanations/only_end_users.md")),
    ("comity::lint::stale_source", include_str!("explanations/stale_source.md")),
    ("comity::lint::review_passed", include_str!("explanations/review_passed.md")),
    ("comity::lint::no_example", include_str!("explanations/no_example.md")),
    ("comity::lint::unused_allow", include_str!("explanations/unused_allow.md")),
];
