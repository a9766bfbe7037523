//! What can be folded away: blocks, long sentences, comments in a row.

use super::Server;
use super::outline::whole;
use super::protocol::Answer;
use serde_json::{Value, json};

impl Server {
    pub(super) fn folding(&self, params: &Value) -> Answer {
        let document = self.document(params)?;
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        let parsed = self.documents.parsed(document);
        let blocks = parsed.file.blocks.iter();
        let spans = blocks.flat_map(|block| {
            std::iter::once(whole(block)).chain(block.clauses.iter().map(|clause| clause.span))
        });
        let of_span = |span| {
            let range = lines.range_of(text, span);
            (range.start.line, range.end.line)
        };
        let mut folds: Vec<(u32, u32, Option<&str>)> =
            spans.map(of_span).map(|(start, end)| (start, end, None)).collect();
        let own_lines = parsed.comments.iter().filter(|comment| comment.own_line);
        let rows: Vec<u32> = own_lines.map(|comment| of_span(comment.span).0).collect();
        let groups = rows.chunk_by(|one, two| one.saturating_add(1) == *two);
        let ends = groups.filter_map(|group| Some((*group.first()?, *group.last()?)));
        folds.extend(ends.map(|(start, end)| (start, end, Some("comment"))));
        folds.retain(|(start, end, _)| start < end);
        let json = |(start, end, kind): (u32, u32, Option<&str>)| match kind {
            Some(kind) => json!({ "startLine": start, "endLine": end, "kind": kind }),
            None => json!({ "startLine": start, "endLine": end }),
        };
        Ok(folds.into_iter().map(json).collect())
    }
}
