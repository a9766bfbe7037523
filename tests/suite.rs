//! Runs the literate cases under `tests/suite`, and checks that every diagnostic has some.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test reads its cases and fails by panicking"
)]

#[path = "suite/codes.rs"]
mod codes;
#[path = "suite/lint.rs"]
mod lint;
#[path = "suite/pages.rs"]
mod pages;
#[path = "suite/resolve.rs"]
mod resolve;
#[path = "suite/syntax.rs"]
mod syntax;
