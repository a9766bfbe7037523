//! What is each word of a text, for colouring?

use super::Server;
use super::names::{Occurrence, Symbol};
use super::protocol::Answer;
use crate::syntax::{FORMS, Piece, PieceKind, WORDS, pieces};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ops::Range;

/// Kinds of tokens, by the names that the protocol knows.
const TYPES: [&str; 11] = [
    "keyword",
    "comment",
    "string",
    "number",
    "property",
    "enumMember",
    "variable",
    "function",
    "namespace",
    "parameter",
    "type",
];

const DECLARATION: u32 = 1;

/// Words of the language that are no names, beside those that forms begin with.
const OTHERS: &str = "of at least most more less than before after on or where as by the market \
    placing making available means read edition true false yes permitted followed deemed exempt \
    needs judgement known en fr nl applicable law standard code guidance principle scheme proposal \
    seen secondary unverified one set list duration date text url version language country \
    territory money whole number languages countries reference with vocabulary ruleset to \
    declaration laboratory document";

pub(super) fn legend() -> Value {
    json!({ "tokenTypes": TYPES, "tokenModifiers": ["declaration"] })
}

impl Server {
    pub(super) fn semantic_tokens(&self, params: &Value) -> Answer {
        let document = self.document(params)?;
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        let mut data = Vec::new();
        let mut last = (0, 0);
        for (bytes, kind, modifiers) in self.tokens(text, &self.names(document)) {
            let range = lines.range(text, bytes);
            let (line, character) = (range.start.line, range.start.character);
            // A token stays on its line: the protocol knows no other.
            let Some(length) = range.end.character.checked_sub(character) else { continue };
            if range.end.line != line || (line, character) < last {
                continue;
            }
            let column = if line == last.0 { character - last.1 } else { character };
            data.extend([line - last.0, column, length, kind, modifiers]);
            last = (line, character);
        }
        Ok(json!({ "data": data }))
    }

    fn tokens(&self, text: &str, names: &[Occurrence]) -> Vec<(Range<usize>, u32, u32)> {
        let reserved = reserved();
        let mut named = names.iter().peekable();
        let mut tokens = Vec::new();
        for piece in pieces(text) {
            while named.next_if(|one| one.span.range().start < piece.bytes.start).is_some() {}
            let is_named = named.peek().is_some_and(|one| one.span.range().end <= piece.bytes.end);
            let word = text.get(piece.bytes.clone()).unwrap_or("");
            if is_named && piece.kind == PieceKind::Word {
                while let Some(one) = named.next_if(|one| one.span.range().end <= piece.bytes.end) {
                    let modifiers = if one.declares { DECLARATION } else { 0 };
                    tokens.push((one.span.range(), kind_of(&one.symbol), modifiers));
                }
            } else if let Some(kind) = kind_of_piece(&piece, word, &reserved) {
                tokens.push((piece.bytes, kind, 0));
            }
        }
        tokens
    }
}

fn reserved() -> BTreeSet<&'static str> {
    let forms = FORMS.iter().flat_map(|form| form.words.split(' '));
    let words = WORDS.iter().map(|(word, _)| *word);
    forms.chain(words).chain(OTHERS.split_whitespace()).collect()
}

fn kind_of_piece(piece: &Piece, word: &str, reserved: &BTreeSet<&str>) -> Option<u32> {
    let name = match piece.kind {
        PieceKind::Comment => "comment",
        PieceKind::Text | PieceKind::Address => "string",
        PieceKind::Word if reserved.contains(word) => "keyword",
        PieceKind::Word
            if word.starts_with(|first: char| first.is_ascii_digit() || first == '-') =>
        {
            "number"
        }
        _ => return None,
    };
    index(name)
}

fn kind_of(symbol: &Symbol) -> u32 {
    let name = match symbol {
        Symbol::Fact(_) | Symbol::Field(_) => "property",
        Symbol::Value { .. } | Symbol::Place(_) => "enumMember",
        Symbol::Term(..) | Symbol::Rule { .. } => "function",
        Symbol::Parameter(..) => "parameter",
        Symbol::Item { .. } => "variable",
        Symbol::Alias(..) | Symbol::Ruleset(..) => "namespace",
        Symbol::Role(_) | Symbol::Goal(_) => "type",
        Symbol::Example(..) => "string",
    };
    index(name).unwrap_or_default()
}

fn index(name: &str) -> Option<u32> {
    TYPES.iter().position(|own| *own == name).and_then(|index| u32::try_from(index).ok())
}
