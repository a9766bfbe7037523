//! `comity ask`: the list of what is needed, and the interview.

use super::{GAPS, comity, ended, ends, folder, json};
use std::fs;
use std::io::Write;
use std::process::Stdio;

#[test]
fn ask_lists_what_is_needed_in_the_order_that_decides_most() {
    let asked = ["ask", GAPS, "--in", "uk", "--on", "2026-11-22"];
    let page = ends(&asked, 2).out;
    assert!(page.contains("The fewest answers that can decide all of it: 30"), "{page}");
    let first = page.find("  1. Is the product brought into this territory by an importer");
    assert!(first.is_some_and(|at| at < page.find("uk.pecr.reg5A").unwrap()), "{page}");
    assert!(
        ends(&[&asked[..], &["--lang", "fr"]].concat(), 2).out.contains("Le moins de réponses")
    );
    assert!(
        ends(&[&asked[..], &["--lang", "nl"]].concat(), 2).out.contains("De minste antwoorden")
    );
    let report = json(&[&asked[..], &["--format", "json"]].concat(), 2);
    let validator = jsonschema::validator_for(&json(&["schema", "ask"], 0)).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let questions = report["questions"].as_array().unwrap();
    let waiting: Vec<usize> = questions
        .iter()
        .map(|question| question["decides"].as_array().unwrap())
        .map(|decides| decides.iter().filter(|one| one["strength"] == "must").count())
        .collect();
    assert!(waiting.is_sorted_by(|one, two| one >= two), "{waiting:?}");
    assert!(ends(&["ask", "--on", "2026-11-22"], 3).err.contains("places the product nowhere"));
}

#[test]
fn interview_writes_the_manifest_that_was_told() {
    let folder = folder("ask");
    let path = folder.join("device.yaml").display().to_string();
    let talk = |arguments: &[&str], typed: &str| {
        let mut child = comity(&[&["ask", "--write", &path], arguments].concat())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        ended(child.wait_with_output().unwrap(), 2)
    };
    let uk = ["--in", "uk", "--on", "2026-11-22"];
    // Not understood; asked again; taken back; told; not known; the input ends.
    let said = talk(&uk, "perhaps\nrouter\n<\n1, toy\n\n");
    assert!(said.err.contains("`perhaps` is not a value of `product.kind`"), "{}", said.err);
    assert!(said.out.contains("1. What kinds of product is it?"), "{}", said.out);
    assert!(said.out.contains("United Kingdom: undetermined"), "{}", said.out);
    let told = fs::read_to_string(&path).unwrap();
    assert_eq!(told, "comity: 1\nproduct.kind: [camera, toy]\n");
    // An interview goes on where it stopped, and does not lose what is there.
    let said = talk(&[&[path.as_str()][..], &uk].concat(), "?\nq\n");
    assert!(said.out.contains("uk.psti.sch1.1"), "{}", said.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), told);
}
