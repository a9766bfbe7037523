//! The program on files made to exhaust it, in little memory: what it cannot have, it must not need.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What the program may hold in memory.
const RESIDENT: usize = 240 * 1024;
/// Its address space: also what its allocator sets aside, and its own code. In kibibytes, like the
/// above.
const ADDRESSES: usize = 2 * RESIDENT;

/// A file that is there while the test runs.
struct Made(PathBuf);

impl Made {
    fn new(name: &str, bytes: impl AsRef<[u8]>) -> Made {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("limits");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        Made(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Runs the program and gives what it said, which must end with that code.
#[track_caller]
fn ends(arguments: &[&str], code: i32) -> String {
    let started = Instant::now();
    let child = Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {ADDRESSES}; exec \"$0\" \"$@\""))
        .arg(env!("CARGO_BIN_EXE_comity"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (output, resident) = watched(child);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let start: String = said.chars().take(2_000).collect();
    assert_eq!(output.status.code(), Some(code), "{start}");
    assert!(!said.contains("panicked"), "{start}");
    assert!(resident < RESIDENT, "it held {resident} KiB");
    assert!(started.elapsed() < super::LONGEST, "it took {:?}", started.elapsed());
    said
}

/// What a program said, and the most that it held in memory, in kibibytes; 0 where the system does
/// not tell.
fn watched(child: Child) -> (Output, usize) {
    let status = format!("/proc/{}/status", child.id());
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut most = 0;
            while !ended.load(Ordering::Relaxed) {
                most = most.max(resident(&status).unwrap_or(0));
                thread::sleep(Duration::from_millis(1));
            }
            most
        });
        let output = child.wait_with_output().unwrap();
        ended.store(true, Ordering::Relaxed);
        (output, watch.join().unwrap())
    })
}

/// The high-water mark of a process that runs.
fn resident(status: &str) -> Option<usize> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[track_caller]
fn manifest(name: &str, bytes: impl AsRef<[u8]>, code: i32) -> String {
    let made = Made::new(name, bytes);
    ends(&["check", made.path(), "--in", "uk", "--on", "2026-06-01"], code)
}

#[track_caller]
fn ruleset(name: &str, text: &str) -> String {
    let made = Made::new(name, text);
    ends(&["rules", "--rulesets", made.path()], 3)
}

#[test]
fn files_of_a_hundred_megabytes_are_refused() {
    let large = "a".repeat(100_000_000);
    assert!(manifest("large.yaml", &large, 3).contains("large.yaml"));
    assert!(manifest("large.json", &large, 3).contains("large.json"));
    assert!(ruleset("large.comity", &large).contains("large.comity"));
    let made = Made::new("format.comity", &large);
    assert!(ends(&["fmt", made.path()], 3).contains("format.comity"));
}

#[test]
fn rulesets_full_of_faults_take_little_memory() {
    let size = 2 * 1024 * 1024 - 100;
    let header = "ruleset demo.full edition 1.\n";
    for (number, piece) in
        [".", "\0", "“", "-- \n", "a\n", "(", "title\n", "must a.\n"].iter().enumerate()
    {
        let text = format!("{header}{}", piece.repeat(size / piece.len()));
        let said = ruleset(&format!("full{number}.comity"), &text);
        assert!(said.len() < 400_000, "{piece:?} gives {} bytes", said.len());
    }
    let rules: String = (0..25_000)
        .map(|number| format!("rule {number}:title\"t\".\nciting\"c\".\nmust a.\n"))
        .collect();
    ruleset("rules.comity", &format!("{header}{rules}"));
}

#[test]
fn manifests_full_of_faults_take_little_memory() {
    let size = 8 * 1024 * 1024 - 100;
    for (number, piece) in ["\0", "a\n", "- ", "a: 1\n", "[", "\"", "&a ", "? "].iter().enumerate()
    {
        let text = format!("comity: 1\n{}", piece.repeat(size / piece.len()));
        let said = manifest(&format!("full{number}.yaml"), &text, 3);
        assert!(said.len() < 400_000, "{piece:?} gives {} bytes", said.len());
    }
    manifest("full.json", format!("{{\"comity\": 1, \"x_a\": [{}1]}}", "1,".repeat(size / 2)), 3);
}

#[test]
fn product_on_as_many_markets_as_may_be_takes_little_memory() {
    let placements = "    - {territory: GB, first_placed: \"2026-01-01\"}\n".repeat(75);
    let text = format!("comity: 1\nmarket:\n  placements:\n{placements}");
    manifest("placements.yaml", text, 2);
}

#[test]
fn fault_on_an_endless_line_shows_its_place_alone() {
    let said = manifest(
        "line.yaml",
        format!("comity: 1\n# {}\nx: 1 # {}", "a".repeat(4_000_000), "b".repeat(4_000_000)),
        3,
    );
    assert!(said.contains("line.yaml:3:1\n"), "{}", said.len());
    assert!(said.len() < 2_000, "{}", said.len());
}
