//! What changes from one edition of a ruleset to the next, told.

pub mod build;
pub mod json;
mod sayings;
pub mod terminal;
