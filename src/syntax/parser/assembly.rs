//! Puts sentences into blocks, and checks what may stand where and how often.

use super::Rule;
use super::depth::too_deep;
use super::grammar::Grammar;
use super::reader::Reader;
use crate::source::{FileId, Span, Spanned};
use crate::syntax::ast::{Block, Clause, File};
use crate::syntax::error::SyntaxError;
use crate::syntax::expected::{grammar_error, meant};
use crate::syntax::limits::{MAX_ERRORS, MAX_SENTENCE_BYTES};
use crate::syntax::sentences::{self, BlockKind, Sentence, placement};
use crate::syntax::tokens::{Token, TokenKind};
use pest::Parser;
use pest::iterators::Pair;

/// The tree as far as it has been built, and the block that is being filled.
pub(super) struct Assembly<'t> {
    file: FileId,
    text: &'t str,
    tree: File,
    /// Faults of the lexical pass.
    lexical: Vec<SyntaxError>,
    errors: Vec<SyntaxError>,
    /// What the file is, once a head has told.
    kind: Option<BlockKind>,
    /// The block that the next clause is in. Unknown after a head that could not be read.
    block: Option<BlockKind>,
    /// Whether that block is in the tree.
    block_is_kept: bool,
    /// Clauses of the block that may not be repeated.
    seen: Vec<(&'static str, Span)>,
    started: bool,
}

impl<'t> Assembly<'t> {
    pub(super) fn new(file: FileId, text: &'t str, lexical: Vec<SyntaxError>) -> Self {
        Assembly {
            file,
            text,
            tree: File::default(),
            lexical,
            errors: Vec::new(),
            kind: None,
            block: None,
            block_is_kept: false,
            seen: Vec::new(),
            started: false,
        }
    }

    /// The tree and all errors.
    pub(super) fn finish(mut self) -> (File, Vec<SyntaxError>) {
        if !self.started && self.lexical.is_empty() {
            self.errors.push(SyntaxError::NoHeader { span: Span::new(self.file, 0, 0) });
        }
        self.errors.append(&mut self.lexical);
        (self.tree, self.errors)
    }

