//! Registers: what is read quickly is what the whole reader reads, and a product says the same
//! among thousands as alone.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test fails by panicking, and its helpers document themselves"
)]

#[path = "../generate/mod.rs"]
mod generate;

mod forms;
mod lines;
mod quick;
