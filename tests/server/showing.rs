//! Outline, folding, hints, lenses, examples, and drafting faults on save.

use crate::client::{Client, HEADER, RULE};
use serde_json::{Value, json};

const URI: &str = "file:///draft.comity";
const SHIPPED: &str = "comity:///uk/psti.comity";

fn examples(verdict: &str) -> String {
    format!(
        "{HEADER}  in force from 2026-01-01.\n{RULE}
-- one
-- two

example \"one shared password\":
  given {{auth.passwords: [{{scheme: shared, applies_in: both}}]}}.
  placed in GB on 2026-02-01.
  expect 5 {verdict}.

example \"nothing known\":
  placed in GB on 2026-02-01.
  expect 5 undetermined needing auth.passwords.
"
    )
}

#[test]
fn outline_has_every_block() {
    let mut client = Client::small();
    client.open(URI, &examples("breached"));
    let answer = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let names: Vec<&str> =
        answer.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["ruleset demo.locks", "rule 5", "example one shared password", "example nothing known"]
    );
    assert_eq!(answer[1]["detail"], "No shared passwords");
}

#[test]
fn blocks_and_comments_fold() {
    let mut client = Client::small();
    client.open(URI, &examples("breached"));
    let answer = client.ask("textDocument/foldingRange", json!({"textDocument": {"uri": URI}}));
    assert_eq!(answer[0], json!({"startLine": 0, "endLine": 8}));
    let comment = answer.as_array().unwrap().iter().find(|one| one["kind"] == "comment").unwrap();
    assert_eq!(comment["endLine"].as_u64().unwrap() - comment["startLine"].as_u64().unwrap(), 1);
}

#[test]
fn hint_tells_dates_of_the_header() {
    let mut client = Client::small();
    client.open(URI, &examples("breached"));
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let params = json!({"textDocument": {"uri": URI}, "range": range});
    let answer = client.ask("textDocument/inlayHint", params.clone());
    assert_eq!(answer.as_array().unwrap().len(), 1);
    assert_eq!(answer[0]["label"], "in force from 2026-01-01");
    let own = examples("breached")
        .replace("regulation 5\".\n", "regulation 5\".\n  in force from 2026-02-01.\n");
    client.write(URI, &own);
    assert_eq!(client.ask("textDocument/inlayHint", params), json!([]));
}

#[test]
fn examples_are_run_in_words() {
    let mut client = Client::small();
    client.open(URI, &examples("met"));
    let answer = client.ask("comity/examples", json!({"uri": URI}));
    assert_eq!(answer["faults"], 0);
    let first = &answer["examples"][0];
    assert_eq!((&first["name"], &first["passed"]), (&json!("one shared password"), &json!(false)));
    let result = &first["results"][0];
    assert_eq!((&result["expected"], &result["found"]), (&json!("met"), &json!("breached")));
    assert_eq!(result["words"], "demo.locks.5 should be met, and is breached");
    assert_eq!(answer["examples"][1]["passed"], true);
    assert_eq!(answer["examples"][1]["results"][0]["asks"], json!(["auth.passwords"]));
    client.write(URI, &examples("breached"));
    let answer = client.ask("comity/examples", json!({"uri": URI}));
    assert_eq!(answer["examples"][0]["passed"], true);
    client.write(URI, &examples("breached").replace("rule 5:", "rul 5:"));
    let answer = client.ask("comity/examples", json!({"uri": URI}));
    assert_eq!(answer["examples"], json!([]));
    assert!(answer["faults"].as_u64().unwrap() > 0);
}

