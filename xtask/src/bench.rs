//! Measuring: the benches of the library, several runs in turn, and Comity beside its peers.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use crate::command::{self, words};
use crate::place;

/// The benches, as they are built: without the command line.
const BENCHES: [&str; 4] = ["evaluate", "shipped", "relations", "server"];
const PEERS: &str = "cargo run --release --locked --manifest-path benches/peers/Cargo.toml";
/// Where the page of the peers holds what was measured last.
const TABLE: (&str, &str) = ("<!-- measured -->\n", "<!-- /measured -->\n");

/// Runs every bench so many times, one after the other in each round, and prints one table.
pub(crate) fn run(rounds: u64) -> Result<()> {
    let mut found: Vec<(String, Vec<Nanoseconds>)> = Vec::new();
    let mut places = BTreeMap::new();
    for round in 1..=rounds {
        for bench in BENCHES {
            eprintln!("==> {bench}, round {round} of {rounds}");
            let line = format!("cargo bench --locked --no-default-features --bench {bench}");
            for (name, time) in read_times(&command::read(&mut words(&line))?) {
                let name = format!("{bench}: {name}");
                let place = *places.entry(name.clone()).or_insert_with(|| {
                    found.push((name, Vec::new()));
                    found.len() - 1
                });
                found.get_mut(place).context("a place in the table")?.1.push(time);
            }
        }
    }
    print!("{}", table(found));
    Ok(())
}

/// Measures Comity beside its peers, and puts the table into their page.
pub(crate) fn peers() -> Result<()> {
    let measured = command::read(&mut words(PEERS))?;
    println!("{measured}");
    let page = place::root().join("benches/peers/README.md");
    let text = fs::read_to_string(&page).context("the page of the peers")?;
    let (before, rest) = text.split_once(TABLE.0).context("the page has no place for a table")?;
    let (_, after) = rest.split_once(TABLE.1).context("the table of the page has no end")?;
    let head = format!("Measured on {} on {}: ", today()?, machine()?);
    let text = format!("{before}{}{head}{measured}{}{after}", TABLE.0, TABLE.1);
    fs::write(page, text).context("the page of the peers cannot be written")
}

fn today() -> Result<String> {
    Ok(command::read(&mut words("date -u +%F"))?.trim().to_owned())
}

/// What kind of machine this is; nothing that tells it from others of its kind.
fn machine() -> Result<String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let described = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        described.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let (_, model) = model.unwrap_or(("", std::env::consts::ARCH));
    let compiler = command::read(&mut words("rustc --version"))?;
    let compiler = compiler.split(" (").next().unwrap_or_default().trim().to_owned();
    Ok(format!("{}, {model}, {threads} threads, {compiler}", std::env::consts::OS))
}

/// A time as a bench printed it.
type Nanoseconds = u128;

/// Every line of a report that tells a time: what it is of, under the last heading, and the time.
/// Of a row of several times (divan's) it is the third, the median.
fn read_times(report: &str) -> Vec<(String, Nanoseconds)> {
    let (mut heading, mut found) = (String::new(), Vec::new());
    for line in report.lines() {
        let cells: Vec<&str> = line.split('│').collect();
        let told = match cells.as_slice() {
            [name, _, median, ..] => first_time(median).map(|(_, time)| (first_time(name), time)),
            _ => first_time(line).map(|(name, time)| (Some((name, 0)), time)),
        };
        let plain = |text: &str| text.trim_matches(|c: char| "├─╰ ".contains(c)).to_owned();
        match told {
            Some((name, time)) => {
                let name = plain(&name.map_or_else(String::new, |(name, _)| name));
                let shown = if heading.is_empty() { name } else { format!("{heading}: {name}") };
                found.push((shown, time));
            }
            None if line.trim().is_empty() => heading.clear(),
            None if cells.len() == 1 => heading = plain(line),
            None => {}
        }
    }
    found
}

/// The first number with a unit of time, and the text before it, or after it if there is none.
fn first_time(text: &str) -> Option<(String, Nanoseconds)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = words.windows(2).position(|pair| pair.last().is_some_and(|unit| is_unit(unit)))?;
    let (before, rest) = words.split_at(place);
    let [number, unit, after @ ..] = rest else { return None };
    let name = if before.is_empty() { after } else { before };
    Some((name.join(" "), nanoseconds(number, unit)?))
}

fn is_unit(word: &str) -> bool {
    scale(word).is_some()
}

fn scale(unit: &str) -> Option<u128> {
    match unit.trim_end_matches([',', ';']) {
        "ns" => Some(1),
        "µs" => Some(1_000),
        "ms" => Some(1_000_000),
        "s" => Some(1_000_000_000),
        _ => None,
    }
}

fn nanoseconds(number: &str, unit: &str) -> Option<Nanoseconds> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let tens = 10_u128.checked_pow(u32::try_from(part.len()).ok()?)?;
    let digits: u128 = format!("{whole}{part}").parse().ok()?;
    Some(digits * scale(unit)? / tens)
}

fn table(found: Vec<(String, Vec<Nanoseconds>)>) -> String {
    let mut text = "| bench | median | least to most |\n| --- | ---: | ---: |\n".to_owned();
    for (name, mut times) in found {
        times.sort_unstable();
        let [median, least, most] = [times.get(times.len() / 2), times.first(), times.last()]
            .map(|time| shown(time.copied()));
        text += &format!("| {name} | {median} | {least} to {most} |\n");
    }
    text
}

/// Three or more digits, in the unit that fits.
fn shown(time: Option<Nanoseconds>) -> String {
    let time = time.unwrap_or_default();
    let units = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs")];
    match units.into_iter().find(|(unit, _)| time >= *unit) {
        Some((unit, name)) => format!("{}.{:02} {name}", time / unit, time % unit * 100 / unit),
        None => format!("{time} ns"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_house_are_read() {
        let report = "1002 rules of 90 rulesets, 100 products\nloading the rules  200.5 ms, once\n\
                      filling columns  1234 ns a product\n";
        let heading = "1002 rules of 90 rulesets, 100 products";
        let expected = [("loading the rules", 200_500_000), ("filling columns", 1_234)];
        let expected = expected.map(|(name, time)| (format!("{heading}: {name}"), time));
        assert_eq!(read_times(report), expected);
    }

    #[test]
    fn name_may_stand_after_the_time() {
        assert_eq!(read_times("  1.5 ms  load\n"), [("load".to_owned(), 1_500_000)]);
    }

    #[test]
    fn median_of_a_row_is_read() {
        let report = "evaluate   fastest │ slowest │ median │ mean │ samples\n\
                      ├─ one_product  1.5 µs │ 9.1 µs │ 2.25 µs │ 3 µs │ 100\n\
                      │  666 Kitem/s │ 1 Kitem/s │ 444 Kitem/s │ 333 Kitem/s │\n";
        assert_eq!(read_times(report), [("one_product".to_owned(), 2_250)]);
    }

    #[test]
    fn table_tells_the_spread() {
        let text = table(vec![("a".to_owned(), vec![3_000, 1_500, 2_000])]);
        assert!(text.ends_with("| a | 2.00 µs | 1.50 µs to 3.00 µs |\n"), "{text}");
    }
}
