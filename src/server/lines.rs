//! Where is a byte on the page, and which byte is meant? Lines, and columns in UTF-16 units.

use super::protocol::{Position, Range};
use crate::source::Span;

/// Where the lines of a text begin. A line ends with `\n`, `\r\n` or `\r`, as the protocol says.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let ends = |(index, byte): (usize, &u8)| match byte {
            b'\n' => Some(index + 1),
            b'\r' if bytes.get(index + 1) != Some(&b'\n') => Some(index + 1),
            _ => None,
        };
        let starts = std::iter::once(0).chain(bytes.iter().enumerate().filter_map(ends)).collect();
        Lines { starts }
    }

    /// The byte of a place. Places past the end of their line or of the text are its end; half a
    /// character is its beginning.
    pub(super) fn offset(&self, text: &str, place: Position) -> usize {
        let line = usize::try_from(place.line).unwrap_or(usize::MAX);
        let Some(&start) = self.starts.get(line) else { return text.len() };
        let rest = text.get(start..).unwrap_or_default();
        let mut left = u64::from(place.character);
        for (index, character) in rest.char_indices() {
            let width = character.len_utf16() as u64;
            if left < width || matches!(character, '\n' | '\r') {
                return start + index;
            }
            left -= width;
        }
        text.len()
    }

    /// The place of a byte; inside a character, that of its beginning.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = text.get(start..offset).unwrap_or_default();
        let units = before.chars().map(char::len_utf16).sum::<usize>();
        Position { line: narrow(line), character: narrow(units) }
    }

    pub(super) fn range(&self, text: &str, bytes: std::ops::Range<usize>) -> Range {
        Range { start: self.position(text, bytes.start), end: self.position(text, bytes.end) }
    }

    pub(super) fn range_of(&self, text: &str, span: Span) -> Range {
        self.range(text, span.range())
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
