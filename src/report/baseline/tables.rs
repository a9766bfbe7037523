//! Who bears the duties, and which goals they serve, as tables of the territories.

use super::json::{BaselineReport, ShareReport};
use super::words::Words;
use crate::report::paint::Paint;
use std::fmt::Write as _;
use textwrap::core::display_width;

/// Columns of a count.
const COLUMN: usize = 8;

/// Both tables, and where end users are left alone.
pub(super) fn tables(out: &mut String, report: &BaselineReport, words: &Words, paint: Paint) {
    table(out, words.goals, words, report, &report.goals, paint);
    table(out, words.addressees, words, report, &report.addressees, paint);
    out.push('\n');
    if report.left_to_end_users.is_empty() {
        let _ = writeln!(out, "{}", paint.filled("  ", words.not_dumped));
    }
    for own in &report.left_to_end_users {
        let place = own.territory.as_deref().unwrap_or(words.everywhere);
        let goal = own.goal.as_deref().unwrap_or(words.all_goals);
        let said = format!("{} {place}, {goal}", words.dumped);
        let _ = writeln!(out, "{}", paint.filled("  ", &paint.open(&said)));
    }
}

fn table(
    out: &mut String,
    title: &str,
    words: &Words,
    report: &BaselineReport,
    shares: &[ShareReport],
    paint: Paint,
) {
    let used: Vec<usize> = (0..report.territories.len())
        .filter(|&at| shares.iter().any(|share| count(share, at) != "–"))
        .collect();
    let widest = shares.iter().map(|share| display_width(&share.title)).max().unwrap_or_default();
    let _ = writeln!(out, "\n{}  {}", paint.strong(title), paint.faint(words.must_should));
    let mut line = " ".repeat(widest + 2);
    for &at in &used {
        let code = report.territories.get(at).map_or("", String::as_str);
        let _ = write!(line, "{code:>COLUMN$}");
    }
    let _ = writeln!(out, "{line}");
    for share in shares {
        let blank = " ".repeat(widest - display_width(&share.title));
        let mut line = format!("  {}{blank}", share.title);
        for &at in &used {
            let _ = write!(line, "{:>COLUMN$}", count(share, at));
        }
        let _ = writeln!(out, "{line}");
    }
}

fn count(share: &ShareReport, at: usize) -> String {
    match share.counts.get(at).map(|count| (count.must, count.should)) {
        Some((must, should)) if must + should > 0 => format!("{must}/{should}"),
        _ => "–".to_owned(),
    }
}
