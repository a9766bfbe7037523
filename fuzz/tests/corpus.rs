//! Runs every target over its committed corpus, on any toolchain.

use comity_fuzz::{TARGETS, Target};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What one input may take, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

/// The corpus stays small: what matters of it is kept, not all that was ever found.
const MOST_FILES: usize = 300;
const MOST_BYTES: u64 = 1_000_000;

fn main_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn inputs(target: &str) -> Vec<PathBuf> {
    let folder = main_folder().join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no inputs in {folder:?}");
    paths
}

/// The inputs of a target on which it fails, or that take too long.
fn failures(name: &str, target: Target) -> Vec<String> {
    let fails = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        let start = Instant::now();
        let passed = catch_unwind(|| target(&bytes)).is_ok();
        !passed || start.elapsed() > LONGEST
    };
    inputs(name).into_iter().filter(fails).map(|path| path.display().to_string()).collect()
}

#[test]
fn every_target_passes_its_corpus() {
    let failures: Vec<String> =
        TARGETS.into_iter().flat_map(|(name, target)| failures(name, target)).collect();
    assert!(failures.is_empty(), "these inputs fail or take too long:\n{}", failures.join("\n"));
}

#[test]
fn corpus_is_small() {
    let files: Vec<PathBuf> = TARGETS.iter().flat_map(|(name, _)| inputs(name)).collect();
    let bytes: u64 = files.iter().map(|path| path.metadata().unwrap().len()).sum();
    assert!(files.len() < MOST_FILES, "{} files", files.len());
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}

#[test]
fn every_corpus_has_its_target() {
    for entry in std::fs::read_dir(main_folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(TARGETS.iter().any(|(target, _)| *target == name), "no target {name}");
    }
}
