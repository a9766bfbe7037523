//! What the command line asks for.

use std::num::NonZeroU64;

use anyhow::{Context, Result, bail};

use crate::wasm_target::Route;

pub(crate) const HELP: &str = "\
cargo xtask test                   set up what the checks need and pass every one of them
cargo xtask wasm [--route ROUTE]   build the browser module into wasm/pkg and print its size;
                                   ROUTE is installed, rustup or debian (default: the first that works)
cargo xtask playground             build the browser module and serve the page until stopped
cargo xtask fuzz [--minutes N] [--target NAME]
                                   run every fuzz target, or one, for N minutes (default: 1);
                                   needs nightly
cargo xtask soak [--minutes N] [--seed S]
                                   hold evaluator, brute force, solver and a second interpreter
                                   against one another in random worlds for N minutes
                                   (default: 1), from seed S
cargo xtask register --products N [--seed S]
                                   write N products that never were to standard output, as NDJSON
cargo xtask bench [--rounds N]     run the benches N times in turn (default: 3): one table with spread
cargo xtask bench --peers          the same shipped rules in Comity and in its peers; the table goes
                                   into benches/peers/README.md
cargo xtask bench --counts [--rewrite]
                                   count instructions under valgrind and hold them to those of
                                   benches/counts.txt, or write these anew
";

/// How often each bench is run.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(2);

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Test,
    Wasm { route: Option<Route> },
    Playground,
    Fuzz { minutes: NonZeroU64, target: Option<String> },
    Soak { minutes: NonZeroU64, seed: Option<u64> },
    Register { products: u64, seed: u64 },
    Bench(Measure),
}

/// What is to be measured.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Benches { rounds: NonZeroU64 },
    Peers,
    Counts,
    CountsAnew,
}

pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Task> {
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => Ok(Task::Help),
        ["test"] => Ok(Task::Test),
        ["wasm"] => Ok(Task::Wasm { route: None }),
        ["wasm", "--route", route] => Ok(Task::Wasm { route: Some(parse_route(route)?) }),
        ["playground"] => Ok(Task::Playground),
        ["fuzz", options @ ..] => parse_fuzz(options),
        ["soak", options @ ..] => parse_soak(options),
        ["register", options @ ..] => parse_register(options),
        ["bench", options @ ..] => parse_bench(options).map(Task::Bench),
        _ => bail!("`{}` is no task\n{HELP}", words.join(" ")),
    }
}

fn parse_route(word: &str) -> Result<Route> {
    Route::ALL
        .into_iter()
        .find(|route| route.name() == word)
        .with_context(|| format!("`{word}` is no route to the wasm target\n{HELP}"))
}

fn parse_minutes(word: &str) -> Result<NonZeroU64> {
    word.parse().with_context(|| format!("`{word}` is no whole number of minutes above zero"))
}

fn parse_fuzz(options: &[&str]) -> Result<Task> {
    let (mut minutes, mut target) = (NonZeroU64::MIN, None);
    for option in options.chunks(2) {
        match option {
            ["--minutes", word] => minutes = parse_minutes(word)?,
            ["--target", word] => target = Some((*word).to_owned()),
            other => bail!("`{}` is no option of fuzz\n{HELP}", other.join(" ")),
        }
    }
    Ok(Task::Fuzz { minutes, target })
}

fn parse_soak(options: &[&str]) -> Result<Task> {
    let (mut minutes, mut seed) = (NonZeroU64::MIN, None);
    for option in options.chunks(2) {
        match option {
            ["--minutes", word] => minutes = parse_minutes(word)?,
            ["--seed", word] => seed = Some(parse_seed(word)?),
            other => bail!("`{}` is no option of soak\n{HELP}", other.join(" ")),
        }
    }
    Ok(Task::Soak { minutes, seed })
}

fn parse_register(options: &[&str]) -> Result<Task> {
    let (mut products, mut seed) = (None, 1);
    for option in options.chunks(2) {
        match option {
            ["--products", word] => {
                let number = word.parse();
                products = Some(number.with_context(|| format!("`{word}` is no number"))?);
            }
            ["--seed", word] => seed = parse_seed(word)?,
            other => bail!("`{}` is no option of register\n{HELP}", other.join(" ")),
        }
    }
    let products = products.with_context(|| format!("how many? `--products N`\n{HELP}"))?;
    Ok(Task::Register { products, seed })
}

fn parse_bench(options: &[&str]) -> Result<Measure> {
    match options {
        [] => Ok(Measure::Benches { rounds: ROUNDS }),
        ["--rounds", word] => {
            let rounds = word.parse();
            let rounds = rounds.with_context(|| format!("`{word}` is no number of rounds"))?;
            Ok(Measure::Benches { rounds })
        }
        ["--peers"] => Ok(Measure::Peers),
        ["--counts"] => Ok(Measure::Counts),
        ["--counts", "--rewrite"] => Ok(Measure::CountsAnew),
        other => bail!("`{}` is no option of bench\n{HELP}", other.join(" ")),
    }
}

fn parse_seed(word: &str) -> Result<u64> {
    word.parse().with_context(|| format!("`{word}` is no seed: a whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn task_with_option_is_read() {
        assert_eq!(
            parsed("fuzz --minutes 5").unwrap(),
            Task::Fuzz { minutes: NonZeroU64::new(5).unwrap(), target: None }
        );
        assert_eq!(
            parsed("fuzz --target lsp").unwrap(),
            Task::Fuzz { minutes: NonZeroU64::MIN, target: Some("lsp".to_owned()) }
        );
        assert_eq!(
            parsed("wasm --route debian").unwrap(),
            Task::Wasm { route: Some(Route::Debian) }
        );
        assert_eq!(
            parsed("soak --seed 7 --minutes 2").unwrap(),
            Task::Soak { minutes: NonZeroU64::new(2).unwrap(), seed: Some(7) }
        );
        assert_eq!(parsed("soak").unwrap(), Task::Soak { minutes: NonZeroU64::MIN, seed: None });
        assert_eq!(parsed("bench --peers").unwrap(), Task::Bench(Measure::Peers));
        assert_eq!(parsed("bench --counts --rewrite").unwrap(), Task::Bench(Measure::CountsAnew));
        let rounds = NonZeroU64::new(3).unwrap();
        assert_eq!(parsed("bench").unwrap(), Task::Bench(Measure::Benches { rounds }));
    }

    #[test]
    fn unknown_task_or_option_is_refused() {
        assert!(parsed("tests").is_err());
        assert!(parsed("test --fast").is_err());
        assert!(parsed("fuzz --minutes many").is_err());
        assert!(parsed("fuzz --minutes 0").is_err());
        assert!(parsed("fuzz --target").is_err());
        assert!(parsed("soak --minutes").is_err());
        assert!(parsed("soak --seed -1").is_err());
        assert!(parsed("wasm --route guess").is_err());
        assert!(parsed("bench --rewrite").is_err());
        assert!(parsed("bench --rounds 0").is_err());
    }
}
