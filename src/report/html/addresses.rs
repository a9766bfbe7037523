//! Where each ruleset and rule stands in the pages. Every rule has one address of its own.

use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use std::collections::BTreeSet;

/// The folder of the pages of rulesets.
pub(super) const FOLDER: &str = "rulesets";

/// Names of the pages of rulesets, and of the places of rules on them.
#[derive(Debug, Clone)]
pub(super) struct Addresses {
    rulesets: Vec<String>,
    /// By rule: its ruleset, and the name of its place.
    rules: Vec<(RulesetId, String)>,
}

impl Addresses {
    /// The addresses of everything that was loaded.
    pub(super) fn of(law: &Law) -> Addresses {
        let mut taken = BTreeSet::new();
        let names = law.rulesets.iter().map(|own| format!("{}-{}", own.id, own.edition));
        let rulesets = names.map(|name| unique(&mut taken, &(), &safe(&name))).collect();
        let mut taken = BTreeSet::new();
        let place = |rule: &crate::model::rule::Rule| {
            let name = safe(&format!("rule-{}", rule.number));
            (rule.ruleset, unique(&mut taken, &rule.ruleset, &name))
        };
        Addresses { rulesets, rules: law.rules.iter().map(place).collect() }
    }

    /// The name of a ruleset's page, without its ending.
    pub(super) fn name(&self, id: RulesetId) -> &str {
        self.rulesets.get(id.0 as usize).map_or("", String::as_str)
    }

    /// The page of a ruleset, from the start page.
    pub(super) fn ruleset(&self, id: RulesetId) -> String {
        format!("{FOLDER}/{}.html", self.name(id))
    }

    /// The place of a rule on its page.
    pub(super) fn place(&self, id: RuleId) -> &str {
        self.rules.get(id.0 as usize).map_or("", |(_, place)| place.as_str())
    }

    /// The address of a rule, from the start page.
    pub(super) fn rule(&self, id: RuleId) -> String {
        let ruleset = self.rules.get(id.0 as usize).map(|(ruleset, _)| *ruleset);
        let page = ruleset.map(|ruleset| self.ruleset(ruleset)).unwrap_or_default();
        format!("{page}#{}", self.place(id))
    }
}

/// Letters, digits, points and dashes: what every disk and every address takes as it is.
pub(super) fn safe(name: &str) -> String {
    let kept = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_');
    name.chars().map(|sign| if kept(sign) { sign } else { '_' }).collect()
}

/// The name, with a number behind it where it is taken. Disks may not tell capitals apart.
fn unique<K: Ord + Clone>(taken: &mut BTreeSet<(K, String)>, of: &K, name: &str) -> String {
    let tried = std::iter::once(name.to_owned()).chain((2..).map(|at: u32| format!("{name}_{at}")));
    let mut free = tried.filter(|one| taken.insert((of.clone(), one.to_ascii_lowercase())));
    free.next().unwrap_or_default()
}
