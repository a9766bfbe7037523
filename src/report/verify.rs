//! Holds an assessment that somebody made against the same one made anew, and says in words what
//! differs.

use super::difference::Difference;
use super::json::Report;
use super::receipt::{FORMAT, ProductDigest, Receipt, TextDigest};
use serde_json::Value;

/// Characters of a value that differs that are repeated.
const SHOWN: usize = 80;

/// An assessment as it was written: the JSON of `comity check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    text: String,
    whole: Value,
    /// Its receipt.
    pub receipt: Receipt,
    /// The code of its language.
    pub language: String,
}

/// Why bytes are no assessment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// They are no JSON.
    #[error("this is no JSON in UTF-8: {0}")]
    Json(String),
    /// They are JSON of something else.
    #[error("this is no report of `comity check --format json`: it has no `{0}`")]
    Missing(&'static str),
    /// The receipt has another form.
    #[error("its receipt cannot be read: {0}")]
    Receipt(String),
    /// The receipt is of another version.
    #[error("its receipt has the format `{0}`, and only `{FORMAT}` can be verified")]
    Format(String),
    /// A day, level or language of the receipt is none.
    #[error("its receipt cannot be read: {what} cannot be `{found}`")]
    Word {
        /// Which part.
        what: &'static str,
        /// What it says.
        found: String,
    },
}

impl Stated {
    /// Reads what `comity check --format json` wrote. Keys of the receipt that it does not have
    /// are refused.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Stated, Unreadable> {
        let json = |error: &dyn std::fmt::Display| Unreadable::Json(error.to_string());
        let text = std::str::from_utf8(bytes).map_err(|error| json(&error))?;
        let whole: Value = serde_json::from_str(text).map_err(|error| json(&error))?;
        let receipt = whole.get("receipt").ok_or(Unreadable::Missing("receipt"))?;
        let receipt: Receipt = serde_json::from_value(receipt.clone())
            .map_err(|error| Unreadable::Receipt(error.to_string()))?;
        if receipt.format != FORMAT {
            return Err(Unreadable::Format(receipt.format));
        }
        let language = whole.get("language").and_then(Value::as_str);
        let language = language.ok_or(Unreadable::Missing("language"))?.to_owned();
        Ok(Stated { text: text.to_owned(), whole, receipt, language })
    }
}

/// What differs between a report and the same made anew, what it rests on first; nothing where
/// they are the same byte for byte.
#[must_use]
pub fn differences(stated: &Stated, anew: &Report) -> Vec<Difference> {
    let (old, new) = (&stated.receipt, &anew.receipt);
    let mut found = Vec::new();
    if old.engine != new.engine {
        let (stated, own) = (old.engine.clone(), new.engine.clone());
        found.push(Difference::Engine { stated, own });
    }
    text_differences("text", &old.vocabulary, &new.vocabulary, &mut found);
    text_differences("ruleset", &old.rulesets, &new.rulesets, &mut found);
    found.extend(old.products.iter().zip(&new.products).filter_map(manifest_difference));
    found.extend(without_hash(stated).map(Difference::NoHash));
    let whole: Value = serde_json::from_str(&anew.to_json()).unwrap_or_default();
    found.extend(verdict_difference(&stated.whole, &whole));
    let hashes = old.products.iter().zip(&new.products);
    if found.is_empty() {
        let other = hashes.filter(|(old, new)| old.verdicts != new.verdicts);
        found.extend(other.map(|(old, _)| Difference::Verdicts(old.manifest.clone())).next());
    }
    if found.is_empty() {
        found.extend(value_difference("", &stated.whole, &whole));
    }
    if found.is_empty() && stated.text != anew.to_json() {
        found.push(Difference::Bytes);
    }
    found
}

