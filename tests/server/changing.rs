//! References, rename, remedies: what is named elsewhere, and what can be changed.

use crate::client::{Client, HEADER, RULE};
use serde_json::{Value, json};

const URI: &str = "file:///draft.comity";
const USES: &str = "  uses ruleset etsi.en303645 edition 2.1.1 as en.\n";

/// A text with every kind of name, free of faults.
fn whole() -> String {
    format!(
        "{HEADER}{USES}  term idle means net.internet_capable.
  parameter shortest: 2 years.
{RULE}
rule 6:
  title en \"É 🔒\".
  citing \"6\".
  applies where idle or en/5.1-1 is met.
  must support.min_length is at least shortest and some c in certificates has c.scheme is jc_star.
  allow no_example \"a sketch\".
  overrides 5.

profile \"a lock\":
  given {{product.kind: [lock]}}.

example \"one\":
  like \"a lock\".
  placed in GB on 2026-02-01.
  expect 6 undetermined.
"
    )
}

fn opened() -> (Client, String) {
    let (mut client, text) = (Client::small(), whole());
    client.open(URI, &text);
    assert_eq!(client.told[URI], json!([]));
    (client, text)
}

/// The place of the first such words, one unit into them.
fn at(text: &str, words: &str) -> Value {
    let (before, _) = text.split_once(words).expect(words);
    let mut place = crate::client::place(before);
    place["character"] = json!(place["character"].as_u64().unwrap() + 1);
    json!({"textDocument": {"uri": URI}, "position": place})
}

/// Applies the edits of one text, from the last to the first.
fn apply(client: &mut Client, edits: &Value) {
    let mut edits = edits.as_array().unwrap().clone();
    edits.sort_by_key(|edit| {
        let start = &edit["range"]["start"];
        (start["line"].as_u64(), start["character"].as_u64())
    });
    let changes: Vec<Value> = edits
        .iter()
        .rev()
        .map(|edit| json!({"range": edit["range"], "text": edit["newText"]}))
        .collect();
    client.change(URI, changes.into());
}

fn text_of(client: &mut Client) -> String {
    client.ask("comity/text", json!({"uri": URI}))["text"].as_str().unwrap().to_owned()
}

#[test]
fn references_are_found_in_all_texts() {
    let (mut client, text) = opened();
    let mut count = |words: &str, declaration: bool| {
        let mut params = at(&text, words);
        params["context"] = json!({"includeDeclaration": declaration});
        client.ask("textDocument/references", params).as_array().unwrap().len()
    };
    assert_eq!(count("idle", true), 2);
    assert_eq!(count("idle", false), 1);
    assert_eq!(count("5.1-1", false), 13, "in this text, in the standard itself and in `uk.psti`");
    assert!(count("support.min_length", true) > 5);
    assert!(count("jc_star", false) > 1);
}

#[test]
fn renaming_changes_every_place_and_no_meaning() {
    for (words, new) in [
        ("idle", "busy"),
        ("shortest", "least_support"),
        ("en/5.1", "standard"),
        ("5.\n\nprofile", "art-5"),
        ("a lock\":", "a camera"),
        ("c in certificates", "one"),
        ("demo.locks", "demo.keys"),
        ("p in auth", "password"),
    ] {
        let (mut client, text) = opened();
        let mut params = at(&text, words);
        if new == "art-5" || new == "one" || new == "password" {
            params["position"]["character"] =
                json!(params["position"]["character"].as_u64().unwrap() - 1);
        }
        let prepared = client.ask("textDocument/prepareRename", params.clone());
        let old = prepared["placeholder"].as_str().unwrap().to_owned();
        params["newName"] = json!(new);
        let answer = client.ask("textDocument/rename", params);
        assert_eq!(answer["changes"].as_object().unwrap().len(), 1, "{answer}");
        apply(&mut client, &answer["changes"][URI]);
        let renamed = text_of(&mut client);
        assert_eq!(client.told[URI], json!([]), "{old} -> {new}: {renamed}");
        assert_ne!(renamed, text);
    }
}

#[test]
fn renaming_what_is_shipped_is_refused() {
    let (mut client, text) = opened();
    let mut refused = |words: &str, new: &str| {
        let mut params = at(&text, words);
        params["newName"] = json!(new);
        let error = client.try_ask("textDocument/rename", params).expect_err(words);
        assert_eq!(error["code"], -32803);
        error["message"].as_str().unwrap().to_owned()
    };
    assert!(refused("support.min_length", "support.shortest").contains("is shipped"));
    assert!(refused("5.1-1 is met", "5.1-99").contains("is shipped"));
    assert!(refused("GB", "UK").contains("ISO 3166"));
    assert!(refused("idle", "shortest two").contains("cannot be the name"));
    assert!(refused("idle", "where").contains("cannot be the name"));
    assert!(refused("6:\n", "5").contains("already"));
    assert!(refused("title", "x").contains("nothing that has a name"));
}

