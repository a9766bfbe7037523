//! Faults of drafting in what was loaded.

use super::Library;
use crate::analysis::lint::{Linted, Request, lint};

impl Library {
    /// Looks for faults of drafting in some of the rulesets; the others are their surroundings.
    #[must_use]
    pub fn lint(&self, request: &Request) -> Linted {
        lint(self.law(), self.sources(), request)
    }
}
