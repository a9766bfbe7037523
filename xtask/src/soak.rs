//! Soaking: the properties that hold the judges together, over ever new worlds: evaluator, brute
//! force and solver, and the engine as a whole against a second interpreter of the language.
//!
//! The short runs of the same tests are part of every test run; see `tests/evaluation/soak.rs` and
//! `tests/judge/soak.rs`.

use std::num::NonZeroU64;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use crate::command::{self, words};

const TESTS: [&str; 2] = [
    "cargo test --locked --release --test judge -- \
     --exact soak::second_judge_agrees --nocapture",
    "cargo test --locked --release --test evaluation -- \
     --exact soak::three_judges_agree --nocapture",
];

/// Judges random worlds for so many minutes, half of them by each test, stopping at the first
/// disagreement.
pub(crate) fn run(minutes: NonZeroU64, seed: Option<u64>) -> Result<()> {
    let seed = seed.unwrap_or_else(seed_of_now);
    println!("==> soak, {minutes} min, seed {seed}");
    let seconds = minutes.get().saturating_mul(60) / TESTS.len() as u64;
    TESTS.iter().try_for_each(|test| {
        let mut command = words(test);
        command.env("COMITY_SOAK_SECONDS", seconds.to_string());
        command.env("COMITY_SOAK_SEED", seed.to_string());
        command::run(&mut command)
    })
}

fn seed_of_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
