//! Comity in a browser: text in, text out; nothing leaves the page.
//!
//! The module holds the shipped rules and no rule of its own: it calls the library and hands
//! back the report that `comity check --format json` writes, byte for byte.

use comity::model::text::Language;
use comity::report::build::{fault_report, product_report, report};
use comity::{CheckRequest, Library};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The version of Comity that this module was built from, such as `0.1.0`.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The shipped rules, loaded once.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Comity {
    library: Library,
}

#[wasm_bindgen]
impl Comity {
    /// Loads the shipped rules.
    ///
    /// # Errors
    ///
    /// None in a released module: tests load what is shipped.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Comity, JsError> {
        let library = Library::shipped()
            .map_err(|faults| JsError::new(&format!("{} faults in the rules", faults.len())))?;
        Ok(Comity { library })
    }

    /// Checks a manifest (YAML or JSON) and answers the report as JSON.
    ///
    /// `on` is the day of the check (`YYYY-MM-DD`), `places` are codes or names of jurisdictions
    /// (none: where the manifest places the product), `with` are rulesets to apply beside the
    /// law, `language` is `en`, `fr` or `nl`. A manifest that cannot be read gives a report with
    /// its faults.
    ///
    /// # Errors
    ///
    /// A day, language, jurisdiction or ruleset that is none.
    pub fn check(
        &self,
        name: &str,
        manifest: &str,
        on: &str,
        places: Vec<String>,
        with: Vec<String>,
        language: &str,
    ) -> Result<String, JsError> {
        let on = on.parse().map_err(|_| JsError::new("a day is written YYYY-MM-DD"))?;
        let language = Language::from_code(language)
            .ok_or_else(|| JsError::new("languages are en, fr, nl"))?;
        let request = CheckRequest { on, jurisdictions: places, with, evidence: None };
        let mut answer = report(on, None, language);
        answer.products.push(match self.library.read_manifest(name, manifest.as_bytes()) {
            Ok(manifest) => {
                let markets = self.library.check(&manifest, &request)?;
                product_report(self.library.law(), &manifest, &markets, language)
            }
            Err(faults) => fault_report(name, &faults),
        });
        Ok(answer.to_json())
    }
}
