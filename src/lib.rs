//! Comity.

pub mod model;
pub mod source;
pub mod suggest;
pub mod syntax;
