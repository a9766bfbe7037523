//! Words about results: every form in which the answers of the engine are shown.

pub mod amendment;
pub mod build;
pub mod claims;
pub mod compare;
mod conditions;
pub mod confidence;
pub mod conflicts;
pub mod counts;
pub mod coverage;
pub mod explanations;
pub mod graph;
pub mod inventory;
pub mod json;
pub mod lexicon;
pub mod lint;
pub mod manifest_schema;
pub mod manifest_yaml;
pub mod notes;
pub mod paint;
pub mod phrases;
mod reasons;
pub mod rules;
pub mod template;
pub mod terminal;
pub mod timeline;
pub mod vocabulary;
pub mod words;
