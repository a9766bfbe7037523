//! A run that is killed again and again ends in the same file as one that is left alone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test starts and kills programs, and fails by panicking"
)]

use super::Lines;
use crate::args::{Cli, Colour, Command};
use crate::check::check_by;
use crate::output::Terminal;
use clap::Parser;
use comity::Library;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Program, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const WORLD: [(&str, &str); 4] = [
    ("jurisdictions", include_str!("../../../../tests/suite/resolve/world/jurisdictions.comity")),
    ("vocabulary", include_str!("../../../../tests/suite/resolve/world/vocabulary.comity")),
    ("standard", include_str!("../../../../tests/suite/resolve/world/standard.comity")),
    ("own", OWN),
];

const OWN: &str = "ruleset demo.keys edition 1.
  title en \"Keys\".
  source <https://example.org/keys> read 2026-11-22.
  issued as law by \"Ministry of Examples\".
  applies in NL.
  addressed to manufacturer.
  confidence read.
  uses vocabulary demo edition 1.

rule 1:
  title en \"Keys of 128 bits\".
  citing \"1\".
  must auth.key_length is at least 128 bits or auth.attempts is at most 5.
";

/// How often a run is killed.
const KILLS: usize = 50;
/// Manifests of the folder; every tenth cannot be read.
const MANIFESTS: usize = 1_200;
/// Lines of the register; every tenth cannot be read.
const LINES: usize = 60_000;
/// Stands in a folder whose run is a batch.
const IS_BATCH: &str = "batch";
/// Tells the child what to write.
const TASK: &str = "COMITY_TEST_RESUME";

/// The run itself, in a program of its own that can be killed: started by the test below.
#[test]
#[ignore = "started by another test"]
fn child() {
    let Some(task) = std::env::var_os(TASK) else { return };
    let folder = PathBuf::from(task);
    run(&folder, &folder.join("killed.ndjson"), "4", true);
}

fn run(folder: &Path, out: &Path, jobs: &str, resumes: bool) -> u8 {
    let option = if resumes { "--resume" } else { "--out" };
    let manifests = folder.join("manifests");
    let arguments = [manifests.to_str().unwrap(), option, out.to_str().unwrap(), "--jobs", jobs];
    let fixed =
        ["comity", "check", "--in", "nl", "--on", "2026-11-22", "--format", "ndjson"].into_iter();
    let batch = folder.join(IS_BATCH).exists().then_some("--batch");
    let Command::Check(args) = Cli::parse_from(fixed.chain(batch).chain(arguments)).command else {
        panic!("this is a check")
    };
    let library = Library::from_texts(WORLD).unwrap();
    check_by(&library, &args, None, &Terminal::new(Colour::Never)).unwrap() as u8
}

/// A folder with manifests; each says something else.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("comity-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("manifests")).unwrap();
    for number in 0..MANIFESTS {
        let length = if number % 10 == 3 { "?".to_owned() } else { number.to_string() };
        let text =
            format!("comity: 1\nproduct: {{name: \"{number}\"}}\nauth: {{key_length: {length}}}\n");
        fs::write(folder.join(format!("manifests/{number:03}.yaml")), text).unwrap();
    }
    folder
}

/// The same with a register before and after.
fn folder_of_registers(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join(IS_BATCH), "").unwrap();
    let line = |number: usize| {
        let length = if number % 10 == 3 { "\"?\"".to_owned() } else { number.to_string() };
        format!("{{\"comity\":1,\"product.name\":\"{number}\",\"auth.key_length\":{length}}}\n\n")
    };
    let text: String = (0..LINES).map(line).collect();
    fs::write(folder.join("manifests/0.ndjson"), &text).unwrap();
    fs::write(folder.join("manifests/z.jsonl"), text.trim_end()).unwrap();
    folder
}

/// The next of a row of numbers that is the same in every run (xorshift).
fn roll(seed: &mut u64, below: u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed % below
}

#[test]
fn run_killed_fifty_times_writes_the_same_bytes() {
    kill_again_and_again(&folder("killed"), MANIFESTS);
}

