//! Target `ruleset`: any text is parsed; what is understood survives the formatter.

use crate::faults::examine_all;
use comity::source::{FileId, SourceFile};
use comity::syntax::{Comment, Parsed, parse, print};

/// Parses a text; if it has no fault, lays it out and reads it again.
///
/// # Panics
///
/// If the text laid out is not the same tree with the same comments, or would change again.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let parsed = parse(FileId(0), text);
    if !parsed.errors.is_empty() {
        let kinds = parsed.errors.into_iter().map(Into::into);
        return examine_all(kinds, &SourceFile::new("input", text));
    }
    let laid_out = print(&parsed.file, &parsed.comments);
    let again = parse(FileId(0), &laid_out);
    assert!(again.errors.is_empty(), "{:?} in\n{laid_out}", again.errors);
    assert_eq!(again.file, parsed.file, "{laid_out}");
    assert_eq!(comments(&again), comments(&parsed), "{laid_out}");
    assert_eq!(print(&again.file, &again.comments), laid_out, "laid out again, it changed");
}

fn comments(parsed: &Parsed) -> Vec<&str> {
    parsed.comments.iter().map(words_of).collect()
}

fn words_of(comment: &Comment) -> &str {
    comment.text.trim_start_matches('-').trim()
}