#[test]
fn fact_of_an_open_vocabulary_is_renamed_with_its_fields() {
    let mut client = Client::small();
    let vocabulary = "vocabulary demo edition 1.\n\nfact a.list:\n  type list.\n  fixed.\n  title en \"A\".\n  question en \"A?\".\n\nfield a.list.x:\n  type yes or no.\n  title en \"X\".\n  question en \"X?\".\n";
    client.open(URI, vocabulary);
    for (words, new, wanted) in
        [("a.list", "b.list", "field b.list.x:"), ("x:", "y", "field b.list.y:")]
    {
        let text = text_of(&mut client);
        let mut params = at(&text, words);
        params["position"]["character"] =
            json!(params["position"]["character"].as_u64().unwrap() - 1);
        params["newName"] = json!(new);
        let answer = client.ask("textDocument/rename", params);
        apply(&mut client, &answer["changes"][URI]);
        assert!(text_of(&mut client).contains(wanted), "{}", text_of(&mut client));
    }
}

/// A text with a fault, its code, and the text after its remedy.
#[track_caller]
fn mends(right: &str, wrong: &str, code: &str) {
    let (mut client, text) = opened();
    let broken = text.replacen(right, wrong, 1);
    assert_ne!(broken, text);
    client.write(URI, &broken);
    assert!(client.codes(URI).contains(&code.to_owned()), "{:?}", client.told[URI]);
    let diagnostics = client.told[URI].as_array().unwrap().clone();
    let own = diagnostics.iter().find(|one| one["code"] == code).unwrap();
    let params = json!({"textDocument": {"uri": URI}, "range": own["range"], "context": {"diagnostics": []}});
    let actions = client.ask("textDocument/codeAction", params);
    let all = actions.as_array().unwrap();
    let action = all
        .iter()
        .find(|one| one["diagnostics"][0]["code"] == code)
        .unwrap_or_else(|| panic!("{code}: {actions}"));
    assert_eq!(action["diagnostics"][0], *own);
    apply(&mut client, &action["edit"]["changes"][URI].clone());
    assert!(!client.codes(URI).contains(&code.to_owned()), "{}", text_of(&mut client));
}

#[test]
fn remedy_mends_its_fault() {
    mends("support.min_length", "suport.min_length", "comity::resolve::unknown_name");
    mends("p.scheme", "p.schem", "comity::resolve::unknown_name");
    mends("like \"a lock\"", "like \"a lokc\"", "comity::resolve::unknown_name");
    mends("unique_per_unit,", "unique_per_unti,", "comity::resolve::unknown_value");
    mends("overrides 5", "ovrrides 5", "comity::syntax::unknown_sentence");
    mends("is at least", "is at leest", "comity::syntax::unexpected");
    mends("citing \"6\".", "citing \"6\"", "comity::syntax::missing_full_stop");
    mends("rule 6:", "rule 6", "comity::syntax::missing_colon");
    mends("\"6\"", "“6”", "comity::syntax::curly_quotes");
    mends("\"6\".", "\"6.", "comity::syntax::unclosed_quote");
    mends("🔒", "\u{202e}", "comity::syntax::forbidden_character");
    mends("\"6\"", "\"\\6\"", "comity::syntax::unknown_escape");
    mends("\n  citing \"6\".", " citing \"6\".", "comity::syntax::sentence_not_on_own_line");
    mends("  citing \"6\".\n", "", "comity::resolve::missing_clause");
    mends(
        "  confidence secondary \"an invented instrument\".\n",
        "",
        "comity::resolve::missing_clause",
    );
    mends("applies where idle or ", "applies where ", "comity::lint::unused_term");
    mends(
        "idle or en/5.1-1 is met",
        "any of: (a) idle; (c) en/5.1-1 is met",
        "comity::syntax::label_out_of_order",
    );
    mends(
        "  overrides 5",
        "  unless idle: instead should idle.\n  overrides 5",
        "comity::resolve::instead_modality",
    );
}

#[test]
fn fault_without_remedy_has_no_action() {
    let (mut client, text) = opened();
    client.write(URI, &text.replace("support.min_length", "zzzzzzz.qqqqqqq"));
    let params =
        json!({"textDocument": {"uri": URI}, "range": client.told[URI][0]["range"], "context": {}});
    assert_eq!(client.ask("textDocument/codeAction", params), json!([]));
}
