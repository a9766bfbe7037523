//! Turns an amendment into the report that every form shows.

use super::json::{
    AmendmentReport, ConflictReport, ConflictsReport, Dates, EditionReport, EffectReport, FORMAT,
    ManifestReport, MarketChange, PairReport, RuleLine, VerdictChange,
};
use crate::analysis::editions::{Amendment, Pair};
use crate::analysis::effects::{Effect, Sameness, Way};
use crate::analysis::new_conflicts::NewConflicts;
use crate::eval::assess::MarketAssessment;
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::report::build::{outcome_word, strength};
use crate::report::lexicon::said;
use crate::report::manifest_yaml::manifest_yaml;
use crate::report::words::{period, trigger};
use std::collections::{BTreeMap, BTreeSet};

/// How an amendment is told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The law with both editions.
    pub law: &'a Law,
    /// Language of titles.
    pub language: Language,
    /// How the editions were named, before and after.
    pub names: [&'a str; 2],
}

impl Telling<'_> {
    /// The report; manifests and conflicts are added to it.
    #[must_use]
    pub fn report(&self, amendment: &Amendment) -> AmendmentReport {
        let lines = |ids: &[RuleId]| -> Vec<RuleLine> {
            ids.iter().filter_map(|&id| self.law.rule(id)).map(|rule| self.line(rule)).collect()
        };
        let [old, new] = self.names;
        AmendmentReport {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            language: self.language.code().to_owned(),
            on: amendment.on.to_string(),
            old: self.edition(old, amendment.old),
            new: self.edition(new, amendment.new),
            added: lines(&amendment.added),
            removed: lines(&amendment.removed),
            rules: amendment.pairs.iter().filter_map(|pair| self.pair(pair)).collect(),
            manifests: Vec::new(),
            conflicts: None,
        }
    }

    fn edition(&self, name: &str, id: RulesetId) -> EditionReport {
        let ruleset = self.law.ruleset(id);
        EditionReport {
            name: name.to_owned(),
            ruleset: ruleset.map(|own| own.id.clone()).unwrap_or_default(),
            edition: ruleset.map(|own| own.edition.clone()).unwrap_or_default(),
            title: ruleset.map_or("", |own| own.title.get(self.language)).to_owned(),
        }
    }

    fn line(&self, rule: &Rule) -> RuleLine {
        RuleLine {
            number: rule.number.clone(),
            title: rule.title.get(self.language).to_owned(),
            citation: rule.citation.pinpoint.clone(),
            strength: strength(rule.modality).to_owned(),
        }
    }

    fn pair(&self, pair: &Pair) -> Option<PairReport> {
        let (old, new) = (self.law.rule(pair.old)?, self.law.rule(pair.new)?);
        let meaning = match pair.sameness {
            Sameness::Equal => "equal",
            Sameness::Unclear(_) => "unclear",
            Sameness::Different => "different",
        };
        let [before, after] = [old, new].map(|rule| dates(rule, self.language));
        let dates = (before != after).then_some(Dates { before, after });
        Some(PairReport {
            rule: self.line(new),
            unchanged: pair.is_unchanged(self.law),
            old_number: pair.renumbered.then(|| old.number.clone()),
            meaning: meaning.to_owned(),
            effects: pair.effects.iter().map(|effect| self.effect(effect)).collect(),
            old_strength: (old.modality != new.modality).then(|| strength(old.modality).to_owned()),
            dates,
            open_norms_added: self.norms(pair.new, &pair.norms_added),
            open_norms_removed: self.norms(pair.old, &pair.norms_removed),
        })
    }

    /// The open norms of a rule in the language of the report.
    fn norms(&self, rule: RuleId, norms: &[String]) -> Vec<String> {
        let told = |norm: &String| {
            let mut own = self.law.judgements.iter();
            let own = own.find(|own| own.rule == rule && own.text.en == *norm);
            own.map_or(norm.clone(), |own| own.text.get(self.language).to_owned())
        };
        norms.iter().map(told).collect()
    }

    fn effect(&self, effect: &Effect) -> EffectReport {
        let way = match effect.way {
            Way::NewlyBreached => "newly-breached",
            Way::NoLongerBreached => "no-longer-breached",
            Way::Widened => "scope-widened",
            Way::Narrowed => "scope-narrowed",
            Way::NoLongerExempt => "no-longer-exempt",
            Way::NewlyExempt => "newly-exempt",
        };
        EffectReport {
            way: way.to_owned(),
            before: effect.before.words().to_owned(),
            after: effect.after.words().to_owned(),
            product: manifest_yaml(&self.law.vocabulary, &effect.product.manifest),
        }
    }

    /// Conflicts that the amendment makes.
    #[must_use]
    pub fn conflicts(&self, conflicts: &NewConflicts) -> ConflictsReport {
        let id = |rule: RuleId| self.law.rule(rule).map(|own| own.id.clone()).unwrap_or_default();
        let found = conflicts.found.iter().map(|conflict| ConflictReport {
            rules: conflict.duties.iter().map(|duty| id(duty.rule)).collect(),
            product: manifest_yaml(&self.law.vocabulary, &conflict.product.manifest),
        });
        ConflictsReport {
            asked: conflicts.asked,
            unclear: conflicts.unclear.iter().map(|&(one, other)| [id(one), id(other)]).collect(),
            found: found.collect(),
        }
    }
}

/// When a rule binds, in words.
fn dates(rule: &Rule, language: Language) -> String {
    let in_force = period(&rule.in_force, language).map(|dates| {
        let lead = said(["in force", "en vigueur", "van kracht"], language);
        format!("{lead} {dates}")
    });
    let trigger = rule.trigger.map(|own| {
        let lead = said(["triggered by", "déclenchée par", "in gang gezet door"], language);
        format!("{lead} {}", trigger(&own, language))
    });
    let told: Vec<String> = in_force.into_iter().chain(trigger).collect();
    if told.is_empty() {
        said(["undated", "sans date", "ongedateerd"], language).to_owned()
    } else {
        told.join("; ")
    }
}

/// What changes for a product: assessments with the old edition and with the new one, each with
/// the law it was made by, market by market.
#[must_use]
pub fn manifest_report(
    name: &str,
    before: (&Law, &[MarketAssessment]),
    after: (&Law, &[MarketAssessment]),
) -> ManifestReport {
    let markets = before.1.iter().zip(after.1);
    ManifestReport {
        manifest: name.to_owned(),
        markets: markets
            .map(|(old, new)| MarketChange {
                territory: territory(after.0, new),
                before: outcome_word(old.outcome).to_owned(),
                after: outcome_word(new.outcome).to_owned(),
                rules: changes(&verdicts(before.0, old), &verdicts(after.0, new)),
            })
            .collect(),
    }
}

fn territory(law: &Law, market: &MarketAssessment) -> String {
    let place = law.jurisdictions.get(market.market.jurisdiction);
    place.map(|place| place.code.clone()).unwrap_or_default()
}

fn verdicts(law: &Law, market: &MarketAssessment) -> BTreeMap<String, &'static str> {
    let told = market
        .rules
        .iter()
        .filter_map(|own| Some((law.rule(own.rule)?.id.clone(), own.verdict.words())));
    told.collect()
}

fn changes(
    before: &BTreeMap<String, &'static str>,
    after: &BTreeMap<String, &'static str>,
) -> Vec<VerdictChange> {
    let rules: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |rule: &String| VerdictChange {
        rule: rule.clone(),
        before: before.get(rule).map(|&verdict| verdict.to_owned()),
        after: after.get(rule).map(|&verdict| verdict.to_owned()),
    };
    rules.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
