//! What every question says besides its subject: the day, the places, the texts, the language.

use crate::language_of;
use comity::jiff::civil::Date;
use comity::model::text::Language;
use comity::{CheckRequest, LawRequest};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// On which day, where, by which texts, in which language something is asked.
#[derive(Debug, Clone)]
#[wasm_bindgen]
pub struct Question {
    on: Date,
    places: Vec<String>,
    with: Vec<String>,
    language: Language,
}

#[wasm_bindgen]
impl Question {
    /// `on` is the day of the check (`YYYY-MM-DD`), `places` are codes or names of jurisdictions
    /// (none: where the manifest places the product), `with` are rulesets to apply beside the
    /// law, `language` is `en`, `fr` or `nl`.
    ///
    /// # Errors
    ///
    /// A day or language that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(
        on: &str,
        places: Vec<String>,
        with: Vec<String>,
        language: &str,
    ) -> Result<Question, JsError> {
        let on = on.parse().map_err(|_| JsError::new("a day is written YYYY-MM-DD"))?;
        Ok(Question { on, places, with, language: language_of(language)? })
    }
}

impl Question {
    pub(crate) fn on(&self) -> Date {
        self.on
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    pub(crate) fn with(&self) -> &[String] {
        &self.with
    }

    /// Of a product.
    pub(crate) fn check(&self) -> CheckRequest {
        let (jurisdictions, with) = (self.places.clone(), self.with.clone());
        CheckRequest { on: self.on, jurisdictions, with, evidence: None }
    }

    /// Of the law.
    pub(crate) fn law(&self) -> LawRequest {
        let (jurisdictions, with) = (self.places.clone(), self.with.clone());
        LawRequest { on: self.on, jurisdictions, with }
    }
}
