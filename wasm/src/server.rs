//! The language server: messages of the Language Server Protocol in and out, as text.

use comity::server::Server;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A session of the language server, over the shipped rules.
#[derive(Debug)]
#[wasm_bindgen]
pub struct LanguageServer {
    server: Server,
}

#[wasm_bindgen]
impl LanguageServer {
    /// Starts a session. `on` is the day of today (`YYYY-MM-DD`).
    ///
    /// # Errors
    ///
    /// A day that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(on: &str) -> Result<LanguageServer, JsError> {
        let today = on.parse().map_err(|_| JsError::new("a day is written YYYY-MM-DD"))?;
        Ok(LanguageServer { server: Server::shipped(today) })
    }

    /// Takes the JSON text of a message, without headers, and gives those to send back, in order.
    pub fn handle(&mut self, message: &str) -> Vec<String> {
        self.server.handle(message)
    }
}
