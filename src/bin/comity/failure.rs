//! What stops a command: faults in its input, or anything else, in words.

use crate::frame::render_faults;
use comity::fault::Fault;
use std::path::Path;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Faults in rulesets or manifests.
    Faults(Vec<Fault>),
    /// Anything else, in words.
    Message(String),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Failure::Message(message.into())
    }

    /// A product that no market was named for, by the command or by its manifest.
    pub(crate) fn placed_nowhere(name: &str) -> Self {
        Failure::new(format!("{name} places the product nowhere; name jurisdictions with `--in`"))
    }

    pub(crate) fn io(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        Failure::Message(format!("cannot {verb} {}: {error}", path.display()))
    }

    /// The failure for people, as it goes to standard error.
    pub(crate) fn render(&self, colour: bool) -> String {
        match self {
            Failure::Message(message) => format!("error: {message}\n"),
            Failure::Faults(faults) => render_faults(faults, colour),
        }
    }
}

impl From<comity::UnknownName> for Failure {
    fn from(unknown: comity::UnknownName) -> Self {
        Failure::Message(unknown.to_string())
    }
}
