//! What each code means, at length: the pages that `comity explain` shows.

/// Every code of [`SyntaxError`](super::SyntaxError) with its page: what it is, why it matters, and
/// where it helps a text that is wrong and one that is right.
pub const EXPLANATIONS: &[(&str, &str)] = &[
    ("comity::syntax::file_too_large", include_str!("explanations/file_too_large.md")),
    ("comity::syntax::sentence_too_long", include_str!("explanations/sentence_too_long.md")),
    ("comity::syntax::word_too_long", include_str!("explanations/word_too_long.md")),
    ("comity::syntax::nested_too_deep", include_str!("explanations/nested_too_deep.md")),
    ("comity::syntax::too_many_errors", include_str!("explanations/too_many_errors.md")),
    ("comity::syntax::forbidden_character", include_str!("explanations/forbidden_character.md")),
    ("comity::syntax::unclosed_quote", include_str!("explanations/unclosed_quote.md")),
    ("comity::syntax::curly_quotes", include_str!("explanations/curly_quotes.md")),
    ("comity::syntax::unknown_escape", include_str!("explanations/unknown_escape.md")),
    ("comity::syntax::no_header", include_str!("explanations/no_header.md")),
    ("comity::syntax::misplaced_block", include_str!("explanations/misplaced_block.md")),
    ("comity::syntax::unknown_sentence", include_str!("explanations/unknown_sentence.md")),
    (
        "comity::syntax::sentence_not_on_own_line",
        include_str!("explanations/sentence_not_on_own_line.md"),
    ),
    ("comity::syntax::misplaced_sentence", include_str!("explanations/misplaced_sentence.md")),
    ("comity::syntax::repeated_sentence", include_str!("explanations/repeated_sentence.md")),
    ("comity::syntax::missing_full_stop", include_str!("explanations/missing_full_stop.md")),
    ("comity::syntax::missing_colon", include_str!("explanations/missing_colon.md")),
    ("comity::syntax::unexpected", include_str!("explanations/unexpected.md")),
    ("comity::syntax::mixed_connectives", include_str!("explanations/mixed_connectives.md")),
    ("comity::syntax::label_out_of_order", include_str!("explanations/label_out_of_order.md")),
    ("comity::syntax::list_separator", include_str!("explanations/list_separator.md")),
    ("comity::syntax::empty_list", include_str!("explanations/empty_list.md")),
    ("comity::syntax::list_too_long", include_str!("explanations/list_too_long.md")),
    ("comity::syntax::nested_quantifier", include_str!("explanations/nested_quantifier.md")),
    ("comity::syntax::no_such_day", include_str!("explanations/no_such_day.md")),
    ("comity::syntax::number_out_of_range", include_str!("explanations/number_out_of_range.md")),
    ("comity::syntax::not_a_whole_number", include_str!("explanations/not_a_whole_number.md")),
    ("comity::syntax::repeated_language", include_str!("explanations/repeated_language.md")),
];
