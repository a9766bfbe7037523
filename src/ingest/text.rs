//! From bytes to text: size, UTF-8, and the characters that no manifest may hold.

use super::error::IngestError;
use super::limits;
use crate::source::{FileId, SourceFile, Span};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text in which the spans of errors and of the manifest are counted.
///
/// Broken UTF-8 is replaced by `U+FFFD`, so that there is a text to show even for such a file;
/// of a file that is too large only the head is kept.
#[must_use]
pub fn source_file(name: &str, bytes: &[u8]) -> SourceFile {
    let head = bytes.get(..limits::BYTES).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    SourceFile::new(name, text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text))
}

/// The bytes as text, without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, IngestError> {
    if bytes.len() > limits::BYTES {
        let (size, limit) = (bytes.len(), limits::BYTES);
        return Err(IngestError::TooLarge { size, limit, span: place(0, 0) });
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        // The span is of the one `U+FFFD` that stands for the broken bytes in `source_file`.
        let start = error.valid_up_to();
        let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
        IngestError::NotUtf8 { span: place(start, end) }
    })?;
    check_characters(text)?;
    Ok(text)
}

fn place(start: usize, end: usize) -> Span {
    Span::new(FileId::MANIFEST, start, end)
}

pub(super) fn check_characters(text: &str) -> Result<(), IngestError> {
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        if is_refused(character) || (character == '\r' && next != Some('\n')) {
            let code = format!("U+{:04X}", u32::from(character));
            let span = place(start, start + character.len_utf8());
            return Err(IngestError::ControlCharacter { code, span });
        }
    }
    Ok(())
}

/// Control characters, and the three that only some programs take for the end of a line.
fn is_refused(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => character.is_control(),
    }
}
