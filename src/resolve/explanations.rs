//! What each code means, at length: the pages that `comity explain` shows.

/// Every code of [`ResolveError`](super::ResolveError), in the order of its variants, with its
/// page: what it is, why it matters, a text that is wrong and one that is right. The texts stand
/// under the header of a ruleset.
pub const EXPLANATIONS: &[(&str, &str)] = &[
    ("comity::resolve::unknown_name", include_str!("explanations/unknown_name.md")),
    ("comity::resolve::unknown_value", include_str!("explanations/unknown_value.md")),
    ("comity::resolve::declared_twice", include_str!("explanations/declared_twice.md")),
    ("comity::resolve::type_mismatch", include_str!("explanations/type_mismatch.md")),
    ("comity::resolve::wrong_comparator", include_str!("explanations/wrong_comparator.md")),
    ("comity::resolve::missing_clause", include_str!("explanations/missing_clause.md")),
    ("comity::resolve::circle", include_str!("explanations/circle.md")),
    ("comity::resolve::name_taken", include_str!("explanations/name_taken.md")),
    ("comity::resolve::empty_period", include_str!("explanations/empty_period.md")),
    ("comity::resolve::overlapping_values", include_str!("explanations/overlapping_values.md")),
    ("comity::resolve::never_absent", include_str!("explanations/never_absent.md")),
    ("comity::resolve::judgement_in_term", include_str!("explanations/judgement_in_term.md")),
    ("comity::resolve::instead_modality", include_str!("explanations/instead_modality.md")),
    ("comity::resolve::too_many_values", include_str!("explanations/too_many_values.md")),
    ("comity::resolve::too_complex", include_str!("explanations/too_complex.md")),
    ("comity::resolve::too_many_faults", include_str!("explanations/too_many_faults.md")),
];
