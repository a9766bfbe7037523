//! What do the rules of a text say in plain words? For the page, beside the text.
//!
//! `comity/read` takes `{"uri": …, "language": "en"}` of an open text (`en`, `fr`, `nl`), and gives
//! what `comity read --format json` writes of its rulesets; `null` while the text has faults.

use super::Server;
use super::check::rulesets_of;
use super::protocol::{Answer, Failure, uri_of};
use crate::model::text::Language;
use crate::report::read::json::ReadReport;
use crate::report::read::read_ruleset;
use serde_json::{Value, to_value};

impl Server {
    pub(super) fn read_back(&mut self, params: &Value) -> Answer {
        let uri = uri_of(params)?.to_owned();
        let file = self.document(params)?.file;
        let code = params.get("language").and_then(Value::as_str).unwrap_or("en");
        let language = Language::from_code(code)
            .ok_or_else(|| Failure::wrong_params("languages are en, fr, nl"))?;
        let report = self.with_law(&uri, |_, law| {
            let own = rulesets_of(law, file).into_iter();
            ReadReport::of(own.filter_map(|id| read_ruleset(law, id, language)).collect(), language)
        });
        // Plain structs of strings always serialise.
        Ok(report.and_then(|report| to_value(report).ok()).unwrap_or_default())
    }
}
