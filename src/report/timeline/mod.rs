//! Timelines told: of products, and of the law itself.

pub mod build;
pub mod json;
mod law_page;
mod sayings;
pub mod terminal;
