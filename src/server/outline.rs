//! The parts of a text: its outline, and what can be folded away.

use super::Server;
use super::documents::Document;
use super::meaning::title_of;
use super::protocol::Answer;
use crate::source::Span;
use crate::syntax::ast::{Block, Clause, Head, Spanned};
use serde_json::{Value, json};

// Kinds of the protocol.
const MODULE: u8 = 2;
const FIELD: u8 = 8;
const FUNCTION: u8 = 12;
const CONSTANT: u8 = 14;
const EVENT: u8 = 24;
const CLASS: u8 = 5;

impl Server {
    pub(super) fn outline(&self, params: &Value) -> Answer {
        let document = self.document(params)?;
        let blocks = &self.documents.parsed(document).file.blocks;
        Ok(blocks.iter().map(|block| self.part(document, block)).collect())
    }

    fn part(&self, document: &Document, block: &Block) -> Value {
        let (name, kind) = match &block.head.node {
            Head::Ruleset { id, .. } => (format!("ruleset {}", id.node), MODULE),
            Head::Vocabulary { name, .. } => (format!("vocabulary {}", name.node), MODULE),
            Head::Jurisdictions { .. } => ("jurisdictions".to_owned(), MODULE),
            Head::Rule(number) => (format!("rule {}", number.node), FUNCTION),
            Head::Example(name) => (format!("example {}", name.node), EVENT),
            Head::Profile(name) => (format!("profile {}", name.node), EVENT),
            Head::Fact(path) => (path.node.clone(), FIELD),
            Head::Field(path) => (path.node.clone(), FIELD),
            Head::Jurisdiction(code) => (code.node.clone(), CLASS),
        };
        let parts = block.clauses.iter().filter_map(|clause| self.named_clause(document, clause));
        let detail = title_of(block).unwrap_or_default();
        let children: Vec<Value> = parts.collect();
        self.symbol(document, (&name, detail, kind), whole(block), block.head.span, children)
    }

    fn named_clause(&self, document: &Document, clause: &Spanned<Clause>) -> Option<Value> {
        let (name, kind) = match &clause.node {
            Clause::Term { name, .. } => (name, FUNCTION),
            Clause::Parameter { name, .. } => (name, CONSTANT),
            Clause::UsesRuleset { alias, .. } => (alias, MODULE),
            Clause::Role { name, .. } | Clause::Goal { name, .. } => (name, CLASS),
            _ => return None,
        };
        let told = (name.node.as_str(), "", kind);
        Some(self.symbol(document, told, clause.span, name.span, Vec::new()))
    }

    fn symbol(
        &self,
        document: &Document,
        (name, detail, kind): (&str, &str, u8),
        span: Span,
        chosen: Span,
        children: Vec<Value>,
    ) -> Value {
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        json!({
            // A client refuses an outline in which a name is empty.
            "name": if name.trim().is_empty() { "…" } else { name },
            "detail": detail,
            "kind": kind,
            "range": lines.range_of(text, span.to(chosen)).json(),
            "selectionRange": lines.range_of(text, chosen).json(),
            "children": children,
        })
    }
}

/// From the head of a block to its last sentence.
pub(super) fn whole(block: &Block) -> Span {
    block.clauses.iter().fold(block.head.span, |span, clause| span.to(clause.span))
}
