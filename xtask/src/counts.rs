//! Counting instructions: a guard against slow code that asks no clock.
//!
//! `benches/counts.rs` runs under callgrind, which tells of every call how many instructions it took;
//! those of the functions named `measured_*` are held to `benches/counts.txt`, which also names the
//! compiler that they were counted with: another one makes other instructions.

use std::fs;
use std::path::PathBuf;

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
    let tools = ["valgrind --version", "taskset --version"];
    let missing = tools.into_iter().find_map(|tool| command::read(&mut words(tool)).err());
    if let Some(reason) = missing {
        return Ok(Outcome::Incomplete(format!(
            "instructions are counted by valgrind on one core: {reason:#}"
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
    let output = place::target().join("counts.callgrind");
    // On one core the library starts no thread, whose part callgrind would not count.
    let mut valgrind = program("taskset");
    valgrind.args(["--cpu-list", &first_core(), "valgrind", "--tool=callgrind", "--quiet"]);
    valgrind.arg(format!("--callgrind-out-file={}", output.display()));
    command::run(valgrind.arg(executable(&built)?))?;
    let profile = fs::read_to_string(&output).context("callgrind wrote nothing")?;
    let compiler = command::read(&mut words("rustc --version"))?.trim().to_owned();
    Ok(Counts { compiler, instructions: read_profile(&profile)? })
}

/// A core that this process may run on.
fn first_core() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let cores = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let first = cores.and_then(|cores| cores.trim().split(['-', ',']).next());
    first.unwrap_or("0").to_owned()
}

/// The path of the program in what cargo says.
fn executable(messages: &str) -> Result<PathBuf> {
    let mut path = messages.lines().filter_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        Some(PathBuf::from(rest.split_once('"')?.0))
    });
    path.next_back().context("cargo names no program that it built")
}

/// The count of each function, from the calls in a profile: `cfn=(7) NAME`, `calls=1 …`, and a line
/// that ends with what the call took, all within it included.
fn read_profile(profile: &str) -> Result<Vec<(String, u64)>> {
    let of = |name: &str| {
        let id = id_of(profile, &format!("measured_{name}"))?;
        let call = format!("cfn={id}");
        let is_called = |line: &str| line == call || line.starts_with(&format!("{call} "));
        let mut lines = profile.lines().skip_while(|line| !is_called(line)).skip(1);
        let cost = lines.find(|line| !line.starts_with("calls="))?.split_whitespace().last()?;
        Some((name.to_owned(), cost.parse().ok()?))
    };
    let one = |name| of(name).with_context(|| format!("callgrind saw no `measured_{name}`"));
    MEASURED.into_iter().map(one).collect()
}

/// The number, in parentheses, under which a profile goes on to speak of a function.
fn id_of<'p>(profile: &'p str, name: &str) -> Option<&'p str> {
    let naming = profile.lines().find(|line| line.contains("fn=(") && line.contains(name))?;
    let (_, id) = naming.split_once('=')?;
    id.split_once(' ').map(|(id, _)| id)
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
    fn calls_of_a_profile_are_read() {
        let call = |id: usize, name: &str, cost: usize| {
            format!("cfn=({id}) counts::measured_{name}\ncalls=1 0\n0 {cost}\n")
        };
        let first = format!("fn=(1) counts::main\n0 7\n{}", call(2, "loading", 11));
        let named_before =
            "fn=(3) counts::measured_reading\n0 5\nfn=(1)\ncfn=(3)\ncalls=1 0\n0 12\n";
        let last = format!("{}{}", call(4, "product", 13), call(31, "batch", 14));
        let found = read_profile(&format!("{first}{named_before}{last}")).unwrap();
        let counts: Vec<u64> = found.into_iter().map(|(_, count)| count).collect();
        assert_eq!(counts, [11, 12, 13, 14]);
        assert!(read_profile(&first).is_err());
    }

    #[test]
    fn program_is_the_last_that_cargo_names() {
        let said = "{\"executable\":null}\n{\"executable\":\"/t/counts-1\",\"fresh\":true}\n";
        assert_eq!(executable(said).unwrap(), PathBuf::from("/t/counts-1"));
    }
}
