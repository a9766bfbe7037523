//! Texts made to exhaust time, memory or the stack.

use super::{code, read};
use comity::ingest::limits;
use std::time::{Duration, Instant};

/// Generous for a build without optimisation on a busy machine.
const LIMIT: Duration = Duration::from_secs(5);

fn check(name: &str, text: &str, expected: &str) {
    let start = Instant::now();
    let errors = read(name, text.as_bytes()).expect_err("it is refused");
    let codes: Vec<String> = errors.iter().map(code).collect();
    assert!(start.elapsed() < LIMIT, "it took {:?}", start.elapsed());
    assert!(codes.iter().any(|code| code.contains(expected)), "{codes:?}");
}

fn repeat(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

const FULL: usize = 8 * 1024 * 1024;

#[test]
fn alias_bomb_is_refused() {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in ('b'..='j').zip('a'..='i') {
        text += &format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "));
    }
    check("m.yaml", &text, "anchor");
}

#[test]
fn depth_bombs_are_refused() {
    for (open, code) in [
        ("[", "too_deep"),
        ("{a: ", "too_deep"),
        ("- ", "too_deep"),
        ("? ", "too_deep"),
        ("[[[a, b], ", "too_deep"),
        ("a:\n ", "duplicate_key"),
    ] {
        check("m.yaml", &repeat(open, 200_000), code);
    }
    let mut nested = String::new();
    for depth in 0..1000 {
        nested += &format!("{}a:\n", " ".repeat(depth));
    }
    check("m.yaml", &nested, "too_deep");
    check("m.json", &format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000)), "too_deep");
    check("m.json", &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "too_deep");
}

#[test]
fn size_bombs_are_refused() {
    check("m.yaml", &repeat("a", 100_000_000), "too_large");
    check("m.yaml", &repeat("[,", FULL), "too_many_values");
    check("m.yaml", &repeat("a: 1\n", FULL), "too_many_values");
    check("m.json", &format!("[{}1]", repeat("1,", FULL - 3)), "too_many_values");
    check("m.json", &repeat("\0", FULL), "control_character");
}

#[test]
fn texts_just_under_the_bounds_are_refused_in_time() {
    for unit in [
        "1,",
        "[],",
        "\"\",",
        "a: 1\n",
        "- 1\n",
        ": ",
        "a:,",
        "!a ",
        "&a ",
        "*a ",
        "a #\n",
        "%a\n",
        "[a: b],",
        "? a\n: b\n",
        "|\n",
    ] {
        let marks = unit.bytes().filter(u8::is_ascii_punctuation).count();
        let body = unit.repeat((limits::MARKS - 100) / marks);
        for head in ["", "["] {
            check("m.yaml", &format!("{head}{body}"), "");
        }
    }
}

#[test]
fn brackets_around_much_text_are_refused_in_time() {
    let body = "1,".repeat(limits::MARKS - 1000);
    check("m.yaml", &format!("{}{body}{}", "[".repeat(200), "]: 1".repeat(200)), "too_deep");
}

#[test]
fn many_wrong_words_are_refused_in_time() {
    let words = "camra, ".repeat(limits::NODES - 100);
    check("m.yaml", &format!("comity: 1\nproduct: {{kind: [{words}]}}"), "more_errors");
    check(
        "m.yaml",
        &format!("comity: 1\nsupport: {{rationale: {}}}", "r".repeat(FULL / 2)),
        "unknown_reference",
    );
    let ids: String = (0..20_000).map(|number| format!("{{id: d{number}}},")).collect();
    let evidence = "e, ".repeat(10_000);
    let text = format!(
        "comity: 1\ndocuments: [{ids}]\nsupport: {{security_end: {{value: absent, evidence: [{evidence}]}}}}"
    );
    check("m.yaml", &text, "more_errors");
    let keys: String = (0..40_000).map(|number| format!("k{number}: 1,")).collect();
    check("m.yaml", &format!("comity: 1\nnet: {{{keys}}}"), "more_errors");
    check(
        "m.yaml",
        &format!("comity: 1\nnet: {{internet_capable: {{value: true, {keys}}}}}"),
        "more_errors",
    );
}
