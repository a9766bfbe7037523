//! Comity.

pub mod ingest;
pub mod model;
pub mod report;
pub mod source;
pub mod suggest;
pub mod syntax;
