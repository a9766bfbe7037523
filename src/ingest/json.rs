//! JSON files: `serde_json` judges the text and its strings, a walk over it finds the places.

use super::builder::Builder;
use super::error::IngestError;
use super::tree::{Scalar, Style};
use crate::source::{FileId, Span};
use serde::de::IgnoredAny;

/// Whether the text is JSON: by the file's name, or because it opens with `{` and parses.
pub(super) fn is_json(name: &str, text: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".json")
        || (text.trim_start().starts_with('{') && check(text).is_ok())
}

/// Feeds the values of the text to the builder.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), IngestError> {
    check(text).map_err(|error| syntax_error(text, &error))?;
    // INVARIANT: the text is well-formed JSON, so tokens tell the whole structure.
    let mut at = 0;
    while let Some(token) = next_token(text, &mut at) {
        add_token(text, token, builder)?;
    }
    Ok(())
}

fn check(text: &str) -> Result<IgnoredAny, serde_json::Error> {
    serde_json::from_str(text)
}

fn syntax_error(text: &str, error: &serde_json::Error) -> IngestError {
    let line: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let column = (line + error.column().saturating_sub(1)).min(text.len());
    // The column counts bytes and may fall within a character.
    let start = (0..=column).rev().find(|start| text.is_char_boundary(*start)).unwrap_or(0);
    let full = error.to_string();
    let reason = full.split(" at line ").next().unwrap_or_default();
    let reason = reason.replace("EOF while parsing", "the text ends inside");
    syntax(reason, Span::new(FileId::MANIFEST, start, start))
}

fn syntax(reason: String, span: Span) -> IngestError {
    let help = "check quotes, commas and brackets near this place; JSON has no comments";
    IngestError::Syntax { reason, help: help.to_owned(), span }
}

/// The next bracket, string or word from `at` on; moves `at` past it.
fn next_token(text: &str, at: &mut usize) -> Option<Span> {
    let rest = text.get(*at..)?;
    let start = *at + rest.find(|c: char| !matches!(c, ' ' | '\t' | '\n' | '\r' | ',' | ':'))?;
    let token = text.get(start..)?;
    let length = match token.as_bytes().first()? {
        b'{' | b'}' | b'[' | b']' => 1,
        b'"' => string_length(token),
        _ => token.find([',', ':', ']', '}', ' ', '\t', '\n', '\r']).unwrap_or(token.len()),
    };
    *at = start + length;
    Some(Span::new(FileId::MANIFEST, start, start + length))
}

/// Bytes of the string that the text starts with, its quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return index + 1,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

fn add_token(text: &str, span: Span, builder: &mut Builder) -> Result<(), IngestError> {
    let token = text.get(span.range()).unwrap_or_default();
    match token.as_bytes().first() {
        Some(b'{') => builder.open_mapping(span),
        Some(b'[') => builder.open_sequence(span),
        Some(b'}' | b']') => {
            builder.close(Some(span));
            Ok(())
        }
        Some(b'"') => builder.scalar(read_string(token, span)?, span),
        _ => builder.scalar(Scalar { text: token.to_owned(), style: Style::Plain }, span),
    }
}

fn read_string(token: &str, span: Span) -> Result<Scalar, IngestError> {
    let text = serde_json::from_str(token).map_err(|_| {
        let reason = "an escape in the text names no character".to_owned();
        syntax(reason, span)
    })?;
    Ok(Scalar { text, style: Style::JsonString })
}
