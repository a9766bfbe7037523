//! What is offered at a place.

use crate::client::{Client, HEADER, RULE};
use serde_json::Value;

const URI: &str = "file:///draft.comity";

fn offered(marked: &str) -> Vec<Value> {
    let mut client = Client::small();
    let params = client.open_at(URI, marked);
    client.ask("textDocument/completion", params).as_array().unwrap().clone()
}

fn labels(marked: &str) -> Vec<String> {
    offered(marked).iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
}

#[track_caller]
fn offers(marked: &str, wanted: &[&str], unwanted: &[&str]) {
    let labels = labels(marked);
    let has = |one: &&str| labels.iter().any(|label| label == one);
    assert!(wanted.iter().all(&has), "{marked}: {labels:?}");
    assert!(!unwanted.iter().any(has), "{marked}: {labels:?}");
}

fn in_header(marked: &str) -> String {
    format!(
        "{HEADER}  uses ruleset etsi.en303645 edition 2.1.1 as en.\n  term idle means net.internet_capable.\n  {marked}"
    )
}

fn in_rule(marked: &str) -> String {
    format!(
        "{HEADER}  uses ruleset etsi.en303645 edition 2.1.1 as en.\n  term idle means net.internet_capable.\n  parameter least: 2 years.\n{RULE}\nrule 6:\n  {marked}"
    )
}

fn in_example(marked: &str) -> String {
    format!(
        "{HEADER}{RULE}\nprofile \"a lock\":\n  given {{product.kind: [lock]}}.\n\nexample \"one\":\n  {marked}"
    )
}

#[test]
fn sentences_fit_their_block() {
    offers("|", &["ruleset", "vocabulary"], &["rule", "title"]);
    offers(
        &in_header("|"),
        &["applies in", "term", "rule", "review by"],
        &["must", "expect", "fact"],
    );
    offers(&in_rule("mu|"), &["must", "must not"], &["unless", "review by", "expect"]);
    offers(&in_example("|"), &["given", "expect", "placed in", "example"], &["must", "title"]);
}

#[test]
fn condition_offers_what_it_can_begin_with() {
    offers(
        &in_rule("must |"),
        &["idle", "least", "net.internet_capable", "some", "all of:"],
        &["must"],
    );
    offers(&in_rule("must net.int|"), &["net.internet_capable"], &["product.kind", "some"]);
    offers(&in_rule("must some c in |"), &["auth.passwords"], &["product.kind"]);
    offers(
        &in_rule("must some c in certificates has c.|"),
        &["c.scheme", "c.status"],
        &["c.min_length"],
    );
    offers(&in_rule("must e|"), &["en/", "every"], &["idle"]);
    offers(&in_rule("must this/|"), &["this/5"], &["en/5.1-1"]);
    offers(&in_rule("must en/5.1|"), &["en/5.1-1"], &["5"]);
    offers(&in_rule("must placement.|"), &["placement.to_consumers"], &[]);
}

#[test]
fn values_of_a_fact_follow_it() {
    offers(&in_rule("must product.kind includes |"), &["camera", "any of {"], &["product.kind"]);
    offers(&in_rule("must product.kind includes any of {camera, |"), &["lock"], &["product.kind"]);
    offers(&in_rule("for every p in auth.passwords where p.scheme is |"), &["shared", "not"], &[]);
    offers(
        &in_rule("for every p in auth.passwords:\n  must p.scheme in {|"),
        &["shared"],
        &["lock"],
    );
    offers(&in_rule("must product.kind |"), &["includes"], &["is at least"]);
    offers(&in_rule("must support.min_length |"), &["is at least"], &["includes"]);
}

#[test]
fn example_offers_facts_values_and_verdicts() {
    offers(&in_example("like \"|"), &["\"a lock\""], &["\"one\""]);
    offers(&in_example("given {|"), &["product.kind"], &["p.scheme"]);
    offers(&in_example("given {product.kind: [|"), &["lock"], &["product.kind"]);
    offers(&in_example("given {auth.passwords: [{|"), &["scheme"], &["product.kind"]);
    offers(&in_example("given {auth.passwords: [{scheme: |"), &["shared"], &["product.kind"]);
    offers(
        &in_example("given {auth.passwords: [{scheme: shared}], |"),
        &["product.kind"],
        &["shared"],
    );
    offers(&in_example("expect |"), &["5"], &["breached"]);
    offers(&in_example("expect 5 |"), &["breached", "not applicable"], &[]);
    offers(&in_example("placed in |"), &["GB", "NL"], &[]);
}

