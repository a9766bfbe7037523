//! What editors get: the grammar, the extension, and a client that asks the language server.

use anyhow::Result;

use crate::command::{self, program};
use crate::place;
use crate::provide;
use crate::run_log::Outcome;
use crate::wasm;

/// The oldest Node.js that builds the extension.
const OLDEST_NODE: u32 = 20;

/// Builds and tries all of `editors/` with the program as people run it.
pub(crate) fn check() -> Result<Outcome> {
    provide::node(OLDEST_NODE)?;
    let native = wasm::native()?;
    for arguments in [&["ci", "--no-audit", "--no-fund"][..], &["test"]] {
        let mut npm = program("npm");
        npm.current_dir(place::root().join("editors")).args(arguments).env("COMITY", &native);
        command::run(&mut npm)?;
    }
    Ok(Outcome::Passed)
}
