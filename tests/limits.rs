//! Texts made to exhaust time, memory or the stack: each is refused or answered, soon and in little.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads clocks, starts threads and programs, and fails by panicking"
)]

#[path = "limits/edges.rs"]
mod edges;
#[path = "limits/manifests.rs"]
mod manifests;
#[cfg(all(unix, feature = "cli"))]
#[path = "limits/program.rs"]
mod program;
#[path = "limits/rulesets.rs"]
mod rulesets;
#[path = "limits/table.rs"]
mod table;

use comity::Library;
use comity::fault::Fault;
use std::time::{Duration, Instant};

/// A guard against hanging, not a measure: generous for a busy machine and unoptimised code.
const LONGEST: Duration = Duration::from_secs(60);

/// The stack of a worker in a browser.
const STACK: usize = 1024 * 1024;

const WORLD: [(&str, &str); 3] = [
    ("jurisdictions", include_str!("suite/resolve/world/jurisdictions.comity")),
    ("vocabulary", include_str!("suite/resolve/world/vocabulary.comity")),
    ("standard", include_str!("suite/resolve/world/standard.comity")),
];
const HEADER: &str = include_str!("suite/resolve/world/header.comity");

/// Works on a small stack, and not for long.
fn soon<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let started = Instant::now();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap();
    let done = thread.join().unwrap();
    assert!(started.elapsed() < LONGEST, "it took {:?}", started.elapsed());
    done
}

/// The small law with one more ruleset, of which only what follows the header is given.
fn load(rules: String) -> Result<Library, Vec<Fault>> {
    soon(move || {
        let text = format!("{HEADER}\n{rules}");
        Library::from_texts(WORLD.into_iter().chain([("own", text.as_str())]))
    })
}

/// The codes of the faults without their beginnings, each once.
fn codes(faults: &[Fault]) -> Vec<String> {
    let mut codes: Vec<String> =
        faults.iter().map(|fault| fault.code().replace("comity::", "")).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// A rule that demands a condition, with further sentences after it.
fn rule(number: usize, rest: &str) -> String {
    format!("rule {number}:\n  title en \"A duty\".\n  citing \"{number}\".\n  {rest}\n\n")
}
