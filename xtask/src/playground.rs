//! The page: its packages, its types, its tests, and a server to try it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::{self, program};
use crate::place;
use crate::provide;
use crate::run_log::Outcome;
use crate::wasm;

const FOLDER: &str = "wasm/playground";
/// The oldest Node.js that builds the page.
const OLDEST_NODE: u32 = 20;

/// Builds the module, then serves the page until it is stopped.
pub(crate) fn serve() -> Result<()> {
    wasm::run(None)?;
    prepare()?;
    run_npm(&["run", "dev"])
}

/// Builds the page, and passes its unit tests and its tests in a browser.
pub(crate) fn check() -> Result<Outcome> {
    prepare()?;
    for script in ["check", "unit", "build"] {
        run_npm(&["run", script])?;
    }
    match provide::browser() {
        Ok(browser) => {
            let site = pages()?;
            let mut tests = npm(&["run", "browser"]);
            command::run(tests.env("COMITY_BROWSER", browser).env("COMITY_SITE", site))?;
            Ok(Outcome::Passed)
        }
        Err(reason) => Ok(Outcome::Incomplete(format!("no test in a browser: {reason:#}"))),
    }
}

/// Writes the pages of all rulesets, for the browser to go through: where they are.
fn pages() -> Result<PathBuf> {
    let folder = place::root().join("target/site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut doc = program("cargo");
    doc.current_dir(place::root());
    doc.args(["run", "--quiet", "--locked", "--release", "--", "doc", "--out"]).arg(&folder);
    command::run(&mut doc)?;
    Ok(folder)
}

/// Installs the packages of the page.
fn prepare() -> Result<()> {
    provide::node(OLDEST_NODE)?;
    run_npm(&["ci", "--no-audit", "--no-fund"])
}

fn run_npm(arguments: &[&str]) -> Result<()> {
    if !place::root().join(FOLDER).is_dir() {
        bail!("there is no {FOLDER}");
    }
    command::run(&mut npm(arguments))
}

fn npm(arguments: &[&str]) -> std::process::Command {
    let mut command = program("npm");
    command.current_dir(place::root().join(Path::new(FOLDER))).args(arguments);
    command
}
