//! YAML files: a strict subset, read twice. The sole user of the YAML crates.
//!
//! The events of `saphyr-parser` give the tree with its places and show what must be refused.
//! `serde_yaml` then reads the same text: a text that two readers understand differently is
//! refused, so that what is checked here is what other programs see.

use super::builder::Builder;
use super::error::{IngestError, shown};
use super::limits;
use super::tree::{Content, Mapping, Node, Scalar, Style};
use crate::source::{FileId, Span};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

/// Feeds the values of the text to the builder.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), IngestError> {
    check_marks(text)?;
    let offsets = Offsets::new(text);
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, place) = event.map_err(|error| refusal(text, &offsets, &error))?;
        let span = offsets.span(place);
        match event {
            Event::DocumentStart(_) => {
                documents += 1;
                check_document(text, documents, span)?;
            }
            event => add_event(text, event, span, builder)?,
        }
    }
    Ok(())
}

/// Where the second reader understands the text differently than the tree says.
pub(super) fn find_difference(text: &str, tree: &Node) -> Option<IngestError> {
    let difference = match serde_yaml::from_str::<serde_yaml::Value>(text) {
        Ok(value) => difference(tree, &value),
        Err(error) => {
            let start = error.location().map_or(0, |location| location.index().min(text.len()));
            Some(Span::new(FileId::MANIFEST, start, start))
        }
    };
    difference.map(|span| IngestError::ReadDifferently { span })
}

fn check_marks(text: &str) -> Result<(), IngestError> {
    let marks = text.bytes().enumerate().filter(|(_, byte)| b",[]{}:-?\"'!&*#|>%".contains(byte));
    match marks.map(|(start, _)| start).nth(limits::MARKS) {
        None => Ok(()),
        Some(start) => {
            let span = Span::new(FileId::MANIFEST, start, start + 1);
            Err(IngestError::TooManyValues { limit: limits::NODES, span })
        }
    }
}

fn check_document(text: &str, number: usize, span: Span) -> Result<(), IngestError> {
    if number > 1 {
        return Err(IngestError::SeveralDocuments { span });
    }
    let head = text.get(..span.start as usize).unwrap_or_default();
    let start = if head.starts_with('%') { Some(0) } else { head.find("\n%").map(|at| at + 1) };
    match start {
        Some(start) => Err(IngestError::Directive { span: word_at(text, start) }),
        None => Ok(()),
    }
}

