//! Shapes of values: scalars, lists, mappings, and the words for what is none of them.

use super::error::{IngestError, shown};
use super::plain::{Plain, classify};
use super::reading::Reading;
use super::tree::{Content, Mapping, Node, Scalar, Style};

/// The characters of a text or word; a number, a yes or no, or an ambiguous word is none.
pub(super) fn read_string<'n>(
    reading: &mut Reading<'_>,
    what: &str,
    expected: &str,
    node: &'n Node,
) -> Option<&'n str> {
    read_string_or(reading, what, expected, node, |_| None)
}

/// As [`read_string`], with other help for plain words that would be wrong in quotes too.
pub(super) fn read_string_or<'n>(
    reading: &mut Reading<'_>,
    what: &str,
    expected: &str,
    node: &'n Node,
    help: impl Fn(&str) -> Option<String>,
) -> Option<&'n str> {
    let scalar = read_scalar(reading, what, expected, node)?;
    let quote = || format!("write it in quotes: `\"{}\"`", shown(&scalar.text));
    let help = || help(&scalar.text).unwrap_or_else(quote);
    match plain(scalar) {
        None | Some(Plain::Word) => return Some(&scalar.text),
        Some(Plain::Ambiguous) => report_ambiguous(reading, scalar, node, help()),
        Some(_) => report_type(reading, what, expected, node, help()),
    }
    None
}

/// A scalar that states something; none once there are enough errors to show.
pub(super) fn read_scalar<'n>(
    reading: &mut Reading<'_>,
    what: &str,
    expected: &str,
    node: &'n Node,
) -> Option<&'n Scalar> {
    let unknown = "leave the key out while it is not known";
    if reading.is_full() || report_nothing(reading, what, node, unknown.to_owned()) {
        return None;
    }
    match &node.content {
        Content::Scalar(scalar) => Some(scalar),
        Content::Refused => None,
        _ => {
            let help = format!("write {expected} here, or a long form with the key `value`");
            report_type(reading, what, expected, node, help);
            None
        }
    }
}

/// The items of a list.
pub(super) fn read_sequence<'n>(
    reading: &mut Reading<'_>,
    what: &str,
    expected: &str,
    node: &'n Node,
) -> Option<&'n [Node]> {
    let unknown = "write `[]` if there are none; leave the key out while it is not known";
    if report_nothing(reading, what, node, unknown.to_owned()) {
        return None;
    }
    match &node.content {
        Content::Sequence(items) => Some(items),
        Content::Refused => None,
        Content::Scalar(scalar) => {
            let help = format!("write it in brackets: `[{}]`", shown(&scalar.text));
            report_type(reading, what, expected, node, help);
            None
        }
        Content::Mapping(_) => {
            let help = "write each item after a `-`, or the items in brackets".to_owned();
            report_type(reading, what, expected, node, help);
            None
        }
    }
}

/// The keys of an item.
pub(super) fn read_mapping<'n>(
    reading: &mut Reading<'_>,
    list: &str,
    node: &'n Node,
) -> Option<&'n Mapping> {
    match &node.content {
        Content::Mapping(mapping) => Some(mapping),
        Content::Refused => None,
        _ => {
            let help = "write each item as a mapping of its fields: `{id: …}`".to_owned();
            report_type(reading, list, "a list whose items have fields", node, help);
            None
        }
    }
}

/// Reports a value that is `~`, `null` or left out; tells whether it was.
pub(super) fn report_nothing(
    reading: &mut Reading<'_>,
    what: &str,
    node: &Node,
    help: String,
) -> bool {
    let Content::Scalar(scalar) = &node.content else { return false };
    let is_nothing = plain(scalar) == Some(Plain::Nothing);
    if is_nothing {
        let (what, span) = (what.to_owned(), node.span);
        reading.report(IngestError::NothingStated { what, help, span });
    }
    is_nothing
}

/// What a value is, in a few words.
pub(super) fn describe(node: &Node) -> String {
    match &node.content {
        Content::Sequence(_) => "a list".to_owned(),
        Content::Mapping(_) | Content::Refused => "a mapping".to_owned(),
        Content::Scalar(scalar) => describe_scalar(scalar),
    }
}

fn describe_scalar(scalar: &Scalar) -> String {
    let text = shown(&scalar.text);
    match plain(scalar) {
        Some(Plain::Integer) => format!("the number `{text}`"),
        None if scalar.text.trim().is_empty() => "an empty text".to_owned(),
        None => format!("the text `\"{text}\"`"),
        Some(_) => format!("`{text}`"),
    }
}

/// What kind of plain word a scalar is, if it is one.
pub(super) fn plain(scalar: &Scalar) -> Option<Plain> {
    (scalar.style == Style::Plain).then(|| classify(&scalar.text))
}

/// Reports a value that is of another type than expected.
pub(super) fn report_type(
    reading: &mut Reading<'_>,
    what: &str,
    expected: &str,
    node: &Node,
    help: String,
) {
    reading.report(IngestError::WrongType {
        what: what.to_owned(),
        expected: expected.to_owned(),
        found: describe(node),
        help,
        span: node.span,
    });
}

/// Reports a plain word that must stand in quotes, or be another.
pub(super) fn report_ambiguous(
    reading: &mut Reading<'_>,
    scalar: &Scalar,
    node: &Node,
    help: String,
) {
    let word = shown(&scalar.text);
    reading.report(IngestError::AmbiguousWord { word, help, span: node.span });
}

/// Reports a value that is not of the form expected.
pub(super) fn report_malformed(
    reading: &mut Reading<'_>,
    scalar: &Scalar,
    node: &Node,
    expected: &str,
    help: String,
) {
    reading.report(IngestError::MalformedValue {
        value: shown(&scalar.text),
        expected: expected.to_owned(),
        help,
        span: node.span,
    });
}
