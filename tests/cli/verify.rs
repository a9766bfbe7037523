//! `comity verify` and `--sign`: confirmed, different, unreadable; with a key, without, with another.

use super::{BREACH, GOOD, Printed, ends, folder, read, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

/// RFC 8410, sections 10.3 and 10.1: a private key, and the public key of the same.
const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
";
const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
";
/// RFC 8032, section 7.1, test 1: another public key.
const OTHER: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
";

const CHECK: [&str; 6] = ["--in", "nl", "--on", "2026-11-22", "--format", "json"];

/// A report on some manifests, in a file.
fn checked(folder: &Path, name: &str, arguments: &[&str], code: i32) -> String {
    let path = folder.join(name).display().to_string();
    let out = [&["check"], arguments, &CHECK, &["--out", &path]].concat();
    assert_eq!(ends(&out, code).out, "", "it goes to the file");
    path
}

#[track_caller]
fn says(arguments: &[&str], code: i32, words: &[&str]) -> Printed {
    let printed = ends(&[&["verify"], arguments].concat(), code);
    for words in words {
        assert!(printed.out.contains(words) || printed.err.contains(words), "{}", printed.out);
    }
    printed
}

#[test]
fn report_is_confirmed_or_told_apart() {
    let folder = folder("verify");
    let report = checked(&folder, "report.json", &[GOOD], 0);
    let confirmed =
        says(&[&report, GOOD], 0, &["confirmed: made again", "signature: there is none"]);
    assert!(!confirmed.out.contains("NOT"), "{}", confirmed.out);
    let other = write(&folder, "other.yaml", &read(GOOD).replacen("name:", "name: ", 1));
    says(&[&report, &other], 1, &["NOT confirmed\n  manifest `examples/router.yaml`: it differs"]);
    says(
        &[&report, GOOD, BREACH],
        1,
        &["manifest `examples/doorbell.yaml`: the receipt is not of it"],
    );
    let text = fs::read_to_string(&report).unwrap();
    let better = text.replacen("\"verdict\": \"needs judgement\"", "\"verdict\": \"met\"", 1);
    let better = if better == text {
        text.replacen("\"verdict\": \"not applicable\"", "\"verdict\": \"met\"", 1)
    } else {
        better
    };
    assert_ne!(better, text);
    let better = write(&folder, "better.json", &better);
    says(&[&better, GOOD], 1, &["NOT confirmed\n  verdict of `", "met in the report"]);
    let moved = write(&folder, "moved.json", &text.replacen("2026-11-22", "2026-11-23", 1));
    let words = "`checked_on` of the report: \"2026-11-23\" there, \"2026-11-22\" here";
    says(&[&moved, GOOD], 1, &[words]);
}

#[test]
fn report_on_many_in_french_is_confirmed_by_the_folder() {
    let folder = folder("verify-many");
    let report = checked(&folder, "report.json", &["examples", "--lang", "fr", "--jobs", "2"], 1);
    says(&[&report, "examples"], 0, &["confirmed"]);
    says(&[&report, GOOD], 1, &["manifest `examples/doorbell.yaml`: the receipt is of it"]);
}

#[test]
fn ruleset_that_was_loaded_is_wanted_again() {
    let folder = folder("verify-rulesets");
    let law = ends(&["new", "ruleset"], 0).out;
    let path = write(&folder, "mine.comity", &law);
    let report = checked(&folder, "r.json", &[GOOD, "--with", "my.rules", "--rulesets", &path], 0);
    says(&[&report, GOOD, "--rulesets", &path], 0, &["confirmed"]);
    says(&[&report, GOOD], 1, &["question: there is no ruleset `my.rules@"]);
    let path = write(&folder, "mine.comity", &format!("{law}-- noted\n"));
    says(&[&report, GOOD, "--rulesets", &path], 1, &["ruleset `my.rules@", "its text differs"]);
}

#[test]
fn what_cannot_be_read_exits_with_3() {
    let folder = folder("verify-bad");
    let report = checked(&folder, "report.json", &[GOOD], 0);
    let text = fs::read_to_string(&report).unwrap();
    let more =
        write(&folder, "more.json", &text.replacen("\"places\"", "\"place\": 1, \"places\"", 1));
    let none = write(&folder, "none.json", "{\"format\": \"comity-report/1\"}");
    let key = write(&folder, "key.pem", "no key");
    let cases: [(&[&str], &str); 8] = [
        (&["none.json", GOOD], "cannot read none.json"),
        (&[GOOD, GOOD], "this is no JSON"),
        (&[&none, GOOD], "it has no `receipt`"),
        (&[&more, GOOD], "unknown field `place`"),
        (&[&report, "none.yaml"], "cannot read none.yaml"),
        (&[&report], "required"),
        (&[&report, GOOD, "--verify-key", &key], "no Ed25519 public key"),
        (&[&report, GOOD, "--verify-key", "none.pem"], "cannot read none.pem"),
    ];
    for (arguments, words) in cases {
        assert_eq!(says(arguments, 3, &[words]).out, "", "{arguments:?}");
    }
    let sign = ["check", GOOD, "--in", "nl", "--sign", &key];
    assert!(ends(&[&sign[..], &["--format", "json"]].concat(), 3).err.contains("private key"));
    assert!(ends(&sign, 3).err.contains("only `--format json`"));
}

/// An envelope over a report, and both keys, as files.
struct Sealed {
    folder: std::path::PathBuf,
    report: String,
    sealed: String,
    public: String,
}

fn sealed(name: &str) -> Sealed {
    let folder = folder(name);
    let private = write(&folder, "key.pem", PRIVATE);
    Sealed {
        report: checked(&folder, "report.json", &[GOOD], 0),
        sealed: checked(&folder, "sealed.json", &[GOOD, "--sign", &private], 0),
        public: write(&folder, "public.pem", PUBLIC),
        folder,
    }
}

#[test]
fn signature_is_checked_only_with_a_key_and_then_demanded() {
    let Sealed { folder, report, sealed, public } = sealed("verify-signed");
    let confirmed = says(&[&sealed, GOOD, "--verify-key", &public], 0, &["signature: by this key"]);
    assert!(!confirmed.out.contains("NOT"), "{}", confirmed.out);
    says(&[&sealed, GOOD], 2, &["confirmed", "signature: NOT CHECKED"]);
    let other = write(&folder, "other.pem", OTHER);
    says(
        &[&sealed, GOOD, "--verify-key", &other],
        1,
        &["no signature of the envelope is by this key"],
    );
    says(&[&report, GOOD, "--verify-key", &public], 1, &["the report is not signed"]);
    says(&[&sealed, BREACH, "--verify-key", &public], 1, &["it differs", "signature: by this key"]);
    // A report that is changed within its envelope is not even read.
    let mut envelope: Value = serde_json::from_str(&fs::read_to_string(&sealed).unwrap()).unwrap();
    let text = fs::read_to_string(&report).unwrap().replacen("met", "not", 1);
    envelope["payload"] = json!(STANDARD.encode(text));
    let forged = write(&folder, "forged.json", &envelope.to_string());
    let said = says(&[&forged, GOOD, "--verify-key", &public], 1, &["one of them was changed"]);
    assert!(!said.out.contains("verdict"), "{}", said.out);
    says(&[&forged, GOOD], 1, &["NOT confirmed", "signature: NOT CHECKED"]);
}

#[test]
fn payload_is_the_report_byte_for_byte() {
    let Sealed { report, sealed, .. } = sealed("verify-payload");
    let envelope: Value = serde_json::from_str(&fs::read_to_string(sealed).unwrap()).unwrap();
    assert_eq!(envelope["payloadType"], "application/vnd.comity.report.v1+json");
    let payload = STANDARD.decode(envelope["payload"].as_str().unwrap()).unwrap();
    assert!(payload == fs::read(report).unwrap());
    // `openssl pkey -pubin -outform DER | sha256sum` of the public key.
    let der = PUBLIC.lines().nth(1).unwrap();
    let id = comity::digest::sha256(&STANDARD.decode(der).unwrap());
    assert_eq!(envelope["signatures"][0]["keyid"], id);
}

/// What is signed, by the protocol of DSSE, spelt out here once more.
fn encoded(kind: &str, payload: &[u8]) -> Vec<u8> {
    let head = format!("DSSEv1 {} {kind} {} ", kind.len(), payload.len());
    [head.as_bytes(), payload].concat()
}

/// Holds signatures against OpenSSL, both ways. Where it is missing, the vectors of RFC 8032 and
/// of the protocol must do, which `src/bin/comity/sealed/tests.rs` always runs.
#[test]
fn openssl_agrees_about_signatures() {
    let Sealed { folder, sealed, public, .. } = sealed("verify-openssl");
    let openssl = |arguments: &[&str]| {
        Command::new("openssl").args(arguments).current_dir(&folder).output().ok()
    };
    let version = openssl(&["version"]).filter(|output| output.status.success());
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    if !version.is_some_and(|version| version.starts_with("OpenSSL 3")) {
        eprintln!("NOT CHECKED: there is no OpenSSL 3 here; the published vectors stand alone");
        return;
    }
    let text = fs::read_to_string(&sealed).unwrap();
    let mut envelope: Value = serde_json::from_str(&text).unwrap();
    let decoded = |value: &Value| STANDARD.decode(value.as_str().unwrap()).unwrap();
    let kind = envelope["payloadType"].as_str().unwrap();
    fs::write(folder.join("signed"), encoded(kind, &decoded(&envelope["payload"]))).unwrap();
    fs::write(folder.join("sig"), decoded(&envelope["signatures"][0]["sig"])).unwrap();
    let verify = ["pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin"];
    let verify = [&verify[..], &["-in", "signed", "-sigfile", "sig"]].concat();
    assert!(openssl(&verify).unwrap().status.success(), "OpenSSL refuses the signature");

    let other = encoded(kind, b"{}\n");
    fs::write(folder.join("signed"), other).unwrap();
    assert!(!openssl(&verify).unwrap().status.success(), "OpenSSL would take anything");
    // The other way round: what OpenSSL signs is taken for signed.
    fs::write(folder.join("signed"), encoded(kind, &decoded(&envelope["payload"]))).unwrap();
    let sign = ["pkeyutl", "-sign", "-inkey", "key.pem", "-rawin", "-in", "signed", "-out", "sig"];
    assert!(openssl(&sign).unwrap().status.success());
    envelope["signatures"][0]["sig"] =
        json!(STANDARD.encode(fs::read(folder.join("sig")).unwrap()));
    let theirs = write(&folder, "theirs.json", &format!("{envelope:#}"));
    says(&[&theirs, GOOD, "--verify-key", &public], 0, &["signature: by this key"]);
}
