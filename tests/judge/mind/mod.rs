//! A second interpreter of the language: slow and obvious, written from the reference.
//!
//! It reads trees, and looks names up as it goes; it shares nothing with resolution, plan and
//! evaluator but the parser. What it answers is held against them.

mod calendar;
mod check;
mod condition;
mod examples;
mod law;
mod markets;
mod product;
mod truth;
mod value;
mod verdict;

pub(crate) use examples::{Case, cases};
pub(crate) use law::Law;
pub(crate) use markets::{Judged, judge};
pub(crate) use product::Product;
