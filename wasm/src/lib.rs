//! Comity in a browser: text in, text out; nothing leaves the page.
//!
//! The module holds the shipped rules and no rule of its own: it calls the library and hands
//! back the reports that the command line writes with `--format json`, byte for byte.

mod law;
mod product;
mod question;
mod server;

use comity::Library;
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
        let named = names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str()));
        let library = Library::load(&named.collect::<Vec<_>>()).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(|fault| fault.kind.to_string()).collect();
            JsError::new(&lines.join("\n"))
        })?;
        Ok(Comity { library })
    }
}

fn language_of(code: &str) -> Result<Language, JsError> {
    Language::from_code(code).ok_or_else(|| JsError::new("languages are en, fr, nl"))
}
