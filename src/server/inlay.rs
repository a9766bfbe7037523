//! What does a rule have from its header? Its dates, beside its number.

use super::Server;
use super::protocol::{Answer, Failure, Range};
use crate::syntax::ast::{Block, Clause, Head};
use serde_json::{Value, json};

impl Server {
    pub(super) fn inlay_hints(&self, params: &Value) -> Answer {
        let document = self.document(params)?;
        let missing = || Failure::wrong_params("the request names no place: `range`");
        let wanted = params.get("range").and_then(Range::read).ok_or_else(missing)?;
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        let blocks = &self.documents.parsed(document).file.blocks;
        let Some((header, rest)) = blocks.split_first() else { return Ok(json!([])) };
        let rules = rest.iter().filter(|block| matches!(block.head.node, Head::Rule(_)));
        let hints = rules.filter_map(|rule| {
            let range = lines.range_of(text, rule.head.span);
            let words = self.inherited(header, rule);
            let is_shown = range.touches(wanted) && !words.is_empty();
            is_shown.then(|| {
                json!({
                    "position": range.end.json(),
                    "label": words.join(", "),
                    "paddingLeft": true,
                    "tooltip": "from the header of the ruleset",
                })
            })
        });
        Ok(hints.collect())
    }

    /// The dates of the header that the rule does not replace, as they are written.
    fn inherited(&self, header: &Block, rule: &Block) -> Vec<String> {
        let kinds: [fn(&Clause) -> bool; 2] = [
            |clause| matches!(clause, Clause::InForce(_)),
            |clause| matches!(clause, Clause::Triggered { .. }),
        ];
        let open = kinds.into_iter().filter(|is_such| !rule.says(is_such));
        let said = open.filter_map(|is_such| {
            let clause = header.clauses.iter().find(|clause| is_such(&clause.node))?;
            let words = self.documents.slice(clause.span).trim_end().trim_end_matches('.');
            Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
        });
        said.collect()
    }
}
