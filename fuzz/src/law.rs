//! The laws that inputs are read against: what is shipped, and a small invented one.

use comity::Library;
use comity::jiff::civil::{Date, date};
use std::sync::OnceLock;

/// The facts, territories and neighbouring ruleset of the target `resolve`, by name.
pub const SMALL: [(&str, &str); 3] = [
    ("jurisdictions", include_str!("../law/jurisdictions.comity")),
    ("vocabulary", include_str!("../law/vocabulary.comity")),
    ("standard", include_str!("../law/standard.comity")),
];

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
