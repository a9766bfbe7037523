//! A text with the examples that were proposed for it.

use super::Proposal;
use crate::syntax::{SyntaxError, format};

/// The text with all of them, each after its sentence, laid out in the canonical way.
///
/// # Errors
///
/// The faults of a text that cannot be read.
pub fn written(text: &str, proposals: &[Proposal]) -> Result<String, Vec<SyntaxError>> {
    let mut all: Vec<&Proposal> = proposals.iter().collect();
    // What an example expects stays with it, before any new one that follows.
    all.sort_by_key(|proposal| (proposal.after.end, proposal.is_new));
    let mut out = String::new();
    let mut done = 0;
    for proposal in all {
        let at = line_end(text, proposal.after.end as usize);
        out.push_str(text.get(done..at).unwrap_or_default());
        out.push_str(&lines(proposal));
        done = at.max(done);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    format(&out)
}

fn line_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.find('\n').unwrap_or(rest.len())
}

fn lines(proposal: &Proposal) -> String {
    let head = match proposal.is_new {
        true => format!("\n\n{}", proposal.head()),
        false => String::new(),
    };
    let sentences = proposal.sentences.iter().map(|sentence| format!("\n  {sentence}"));
    sentences.fold(head, |all, sentence| all + &sentence)
}

impl Proposal {
    /// `example "one shared password":`
    #[must_use]
    pub fn head(&self) -> String {
        let name = self.example.replace('\\', "\\\\").replace('"', "\\\"");
        format!("example \"{name}\":")
    }
}
