//! The program as people use it: exit codes, forms of output, files and folders, help when wrong.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test runs the program on files and fails by panicking"
)]

#[path = "cli/ask.rs"]
mod ask;
#[path = "cli/baseline.rs"]
mod baseline;
#[path = "cli/batch.rs"]
mod batch;
#[path = "cli/claims.rs"]
mod claims;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/languages.rs"]
mod languages;
#[path = "cli/lint.rs"]
mod lint;
#[path = "cli/many.rs"]
mod many;
#[path = "cli/mutate.rs"]
mod mutate;
#[path = "cli/proven.rs"]
mod proven;
#[path = "cli/read.rs"]
mod read;
#[path = "cli/verify.rs"]
mod verify;

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const GOOD: &str = "examples/router.yaml";
const BREACH: &str = "examples/doorbell.yaml";
const GAPS: &str = "examples/smart-lock-gaps.yaml";

/// The program, in the folder of the project, without the colours of whoever runs the tests.
fn comity(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for variable in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

/// What it printed, after ending with that code.
#[track_caller]
fn ends(arguments: &[&str], code: i32) -> Printed {
    ended(comity(arguments).output().unwrap(), code)
}

#[track_caller]
fn ended(output: Output, code: i32) -> Printed {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let printed = Printed { out: text(output.stdout), err: text(output.stderr) };
    assert_eq!(output.status.code(), Some(code), "{}{}", printed.out, printed.err);
    printed
}

struct Printed {
    out: String,
    err: String,
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn outcome_is_the_exit_code() {
    let on = ["--on", "2026-11-22"];
    let check = |path, place, code| ends(&["check", path, "--in", place, on[0], on[1]], code);
    assert!(check(GOOD, "uk", 0).out.contains("COMPLIANT"));
    assert!(check(BREACH, "ca", 1).out.contains("NON-COMPLIANT"));
    assert!(check(GAPS, "uk", 2).out.contains("UNDETERMINED"));
}

#[test]
fn worst_outcome_of_several_is_the_exit_code() {
    ends(&["check", GOOD, GAPS, "--in", "uk", "--on", "2026-11-22"], 2);
    ends(&["check", GAPS, BREACH, "--in", "ca", "--on", "2026-11-22"], 1);
}

#[test]
fn bad_input_exits_with_3_and_says_why_on_standard_error() {
    let folder = folder("bad");
    let bad = write(&folder, "bad.yaml", "comity: 1\nproduct: {knid: [camera]}\n");
    let ruleset =
        write(&folder, "bad.comity", "ruleset demo.locks edition 1.\n\nrule 5:\n  mst x.\n");
    let cases: [(&[&str], &str); 10] = [
        (&["check", &bad, "--in", "uk"], "`kind`"),
        (&["check", "none.yaml", "--in", "uk"], "cannot read none.yaml"),
        (&["check", GOOD, "--in", "ukk"], "did you mean `uk`?"),
        (&["check", GOOD, "--with", "etsi.en30364"], "did you mean `etsi.en303645`?"),
        (&["check", GOOD, "--on", "tomorrow"], "YYYY-MM-DD"),
        (&["check", GOOD, "--evidence", "strong"], "lab_tested"),
        (&["check", GOOD, "--rulesets", &ruleset], "comity::syntax::unknown_sentence"),
        (&["test", &ruleset], "`must` was probably meant"),
        (&["check"], "required"),
        (&[], "Usage"),
    ];
    for (arguments, expected) in cases {
        let printed = ends(arguments, 3);
        assert!(printed.err.contains(expected), "{arguments:?}:\n{}", printed.err);
        assert_eq!(printed.out, "", "{arguments:?}");
    }
}

#[test]
fn misspelt_name_is_answered_with_the_nearest() {
    let cases: [(&[&str], &str); 6] = [
        (&["rules", "uk.psti.sch11"], "did you mean `uk.psti.sch1.1`?"),
        (&["rules", "uk.pstii"], "did you mean `uk.psti`?"),
        (&["vocabulary", "support.min_lenght"], "did you mean `support.min_length`?"),
        (&["explain", "comity::resolve::circel"], "did you mean `comity::resolve::circle`?"),
        (&["chek", GOOD], "'check'"),
        (&["check", GOOD, "--fromat", "json"], "'--format'"),
    ];
    for (arguments, expected) in cases {
        let printed = ends(arguments, 3);
        assert!(printed.err.contains(expected), "{arguments:?}:\n{}", printed.err);
    }
}

fn json(arguments: &[&str], code: i32) -> Value {
    serde_json::from_str(&ends(arguments, code).out).unwrap()
}

#[test]
fn json_report_is_as_its_schema_says() {
    let schema = json(&["schema", "report"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = folder("json");
    write(&folder, "bad.yaml", "comity: 1\nproduct: {knid: [camera]}\n");
    let bad = folder.display().to_string();
    let common = ["check", "examples", &bad, "--format", "json", "--in", "uk,nl,ca,quebec"];
    for options in [&["--on", "2026-11-22"][..], &["--on", "2028-01-10", "--with", "etsi.en303645"]]
    {
        let report = json(&[&common, options].concat(), 3);
        let faults: Vec<String> =
            validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        assert!(report["products"].as_array().is_some_and(|products| products.len() > 5));
    }
    let mut report = json(&["check", GOOD, "--format", "json", "--in", "uk"], 0);
    report["products"][0]["markets"][0]["rules"][0].as_object_mut().unwrap().remove("verdict");
    assert!(!validator.is_valid(&report), "the schema asks for nothing");
}

#[test]
fn manifests_are_as_their_schema_says() {
    let schema = json(&["schema", "manifest"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&serde_json::json!({"comity": 1, "product": {"kind": ["camera"]}})));
    assert!(!validator.is_valid(&serde_json::json!({"comity": 1, "product": {"kind": ["camra"]}})));
}

#[test]
fn folder_with_one_bad_file_is_checked_to_its_end() {
    let folder = folder("folder");
    write(&folder, "a-bad.yaml", "comity: 1\nnet: {internet_capable: perhaps}\n");
    write(&folder, "b-good.yaml", &read(GOOD));
    write(&folder, "c-breach.yaml", &read(BREACH));
    write(&folder, "notes.txt", "not for this program");
    let path = folder.display().to_string();
    let printed = ends(&["check", &path, "--in", "ca", "--on", "2026-11-22", "--brief"], 3);
    assert!(printed.err.contains("comity::ingest::wrong_type"), "{}", printed.err);
    assert!(printed.out.contains("b-good.yaml") && printed.out.contains("NON-COMPLIANT"));
    let report = json(&["check", &path, "--in", "ca", "--format", "json"], 3);
    let products = report["products"].as_array().unwrap();
    let names = products.iter().map(|product| product["manifest"].as_str().unwrap());
    let names: Vec<_> = names.map(|name| Path::new(name).file_name().unwrap().to_owned()).collect();
    assert_eq!(names, ["a-bad.yaml", "b-good.yaml", "c-breach.yaml"]);
    assert_eq!(products[0]["faults"][0]["line"], 2);
    assert_eq!(products[0]["markets"].as_array().map(Vec::len), Some(0));
}

#[test]
fn manifest_is_read_from_standard_input() {
    let mut command = comity(&["check", "-", "--in", "uk", "--on", "2026-11-22"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(read(GOOD).as_bytes()).unwrap();
    let printed = ended(child.wait_with_output().unwrap(), 0);
    assert!(printed.out.contains("Rowe Home 7"), "{}", printed.out);
}

#[test]
fn colour_is_for_terminals_or_on_demand() {
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = comity(arguments).envs(variables.iter().copied()).output().unwrap();
        [output.stdout, output.stderr].map(|bytes| bytes.contains(&0x1b))
    };
    let check = ["check", BREACH, "--in", "ca", "--color"];
    let always = [&check[..], &["always"]].concat();
    // Output to a pipe has no colours of itself.
    assert_eq!(coloured(&check[..4], &[("TERM", "xterm-256color")]), [false, false]);
    assert_eq!(coloured(&always, &[]), [true, false]);
    assert_eq!(coloured(&[&check[..], &["never"]].concat(), &[]), [false, false]);
    assert_eq!(coloured(&[&check[..], &["auto"]].concat(), &[("NO_COLOR", "1")]), [false, false]);
    let folder = folder("colour");
    let bad = write(&folder, "bad.yaml", "comity: 1\nproduct: {knid: [camera]}\n");
    assert_eq!(coloured(&["check", &bad, "--in", "uk"], &[]), [false, false]);
    assert!(coloured(&["check", &bad, "--in", "uk", "--color", "always"], &[])[1]);
}

#[test]
fn reader_that_stops_reading_is_no_fault() {
    let mut child =
        comity(&["vocabulary"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(ended(child.wait_with_output().unwrap(), 0).err, "");
}

#[test]
fn fmt_check_tells_and_fmt_mends() {
    assert_eq!(ends(&["fmt", "--check", "rulesets"], 0).out, "");
    let folder = folder("fmt");
    let even = read("rulesets/jurisdictions.comity");
    let uneven = even.replacen("  title", "title", 1);
    let path = write(&folder, "uneven.comity", &uneven);
    let printed = ends(&["fmt", "--check", &path], 1);
    assert!(printed.out.contains("uneven.comity is not laid out canonically"));
    assert_eq!(fs::read_to_string(&path).unwrap(), uneven, "--check changes nothing");
    ends(&["fmt", &path], 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), even);
    ends(&["fmt", "--check", &path], 0);
}

#[test]
fn fmt_leaves_a_file_with_faults_alone_and_goes_on() {
    let folder = folder("fmt-faults");
    let bad = write(&folder, "a.comity", "jurisdictions edition 1\n");
    let good = write(&folder, "b.comity", "jurisdictions   edition 1.\n");
    let printed = ends(&["fmt", &folder.display().to_string()], 3);
    assert!(printed.err.contains("comity::syntax::missing_full_stop"), "{}", printed.err);
    assert_eq!(fs::read_to_string(bad).unwrap(), "jurisdictions edition 1\n");
    assert_eq!(fs::read_to_string(good).unwrap(), "jurisdictions edition 1.\n");
}

#[test]
fn open_verdict_is_settled_where_no_missing_fact_matters() {
    let folder = folder("settled");
    let either = "rule 2:
  title en \"Radio or not\".
  citing \"Article 2\".
  addressed to manufacturer.
  must any of:
    (a) product.radio;
    (b) not product.radio.

rule 3:
  title en \"Any of three\".
  citing \"Article 3\".
  addressed to manufacturer.
  applies where product.audience includes consumer.
  must product.radio or product.worn.
";
    let text = ends(&["new", "ruleset"], 0).out.replacen(
        "example \"three",
        &format!("{either}\nexample \"three"),
        1,
    );
    let law = write(&folder, "mine.comity", &text);
    let empty = write(&folder, "empty.yaml", "comity: 1\n");
    let check = ["check", &empty, "--in", "nl", "--with", "my.rules", "--rulesets", &law];
    let with = |more: [&'static str; 2]| [&check[..], &more[..]].concat();
    let report: Value = serde_json::from_str(&ends(&with(["--format", "json"]), 2).out).unwrap();
    let schema = json(&["schema", "report"], 0);
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&report));
    let rules = report["products"][0]["markets"][0]["rules"].as_array().unwrap();
    let rule = |number: &str| {
        rules.iter().find(|rule| rule["rule"] == format!("my.rules.{number}")).unwrap()
    };
    assert_eq!(rule("2")["verdict"], "met");
    assert_eq!(rule("2")["reasons"][0]["because"], "settled");
    let open = &rule("3")["open"];
    assert_eq!(open["ask"], serde_json::json!(["product.audience"]));
    let verdicts: Vec<&Value> =
        open["possible"].as_array().unwrap().iter().map(|possible| &possible["verdict"]).collect();
    assert_eq!(verdicts, ["met", "not applicable", "breached"]);
    let breach = open["possible"][2]["if_told"].as_array().unwrap();
    assert_eq!(breach.len(), 3, "{breach:?}");
    let page = ends(&check, 2).out;
    assert!(page.contains("enough    product.audience"), "{page}");
    assert!(page.contains("can be    not applicable if product.audience is {}"), "{page}");
}

#[test]
fn new_manifest_reads_back_and_states_nothing() {
    let folder = folder("new-manifest");
    let path = folder.join("product.yaml").display().to_string();
    ends(&["new", "manifest", &path], 0);
    let printed = ends(&["check", &path, "--in", "uk", "--format", "json"], 2);
    let report: Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(report["products"][0]["markets"][0]["outcome"], "undetermined");
    let stated = report.to_string().contains("\"stated\"");
    assert!(!stated, "something is stated");
    assert!(ends(&["new", "manifest", &path], 3).err.contains("exists already"));
    let whole = ends(&["new", "manifest"], 0).out;
    let some = ends(&["new", "manifest", "--in", "ca"], 0).out;
    assert!(some.len() < whole.len() && some.contains("#updates.install_consent:"), "{some}");
}

#[test]
fn new_manifest_takes_answers_where_the_hash_is_removed() {
    let template = ends(&["new", "manifest"], 0).out;
    let answered = template.lines().map(|line| match line.strip_prefix('#') {
        Some(fact) if fact.contains(": true | false") => fact.replacen("true | false", "true", 1),
        _ => line.to_owned(),
    });
    let answered: Vec<String> = answered.filter(|line| !line.starts_with("  ")).collect();
    assert!(answered.iter().filter(|line| line.contains(": true")).count() > 50);
    let path = write(&folder("new-answered"), "product.yaml", &answered.join("\n"));
    ends(&["check", &path, "--in", "uk"], 2);
}

#[test]
fn new_ruleset_passes_its_own_test() {
    let folder = folder("new-ruleset");
    let path = folder.join("mine.comity").display().to_string();
    ends(&["new", "ruleset", &path], 0);
    let printed = ends(&["test", &path], 0);
    assert!(
        printed.out.contains("rules 1/1") && printed.out.contains(" 0 failed"),
        "{}",
        printed.out
    );
    ends(&["fmt", "--check", &path], 0);
}

#[test]
fn failing_example_exits_with_1_and_says_what_came_out() {
    let folder = folder("test");
    let text = ends(&["new", "ruleset"], 0).out.replace("expect 1 met.", "expect 1 breached.");
    let path = write(&folder, "mine.comity", &text);
    let printed = ends(&["test", &path], 1);
    assert!(printed.out.contains("expected breached, found met"), "{}", printed.out);
}

#[test]
fn shipped_rulesets_and_examples_pass_their_tests() {
    assert!(ends(&["test"], 0).out.ends_with(" 0 failed\n"));
    assert!(ends(&["test", "examples"], 0).out.ends_with(" 0 failed\n"));
}

#[test]
fn every_code_is_explained() {
    let codes = ends(&["explain"], 0).out;
    assert!(codes.lines().count() > 60, "{codes}");
    for code in ["comity::syntax::unexpected", "comity::resolve::circle", "comity::ingest::anchor"]
    {
        assert!(codes.lines().any(|line| line == code), "{codes}");
        let page = ends(&["explain", code], 0).out;
        assert!(
            page.starts_with(code) && page.contains("Wrong") && page.contains("Right"),
            "{page}"
        );
    }
}

#[test]
fn rules_and_facts_are_shown_in_every_language() {
    assert!(ends(&["rules"], 0).out.contains("uk.psti"));
    assert!(ends(&["rules", "eu.cra"], 0).out.contains("art13.8"));
    let rule = |lang| ends(&["rules", "uk.psti.sch1.1", "--lang", lang], 0).out;
    assert!(rule("en").contains("Passwords") && rule("fr").contains("mots de passe"));
    assert!(rule("nl").contains("Wachtwoorden"));
    assert!(rule("en").contains("S.I. 2023/1007, Schedule 1, paragraph 1"));
    assert!(ends(&["vocabulary"], 0).out.contains("support.min_length"));
    let fact = ends(&["vocabulary", "auth.passwords.scheme"], 0).out;
    assert!(fact.contains("unique_per_unit"), "{fact}");
}

#[test]
fn what_was_not_read_in_the_primary_text_is_listed_and_counted() {
    let all = ends(&["rules", "--confidence"], 0).out;
    let figures = |line: &str| line.split_whitespace().next().and_then(|word| word.parse().ok());
    let (list, counts) = all.split_at(all.rfind("\n\n").unwrap());
    let figures: Vec<usize> = counts.lines().filter_map(figures).collect();
    let [total, read, less @ ..] = &figures[..] else { panic!("{counts}") };
    assert_eq!(less.len(), 3);
    assert_eq!(read + less.iter().sum::<usize>(), *total);
    let listed = list.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     "));
    assert_eq!(listed.count(), less.iter().sum::<usize>());
    let one = ends(&["rules", "uk.gdpr", "--confidence", "--lang", "nl"], 0).out;
    assert!(one.contains("uk.gdpr.5.1.c ") && one.contains("unverified"), "{one}");
    assert!(!one.contains("uk.gdpr.25.1A "), "its primary text was read");
    assert!(one.contains("gegevens"), "{one}");
    assert!(
        ends(&["rules", "uk.gdprr", "--confidence"], 3).err.contains("did you mean `uk.gdpr`?")
    );
}

#[test]
fn page_of_all_rulesets_is_what_is_generated() {
    let fresh = ends(&["rules", "--markdown", "rulesets"], 0).out;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rulesets/README.md");
    if std::env::var_os("COMITY_REWRITE").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap_or_default(),
        fresh,
        "COMITY_REWRITE=1 rewrites it"
    );
    assert!(fresh.contains("not known") && fresh.contains("](nl/SOURCES.md)"), "{fresh}");
}

#[test]
fn share_of_open_norms_is_told() {
    let list = ends(&["rules"], 0).out;
    assert!(list.contains("Open-norm share: ") && list.contains("a person judges"), "{list}");
    let page = ends(&["rules", "nl.roadmap"], 0).out;
    assert!(page.contains("open norms    100% of the rules (7 of 7)"), "{page}");
    assert!(ends(&["rules", "nl.lang"], 0).out.contains("open norms    0% of the rules (0 of 2)"));
}

#[test]
fn graph_tells_what_rests_on_what() {
    let page = ends(&["graph", "--from", "uk.psti.sch1.1"], 0).out;
    for line in [
        "  must  S.I. 2023/1007, Schedule 1, paragraph 1",
        "    fact         auth.passwords.scheme",
        "  deemed met where  S.I. 2023/1007, Schedule 2, paragraph 1(2)",
        "    rule         etsi.en303645@2.1.1/5.1-1 is met",
        "    label        jc_star",
        "What rests on it: nothing",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let readers = ends(&["graph", "--from", "support.min_length"], 0).out;
    assert!(readers.contains("eu.cra.art13.8 ") && readers.contains("Article 13(8)"), "{readers}");
    let impact = ends(&["graph", "--what-depends-on", "etsi.en303645@2.1.1 5.1-1"], 0).out;
    assert!(impact.contains("uk.psti.sch1.1") && !impact.contains("Rests on"), "{impact}");
    let rulesets = ends(&["graph"], 0).out;
    assert!(rulesets.contains("deemed by   ruleset etsi.en303645@2.1.1, 4 times"), "{rulesets}");
}

#[test]
fn graph_keeps_to_the_law_of_a_place() {
    let all = ends(&["graph", "--what-depends-on", "support.min_length"], 0).out;
    let here = ends(&["graph", "--what-depends-on", "support.min_length", "--in", "nl"], 0).out;
    assert!(all.contains("uk.evscp.sch1.11") && !here.contains("uk.evscp.sch1.11"), "{here}");
    assert!(here.contains("nl.bw.7.18.4") && here.contains("eu.cra.art13.8"), "{here}");
    let with = ["graph", "--what-depends-on", "support.min_length", "--with", "jp.jc_star"];
    assert!(ends(&with, 0).out.contains("1 rule of 1 ruleset"));
}

#[test]
fn graph_comes_in_every_form() {
    let form = |form| ends(&["graph", "--from", "uk.psti.sch1.1", "--format", form], 0).out;
    assert!(form("dot").starts_with("digraph") && form("mermaid").starts_with("flowchart"));
    assert!(form("svg").starts_with("<svg ") && form("svg").ends_with("</svg>\n"));
    let schema = json(&["schema", "graph"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let graph: Value = serde_json::from_str(&form("json")).unwrap();
    assert!(validator.is_valid(&graph));
    assert_eq!(graph["about"], serde_json::json!(["rule:uk.psti@2025-12-04/sch1.1"]));
    let whole = json(&["graph", "--whole", "--format", "json"], 0);
    assert!(validator.is_valid(&whole));
    assert!(whole["nodes"].as_array().map(Vec::len) > Some(1_000));
    let crowded = ends(&["graph", "--whole", "--format", "svg"], 3).err;
    assert!(crowded.contains("are no picture; choose fewer"), "{crowded}");
    let misspelt = ends(&["graph", "--from", "support.min_lenght"], 3).err;
    assert!(misspelt.contains("did you mean `support.min_length`?"), "{misspelt}");
}

#[test]
fn graph_shows_circles_and_refuses_those_of_conditions() {
    let folder = folder("circles");
    let ruleset = |own: &str, other: &str| {
        ends(&["new", "ruleset"], 0)
            .out
            .replacen("ruleset my.rules", &format!("ruleset {own}"), 1)
            .replacen(
                "  uses vocabulary",
                &format!("  uses ruleset {other} edition 1 as other.\n  uses vocabulary"),
                1,
            )
    };
    write(&folder, "one.comity", &ruleset("my.one", "my.two"));
    write(&folder, "two.comity", &ruleset("my.two", "my.one"));
    let path = folder.display().to_string();
    let page = ends(&["graph", "--from", "my.one", "--rulesets", &path], 0).out;
    assert!(page.contains("rest on each other: my.one, my.two"), "{page}");
    let round = "  term a means b.\n  term b means a.\n\nrule 1:";
    write(&folder, "one.comity", &ruleset("my.one", "my.two").replacen("\nrule 1:", round, 1));
    let refused = ends(&["graph", "--rulesets", &path], 3).err;
    assert!(refused.contains("comity::resolve::circle"), "{refused}");
}

#[test]
fn completions_and_manual_are_printed() {
    for (shell, word) in
        [("bash", "_comity()"), ("zsh", "#compdef comity"), ("fish", "complete -c comity")]
    {
        assert!(ends(&["completions", shell], 0).out.contains(word), "{shell}");
    }
    let manual = ends(&["man"], 0).out;
    assert!(manual.contains(".TH comity") && manual.contains("Exit codes"), "{manual}");
    assert!(ends(&["--version"], 0).out.starts_with("comity "));
    assert!(ends(&["--help"], 0).out.contains("Nothing leaves this machine"));
}

#[test]
fn timeline_tells_when_a_product_stops_being_compliant() {
    let asked = ["timeline", GOOD, "--in", "nl", "--on", "2026-11-22"];
    let printed = ends(&asked, 0).out;
    assert!(printed.contains("Compliant today; stops being so on 2031-12-28: undetermined."));
    assert!(printed.contains("eu.gdpr.art44"), "{printed}");
    assert!(printed.contains("not in force → met"), "{printed}");
    let dutch = ends(&[&asked[..], &["--lang", "nl"]].concat(), 0).out;
    assert!(dutch.contains("Vandaag conform; is dat niet meer vanaf 2031-12-28: onbepaald."));
    let french = ends(&[&asked[..], &["--lang", "fr", "--placed-then"]].concat(), 0).out;
    assert!(french.contains("une unité est mise sur le marché et vérifiée ce jour-là"));
    assert!(french.contains("respectée → pas en vigueur"), "{french}");
    let clipped =
        ends(&[&asked[..], &["--from", "2027-01-01", "--until", "2027-03-01"]].concat(), 0);
    assert!(!clipped.out.contains("2031-12-27  COMPLIANT") && clipped.out.contains("2031-12-28"));
    // As of a check: a breach today is the exit code.
    ends(&["timeline", BREACH, "--in", "ca", "--on", "2026-11-22"], 1);
    assert!(ends(&["timeline"], 3).err.contains("name a manifest"));
    assert!(ends(&["timeline", GOOD, "--in", "ukk"], 3).err.contains("did you mean `uk`?"));
}

#[test]
fn timeline_without_a_manifest_is_that_of_the_law() {
    let printed = ends(&["timeline", "--in", "nl", "--until", "2028-01-01"], 0).out;
    assert!(printed.contains("2027-12-11"), "{printed}");
    assert!(printed.contains("- eu.red: art3.3.d"), "{printed}");
    assert!(!printed.contains("2031"), "{printed}");
}

#[test]
fn json_timeline_is_as_its_schema_says() {
    let validator = jsonschema::validator_for(&json(&["schema", "timeline"], 0)).unwrap();
    let folder = folder("timeline");
    let bad = write(&folder, "bad.yaml", "comity: 1\nproduct: {knid: [camera]}\n");
    let product = ["timeline", GOOD, &bad, "--in", "uk,nl", "--format", "json"];
    let relations =
        ["timeline", "--in", "nl", "--relations", "--from", "2028-08-02", "--format", "json"];
    let law = ["timeline", "--in", "ca", "--format", "json"];
    for (asked, code) in [(&product[..], 3), (&law, 0), (&relations, 0)] {
        let report = json(asked, code);
        let faults: Vec<String> =
            validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let mut less = report.clone();
        less.as_object_mut().unwrap().remove("clocks");
        assert!(!validator.is_valid(&less), "the schema asks for nothing");
    }
}

const OLD_EDITION: &str = "etsi.en303645@2.1.1";
const NEW_EDITION: &str = "etsi.en303645@3.1.3";

#[test]
fn diff_shows_products_whose_verdict_flips() {
    let asked = ["diff", OLD_EDITION, NEW_EDITION, "--on", "2026-11-22"];
    let printed = ends(&asked, 0).out;
    assert!(printed.contains("equal in meaning, proved for every product"), "{printed}");
    assert!(printed.contains("was 4-1"), "{printed}");
    assert!(printed.contains("a product breaches it that did not: met → breached"), "{printed}");
    assert!(printed.contains("New conflicts with other law: not looked for"), "{printed}");
    assert!(ends(&[&asked[..], &["--lang", "fr"]].concat(), 0).out.contains("Supprimées"));
    assert!(ends(&[&asked[..], &["--lang", "nl"]].concat(), 0).out.contains("Vervallen"));
    assert!(ends(&["diff", OLD_EDITION, "uk.psti"], 3).err.contains("two rulesets"));
    assert!(ends(&["diff", OLD_EDITION, "uk.pstii"], 3).err.contains("did you mean `uk.psti`?"));
}

#[test]
fn diff_of_a_changed_text_tells_rules_and_manifests() {
    let folder = folder("diff");
    let text = read("rulesets/uk/psti.comity");
    let changed = text.replacen(
        "p.component is required_software;",
        "p.component in {required_software, device};",
        1,
    );
    assert_ne!(text, changed);
    let (old, new) = (write(&folder, "old.comity", &text), write(&folder, "new.comity", &changed));
    let report = json(
        &["diff", &old, &new, "--on", "2026-11-22", "--manifests", GOOD, "--format", "json"],
        0,
    );
    let validator = jsonschema::validator_for(&json(&["schema", "diff"], 0)).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let changed =
        report["rules"].as_array().unwrap().iter().filter(|own| own["unchanged"] == false);
    let numbers: Vec<_> = changed.map(|own| own["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["sch1.1"]);
    assert_eq!(report["manifests"][0]["markets"][0]["territory"], "GB-GBN");
    // A text compared with itself: nothing changes, and nothing is searched.
    let same = json(&["diff", &old, &old, "--format", "json", "--on", "2026-11-22"], 0);
    let all_same = |own: &Value| own["unchanged"] == true;
    assert!(same["rules"].as_array().unwrap().iter().all(all_same));
}

#[test]
fn conflicts_are_told_in_every_language_and_as_data() {
    let asked = ["conflicts", "--in", "nl", "--on", "2026-11-22"];
    let none = ends(&asked, 0).out;
    assert!(none.contains("No two rules conflict."), "{none}");
    let drafts = ["--with", "forum.expiry_business,forum.expiry_civil_society"];
    let with = |more: &[&'static str]| [&asked[..], &drafts[..], more].concat();
    let story = ends(&with(&[]), 1).out;
    assert!(story.contains("retention_rule: until_deleted"), "{story}");
    assert!(ends(&with(&["--lang", "fr"]), 1).out.contains("Une permission retirée"));
    assert!(ends(&with(&["--lang", "nl"]), 1).out.contains("Een toestemming die vervalt"));
    let answer = json(&with(&["--format", "json"]), 1);
    let schema = json(&["schema", "conflicts"], 0);
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&answer));
    assert_eq!(answer["conflicts"][0]["kind"], "permission");
    let law = json(&[&asked[..], &["--format", "json"]].concat(), 0);
    assert_eq!(law["together"]["met"], law["together"]["obligations"]);
    assert!(ends(&["conflicts", "--in", "atlantis"], 3).err.contains("no jurisdiction"));
}

#[test]
fn rules_are_compared_with_products_that_show_the_difference() {
    let pair = ["compare", "nl.uavg.art5.1", "uk.gdpr.8", "--on", "2026-11-22"];
    let page = ends(&pair, 0).out;
    assert!(page.contains("is stricter than") && page.contains("parental_consent_below"), "{page}");
    let answer = json(&[&pair[..], &["--format", "json"]].concat(), 0);
    let schema = json(&["schema", "compare"], 0);
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&answer));
    assert_eq!(answer["pairs"][0]["relation"], "stricter");
    // The product reads back as a manifest, and is judged as the comparison says.
    let shown = answer["pairs"][0]["fails_first_only"].as_str().unwrap();
    let file = std::env::temp_dir().join(format!("comity-compare-{}.yaml", std::process::id()));
    fs::write(&file, shown).unwrap();
    let check = ["check", file.to_str().unwrap(), "--in", "nl", "--on", "2026-11-22"];
    let report = json(&[&check[..], &["--format", "json"]].concat(), 1);
    fs::remove_file(&file).unwrap();
    let rules = report["products"][0]["markets"][0]["rules"].as_array().unwrap();
    let judged = rules.iter().find(|rule| rule["rule"] == "nl.uavg.art5.1").unwrap();
    assert_eq!(judged["verdict"], "breached");
    assert!(ends(&["compare", "uk.psti"], 3).err.contains("two rules"));
}
