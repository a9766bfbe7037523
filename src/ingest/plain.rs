//! What a plain word is: a number, a yes or no, or something that programs read differently.

/// The kind of a scalar without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// `~`, `null`, or nothing at all.
    Nothing,
    /// `true`, `false`
    YesNo(bool),
    /// `0`, `64`, `-3`
    Integer,
    /// `NO`, `012`, `1.10`, `2031-12-31`, `0x1F`, `1:30`: must stand in quotes.
    Ambiguous,
    /// Any other.
    Word,
}

/// Classifies a plain scalar.
pub(super) fn classify(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Plain::Nothing,
        "true" => Plain::YesNo(true),
        "false" => Plain::YesNo(false),
        _ if is_integer(text) => Plain::Integer,
        _ if is_switch(text) || is_number_like(text) || matches!(text, "=" | "<<") => {
            Plain::Ambiguous
        }
        _ => Plain::Word,
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let leading_zero = digits.len() > 1 && digits.starts_with('0');
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && !leading_zero
}

/// Words that YAML 1.1 takes for yes or no.
fn is_switch(text: &str) -> bool {
    const WORDS: [&str; 8] = ["yes", "no", "on", "off", "y", "n", "true", "false"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// One word that starts as a number does, or a date with a time after it.
fn is_number_like(text: &str) -> bool {
    let first = text.split([' ', '\t']).next().unwrap_or_default();
    starts_as_number(first) && (first.len() == text.len() || first.split('-').count() == 3)
}

fn starts_as_number(word: &str) -> bool {
    let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
    let after_point = unsigned.strip_prefix('.').unwrap_or(unsigned);
    let special = ["inf", "nan"].iter().any(|name| name.eq_ignore_ascii_case(after_point));
    after_point.starts_with(|first: char| first.is_ascii_digit())
        || (special && unsigned.starts_with('.'))
}
