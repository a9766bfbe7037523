//! What must hold of any bytes whatever: a function for each kind of text that Comity reads.
//!
//! Each panics where a promise of the library is broken. The tests run them over the committed
//! corpus on any toolchain; the programs in `fuzz_targets/` hand them what libFuzzer makes up.

pub mod check;
pub mod compare;
pub mod draft;
pub mod faults;
pub mod format;
pub mod law;
pub mod lsp;
pub mod manifest_json;
pub mod manifest_yaml;
pub mod product;
pub mod resolve;
pub mod ruleset;

/// What a target does with an input.
pub type Target = fn(&[u8]);

/// All targets by the name of their corpus.
pub const TARGETS: [(&str, Target); 8] = [
    ("check", check::run),
    ("compare", compare::run),
    ("format", format::run),
    ("lsp", lsp::run),
    ("manifest_json", manifest_json::run),
    ("manifest_yaml", manifest_yaml::run),
    ("resolve", resolve::run),
    ("ruleset", ruleset::run),
];