fn text_differences(
    what: &'static str,
    old: &[TextDigest],
    new: &[TextDigest],
    found: &mut Vec<Difference>,
) {
    for text in old {
        let name = text.name.clone();
        match new.iter().find(|other| other.name == text.name) {
            None => found.push(Difference::OnlyStated { what, name }),
            Some(other) if other.sha256 != text.sha256 => {
                let (stated, own) = (text.sha256.clone(), other.sha256.clone());
                found.push(Difference::Text { what, name, stated, own });
            }
            Some(_) => {}
        }
    }
    let is_new = |text: &&TextDigest| !old.iter().any(|other| other.name == text.name);
    let added = new.iter().filter(is_new).map(|text| text.name.clone());
    found.extend(added.map(|name| Difference::OnlyAnew { what, name }));
}

fn manifest_difference((old, new): (&ProductDigest, &ProductDigest)) -> Option<Difference> {
    (old.sha256 != new.sha256).then(|| Difference::Manifest {
        name: old.manifest.clone(),
        stated: old.sha256.clone(),
        own: new.sha256.clone(),
    })
}

/// The manifests of a report that its receipt has no hash of.
fn without_hash(stated: &Stated) -> impl Iterator<Item = String> {
    let hashed = |name: &str| stated.receipt.products.iter().any(|one| one.manifest == name);
    let names = items(&stated.whole, "products").iter().map(|product| word(product, "manifest"));
    names.filter(move |name| !hashed(name)).map(str::to_owned)
}

/// The first rule whose verdict is another.
fn verdict_difference(old: &Value, new: &Value) -> Option<Difference> {
    let (old, new) = (verdicts(old), verdicts(new));
    let (stated, own) = old.into_iter().zip(new).find(|(old, new)| old != new)?;
    let is_same_rule = Told { verdict: "", ..stated } == Told { verdict: "", ..own };
    Some(Difference::Verdict {
        rule: stated.rule.to_owned(),
        place: stated.place.to_owned(),
        manifest: stated.manifest.to_owned(),
        stated: stated.verdict.to_owned(),
        own: if is_same_rule { own.verdict } else { "not asked" }.to_owned(),
    })
}

/// A verdict of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told<'a> {
    manifest: &'a str,
    place: &'a str,
    rule: &'a str,
    edition: &'a str,
    verdict: &'a str,
}

/// Every verdict of a report, in its order.
fn verdicts(report: &Value) -> Vec<Told<'_>> {
    let mut found = Vec::new();
    for product in items(report, "products") {
        let manifest = word(product, "manifest");
        for market in items(product, "markets") {
            let place = word(market, "territory");
            let told = |rule| Told {
                manifest,
                place,
                rule: word(rule, "rule"),
                edition: word(rule, "edition"),
                verdict: word(rule, "verdict"),
            };
            found.extend(items(market, "rules").iter().map(told));
        }
    }
    found
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The first place where two values differ.
fn value_difference(path: &str, old: &Value, new: &Value) -> Option<Difference> {
    match (old, new) {
        (Value::Object(one), Value::Object(two)) => {
            let keys = one.keys().chain(two.keys().filter(|key| !one.contains_key(*key)));
            keys.into_iter().find_map(|key| {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                difference_at(&path, one.get(key), two.get(key))
            })
        }
        (Value::Array(one), Value::Array(two)) => (0..one.len().max(two.len())).find_map(|index| {
            difference_at(&format!("{path}[{index}]"), one.get(index), two.get(index))
        }),
        _ => difference_at(path, Some(old), Some(new)),
    }
}

fn difference_at(path: &str, old: Option<&Value>, new: Option<&Value>) -> Option<Difference> {
    match (old, new) {
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) if is_alike(old, new) => value_difference(path, old, new),
        _ => {
            let (path, stated, own) = (path.to_owned(), shown(old), shown(new));
            Some(Difference::Value { path, stated, own })
        }
    }
}

/// Whether both have parts of one kind.
fn is_alike(old: &Value, new: &Value) -> bool {
    (old.is_object() && new.is_object()) || (old.is_array() && new.is_array())
}

/// The start of a value, on one line.
fn shown(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let text = value.to_string();
    let start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() { start + "…" } else { start }
}