fn add_event(
    text: &str,
    event: Event<'_>,
    span: Span,
    builder: &mut Builder,
) -> Result<(), IngestError> {
    match event {
        Event::Alias(_) => {
            builder.report(IngestError::Anchor { text: written(text, span), span });
            builder.refused(span)
        }
        Event::Scalar(value, style, anchor, tag) => {
            check_properties(text, span, anchor, tag.is_some(), builder);
            if tag.is_some() {
                return builder.refused(span);
            }
            let scalar = Scalar { text: value.into_owned(), style: style_of(style) };
            builder.scalar(scalar, trimmed(text, span))
        }
        Event::SequenceStart(anchor, tag) => {
            check_properties(text, span, anchor, tag.is_some(), builder);
            builder.open_sequence(span)
        }
        Event::MappingStart(anchor, tag) => {
            check_properties(text, span, anchor, tag.is_some(), builder);
            builder.open_mapping(span)
        }
        Event::SequenceEnd | Event::MappingEnd => {
            builder.close(closing_bracket(text, span));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The bracket that ends a collection; the parser counts the blanks after it into its span.
fn closing_bracket(text: &str, end: Span) -> Option<Span> {
    let start = end.range().start;
    let bracket = text.get(end.range())?.starts_with([']', '}']);
    bracket.then(|| Span::new(end.file, start, start + 1))
}

fn style_of(style: ScalarStyle) -> Style {
    if style == ScalarStyle::Plain { Style::Plain } else { Style::Quoted }
}

/// Reports the anchor and the tag of a value.
fn check_properties(text: &str, span: Span, anchor: usize, tag: bool, builder: &mut Builder) {
    if anchor == 0 && !tag {
        return;
    }
    if anchor != 0 {
        let span = find_property(text, span, '&');
        builder.report(IngestError::Anchor { text: written(text, span), span });
    }
    if tag {
        let span = find_property(text, span, '!');
        builder.report(IngestError::Tag { text: written(text, span), span });
    }
}

/// The place of the anchor or tag of a value; the parser counts them into its span.
fn find_property(text: &str, value: Span, sign: char) -> Span {
    let mut start = value.range().start;
    for _ in 0..2 {
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if rest.starts_with(sign) {
            return Span::new(value.file, start, start + length);
        }
        let after = rest.get(length..).unwrap_or_default();
        start += length + after.len() - after.trim_start().len();
    }
    value
}

fn written(text: &str, span: Span) -> String {
    shown(text.get(span.range()).unwrap_or_default())
}

/// The span without the blanks and line ends that the parser counts into some scalars.
fn trimmed(text: &str, span: Span) -> Span {
    let written = text.get(span.range()).unwrap_or_default();
    let range = span.range();
    Span::new(span.file, range.start, range.start + written.trim_end().len())
}

fn word_at(text: &str, start: usize) -> Span {
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Span::new(FileId::MANIFEST, start, start + line.trim_end().len())
}

fn refusal(text: &str, offsets: &Offsets<'_>, error: &ScanError) -> IngestError {
    let start = offsets.byte(*error.marker());
    let length = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span::new(FileId::MANIFEST, start, start + length);
    // Two refusals of the parser's own come before there is an event to refuse.
    if text.get(span.range()) == Some("*") {
        return IngestError::Anchor { text: written(text, word_at(text, start)), span };
    }
    if error.info() == "recursion limit exceeded" {
        return IngestError::TooDeep { limit: limits::DEPTH, span };
    }
    let reason = error.info().replace("simple key expect ':'", "expected ':' after a key");
    let help = "check indentation, quotes, brackets and the colon after each key near this place";
    IngestError::Syntax { reason, help: help.to_owned(), span }
}

/// Turns the parser's counts of characters into counts of bytes.
struct Offsets<'a> {
    text: &'a str,
    /// The byte at which every `STRIDE`th character starts; empty for a text that is all ASCII.
    starts: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'a> Offsets<'a> {
    fn new(text: &'a str) -> Self {
        let starts = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STRIDE).map(|(start, _)| start).collect()
        };
        Offsets { text, starts }
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        Span::new(FileId::MANIFEST, self.byte(span.start), self.byte(span.end))
    }

    fn byte(&self, marker: Marker) -> usize {
        if self.starts.is_empty() {
            return marker.index().min(self.text.len());
        }
        let (stride, rest) = (marker.index() / STRIDE, marker.index() % STRIDE);
        let start = self.starts.get(stride).copied().unwrap_or(self.text.len());
        let tail = self.text.get(start..).unwrap_or_default();
        tail.char_indices().nth(rest).map_or(self.text.len(), |(offset, _)| start + offset)
    }
}

/// The first place where a value differs from the tree.
fn difference(node: &Node, value: &serde_yaml::Value) -> Option<Span> {
    use serde_yaml::Value;
    match (&node.content, value) {
        (Content::Scalar(scalar), Value::String(text)) => {
            (*text != scalar.text).then_some(node.span)
        }
        (Content::Scalar(scalar), Value::Null | Value::Bool(_) | Value::Number(_)) => {
            (scalar.style != Style::Plain).then_some(node.span)
        }
        (Content::Sequence(items), Value::Sequence(values)) if items.len() == values.len() => {
            items.iter().zip(values).find_map(|(item, value)| difference(item, value))
        }
        (Content::Mapping(entries), Value::Mapping(values)) if entries.len() == values.len() => {
            mapping_difference(entries, values)
        }
        _ => Some(node.span),
    }
}

fn mapping_difference(entries: &Mapping, values: &serde_yaml::Mapping) -> Option<Span> {
    entries.iter().zip(values).find_map(|((name, entry), (key, value))| match key.as_str() {
        Some(key) if key != name => Some(entry.key),
        _ => difference(&entry.value, value),
    })
}
