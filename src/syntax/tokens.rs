//! The lexical pass: words, quoted text, marks and comments, with what may not stand in a text.

use super::Comment;
use super::error::SyntaxError;
use super::limits::{MAX_ERRORS, MAX_WORD_BYTES};
use crate::source::{FileId, Span};
use std::ops::Range;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `support.min_length`, `5.1-1`, `2027-12-11`, `en/5.1-1`
    Word,
    /// `"…"`
    Text,
    /// `<https://…>`
    Address,
    /// `.` at the end of a sentence
    Stop,
    /// `:` `;` `,` and brackets
    Mark,
    /// Has been reported already: an open quote, curly quotes, a character that may not stand here.
    Faulty,
}

/// One piece of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) first_on_line: bool,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, TokenKind::Word | TokenKind::Mark)
    }
}

/// All tokens and comments of a text.
pub(super) struct Tokens<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) comments: Vec<Comment>,
    pub(super) errors: Vec<SyntaxError>,
}

/// Cuts a text into tokens. Everything but white space is in a token or a comment.
pub(super) fn tokenize(file: FileId, text: &str) -> Tokens<'_> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    tokenize_parts(file, text, std::iter::once(start..text.len()))
}

/// The tokens of some parts of a text, each of whole lines.
pub(super) fn tokenize_parts(
    file: FileId,
    text: &str,
    parts: impl Iterator<Item = Range<usize>>,
) -> Tokens<'_> {
    let found = Tokens { tokens: Vec::new(), comments: Vec::new(), errors: Vec::new() };
    let start = Lexer {
        file,
        text: "",
        position: 0,
        line_has_code: false,
        line_end: None,
        line_ends: 0,
        found,
    };
    parts.fold(start, |lexer, part| lexer.read(text, part)).found
}

struct Lexer<'t> {
    file: FileId,
    /// The text up to the end of the part that is read.
    text: &'t str,
    position: usize,
    line_has_code: bool,
    /// Where the line ends, once that has been looked up.
    line_end: Option<usize>,
    /// Line ends since the last code or comment.
    line_ends: usize,
    found: Tokens<'t>,
}

impl<'t> Lexer<'t> {
    /// Goes on with this part of the text.
    fn read(mut self, text: &'t str, part: Range<usize>) -> Self {
        self.text = text.get(..part.end).unwrap_or_default();
        self.position = part.start;
        self.line_has_code = false;
        self.line_end = None;
        while let Some(next) = self.peek() {
            self.step(next);
        }
        self
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.position..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self, next: char) {
        match next {
            '\n' => {
                self.line_has_code = false;
                self.line_end = None;
                self.line_ends += 1;
                self.position += 1;
            }
            ' ' | '\t' => self.position += 1,
            '\r' if self.rest().starts_with("\r\n") => self.position += 1,
            '-' if self.rest().starts_with("--") => self.comment(),
            '"' => self.quoted_text(),
            '“' | '”' | '„' | '‟' | '«' | '»' => self.curly_text(next),
            '<' => self.address(),
            '.' => self.push(TokenKind::Stop, 1),
            ':' | ';' | ',' | '(' | ')' | '{' | '}' | '[' | ']' => self.push(TokenKind::Mark, 1),
            _ if is_word_character(next) => self.word(),
            '-' if self.rest().chars().nth(1).is_some_and(|c| c.is_ascii_digit()) => self.word(),
            _ if is_forbidden(next) || next.is_whitespace() => self.forbidden(next),
            _ => self.push(TokenKind::Mark, next.len_utf8()),
        }
    }

    /// Takes the next `length` bytes as one token.
    fn push(&mut self, kind: TokenKind, length: usize) {
        let text = self.rest().get(..length).unwrap_or_default();
        let first_on_line = !self.line_has_code;
        self.found.tokens.push(Token { kind, text, start: self.position, first_on_line });
        self.line_has_code = true;
        self.line_ends = 0;
        self.position += length.max(1);
    }

    fn span(&self, start: usize, length: usize) -> Span {
        Span::new(self.file, start, start + length)
    }

    /// What is left of the line, without its end.
    fn line(&mut self) -> &'t str {
        let rest = self.rest();
        let end = *self
            .line_end
            .get_or_insert_with(|| self.position + rest.find('\n').unwrap_or(rest.len()));
        let line = self.text.get(self.position..end).unwrap_or_default();
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// Past the bound further faults are not worth their memory.
    fn report(&mut self, error: SyntaxError) {
        if self.found.errors.len() <= MAX_ERRORS {
            self.found.errors.push(error);
        }
    }

    fn comment(&mut self) {
        let line = self.line();
        self.report_forbidden(line);
        let text = line.trim_end();
        let after = self.rest().get(line.len()..).unwrap_or_default();
        self.found.comments.push(Comment {
            span: self.span(self.position, text.len()),
            text: text.to_owned(),
            own_line: !self.line_has_code,
            blank_before: self.line_ends > 1,
            blank_after: is_blank_line(after),
        });
        self.position += line.len();
        self.line_ends = 0;
    }

