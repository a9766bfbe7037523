//! From text to tree: every sentence is read alone by the grammar, then put into its block.

mod assembly;
mod clauses;
mod conditions;
mod depth;
mod examples;
mod keywords;
mod operands;
mod reader;
mod values;
mod vocabulary;

pub(super) use assembly::{join, shorten};
pub(super) use keywords::{keyword, mark};

use super::Comment;
use super::ast;
use super::blocks::without_examples;
use super::error::SyntaxError;
use super::limits;
use super::split::split;
use super::tokens::{Tokens, tokenize, tokenize_parts};
use crate::source::{FileId, Span};
use assembly::Assembly;

/// The grammar, and the parser that is made from it.
mod grammar {
    #![allow(missing_docs, reason = "the rules are explained in the grammar itself")]

    #[derive(pest_derive::Parser)]
    #[grammar = "grammar/comity.pest"]
    pub(crate) struct Grammar;
}

pub(super) use grammar::Rule;

/// What was understood of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The tree of all sentences that could be read.
    pub file: ast::File,
    /// All comments, in order.
    pub comments: Vec<Comment>,
    /// All faults, in order of their place.
    pub errors: Vec<SyntaxError>,
}

/// Reads a text. Any text gives a tree; what could not be read is told in `errors`.
///
/// ```
/// use comity::source::FileId;
/// let parsed = comity::syntax::parse(FileId(0), "jurisdictions edition 1.\n  title en \"All\".\n");
/// assert!(parsed.errors.is_empty());
/// assert_eq!(parsed.file.blocks.len(), 1);
/// ```
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed {
    if text.len() > limits::MAX_FILE_BYTES {
        let errors = vec![SyntaxError::FileTooLarge { span: Span::new(file, 0, 0) }];
        return Parsed { file: ast::File::default(), comments: Vec::new(), errors };
    }
    assemble(file, text, tokenize(file, text))
}

/// Reads a text without its examples and profiles, which only tests and pages ask for.
/// Heads of blocks must begin their lines and nothing else may, as the formatter writes it:
/// this is for texts that are known to be free of faults and in that layout, such as the shipped.
///
/// ```
/// use comity::source::FileId;
/// use comity::syntax::{parse, parse_without_examples};
/// let text = "ruleset a.b edition 1.\n\nexample \"one\":\n  given {}.\n\nrule 1:\n  must a.\n";
/// assert_eq!(parse(FileId(0), text).file.blocks.len(), 3);
/// assert_eq!(parse_without_examples(FileId(0), text).file.blocks.len(), 2);
/// ```
#[must_use]
pub fn parse_without_examples(file: FileId, text: &str) -> Parsed {
    assemble(file, text, tokenize_parts(file, text, without_examples(text).into_iter()))
}

/// Reads the sentences of these tokens.
fn assemble(file: FileId, text: &str, lexed: Tokens<'_>) -> Parsed {
    let mut assembly = Assembly::new(file, text, lexed.errors);
    for sentence in split(&lexed.tokens) {
        assembly.sentence(sentence);
    }
    let (tree, errors) = assembly.finish();
    Parsed { file: tree, comments: lexed.comments, errors: in_order(errors) }
}

/// Errors by place, the first of them only if there are very many.
fn in_order(mut errors: Vec<SyntaxError>) -> Vec<SyntaxError> {
    errors.sort_by_key(|error| error.span().start);
    if let Some(span) = errors.get(limits::MAX_ERRORS).map(SyntaxError::span) {
        errors.truncate(limits::MAX_ERRORS);
        errors.push(SyntaxError::TooManyErrors { span });
    }
    errors
}
