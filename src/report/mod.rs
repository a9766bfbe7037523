//! Results for people and for other programs.

mod manifest_schema;

pub use manifest_schema::manifest_schema;
