//! What a manifest expects of itself: `x_expect: [{in, on, with, evidence, verdicts}]`.
//!
//! Checks ignore it, as they do every key that starts with `x_`; `comity test` reads it.

use super::fields::join;
use super::reading::{Reading, in_order};
use super::shapes::{read_mapping, read_sequence, read_string};
use super::statement::check_keys;
use super::tree::{Content, Mapping, Node};
use super::values::read_date;
use super::{IngestError, json, read_tree, text};
use crate::model::law::Law;
use crate::source::Span;
use jiff::civil::Date;

/// The key of the manifest that holds them.
const KEY: &str = "x_expect";

const KEYS: &[&str] = &["in", "on", "with", "verdicts"];

/// One check, and the verdicts that must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Codes or names of jurisdictions.
    pub places: Vec<String>,
    /// Day of the check.
    pub on: Date,
    /// Rulesets to apply beside the law.
    pub with: Vec<String>,
    /// Full ids of rules with the words of their verdicts, and where they stand.
    pub verdicts: Vec<(String, String, Span)>,
}

/// Reads the cases of a manifest; none, where it has no `x_expect`.
///
/// # Errors
///
/// What keeps the text from being read, and every fault of the cases.
pub fn read_expectations(
    law: &Law,
    name: &str,
    bytes: &[u8],
) -> Result<Vec<Case>, Vec<IngestError>> {
    let text = text::decode(bytes).map_err(|error| vec![error])?;
    let (tree, faults) = read_tree(json::is_json(name, text), text);
    let Some(Node { content: Content::Mapping(root), .. }) = &tree else {
        return if faults.is_empty() { Ok(Vec::new()) } else { Err(in_order(faults)) };
    };
    let mut reading = Reading::new(law, faults);
    let cases = read_cases(&mut reading, root);
    let (errors, _) = reading.finish();
    if errors.is_empty() { Ok(cases) } else { Err(errors) }
}

fn read_cases(reading: &mut Reading<'_>, root: &Mapping) -> Vec<Case> {
    let Some(entry) = root.get(KEY) else { return Vec::new() };
    let nodes = read_sequence(reading, KEY, "a list of checks", &entry.value);
    nodes.unwrap_or_default().iter().filter_map(|node| read_case(reading, node)).collect()
}

fn read_case(reading: &mut Reading<'_>, node: &Node) -> Option<Case> {
    let mapping = read_mapping(reading, KEY, node)?;
    check_keys(reading, mapping, KEYS, KEY, "in an expected check");
    let places = read_words(reading, mapping, "in", node.span);
    let with = match mapping.contains_key("with") {
        true => read_words(reading, mapping, "with", node.span),
        false => Some(Vec::new()),
    };
    let on = required(reading, mapping, "on", node.span)
        .and_then(|day| read_date(reading, &join(KEY, "on"), day));
    let verdicts = required(reading, mapping, "verdicts", node.span)
        .and_then(|verdicts| read_verdicts(reading, verdicts));
    Some(Case { places: places?, on: on?, with: with?, verdicts: verdicts? })
}

fn required<'m>(
    reading: &mut Reading<'_>,
    mapping: &'m Mapping,
    key: &str,
    span: Span,
) -> Option<&'m Node> {
    if !mapping.contains_key(key) {
        let (key, what) = (key.to_owned(), "an expected check".to_owned());
        reading.report(IngestError::MissingKey { key, what, span });
    }
    mapping.get(key).map(|entry| &entry.value)
}

fn read_words(
    reading: &mut Reading<'_>,
    mapping: &Mapping,
    key: &str,
    span: Span,
) -> Option<Vec<String>> {
    let list = required(reading, mapping, key, span)?;
    let words = read_sequence(reading, &join(KEY, key), "a list of names", list)?;
    let read =
        |word: &Node| read_string(reading, &join(KEY, key), "a name", word).map(str::to_owned);
    words.iter().map(read).collect()
}

fn read_verdicts(reading: &mut Reading<'_>, node: &Node) -> Option<Vec<(String, String, Span)>> {
    let what = join(KEY, "verdicts");
    let verdicts = read_mapping(reading, &what, node)?;
    let mut read = Vec::new();
    for (rule, entry) in verdicts {
        let verdict = read_string(reading, &what, "a verdict", &entry.value)?;
        read.push((rule.clone(), verdict.to_owned(), entry.key));
    }
    Some(read)
}
