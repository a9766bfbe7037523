//! Diagnostics as one types: what is told, where, and that a change is seen as a fresh start is.

use crate::client::{Client, HEADER, RULE, place};
use serde_json::json;

const URI: &str = "file:///draft.comity";

#[test]
fn text_without_fault_has_no_diagnostics() {
    let mut client = Client::small();
    client.open(URI, &format!("{HEADER}{RULE}"));
    assert_eq!(client.told[URI], json!([]));
}

#[test]
fn fault_is_told_with_code_help_and_place() {
    let mut client = Client::small();
    let text = format!("{HEADER}{RULE}").replace("p.scheme", "p.schema");
    client.open(URI, &text);
    assert_eq!(client.codes(URI), ["comity::resolve::unknown_name"]);
    let told = &client.told[URI][0];
    assert!(told["message"].as_str().unwrap().contains("did the text mean `scheme`?"), "{told}");
    let (before, _) = text.split_once("p.schema").unwrap();
    assert_eq!(told["range"]["start"], place(before));
    assert_eq!(told["severity"], 1);
}

#[test]
fn place_counts_utf16_units() {
    let mut client = Client::small();
    let text = format!("{HEADER}{RULE}")
        .replace("title en \"No shared", "title en \"É 🔒 No\" rf \"shared");
    client.open(URI, &text);
    let (before, _) = text.split_once("rf").unwrap();
    assert_eq!(client.told[URI][0]["range"]["start"], place(before));
}

#[test]
fn change_of_a_range_counts_utf16_units() {
    let mut client = Client::small();
    let text = format!("{HEADER}{RULE}").replace("No shared", "É🔒 No shared");
    client.open(URI, &text);
    assert_eq!(client.told[URI], json!([]));
    let (before, _) = text.split_once("No shared").unwrap();
    let start = place(before);
    let end = json!({"line": start["line"], "character": start["character"].as_u64().unwrap() + 2});
    client.change(URI, json!([{"range": {"start": start, "end": end}, "text": "\u{202e}"}]));
    assert_eq!(client.codes(URI), ["comity::syntax::forbidden_character"]);
    assert_eq!(client.told[URI][0]["range"]["start"], place(before));
    let shown = client.ask("comity/text", json!({"uri": URI}));
    assert_eq!(shown["text"], text.replace("No shared", "\u{202e} shared"));
}

#[test]
fn changes_apply_one_after_the_other() {
    let mut client = Client::small();
    client.open(URI, "one\ntwo\n");
    let at = |line, from, to| json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}});
    client.change(
        URI,
        json!([
            {"range": at(0, 0, 3), "text": "1\n1"},
            {"range": at(2, 0, 3), "text": "2"},
            {"range": at(99, 0, 3), "text": "end"},
        ]),
    );
    assert_eq!(client.ask("comity/text", json!({"uri": URI}))["text"], "1\n1\n2\nend");
}

#[test]
fn drafting_fault_without_solver_is_told_as_one_types() {
    let mut client = Client::small();
    let header = format!("{HEADER}  term idle means net.internet_capable.\n");
    client.open(URI, &format!("{header}{RULE}"));
    assert_eq!(client.codes(URI), ["comity::lint::unused_term"]);
    assert_eq!(client.told[URI][0]["severity"], 2);
}

#[test]
fn ruleset_that_is_used_is_resolved_with_it() {
    let mut client = Client::small();
    let uses = "  uses ruleset etsi.en303645 edition 2.1.1 as en.\n";
    let rule = RULE.replace("  allow", "  deemed met where en/5.1-1 is met.\n  allow");
    client.open(URI, &format!("{HEADER}{uses}{rule}"));
    assert_eq!(client.told[URI], json!([]));
    client.open(URI, &format!("{HEADER}{}{rule}", uses.replace("303645", "30364")));
    assert_eq!(client.codes(URI), ["comity::resolve::unknown_name"]);
    assert!(client.told[URI][0]["message"].as_str().unwrap().contains("`etsi.en303645`"));
}

#[test]
fn open_text_is_looked_at_again_when_one_that_it_uses_changes() {
    let mut client = Client::small();
    let other = "file:///other.comity";
    client.open(URI, &format!("{HEADER}{RULE}"));
    let header = HEADER.replace("demo.locks", "demo.keys")
        + "  uses ruleset demo.locks edition 2026-01-01 as locks.\n";
    let rule = RULE.replace("  allow", "  deemed met where locks/5 is met.\n  allow");
    client.open(other, &format!("{header}{rule}"));
    assert_eq!(client.told[other], json!([]));
    client.write(URI, &format!("{HEADER}{RULE}").replace("rule 5:", "rule 6:"));
    assert_eq!(client.codes(other), ["comity::resolve::unknown_name"]);
    client.write(
        URI,
        &format!("{HEADER}{RULE}").replace("edition 2026-01-01.", "edition 2026-01-02."),
    );
    assert!(client.told[other][0]["message"].as_str().unwrap().contains("2026-01-02"));
    client.write(URI, &format!("{HEADER}{RULE}"));
    assert_eq!(client.told[other], json!([]));
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
    assert_eq!(client.codes(other), ["comity::resolve::unknown_name"]);
    assert_eq!(client.told[URI], json!([]));
}

#[test]
fn own_text_takes_the_place_of_a_shipped_one() {
    let mut client = Client::small();
    let shipped = client.ask("comity/text", json!({"uri": "comity:///vocabulary/iot.comity"}));
    let vocabulary = shipped["text"]
        .as_str()
        .unwrap()
        .replace("field auth.passwords.scheme:", "field auth.passwords.manner:");
    client.open(URI, &format!("{HEADER}{RULE}"));
    client.open("file:///iot.comity", &vocabulary);
    assert_eq!(client.codes(URI), ["comity::resolve::unknown_name"]);
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": "file:///iot.comity"}}));
    assert_eq!(client.told[URI], json!([]));
}

#[test]
fn file_of_the_workspace_counts_before_it_is_opened() {
    let mut client = Client::small();
    let header = HEADER.replace("demo.locks", "demo.keys")
        + "  uses ruleset demo.locks edition 2026-01-01 as locks.\n";
    let rule = RULE.replace("  allow", "  deemed met where locks/5 is met.\n  allow");
    client.open(URI, &format!("{header}{rule}"));
    assert_ne!(client.told[URI], json!([]));
    let file = json!({"uri": "file:///locks.comity", "text": format!("{HEADER}{RULE}")});
    client.tell("comity/workspace", json!({"files": [file]}));
    assert_eq!(client.told[URI], json!([]));
}

#[test]
fn every_shipped_text_is_free_of_faults_when_opened() {
    let mut client = Client::new();
    let shipped = client.ask("comity/shipped", json!({}));
    for uri in shipped["uris"].as_array().unwrap() {
        let uri = uri.as_str().unwrap();
        let text = client.ask("comity/text", json!({"uri": uri}))["text"].clone();
        client.open(uri, text.as_str().unwrap());
        assert_eq!(client.told[uri], json!([]), "{uri}");
        client.tell("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    }
    assert_eq!(shipped["uris"].as_array().unwrap().len(), comity::catalogue::shipped().len());
}

#[test]
fn half_a_header_is_not_taken_for_the_vocabulary() {
    let mut client = Client::small();
    let (other, text) = ("file:///keys.comity", format!("{HEADER}{RULE}"));
    client.open(other, &text.replace("demo.locks", "demo.keys"));
    let half = text.replace("ruleset demo", "et demo").replace("uses vocabulary", "vocabulary");
    client.open(URI, &half);
    assert_eq!(client.told[other], json!([]));
}
