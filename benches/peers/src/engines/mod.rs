//! What an engine is asked: outcomes to compare, and runs to time.

pub mod cedar;
pub mod cel;
pub mod comity;
pub mod datalogic;
pub mod jsonschema;
pub mod regorus;

use crate::outcome::Outcome;
use anyhow::Result;

/// An engine with its rules compiled and its products in the form that it likes best.
pub trait Engine {
    fn name(&self) -> &'static str;

    /// The rules that it expresses, by their position in the subset.
    fn rules(&self) -> &[usize];

    /// Judges one product by all of its rules, as an embedder would, keeping nothing.
    fn run_one(&mut self, product: usize);

    /// Judges all products; engines that know no batch do one after the other.
    fn run_all(&mut self);

    /// What it says of a product, in the order of its rules.
    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>>;
}
