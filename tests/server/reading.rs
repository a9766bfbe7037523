//! Hover, definition, layout, colours; and what is no request at all.

use crate::client::{Client, HEADER, RULE, place};
use serde_json::{Value, json};

const URI: &str = "file:///draft.comity";

fn hover(marked: &str) -> String {
    let mut client = Client::small();
    let params = client.open_at(URI, marked);
    let answer = client.ask("textDocument/hover", params);
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

fn draft(rest: &str) -> String {
    format!(
        "{HEADER}  uses ruleset etsi.en303645 edition 2.1.1 as en.\n  term idle means net.internet_capable.\n{rest}"
    )
}

#[test]
fn hover_tells_what_a_name_means() {
    let rule = |condition: &str| draft(&format!("\nrule 6:\n  must {condition}.\n"));
    assert!(hover(&rule("support.min_|length is at least 2 years")).contains("duration"));
    assert!(hover(&rule("net.nonip_pe|ers is at least 2")).contains("whole number in peers"));
    assert!(hover(&rule("product.kind includes cam|era")).contains("A value of `product.kind`"));
    assert!(hover(&rule("id|le")).contains("term idle means net.internet_capable."));
    let rule_of_standard = hover(&rule("en/5.1-|1 is met"));
    assert!(rule_of_standard.contains("etsi.en303645.5.1-1"), "{rule_of_standard}");
    assert!(rule_of_standard.contains("addressed to"), "{rule_of_standard}");
    assert!(hover(&rule("e|n/5.1-1 is met")).contains("edition 2.1.1"));
    assert!(hover(&draft("\nru|le 6:\n  must idle.\n")).contains("Opens a rule"));
    assert!(hover(&draft("\nrule 6:\n  must idle an|d idle.\n")).contains("Both hold"));
    assert_eq!(hover(&draft("\n  |")), "");
}

#[test]
fn definition_leads_to_the_declaration() {
    let mut client = Client::small();
    let mut find = |marked: &str| {
        let params = client.open_at(URI, &draft(marked));
        client.ask("textDocument/definition", params)
    };
    let found = find("\nrule 6:\n  must id|le.\n");
    let head = draft("");
    let (before, _) = head.split_once("idle").unwrap();
    assert_eq!((&found["uri"], &found["range"]["start"]), (&json!(URI), &place(before)));
    let found = find("\nrule 6:\n  must en/5.1-|1 is met.\n");
    assert_eq!(found["uri"], "comity:///voluntary/etsi-en-303-645-2.1.1.comity");
    let found = find("\nrule 6:\n  must prod|uct.kind includes camera.\n");
    assert_eq!(found["uri"], "comity:///vocabulary/iot.comity");
    let found =
        find("\nrule 6:\n  for every pw in auth.passwords:\n  must p|w.scheme is shared.\n");
    assert_eq!(found["uri"], URI);
    assert_eq!(find("\n|"), Value::Null);
}

#[test]
fn layout_is_the_canonical_one() {
    let mut client = Client::small();
    let text = format!("{HEADER}{RULE}");
    client.open(URI, &text);
    let options = json!({"textDocument": {"uri": URI}, "options": {"tabSize": 2}});
    assert_eq!(client.ask("textDocument/formatting", options.clone()), json!([]));
    client.write(URI, &text.replace("  must p.scheme in {", "must   p.scheme in\n{"));
    let edits = client.ask("textDocument/formatting", options.clone());
    client.change(URI, json!([{"range": edits[0]["range"], "text": edits[0]["newText"]}]));
    assert_eq!(client.ask("comity/text", json!({"uri": URI}))["text"], text);
    client.write(URI, "ruleset");
    assert_eq!(client.try_ask("textDocument/formatting", options).unwrap_err()["code"], -32803);
}

#[test]
fn colours_follow_meaning() {
    let mut client = Client::small();
    client.open(URI, &draft("\nrule 6:  -- why\n  must idle and product.kind includes camera.\n"));
    let answer =
        client.ask("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
    let text = client.ask("comity/text", json!({"uri": URI}))["text"].as_str().unwrap().to_owned();
    let lines: Vec<&str> = text.lines().collect();
    let numbers: Vec<usize> =
        answer["data"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
    let (mut line, mut column, mut told) = (0, 0, Vec::new());
    for token in numbers.chunks(5) {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        told.push((&lines[line][column..column + token[2]], token[3]));
    }
    let (keyword, comment, property, value, function) = (0, 1, 4, 5, 7);
    for wanted in [
        ("must", keyword),
        ("-- why", comment),
        ("product.kind", property),
        ("camera", value),
        ("idle", function),
        ("includes", keyword),
    ] {
        assert!(told.contains(&wanted), "{wanted:?} in {told:?}");
    }
}

#[test]
fn what_is_no_request_gets_an_error() {
    let mut client = Client::small();
    let mut code = |message: &str| {
        let answers = client.server.handle(message);
        assert_eq!(answers.len(), 1, "{message}");
        serde_json::from_str::<Value>(&answers[0]).unwrap()["error"]["code"].as_i64().unwrap()
    };
    assert_eq!(code("{"), -32700);
    assert_eq!(code(""), -32700);
    assert_eq!(code(&"[".repeat(10_000)), -32700);
    assert_eq!(code("[]"), -32600);
    assert_eq!(code("{\"id\": 1}"), -32600);
    assert_eq!(code("{\"id\": 1, \"method\": \"textDocument/moniker\"}"), -32601);
    assert_eq!(code("{\"id\": 1, \"method\": \"initialize\"}"), -32600);
    assert_eq!(code("{\"id\": 1, \"method\": \"textDocument/hover\"}"), -32602);
    let unknown = "{\"id\": 1, \"method\": \"textDocument/hover\", \"params\": {\"textDocument\": {\"uri\": \"x\"}}}";
    assert_eq!(code(unknown), -32602);
    assert!(client.server.handle("{\"method\": \"$/setTrace\", \"params\": {}}").is_empty());
    assert!(client.server.handle("{\"id\": 7, \"result\": null}").is_empty());
}

#[test]
fn session_begins_and_ends_in_order() {
    let mut server = comity::server::Server::new([], crate::client::DAY.parse().unwrap());
    let early = server.handle("{\"id\": 1, \"method\": \"shutdown\"}");
    assert!(early[0].contains("-32002"), "{early:?}");
    server.handle("{\"id\": 1, \"method\": \"initialize\", \"params\": {}}");
    assert_eq!(server.exited(), None);
    server.handle("{\"id\": 2, \"method\": \"shutdown\"}");
    assert!(server.handle("{\"id\": 3, \"method\": \"textDocument/hover\"}")[0].contains("-32600"));
    server.handle("{\"method\": \"exit\"}");
    assert_eq!(server.exited(), Some(true));
}

#[test]
fn page_of_a_diagnostic_is_given() {
    let mut client = Client::small();
    let page = client.ask("comity/explain", json!({"code": "comity::resolve::unknown_name"}));
    assert!(page["markdown"].as_str().unwrap().len() > 100);
    assert!(client.try_ask("comity/explain", json!({"code": "x"})).is_err());
}
