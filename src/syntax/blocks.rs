//! Where the examples of a text stand, told by the first letters of its lines alone.
//!
//! In the layout of the formatter the head of a block begins its line, and nothing else does but
//! comments: so examples are stepped over without a look at what they say.

use std::ops::Range;

/// The lines of a text that are in no example and no profile, as few parts as there can be.
pub(super) fn without_examples(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut is_example = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            is_example = line.starts_with("example ") || line.starts_with("profile ");
        }
        match parts.last_mut() {
            _ if is_example => {}
            Some(part) if part.end == start => part.end = end,
            _ => parts.push(start..end),
        }
        start = end;
    }
    parts
}
