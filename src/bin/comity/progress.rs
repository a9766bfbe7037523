//! How far a long run is, on a terminal only.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// A bar over so many bytes, likewise.
pub(crate) fn bar_of_bytes(bytes: u64, answer_is_printed: bool) -> ProgressBar {
    let bar = bar(usize::try_from(bytes).unwrap_or(usize::MAX), answer_is_printed);
    match ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A bar over so many things; none where nobody watches, or where it would stand in the answer.
pub(crate) fn bar(things: usize, answer_is_printed: bool) -> ProgressBar {
    let is_watched = std::io::stderr().is_terminal();
    let is_in_the_way = answer_is_printed && std::io::stdout().is_terminal();
    if things < 2 || !is_watched || is_in_the_way {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(things as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{wide_bar} {pos} of {len}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
