//! How large a report may grow: a bound that keeps memory small whatever is asked.

use serde::Serialize;
use std::io::{Error, Result, Write};

/// Bytes of one report as JSON: 256 MiB, some three hundred products in three countries. For more
/// there are lines, `comity check --format ndjson`.
pub const REPORT_BYTES: usize = 256 * 1024 * 1024;

/// What is left of a bound while a report grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    left: usize,
    whole: usize,
}

/// A report grew past its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the report has over {0} bytes; ask fewer products at once, or ask for a line each with \
     `--format ndjson`"
)]
pub struct TooLarge(pub usize);

impl Room {
    /// Room for so many bytes.
    #[must_use]
    pub fn of(bytes: usize) -> Room {
        Room { left: bytes, whole: bytes }
    }

    /// Takes the room that a part needs at least, as JSON with its line ends.
    ///
    /// # Errors
    ///
    /// There is not so much left.
    pub fn take(&mut self, part: &impl Serialize) -> std::result::Result<(), TooLarge> {
        serde_json::to_writer_pretty(Counted(self), part).map_err(|_| TooLarge(self.whole))
    }
}

/// Counts what is written, and keeps nothing.
struct Counted<'r>(&'r mut Room);

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.left = self.0.left.checked_sub(bytes.len()).ok_or(Error::other("no room left"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
