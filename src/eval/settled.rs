//! What is known of an open verdict once every completion of the manifest was looked at, as data
//! to show.

use super::trace::FactPath;
use super::verdict::Verdict;
use crate::model::condition::JudgementId;
use crate::model::manifest::{Manifest, StatedJudgement, Statement};
use crate::model::vocabulary::FactId;
use std::collections::BTreeMap;

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
    /// What is then stated, where that is not what the manifest states.
    pub told: BTreeMap<FactId, Statement>,
    /// What is then judged besides.
    pub judged: Vec<StatedJudgement>,
}

impl Possible {
    /// A verdict that a completion of a manifest reaches.
    #[must_use]
    pub fn of(verdict: Verdict, before: &Manifest, completed: &Manifest) -> Possible {
        let is_told =
            |(fact, stated): &(&FactId, &Statement)| before.facts.get(fact) != Some(stated);
        let told = completed.facts.iter().filter(is_told);
        let judged = completed.judgements.iter().filter(|one| !before.judgements.contains(one));
        Possible {
            verdict,
            ask: Vec::new(),
            told: told.map(|(fact, stated)| (*fact, stated.clone())).collect(),
            judged: judged.cloned().collect(),
        }
    }

    /// The manifest with that told.
    #[must_use]
    pub fn complete(&self, manifest: &Manifest) -> Manifest {
        let mut completed = manifest.clone();
        completed.facts.extend(self.told.clone());
        completed.judgements.extend(self.judged.iter().cloned());
        completed
    }
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
