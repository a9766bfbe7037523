//! All rules as pages.

use super::Library;
use crate::model::ruleset::InstrumentKind;
use crate::model::text::Language;
use crate::report::html::pages;

impl Library {
    /// A site of all rulesets, as pairs of a path and its text: plain pages with relative links,
    /// one file for the look, no script. Every rule has an address of its own.
    #[must_use]
    pub fn pages(&self, language: Language) -> Vec<(String, String)> {
        let has_law = |id| {
            let mut laws = self.law.rulesets.iter().filter(|own| own.kind == InstrumentKind::Law);
            laws.any(|own| own.applies_in.contains(&id))
        };
        let places = self.law.jurisdictions.iter().filter(|(id, _)| has_law(*id));
        let codes: Vec<String> = places.map(|(_, place)| place.code.clone()).collect();
        // The codes are those of the jurisdictions at hand, so none of them is unknown.
        let timelines = self.law_timeline(&codes, &[]).unwrap_or_default();
        pages(&self.law, &self.sources, &timelines, language)
    }
}
