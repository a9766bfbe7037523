//! The page: its packages, its types, its tests, and a server to try it.

use std::path::Path;

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
            command::run(npm(&["run", "browser"]).env("COMITY_BROWSER", browser))?;
            Ok(Outcome::Passed)
        }
        Err(reason) => Ok(Outcome::Incomplete(format!("no test in a browser: {reason:#}"))),
    }
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
