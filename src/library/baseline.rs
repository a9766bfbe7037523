//! One design for several places, asked for by their names.

use super::{LawRequest, Library, UnknownName};
use crate::analysis::baseline::{Baseline, Obligation, Question, Scale, placed_there};
use crate::analysis::burden::{Burden, burden};
use crate::analysis::duties::{Duty, duties, is_live};
use crate::analysis::ground::{Ground, Product};
use crate::analysis::problem::Limits;
use crate::analysis::witness::Witness;
use crate::eval::market::{markets_for, rules_for, with_inner};
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::Modality;
use crate::model::ruleset::{InstrumentKind, RulesetId};
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, FieldId, Setting};
use crate::plan::reading::Threshold;
use crate::report::baseline::build::Telling;
use crate::report::baseline::json::BaselineReport;
use std::collections::BTreeMap;

impl Library {
    /// The question for one design that meets the obligations of some places: of any kind of
    /// product, or of one in the circumstances that [`Library::circumstances`] took from a
    /// manifest; what it leaves open is chosen so that most obligations bind.
    ///
    /// ```
    /// use comity::analysis::baseline::Said;
    /// use comity::{LawRequest, Library};
    ///
    /// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let request = LawRequest {
    ///     on: "2026-11-22".parse().unwrap(),
    ///     jurisdictions: vec!["alberta".to_owned()],
    ///     with: Vec::new(),
    /// };
    /// let baseline = library.baseline(&request, None).unwrap().answer();
    /// assert!(baseline.said.iter().all(|(_, said)| said.passes()));
    /// assert!(baseline.said.iter().any(|(_, said)| *said == Said::Met));
    /// ```
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn baseline<'a>(
        &'a self,
        request: &LawRequest,
        manifest: Option<&'a Manifest>,
    ) -> Result<Question<'a>, UnknownName> {
        let law = self.law();
        let places = self.find_jurisdictions(&request.jurisdictions)?;
        let with = self.find_rulesets(&request.with)?;
        let ground = match manifest {
            None => Ground::any(law, &with_inner(law, &places), request.on),
            Some(manifest) => {
                let markets = markets_for(law, manifest, &places);
                let product = Product::Stated(manifest, Threshold::default());
                Ground::new(law, markets, request.on, product)
            }
        };
        let ever = obligations(&ground, &with);
        let is_bound = |own: &&Obligation| {
            own.markets.iter().any(|&market| is_live(&ground, Duty { rule: own.rule, market }))
        };
        let obligations = ever.iter().filter(is_bound).cloned().collect();
        Ok(Question { ground, obligations, ever, limits: Limits::default() })
    }

    /// What a manifest states of circumstances: kind, market, users. Design decisions are left out;
    /// where it places no unit in a place of the request, one is placed there on the day.
    ///
    /// # Errors
    ///
    /// A jurisdiction that nothing declares.
    pub fn circumstances(
        &self,
        manifest: &Manifest,
        request: &LawRequest,
    ) -> Result<Manifest, UnknownName> {
        let places = self.find_jurisdictions(&request.jurisdictions)?;
        let vocabulary = &self.law().vocabulary;
        let is_fixed =
            |fact: Option<&Fact>| fact.is_some_and(|fact| fact.setting == Setting::Fixed);
        let mut circumstances = manifest.clone();
        circumstances.judgements.clear();
        circumstances.facts.retain(|fact, _| is_fixed(vocabulary.fact(*fact)));
        for (&list, statement) in &mut circumstances.facts {
            // What shows it is no circumstance, and its documents are made anew.
            statement.evidence.clear();
            let Stated::Items(items) = &mut statement.value else { continue };
            for item in items {
                item.fields.retain(|&index, _| is_fixed(vocabulary.field(FieldId { list, index })));
                item.fields.values_mut().for_each(|field| field.evidence.clear());
            }
        }
        for market in markets_for(self.law(), &circumstances, &places) {
            if market.placement.is_none() {
                circumstances = placed_there(self.law(), &circumstances, market, request.on);
            }
        }
        Ok(circumstances)
    }

    /// On whom the duties of a question's markets fall, and which goals they serve.
    ///
    /// # Errors
    ///
    /// A ruleset that nothing declares.
    pub fn burden(&self, question: &Question<'_>, with: &[String]) -> Result<Burden, UnknownName> {
        let (law, with) = (self.law(), self.find_rulesets(with)?);
        let rules = |place| rules_for(law, place, &with);
        let all = [Modality::Must, Modality::Should].into_iter();
        let found: Vec<Duty> =
            all.flat_map(|modality| duties(&question.ground, rules, modality)).collect();
        Ok(burden(law, &found, question.ground.markets.len()))
    }

    /// A baseline as data. Its manifest is told only if its text, read again, is judged as the
    /// baseline was.
    #[must_use]
    pub fn baseline_report(
        &self,
        question: &Question<'_>,
        baseline: &Baseline,
        burden: &Burden,
        language: Language,
    ) -> BaselineReport {
        let telling = Telling { question, baseline, language };
        let manifest = telling.manifest().filter(|text| self.replays(question, baseline, text));
        telling.report(burden, manifest)
    }

    fn replays(&self, question: &Question<'_>, baseline: &Baseline, text: &str) -> bool {
        let (Some(product), Ok(manifest)) =
            (&baseline.product, self.read_manifest("baseline", text.as_bytes()))
        else {
            return false;
        };
        let read = Witness { manifest, ..product.clone() };
        let said = Scale::new(self.law(), &question.obligations).weigh(self.law(), &read);
        said.iter().eq(baseline.said.iter().map(|(_, said)| said))
    }
}

/// The obligations of the markets of a question, each with where it applies; law first.
fn obligations(ground: &Ground<'_>, with: &[RulesetId]) -> Vec<Obligation> {
    let law = ground.law;
    let mut found = BTreeMap::new();
    for (market, place) in (0u32..).zip(&ground.markets) {
        for rule in rules_for(law, place.jurisdiction, with) {
            let Some(own) = law.rule(rule).filter(|own| own.modality == Modality::Must) else {
                continue;
            };
            let kind = law.ruleset(own.ruleset).map(|set| set.kind);
            let is_named = kind != Some(InstrumentKind::Law);
            let markets: &mut Vec<u32> = found.entry((is_named, rule)).or_default();
            markets.push(market);
        }
    }
    found.into_iter().map(|((_, rule), markets)| Obligation { rule, markets }).collect()
}
