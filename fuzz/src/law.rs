//! The laws that inputs are read against: what is shipped, and a small invented one.

use comity::Library;
use comity::jiff::civil::{Date, date};
use comity::source::SourceMap;
use comity::syntax::{ast, parse};
use std::sync::OnceLock;

/// A day on which most of the shipped rules are in force.
pub const DAY: Date = date(2028, 3, 1);

/// The rulesets that are shipped.
///
/// # Panics
///
/// If they cannot be loaded.
pub fn shipped() -> &'static Library {
    static SHIPPED: OnceLock<Library> = OnceLock::new();
    SHIPPED.get_or_init(|| match Library::shipped() {
        Ok(library) => library,
        Err(faults) => panic!("the shipped rulesets have faults: {faults:?}"),
    })
}

/// The facts, territories and neighbouring ruleset of the targets that make rulesets up.
pub const SMALL: [(&str, &str); 3] = [
    ("jurisdictions", include_str!("../law/jurisdictions.comity")),
    ("vocabulary", include_str!("../law/vocabulary.comity")),
    ("standard", include_str!("../law/standard.comity")),
];

/// The small law as texts and trees, to be resolved together with one more.
///
/// # Panics
///
/// If they have faults.
pub fn small() -> (SourceMap, Vec<ast::File>) {
    static PARSED: OnceLock<(SourceMap, Vec<ast::File>)> = OnceLock::new();
    PARSED.get_or_init(parse_small).clone()
}

fn parse_small() -> (SourceMap, Vec<ast::File>) {
    let mut sources = SourceMap::default();
    let mut files = Vec::new();
    for (name, text) in SMALL {
        let parsed = parse(sources.add(name, text), text);
        assert!(parsed.errors.is_empty(), "{name}: {:?}", parsed.errors);
        files.push(parsed.file);
    }
    (sources, files)
}
