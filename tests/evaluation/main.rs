//! What evaluation promises: every line of the reference's *Meaning*, and properties that hold
//! of random rules and products.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test fails by panicking, and its helpers document themselves"
)]

mod agreement;
mod asking;
mod baselines;
mod clashing;
mod contexts;
mod crowded;
mod dice;
mod drafting;
mod explaining;
mod markets;
mod meaning;
mod mending;
mod products;
mod relating;
mod settling;
mod shipped;
mod small;
mod soak;
mod solving;
mod sound;
mod telling;
mod together;
mod turning;
mod verdicts;
mod world;
