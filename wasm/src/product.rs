//! Questions about one product, given as a manifest in YAML or JSON.

use crate::Comity;
use crate::question::Question;
use comity::fault::Fault;
use comity::model::manifest::Manifest;
use comity::{Fix, Judge};
use std::collections::BTreeSet;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Ways to mend that are looked for in each group of duties.
const WAYS: usize = 3;

#[wasm_bindgen]
impl Comity {
    /// Checks a manifest, as `comity check` does. One that cannot be read gives a report with its
    /// faults.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn check(&self, name: &str, manifest: &str, asked: &Question) -> Result<String, JsError> {
        let (check, language) = (asked.check(), asked.language());
        Ok(self.library.check_report(name, manifest.as_bytes(), &check, language)?.to_json())
    }

    /// Tells from when to when a product has which verdicts, as `comity timeline` does.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn timeline(
        &self,
        name: &str,
        manifest: &str,
        asked: &Question,
    ) -> Result<String, JsError> {
        let (check, language) = (asked.check(), asked.language());
        Ok(self.library.timeline_report(name, manifest.as_bytes(), &check, language)?.to_json())
    }

    /// Tells what a product still leaves open, as `comity ask` does, without the fewest answers.
    /// Nothing skipped, by the ids of earlier questions, is asked again.
    ///
    /// # Errors
    ///
    /// A manifest that cannot be read; a jurisdiction or ruleset that nothing declares.
    pub fn ask(
        &self,
        name: &str,
        manifest: &str,
        asked: &Question,
        skipped: Vec<String>,
    ) -> Result<String, JsError> {
        let manifest = self.read_manifest(name, manifest)?;
        let skipped: BTreeSet<_> =
            skipped.iter().filter_map(|id| self.library.ask_named(id)).collect();
        let (check, language) = (asked.check(), asked.language());
        Ok(self.library.ask_report(&manifest, &check, &skipped, false, language)?.to_json())
    }

    /// The manifest with an answer, as it was typed, to the question of that id. Open norms are
    /// judged by `by`, on the day that is asked about.
    ///
    /// # Errors
    ///
    /// What is wrong with the answer; a manifest that cannot be read.
    pub fn answer(
        &self,
        name: &str,
        manifest: &str,
        asked: &Question,
        question: &str,
        typed: &str,
        by: &str,
    ) -> Result<String, JsError> {
        let manifest = self.read_manifest(name, manifest)?;
        let ask = self.library.ask_named(question);
        let ask = ask.ok_or_else(|| JsError::new(&format!("there is no question `{question}`")))?;
        let judge = Judge { by: by.to_owned(), on: asked.on() };
        let after = self.library.answered(&manifest, &ask, typed, &judge).map_err(told)?;
        Ok(after.source.text.to_string())
    }

    /// Finds the cheapest changes that turn every breach into none, as `comity fix` does.
    ///
    /// # Errors
    ///
    /// A manifest that cannot be read; a jurisdiction or ruleset that nothing declares.
    pub fn fix(&self, name: &str, manifest: &str, asked: &Question) -> Result<String, JsError> {
        let manifest = self.read_manifest(name, manifest)?;
        let fixes = self.library.fix(&manifest, &asked.check(), WAYS)?;
        let (on, language) = (asked.on(), asked.language());
        Ok(self.library.fix_report(&manifest, on, &fixes, language).to_json())
    }

    /// The manifest after one way of one group of the first scope of [`Comity::fix`], each counted
    /// from 0; without a group, after the first ways of all groups.
    ///
    /// # Errors
    ///
    /// As of [`Comity::fix`]; a way that there is not.
    pub fn mended(
        &self,
        name: &str,
        manifest: &str,
        asked: &Question,
        group: Option<usize>,
        way: usize,
    ) -> Result<String, JsError> {
        let manifest = self.read_manifest(name, manifest)?;
        let fixes = self.library.fix(&manifest, &asked.check(), WAYS)?;
        let text = fixes.first().and_then(|fix: &Fix| match group {
            Some(group) => self.library.mended_text(&manifest, fix, group, way),
            None => self.library.written(&manifest, &fix.mended.product(&manifest)),
        });
        text.ok_or_else(|| JsError::new("there is no such way"))
    }
}

impl Comity {
    pub(crate) fn read_manifest(&self, name: &str, manifest: &str) -> Result<Manifest, JsError> {
        self.library.read_manifest(name, manifest.as_bytes()).map_err(told)
    }
}

/// What is wrong, a line each.
fn told(faults: Vec<Fault>) -> JsError {
    let lines: Vec<String> = faults.iter().map(|fault| fault.kind.to_string()).collect();
    JsError::new(&lines.join("\n"))
}
