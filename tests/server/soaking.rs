//! Thousands of random edits: what a long session tells is what a fresh server tells.

use crate::client::{Client, HEADER, RULE, SMALL};
use serde_json::{Value, json};

const URI: &str = "file:///draft.comity";
const OTHER: &str = "file:///other.comity";

/// A small generator of numbers (SplitMix64), so that a seed gives the same edits anywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

const PIECES: [&str; 24] = [
    "",
    ".",
    ":",
    "\"",
    "\n",
    "  must ",
    "rule 7:\n",
    "é",
    "🔒",
    "idle",
    " and ",
    "net.internet_capable",
    "(a) ",
    ";",
    "--",
    "all of:",
    "uses ruleset etsi.en303645 edition 2.1.1 as en.\n",
    "en/5.1-1 is met",
    "p.scheme",
    "2026-01-01",
    "\r\n",
    "{",
    "}",
    "example \"x\":\n",
];

#[test]
fn long_session_tells_what_a_fresh_one_tells() {
    soak(1, 2_000);
}

#[test]
#[ignore = "takes minutes; run with `--ignored` before a release"]
fn very_long_session_tells_what_a_fresh_one_tells() {
    for seed in 2..7 {
        soak(seed, 2_000);
    }
}

fn soak(seed: u64, edits: usize) {
    let mut random = Random(seed);
    let mut client = Client::small();
    let header = HEADER.replace("demo.locks", "demo.keys")
        + "  uses ruleset demo.locks edition 2026-01-01 as locks.\n";
    let rule = RULE.replace("  allow", "  deemed met where locks/5 is met.\n  allow");
    let starts = [
        format!("{HEADER}  term idle means net.internet_capable.\n{RULE}"),
        format!("{header}{rule}"),
    ];
    let mut texts = starts.clone();
    client.open(URI, &texts[0]);
    client.open(OTHER, &texts[1]);
    let mut faulty = 0;
    for edit in 0..edits {
        let which = random.below(4) / 3;
        let uri = [URI, OTHER][which];
        if random.below(25) == 0 {
            texts[which].clone_from(&starts[which]);
            client.write(uri, &texts[which]);
        } else {
            let change = change(&mut random, &mut texts[which]);
            client.change(uri, json!([change]));
        }
        // A fresh server takes a while to start in a test: every so often, and at the end.
        if edit % 50 == 49 || edit + 1 == edits {
            let mut fresh = Client::small();
            fresh.open(URI, &texts[0]);
            fresh.open(OTHER, &texts[1]);
            assert_eq!(client.told, fresh.told, "seed {seed}, edit {edit}: {texts:#?}");
            faulty += compare_with_library(&client, &texts);
        }
        let shown = client.ask("comity/text", json!({"uri": uri}));
        assert_eq!(shown["text"], texts[which], "seed {seed}, edit {edit}");
    }
    assert!(faulty > edits / 50, "only {faulty} faults were compared");
}

/// The faults that the server tells are those that loading the same texts together tells. Answers
/// how many there are.
fn compare_with_library(client: &Client, texts: &[String; 2]) -> usize {
    // Which text takes the place of which is another question.
    if texts.iter().any(|text| !text.starts_with("ruleset demo.")) {
        return 0;
    }
    let shipped = comity::catalogue::shipped();
    let shipped = shipped.iter().filter(|file| SMALL.contains(&file.path));
    let shipped = shipped.map(|file| (file.path, file.text.as_ref()));
    let open = [URI, OTHER].into_iter().zip(texts.iter().map(String::as_str));
    let faults = comity::Library::from_texts(shipped.chain(open)).err().unwrap_or_default();
    for (uri, text) in [URI, OTHER].into_iter().zip(texts) {
        let own = faults.iter().filter(|fault| *fault.source.name == *uri);
        let expected: Vec<(String, Value)> = own
            .map(|fault| (fault.code(), place(text, fault.kind.span().start as usize)))
            .collect();
        let told = client.told[uri].as_array().unwrap().iter();
        let told = told.filter(|one| !one["code"].as_str().unwrap().starts_with("comity::lint"));
        let told: Vec<(String, Value)> = told
            .map(|one| (one["code"].as_str().unwrap().to_owned(), one["range"]["start"].clone()))
            .collect();
        assert_eq!(told, expected, "{text}");
    }
    faults.len()
}

/// Puts a piece in the place of a few characters, and tells the change with its UTF-16 places.
fn change(random: &mut Random, text: &mut String) -> Value {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let first = random.below(characters.len() + 1);
    let last = (first + random.below(4)).min(characters.len());
    let byte = |index: usize| characters.get(index).map_or(text.len(), |(byte, _)| *byte);
    let (start, end) = (byte(first), byte(last));
    let piece = PIECES[random.below(PIECES.len())];
    let range = json!({"start": place(text, start), "end": place(text, end)});
    // Between `\r` and `\n` there is no place to point at.
    let is_split = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if is_split(start) || is_split(end) {
        *text = format!("{text}\n");
        return json!({"text": text.as_str()});
    }
    text.replace_range(start..end, piece);
    json!({"range": range, "text": piece})
}

/// As a client counts: lines end with `\n`, `\r\n` or `\r`.
fn place(text: &str, byte: usize) -> Value {
    let before = text[..byte].replace("\r\n", "\n").replace('\r', "\n");
    crate::client::place(&before)
}

/// Any bytes at all, to every request.
#[test]
fn garbage_is_answered() {
    let mut random = Random(7);
    let mut client = Client::small();
    let methods = [
        "completion",
        "hover",
        "definition",
        "references",
        "documentHighlight",
        "prepareRename",
        "rename",
        "documentSymbol",
        "foldingRange",
        "codeAction",
        "inlayHint",
        "codeLens",
        "semanticTokens/full",
        "formatting",
    ];
    for round in 0..60 {
        let length = random.below(400);
        let garbage: String = (0..length)
            .map(|_| {
                if random.below(3) == 0 {
                    PIECES[random.below(PIECES.len())].to_owned()
                } else {
                    char::from_u32(random.below(0x3000) as u32).unwrap_or('x').to_string()
                }
            })
            .collect();
        let text =
            if round % 2 == 0 { garbage.clone() } else { format!("{HEADER}{garbage}{RULE}") };
        client.open(URI, &text);
        for method in methods {
            let place = json!({"line": random.below(12), "character": random.below(60)});
            let range = json!({"start": place, "end": {"line": random.below(12), "character": 1}});
            let params = json!({"textDocument": {"uri": URI}, "position": place, "range": range, "newName": garbage, "context": {}});
            let _ = client.try_ask(&format!("textDocument/{method}"), params);
            for wrong in [
                json!(null),
                json!([1]),
                json!({"textDocument": 1}),
                json!({"textDocument": {"uri": URI}, "position": "x", "range": {"start": -1}}),
            ] {
                let _ = client.try_ask(&format!("textDocument/{method}"), wrong);
            }
        }
        for method in ["comity/examples", "comity/lint", "comity/text", "comity/explain"] {
            let _ = client.try_ask(method, json!({"uri": URI}));
            let _ = client.try_ask(method, json!(null));
        }
        for method in ["didOpen", "didChange", "didSave", "didClose"] {
            client.tell(&format!("textDocument/{method}"), json!({"textDocument": {"uri": "file:///x"}, "contentChanges": [1, {"text": 2}, {"range": 3, "text": "y"}]}));
        }
        // The text itself as a message.
        for answer in client.server.handle(&garbage) {
            assert!(serde_json::from_str::<Value>(&answer).is_ok());
        }
    }
}