#[test]
fn batch_killed_fifty_times_writes_the_same_bytes() {
    kill_again_and_again(&folder_of_registers("killed-batch"), MANIFESTS + 2 * LINES);
}

/// Kills runs on a folder with so many products at any moment, and goes on with what they wrote.
fn kill_again_and_again(folder: &Path, products: usize) {
    let (whole, killed) = (folder.join("whole.ndjson"), folder.join("killed.ndjson"));
    assert_eq!(run(folder, &whole, "1", false), 3, "some cannot be read");
    let expected = fs::read(&whole).unwrap();
    assert_eq!(expected.iter().filter(|byte| **byte == b'\n').count(), products);
    assert_eq!(run(folder, &whole, "7", false), 3);
    assert!(fs::read(&whole).unwrap() == expected, "the number of jobs makes a difference");

    let alone = Instant::now();
    let mut child = start(folder);
    assert!(child.wait().unwrap().success());
    let longest = alone.elapsed().as_micros() as u64;
    let (mut seed, mut kills, mut cut) = (0x5eed_u64, 0, 0);
    while kills < KILLS {
        assert!(fs::read(&killed).unwrap() == expected, "after {kills} kills");
        fs::remove_file(&killed).unwrap();
        for _ in 0..10 {
            let before = length(&killed);
            let mut child = start(folder);
            // Every other kill waits for lines: most of a run is over before the first is there.
            let waits = kills % 2 == 0;
            while waits && length(&killed) <= before && child.try_wait().unwrap().is_none() {
                sleep(Duration::from_micros(100));
            }
            let most = if waits { longest / 50 } else { longest };
            sleep(Duration::from_micros(roll(&mut seed, most)));
            child.kill().unwrap();
            child.wait().unwrap();
            kills += 1;
            let so_far = fs::read(&killed).unwrap_or_default();
            assert!(expected.starts_with(&so_far), "a kill left something else");
            cut += usize::from(!so_far.is_empty() && so_far.len() < expected.len());
            // What a kill seldom does by itself: a line is torn.
            let torn = so_far.len() as u64 - roll(&mut seed, 300).min(so_far.len() as u64);
            if !so_far.is_empty() {
                fs::OpenOptions::new().write(true).open(&killed).unwrap().set_len(torn).unwrap();
            }
        }
        assert_eq!(run(folder, &killed, "2", true), 3, "lines of earlier runs count");
    }
    assert!(fs::read(&killed).unwrap() == expected, "at the end");
    println!("{cut} of {kills} kills came in the middle");
    assert!(cut > 5, "only {cut} kills came in the middle");
    fs::remove_dir_all(folder).unwrap();
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

fn start(folder: &Path) -> std::process::Child {
    let mut child = Program::new(std::env::current_exe().unwrap());
    child.args(["--exact", "resume::tests::child", "--ignored"]).env(TASK, folder);
    child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn last_line_is_dropped_wherever_it_is_torn() {
    let folder = folder("torn");
    let path = folder.join("lines.ndjson");
    run(&folder, &path, "1", false);
    let whole = fs::read(&path).unwrap();
    let ends: Vec<usize> =
        (0..whole.len()).filter(|&at| whole[at] == b'\n').map(|at| at + 1).collect();
    let (first, second) = (ends[0], ends[1]);
    for length in 0..=second {
        fs::write(&path, &whole[..length]).unwrap();
        let (_, lines) = Lines::resume(&path).unwrap();
        let kept = ends.iter().filter(|end| **end <= length).count();
        assert_eq!(lines.len(), kept, "{length} bytes");
        let left = fs::metadata(&path).unwrap().len() as usize;
        assert_eq!(left, [0, first, second][kept], "{length} bytes");
    }
    // A line in the middle that is none is no torn line.
    for damage in [&b"{}\n"[..], b"\n", b"\xff\n"] {
        let damaged = [&whole[..first], damage, &whole[first..]].concat();
        fs::write(&path, &damaged).unwrap();
        let failure = Lines::resume(&path).unwrap_err().render(false);
        assert!(failure.contains("line 2"), "{failure}");
        assert!(fs::read(&path).unwrap() == damaged, "nothing is changed");
    }
    fs::remove_dir_all(&folder).unwrap();
}
