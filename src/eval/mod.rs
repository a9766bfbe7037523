//! What the rules say of products: verdicts for many, explanations for those that are shown.

pub mod assess;
pub mod coverage;
pub mod examples;
pub mod explain;
mod find;
pub mod market;
pub mod matrix;
pub mod register;
pub mod settled;
pub mod trace;
pub mod verdict;
pub mod walk;
