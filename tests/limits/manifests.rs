//! Manifests that are large, deep, broken or full of pairs, read against the shipped rules.

use super::{HEADER, WORLD, codes, rule, soon};
use comity::jiff::civil::date;
use comity::{CheckRequest, Library};

#[track_caller]
fn refused(name: &'static str, text: impl Into<Vec<u8>>, code: &str) {
    let bytes = text.into();
    let found = soon(move || {
        let library = Library::from_texts(WORLD).unwrap_or_else(|_| panic!("the world has faults"));
        let faults = library.read_manifest(name, &bytes).expect_err("it is refused");
        let longest = faults.iter().map(|fault| fault.kind.to_string().len()).max();
        assert!(longest < Some(1_000), "a message of {longest:?} bytes");
        assert!(faults.len() <= 101, "{} faults", faults.len());
        codes(&faults)
    });
    assert!(found.iter().any(|own| own == code), "{found:?}");
}

#[test]
fn texts_that_grow_when_read_are_refused() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in ('b'..='j').zip('a'..='i') {
        bomb += &format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "));
    }
    refused("m.yaml", bomb, "ingest::anchor");
    refused("m.yaml", "a: &a\n  <<: *a\n", "ingest::anchor");
}

#[test]
fn deep_texts_are_refused_on_a_small_stack() {
    for depth in [65, 10_000, 200_000] {
        let closed =
            |open: &str, close: &str| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        refused("m.json", closed("[", "]"), "ingest::too_deep");
        refused("m.json", closed("{\"a\":", "}"), "ingest::too_deep");
        // So many brackets are refused by their number.
        let code = if depth > 100_000 { "too_many_values" } else { "too_deep" };
        refused("m.yaml", closed("[", "]"), &format!("ingest::{code}"));
        refused("m.yaml", closed("{a: ", "}"), &format!("ingest::{code}"));
        refused("m.yaml", "- ".repeat(depth), "ingest::too_deep");
    }
    let mut nested = String::new();
    for depth in 0..1_000 {
        nested += &format!("{}a:\n", " ".repeat(depth));
    }
    refused("m.yaml", nested, "ingest::too_deep");
}

#[test]
fn broken_bytes_are_refused() {
    refused("m.yaml", b"comity: 1\nproduct: {name: \"\xff\xfe\"}\n".to_vec(), "ingest::not_utf8");
    refused("m.yaml", b"\xff".repeat(1_000_000), "ingest::not_utf8");
    refused("m.yaml", "comity: 1\nproduct: {name: \"a\0b\"}\n", "ingest::control_character");
    refused("m.json", "\0".repeat(1_000_000), "ingest::control_character");
    refused("m.yaml", "comity: 1\ncomity: 1\n", "ingest::duplicate_key");
    refused("m.json", "{\"comity\": 1, \"comity\": 1}", "ingest::duplicate_key");
}

#[test]
fn huge_values_are_refused_in_few_words() {
    let digits = "9".repeat(1_000_000);
    let name = "a".repeat(1_000_000);
    for (text, code) in [
        (format!("comity: 1\nauth: {{attempts: {digits}}}\n"), "malformed_value"),
        (format!("comity: 1\nauth: {{attempts: 1e{digits}}}\n"), "ambiguous_word"),
        (format!("comity: 1\n{}: 1\n", &name[..1_000]), "unknown_key"),
        (format!("comity: 1\n{name}: 1\n"), "syntax"),
        (format!("comity: 1\nsupport: {{min_length: P{digits}Y}}\n"), "malformed_value"),
        (format!("comity: 1\nsupport: {{security_end: \"{digits}-01-01\"}}\n"), "malformed_value"),
        (format!("comity: 1\nproduct: {{kind: [{name}]}}\n"), "unknown_value"),
    ] {
        refused("m.yaml", text, &format!("ingest::{code}"));
    }
    refused("m.yaml", "x".repeat(100_000_000), "ingest::too_large");
    refused("m.json", "[".repeat(100_000_000), "ingest::too_large");
}

/// The small law with one rule about pairs, and a manifest with two lists of so many items.
fn judge_pairs(passwords: usize, services: usize, placements: usize) -> Result<usize, Vec<String>> {
    let text = format!(
        "comity: 1\nmarket:\n  placements:\n{}auth:\n  passwords:\n{}product:\n  services:\n{}",
        "    - {territory: NL, first_placed: \"2026-01-01\"}\n".repeat(placements),
        "    - {remote: true}\n".repeat(passwords),
        (0..services).map(|number| format!("    - {{id: s{number}}}\n")).collect::<String>(),
    );
    let pairs = rule(
        1,
        "for every p in auth.passwords:\n  must some s in product.services has s.id is p.service and s.required.",
    );
    soon(move || {
        let own = format!("{HEADER}\n{pairs}");
        let library = Library::from_texts(WORLD.into_iter().chain([("own", own.as_str())]));
        let library = library.unwrap_or_else(|faults| panic!("{}", faults[0].kind));
        let manifest =
            library.read_manifest("m.yaml", text.as_bytes()).map_err(|faults| codes(&faults))?;
        let request = CheckRequest::on(date(2026, 6, 1)).within(["NL"]);
        let markets = library.check(&manifest, &request).unwrap();
        Ok(markets.iter().flat_map(|market| &market.rules).map(|rule| rule.reasons.len()).sum())
    })
}

#[test]
fn pairs_of_items_are_bounded() {
    // Each password is asked for its service, each service whether it is required.
    assert_eq!(judge_pairs(30, 30, 1), Ok(60));
    assert_eq!(judge_pairs(300, 300, 1), Ok(600));
    for (passwords, services) in [(3_000, 3_000), (300, 20_000), (20_000, 300), (15_000, 15_000)] {
        let refused = Err(vec!["ingest::lists_too_long".to_owned()]);
        assert_eq!(judge_pairs(passwords, services, 1), refused);
    }
}

#[test]
fn items_of_one_list_are_judged_soon() {
    assert_eq!(judge_pairs(20_000, 1, 1), Ok(20_001));
}

#[test]
fn more_values_than_any_manifest_has_are_refused() {
    let refused = Err(vec!["ingest::too_many_values".to_owned()]);
    assert_eq!(judge_pairs(100_000, 100_000, 1), refused);
}

#[test]
fn placements_are_bounded() {
    assert_eq!(judge_pairs(2, 2, 75), Ok(300));
    let refused = Err(vec!["ingest::too_many_placements".to_owned()]);
    assert_eq!(judge_pairs(2, 2, 76), refused);
    // Long lists count once for every market.
    assert_eq!(judge_pairs(200, 200, 2), Ok(800));
    assert_eq!(judge_pairs(200, 200, 75), Err(vec!["ingest::lists_too_long".to_owned()]));
}
