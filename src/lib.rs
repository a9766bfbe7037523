//! Comity.

pub mod model;
pub mod resolve;
pub mod source;
pub mod suggest;
pub mod syntax;
