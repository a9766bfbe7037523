//! Faults as the client shows them.

use super::Server;
use super::documents::Document;
use super::protocol::notify;
use crate::fault::Fault;
use crate::report::lint::notice::Notice;
use miette::Diagnostic;
use serde_json::{Value, json};

const ERROR: u8 = 1;
const WARNING: u8 = 2;

/// That a text has no diagnostics, for one that is no longer open.
pub(super) fn none(uri: &str) -> String {
    notify("textDocument/publishDiagnostics", json!({ "uri": uri, "diagnostics": [] }))
}

impl Server {
    /// Tells what is wrong with an open text.
    pub(super) fn publish(&self, uri: &str) -> String {
        let version = self.documents.get(uri).and_then(|document| document.version);
        let params =
            json!({ "uri": uri, "version": version, "diagnostics": self.diagnostics(uri) });
        notify("textDocument/publishDiagnostics", params)
    }

    fn diagnostics(&self, uri: &str) -> Vec<Value> {
        let (Some(document), Some(checked)) = (self.documents.get(uri), self.checked.get(uri))
        else {
            return Vec::new();
        };
        let faults = checked.faults.iter().map(|fault| self.of_fault(uri, document, fault));
        let notices = checked.notices.iter().map(|notice| self.of_notice(uri, document, notice));
        faults.chain(notices).collect()
    }

    pub(super) fn of_fault(&self, uri: &str, document: &Document, fault: &Fault) -> Value {
        let code = fault.code();
        let help = fault.kind.help().map(|help| help.to_string()).unwrap_or_default();
        let own = fault.kind.span();
        let labels = fault.kind.labels().into_iter().flatten();
        let places = labels.filter_map(|label| {
            let bytes = label.offset()..label.offset() + label.len();
            let is_own = bytes == own.range();
            (!is_own).then(|| (bytes, label.label().unwrap_or_default().to_owned()))
        });
        let others = places.collect();
        let told = Told { code: &code, message: fault.kind.to_string(), help: &help, others };
        self.tell(uri, document, own.range(), ERROR, told)
    }

    pub(super) fn of_notice(&self, uri: &str, document: &Document, notice: &Notice) -> Value {
        let mut places = notice.labels.iter().map(|(span, words)| (span.range(), words.clone()));
        let (own, _) = places.next().unwrap_or_default();
        let (message, help) = (notice.message.clone(), notice.help.as_str());
        let severity = if notice.is_error { ERROR } else { WARNING };
        let told = Told { code: &notice.code, message, help, others: places.collect() };
        self.tell(uri, document, own, severity, told)
    }

    fn tell(
        &self,
        uri: &str,
        document: &Document,
        bytes: std::ops::Range<usize>,
        severity: u8,
        told: Told<'_>,
    ) -> Value {
        let (text, lines) = (self.documents.text(document), self.documents.lines(document));
        let Told { code, message, help, others } = told;
        let related: Vec<Value> = others
            .into_iter()
            .map(|(bytes, words)| {
                let location = json!({ "uri": uri, "range": lines.range(text, bytes).json() });
                json!({ "location": location, "message": words })
            })
            .collect();
        let mut diagnostic = json!({
            "range": lines.range(text, bytes).json(),
            "severity": severity,
            "code": code,
            "source": "comity",
            "message": if help.is_empty() { message } else { format!("{message}\n{help}") },
            "data": { "help": help },
        });
        if let Some(fields) = diagnostic.as_object_mut().filter(|_| !related.is_empty()) {
            fields.insert("relatedInformation".to_owned(), related.into());
        }
        diagnostic
    }
}

/// The words of a diagnostic.
struct Told<'a> {
    code: &'a str,
    message: String,
    help: &'a str,
    /// Other places of the text that it has to do with.
    others: Vec<(std::ops::Range<usize>, String)>,
}
