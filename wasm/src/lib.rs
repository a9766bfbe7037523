//! Comity in a browser: text in, plain objects out.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of Comity that this module was built from, such as `0.1.0`.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
