//! `comity check --batch`: registers, their sum and their lines, and what cannot be read.

use super::{BREACH, ends, folder, json, read, write};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Stdio;

const COMMON: [&str; 4] = ["--in", "nl,ca", "--on", "2026-11-22"];

/// A folder with a register of five lines, one blank and one broken, and a manifest.
fn register(name: &str) -> String {
    let inside = folder(name);
    let lines = [
        r#"{"comity":1,"product.name":"One","auth.passwords":[]}"#,
        "",
        r#"{"comity":1,"product":{"name":"Two"}}"#,
        r#"{"comity":1,"product.name":}"#,
        r#"{"comity":1,"product.name":"Three","judgements":[]}"#,
    ];
    write(&inside, "a.ndjson", &lines.join("\r\n"));
    write(&inside, "b.yaml", &read(BREACH));
    inside.display().to_string()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_product_of_a_register_has_a_line_as_the_schema_says() {
    let path = register("batch-lines");
    let check = ["check", &path, "--batch", "--format", "ndjson"];
    let printed = ends(&[&check[..], &COMMON].concat(), 3);
    let schema = json(&["schema", "line"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let lines = lines(&printed.out);
    assert!(lines.iter().all(|line| validator.is_valid(line)), "{}", printed.out);
    let names: Vec<&str> = lines
        .iter()
        .map(|line| line["manifest"].as_str().unwrap().strip_prefix(&path).unwrap())
        .collect();
    assert_eq!(names, ["/a.ndjson:1", "/a.ndjson:3", "/a.ndjson:4", "/a.ndjson:5", "/b.yaml"]);
    assert_eq!(lines[0]["product"], "One");
    assert_eq!(lines[2]["first_fault"]["code"], "comity::ingest::syntax");
    assert_eq!(lines[4]["outcome"], "non-compliant");
    assert!(printed.out.contains("\"breached\":["), "{}", printed.out);
    // What a check of its own says in full, the line says as a number; it never says more.
    let alone = ["check", &format!("{path}/b.yaml"), "--format", "ndjson"];
    let alone: Value = serde_json::from_str(&ends(&[&alone[..], &COMMON].concat(), 1).out).unwrap();
    for (among, alone) in
        lines[4]["markets"].as_array().unwrap().iter().zip(alone["markets"].as_array().unwrap())
    {
        assert_eq!(among["territory"], alone["territory"]);
        assert_eq!(among["first_placed"], alone["first_placed"]);
        let breached = |line: &Value| line["breached"].as_array().cloned().unwrap_or_default();
        let (few, all) = (breached(among), breached(alone));
        assert!(few.iter().all(|rule| all.contains(rule)), "{few:?} {all:?}");
        let sum = |line: &Value| -> u64 {
            line["counts"].as_object().unwrap().values().map(|one| one.as_u64().unwrap()).sum()
        };
        assert_eq!(sum(among), sum(alone));
    }
}

#[test]
fn sum_of_a_register_is_for_people_and_jobs_change_nothing() {
    let path = register("batch-sum");
    let with = |more: &[&str]| {
        let check = [&["check", path.as_str(), "--batch"], &COMMON[..], more].concat();
        ends(&check, 3).out
    };
    let page = with(&[]);
    assert!(page.starts_with("5 products, checked on 2026-11-22\n"), "{page}");
    assert!(page.contains("  CA     1 non-compliant, 3 undetermined\n"), "{page}");
    assert!(page.contains("not checked: 1\n") && page.contains("a.ndjson:4\n"), "{page}");
    assert_eq!(with(&["--jobs", "1"]), page);
    assert_eq!(with(&["--jobs", "5"]), page);
}

#[test]
fn register_on_standard_input_is_read_line_by_line() {
    let check = [&["check", "-", "--batch", "--format", "ndjson"], &COMMON[..]].concat();
    let mut child = super::comity(&check);
    let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"{\"comity\":1}\n{\"comity\":1}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&String::from_utf8(output.stdout).unwrap());
    let names: Vec<&str> = lines.iter().map(|line| line["manifest"].as_str().unwrap()).collect();
    assert_eq!(names, ["-:1", "-:2"]);
}

#[test]
fn batch_goes_on_where_it_ended_and_refuses_another_run() {
    let path = register("batch-resumed");
    let out = format!("{path}/../{}-resumed.out", std::process::id());
    let with = |option: &str, more: &[&str], code| {
        let check = ["check", &path, "--batch", "--format", "ndjson", option, &out];
        ends(&[&check[..], &COMMON, more].concat(), code)
    };
    with("--out", &[], 3);
    let whole = fs::read(&out).unwrap();
    fs::write(&out, &whole[..whole.len() / 2]).unwrap();
    with("--resume", &[], 3);
    assert!(fs::read(&out).unwrap() == whole);
    let said = with("--resume", &["--evidence", "documented"], 3);
    assert!(said.err.contains("cannot go on after line 1"), "{}", said.err);
    write(std::path::Path::new(&path), "a.ndjson", "{\"comity\":1}\n");
    let said = with("--resume", &[], 3);
    assert!(said.err.contains("is not what it was"), "{}", said.err);
    assert!(fs::read(&out).unwrap() == whole, "a run that is refused writes nothing");
    fs::remove_file(&out).unwrap();
}

#[test]
fn options_that_do_nothing_for_a_batch_are_refused() {
    for (options, words) in [
        (&["--format", "json"][..], "a report in full is for few products"),
        (&["--out", "x.ndjson"], "which only `--format ndjson` makes"),
        (&["--resume", "x.ndjson"], "only `--format ndjson` writes"),
    ] {
        let said = ends(&[&["check", BREACH, "--batch"], options].concat(), 3);
        assert!(said.err.contains(words), "{options:?}\n{}", said.err);
    }
}
