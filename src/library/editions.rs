//! Two editions of a ruleset side by side, whether their texts say that they are two or not.

use super::{CheckRequest, Library, UnknownName, identity, pairs};
use crate::analysis::editions::Question;
use crate::analysis::law_timeline::binds_when_placed_on;
use crate::analysis::problem::Limits;
use crate::catalogue::shipped;
use crate::eval::assess::{MarketAssessment, assess_row};
use crate::eval::market::rules_for;
use crate::fault::Fault;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::model::ruleset::{InstrumentKind, RulesetId};
use crate::plan::reading::Threshold;
use crate::plan::row::Row;
use crate::source::{FileId, SourceMap};
use crate::syntax::ast::{File, Head};
use crate::syntax::parse;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is added to the edition of an older text that does not say that it is another edition.
pub(super) const BEFORE: &str = " (before)";

impl Library {
    /// The shipped rulesets and further texts, with an older and a newer text of a ruleset. Where
    /// both say that they are the same edition, the older is told apart by its name.
    ///
    /// # Errors
    ///
    /// As of [`Library::load`].
    pub fn load_editions(
        further: &[(&str, &str)],
        old: (&str, &str),
        new: (&str, &str),
    ) -> Result<Library, Vec<Fault>> {
        let all: Vec<(&str, &str)> = further.iter().copied().chain([new]).collect();
        if old.1 == new.1 {
            return Library::load(&all);
        }
        let file = |text: &str| parse(SourceMap::default().add("", text), text).file;
        let (before, after) = (file(old.1), file(new.1));
        let is_same = identity(&before).is_some() && identity(&before) == identity(&after);
        let shipped = shipped();
        Library::gather_with(&pairs(&shipped), &all, Some((old, is_same)))
    }

    /// The ruleset that stands in a text of that name.
    #[must_use]
    pub fn ruleset_in(&self, file: &str) -> Option<RulesetId> {
        let is_there = |id: FileId| self.sources.get(id).is_some_and(|own| &*own.name == file);
        let mut rulesets = self.law.iter_rulesets();
        rulesets.find(|(_, ruleset)| is_there(ruleset.span.file)).map(|(id, _)| id)
    }

    /// The question what changes from one ruleset to another, in the places asked for; without
    /// any, those in which the two apply.
    ///
    /// # Errors
    ///
    /// A jurisdiction that nothing declares.
    pub fn amendment(
        &self,
        old: RulesetId,
        new: RulesetId,
        places: &[String],
        on: Date,
    ) -> Result<Question<'_>, UnknownName> {
        let mut places = self.find_jurisdictions(places)?;
        if places.is_empty() {
            places = applied_in(&self.law, old, new);
        }
        Ok(Question { law: &self.law, old, new, places, on, limits: Limits::default() })
    }

    /// The obligations of other rulesets that bind a unit placed that day in the places of a
    /// question: their law, and the rulesets named besides.
    ///
    /// # Errors
    ///
    /// A ruleset that nothing declares.
    pub fn other_law(
        &self,
        question: &Question<'_>,
        with: &[String],
    ) -> Result<Vec<RuleId>, UnknownName> {
        let with = self.find_rulesets(with)?;
        let own = self.law.ruleset(question.new).map(|own| own.id.as_str());
        let all = question.places.iter().flat_map(|&place| rules_for(&self.law, place, &with));
        let all: BTreeSet<RuleId> = all.collect();
        let counts = |id: &RuleId| {
            self.law.rule(*id).is_some_and(|rule| {
                let of = self.law.ruleset(rule.ruleset).map(|of| of.id.as_str());
                of != own && binds_when_placed_on(rule, question.on)
            })
        };
        Ok(all.into_iter().filter(counts).collect())
    }

    /// What the rules say of a product before anything is settled, with that edition of a ruleset in the place of every other edition
    /// of it; it applies where it is law, and everywhere where it is not.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn check_edition(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        edition: RulesetId,
    ) -> Result<Vec<MarketAssessment>, UnknownName> {
        let (markets, mut with) = self.asked_for(manifest, request)?;
        let own = self.law.ruleset(edition);
        with.extend(own.filter(|own| own.kind != InstrumentKind::Law).map(|_| edition));
        let id = own.map(|own| own.id.as_str());
        let counts = |rule: &RuleId| {
            self.law.rule(*rule).is_some_and(|rule| {
                let of = self.law.ruleset(rule.ruleset).map(|of| of.id.as_str());
                rule.ruleset == edition || of != id
            })
        };
        let markets = markets.into_iter().map(|market| {
            let mut rules = rules_for(&self.law, market.jurisdiction, &with);
            rules.retain(counts);
            let row = Row { manifest, market, on: request.on };
            assess_row(&self.law, row, &rules, Threshold(request.evidence))
        });
        Ok(markets.collect())
    }
}

/// Where the two apply; anywhere, for texts that apply only when named.
fn applied_in(law: &Law, old: RulesetId, new: RulesetId) -> Vec<JurisdictionId> {
    let both = [old, new].into_iter().filter_map(|id| law.ruleset(id));
    let mut places: Vec<JurisdictionId> =
        both.flat_map(|own| own.applies_in.iter().copied()).collect();
    places.sort();
    places.dedup();
    if places.is_empty() {
        places.extend(law.jurisdictions.iter().map(|(id, _)| id).take(1));
    }
    places
}

/// Gives a text's ruleset another edition.
pub(super) fn rename(file: &mut File) {
    if let Some(Head::Ruleset { edition, .. }) =
        file.blocks.first_mut().map(|block| &mut block.head.node)
    {
        edition.node.push_str(BEFORE);
    }
}
