//! How drafting faults are told: as data, and as notices with a frame.

pub mod build;
mod explanations;
pub mod json;
pub mod notice;
mod product;
mod words;

pub use explanations::EXPLANATIONS;
