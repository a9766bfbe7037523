//! Bytes that are no text, or text that no manifest may hold, and where the spans point.

use super::{read, report};
use comity::ingest::{limits, source_file};

fn check(bytes: &[u8], expected: &str) {
    let errors = read("m.yaml", bytes).expect_err("it is refused");
    assert_eq!(report("m.yaml", bytes, &errors), expected);
}

#[test]
fn broken_utf8_is_refused_at_its_place() {
    check(
        b"comity: 1\nproduct: {name: \"Cam\xe9ra\"}\n",
        "comity::ingest::not_utf8 at 2:21\n  the manifest is not UTF-8 text\n  \
         help: save the file with the encoding UTF-8\n",
    );
}

#[test]
fn broken_utf8_after_other_letters_is_refused_at_its_place() {
    check(
        b"# \xc3\xa9\xc3\xa9\nx: \xff\n",
        "comity::ingest::not_utf8 at 2:4\n  the manifest is not UTF-8 text\n  \
         help: save the file with the encoding UTF-8\n",
    );
}

#[test]
fn cut_off_utf8_is_refused() {
    let errors = read("m.yaml", b"comity: 1\nx_y: \xe2\x82").expect_err("it is refused");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].span().range(), 15..18);
}

#[test]
fn control_characters_are_refused() {
    for character in ['\0', '\u{1b}', '\u{7f}', '\u{85}', '\u{2028}', '\u{feff}', '\r'] {
        let text = format!("comity: 1\n# é{character}é\n");
        let errors = read("m.yaml", text.as_bytes()).expect_err("it is refused");
        assert_eq!(
            source_file("m.yaml", text.as_bytes()).slice(errors[0].span()),
            character.to_string()
        );
        assert_eq!(super::code(&errors[0]), "comity::ingest::control_character");
    }
}

#[test]
fn only_a_file_past_the_limit_is_too_large() {
    let fits = format!("comity: 1\n#{}", "a".repeat(limits::BYTES - 11));
    assert_eq!(fits.len(), limits::BYTES);
    assert!(read("m.yaml", fits.as_bytes()).is_ok());
    let errors = read("m.yaml", format!("{fits}a").as_bytes()).expect_err("it is refused");
    assert_eq!(super::code(&errors[0]), "comity::ingest::too_large");
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_read() {
    let text = "\u{feff}comity: 1\r\nproduct:\r\n  name: Caméra\r\n  kind: [lock]\r\n";
    let manifest = read("m.yaml", text.as_bytes()).expect("it is read");
    let written: Vec<&str> =
        manifest.facts.values().map(|fact| manifest.source.slice(fact.span)).collect();
    assert_eq!(written, ["Caméra", "[lock]"]);
}

#[test]
fn no_more_errors_than_the_limit_are_shown() {
    let lines: String = (0..1000).map(|number| format!("wrong_{number}: 1\n")).collect();
    for (name, text) in [
        ("m.yaml", format!("comity: 1\n{lines}")),
        ("m.yaml", format!("comity: 1\nnet:\n{}", "  hosts: []\n".repeat(1000))),
    ] {
        let errors = read(name, text.as_bytes()).expect_err("it is refused");
        assert_eq!(errors.len(), limits::ERRORS + 1);
        let last = errors.last().map(super::code);
        assert_eq!(last.as_deref(), Some("comity::ingest::more_errors"));
    }
}

#[test]
fn long_names_are_cut_in_messages() {
    let text = format!("comity: 1\n{}: 1\n", "é".repeat(900));
    let errors = read("m.yaml", text.as_bytes()).expect_err("it is refused");
    assert!(errors[0].to_string().chars().count() < 120, "{}", errors[0]);
}

#[test]
fn spans_show_values_and_keys_in_every_style() {
    let text = "comity: 1\nproduct: {\"name\": 'Cämera', kind: [ lock , toy ] , x_é: 1}\n\
                net:\n  hosts:\n  - ä.example\n  - b.example # ü\n\nauth: {bits: 64 }\n";
    let manifest = read("m.yaml", text.as_bytes()).expect("it is read");
    let written: Vec<&str> =
        manifest.facts.values().map(|fact| manifest.source.slice(fact.span)).collect();
    assert_eq!(written, ["'Cämera'", "[ lock , toy ]", "ä.example\n  - b.example", "64"]);
    assert_eq!(manifest.source.slice(manifest.extensions["product.x_é"]), "x_é");
}
