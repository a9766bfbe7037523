//! Figures as a table of Markdown, each row with a bar.

use std::fmt::Write as _;

/// Letters of the longest bar.
const WIDEST: f64 = 40.0;

/// One row: what it is of, its figures, and how long its bar is.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
    pub(crate) length: f64,
}

/// A table whose last column is a bar in proportion to the lengths.
pub(crate) fn table(what: &str, heads: &[&str], rows: &[Row]) -> String {
    let longest = rows.iter().map(|row| row.length).fold(f64::MIN_POSITIVE, f64::max);
    let mut out = format!("| {what} | {} | |\n", heads.join(" | "));
    let _ = writeln!(out, "| --- |{} --- |", " ---: |".repeat(heads.len()));
    for row in rows {
        let bar = "█".repeat(letters(row.length / longest));
        let _ = writeln!(out, "| {} | {} | {bar} |", row.name, row.cells.join(" | "));
    }
    out
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of one, times the widest bar"
)]
fn letters(share: f64) -> usize {
    (share * WIDEST).round() as usize
}
