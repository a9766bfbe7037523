//! Announcing steps: each with its name and its time, and all of them again at the end.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// What a step that did not fail has to say.
pub(crate) enum Outcome {
    Passed,
    /// Passed, but something was not checked; the text says what and why.
    Incomplete(String),
}

/// The steps of one run.
#[derive(Default)]
pub(crate) struct RunLog {
    lines: Vec<String>,
    time: Duration,
    incomplete: usize,
}

impl RunLog {
    /// Runs one step, or fails with its name before the cause.
    pub(crate) fn step(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<Outcome>,
    ) -> Result<()> {
        println!("==> {name}");
        let start = Instant::now();
        let outcome = work().with_context(|| format!("step `{name}`"))?;
        self.record(name, start.elapsed(), &outcome);
        Ok(())
    }

    /// Prints every step with its time, and plainly what was left unchecked.
    pub(crate) fn print(&self) {
        println!("==> no step of {} failed", self.lines.len());
        self.lines.iter().for_each(|line| println!("{line}"));
        println!(
            "{:>8.1} s in all; {} steps could not check everything",
            self.time.as_secs_f64(),
            self.incomplete
        );
    }

    fn record(&mut self, name: &str, time: Duration, outcome: &Outcome) {
        let mut line = format!("{:>8.1} s  {name}", time.as_secs_f64());
        if let Outcome::Incomplete(reason) = outcome {
            line = format!("{line}: NOT CHECKED: {reason}");
            self.incomplete += 1;
        }
        println!("{line}");
        self.lines.push(line);
        self.time += time;
    }
}
