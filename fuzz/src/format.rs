//! Target `format`: bytes are taken for choices; they make up a ruleset without a fault, and lay
//! it out in disorder, with comments between its words. The formatter finds the same text in it.
//!
//! The target `ruleset` asks the same of any text; few of those have no fault.

use crate::draft::{Choices, ruleset};
use crate::ruleset as text;
use comity::source::FileId;
use comity::syntax::{format, parse, sentences};

/// What may stand between two words of a sentence.
const BETWEEN: [&str; 8] =
    [" ", " ", "  ", "\n", "\n\n\n", "\r\n\t", " -- why\n  ", "\n\n-- é \" {\n-- and more\n\n"];
/// What may stand between two sentences.
const BREAKS: [&str; 6] =
    ["\n", "\n  ", "\n\n\n", " -- of the line\n", "\n-- above\n", "\n\n  -- apart\n\n\n"];

/// Lays a ruleset out in disorder, and in order again.
///
/// # Panics
///
/// If the disorder changes what is said, or if the formatter does.
pub fn run(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let neat = ruleset(&mut choices);
    let disorder = disorder(&mut choices, &neat);
    text::run(disorder.as_bytes());
    let (one, other) = (parse(FileId(0), &neat), parse(FileId(0), &disorder));
    assert!(other.errors.is_empty(), "{:?} in\n{disorder}", other.errors);
    assert_eq!(one.file, other.file, "{disorder}");
    let Ok(laid_out) = format(&disorder) else { panic!("not laid out:\n{disorder}") };
    assert_eq!(format(&laid_out).as_ref(), Ok(&laid_out), "laid out again, it changed");
}

/// The same words with something else between them. Where none stood, none may.
fn disorder(choices: &mut Choices<'_>, neat: &str) -> String {
    let mut text = String::new();
    let mut last = 0;
    for sentence in sentences(neat) {
        for (position, piece) in sentence.iter().enumerate() {
            let stood = neat.get(last..piece.bytes.start).unwrap_or_default();
            let is_first = position == 0;
            text.push_str(match () {
                () if last == 0 || stood.is_empty() => stood,
                () if is_first => choices.pick(&BREAKS),
                () if choices.one_in(3) => choices.pick(&BETWEEN),
                () => stood,
            });
            text.push_str(neat.get(piece.bytes.clone()).unwrap_or_default());
            last = piece.bytes.end;
        }
    }
    text + "\n"
}
