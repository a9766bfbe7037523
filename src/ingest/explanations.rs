//! The explanations of the faults, by code.
//!
//! The same texts are the doc comments of the variants: each has one source, beside this file.

/// Codes of [`super::IngestError`], in the order of its variants, with what each means, why it is
/// so, and an example of what is wrong and what is right.
pub const EXPLANATIONS: &[(&str, &str)] = &[
    ("comity::ingest::too_large", include_str!("explanations/too_large.md")),
    ("comity::ingest::not_utf8", include_str!("explanations/not_utf8.md")),
    ("comity::ingest::control_character", include_str!("explanations/control_character.md")),
    ("comity::ingest::syntax", include_str!("explanations/syntax.md")),
    ("comity::ingest::too_deep", include_str!("explanations/too_deep.md")),
    ("comity::ingest::too_many_values", include_str!("explanations/too_many_values.md")),
    ("comity::ingest::anchor", include_str!("explanations/anchor.md")),
    ("comity::ingest::tag", include_str!("explanations/tag.md")),
    ("comity::ingest::merge_key", include_str!("explanations/merge_key.md")),
    ("comity::ingest::duplicate_key", include_str!("explanations/duplicate_key.md")),
    ("comity::ingest::complex_key", include_str!("explanations/complex_key.md")),
    ("comity::ingest::several_documents", include_str!("explanations/several_documents.md")),
    ("comity::ingest::directive", include_str!("explanations/directive.md")),
    ("comity::ingest::read_differently", include_str!("explanations/read_differently.md")),
    ("comity::ingest::not_a_manifest", include_str!("explanations/not_a_manifest.md")),
    ("comity::ingest::format_version", include_str!("explanations/format_version.md")),
    ("comity::ingest::unknown_key", include_str!("explanations/unknown_key.md")),
    ("comity::ingest::missing_key", include_str!("explanations/missing_key.md")),
    ("comity::ingest::ambiguous_word", include_str!("explanations/ambiguous_word.md")),
    ("comity::ingest::nothing_stated", include_str!("explanations/nothing_stated.md")),
    ("comity::ingest::wrong_type", include_str!("explanations/wrong_type.md")),
    ("comity::ingest::malformed_value", include_str!("explanations/malformed_value.md")),
    ("comity::ingest::unknown_value", include_str!("explanations/unknown_value.md")),
    ("comity::ingest::unknown_territory", include_str!("explanations/unknown_territory.md")),
    ("comity::ingest::cannot_be_absent", include_str!("explanations/cannot_be_absent.md")),
    ("comity::ingest::duplicate_id", include_str!("explanations/duplicate_id.md")),
    ("comity::ingest::unknown_reference", include_str!("explanations/unknown_reference.md")),
    ("comity::ingest::contradiction", include_str!("explanations/contradiction.md")),
    ("comity::ingest::unknown_rule", include_str!("explanations/unknown_rule.md")),
    ("comity::ingest::unknown_norm", include_str!("explanations/unknown_norm.md")),
    ("comity::ingest::too_many_placements", include_str!("explanations/too_many_placements.md")),
    ("comity::ingest::lists_too_long", include_str!("explanations/lists_too_long.md")),
    ("comity::ingest::more_errors", include_str!("explanations/more_errors.md")),
];
