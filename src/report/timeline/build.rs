//! Turns timelines into the report that every form shows.

use super::json::{
    ChangeReport, FORMAT, LawStretchReport, MarketTimeline, PlaceTimeline, ProductTimeline,
    RelationReport, RuleTurn, StretchReport, TimelineReport,
};
use super::sayings::turned;
use crate::analysis::law_timeline::{LawStretch, LawTimeline, Shift};
use crate::analysis::shifts::RelationShift;
use crate::analysis::timeline::{Change, Stretch, Timeline};
use crate::analysis::turns::{Clocks, TurnCause};
use crate::analysis::witness::Witness;
use crate::fault::Fault;
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Manifest};
use crate::model::rule::{Modality, RuleId};
use crate::model::text::Language;
use crate::report::build::{fault_report, first_placed, outcome_word, product_name, strength, url};
use crate::report::compare::json::relation_word;
use crate::report::manifest_yaml::manifest_yaml;
use crate::report::phrases::{Phrases, level_word};
use crate::report::reasons::reasons;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How a timeline is told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The rules and facts.
    pub law: &'a Law,
    /// Language of titles.
    pub language: Language,
    /// What headlines take for today.
    pub today: Date,
    /// Which days moved.
    pub clocks: Clocks,
    /// Only stretches that have a day from this one on; else from the first day of placing, where
    /// the days of placing do not move.
    pub from: Option<Date>,
    /// Only stretches that have a day up to this one.
    pub until: Option<Date>,
}

