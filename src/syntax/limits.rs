//! How much text is read: bounds that keep time and memory small whatever the bytes.

/// Bytes of one file: 2 MiB, six times the vocabulary.
pub(super) const MAX_FILE_BYTES: usize = 2 * 1024 * 1024;

/// Bytes of one sentence.
pub(super) const MAX_SENTENCE_BYTES: usize = 64 * 1024;

/// Bytes of one word: the longest name of the shipped rulesets has some sixty.
pub(super) const MAX_WORD_BYTES: usize = 200;

/// Brackets inside brackets, quantifiers inside quantifiers, `not` before `not`, terms of one sum.
pub(super) const MAX_DEPTH: usize = 16;

/// Lists inside lists: `(a)`, `(i)`, `(1)`.
pub(super) const MAX_LIST_DEPTH: usize = 3;

/// Items of one list. With the letters up to `(u)`, an item `(v)` can only be a Roman five.
pub(super) const MAX_LIST_ITEMS: usize = 21;

/// Errors that are reported for one file.
pub(super) const MAX_ERRORS: usize = 500;