    fn quoted_text(&mut self) {
        let line = self.line();
        match closing_quote(line) {
            Some(length) => {
                let text = line.get(..length).unwrap_or_default();
                let clean = self.report_forbidden(text);
                self.push(if clean { TokenKind::Text } else { TokenKind::Faulty }, length);
            }
            None => {
                let length = line.trim_end().len();
                let advice = if line.contains(['”', '“', '„']) {
                    "close it with a straight quote: `\"`, not `”`"
                } else {
                    "close it on the same line; inside a text a quote is written `\\\"`"
                };
                let span = self.span(self.position, length);
                self.report(SyntaxError::UnclosedQuote { advice, span });
                self.push(TokenKind::Faulty, length);
            }
        }
    }

    /// Text between curly quotes, or up to the end of the line, is one faulty token.
    fn curly_text(&mut self, opening: char) {
        let line = self.line();
        let inside = line.get(opening.len_utf8()..).unwrap_or_default();
        let length = inside.find(['”', '“', '„', '‟', '«', '»', '"']).map_or(
            opening.len_utf8(),
            |closing| {
                let end = inside.get(closing..).and_then(|rest| rest.chars().next());
                opening.len_utf8() + closing + end.map_or(0, char::len_utf8)
            },
        );
        let span = self.span(self.position, length);
        self.report(SyntaxError::CurlyQuotes { span });
        self.push(TokenKind::Faulty, length);
    }

    /// `<https://…>`; a lone `<` is a mark that no sentence knows.
    fn address(&mut self) {
        let line = self.line();
        let end = line.char_indices().skip(1).find(|(_, c)| is_address_end(*c)).map(|(end, _)| end);
        match end {
            Some(end) if line.get(end..).is_some_and(|rest| rest.starts_with('>')) => {
                self.push(TokenKind::Address, end + 1);
            }
            _ => self.push(TokenKind::Mark, 1),
        }
    }

    fn word(&mut self) {
        let length = word_length(self.rest());
        if length <= MAX_WORD_BYTES {
            return self.push(TokenKind::Word, length);
        }
        let span = self.span(self.position, length);
        self.report(SyntaxError::WordTooLong { limit: MAX_WORD_BYTES, span });
        self.push(TokenKind::Faulty, length);
    }

    fn forbidden(&mut self, character: char) {
        let span = self.span(self.position, character.len_utf8());
        self.report(SyntaxError::ForbiddenCharacter { code: character as u32, span });
        self.push(TokenKind::Faulty, character.len_utf8());
    }

    /// Reports the first forbidden character of a text or comment. True if there is none.
    fn report_forbidden(&mut self, text: &str) -> bool {
        let begins = text.bytes().enumerate().filter(|(_, byte)| begins_forbidden(*byte));
        let at = |offset| Some((offset, text.get(offset..)?.chars().next()?));
        let mut characters = begins.filter_map(|(offset, _)| at(offset));
        let Some((offset, character)) = characters.find(|(_, c)| is_forbidden(*c)) else {
            return true;
        };
        let span = self.span(self.position + offset, character.len_utf8());
        self.report(SyntaxError::ForbiddenCharacter { code: character as u32, span });
        false
    }
}

/// Control characters, and those that show a text in another order than it is read.
fn is_forbidden(character: char) -> bool {
    (character.is_control() && character != '\t')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}

/// Whether a forbidden character can begin with that byte; most of the others never do.
fn begins_forbidden(byte: u8) -> bool {
    byte.is_ascii_control() || matches!(byte, 0xc2 | 0xe2 | 0xef)
}

/// Where `<https://…` ends, well or not.
fn is_address_end(character: char) -> bool {
    matches!(character, '<' | '>' | '"') || character.is_whitespace() || is_forbidden(character)
}

fn is_word_character(character: char) -> bool {
    character == '_' || character.is_alphanumeric()
}

/// A word goes on over `.`, `-` and `/` when a letter or digit follows at once.
fn word_length(text: &str) -> usize {
    let plain = text.bytes().take_while(|byte| *byte == b'_' || byte.is_ascii_alphanumeric());
    let mut length = plain.count();
    let mut characters = text.get(length..).unwrap_or_default().chars().peekable();
    while let Some(character) = characters.next() {
        let joint = matches!(character, '.' | '-' | '/');
        let goes_on = characters.peek().is_some_and(|next| is_word_character(*next));
        if is_word_character(character) || (joint && goes_on) {
            length += character.len_utf8();
        } else {
            break;
        }
    }
    length
}

/// Bytes up to and with the closing quote of a text that starts with one.
fn closing_quote(line: &str) -> Option<usize> {
    let mut escaped = false;
    for (offset, byte) in line.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(offset + 1),
            _ => {}
        }
    }
    None
}

/// Whether the line after this line end holds nothing, with something after it.
fn is_blank_line(text: &str) -> bool {
    let mut lines = text.split('\n').skip(1);
    lines.next().is_some_and(|line| line.trim().is_empty()) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::{begins_forbidden, is_forbidden};

    #[test]
    fn every_forbidden_character_is_known_by_its_first_byte() {
        for character in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let first = character.encode_utf8(&mut [0; 4]).bytes().next();
            assert!(
                !is_forbidden(character) || first.is_some_and(begins_forbidden),
                "{character:?}"
            );
        }
    }
}
