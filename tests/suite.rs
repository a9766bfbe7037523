//! Runs the literate cases under `tests/suite`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "suite/pages.rs"]
mod pages;
#[path = "suite/resolve.rs"]
mod resolve;