impl Telling<'_> {
    /// The frame of a report; products or places are added to it.
    #[must_use]
    pub fn report(&self, evidence: Option<EvidenceLevel>) -> TimelineReport {
        let clocks = match self.clocks {
            Clocks::Checked => "checked",
            Clocks::PlacedThen => "placed-then",
        };
        TimelineReport {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            today: self.today.to_string(),
            language: self.language.code().to_owned(),
            clocks: clocks.to_owned(),
            evidence: evidence.map(|level| level_word(level).to_owned()),
            products: Vec::new(),
            law: Vec::new(),
            relations: None,
        }
    }

    /// A relation that changes.
    #[must_use]
    pub fn relation(&self, shift: &RelationShift) -> RelationReport {
        let [first, second] =
            shift.rules.map(|id| self.law.rule(id).map(|rule| rule.id.clone()).unwrap_or_default());
        let after = shift.after.as_ref();
        let product = |witness: &Option<Witness>| {
            witness.as_ref().map(|own| manifest_yaml(&self.law.vocabulary, &own.manifest))
        };
        RelationReport {
            day: shift.day.to_string(),
            first,
            second,
            before: shift.before.map(|relation| relation_word(relation).to_owned()),
            after: after.map(|related| relation_word(related.relation).to_owned()),
            only_first: after.and_then(|related| product(&related.only_first)),
            only_second: after.and_then(|related| product(&related.only_second)),
        }
    }

    /// The timelines of one product.
    #[must_use]
    pub fn product(&self, manifest: &Manifest, timelines: &[Timeline]) -> ProductTimeline {
        ProductTimeline {
            manifest: manifest.source.name.to_string(),
            product: product_name(self.law, manifest),
            faults: Vec::new(),
            markets: timelines.iter().map(|own| self.market(manifest, own)).collect(),
        }
    }

    /// A manifest that could not be read.
    #[must_use]
    pub fn faults(&self, name: &str, faults: &[Fault]) -> ProductTimeline {
        ProductTimeline {
            manifest: name.to_owned(),
            product: None,
            faults: fault_report(name, faults).faults,
            markets: Vec::new(),
        }
    }

    /// The law of one place.
    #[must_use]
    pub fn place(&self, timeline: &LawTimeline) -> PlaceTimeline {
        let place = self.law.jurisdictions.get(timeline.jurisdiction);
        let shown = timeline.stretches.iter().filter(|own| self.shows(own.from, own.until, None));
        PlaceTimeline {
            territory: place.map(|place| place.code.clone()).unwrap_or_default(),
            name: place.map_or("", |place| place.title.get(self.language)).to_owned(),
            stretches: shown.map(|stretch| self.law_stretch(stretch)).collect(),
        }
    }

    fn market(&self, manifest: &Manifest, timeline: &Timeline) -> MarketTimeline {
        let place = self.law.jurisdictions.get(timeline.market.jurisdiction);
        let placed = first_placed(self.law, manifest, timeline.market);
        let start = match self.clocks {
            Clocks::Checked => placed,
            Clocks::PlacedThen => None,
        };
        let shown = timeline.stretches.iter().filter(|own| self.shows(own.from, own.until, start));
        let outcome = timeline.on(self.today).map_or("", |now| outcome_word(now.outcome));
        let day = |stretch: Option<&Stretch>| stretch?.from.map(|day| day.to_string());
        MarketTimeline {
            territory: place.map(|place| place.code.clone()).unwrap_or_default(),
            name: place.map_or("", |place| place.title.get(self.language)).to_owned(),
            first_placed: placed.map(|day| day.to_string()),
            outcome_today: outcome.to_owned(),
            lapses_on: day(timeline.lapse(self.today)),
            turns_on: day(timeline.turn_after(self.today)),
            turns_to: timeline
                .turn_after(self.today)
                .map(|stretch| outcome_word(stretch.outcome).to_owned()),
            stretches: shown.map(|stretch| self.stretch(manifest, stretch)).collect(),
        }
    }

    fn shows(&self, from: Option<Date>, until: Option<Date>, start: Option<Date>) -> bool {
        let after = self.from.or(start).is_none_or(|first| until.is_none_or(|last| first <= last));
        let before = self.until.is_none_or(|last| from.is_none_or(|first| first <= last));
        after && before
    }

    fn stretch(&self, manifest: &Manifest, stretch: &Stretch) -> StretchReport {
        let mut counts = BTreeMap::new();
        for (.., verdict) in &stretch.verdicts {
            *counts.entry(verdict.words().to_owned()).or_default() += 1;
        }
        let changes = stretch.changes.iter();
        StretchReport {
            from: stretch.from.map(|day| day.to_string()),
            until: stretch.until.map(|day| day.to_string()),
            outcome: outcome_word(stretch.outcome).to_owned(),
            counts,
            changes: changes.filter_map(|change| self.change(manifest, change)).collect(),
        }
    }

    fn change(&self, manifest: &Manifest, change: &Change) -> Option<ChangeReport> {
        let phrases = Phrases { law: self.law, language: self.language };
        let rule = self.law.rule(change.now.rule)?;
        Some(ChangeReport {
            rule: self.turn(change.now.rule, &change.causes)?,
            before: change.before.words().to_owned(),
            after: change.now.verdict.words().to_owned(),
            reasons: reasons(phrases, manifest, rule, &change.now),
        })
    }

    fn law_stretch(&self, stretch: &LawStretch) -> LawStretchReport {
        let is_must =
            |id: &&RuleId| self.law.rule(**id).is_some_and(|own| own.modality == Modality::Must);
        let turns = |shifts: &[Shift]| -> Vec<RuleTurn> {
            shifts.iter().filter_map(|shift| self.turn(shift.rule, &shift.causes)).collect()
        };
        LawStretchReport {
            from: stretch.from.map(|day| day.to_string()),
            until: stretch.until.map(|day| day.to_string()),
            rules: stretch.rules.len(),
            obligations: stretch.rules.iter().filter(is_must).count(),
            begun: turns(&stretch.begun),
            ended: turns(&stretch.ended),
            changed: turns(&stretch.changed),
        }
    }

    fn turn(&self, id: RuleId, causes: &[TurnCause]) -> Option<RuleTurn> {
        let rule = self.law.rule(id)?;
        let ruleset = self.law.ruleset(rule.ruleset)?;
        let phrases = Phrases { law: self.law, language: self.language };
        let mut words: Vec<String> =
            causes.iter().map(|&cause| turned(phrases, rule, cause)).collect();
        words.dedup();
        Some(RuleTurn {
            rule: rule.id.clone(),
            number: rule.number.clone(),
            ruleset: ruleset.id.clone(),
            edition: ruleset.edition.clone(),
            title: rule.title.get(self.language).to_owned(),
            strength: strength(rule.modality).to_owned(),
            citation: rule.citation.pinpoint.clone(),
            url: url(rule, ruleset),
            turned: words,
        })
    }
}
