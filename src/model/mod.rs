//! The law as plain resolved data: no syntax, no behaviour beyond its own consistency.
//!
//! Everything is built once by `resolve` (rules) or `ingest` (manifests) and never changes.

pub mod condition;
pub mod drafting;
pub mod effort;
pub mod example;
pub mod jurisdiction;
pub mod known;
pub mod law;
pub mod manifest;
pub mod period;
pub mod rule;
pub mod ruleset;
pub mod term;
pub mod text;
pub mod value;
pub mod vocabulary;
