//! Time, asked by names: what a product is from when to when, and which law starts when.

use super::{CheckRequest, Library, UnknownName};
use crate::analysis::law_timeline::{LawTimeline, law_timeline};
use crate::analysis::problem::Limits;
use crate::analysis::shifts::{Asked as Shifting, RelationShift};
use crate::analysis::timeline::{Asked, Timeline, timeline};
use crate::analysis::turns::Clocks;
use crate::eval::market::{rules_for, with_inner};
use crate::model::manifest::Manifest;
use crate::plan::reading::Threshold;
use jiff::civil::Date;

impl Library {
    /// From when to when a product has which verdicts, in every market asked for. The day of the
    /// request plays no part: every day is told.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn timeline(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        clocks: Clocks,
    ) -> Result<Vec<Timeline>, UnknownName> {
        let (markets, with) = self.asked_for(manifest, request)?;
        let asked = Asked { threshold: Threshold(request.evidence), clocks };
        let told = markets.into_iter().map(|market| {
            let rules = rules_for(&self.law, market.jurisdiction, &with);
            timeline(&self.law, manifest, market, &rules, asked)
        });
        Ok(told.collect())
    }

    /// What law starts, changes and ends when, in those places and the parts of them that have
    /// law of their own.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn law_timeline(
        &self,
        places: &[String],
        with: &[String],
    ) -> Result<Vec<LawTimeline>, UnknownName> {
        let places = with_inner(&self.law, &self.find_jurisdictions(places)?);
        let with = self.find_rulesets(with)?;
        let told = places
            .into_iter()
            .map(|place| law_timeline(&self.law, place, &rules_for(&self.law, place, &with)));
        Ok(told.collect())
    }

    /// How the relations between the obligations of those places change, from the day after the
    /// first up to the second, for a unit placed on each day in all of them.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn relation_shifts(
        &self,
        places: &[String],
        with: &[String],
        [after, until]: [Date; 2],
    ) -> Result<Vec<RelationShift>, UnknownName> {
        let places = self.find_jurisdictions(places)?;
        let with = self.find_rulesets(with)?;
        let rules = places.iter().map(|&place| rules_for(&self.law, place, &with)).collect();
        let limits = Limits::default();
        Ok(Shifting { law: &self.law, places, rules, after, until, limits }.shifts())
    }
}
