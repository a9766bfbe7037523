//! Comity.

pub mod eval;
pub mod model;
pub mod plan;
pub mod source;
pub mod suggest;
pub mod syntax;
