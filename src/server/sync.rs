//! What do the texts say now? Opening, changing, saving, closing; then looking again.

use super::Server;
use super::documents::{Identity, Origin};
use super::lines::Lines;
use super::protocol::Range;
use serde_json::Value;
use std::collections::BTreeSet;

impl Server {
    /// Takes a notification. One that the server does not know is let be, as the protocol says.
    pub(super) fn sync(&mut self, method: &str, params: &Value) -> Vec<String> {
        let uri = params.pointer("/textDocument/uri").and_then(Value::as_str);
        match (method, uri) {
            ("textDocument/didOpen", Some(uri)) => self.did_open(uri, params),
            ("textDocument/didChange", Some(uri)) => self.did_change(uri, params),
            ("textDocument/didSave", Some(uri)) => self.did_save(uri),
            ("textDocument/didClose", Some(uri)) => self.did_close(uri),
            ("comity/workspace", _) => self.take_workspace(params),
            _ => Vec::new(),
        }
    }

    fn did_open(&mut self, uri: &str, params: &Value) -> Vec<String> {
        let text = params.pointer("/textDocument/text").and_then(Value::as_str);
        let Some(text) = text else { return Vec::new() };
        let version = params.pointer("/textDocument/version").and_then(Value::as_i64);
        self.change(uri, |server| server.documents.open(uri, text, version))
    }

    fn did_change(&mut self, uri: &str, params: &Value) -> Vec<String> {
        let Some(document) = self.documents.get(uri).filter(|one| one.is_open) else {
            return Vec::new();
        };
        let mut text = self.documents.text(document).to_owned();
        let changes = params.get("contentChanges").and_then(Value::as_array);
        for change in changes.into_iter().flatten() {
            apply(&mut text, change);
        }
        let version = params.pointer("/textDocument/version").and_then(Value::as_i64);
        self.proven.edit(uri);
        self.change(uri, |server| {
            server.documents.write(uri, &text);
            server.documents.set_version(uri, version);
        })
    }

    /// A saved text is looked at with the solver too.
    fn did_save(&mut self, uri: &str) -> Vec<String> {
        self.documents.save(uri);
        self.proven.rest(uri);
        self.tell_drafting_faults(uri).into_iter().collect()
    }

    fn did_close(&mut self, uri: &str) -> Vec<String> {
        if self.documents.get(uri).is_none_or(|one| !one.is_open) {
            return Vec::new();
        }
        self.checked.remove(uri);
        self.proven.rest(uri);
        let mut sent = vec![super::diagnostics::none(uri)];
        sent.extend(self.change(uri, |server| server.documents.close(uri)));
        sent
    }

    fn take_workspace(&mut self, params: &Value) -> Vec<String> {
        let files = params.get("files").and_then(Value::as_array);
        for file in files.into_iter().flatten() {
            let told = |name| file.get(name).and_then(Value::as_str);
            if let (Some(uri), Some(text)) = (told("uri"), told("text")) {
                self.documents.lay(uri, text, Origin::Workspace);
            }
        }
        self.lay_base();
        self.proven.forget();
        let open = self.checked.keys().cloned().collect();
        self.look_again(open)
    }

    /// Changes a text, looks again at what may mean something else now, and tells of it.
    fn change(&mut self, uri: &str, change: impl FnOnce(&mut Server)) -> Vec<String> {
        let before = self.identity_of(uri);
        change(self);
        self.proven.forget();
        let after = self.identity_of(uri);
        let is_base =
            |identity: &Option<Identity>| identity.as_ref().is_some_and(Identity::is_base);
        if is_base(&before) || is_base(&after) {
            self.lay_base();
        }
        let is_far = before != after || is_base(&after) || !self.checked.contains_key(uri);
        let rests = |with: &BTreeSet<String>| is_far || with.contains(uri);
        let checked = self.checked.iter().filter(|(_, checked)| rests(&checked.with));
        let mut again: BTreeSet<String> = checked.map(|(uri, _)| uri.clone()).collect();
        if self.documents.get(uri).is_some_and(|one| one.is_open) {
            again.insert(uri.to_owned());
        }
        self.look_again(again)
    }

    fn identity_of(&self, uri: &str) -> Option<Identity> {
        self.documents.get(uri).and_then(|one| self.documents.identity(one)).cloned()
    }

    fn look_again(&mut self, uris: BTreeSet<String>) -> Vec<String> {
        let mut sent = Vec::new();
        for uri in uris {
            let checked = self.check(&uri);
            self.checked.insert(uri.clone(), checked);
            self.lint_cheaply(&uri);
            sent.push(self.publish(&uri));
        }
        sent
    }

    /// Looks for all drafting faults of an open text, and tells of them.
    pub(super) fn tell_drafting_faults(&mut self, uri: &str) -> Option<String> {
        self.lint_fully(uri).then(|| self.publish(uri))
    }
}

/// Applies one change: of a range, or of the whole text.
fn apply(text: &mut String, change: &Value) {
    let Some(new) = change.get("text").and_then(Value::as_str) else { return };
    match change.get("range").and_then(Range::read) {
        Some(range) => {
            let lines = Lines::of(text);
            let (one, two) = (lines.offset(text, range.start), lines.offset(text, range.end));
            text.replace_range(one.min(two)..one.max(two), new);
        }
        None => new.clone_into(text),
    }
}
