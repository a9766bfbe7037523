//! A second judge: an interpreter of the language that shares nothing with the engine but the
//! parser, held against it over texts and products by chance, and over the shipped law.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may be steered by the environment, and fails by panicking"
)]

// What pest makes names it.
extern crate alloc;

#[path = "../generate/mod.rs"]
mod generate;
use generate::dice;
mod batch;
mod browser;
mod constructs;
mod drafts;
mod engine;
mod mind;
mod shipped;
mod shrink;
mod soak;
mod solver;
mod trial;
