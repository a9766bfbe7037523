//! Comity in a browser: text in, text out; nothing leaves the page.
//!
//! The module holds the shipped rules and no rule of its own: it calls the library and hands
//! back the reports that `comity check` and `comity conflicts` write as JSON, byte for byte.

use comity::analysis::problem::Limits;
use comity::jiff::civil::Date;
use comity::model::text::Language;
use comity::report::build::{fault_report, product_report, report};
use comity::report::conflicts::json::conflicts_report;
use comity::{CheckRequest, LawRequest, Library};
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
        let (on, language) = (day(on)?, language_of(language)?);
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
    /// Looks for the conflicts of the law of some places, and answers as
    /// `comity conflicts --format json` does.
    ///
    /// `on` is the day on which products are placed and checked (`YYYY-MM-DD`), `places` are
    /// codes or names of jurisdictions, `with` are rulesets beside the law, `language` is `en`,
    /// `fr` or `nl`.
    ///
    /// # Errors
    ///
    /// A day, language, jurisdiction or ruleset that is none.
    pub fn conflicts(
        &self,
        on: &str,
        places: Vec<String>,
        with: Vec<String>,
        language: &str,
    ) -> Result<String, JsError> {
        let language = language_of(language)?;
        let request = LawRequest { on: day(on)?, jurisdictions: places, with };
        let (asked, limits) = (self.library.ask(&request)?, Limits::default());
        let (found, together) = (asked.conflicts(&limits), asked.together(&limits));
        let rules = asked.duties.len();
        Ok(conflicts_report(&asked.ground, rules, &found, &together, language).to_json())
    }
}

fn day(written: &str) -> Result<Date, JsError> {
    written.parse().map_err(|_| JsError::new("a day is written YYYY-MM-DD"))
}

fn language_of(code: &str) -> Result<Language, JsError> {
    Language::from_code(code).ok_or_else(|| JsError::new("languages are en, fr, nl"))
}
