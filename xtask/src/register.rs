//! A register of products that never were: see `benches/register.rs`.

use anyhow::Result;

use crate::command::{self, words};

/// Writes so many products to standard output, the same ones for the same seed.
pub(crate) fn run(products: u64, seed: u64) -> Result<()> {
    let mut command = words("cargo bench --locked --quiet --bench register --");
    command.args(["--products", &products.to_string(), "--seed", &seed.to_string()]);
    command::run(&mut command)
}
