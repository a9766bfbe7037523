//! Soaking: the property that holds the evaluator, brute force and the solver together, over ever
//! new worlds.
//!
//! The short run of the same test is part of every test run; see `tests/evaluation/soak.rs`.

use std::num::NonZeroU64;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use crate::command::{self, words};

const TEST: &str = "cargo test --locked --release --test evaluation -- \
                    --exact soak::three_judges_agree --nocapture";

/// Judges random worlds for so many minutes, stopping at the first disagreement.
pub(crate) fn run(minutes: NonZeroU64, seed: Option<u64>) -> Result<()> {
    let seed = seed.unwrap_or_else(seed_of_now);
    println!("==> soak, {minutes} min, seed {seed}");
    let mut command = words(TEST);
    command.env("COMITY_SOAK_SECONDS", minutes.get().saturating_mul(60).to_string());
    command.env("COMITY_SOAK_SEED", seed.to_string());
    command::run(&mut command)
}

fn seed_of_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
