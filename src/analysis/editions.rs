//! What changes from one edition of a ruleset to the next: rules that come and go, and for each
//! that stays, products whose verdict flips, or the proof that there are none.
//!
//! Rules are paired by their numbers. What a pair asks is compared on every product, whatever the
//! dates of the two texts; dates are told apart from it.

use super::duties::{Read, reads};
use super::effects::{Effect, Sameness, effects};
use super::ground::{Ground, Product};
use super::problem::Limits;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::plan::row::Market;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What changes from one edition to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The edition before.
    pub old: RulesetId,
    /// The edition after.
    pub new: RulesetId,
    /// The day whose dated clauses and parameters are compared.
    pub on: Date,
    /// Rules that stand in both, in the order of the new text.
    pub pairs: Vec<Pair>,
    /// Rules that only the new text has.
    pub added: Vec<RuleId>,
    /// Rules that only the old text has.
    pub removed: Vec<RuleId>,
}

/// A rule in both editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The rule before.
    pub old: RuleId,
    /// The rule after.
    pub new: RuleId,
    /// Whether its number is another one: it is the only rule with its title in both, and the
    /// two are equal in meaning.
    pub renumbered: bool,
    /// What it asks.
    pub sameness: Sameness,
    /// What it asks of whom that it did not, and the other way round, each shown by a product.
    pub effects: Vec<Effect>,
    /// Open norms that a person has to judge now and did not before, in English.
    pub norms_added: Vec<String>,
    /// Open norms that are gone.
    pub norms_removed: Vec<String>,
}

/// What is compared, and where.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The law with both editions.
    pub law: &'a Law,
    /// The edition before.
    pub old: RulesetId,
    /// The edition after.
    pub new: RulesetId,
    /// The places looked at; a difference in one of them is a difference.
    pub places: Vec<JurisdictionId>,
    /// The day whose dated clauses and parameters are compared, and on which units are placed.
    pub on: Date,
    /// How much is told apart, and how long is searched.
    pub limits: Limits,
}

impl Pair {
    /// Whether nothing at all is different but the text.
    #[must_use]
    pub fn is_unchanged(&self, law: &Law) -> bool {
        let (Some(old), Some(new)) = (law.rule(self.old), law.rule(self.new)) else { return false };
        self.sameness == Sameness::Equal
            && !self.renumbered
            && self.norms_added.is_empty()
            && self.norms_removed.is_empty()
            && old.modality == new.modality
            && (old.in_force, old.trigger) == (new.in_force, new.trigger)
    }
}

impl Question<'_> {
    /// Compares the two editions, rule by rule.
    #[must_use]
    pub fn answer(&self) -> Amendment {
        let (old, new) = (self.numbered(self.old), self.numbered(self.new));
        let mut pairs = Vec::new();
        let mut added = Vec::new();
        for (id, rule) in self.law.rules_of(self.new) {
            match old.get(rule.number.as_str()) {
                Some(&before) => pairs.push(self.pair(before, id, false)),
                None => added.push(id),
            }
        }
        let gone =
            self.law.rules_of(self.old).filter(|(_, rule)| !new.contains_key(rule.number.as_str()));
        let mut removed: Vec<RuleId> = gone.map(|(id, _)| id).collect();
        for pair in self.renumbered(&removed, &added) {
            removed.retain(|id| *id != pair.old);
            added.retain(|id| *id != pair.new);
            pairs.push(pair);
        }
        pairs.sort_by_key(|pair| pair.new);
        Amendment { old: self.old, new: self.new, on: self.on, pairs, added, removed }
    }

    fn numbered(&self, ruleset: RulesetId) -> BTreeMap<&str, RuleId> {
        self.law.rules_of(ruleset).map(|(id, rule)| (rule.number.as_str(), id)).collect()
    }

    /// Rules whose only difference is their number. The same title alone is not enough, nor is
    /// the same meaning: two rules may well ask the same.
    fn renumbered(&self, removed: &[RuleId], added: &[RuleId]) -> Vec<Pair> {
        let titled = |ids: &[RuleId], title: &str| -> Vec<RuleId> {
            let has_it = |id: &&RuleId| self.rule(**id).is_some_and(|own| own.title.en == title);
            ids.iter().filter(has_it).copied().collect()
        };
        let mut found = Vec::new();
        for &old in removed {
            let Some(title) = self.rule(old).map(|rule| rule.title.en.as_str()) else { continue };
            let ([_], [new]) = (&*titled(removed, title), &*titled(added, title)) else { continue };
            let pair = self.pair(old, *new, true);
            if pair.sameness == Sameness::Equal {
                found.push(pair);
            }
        }
        found
    }

    fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.law.rule(id)
    }

    fn pair(&self, old: RuleId, new: RuleId, renumbered: bool) -> Pair {
        let (before, after) = (self.norms(old), self.norms(new));
        let (sameness, effects) = self.compare(old, new);
        Pair {
            old,
            new,
            renumbered,
            sameness,
            effects,
            norms_added: after.difference(&before).cloned().collect(),
            norms_removed: before.difference(&after).cloned().collect(),
        }
    }

    /// In every place; each way of differing is shown once.
    fn compare(&self, old: RuleId, new: RuleId) -> (Sameness, Vec<Effect>) {
        let (Some(before), Some(after)) = (self.rule(old), self.rule(new)) else {
            return (Sameness::Equal, Vec::new());
        };
        let (mut sameness, mut found): (Sameness, Vec<Effect>) = (Sameness::Equal, Vec::new());
        for &jurisdiction in &self.places {
            let market = Market { jurisdiction, placement: None };
            let ground = Ground::new(self.law, vec![market], self.on, Product::Any(self.on));
            let (same, effects) = effects(&ground, before, after, &self.limits);
            sameness = sameness.max(same);
            for effect in effects {
                if found.iter().all(|known| known.way != effect.way) {
                    found.push(effect);
                }
            }
        }
        (sameness, found)
    }

    /// The open norms of the rule itself, in English.
    fn norms(&self, id: RuleId) -> BTreeSet<String> {
        let Some(rule) = self.rule(id) else { return BTreeSet::new() };
        let judged = |read| match read {
            Read::Judgement(norm) => self.law.judgement(norm).filter(|norm| norm.rule == id),
            _ => None,
        };
        let found = reads(self.law, rule.meaning.nodes()).into_iter().filter_map(judged);
        found.map(|norm| norm.text.en.clone()).collect()
    }
}
