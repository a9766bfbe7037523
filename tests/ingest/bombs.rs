//! Texts made to exhaust time, memory or the stack.

use super::{code, read};
use std::time::{Duration, Instant};

/// Generous for a build without optimisation on a busy machine.
const LIMIT: Duration = Duration::from_secs(5);

fn check(name: &str, text: &str, expected: &str) {
    let start = Instant::now();
    let errors = read(name, text.as_bytes()).expect_err("it is refused");
    let codes: Vec<String> = errors.iter().map(code).collect();
    assert!(start.elapsed() < LIMIT, "it took {:?}", start.elapsed());
    assert!(codes.iter().any(|code| code.ends_with(expected)), "{codes:?}");
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
    for unit in [
        "[,", "1,", "\"\"", "a: 1\n", "- 1\n", ": ", "? ", "!a ", "&a ", "a #\n", "%a\n", "---\n",
        "''", "|\n", "-", "<<: ",
    ] {
        for head in ["", "[", "{", "comity: 1\nb:\n  ["] {
            let text = format!("{head}{}", repeat(unit, FULL - 40));
            let start = Instant::now();
            read("m.yaml", text.as_bytes()).expect_err("it is refused");
            assert!(start.elapsed() < LIMIT, "{head} {unit} {:?}", start.elapsed());
        }
    }
}
