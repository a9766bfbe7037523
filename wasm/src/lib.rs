//! Comity in a browser: text in, text out; nothing leaves the page.
//!
//! The module holds the shipped rules and no rule of its own: it calls the library and hands
//! back the reports that the command line writes with `--format json`, byte for byte.

mod law;
mod product;
mod question;
mod server;

use comity::Library;
use comity::fault::Fault;
use comity::model::text::Language;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The version of Comity that this module was built from, such as `0.1.0`.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The shipped rules, and texts beside them, loaded once.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Comity {
    library: Library,
}

#[wasm_bindgen]
impl Comity {
    /// Loads the shipped rules and further texts: the names of files, and their texts in the same
    /// order. A text that declares a shipped ruleset anew, in its edition, takes its place.
    ///
    /// # Errors
    ///
    /// The faults of the texts, a line each.
    #[wasm_bindgen(constructor)]
    pub fn new(names: Vec<String>, texts: Vec<String>) -> Result<Comity, JsError> {
        let library = Library::load(&named(&names, &texts));
        Ok(Comity { library: library.map_err(told)? })
    }

    /// Loads texts alone, without the shipped rules: their vocabulary and jurisdictions are among
    /// them.
    ///
    /// # Errors
    ///
    /// The faults of the texts, a line each.
    #[wasm_bindgen(js_name = ofTexts)]
    pub fn of_texts(names: Vec<String>, texts: Vec<String>) -> Result<Comity, JsError> {
        let library = Library::from_texts(named(&names, &texts));
        Ok(Comity { library: library.map_err(told)? })
    }
}

fn named<'t>(names: &'t [String], texts: &'t [String]) -> Vec<(&'t str, &'t str)> {
    names.iter().zip(texts).map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

fn told(faults: Vec<Fault>) -> JsError {
    let lines: Vec<String> = faults.iter().map(|fault| fault.kind.to_string()).collect();
    JsError::new(&lines.join("\n"))
}

fn language_of(code: &str) -> Result<Language, JsError> {
    Language::from_code(code).ok_or_else(|| JsError::new("languages are en, fr, nl"))
}
