//! From tree to text, in the one canonical layout.

mod clauses;
mod comments;
mod conditions;
mod document;
mod values;

use super::Comment;
use super::ast::{Block, Clause, File, Head};
use super::error::SyntaxError;
use super::parser::parse;
use crate::source::{FileId, Span};
use comments::Comments;
use document::{Document, nested, render, text};

/// Lays a text out in the canonical way. Comments are kept, and the meaning is the same.
///
/// ```
/// let text = "jurisdictions edition 1. -- demo\njurisdiction NL:\nwithin   EU.";
/// let laid_out = "jurisdictions edition 1.  -- demo\n\njurisdiction NL:\n  within EU.\n";
/// assert_eq!(comity::syntax::format(text).as_deref(), Ok(laid_out));
/// ```
///
/// # Errors
///
/// All faults of the text, if it has any: a text that is not understood is left alone.
pub fn format(text: &str) -> Result<String, Vec<SyntaxError>> {
    let parsed = parse(FileId(0), text);
    if parsed.errors.is_empty() {
        Ok(print(&parsed.file, &parsed.comments))
    } else {
        Err(parsed.errors)
    }
}

/// Writes a tree as text. The comments must be those of the text that the tree was read from.
#[must_use]
pub fn print(file: &File, comments: &[Comment]) -> String {
    let mut printer = Printer { comments: Comments::new(comments) };
    let mut output = render(&printer.file(file));
    if !output.is_empty() {
        output.push('\n');
    }
    output
}

/// Writes parts of the tree in the order of the text, and the comments between them.
struct Printer<'c> {
    comments: Comments<'c>,
}

impl Printer<'_> {
    fn file(&mut self, file: &File) -> Document {
        let mut parts = Vec::new();
        for (index, block) in file.blocks.iter().enumerate() {
            parts.push(match index {
                0 => self.comments.at_start(block.head.span),
                _ => self.comments.between(block.head.span, true),
            });
            parts.push(self.block(block));
            let next = file.blocks.get(index + 1).map(|next| next.head.span);
            parts.push(self.comments.behind(next));
            parts.push(self.comments.below(next));
        }
        parts.push(self.comments.at_end());
        Document::Row(parts)
    }

    fn block(&mut self, block: &Block) -> Document {
        let mut parts = vec![head(&block.head.node)];
        let mut before = Section::Plain;
        for clause in &block.clauses {
            let section = Section::of(&clause.node);
            parts.push(self.comments.behind(Some(clause.span)));
            let gap = self.comments.between(clause.span, section != before);
            let sentence = self.clause(&clause.node);
            let both = vec![gap, sentence];
            parts.push(if section.is_indented() { nested(both) } else { Document::Row(both) });
            before = section;
        }
        Document::Row(parts)
    }

    /// `usual` before the construct at `span`, or the comments that stood there.
    fn gap(&mut self, span: Span, usual: Document) -> Document {
        self.comments.gap(span, usual)
    }
}

/// Clauses that stand together, set off from others by an empty line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Plain,
    Terms,
    Parameters,
    Roles,
    Goals,
}

impl Section {
    fn of(clause: &Clause) -> Section {
        match clause {
            Clause::Term { .. } => Section::Terms,
            Clause::Parameter { .. } => Section::Parameters,
            Clause::Role { .. } => Section::Roles,
            Clause::Goal { .. } => Section::Goals,
            _ => Section::Plain,
        }
    }

    /// Roles and goals stand like declarations, at the margin.
    fn is_indented(self) -> bool {
        !matches!(self, Section::Roles | Section::Goals)
    }
}

fn head(head: &Head) -> Document {
    text(match head {
        Head::Ruleset { id, edition } => format!("ruleset {} edition {}.", id.node, edition.node),
        Head::Vocabulary { name, edition } => {
            format!("vocabulary {} edition {}.", name.node, edition.node)
        }
        Head::Jurisdictions { edition } => format!("jurisdictions edition {}.", edition.node),
        Head::Rule(id) => format!("rule {}:", id.node),
        Head::Example(name) => format!("example {}:", values::quoted(&name.node)),
        Head::Profile(name) => format!("profile {}:", values::quoted(&name.node)),
        Head::Fact(path) => format!("fact {}:", path.node),
        Head::Field(path) => format!("field {}:", path.node),
        Head::Jurisdiction(code) => format!("jurisdiction {}:", code.node),
    })
}
