//! The labels of list items: `(a)`, `(ii)`, `(3)`.

/// The label of the item at that place of a list inside `depth` others, counted from 0.
pub(super) fn label(depth: usize, index: usize) -> Option<String> {
    match depth {
        0 => ('a'..='z').nth(index).map(String::from),
        1 => Some(roman(index + 1)),
        2 => Some((index + 1).to_string()),
        _ => None,
    }
}

/// Small Roman numbers; lists have fewer than fifty items.
fn roman(number: usize) -> String {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let unit = UNITS.get(number % 10).copied().unwrap_or_default();
    format!("{}{unit}", "x".repeat(number / 10))
}
