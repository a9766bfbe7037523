//! The pages of `docs` say what to do and what comes of it: every step of theirs is done here.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test does the steps of a page in a folder of its own and fails by panicking"
)]

#[path = "guide/answers.rs"]
mod answers;
#[path = "guide/diagnostics.rs"]
mod diagnostics;
#[path = "guide/links.rs"]
mod links;
#[path = "guide/steps.rs"]
mod steps;

#[test]
fn guide_does_what_it_says() {
    steps::follow("guide.md", 12);
}

#[test]
fn page_for_certifiers_does_what_it_says() {
    steps::follow("certifiers.md", 8);
}

#[test]
fn page_for_developers_does_what_it_says() {
    steps::follow("developers.md", 3);
}
