//! Builds the tree from a row of openings, scalars and closings; bounds it and refuses twins.

use super::error::{IngestError, shown};
use super::limits;
use super::tree::{Content, Entry, Mapping, Node, Scalar, Style};
use crate::source::Span;

/// A tree in the making.
#[derive(Default)]
pub(super) struct Builder {
    stack: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    errors: Vec<IngestError>,
}

/// A collection whose end has not come.
struct Open {
    span: Span,
    inside: Inside,
}

enum Inside {
    Sequence(Vec<Node>),
    Mapping { entries: Mapping, key: Option<Key> },
}

/// The key whose value comes next.
enum Key {
    Read(String, Span),
    Refused,
}

impl Builder {
    /// Reports a fault that leaves the rest readable.
    pub(super) fn report(&mut self, error: IngestError) {
        if self.errors.len() <= limits::ERRORS {
            self.errors.push(error);
        }
    }

    /// The tree, if it is whole, and what was reported.
    pub(super) fn finish(self) -> (Option<Node>, Vec<IngestError>) {
        (self.root, self.errors)
    }

    /// Opens a list.
    pub(super) fn open_sequence(&mut self, span: Span) -> Result<(), IngestError> {
        self.open(Open { span, inside: Inside::Sequence(Vec::new()) })
    }

    /// Opens a mapping.
    pub(super) fn open_mapping(&mut self, span: Span) -> Result<(), IngestError> {
        self.open(Open { span, inside: Inside::Mapping { entries: Mapping::new(), key: None } })
    }

    /// Closes the innermost collection; `end` is its closing bracket, if it has one.
    pub(super) fn close(&mut self, end: Option<Span>) {
        let Some(open) = self.stack.pop() else { return };
        let last = match &open.inside {
            Inside::Sequence(items) => items.last().map(|item| item.span),
            Inside::Mapping { entries, .. } => entries.last().map(|(_, entry)| entry.value.span),
        };
        let span = [end, last].into_iter().flatten().fold(open.span, Span::to);
        let content = match open.inside {
            Inside::Sequence(items) => Content::Sequence(items),
            Inside::Mapping { entries, .. } => Content::Mapping(entries),
        };
        self.add(Node { span, content });
    }

    /// Adds a scalar.
    pub(super) fn scalar(&mut self, scalar: Scalar, span: Span) -> Result<(), IngestError> {
        self.count(span)?;
        let span = self.place(&scalar, span);
        self.add(Node { span, content: Content::Scalar(scalar) });
        Ok(())
    }

    /// Adds something that was reported already.
    pub(super) fn refused(&mut self, span: Span) -> Result<(), IngestError> {
        self.count(span)?;
        self.add(Node { span, content: Content::Refused });
        Ok(())
    }

    fn open(&mut self, open: Open) -> Result<(), IngestError> {
        self.count(open.span)?;
        if self.stack.len() >= limits::DEPTH {
            return Err(IngestError::TooDeep { limit: limits::DEPTH, span: open.span });
        }
        self.stack.push(open);
        Ok(())
    }

    fn count(&mut self, span: Span) -> Result<(), IngestError> {
        self.nodes += 1;
        if self.nodes > limits::NODES {
            return Err(IngestError::TooManyValues { limit: limits::NODES, span });
        }
        Ok(())
    }

    /// Where a scalar stands; one that is left out stands at its key.
    fn place(&self, scalar: &Scalar, span: Span) -> Span {
        match self.stack.last().map(|open| &open.inside) {
            Some(Inside::Mapping { key: Some(Key::Read(_, key)), .. })
                if scalar.text.is_empty() && scalar.style == Style::Plain =>
            {
                *key
            }
            _ => span,
        }
    }

    fn add(&mut self, node: Node) {
        let Some(open) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut open.inside {
            Inside::Sequence(items) => items.push(node),
            Inside::Mapping { entries, key } => {
                if let Err(error) = add_to_mapping(entries, key, node) {
                    self.report(error);
                }
            }
        }
    }
}

fn add_to_mapping(
    entries: &mut Mapping,
    key: &mut Option<Key>,
    node: Node,
) -> Result<(), IngestError> {
    match key.take() {
        Some(Key::Read(name, span)) => add_entry(entries, name, Entry { key: span, value: node }),
        Some(Key::Refused) => Ok(()),
        None => {
            let (read, fault) = read_key(node);
            *key = Some(read);
            fault.map_or(Ok(()), Err)
        }
    }
}

fn add_entry(entries: &mut Mapping, name: String, entry: Entry) -> Result<(), IngestError> {
    if let Some(first) = entries.get(&name) {
        let (span, first) = (entry.key, first.key);
        return Err(IngestError::DuplicateKey { key: shown(&name), span, first });
    }
    entries.insert(name, entry);
    Ok(())
}

fn read_key(node: Node) -> (Key, Option<IngestError>) {
    let span = node.span;
    match node.content {
        Content::Scalar(scalar) if scalar.style == Style::Plain && scalar.text == "<<" => {
            (Key::Refused, Some(IngestError::MergeKey { span }))
        }
        Content::Scalar(scalar) => (Key::Read(scalar.text, span), None),
        Content::Refused => (Key::Refused, None),
        _ => (Key::Refused, Some(IngestError::ComplexKey { span })),
    }
}
