//! What can be wrong with a manifest: each fault with its place, its words, and what to do.

use super::limits;
use crate::source::Span;
use miette::Diagnostic;
use thiserror::Error;

/// A fault of a manifest.
///
/// Spans point into the text of [`super::source_file`].
#[derive(Debug, Clone, PartialEq, Eq, Error, Diagnostic)]
pub enum IngestError {
    #[doc = include_str!("explanations/too_large.md")]
    #[error("the manifest has {size} bytes, more than {limit}")]
    #[diagnostic(
        code(comity::ingest::too_large),
        help("describe one product model in one manifest, and keep documents outside it")
    )]
    TooLarge {
        /// Bytes it has.
        size: usize,
        /// Bytes it may have.
        limit: usize,
        /// Its start.
        #[label]
        span: Span,
    },

    #[doc = include_str!("explanations/not_utf8.md")]
    #[error("the manifest is not UTF-8 text")]
    #[diagnostic(code(comity::ingest::not_utf8), help("save the file with the encoding UTF-8"))]
    NotUtf8 {
        /// The first bytes that are no text.
        #[label("no character begins here")]
        span: Span,
    },

    #[doc = include_str!("explanations/control_character.md")]
    #[error("the character {code} may not stand in a manifest")]
    #[diagnostic(
        code(comity::ingest::control_character),
        help("delete it; lines end with a line feed, alone or after a carriage return")
    )]
    ControlCharacter {
        /// Its number: `U+0000`.
        code: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/syntax.md")]
    #[error("the text is not well-formed: {reason}")]
    #[diagnostic(code(comity::ingest::syntax))]
    Syntax {
        /// What the reader said.
        reason: String,
        /// What to look for.
        #[help]
        help: String,
        /// Where it stopped.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/too_deep.md")]
    #[error("values are nested more than {limit} deep")]
    #[diagnostic(
        code(comity::ingest::too_deep),
        help("facts need at most a handful of levels: look for brackets that are not closed")
    )]
    TooDeep {
        /// Levels there may be.
        limit: usize,
        /// The first value that is too deep.
        #[label("this one")]
        span: Span,
    },

    #[doc = include_str!("explanations/too_many_values.md")]
    #[error("the manifest has more than {limit} values, or as much punctuation as if it had")]
    #[diagnostic(
        code(comity::ingest::too_many_values),
        help("describe one product model in one manifest")
    )]
    TooManyValues {
        /// Values there may be.
        limit: usize,
        /// Where the count was reached.
        #[label("reading stopped here")]
        span: Span,
    },

    #[doc = include_str!("explanations/anchor.md")]
    #[error("anchors and aliases such as `{text}` may not be used")]
    #[diagnostic(code(comity::ingest::anchor), help("write the value out where it is needed"))]
    Anchor {
        /// As written.
        text: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/tag.md")]
    #[error("tags such as `{text}` may not be used")]
    #[diagnostic(
        code(comity::ingest::tag),
        help("delete it: the vocabulary says what type a value has; put text in quotes")
    )]
    Tag {
        /// As written.
        text: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/merge_key.md")]
    #[error("the merge key `<<` may not be used")]
    #[diagnostic(code(comity::ingest::merge_key), help("write the keys out where they belong"))]
    MergeKey {
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/duplicate_key.md")]
    #[error("the key `{key}` stands twice in one mapping")]
    #[diagnostic(code(comity::ingest::duplicate_key), help("keep one of the two"))]
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands again.
        #[label("again here")]
        span: Span,
        /// Where it stood before.
        #[label("first here")]
        first: Span,
    },

    #[doc = include_str!("explanations/complex_key.md")]
    #[error("a list or mapping may not be a key")]
    #[diagnostic(
        code(comity::ingest::complex_key),
        help("keys are words: put text with brackets or braces in quotes")
    )]
    ComplexKey {
        /// Where it stands.
        #[label("this key")]
        span: Span,
    },

    #[doc = include_str!("explanations/several_documents.md")]
    #[error("the file holds more than one document")]
    #[diagnostic(
        code(comity::ingest::several_documents),
        help("put each product in a file of its own")
    )]
    SeveralDocuments {
        /// Where the second starts.
        #[label("the second starts here")]
        span: Span,
    },

    #[doc = include_str!("explanations/directive.md")]
    #[error("directives may not be used")]
    #[diagnostic(code(comity::ingest::directive), help("delete the line that starts with `%`"))]
    Directive {
        /// Where it stands.
        #[label("this line")]
        span: Span,
    },

    #[doc = include_str!("explanations/read_differently.md")]
    #[error("two readers of YAML understand this text differently")]
    #[diagnostic(
        code(comity::ingest::read_differently),
        help("write it more plainly: text in double quotes, on one line")
    )]
    ReadDifferently {
        /// The first value that differs.
        #[label("at the latest here")]
        span: Span,
    },

    #[doc = include_str!("explanations/not_a_manifest.md")]
    #[error("a manifest is a mapping of keys to values, not {found}")]
    #[diagnostic(
        code(comity::ingest::not_a_manifest),
        help(
            "start with the line `comity: 1`, then state facts such as `product: {{kind: [camera]}}`"
        )
    )]
    NotAManifest {
        /// What there is instead.
        found: String,
        /// Where it stands.
        #[label]
        span: Span,
    },

    #[doc = include_str!("explanations/format_version.md")]
    #[error("{found}")]
    #[diagnostic(
        code(comity::ingest::format_version),
        help("write `comity: 1`: 1 is the one version of the format that is understood")
    )]
    FormatVersion {
        /// What is wrong with it.
        found: String,
        /// Where it stands, or should stand.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_key.md")]
    #[error("nothing is called `{key}` {place}")]
    #[diagnostic(code(comity::ingest::unknown_key))]
    UnknownKey {
        /// The key as written, after the keys it stands under.
        key: String,
        /// What it was looked for in: `in the vocabulary`.
        place: String,
        /// The key that was probably meant.
        suggestion: Option<String>,
        /// What to do.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/missing_key.md")]
    #[error("{what} has no `{key}`")]
    #[diagnostic(code(comity::ingest::missing_key), help("add the key `{key}`"))]
    MissingKey {
        /// The key.
        key: String,
        /// What lacks it.
        what: String,
        /// Where that stands.
        #[label("in here")]
        span: Span,
    },

    #[doc = include_str!("explanations/ambiguous_word.md")]
    #[error("the plain word `{word}` is read differently by different programs")]
    #[diagnostic(code(comity::ingest::ambiguous_word))]
    AmbiguousWord {
        /// The word.
        word: String,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/nothing_stated.md")]
    #[error("nothing is stated for `{what}`")]
    #[diagnostic(code(comity::ingest::nothing_stated))]
    NothingStated {
        /// The fact or key.
        what: String,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/wrong_type.md")]
    #[error("`{what}` is {expected}, not {found}")]
    #[diagnostic(code(comity::ingest::wrong_type))]
    WrongType {
        /// The fact or key.
        what: String,
        /// What its values are.
        expected: String,
        /// What there is.
        found: String,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/malformed_value.md")]
    #[error("`{value}` is not {expected}")]
    #[diagnostic(code(comity::ingest::malformed_value))]
    MalformedValue {
        /// As written.
        value: String,
        /// What was expected.
        expected: String,
        /// How it is written.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_value.md")]
    #[error("`{value}` is not a value of `{what}`")]
    #[diagnostic(code(comity::ingest::unknown_value))]
    UnknownValue {
        /// As written.
        value: String,
        /// The fact or key.
        what: String,
        /// The value that was probably meant.
        suggestion: Option<String>,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_territory.md")]
    #[error("no territory is called `{value}`")]
    #[diagnostic(code(comity::ingest::unknown_territory))]
    UnknownTerritory {
        /// As written.
        value: String,
        /// The code that was probably meant.
        suggestion: Option<String>,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/cannot_be_absent.md")]
    #[error("`{fact}` cannot be absent")]
    #[diagnostic(code(comity::ingest::cannot_be_absent))]
    CannotBeAbsent {
        /// The fact.
        fact: String,
        /// What to write instead.
        #[help]
        help: String,
        /// Where it is said to be.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/duplicate_id.md")]
    #[error("two items of `{list}` are called `{id}`")]
    #[diagnostic(
        code(comity::ingest::duplicate_id),
        help("give each item an `id` of its own; an item without one is called by its number")
    )]
    DuplicateId {
        /// The id.
        id: String,
        /// The list.
        list: String,
        /// The second item's.
        #[label("again here")]
        span: Span,
        /// The first item's.
        #[label("first here")]
        first: Span,
    },

    #[doc = include_str!("explanations/unknown_reference.md")]
    #[error("no item of `{list}` is called `{id}`")]
    #[diagnostic(code(comity::ingest::unknown_reference))]
    UnknownReference {
        /// As written.
        id: String,
        /// The list that was searched.
        list: String,
        /// The id that was probably meant.
        suggestion: Option<String>,
        /// What to do.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/contradiction.md")]
    #[error("two different statements are made about `{what}`")]
    #[diagnostic(code(comity::ingest::contradiction), help("keep the one that is true"))]
    Contradiction {
        /// The fact, or what was judged.
        what: String,
        /// The second statement.
        #[label("this differs")]
        span: Span,
        /// The first.
        #[label("from this")]
        first: Span,
    },

    #[doc = include_str!("explanations/unknown_rule.md")]
    #[error("no rule is called `{rule}`")]
    #[diagnostic(code(comity::ingest::unknown_rule))]
    UnknownRule {
        /// As written.
        rule: String,
        /// The rule that was probably meant.
        suggestion: Option<String>,
        /// What to do.
        #[help]
        help: String,
        /// Where it stands.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_norm.md")]
    #[error("`{rule}` leaves nothing called `{norm}` to judgement")]
    #[diagnostic(code(comity::ingest::unknown_norm))]
    UnknownNorm {
        /// The rule.
        rule: String,
        /// The open words as written.
        norm: String,
        /// What to do.
        #[help]
        help: String,
        /// Where they stand.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/too_many_placements.md")]
    #[error("the product is placed on markets more than {limit} times")]
    #[diagnostic(
        code(comity::ingest::too_many_placements),
        help("state each territory once, from the first day of placing to the last")
    )]
    TooManyPlacements {
        /// Placements there may be.
        limit: usize,
        /// The list.
        #[label("this list")]
        span: Span,
    },

    #[doc = include_str!("explanations/lists_too_long.md")]
    #[error("the lists are too long to be judged; `{list}` alone has {items} items")]
    #[diagnostic(
        code(comity::ingest::lists_too_long),
        help("describe kinds of things: what is alike in every field can be one item")
    )]
    ListsTooLong {
        /// The longest list.
        list: String,
        /// Its items.
        items: usize,
        /// Where it is stated.
        #[label("the longest list")]
        span: Span,
    },

    #[doc = include_str!("explanations/more_errors.md")]
    #[error("there are more errors than the {shown} that are shown")]
    #[diagnostic(
        code(comity::ingest::more_errors),
        help("mend those that are shown, then read the manifest again")
    )]
    MoreErrors {
        /// How many are shown.
        shown: usize,
        /// The last that is shown.
        #[label]
        span: Span,
    },
}

impl IngestError {
    /// The place it is about.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::TooLarge { span, .. }
            | Self::NotUtf8 { span }
            | Self::ControlCharacter { span, .. }
            | Self::Syntax { span, .. }
            | Self::TooDeep { span, .. }
            | Self::TooManyValues { span, .. }
            | Self::Anchor { span, .. }
            | Self::Tag { span, .. }
            | Self::MergeKey { span }
            | Self::DuplicateKey { span, .. }
            | Self::ComplexKey { span }
            | Self::SeveralDocuments { span }
            | Self::Directive { span }
            | Self::ReadDifferently { span }
            | Self::NotAManifest { span, .. }
            | Self::FormatVersion { span, .. }
            | Self::UnknownKey { span, .. }
            | Self::MissingKey { span, .. }
            | Self::AmbiguousWord { span, .. }
            | Self::NothingStated { span, .. }
            | Self::WrongType { span, .. }
            | Self::MalformedValue { span, .. }
            | Self::UnknownValue { span, .. }
            | Self::UnknownTerritory { span, .. }
            | Self::CannotBeAbsent { span, .. }
            | Self::DuplicateId { span, .. }
            | Self::UnknownReference { span, .. }
            | Self::Contradiction { span, .. }
            | Self::UnknownRule { span, .. }
            | Self::UnknownNorm { span, .. }
            | Self::TooManyPlacements { span, .. }
            | Self::ListsTooLong { span, .. }
            | Self::MoreErrors { span, .. } => *span,
        }
    }

    /// The second place, where there are two.
    #[must_use]
    pub fn second_span(&self) -> Option<Span> {
        match self {
            Self::DuplicateKey { first, .. }
            | Self::DuplicateId { first, .. }
            | Self::Contradiction { first, .. } => Some(*first),
            _ => None,
        }
    }
}

/// The manifest's own text as a message repeats it: on one line, and cut if it is long.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars().take(limits::SHOWN) {
        match character {
            '\n' | '\r' | '\t' => shown.push(' '),
            _ => shown.push(character),
        }
    }
    if text.chars().nth(limits::SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