#[test]
fn lens_counts_examples_and_tells_what_none_shows() {
    let mut client = Client::small();
    client.open(URI, &examples("breached"));
    let answer = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    let titles: Vec<&str> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["command"]["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["as expected", "as expected", "2 examples, none shows: met"]);
}

#[test]
fn every_example_of_a_shipped_text_passes_here_too() {
    let mut client = Client::new();
    let text = client.ask("comity/text", json!({"uri": SHIPPED}))["text"].clone();
    client.open(SHIPPED, text.as_str().unwrap());
    let answer = client.ask("comity/examples", json!({"uri": SHIPPED}));
    let all = answer["examples"].as_array().unwrap();
    assert!(all.len() > 20);
    assert!(all.iter().all(|one| one["passed"] == true));
}

#[test]
fn solver_is_asked_on_save_and_its_findings_stay_until_a_change() {
    let mut client = Client::small();
    let rule = RULE.replace(
        "  must p.scheme",
        "  unless p.scheme is shared and p.scheme is none.\n  must p.scheme",
    );
    client.open(URI, &format!("{HEADER}{rule}"));
    assert_eq!(client.told[URI], json!([]));
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": URI}}));
    assert_eq!(client.codes(URI), ["comity::lint::idle_exception"]);
    client.change(URI, json!([{"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "-- x\n"}]));
    assert_eq!(client.told[URI], json!([]));
    assert_eq!(client.ask("comity/lint", json!({"uri": URI})), json!({"findings": 1}));
    assert_eq!(client.codes(URI), ["comity::lint::idle_exception"]);
}

/// Every request at every so many places of some shipped texts: nothing stops, and what is told
/// lies in the text.
#[test]
fn every_request_is_answered_everywhere_in_shipped_texts() {
    let mut client = Client::new();
    for uri in [
        SHIPPED,
        "comity:///vocabulary/iot.comity",
        "comity:///jurisdictions.comity",
        "comity:///eu/red.comity",
    ] {
        let text =
            client.ask("comity/text", json!({"uri": uri}))["text"].as_str().unwrap().to_owned();
        client.open(uri, &text);
        let lines: Vec<&str> = text.lines().collect();
        for line in (0..lines.len()).step_by(lines.len() / 25 + 1) {
            for character in [0, 2, 9, 17, 30] {
                let place = json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}});
                for method in ["completion", "hover", "definition", "documentHighlight"] {
                    client.ask(&format!("textDocument/{method}"), place.clone());
                }
            }
        }
        let whole = json!({"textDocument": {"uri": uri}, "context": {"diagnostics": []}, "options": {},
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": lines.len(), "character": 0}}});
        for method in [
            "documentSymbol",
            "foldingRange",
            "codeAction",
            "inlayHint",
            "codeLens",
            "semanticTokens/full",
            "formatting",
        ] {
            let answer = client.ask(&format!("textDocument/{method}"), whole.clone());
            if method == "formatting" {
                assert_eq!(answer, json!([]));
            }
            check_places(&answer, &lines);
        }
        client.tell("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    }
}

fn check_places(value: &Value, lines: &[&str]) {
    match value {
        Value::Object(fields) => {
            if let (Some(line), Some(character)) = (fields.get("line"), fields.get("character")) {
                let line = line.as_u64().unwrap() as usize;
                let length = lines.get(line).map_or(0, |line| line.encode_utf16().count());
                assert!(line <= lines.len() && character.as_u64().unwrap() as usize <= length);
            }
            fields.values().for_each(|value| check_places(value, lines));
        }
        Value::Array(values) => values.iter().for_each(|value| check_places(value, lines)),
        _ => {}
    }
}

#[test]
fn drafting_faults_on_save_are_those_of_the_command() {
    let mut client = Client::new();
    let uri = "comity:///voluntary/etsi-en-303-645-2.1.1.comity";
    let text = client.ask("comity/text", json!({"uri": uri}))["text"].as_str().unwrap().to_owned();
    // Without its reasons the text has faults.
    let sentences = text.split_inclusive('\n');
    let bare: String = sentences.filter(|line| !line.trim().starts_with("allow ")).collect();
    assert_ne!(bare, text);
    client.open(uri, &bare);
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": uri}}));
    let library =
        comity::Library::load(&[("voluntary/etsi-en-303-645-2.1.1.comity", &bare)]).unwrap();
    let request = comity::analysis::lint::Request {
        rulesets: library.find_rulesets(&["etsi.en303645@2.1.1".to_owned()]).unwrap(),
        faults: comity::model::drafting::DraftingFault::ALL.into(),
        on: crate::client::DAY.parse().unwrap(),
        limits: Default::default(),
    };
    let found = library.lint(&request).findings;
    let codes: Vec<String> = found.iter().map(|finding| finding.fault.code()).collect();
    assert_eq!(client.codes(uri), codes);
    assert!(!codes.is_empty());
}

#[test]
fn rules_of_a_text_are_read_back_in_three_languages_once_it_has_no_fault() {
    let mut client = Client::new();
    client.open(URI, &examples("breached"));
    for (language, words) in [("en", "must"), ("fr", "doit"), ("nl", "moet")] {
        let report = client.ask("comity/read", json!({"uri": URI, "language": language}));
        assert_eq!(report["format"], "comity-reading/1");
        let text = report["texts"][0]["rules"].to_string();
        assert!(text.contains(words), "{language}: {text}");
    }
    client.open("file:///faulty.comity", "rulset x.");
    let nothing = client.ask("comity/read", json!({"uri": "file:///faulty.comity"}));
    assert!(nothing.is_null(), "{nothing}");
}
