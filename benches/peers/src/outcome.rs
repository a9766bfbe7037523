//! What every engine must agree on: four outcomes of a rule.

use comity::eval::verdict::Verdict;

/// Verdicts, as far as peers are asked to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Met, deemed met or exempt.
    Met,
    /// Breached.
    Breached,
    /// Out of scope, not in force, or nothing to speak of.
    NotApplicable,
    /// A fact or a judgement is missing.
    Undetermined,
}

impl Outcome {
    pub const ALL: [Outcome; 4] =
        [Outcome::Met, Outcome::Breached, Outcome::NotApplicable, Outcome::Undetermined];

    /// As the rules of the peers write it.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Breached => "breached",
            Outcome::NotApplicable => "not applicable",
            Outcome::Undetermined => "undetermined",
        }
    }

    /// The outcome that is written so.
    pub fn of_word(word: &str) -> anyhow::Result<Outcome> {
        let found = Outcome::ALL.into_iter().find(|outcome| outcome.word() == word);
        found.ok_or_else(|| anyhow::anyhow!("`{word}` is no outcome"))
    }

    /// Of a rule that applies and is kept, each of which may be unknown.
    pub fn of(applies: Option<bool>, kept: impl FnOnce() -> Option<bool>) -> Outcome {
        match applies {
            Some(false) => Outcome::NotApplicable,
            None => Outcome::Undetermined,
            Some(true) => match kept() {
                Some(true) => Outcome::Met,
                Some(false) => Outcome::Breached,
                None => Outcome::Undetermined,
            },
        }
    }
}

impl From<Verdict> for Outcome {
    fn from(verdict: Verdict) -> Outcome {
        match verdict {
            Verdict::Met | Verdict::DeemedMet | Verdict::Exempt | Verdict::Permitted => {
                Outcome::Met
            }
            Verdict::NotApplicable | Verdict::NotInForce => Outcome::NotApplicable,
            Verdict::Breached | Verdict::NotFollowed => Outcome::Breached,
            Verdict::Undetermined | Verdict::NeedsJudgement => Outcome::Undetermined,
        }
    }
}

/// Strong Kleene `and` of two values that may be unknown.
pub fn both(one: Option<bool>, other: impl FnOnce() -> Option<bool>) -> Option<bool> {
    match one {
        Some(false) => Some(false),
        Some(true) => other(),
        None => other().filter(|other| !other),
    }
}