    /// Reads one sentence. Past the bound of faults nothing more is read.
    pub(super) fn sentence(&mut self, tokens: &[Token<'_>]) {
        if self.errors.len() > MAX_ERRORS {
            return;
        }
        let Some(first) = tokens.first() else { return };
        let form = match first.kind {
            TokenKind::Word => sentences::sentence(first.text),
            _ => None,
        };
        let Some(form) = form else { return self.unknown_sentence(first, tokens) };
        if !first.first_on_line {
            self.errors.push(SyntaxError::SentenceNotOnOwnLine { span: self.token_span(first) });
        }
        let opens = BlockKind::opened_by(form.word);
        self.check_header(opens, first);
        let read = self.read(form, tokens);
        match (opens, read) {
            (Some(kind), read) => self.open_block(kind, read, tokens),
            (None, Some((pair, base))) => self.add_clause(pair, base, tokens),
            (None, None) => {}
        }
    }

    fn token_span(&self, token: &Token<'_>) -> Span {
        Span::new(self.file, token.start, token.end())
    }

    fn sentence_span(&self, tokens: &[Token<'_>]) -> Span {
        let start = tokens.first().map_or(0, |token| token.start);
        let end = tokens.last().map_or(start, Token::end);
        Span::new(self.file, start, end)
    }

    /// The first sentence must say what the file is.
    fn check_header(&mut self, opens: Option<BlockKind>, first: &Token<'_>) {
        if !self.started && opens.is_none_or(|kind| kind.file() != kind) {
            self.errors.push(SyntaxError::NoHeader { span: self.token_span(first) });
        }
        self.started = true;
    }

    /// A line that begins with no known word. If it looks like a head, what follows is not blamed.
    fn unknown_sentence(&mut self, first: &Token<'_>, tokens: &[Token<'_>]) {
        let meant = meant(first.text, sentences::first_words());
        let opens = meant.and_then(BlockKind::opened_by);
        let is_head = tokens.last().is_some_and(|last| last.is(":"));
        if opens.is_some() || is_head || !self.started {
            self.kind = self.kind.or(opens.map(BlockKind::file));
            self.block = opens;
            self.block_is_kept = false;
            self.seen.clear();
        }
        self.started = true;
        if first.kind == TokenKind::Faulty {
            return;
        }
        let advice = match meant {
            Some(meant) => format!("`{meant}` was probably meant"),
            None => "a sentence begins with a reserved word such as `must`, `unless` or `title`; \
                     if this line goes on from the one before, take out the full stop there"
                .to_owned(),
        };
        let word = shorten(first.text);
        let span = self.token_span(first);
        self.errors.push(SyntaxError::UnknownSentence { word, advice, span });
    }

    /// Reads a sentence by the grammar. Answers nothing if that failed, which is then reported.
    fn read(&mut self, form: &Sentence, tokens: &[Token<'_>]) -> Option<(Pair<'t, Rule>, usize)> {
        let span = self.sentence_span(tokens);
        if span.range().len() > MAX_SENTENCE_BYTES {
            let span = tokens.first().map_or(span, |first| self.token_span(first));
            self.errors.push(SyntaxError::SentenceTooLong { span });
            return None;
        }
        if tokens.iter().any(|token| token.kind == TokenKind::Faulty) {
            return None;
        }
        if let Some(error) = too_deep(self.file, tokens) {
            self.errors.push(error);
            return None;
        }
        let text = self.text.get(span.range())?;
        match Grammar::parse(form.rule, text) {
            Ok(mut pairs) => Some((pairs.next()?, span.range().start)),
            Err(error) => {
                self.errors.push(grammar_error(self.file, form, tokens, &error));
                None
            }
        }
    }

    fn open_block(
        &mut self,
        kind: BlockKind,
        read: Option<(Pair<'_, Rule>, usize)>,
        tokens: &[Token<'_>],
    ) {
        let word = tokens.first().map_or(self.sentence_span(tokens), |t| self.token_span(t));
        self.block = Some(kind);
        self.block_is_kept = false;
        self.seen.clear();
        let placed = self.check_block(kind, word);
        let Some((pair, base)) = read else { return };
        let mut reader = Reader::new(self.file, base);
        let span = reader.span(&pair);
        let head = reader.head(pair);
        if head.is_none() {
            reader.never_silent(span);
        }
        let clean = reader.errors.is_empty();
        self.errors.append(&mut reader.errors);
        let Some(head) = head else { return self.not_understood(tokens) };
        if placed && clean {
            self.tree.blocks.push(Block { head: Spanned::new(head, span), clauses: Vec::new() });
            self.block_is_kept = true;
        }
    }

    /// Whether a block of that kind may stand here.
    fn check_block(&mut self, kind: BlockKind, span: Span) -> bool {
        let file = *self.kind.get_or_insert(kind.file());
        let second_header = kind.file() == kind && (kind != file || self.has_header());
        if kind.file() == file && !second_header {
            return true;
        }
        self.errors.push(SyntaxError::MisplacedBlock {
            block: kind.word(),
            kind: file.file_name(),
            advice: if second_header {
                "each ruleset, vocabulary and set of jurisdictions is a file of its own"
            } else {
                kind.belongs()
            },
            span,
        });
        false
    }

    fn has_header(&self) -> bool {
        !self.tree.blocks.is_empty()
    }

    fn add_clause(&mut self, pair: Pair<'_, Rule>, base: usize, tokens: &[Token<'_>]) {
        let mut reader = Reader::new(self.file, base);
        let place = reader.span(&pair);
        let clause = reader.clause(pair);
        if clause.is_none() {
            reader.never_silent(place);
        }
        let clean = reader.errors.is_empty();
        self.errors.append(&mut reader.errors);
        let Some(clause) = clause else { return self.not_understood(tokens) };
        let word = tokens.first().map_or(self.sentence_span(tokens), |t| self.token_span(t));
        if self.check_clause(&clause, word) && clean && self.block_is_kept {
            let span = self.sentence_span(tokens);
            if let Some(block) = self.tree.blocks.last_mut() {
                block.clauses.push(Spanned::new(clause, span));
            }
        }
    }

    /// The grammar took a sentence that the reader could not. No sentence is ever dropped silently.
    fn not_understood(&mut self, tokens: &[Token<'_>]) {
        self.errors.push(SyntaxError::Unexpected {
            expected: "a sentence of the language reference".to_owned(),
            found: "another one".to_owned(),
            advice: "this is a fault of the program: please report it with this sentence"
                .to_owned(),
            span: self.sentence_span(tokens),
        });
    }

    /// Whether a clause may stand in the block, and is not there already.
    fn check_clause(&mut self, clause: &Clause, span: Span) -> bool {
        let Some(block) = self.block else { return true };
        let placement = placement(clause);
        if !placement.blocks.contains(&block) {
            self.errors.push(SyntaxError::MisplacedSentence {
                sentence: placement.name,
                block: block.name(),
                places: join(placement.blocks.iter().map(|block| block.name())),
                span,
            });
            return false;
        }
        if placement.many {
            return true;
        }
        let earlier = self.seen.iter().find(|(group, _)| *group == placement.group());
        if let Some((_, first)) = earlier {
            self.errors.push(SyntaxError::RepeatedSentence {
                sentence: placement.group_in_words(),
                block: block.name(),
                advice: placement.advice(),
                first: *first,
                span,
            });
            return false;
        }
        self.seen.push((placement.group(), span));
        true
    }
}

/// `a, b or c`
pub(in crate::syntax) fn join<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let parts: Vec<T> = parts.into_iter().collect();
    let mut sentence = String::new();
    for (index, part) in parts.iter().enumerate() {
        sentence.push_str(match index {
            0 => "",
            _ if index + 1 == parts.len() => " or ",
            _ => ", ",
        });
        sentence.push_str(part.as_ref());
    }
    sentence
}

/// A piece of the text short enough for a message.
pub(in crate::syntax) fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
