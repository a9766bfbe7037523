//! The command line of Comity: picks the command, prints what it says, exits with its code.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the program is where files, the clock and the terminal are; the library has none of them"
)]

mod args;
mod ask;
mod baseline;
mod batch;
mod batch_source;
mod batch_sum;
mod cases;
mod check;
mod clock;
mod compare;
mod conflicts;
mod diff;
mod doc;
mod explain;
mod failure;
mod files;
mod fix;
mod fmt;
mod frame;
mod graph;
mod interview;
mod limits;
mod lint;
mod lsp;
mod many;
mod mutate;
mod new;
mod output;
mod progress;
mod read;
mod resume;
mod rules;
mod schema;
mod sealed;
mod test;
mod timeline;
mod verify;
mod vocabulary;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use comity::eval::verdict::Outcome;
use failure::Failure;
use output::Terminal;
use std::process::ExitCode;

/// Reading all of the law makes and drops a million small things: with the allocator of most
/// systems a quarter of a start goes there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended. The numbers are promised in the README.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Every obligation is met.
    #[default]
    Met = 0,
    /// An obligation is breached, a test failed, a file is not formatted, a receipt differs.
    Breached = 1,
    /// Something is undetermined or needs judgement, or a signature was not checked.
    Open = 2,
    /// Bad input.
    BadInput = 3,
}

impl From<Outcome> for Exit {
    fn from(outcome: Outcome) -> Exit {
        match outcome {
            Outcome::Compliant => Exit::Met,
            Outcome::NonCompliant => Exit::Breached,
            Outcome::Undetermined => Exit::Open,
        }
    }
}

impl Exit {
    /// The one of two that matters more: bad input, then a breach, then an open point.
    pub(crate) fn worse(self, other: Exit) -> Exit {
        let weight = |exit| match exit {
            Exit::Met => 0,
            Exit::Open => 1,
            Exit::Breached => 2,
            Exit::BadInput => 3,
        };
        if weight(self) >= weight(other) { self } else { other }
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(cli.color);
    let exit = run(cli.command, &terminal).unwrap_or_else(|failure| {
        terminal.error(&failure.render(terminal.error_colour()));
        Exit::BadInput
    });
    ExitCode::from(exit as u8)
}

/// Help and version are answers; anything else that clap says is bad input.
fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    let exit = if error.use_stderr() { Exit::BadInput } else { Exit::Met };
    ExitCode::from(exit as u8)
}

fn run(command: Command, terminal: &Terminal) -> Result<Exit, Failure> {
    match command {
        Command::Check(args) => check::check(&args, terminal),
        Command::Verify(args) => verify::verify(&args, terminal),
        Command::Timeline(args) => timeline::timeline(&args, terminal),
        Command::Diff(args) => diff::diff(&args, terminal),
        Command::Ask(args) => ask::ask(&args, terminal),
        Command::Fix(args) => fix::fix(&args, terminal),
        Command::Test(args) => test::test(&args, terminal),
        Command::Fmt(args) => fmt::fmt(&args, terminal),
        Command::Read(args) => read::read(&args, terminal),
        Command::Doc(args) => doc::doc(&args, terminal),
        Command::Rules(args) => rules::rules(&args, terminal),
        Command::Graph(args) => graph::graph(&args, terminal),
        Command::Lint(args) => lint::lint(&args, terminal),
        Command::Conflicts(args) => conflicts::conflicts(&args, terminal),
        Command::Compare(args) => compare::compare(&args, terminal),
        Command::Baseline(args) => baseline::baseline(&args, terminal),
        Command::Lsp => lsp::lsp(),
        Command::Explain(args) => explain::explain(&args, terminal),
        Command::Vocabulary(args) => vocabulary::vocabulary(&args, terminal),
        Command::New(args) => new::new(&args, terminal),
        Command::Schema(args) => schema::schema(&args, terminal),
        Command::Completions(args) => Ok(completions(args.shell, terminal)),
        Command::Man => man(terminal),
    }
}

fn completions(shell: clap_complete::Shell, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "comity", &mut script);
    terminal.print(&String::from_utf8_lossy(&script));
    Exit::Met
}

fn man(terminal: &Terminal) -> Result<Exit, Failure> {
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(Cli::command()).render(&mut page);
    rendered.map_err(|error| Failure::new(format!("cannot write the manual page: {error}")))?;
    terminal.print(&String::from_utf8_lossy(&page));
    Ok(Exit::Met)
}
