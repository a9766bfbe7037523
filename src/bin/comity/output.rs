//! Writes to the terminal: respects its width, `NO_COLOR`, and readers that stop reading.

use crate::args::Colour;
use comity::report::paint::Paint;
use std::io::{IsTerminal, Write};

/// Widest lines that are still read with ease.
const WIDEST: usize = 120;

/// Where output goes.
#[derive(Debug)]
pub(crate) struct Terminal {
    colour: Colour,
}

impl Terminal {
    pub(crate) fn new(colour: Colour) -> Self {
        Terminal { colour }
    }

    /// Colour and width for standard output.
    pub(crate) fn paint(&self) -> Paint {
        let width = textwrap::termwidth().min(WIDEST);
        let terminal = std::io::stdout().is_terminal();
        Paint { colour: self.coloured(terminal), width: if terminal { width } else { 100 } }
    }

    /// Whether standard error is coloured.
    pub(crate) fn error_colour(&self) -> bool {
        self.coloured(std::io::stderr().is_terminal())
    }

    fn coloured(&self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                terminal && !plain && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }

    /// Writes to standard output. A closed pipe (`comity rules | head`) is no fault.
    pub(crate) fn print(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Writes to standard error.
    pub(crate) fn error(&self, text: &str) {
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
}
