//! Counting instructions: a guard against slow code that asks no clock.
//!
//! `benches/counts.rs` runs under callgrind, which counts within its functions named `measured_*`
//! and writes the count of each when it returns. `benches/counts.txt` holds what they were, and the
//! compiler that they were counted with: another one makes other instructions.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, program, words};
use crate::place;
use crate::run_log::Outcome;

const BUILD: &str =
    "cargo bench --locked --no-default-features --bench counts --no-run --message-format=json";
const MEASURED: [&str; 4] = ["loading", "reading", "product", "batch"];
const REWRITE: &str = "cargo xtask bench --counts --rewrite";
/// How many of a hundred instructions more are no regression yet.
const TOLERANCE: u64 = 5;

/// Counts of one run, and the compiler that built what was counted.
#[derive(Debug, PartialEq, Eq)]
struct Counts {
    compiler: String,
    instructions: Vec<(String, u64)>,
}

/// Holds the counts to the committed ones.
pub(crate) fn check() -> Result<Outcome> {
    if let Err(reason) = command::read(&mut words("valgrind --version")) {
        return Ok(Outcome::Incomplete(format!(
            "instructions are counted by valgrind: {reason:#}"
        )));
    }
    let expected = fs::read_to_string(file()).with_context(|| format!("run `{REWRITE}`"))?;
    compare(&Counts::read(&expected)?, &count()?)
}

/// Puts the counts of this run in place of the committed ones.
pub(crate) fn rewrite() -> Result<()> {
    let counts = count()?.write();
    print!("{counts}");
    fs::write(file(), counts).context("the counts cannot be written")
}

fn file() -> PathBuf {
    place::root().join("benches/counts.txt")
}

fn compare(expected: &Counts, found: &Counts) -> Result<Outcome> {
    let mut slower = Vec::new();
    for (name, count) in &found.instructions {
        let before = expected.instructions.iter().find(|(other, _)| other == name);
        let (_, before) = before.with_context(|| format!("`{name}` is new: `{REWRITE}`"))?;
        println!("{name:<10} {count:>14} instructions, {}", change(*before, *count));
        if count.saturating_mul(100) > before.saturating_mul(100 + TOLERANCE) {
            slower.push(format!("{name}: {count} instructions, {}", change(*before, *count)));
        }
    }
    match (expected.compiler == found.compiler, slower.is_empty()) {
        (true, true) => Ok(Outcome::Passed),
        (true, false) => bail!("{}\nif that is meant: `{REWRITE}`", slower.join("\n")),
        (false, _) => Ok(Outcome::Incomplete(format!(
            "the counts are those of {}, and this is {}",
            expected.compiler, found.compiler
        ))),
    }
}

fn change(before: u64, now: u64) -> String {
    let (before, now) = (i128::from(before.max(1)), i128::from(now));
    let thousandths = (now - before) * 1000 / before;
    let (sign, size) = (if thousandths < 0 { '-' } else { '+' }, thousandths.abs());
    format!("{sign}{}.{} % of {before}", size / 10, size % 10)
}

fn count() -> Result<Counts> {
    let built = command::read(&mut words(BUILD))?;
    let directory = place::target().join("counts");
    if directory.exists() {
        fs::remove_dir_all(&directory).context("old counts cannot be removed")?;
    }
    fs::create_dir_all(&directory).context("there is no place for the counts")?;
    let mut valgrind = program("valgrind");
    valgrind.args(["--tool=callgrind", "--quiet", "--collect-atstart=no"]);
    for name in MEASURED {
        valgrind.arg(format!("--toggle-collect=*measured_{name}*"));
        valgrind.arg(format!("--dump-after=*measured_{name}*"));
    }
    let output = directory.join("out");
    valgrind.arg(format!("--callgrind-out-file={}", output.display()));
    command::run(valgrind.arg(executable(&built)?))?;
    let compiler = command::read(&mut words("rustc --version"))?.trim().to_owned();
    Ok(Counts { compiler, instructions: read_dumps(&directory)? })
}

/// The path of the program in what cargo says.
fn executable(messages: &str) -> Result<PathBuf> {
    let path = messages.lines().filter_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        Some(PathBuf::from(rest.split_once('"')?.0))
    });
    path.last().context("cargo names no program that it built")
}

/// The count of each function, from the files that callgrind wrote when it returned.
fn read_dumps(directory: &Path) -> Result<Vec<(String, u64)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).context("there are no counts")? {
        let text = fs::read_to_string(entry?.path()).context("a count cannot be read")?;
        found.extend(read_dump(&text));
    }
    let of = |name: &str| {
        let one = found.iter().find(|(other, _)| other == name);
        one.cloned().with_context(|| format!("callgrind saw no `measured_{name}`"))
    };
    MEASURED.into_iter().map(of).collect()
}

fn read_dump(text: &str) -> Option<(String, u64)> {
    let after = |key| text.lines().find_map(|line: &str| line.strip_prefix(key));
    let trigger = after("desc: Trigger: --dump-after=")?;
    let name = MEASURED.into_iter().find(|name| trigger.contains(&format!("measured_{name}")))?;
    let total = after("summary: ").or_else(|| after("totals: "))?;
    Some((name.to_owned(), total.trim().parse().ok()?))
}

impl Counts {
    fn read(text: &str) -> Result<Counts> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let compiler = lines.next().context("the counts name no compiler")?.to_owned();
        let count = |line: &str| {
            let (name, count) = line.split_once(' ').context("a name and a count")?;
            Ok((name.to_owned(), count.trim().parse().with_context(|| line.to_owned())?))
        };
        Ok(Counts { compiler, instructions: lines.map(count).collect::<Result<_>>()? })
    }

    fn write(&self) -> String {
        let head = format!("# Instructions, written by `{REWRITE}`.\n{}\n", self.compiler);
        let line = |(name, count): &(String, u64)| format!("{name} {count}\n");
        head + &self.instructions.iter().map(line).collect::<String>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(compiler: &str, batch: u64) -> Counts {
        let instructions = vec![("batch".to_owned(), batch)];
        Counts { compiler: compiler.to_owned(), instructions }
    }

    #[test]
    fn counts_written_are_read() {
        let counts = counts("rustc 1.95.0", 1_000);
        assert_eq!(Counts::read(&counts.write()).unwrap(), counts);
    }

    #[test]
    fn more_than_the_tolerance_is_refused() {
        let before = counts("rustc 1", 1_000);
        assert!(matches!(compare(&before, &counts("rustc 1", 1_050)), Ok(Outcome::Passed)));
        assert!(compare(&before, &counts("rustc 1", 1_051)).is_err());
        assert!(matches!(compare(&before, &counts("rustc 1", 10)), Ok(Outcome::Passed)));
    }

    #[test]
    fn another_compiler_is_told() {
        let found = compare(&counts("rustc 1", 1_000), &counts("rustc 2", 2_000));
        assert!(matches!(found, Ok(Outcome::Incomplete(_))));
    }

    #[test]
    fn dump_names_its_function() {
        let dump = "desc: Trigger: --dump-after=*measured_batch*\nevents: Ir\nsummary: 12345\n";
        assert_eq!(read_dump(dump), Some(("batch".to_owned(), 12_345)));
        assert_eq!(read_dump("desc: Trigger: Program termination\nsummary: 5\n"), None);
    }

    #[test]
    fn program_is_the_last_that_cargo_names() {
        let said = "{\"executable\":null}\n{\"executable\":\"/t/counts-1\",\"fresh\":true}\n";
        assert_eq!(executable(said).unwrap(), PathBuf::from("/t/counts-1"));
    }
}
