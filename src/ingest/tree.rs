//! A manifest as a tree of values, each with its place, before any key has a meaning.

use crate::source::Span;
use indexmap::IndexMap;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// Where it stands, first to last character.
    pub(super) span: Span,
    /// What it is.
    pub(super) content: Content,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A word, number or text.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values.
    Mapping(Mapping),
    /// Something that was refused, and reported, while the text was read.
    Refused,
}

/// Keys with their values, in the order of the text.
pub(super) type Mapping = IndexMap<String, Entry>;

/// A value under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where the key stands.
    pub(super) key: Span,
    /// The value.
    pub(super) value: Node,
}

/// A word, number or text, with its escapes resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scalar {
    /// The characters.
    pub(super) text: String,
    /// How they were written.
    pub(super) style: Style,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, or as a block of text.
    Quoted,
    /// A string of JSON, which has no plain words.
    JsonString,
}
