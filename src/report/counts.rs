//! How much of a ruleset there is: its rules, how many of them are open norms, its examples, and
//! how its text was read.

use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::{ConfidenceLevel, RulesetId};
use std::collections::BTreeSet;

/// Figures of one ruleset, or of several together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rulesets.
    pub rulesets: usize,
    /// Rules.
    pub rules: usize,
    /// Rules with at least one open norm, which a person judges.
    pub open: usize,
    /// Examples.
    pub examples: usize,
    /// How the rule that was read least well was read; none without rules.
    pub least: Option<ConfidenceLevel>,
}

impl Counts {
    /// The figures of one ruleset.
    #[must_use]
    pub fn of(law: &Law, id: RulesetId) -> Counts {
        let open: BTreeSet<RuleId> = law.judgements.iter().map(|norm| norm.rule).collect();
        Counts {
            rulesets: 1,
            rules: law.rules_of(id).count(),
            open: law.rules_of(id).filter(|(rule, _)| open.contains(rule)).count(),
            examples: law.examples.iter().filter(|example| example.ruleset == id).count(),
            least: law.rules_of(id).map(|(_, rule)| rule.confidence.level).max(),
        }
    }

    /// The figures of both together.
    #[must_use]
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            rulesets: self.rulesets + other.rulesets,
            rules: self.rules + other.rules,
            open: self.open + other.open,
            examples: self.examples + other.examples,
            least: self.least.max(other.least),
        }
    }

    /// The figures of everything that was loaded.
    #[must_use]
    pub fn of_all(law: &Law) -> Counts {
        let each = law.iter_rulesets().map(|(id, _)| Counts::of(law, id));
        each.fold(Counts::default(), Counts::plus)
    }

    /// The open-norm share: how many of a hundred rules have an open norm, to the nearest whole
    /// number; none without rules.
    #[must_use]
    pub fn open_share(&self) -> Option<usize> {
        (200 * self.open + self.rules).checked_div(2 * self.rules)
    }
}

/// A share in words: `37%`, or a dash where there is nothing to have a share of.
#[must_use]
pub fn percent(share: Option<usize>) -> String {
    share.map_or("-".to_owned(), |share| format!("{share}%"))
}

/// What the open-norm share means.
pub const OPEN_NORMS: &str = "An open norm asks for something that no fact decides \
(\"appropriate\", \"state of the art\", \"without undue delay\"): a person judges it, and the \
engine never guesses. Every rule with at least one such norm counts, however much of it facts \
decide; a norm that is only referred to counts where it stands.";
