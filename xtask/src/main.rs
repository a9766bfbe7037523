//! Set-up and checks that a fresh machine needs: `cargo xtask <task>`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool of the terminal")]

mod arguments;
mod command;
mod deny;
mod editors;
mod fuzz;
mod place;
mod playground;
mod provide;
mod run_log;
mod soak;
mod test;
mod wasm;
mod wasm_target;
mod work_tree;

use std::process::ExitCode;

use anyhow::Result;
use arguments::Task;

fn main() -> ExitCode {
    match perform() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform() -> Result<()> {
    match arguments::parse(std::env::args().skip(1))? {
        Task::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Task::Test => test::run(),
        Task::Wasm { route } => wasm::run(route),
        Task::Playground => playground::serve(),
        Task::Fuzz { minutes, target } => fuzz::run(minutes, target.as_deref()),
        Task::Soak { minutes, seed } => soak::run(minutes, seed),
    }
}
