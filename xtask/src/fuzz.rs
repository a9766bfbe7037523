//! Fuzzing: each target is a plain function of bytes in the `fuzz/` workspace.
//!
//! The library of `fuzz/` holds the functions and builds on stable; its tests run each of them over
//! its committed corpus. The programs for libFuzzer wrap the same functions behind the feature
//! `libfuzzer`, and only cargo-fuzz on nightly builds those.

use std::ffi::OsString;
use std::fs;
use std::num::NonZeroU64;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, words};
use crate::place;
use crate::provide::{self, CargoTool};
use crate::run_log::Outcome;

const CARGO_FUZZ: CargoTool = CargoTool { name: "cargo-fuzz", version: "0.13.2" };

/// Seconds that one input may take.
const TIMEOUT: &str = "-timeout=2";
/// Megabytes that a target may hold, and those that a target may that loads the shipped law: watched
/// by libFuzzer and the address sanitizer, it alone takes hundreds.
const MEGABYTES: (u32, u32) = (500, 1000);
const WITH_SHIPPED_LAW: [&str; 3] = ["check", "manifest_json", "manifest_yaml"];

/// Runs every target, or the one named, for so many minutes, stopping at the first input that
/// fails.
pub(crate) fn run(minutes: NonZeroU64, only: Option<&str>) -> Result<()> {
    if !exists() {
        bail!("there is no fuzz/Cargo.toml");
    }
    provide_nightly()?;
    provide::cargo_tool(CARGO_FUZZ)?;
    let targets = command::read(&mut cargo_fuzz(&["list"])?)?;
    let is_wanted = |target: &&str| only.is_none_or(|only| only == *target);
    let wanted: Vec<&str> = targets.lines().filter(is_wanted).collect();
    if wanted.is_empty() {
        bail!("there is no such target; the targets are {}", targets.replace('\n', " ").trim());
    }
    wanted.into_iter().try_for_each(|target| run_target(target, minutes))
}

/// Inputs that the run finds go under the target directory; the committed corpus is only read.
fn run_target(target: &str, minutes: NonZeroU64) -> Result<()> {
    println!("==> fuzz {target}, {minutes} min");
    let found = place::target().join("fuzz-corpus").join(target);
    let committed = place::root().join("fuzz/corpus").join(target);
    for directory in [&found, &committed] {
        fs::create_dir_all(directory)
            .with_context(|| format!("cannot make {}", directory.display()))?;
    }
    let mut command = cargo_fuzz(&["run", "--features", "libfuzzer", target])?;
    command.args([found, committed]);
    command.args(["--", &format!("-max_total_time={}", minutes.get().saturating_mul(60))]);
    command.args([&format!("-rss_limit_mb={}", megabytes(target)), TIMEOUT]);
    command::run(&mut command)
}

fn megabytes(target: &str) -> u32 {
    if WITH_SHIPPED_LAW.contains(&target) { MEGABYTES.1 } else { MEGABYTES.0 }
}

/// Builds the targets on the toolchain of the moment and runs each over its committed corpus.
pub(crate) fn check_corpus() -> Result<Outcome> {
    if !exists() {
        return Ok(Outcome::Incomplete("there is no fuzz/Cargo.toml".to_owned()));
    }
    command::run(&mut words("cargo fmt --manifest-path fuzz/Cargo.toml --check"))?;
    command::run(&mut words("cargo test --locked --manifest-path fuzz/Cargo.toml"))?;
    Ok(Outcome::Passed)
}

fn exists() -> bool {
    place::root().join("fuzz/Cargo.toml").exists()
}

fn provide_nightly() -> Result<()> {
    if command::read(&mut words("rustup run nightly rustc --version")).is_ok() {
        return Ok(());
    }
    command::run(&mut words("rustup toolchain install nightly --profile minimal"))
        .context("cargo-fuzz needs a nightly toolchain")
}

/// `cargo fuzz` on nightly, found among our own tools first.
fn cargo_fuzz(arguments: &[&str]) -> Result<Command> {
    let mut command = words("rustup run nightly cargo fuzz");
    command.args(arguments).env("PATH", path_with_tools()?);
    Ok(command)
}

fn path_with_tools() -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = [place::tools().join("bin")].into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(directories).context("the search path cannot be extended")
}
