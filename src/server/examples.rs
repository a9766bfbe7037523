//! Do the examples of a text come out? For the page, and for the lines above rules.
//!
//! `comity/examples` takes `{"uri": …}` of an open text, and gives
//!
//! ```json
//! { "faults": 0, "examples": [ {
//!     "name": "one shared password", "passed": false, "range": { "start": …, "end": … },
//!     "results": [ {
//!         "rule": "demo.locks.5", "passed": false, "range": { … },
//!         "expected": "breached", "found": "met", "asks": ["auth.passwords"], "notAsked": [],
//!         "words": "rule 5 should be breached, and is met" } ] } ] }
//! ```
//!
//! While the text has faults, `faults` counts them and `examples` is empty. Ranges are those of
//! the protocol: lines and UTF-16 units from 0. `range` of an example is its head, of a result
//! the sentence that expects it.

use super::Server;
use super::check::rulesets_of;
use super::documents::Document;
use super::protocol::{Answer, uri_of};
use crate::eval::coverage::Coverage;
use crate::eval::examples::{Result as Outcome, run_example, wanted_verdicts};
use crate::model::example::Example;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::source::Span;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Server {
    pub(super) fn examples(&mut self, params: &Value) -> Answer {
        let uri = uri_of(params)?.to_owned();
        self.document(params)?;
        let faults = self.checked.get(&uri).map_or(0, |checked| checked.faults.len());
        let run = |server: &Server, law: &Law| -> Vec<Value> {
            let Some(document) = server.documents.get(&uri) else { return Vec::new() };
            let own = law.examples.iter().filter(|one| one.span.file == document.file);
            own.map(|example| server.run(document, law, example)).collect()
        };
        let examples = self.with_law(&uri, run).unwrap_or_default();
        Ok(json!({ "faults": faults, "examples": examples }))
    }

    fn run(&self, document: &Document, law: &Law, example: &Example) -> Value {
        let outcomes = run_example(law, example, &mut Coverage::default());
        let results = outcomes.iter().map(|outcome| self.result(document, law, outcome));
        json!({
            "name": example.name,
            "passed": outcomes.iter().all(Outcome::passed),
            "range": self.range(document, example.span),
            "results": results.collect::<Vec<_>>(),
        })
    }

    fn result(&self, document: &Document, law: &Law, outcome: &Outcome<'_>) -> Value {
        let (expected, found) = (&outcome.expectation.verdict, outcome.explanation.verdict.words());
        let rule = law.rule(outcome.expectation.rule).map_or("", |rule| rule.id.as_str());
        let missing = outcome.explanation.missing_facts();
        let asks: Vec<String> = missing.map(|path| path.text(&law.vocabulary)).collect();
        json!({
            "rule": rule,
            "passed": outcome.passed(),
            "range": self.range(document, outcome.expectation.span),
            "expected": expected,
            "found": found,
            "asks": asks,
            "notAsked": outcome.not_asked,
            "words": words(rule, outcome),
        })
    }

    fn range(&self, document: &Document, span: Span) -> Value {
        self.documents.lines(document).range_of(self.documents.text(document), span).json()
    }

    /// Above each rule, how many examples expect something of it, and what none shows; above each
    /// example, whether it comes out.
    pub(super) fn lenses(&mut self, params: &Value) -> Answer {
        let uri = uri_of(params)?.to_owned();
        self.document(params)?;
        let lenses = self.with_law(&uri, |server, law| {
            server.documents.get(&uri).map(|document| server.lenses_of(document, law))
        });
        Ok(Value::Array(lenses.flatten().unwrap_or_default()))
    }

    fn lenses_of(&self, document: &Document, law: &Law) -> Vec<Value> {
        let lens = |span, title: String| {
            let command = json!({ "title": title, "command": "" });
            json!({ "range": self.range(document, span), "command": command })
        };
        let mut shown: BTreeMap<RuleId, Vec<&str>> = BTreeMap::new();
        let mut lenses = Vec::new();
        for example in law.examples.iter().filter(|one| one.span.file == document.file) {
            let outcomes = run_example(law, example, &mut Coverage::default());
            for outcome in outcomes.iter().filter(|one| one.passed()) {
                let expectation = outcome.expectation;
                shown.entry(expectation.rule).or_default().push(&expectation.verdict);
            }
            let failed = outcomes.iter().filter(|one| !one.passed()).count();
            let title = match failed {
                0 => "as expected".to_owned(),
                _ => format!("{failed} of {} not as expected", outcomes.len()),
            };
            lenses.push(lens(example.span, title));
        }
        for id in rulesets_of(law, document.file) {
            for (rule, text) in law.rules_of(id) {
                let shown = shown.get(&rule).map(Vec::as_slice).unwrap_or_default();
                let missing = wanted_verdicts(text.modality, |word| shown.contains(&word));
                let count = match shown.len() {
                    1 => "1 example".to_owned(),
                    count => format!("{count} examples"),
                };
                let covered = match missing.as_slice() {
                    [] => "covered".to_owned(),
                    missing => format!("none shows: {}", missing.join(", ")),
                };
                lenses.push(lens(text.span, format!("{count}, {covered}")));
            }
        }
        lenses
    }
}

fn words(rule: &str, outcome: &Outcome<'_>) -> String {
    let (expected, found) = (&outcome.expectation.verdict, outcome.explanation.verdict.words());
    if expected != found {
        return format!("{rule} should be {expected}, and is {found}");
    }
    match outcome.not_asked.as_slice() {
        [] => format!("{rule} is {found}, as expected"),
        missing => format!("{rule} is {found}, and does not ask for {}", missing.join(", ")),
    }
}
