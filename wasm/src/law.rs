//! Questions about the law itself.

use crate::Comity;
use crate::question::Question;
use comity::graph::Dependencies;
use comity::report::graph::build::graph_report;
use comity::report::graph::names::Names;
use comity::report::listing::rules_report;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

#[wasm_bindgen]
impl Comity {
    /// All jurisdictions, rulesets and rules, as `comity rules --format json` does.
    #[must_use]
    pub fn rules(&self, asked: &Question) -> String {
        let (law, sources) = (self.library.law(), self.library.sources());
        let all: Vec<_> = law.iter_rulesets().map(|(id, _)| id).collect();
        rules_report(law, sources, &all, asked.language()).to_json()
    }

    /// A rule, in every edition at hand, or a ruleset in plain words, as `comity read` does.
    ///
    /// # Errors
    ///
    /// A name that is neither.
    pub fn read(&self, name: &str, asked: &Question) -> Result<String, JsError> {
        Ok(self.library.read(name, asked.language())?.to_json())
    }

    /// What law starts, changes and ends when, as `comity timeline` does.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    #[wasm_bindgen(js_name = lawTimeline)]
    pub fn law_timeline(&self, asked: &Question) -> Result<String, JsError> {
        Ok(self.library.law_timeline_report(&asked.law(), asked.language())?.to_json())
    }

    /// Looks for rules that no design meets together, as `comity conflicts` does. `watch` is
    /// called with how many pairs of rules were asked about, and how many there are.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn conflicts(
        &self,
        asked: &Question,
        watch: Option<js_sys::Function>,
    ) -> Result<String, JsError> {
        let mut tell = |asked: usize, all: usize| {
            if let Some(watch) = &watch {
                // Whoever watches may fail without harm to the answer.
                let _ = watch.call2(&JsValue::NULL, &JsValue::from(asked), &JsValue::from(all));
            }
        };
        let (law, language) = (asked.law(), asked.language());
        Ok(self.library.conflicts_report(&law, language, &mut tell)?.to_json())
    }

    /// Relates the obligations of the law of some places, as `comity compare` does.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn compare(&self, asked: &Question) -> Result<String, JsError> {
        Ok(self.library.compare_report(&asked.law(), false, asked.language())?.to_json())
    }

    /// Finds one design that meets the obligations of some places, as `comity baseline` does; in
    /// the circumstances of a manifest, if one is given.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares; a manifest that cannot be read.
    pub fn baseline(&self, asked: &Question, manifest: Option<String>) -> Result<String, JsError> {
        let (library, law) = (&self.library, asked.law());
        let manifest = match manifest {
            None => None,
            Some(text) => {
                Some(library.circumstances(&self.read_manifest("manifest", &text)?, &law)?)
            }
        };
        let question = library.baseline(&law, manifest.as_ref())?;
        let baseline = question.answer();
        let burden = library.burden(&question, asked.with())?;
        Ok(library.baseline_report(&question, &baseline, &burden, asked.language()).to_json())
    }

    /// What rests on what in the law of some places, as `comity graph --format json` does; of all
    /// texts, without places.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn graph(&self, asked: &Question) -> Result<String, JsError> {
        let law = self.library.law();
        let graph = match self.library.rulesets_of(&asked.law())?.as_slice() {
            [] => Dependencies::of(law),
            chosen => Dependencies::of(law).within(law, chosen),
        };
        let names = Names { law, language: asked.language() };
        Ok(graph_report(names, self.library.sources(), &graph, &[]).to_json())
    }
}
