//! Comity: a policy-as-code language and engine for the rules that connected products must meet.
//!
//! Three steps: load the rules, read a manifest, check it.
//!
//! ```
//! use comity::{CheckRequest, Library};
//!
//! let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
//! let text = b"comity: 1\nproduct: {kind: [camera]}\n";
//! let manifest = library.read_manifest("camera.yaml", text).unwrap();
//! let request = CheckRequest::on("2026-11-22".parse().unwrap()).within(["uk"]);
//! let markets = library.check(&manifest, &request).unwrap();
//! // Nothing that matters is stated, so nothing is decided: unknown is never a pass or a breach.
//! assert_eq!(markets[0].outcome, comity::eval::verdict::Outcome::Undetermined);
//! ```
//!
//! The way of a text through the layers, each of which uses only those to its left:
//!
//! ```text
//! source -> syntax -> resolve -> model -> plan -> eval -> report -> command line, browser
//!                      ingest -^ \-> graph -------^
//! ```
//!
//! The library opens no file, reads no clock and has no global state: texts and the day of the
//! check come in as parameters. The same input gives the same bytes, natively and in WebAssembly.

// What pest makes of the grammar names it.
extern crate alloc;

pub mod analysis;
pub mod catalogue;
pub mod digest;
pub mod eval;
pub mod fault;
pub mod graph;
pub mod ingest;
mod library;
pub mod model;
pub mod plan;
pub mod report;
pub mod resolve;
pub mod server;
pub mod source;
pub mod suggest;
pub mod syntax;

pub use library::{
    Asked, Change, CheckRequest, Checked, Fate, Fix, Interview, Judge, LawRequest, Library,
    Mutations, Place, Proposal, Register, RegisterDesk, Separating, Subject, Tried, UnknownName,
    written,
};

pub use jiff;
pub use miette;

/// The program in the page for developers is compiled and run with the other examples.
#[cfg(doctest)]
#[doc = include_str!("../docs/developers.md")]
struct PageForDevelopers;
