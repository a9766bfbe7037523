//! Which diagnostics can be mended by a stroke, and how?

use super::Server;
use super::documents::Document;
use super::lines::Lines;
use super::outline::whole;
use super::protocol::{Answer, Failure, Range};
use crate::fault::{Fault, FaultKind};
use crate::report::lint::notice::Notice;
use crate::resolve::ResolveError;
use crate::source::Span;
use crate::syntax::ast::{Block, Modality};
use crate::syntax::{SyntaxError, sentences};
use serde_json::{Value, json};
use std::ops::Range as Bytes;

/// A change of some bytes, with what it is called.
struct Remedy {
    title: String,
    bytes: Bytes<usize>,
    new: String,
}

impl Remedy {
    fn new(
        title: impl Into<String>,
        bytes: Bytes<usize>,
        new: impl Into<String>,
    ) -> Option<Remedy> {
        Some(Remedy { title: title.into(), bytes, new: new.into() })
    }
}

impl Server {
    pub(super) fn actions(&self, params: &Value) -> Answer {
        let uri = super::protocol::uri_of(params)?;
        let document = self.document(params)?;
        let missing = || Failure::wrong_params("the request names no place: `range`");
        let wanted = params.get("range").and_then(Range::read).ok_or_else(missing)?;
        let Some(checked) = self.checked.get(uri) else { return Ok(json!([])) };
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        let is_here = |span: Span| lines.range_of(text, span).touches(wanted);
        let faults = checked.faults.iter().filter(|fault| is_here(fault.kind.span()));
        let faults = faults.filter_map(|fault| {
            let remedy = self.remedy(document, text, fault)?;
            Some(of_remedy(uri, (text, lines), self.of_fault(uri, document, fault), remedy))
        });
        let is_notice_here =
            |notice: &&Notice| notice.labels.first().is_some_and(|(span, _)| is_here(*span));
        let notices = checked.notices.iter().filter(is_notice_here).filter_map(|notice| {
            let remedy = remedy_of_notice(text, notice)?;
            Some(of_remedy(uri, (text, lines), self.of_notice(uri, document, notice), remedy))
        });
        Ok(faults.chain(notices).collect())
    }

    fn remedy(&self, document: &Document, text: &str, fault: &Fault) -> Option<Remedy> {
        match &fault.kind {
            FaultKind::Syntax(fault) => of_syntax(text, fault),
            FaultKind::Resolve(fault) => {
                of_resolve(text, fault, &self.documents.parsed(document).file.blocks)
            }
            FaultKind::Ingest(_) => None,
        }
    }
}

/// An action as the client shows it.
fn of_remedy(uri: &str, (text, lines): (&str, &Lines), diagnostic: Value, remedy: Remedy) -> Value {
    let Remedy { title, bytes, new } = remedy;
    let edit = json!({ "range": lines.range(text, bytes).json(), "newText": new });
    json!({
        "title": title,
        "kind": "quickfix",
        "isPreferred": true,
        "diagnostics": [diagnostic],
        "edit": { "changes": { uri: [edit] } },
    })
}

fn of_syntax(text: &str, fault: &SyntaxError) -> Option<Remedy> {
    let bytes = fault.span().range();
    let written = text.get(bytes.clone())?;
    let end = bytes.end;
    match fault {
        SyntaxError::UnknownSentence { advice, .. } | SyntaxError::Unexpected { advice, .. } => {
            let meant = between(advice, "`", "` was probably meant")?;
            Remedy::new(format!("Write `{meant}`"), bytes, meant)
        }
        SyntaxError::MissingFullStop { .. } => Remedy::new("Add the full stop", end..end, "."),
        SyntaxError::MissingColon { .. } => Remedy::new("Add the colon", end..end, ":"),
        SyntaxError::CurlyQuotes { .. } => {
            let inside = written.trim_matches(['“', '”', '„', '‟', '«', '»', '"']);
            Remedy::new("Write straight quotes", bytes, format!("\"{inside}\""))
        }
        SyntaxError::UnclosedQuote { .. } => {
            let inside = written.trim_end_matches(['.', '”', '“', '„', '\\']);
            let closed = if inside.len() > 1 { inside } else { return None };
            Remedy::new("Close the quote", bytes, format!("{closed}\"."))
        }
        SyntaxError::ForbiddenCharacter { .. } => Remedy::new("Take it out", bytes, ""),
        SyntaxError::UnknownEscape { character, .. } => {
            Remedy::new("Take the backslash out", bytes, character.to_string())
        }
        SyntaxError::SentenceNotOnOwnLine { .. } => {
            Remedy::new("Start a new line", bytes.start..bytes.start, "\n  ")
        }
        SyntaxError::LabelOutOfOrder { expected, .. } => {
            let label = between(expected, "`", "`").filter(|_| !expected.contains(" or "))?;
            Remedy::new(format!("Write {label}"), bytes, label)
        }
        _ => None,
    }
}

