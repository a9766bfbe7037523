//! A whole command as a shell sees it: from the start of the process to its end.

use crate::batch::time;
use std::process::{Command, Stdio};
use std::time::Duration;

const RUNS: usize = 25;
const PRODUCT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/doorbell.yaml");

/// The least and the middle of some runs; nothing where the command line is not built.
pub(crate) fn figures() -> Vec<(String, Duration)> {
    let Some(program) = option_env!("CARGO_BIN_EXE_comity") else { return Vec::new() };
    let mut runs: Vec<Duration> = (0..RUNS).map(|_| once(program)).collect();
    runs.sort();
    let of =
        |what: &str| format!("`comity check examples/doorbell.yaml`, the whole process, {what}");
    vec![(of("least"), runs[0]), (of("median"), runs[RUNS / 2])]
}

fn once(program: &str) -> Duration {
    let mut command = Command::new(program);
    command.args(["check", PRODUCT, "--on", "2026-11-22"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (spent, status) = time(|| command.status().expect("the command starts"));
    assert!(status.code().is_some_and(|code| code < 2), "the command judges");
    spent
}
