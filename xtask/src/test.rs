//! Every check, in order of cost; the first that fails ends the run.

use anyhow::Result;

use crate::command::{self, program, words};
use crate::run_log::{Outcome, RunLog};
use crate::work_tree::WorkTree;
use crate::{counts, deny, editors, fuzz, place, playground, provide, wasm};

type Step = (&'static str, fn() -> Result<Outcome>);

const STEPS: [Step; 13] = [
    ("toolchain", provide_components),
    ("format of Rust", check_rust_format),
    ("clippy", check_lints),
    ("tests", run_tests),
    ("rulesets: format, examples, what they notice", check_rulesets),
    ("documentation", build_documentation),
    ("library without default features", check_bare_library),
    ("wasm: build, load in Node", wasm::check),
    ("playground: build, tests in a browser", playground::check),
    ("editors: grammar, extension, a client", editors::check),
    ("fuzz targets over their corpus", fuzz::check_corpus),
    ("instructions", counts::check),
    ("dependencies: licences, bans, sources, advisories", deny::check),
];

pub(crate) fn run() -> Result<()> {
    let before = WorkTree::look();
    let mut log = RunLog::default();
    for (name, work) in STEPS {
        log.step(name, work)?;
    }
    log.step("generated files are committed", || check_generated(before))?;
    log.print();
    Ok(())
}

fn check_generated(before: Result<WorkTree>) -> Result<Outcome> {
    match before {
        Ok(before) => before.expect_unchanged().map(|()| Outcome::Passed),
        Err(reason) => Ok(Outcome::Incomplete(format!("{reason:#}"))),
    }
}

fn provide_components() -> Result<Outcome> {
    provide::component("fmt", "rustfmt")?;
    provide::component("clippy", "clippy")?;
    Ok(Outcome::Passed)
}

fn check_rust_format() -> Result<Outcome> {
    passes("cargo fmt --all --check")
}

fn check_lints() -> Result<Outcome> {
    passes("cargo clippy --locked --workspace --all-targets --all-features -- -D warnings")
}

/// The same products and rules by chance in every run; `cargo test` alone rolls new ones.
fn run_tests() -> Result<Outcome> {
    let mut command = words("cargo test --locked --workspace --all-features");
    command::run(command.env("PROPTEST_RNG_SEED", "2018"))?;
    Ok(Outcome::Passed)
}

fn check_rulesets() -> Result<Outcome> {
    if !place::root().join("rulesets").is_dir() {
        return Ok(Outcome::Incomplete("there is no rulesets/".to_owned()));
    }
    let native = wasm::native()?;
    let noticed = "test rulesets --mutate --least-score 95";
    for arguments in ["fmt --check rulesets", "test rulesets", "test examples", noticed] {
        command::run(program(&native).args(arguments.split_whitespace()))?;
    }
    Ok(Outcome::Passed)
}

fn build_documentation() -> Result<Outcome> {
    let mut command = words("cargo doc --locked --workspace --all-features --no-deps");
    command::run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Outcome::Passed)
}

/// The wasm step then builds this same library to the end.
fn check_bare_library() -> Result<Outcome> {
    passes("cargo clippy --locked --package comity --lib --no-default-features -- -D warnings")
}

fn passes(line: &str) -> Result<Outcome> {
    command::run(&mut words(line))?;
    Ok(Outcome::Passed)
}
