//! Comity.

pub mod source;
pub mod suggest;
pub mod syntax;
