//! cargo-deny: licences, bans and sources always, advisories where their database can be had.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::{program, read, run};
use crate::provide::{self, CargoTool};
use crate::run_log::Outcome;

const CARGO_DENY: CargoTool = CargoTool { name: "cargo-deny", version: "0.20.2" };

pub(crate) fn check() -> Result<Outcome> {
    let tool = provide::cargo_tool(CARGO_DENY)?;
    run(deny(&tool).args(["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    if let Err(reason) = read(deny(&tool).args(["fetch", "db"])) {
        println!("{reason}");
        let reason = "advisories, because their database could not be fetched (see above)";
        return Ok(Outcome::Incomplete(reason.to_owned()));
    }
    run(deny(&tool).args(["check", "--hide-inclusion-graph", "advisories"]))?;
    Ok(Outcome::Passed)
}

fn deny(tool: &Path) -> Command {
    let mut command = program(tool);
    command.args(["deny", "--workspace", "--all-features", "--locked"]);
    command
}