fn of_resolve(text: &str, fault: &ResolveError, blocks: &[Block]) -> Option<Remedy> {
    let bytes = fault.span().range();
    let written = text.get(bytes.clone())?;
    match fault {
        ResolveError::UnknownName { name, help, .. } => {
            let meant = between(help, "did the text mean `", "`?")?;
            // Of `p.schema` the field alone is wrong, of `"a"` what stands in the quotes.
            let start = bytes.start + written.rfind(name.as_str())?;
            Remedy::new(format!("Write `{meant}`"), start..start + name.len(), meant)
        }
        ResolveError::UnknownValue { help, .. } => {
            let meant = between(help, "did the text mean `", "`?")?;
            let quoted =
                if written.starts_with('"') { format!("\"{meant}\"") } else { meant.to_owned() };
            Remedy::new(format!("Write `{meant}`"), bytes, quoted)
        }
        ResolveError::MissingClause { help, .. } => {
            let sentence = between(help, ": `", ".`")?;
            let block = blocks.iter().find(|block| block.head.span == fault.span())?;
            let end = whole(block).range().end;
            let after = block.clauses.first().map_or(end, |_| bytes.end);
            let new = format!("\n  {sentence}.");
            Remedy::new(format!("Add `{sentence}.`"), after..after, new)
        }
        ResolveError::InsteadModality { .. } => {
            let block = blocks.iter().find(|block| whole(block).range().contains(&bytes.start))?;
            let word = block.clauses.iter().find_map(|clause| match &clause.node {
                crate::syntax::ast::Clause::Norm(norm) => Some(word_of(norm.modality.node)),
                _ => None,
            })?;
            Remedy::new(format!("Write `instead {word}`"), bytes, word)
        }
        _ => None,
    }
}

fn word_of(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "must",
        Modality::Should => "should",
        Modality::May => "may",
    }
}

/// What is for nothing can be taken out.
fn remedy_of_notice(text: &str, notice: &Notice) -> Option<Remedy> {
    let title = match notice.code.as_str() {
        "comity::lint::unused_term" => "Take the sentence out",
        "comity::lint::unused_allow" => "Take the `allow` out",
        _ => return None,
    };
    let (span, _) = notice.labels.first()?;
    let at = span.range().start;
    let sentence = sentences(text).into_iter().find_map(|sentence| {
        let bytes = sentence.first()?.bytes.start..sentence.last()?.bytes.end;
        bytes.contains(&at).then_some(bytes)
    })?;
    // With the blanks before it and its line end, if it has the lines to itself.
    let before = text.get(..sentence.start)?.trim_end_matches([' ', '\t']).len();
    let after = text.get(sentence.end..)?;
    let rest = after.trim_start_matches([' ', '\t', '\r']);
    let is_alone = before == 0 || text.get(..before)?.ends_with('\n');
    match rest.strip_prefix('\n') {
        Some(rest) if is_alone => Remedy::new(title, before..text.len() - rest.len(), ""),
        _ => Remedy::new(title, sentence, ""),
    }
}

/// What stands between two texts, the first time both do.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let end = text.find(after).filter(|_| after != before);
    let end = end.or_else(|| text.rfind(after))?;
    let head = text.get(..end)?;
    let start = if before == "`" { head.rfind(before) } else { head.find(before) }?;
    head.get(start + before.len()..)
}
