//! Hover over a rule: what is told of others is what the prover says of them.

use crate::client::{Client, DAY, place};
use comity::Library;
use comity::analysis::problem::Limits;
use comity::analysis::relations::{Relation, relate};
use serde_json::{Value, json};

const URI: &str = "file:///draft.comity";
const NORTHERN_IRELAND: [&str; 5] = [
    "jurisdictions.comity",
    "uk/northern-ireland-radio.comity",
    "eu/red.comity",
    "nl/language.comity",
    "vocabulary/iot.comity",
];

/// A draft that keeps passwords as the standard does, and asks for longer support than another.
const DRAFT: &str = "\
ruleset demo.support edition 1.
  title en \"Support\".
  source <https://example.org/support> read 2026-11-22.
  issued as guidance by \"Ministry of Examples\".
  applies in GB.
  addressed to manufacturer.
  confidence secondary \"an invented instrument\".
  uses vocabulary iot edition 1.
  uses ruleset demo.other edition 1 as other.

rule 1:
  title en \"Five years\".
  citing \"1\".
  must support.min_length is at least 5 years.
  tightens other/1.
  adopts other/2.
  allow no_example \"a sketch\".
";
const OTHER: &str = "\
ruleset demo.other edition 1.
  title en \"Other\".
  source <https://example.org/other> read 2026-11-22.
  issued as guidance by \"Ministry of Examples\".
  applies in GB.
  addressed to manufacturer.
  confidence secondary \"an invented instrument\".
  uses vocabulary iot edition 1.

rule 1:
  title en \"Two years\".
  citing \"1\".
  must support.min_length is at least 2 years.
  allow no_example \"a sketch\".

rule 2:
  title en \"Ten years\".
  citing \"2\".
  must support.min_length is at least 10 years.
  allow no_example \"a sketch\".

rule 3:
  title en \"Short\".
  citing \"3\".
  must support.min_length is less than 3 years.
  allow no_example \"a sketch\".
";
const FARTHER: &str = "file:///farther.comity";

fn shown(client: &mut Client, uri: &str, text: &str, words: &str) -> String {
    let (before, _) = text.split_once(words).expect(words);
    let mut at = place(before);
    let length = u64::try_from(words.len()).unwrap();
    at["character"] = json!(at["character"].as_u64().unwrap() + length - 1);
    let params = json!({"textDocument": {"uri": uri}, "position": at});
    let answer: Value = client.ask("textDocument/hover", params);
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn holds(told: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(told.contains(words), "`{words}` is not in\n{told}");
    }
}

/// A client with the two texts of the draft open, and one that neither of them uses.
fn drafting() -> Client {
    let mut client = Client::small();
    client.open("file:///other.comity", OTHER);
    client.open(FARTHER, &OTHER.replace("demo.other", "demo.farther"));
    client.open(URI, DRAFT);
    assert_eq!(client.told[URI], json!([]));
    client
}

#[test]
fn claims_are_told_with_what_came_of_them() {
    let mut client = drafting();
    let told = shown(&mut client, URI, DRAFT, "rule 1");
    holds(
        &told,
        &[
            "**Claimed, and what came of it**",
            "- tightens `demo.other.1`: proved",
            "- adopts `demo.other.2`: does not hold",
        ],
    );
    let claimed = shown(&mut client, "file:///other.comity", OTHER, "rule 1");
    holds(&claimed, &["- `demo.support.1` tightens this rule: proved"]);
}

#[test]
fn relations_are_told_as_they_are_proved() {
    let mut client = drafting();
    let told = shown(&mut client, URI, DRAFT, "rule 1");
    holds(
        &told,
        &[
            "rules of other texts that turn on the same decisions, on 2026-11-22**",
            "- is stricter than `demo.farther.1`, `demo.other.1`",
            "- is looser than `demo.farther.2`, `demo.other.2`",
            "- no product meets both this and `demo.farther.3`, `demo.other.3`",
        ],
    );
    // A reference to a rule of another text tells of that rule.
    let referred = shown(&mut client, URI, DRAFT, "tightens other/1");
    holds(&referred, &["- is looser than `demo.farther.2`, `demo.support.1`"]);
}

#[test]
fn what_changes_is_asked_anew_with_what_it_uses() {
    let mut client = drafting();
    shown(&mut client, URI, DRAFT, "rule 1");
    let shorter = DRAFT.replace("5 years", "1 year");
    client.write(URI, &shorter);
    let told = shown(&mut client, URI, &shorter, "rule 1");
    holds(
        &told,
        &[
            "- tightens `demo.other.1`: does not hold",
            "- is looser than `demo.other.1`, `demo.other.2`",
            "- not asked: texts that this one does not use",
        ],
    );
    assert!(!told.contains("demo.farther"), "{told}");
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": URI}}));
    let saved = shown(&mut client, URI, &shorter, "rule 1");
    holds(&saved, &["- is looser than `demo.farther.1`, `demo.farther.2`, `demo.other.1`"]);
    assert!(!saved.contains("not asked: texts"), "{saved}");
    // What another text says now counts now.
    client
        .write(FARTHER, &OTHER.replace("demo.other", "demo.farther").replace("2 years", "1 year"));
    let told = shown(&mut client, URI, &shorter, "rule 1");
    holds(&told, &["- asks the same as `demo.farther.1`"]);
}

#[test]
fn nothing_is_told_while_a_text_has_faults() {
    let mut client = drafting();
    client.write(URI, &DRAFT.replace("5 years", "5 yeers"));
    let told = shown(&mut client, URI, DRAFT, "rule 1");
    assert!(told.contains("Five years") && !told.contains("**Claimed"), "{told}");
}

/// What is shipped, against the same question asked of the library.
#[test]
fn shipped_rules_relate_as_the_library_says() {
    let mut client = Client::with(&NORTHERN_IRELAND);
    let uri = "comity:///uk/northern-ireland-radio.comity";
    let shipped = comity::catalogue::shipped();
    let texts = shipped.iter().filter(|file| NORTHERN_IRELAND.contains(&file.path));
    let texts: Vec<_> = texts.map(|file| (file.path, file.text.as_ref())).collect();
    let (_, text) = texts.iter().find(|(path, _)| uri.ends_with(path)).unwrap();
    client.open(uri, text);
    let told = shown(&mut client, uri, text, "rule 3.3.d");
    holds(&told, &["- adopts `eu.red.art3.3.d`: proved"]);
    let library = Library::from_texts(texts).unwrap();
    let sides = ["uk.ni.red.3.3.d", "eu.red"];
    let (ground, [own, others]) = library.ask_sides(sides, DAY.parse().unwrap()).unwrap();
    let mut asked = 0;
    for other in others {
        let found = relate(&ground, own[0], other, &Limits::default());
        let name = format!("`{}`", library.law().rule(other.rule).unwrap().id);
        let words = match found.relation {
            Relation::Equal => "asks the same as",
            Relation::Stricter => "is stricter than",
            Relation::Looser => "is looser than",
            Relation::Disjoint => "no product meets both",
            Relation::Intersects => "each asks something",
            Relation::Unrelated | Relation::Unclear(_) => continue,
        };
        let line = told.lines().find(|line| line.contains(words));
        assert!(line.is_some_and(|line| line.contains(&name)), "{words} {name}\n{told}");
        asked += 1;
    }
    assert!(asked > 0, "no rule of the directive relates to it");
}
