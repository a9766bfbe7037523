//! The language server in a worker: it takes the messages of an editor, and gives its own.

use comity::server;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A session of the language server with one editor.
#[derive(Debug)]
#[wasm_bindgen]
pub struct LanguageServer {
    server: server::Server,
}

#[wasm_bindgen]
impl LanguageServer {
    /// A server with the shipped rules; `on` is today (`YYYY-MM-DD`).
    ///
    /// # Errors
    ///
    /// A day that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(on: &str) -> Result<LanguageServer, JsError> {
        let on = on.parse().map_err(|_| JsError::new("a day is written YYYY-MM-DD"))?;
        Ok(LanguageServer { server: server::Server::shipped(on) })
    }

    /// Takes one message of the Language Server Protocol as JSON text without headers, and gives
    /// those to send back, in order.
    pub fn handle(&mut self, message: &str) -> Vec<String> {
        self.server.handle(message)
    }
}