#[test]
fn citation_role_and_ruleset_are_offered() {
    offers(&in_rule("citing \"|"), &["\"regulation 5\""], &[]);
    offers(&in_rule("addressed to man|"), &["manufacturer"], &["importer"]);
    offers(&in_rule("serves |"), &["security"], &[]);
    offers(&in_rule("overrides |"), &["5"], &["en/5.1-1"]);
    offers(&in_rule("tightens |"), &["en/5.1-1"], &["5"]);
    offers(&in_header("uses ruleset |"), &["uk.psti edition 2025-12-04"], &[]);
    offers(&in_header("-- must |"), &[], &["idle"]);
}

#[test]
fn item_has_documentation_and_takes_the_place_of_what_was_typed() {
    let items = offered(&in_rule("must auth.pass|"));
    let item = items.iter().find(|item| item["label"] == "auth.passwords").unwrap();
    assert!(item["documentation"]["value"].as_str().unwrap().contains("Fields of each item"));
    assert_eq!(item["textEdit"]["newText"], "auth.passwords");
    assert_eq!(item["textEdit"]["range"]["start"]["character"], 7);
    let items = offered(&in_rule("dee|"));
    assert_eq!(items[0]["textEdit"]["newText"], "deemed met where ${1:CONDITION}.");
}

/// What stands for the blanks of a form.
const FILLED: [(&str, &str); 26] = [
    ("instead must CONDITION", "instead must idle"),
    ("CONDITION", "idle"),
    ("ALIAS/RULE", "en/5"),
    ("ALIAS", "en"),
    ("LIST.NAME", "parts.kind"),
    ("LIST", "auth.passwords"),
    ("VALUE from", "2 years from"),
    ("PATH: VALUE", "product.kind: [lock]"),
    ("KIND", "law"),
    ("LEVEL", "read"),
    ("ROLE", "manufacturer"),
    ("GOAL", "security"),
    ("RULE VERDICT", "5 met"),
    ("RULE", "5"),
    ("METHOD", "document"),
    ("FORMAT", "mud"),
    ("TYPE", "date"),
    ("PATH", "product.kind"),
    ("<URL>", "<https://example.org>"),
    ("DATE", "2026-01-01"),
    ("NAME", "thing"),
    ("allow CODE", "allow no_example"),
    ("CODE", "GB"),
    ("ID", "demo.x"),
    (" E.", " 1."),
    (" N.", " 1."),
];

#[test]
fn every_form_can_be_read_where_it_is_offered() {
    use comity::source::FileId;
    use comity::syntax::{BlockKind, FORMS, parse};
    let head = |block: BlockKind| {
        let form = |word| FORMS.iter().find(|form| form.words == word).unwrap().form;
        let file = form(match block.file() {
            BlockKind::Vocabulary => "vocabulary",
            BlockKind::Jurisdictions => "jurisdictions",
            _ => "ruleset",
        });
        let own = match block {
            BlockKind::Rule => form("rule"),
            BlockKind::Example => form("example"),
            BlockKind::Profile => form("profile"),
            BlockKind::Fact => form("fact"),
            BlockKind::Field => form("field"),
            BlockKind::Jurisdiction => form("jurisdiction"),
            _ => "",
        };
        format!("{file}\n{own}\n")
    };
    let mut read = 0;
    for form in FORMS {
        for &block in form.blocks {
            let mut text = format!("{}  {}\n", head(block), form.form).replace('…', "words");
            for (blank, filled) in FILLED {
                text = text.replace(blank, filled);
            }
            let errors = parse(FileId(0), &text).errors;
            assert!(errors.is_empty(), "{}: {text}{errors:?}", form.words);
            read += 1;
        }
    }
    assert!(read > 90, "{read}");
}

#[test]
fn every_kind_of_sentence_in_the_shipped_texts_has_a_form() {
    use comity::syntax::{FORMS, sentences};
    let known = |word: &str| FORMS.iter().any(|form| form.words.split(' ').next() == Some(word));
    for file in comity::catalogue::shipped() {
        for sentence in sentences(&file.text) {
            let word = &file.text[sentence[0].bytes.clone()];
            assert!(known(word), "{}: `{word}`", file.path);
        }
    }
}
