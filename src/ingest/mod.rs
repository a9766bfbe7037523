//! From the text of a manifest to its facts: a strict subset of YAML, or JSON.
//!
//! Bytes become text (`text`), text a tree of values with places (`yaml`, `json`, `builder`),
//! and the tree becomes statements about facts (`fields`, `statement`, `values`) and judgements.
//! Every fault that does not hide another is reported in one run.

mod answer;
mod builder;
mod error;
mod expectations;
mod explanations;
mod fields;
mod formats;
mod json;
mod judgements;
pub mod limits;
mod plain;
pub mod quick;
mod quoted;
mod reading;
mod shapes;
mod statement;
mod text;
mod tree;
mod values;
mod weight;
mod yaml;

pub use answer::{answer_value, yes_or_no};
pub use error::IngestError;
pub use expectations::{Case, read_expectations};
pub use explanations::EXPLANATIONS;
pub use quoted::quoted;
pub use text::source_file;

use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::vocabulary::FactId;
use crate::source::{FileId, SourceFile, Span};
use builder::Builder;
use fields::{Scope, Statements, read_keys};
use judgements::read_judgements;
use plain::{Plain, classify};
use reading::{Reading, in_order};
use statement::Basis;
use tree::{Content, Mapping, Node, Style};

/// The key of the format's version, and the one version there is.
const FORMAT: (&str, &str) = ("comity", "1");

/// Reads a manifest against the vocabulary, the territories and the rules of a law.
///
/// A `name` that ends in `.json`, or a text that is a JSON object, is read as JSON; all else as
/// YAML. The name is only shown, never opened.
///
/// ```
/// use comity::ingest::read_manifest;
/// use comity::model::law::Law;
/// let law = Law::default();
/// assert!(read_manifest(&law, "lock.yaml", b"comity: 1\nx_note: kept, and ignored\n").is_ok());
/// assert!(read_manifest(&law, "lock.yaml", b"comity: 1\nx_note: *alias\n").is_err());
/// ```
///
/// # Errors
///
/// Every independent fault, in the order of the text; their spans point into [`source_file`].
pub fn read_manifest(law: &Law, name: &str, bytes: &[u8]) -> Result<Manifest, Vec<IngestError>> {
    let text = text::decode(bytes).map_err(|error| vec![error])?;
    read_text(law, name, text, json::is_json(name, text))
}

/// Reads a manifest that is JSON, whatever its name.
///
/// # Errors
///
/// Every independent fault, in the order of the text; their spans point into [`source_file`].
pub fn read_json(law: &Law, name: &str, bytes: &[u8]) -> Result<Manifest, Vec<IngestError>> {
    let text = text::decode(bytes).map_err(|error| vec![error])?;
    read_text(law, name, text, true)
}

fn read_text(
    law: &Law,
    name: &str,
    text: &str,
    is_json: bool,
) -> Result<Manifest, Vec<IngestError>> {
    let (tree, faults) = read_tree(is_json, text);
    let Some(tree) = tree else { return Err(in_order(faults)) };
    let mut reading = Reading::new(law, faults);
    let read = read_root(&mut reading, &tree);
    let (mut errors, extensions) = reading.finish();
    if !is_json && errors.is_empty() {
        errors.extend(yaml::find_difference(text, &tree));
    }
    match read {
        Some((facts, judgements)) if errors.is_empty() => {
            let facts = facts.into_iter().map(|(index, fact)| (FactId(index), fact)).collect();
            if let Some(error) = weight::too_long(law, &facts) {
                return Err(vec![error]);
            }
            let source = SourceFile::new(name, text);
            Ok(Manifest { source, facts, judgements, extensions })
        }
        _ => Err(errors),
    }
}

/// The tree of the text, if it could be read to its end, and the faults found on the way.
fn read_tree(is_json: bool, text: &str) -> (Option<Node>, Vec<IngestError>) {
    let mut builder = Builder::default();
    let end = match is_json {
        true => json::read(text, &mut builder),
        false => yaml::read(text, &mut builder),
    };
    let (tree, mut faults) = builder.finish();
    if let Err(fatal) = end {
        faults.push(fatal);
        return (None, faults);
    }
    let tree = tree.unwrap_or_else(|| empty(text));
    (Some(tree), faults)
}

/// What a text without any value is read as.
fn empty(text: &str) -> Node {
    let span = Span::new(FileId::MANIFEST, 0, text.trim_end().len());
    let scalar = tree::Scalar { text: String::new(), style: Style::Plain };
    Node { span, content: Content::Scalar(scalar) }
}

type Root = (Statements, Vec<crate::model::manifest::StatedJudgement>);

fn read_root(reading: &mut Reading<'_>, tree: &Node) -> Option<Root> {
    let Content::Mapping(root) = &tree.content else {
        let found = match &tree.content {
            Content::Scalar(scalar) if scalar.text.is_empty() => "nothing".to_owned(),
            _ => shapes::describe(tree),
        };
        reading.report(IngestError::NotAManifest { found, span: tree.span });
        return None;
    };
    check_format(reading, root, tree.span);
    let scope = Scope {
        declared: &reading.law.vocabulary.facts,
        apart: &[FORMAT.0, judgements::KEY],
        place: "in the vocabulary".to_owned(),
        base: String::new(),
    };
    let mut statements = Statements::new();
    read_keys(reading, &scope, "", root, &Basis::default(), &mut statements);
    let judgements = read_judgements(reading, root);
    Some((statements, judgements))
}

fn check_format(reading: &mut Reading<'_>, root: &Mapping, whole: Span) {
    let (key, version) = FORMAT;
    let fault = match root.get(key) {
        None => {
            let start = Span { end: whole.start, ..whole };
            Some(("the manifest does not say which format it has".to_owned(), start))
        }
        Some(entry) => match &entry.value.content {
            Content::Scalar(scalar) if scalar.style == Style::Plain && scalar.text == version => {
                None
            }
            Content::Scalar(scalar) if is_version(scalar) => {
                let found = error::shown(&scalar.text);
                Some((format!("version {found} of the format is not understood"), entry.value.span))
            }
            _ => Some(("the version of the format is a whole number".to_owned(), entry.value.span)),
        },
    };
    if let Some((found, span)) = fault {
        reading.report(IngestError::FormatVersion { found, span });
    }
}

fn is_version(scalar: &tree::Scalar) -> bool {
    scalar.style == Style::Plain && classify(&scalar.text) == Plain::Integer
}
