//! Set-up and checks that a fresh machine needs: `cargo xtask <task>`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool of the terminal")]

mod arguments;
mod bench;
mod command;
mod counts;
mod deny;
mod editors;
mod fuzz;
mod place;
mod playground;
mod provide;
mod register;
mod run_log;
mod soak;
mod test;
mod wasm;
mod wasm_target;
mod work_tree;

use std::process::ExitCode;

use anyhow::Result;
use arguments::{Measure, Task};

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
        Task::Register { products, seed } => register::run(products, seed),
        Task::Bench(measure) => measure_as_asked(measure),
    }
}

fn measure_as_asked(measure: Measure) -> Result<()> {
    match measure {
        Measure::Benches { rounds } => bench::run(rounds.get()),
        Measure::Peers => bench::peers(),
        Measure::CountsAnew => counts::rewrite(),
        Measure::Counts => {
            let mut log = run_log::RunLog::default();
            log.step("instructions", counts::check)
        }
    }
}
