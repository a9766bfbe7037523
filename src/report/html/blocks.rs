//! The lines of a file that a rule or example is written in, from its head to its last sentence.

use crate::source::{FileId, SourceMap, Span};
use crate::syntax::parse;
use std::collections::BTreeMap;

/// Where blocks end, by where their heads begin.
#[derive(Debug, Clone, Default)]
pub(super) struct Blocks(BTreeMap<(FileId, u32), u32>);

impl Blocks {
    /// The blocks of those files.
    pub(super) fn of(sources: &SourceMap, files: impl IntoIterator<Item = FileId>) -> Blocks {
        let mut ends = BTreeMap::new();
        for id in files {
            let Some(file) = sources.get(id) else { continue };
            for block in parse(id, &file.text).file.blocks {
                let head = block.head.span;
                let end = block.clauses.last().map_or(head.end, |clause| clause.span.end);
                ends.insert((id, head.start), end);
            }
        }
        Blocks(ends)
    }

    /// The text of the block with that head, with the comments and line breaks of the file.
    pub(super) fn text<'s>(&self, sources: &'s SourceMap, head: Span) -> &'s str {
        let end = self.0.get(&(head.file, head.start)).copied().unwrap_or(head.end);
        sources.slice(Span { end, ..head }).trim_end()
    }
}
