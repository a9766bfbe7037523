//! Manifests: what is read, what is refused, and that nothing makes the reader fall.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests read files and clocks, and one that panics fails as it should"
)]

mod bombs;
mod bytes;
mod explanations;
mod law;
#[path = "../suite/pages.rs"]
mod pages;
mod random;
mod schema;
mod suite;

use comity::ingest::{IngestError, read_manifest, source_file};
use comity::model::manifest::Manifest;
use comity::source::Span;
use miette::Diagnostic;

/// Reads a manifest against the small law of these tests.
fn read(name: &str, bytes: &[u8]) -> Result<Manifest, Vec<IngestError>> {
    read_manifest(&law::small(), name, bytes)
}

/// Errors as lines: code and places, message, help.
fn report(name: &str, bytes: &[u8], errors: &[IngestError]) -> String {
    let file = source_file(name, bytes);
    let place = |span: Span| {
        let (line, column) = file.line_column(span.start as usize);
        format!("{line}:{column}")
    };
    let mut lines = String::new();
    for error in errors {
        let second = error.second_span().map_or(String::new(), |span| format!(", {}", place(span)));
        let help = error.help().expect("every error has help");
        lines += &format!("{} at {}{second}\n", code(error), place(error.span()));
        lines += &format!("  {error}\n  help: {help}\n");
    }
    lines
}

fn code(error: &IngestError) -> String {
    error.code().expect("every error has a code").to_string()
}
