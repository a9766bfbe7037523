//! All rules as pages.

use super::{LawRequest, Library};
use crate::analysis::problem::Limits;
use crate::graph::ProvenEdge;
use crate::model::ruleset::InstrumentKind;
use crate::model::text::Language;
use crate::report::graph::names::Names;
use crate::report::graph::proven::proven_edges;
use crate::report::html::{Proofs, pages};
use jiff::civil::Date;

impl Library {
    /// A site of all rulesets, as pairs of a path and its text: plain pages with relative links,
    /// one file for the look, no script. Every rule has an address of its own. With a day, the
    /// pages tell how the obligations of all law relate for a unit placed and checked that day.
    #[must_use]
    pub fn pages(&self, language: Language, proven_on: Option<Date>) -> Vec<(String, String)> {
        let places = self.places_with_law();
        // The codes are those of the jurisdictions at hand, so none of them is unknown.
        let timelines = self.law_timeline(&places, &[]).unwrap_or_default();
        let proofs = proven_on.map(|on| Proofs { on, edges: self.proofs(places, on, language) });
        pages(&self.law, &self.sources, &timelines, proofs.as_ref(), language)
    }

    fn places_with_law(&self) -> Vec<String> {
        let has_law = |id| {
            let mut laws = self.law.rulesets.iter().filter(|own| own.kind == InstrumentKind::Law);
            laws.any(|own| own.applies_in.contains(&id))
        };
        let places = self.law.jurisdictions.iter().filter(|(id, _)| has_law(*id));
        places.map(|(_, place)| place.code.clone()).collect()
    }

    /// How obligations of different laws relate, and which of them clash.
    fn proofs(&self, places: Vec<String>, on: Date, language: Language) -> Vec<ProvenEdge> {
        let request = LawRequest { on, jurisdictions: places, with: Vec::new() };
        let Ok(asked) = self.ask(&request) else { return Vec::new() };
        let limits = Limits::default();
        let (related, clashes) = (asked.relations(&limits), asked.conflicts(&limits));
        proven_edges(Names { law: &self.law, language }, &related, &clashes.found)
    }
}
