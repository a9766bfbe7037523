//! The language server, driven by messages.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "a test may stop where something is not as it should be, and starts the program"
)]

#[path = "server/changing.rs"]
mod changing;
#[path = "server/client.rs"]
mod client;
#[path = "server/completing.rs"]
mod completing;
#[path = "server/diagnosing.rs"]
mod diagnosing;
#[path = "server/meaning.rs"]
mod meaning;
#[path = "server/reading.rs"]
mod reading;
#[path = "server/relating.rs"]
mod relating;
#[cfg(feature = "cli")]
#[path = "server/serving.rs"]
mod serving;
#[path = "server/showing.rs"]
mod showing;
#[path = "server/soaking.rs"]
mod soaking;
