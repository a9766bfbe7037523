//! How much does each drafting fault weigh?

use crate::model::drafting::DraftingFault;
use std::collections::{BTreeMap, BTreeSet};

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not looked for.
    Off,
    /// It is shown.
    Warn,
    /// It is shown, and the text does not pass.
    Error,
}

impl Level {
    /// The level of that word: `error`, `warn`, `off`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Level> {
        match word {
            "error" => Some(Level::Error),
            "warn" => Some(Level::Warn),
            "off" => Some(Level::Off),
            _ => None,
        }
    }
}

/// The level of every fault.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(BTreeMap<DraftingFault, Level>);

impl Levels {
    /// The level of a fault.
    #[must_use]
    pub fn of(&self, fault: DraftingFault) -> Level {
        self.0.get(&fault).copied().unwrap_or(usual(fault))
    }

    /// Sets the level of a fault.
    pub fn set(&mut self, fault: DraftingFault, level: Level) {
        self.0.insert(fault, level);
    }

    /// The faults that are looked for.
    #[must_use]
    pub fn faults(&self) -> BTreeSet<DraftingFault> {
        DraftingFault::ALL.into_iter().filter(|fault| self.of(*fault) != Level::Off).collect()
    }
}

/// A text that says what cannot be so does not pass; what can be meant so is only shown.
fn usual(fault: DraftingFault) -> Level {
    match fault {
        DraftingFault::NeverApplies
        | DraftingFault::NeverMet
        | DraftingFault::NeverBreached
        | DraftingFault::SiblingOverlap
        | DraftingFault::FalseClaim
        | DraftingFault::DateGap
        | DraftingFault::DateOverlap => Level::Error,
        _ => Level::Warn,
    }
}
