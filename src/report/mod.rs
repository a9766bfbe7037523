//! Words about results: every form in which the answers of the engine are shown.

pub mod build;
pub mod changes;
mod conditions;
pub mod confidence;
pub mod counts;
pub mod coverage;
pub mod edited;
pub mod explanations;
pub mod fix;
pub mod fix_page;
pub mod graph;
pub mod inventory;
pub mod json;
pub mod manifest_schema;
pub mod manifest_yaml;
pub mod notes;
pub mod paint;
pub mod phrases;
mod reasons;
pub mod rules;
pub mod settled;
pub mod template;
pub mod terminal;
pub mod vocabulary;
pub mod words;
pub mod written;
