//! `comity check` over many manifests: lines, jobs, files that cannot be read, resumed runs.

use super::{BREACH, GOOD, comity, ends, folder, json, read, write};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

const COMMON: [&str; 4] = ["--in", "nl,ca", "--on", "2026-11-22"];

/// A folder with manifests of which two cannot be checked.
fn manifests(name: &str) -> (std::path::PathBuf, String) {
    let folder = folder(name);
    let inside = folder.join("manifests");
    fs::create_dir(&inside).unwrap();
    write(&inside, "a-bad.yaml", "comity: 1\nproduct: {knid: [camera]}\nnet: 1\n");
    write(&inside, "b.yaml", &read(GOOD));
    write(&inside, "c-binary.json", "\u{0}");
    write(&inside, "d.yaml", &read(BREACH));
    write(&inside, "e-empty.yaml", "comity: 1\n");
    let path = inside.display().to_string();
    (folder, path)
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_file_has_a_line_as_its_schema_says() {
    let (_, path) = manifests("lines");
    let check = [&["check", &path, "none.yaml", "--format", "ndjson"], &COMMON[..]].concat();
    let printed = ends(&check, 3);
    let schema = json(&["schema", "line"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let lines = lines(&printed.out);
    for line in &lines {
        assert!(validator.is_valid(line), "{line}");
        let mut less = line.clone();
        less.as_object_mut().unwrap().remove("manifest");
        assert!(!validator.is_valid(&less), "the schema asks for nothing");
    }
    let name = |line: &Value| {
        let path = Path::new(line["manifest"].as_str().unwrap());
        path.file_name().unwrap().to_str().unwrap().to_owned()
    };
    let names: Vec<String> = lines.iter().map(name).collect();
    let files = ["a-bad.yaml", "b.yaml", "c-binary.json", "d.yaml", "e-empty.yaml", "none.yaml"];
    assert_eq!(names, files);
    let outcomes: Vec<&Value> = lines.iter().map(|line| &line["outcome"]).collect();
    let none = Value::Null;
    let words = ["compliant", "non-compliant", "undetermined"].map(Value::from);
    assert_eq!(outcomes, [&none, &words[0], &none, &words[1], &words[2], &none]);
    assert_eq!(lines[0]["faults"], 2);
    assert_eq!(lines[0]["first_fault"]["line"], 2);
    assert_eq!(lines[5]["first_fault"]["code"], "comity::check::unreadable");
    assert_eq!(lines[5].get("sha256"), None);
    assert_eq!(lines[3]["sha256"], comity::digest::sha256(read(BREACH).as_bytes()));
    // The lines say what the report says.
    let report = json(&[&["check", &path, "--format", "json"], &COMMON[..]].concat(), 3);
    for (line, product) in lines.iter().zip(report["products"].as_array().unwrap()) {
        let markets = product["markets"].as_array().unwrap();
        for (own, market) in line["markets"].as_array().into_iter().flatten().zip(markets) {
            assert_eq!(own["outcome"], market["outcome"]);
            let rules = market["rules"].as_array().unwrap();
            let breached = rules.iter().filter(|rule| rule["verdict"] == "breached");
            let breached: Vec<&Value> = breached.map(|rule| &rule["rule"]).collect();
            let told = own.get("breached").and_then(Value::as_array);
            assert_eq!(told.map_or(vec![], |told| told.iter().collect()), breached);
            let counts = own["counts"].as_object().unwrap().values();
            assert_eq!(counts.map(|one| one.as_u64().unwrap()).sum::<u64>(), rules.len() as u64);
        }
    }
    let longest = printed.out.lines().map(str::len).max().unwrap();
    assert!(longest < 3_000, "a line of {longest} bytes");
    assert!(printed.err.starts_with("not checked: 3 of 6 manifests\n"), "{}", printed.err);
    assert!(!printed.err.contains('\r'), "a bar where nobody watches");
}

#[test]
fn number_of_jobs_and_language_change_no_line() {
    let (_, path) = manifests("jobs");
    for format in ["ndjson", "json", "terminal"] {
        let with = |more: &[&str]| {
            let check = ["check", &path, "--format", format];
            let printed = ends(&[&check[..], &COMMON, more].concat(), 3);
            (printed.out, printed.err)
        };
        let one = with(&["--jobs", "1"]);
        assert!(one == with(&["--jobs", "2"]) && one == with(&["--jobs", "9"]), "{format}");
        if format == "ndjson" {
            assert_eq!(one, with(&["--lang", "fr"]));
        }
    }
    let none = ends(&["check", &path, "--jobs", "0"], 3);
    assert!(none.err.contains("--jobs"), "{}", none.err);
}

#[test]
fn bad_file_is_told_in_its_place_and_at_the_end() {
    let (_, path) = manifests("places");
    let check = [&["check", &path, "none.yaml", "--brief"], &COMMON[..]].concat();
    let printed = ends(&check, 3);
    let at = |words: &str| printed.err.find(words).unwrap_or_else(|| panic!("{}", printed.err));
    assert!(at("a-bad.yaml") < at("c-binary.json") && at("c-binary.json") < at("none.yaml"));
    assert!(at("cannot read none.yaml") < at("not checked: 3 of 6 manifests"));
    assert!(printed.out.contains("Rowe Home 7") && printed.out.contains("Klepel Huisbel 2"));
    let nowhere = ends(&["check", &format!("{path}/e-empty.yaml"), GOOD, "--on", "2026-11-22"], 3);
    assert!(nowhere.err.contains("e-empty.yaml places the product nowhere"), "{}", nowhere.err);
    assert!(nowhere.out.contains("Rowe Home 7"), "the other is checked all the same");
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    let cases: [(&[&str], &str); 6] = [
        (&["--brief", "--format", "json"], "`--brief` shortens what people read"),
        (&["--brief", "--format", "ndjson"], "`--brief` shortens what people read"),
        (&["--resume", "x.ndjson"], "only `--format ndjson` writes"),
        (&["--resume", "x.ndjson", "--format", "json"], "only `--format ndjson` writes"),
        (
            &["--resume", "x.ndjson", "--out", "y.ndjson", "--format", "ndjson"],
            "cannot be used with",
        ),
        (&["-", "--resume", "x.ndjson", "--format", "ndjson"], "cannot read standard input again"),
    ];
    for (options, words) in cases {
        let said = ends(&[&["check", GOOD], options].concat(), 3);
        assert!(said.err.contains(words), "{options:?}\n{}", said.err);
        assert_eq!(said.out, "");
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("x.ndjson").exists());
}

#[test]
fn run_that_is_killed_is_resumed_to_the_same_bytes() {
    let (folder, path) = manifests("killed");
    let file = |name: &str| folder.join(name).display().to_string();
    let (whole, killed) = (file("whole.ndjson"), file("killed.ndjson"));
    let with = |option, file| {
        [&["check", &path, "examples", "--format", "ndjson", option, file], &COMMON[..]].concat()
    };
    ends(&with("--out", &whole), 3);
    let expected = fs::read(&whole).unwrap();
    // Fifty more are killed in `src/bin/comity/resume/tests.rs`, with rules that load sooner.
    for wait in [300, 900, 1_100] {
        let mut child = comity(&with("--resume", &killed));
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(expected.starts_with(&fs::read(&killed).unwrap_or_default()));
    }
    fs::write(&killed, &expected[..expected.len() / 2]).unwrap();
    let resumed = ends(&with("--resume", &killed), 3);
    assert!(fs::read(&killed).unwrap() == expected);
    assert_eq!(resumed.out, "");
    assert!(resumed.err.starts_with("not checked: 2 of 10 manifests\n"), "{}", resumed.err);
    ends(&with("--resume", &killed), 3);
    assert!(fs::read(&killed).unwrap() == expected, "there was nothing to do");
}

#[test]
fn other_run_is_not_gone_on_with() {
    let (folder, path) = manifests("other-run");
    let out = folder.join("lines.ndjson").display().to_string();
    let common = ["check", &path, "--format", "ndjson", "--in", "ca"];
    let run = |more: &[&str], code| ends(&[&common[..], more].concat(), code);
    run(&["--on", "2026-11-22", "--out", &out], 3);
    let before = fs::read(&out).unwrap();
    let refused = |more: &[&str], words: &str| {
        let said = run(&[more, &["--resume", &out]].concat(), 3);
        assert!(said.err.contains(words), "{}", said.err);
        assert!(fs::read(&out).unwrap() == before, "{words}");
    };
    let basis = "line 1: it rests on another day, place, ruleset or version of Comity";
    refused(&["--on", "2026-11-23"], basis);
    refused(&["--on", "2026-11-22", "--with", "etsi.en303645"], basis);
    write(Path::new(&path), "b.yaml", &read(BREACH));
    refused(&["--on", "2026-11-22"], "b.yaml` is not what it was when the line was written");
    fs::remove_file(Path::new(&path).join("b.yaml")).unwrap();
    refused(&["--on", "2026-11-22"], "c-binary.json` is to be checked now");
    let none = folder.join("text.ndjson").display().to_string();
    fs::write(&none, "not a line\nnor this\n").unwrap();
    let said = run(&["--on", "2026-11-22", "--resume", &none], 3);
    assert!(said.err.contains("line 1: this is no line of"), "{}", said.err);
    assert_eq!(fs::read(&none).unwrap(), b"not a line\nnor this\n");
}
