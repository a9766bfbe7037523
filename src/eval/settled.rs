//! What is known of an open verdict once every completion of the manifest was looked at, as data
//! to show.

use super::trace::FactPath;
use super::verdict::Verdict;
use crate::model::condition::JudgementId;
use crate::model::manifest::Manifest;

/// What every completion of a manifest says of a rule whose verdict was open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// The verdicts that completions reach, in the order of their codes.
    pub possible: Vec<Possible>,
    /// The fewest facts and judgements that can decide the verdict; empty where it is decided.
    pub ask: Vec<Ask>,
    /// Whether it was proved that no fewer can; else no fewer were found.
    pub is_fewest: bool,
}

/// A verdict that can be reached, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// The verdict.
    pub verdict: Verdict,
    /// What to tell for it: as little as it takes.
    pub ask: Vec<Ask>,
    /// The manifest with that told.
    pub manifest: Manifest,
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// A fact; of a list that nobody has stated: all its items.
    Fact(FactPath),
    /// What a person judges of an open norm.
    Judgement(JudgementId),
}

impl Verdict {
    /// Verdicts that say the same of the product's duty: the rule does not bind, or it is
    /// satisfied. Which of them is told depends on what is known.
    #[must_use]
    pub fn class(self) -> Verdict {
        match self {
            Verdict::NotInForce => Verdict::NotApplicable,
            Verdict::DeemedMet | Verdict::Exempt => Verdict::Met,
            verdict => verdict,
        }
    }
}

impl Settled {
    /// The one verdict of all completions, if there is one. Where they are satisfied by different
    /// routes it is the one that promises least.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        let (first, rest) = self.possible.split_first()?;
        let verdicts = || self.possible.iter().map(|possible| possible.verdict);
        if !first.verdict.is_definite()
            || rest.iter().any(|other| other.verdict.class() != first.verdict.class())
        {
            return None;
        }
        let least = [Verdict::DeemedMet, Verdict::Exempt, Verdict::NotApplicable];
        Some(least.into_iter().find(|one| verdicts().any(|verdict| verdict == *one)))
            .flatten()
            .or(Some(first.verdict))
    }
}
