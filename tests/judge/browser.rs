//! What a browser has to say too: reports on products of worlds by chance, whose verdicts the
//! second judge confirmed. They are written down by their SHA-256, and `wasm/tests/judge.mjs`
//! asks the module the same.

use crate::drafts::{World, world};
use crate::trial::{Court, Question, questions};
use comity::CheckRequest;
use comity::digest::sha256;
use comity::model::text::Language;
use serde_json::{Value as Json, json};
use std::path::Path;

const SEEDS: std::ops::Range<u64> = 1..21;
/// Questions of one world, of those that need no evidence.
const ASKED: usize = 8;

#[test]
fn worlds_are_written_for_a_browser() {
    let worlds: Vec<Json> = SEEDS.filter_map(told).collect();
    let reports: usize = worlds.iter().map(|world| world["asked"].as_array().unwrap().len()).sum();
    assert!(worlds.len() >= 15 && reports >= 100, "{} worlds, {reports} reports", worlds.len());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("worlds.json");
    std::fs::write(path, serde_json::to_string(&worlds).unwrap()).unwrap();
}

/// A world with its questions and answers; nothing where its rules unfold into too many conditions.
fn told(seed: u64) -> Option<Json> {
    let world = world(seed);
    let court = Court::open(&world).ok()?;
    let (names, texts): (Vec<_>, Vec<_>) = world.texts.iter().cloned().unzip();
    let with: Vec<String> = court
        .library
        .law()
        .rulesets
        .iter()
        .map(|set| format!("{}@{}", set.id, set.edition))
        .collect();
    let plain = questions(seed, &world).into_iter().filter(|question| question.needed.is_none());
    let asked: Vec<Json> =
        plain.take(ASKED).map(|question| answered(&court, &world, question, &with)).collect();
    Some(json!({"seed": seed, "names": names, "texts": texts, "with": with, "asked": asked}))
}

fn answered(court: &Court, world: &World, question: Question, with: &[String]) -> Json {
    let manifest = &world.manifests[question.manifest];
    let (_, difference) = court.differ(manifest, question);
    assert!(difference.is_none(), "{}", difference.unwrap());
    let text = manifest.to_string();
    let request = CheckRequest {
        on: question.on,
        jurisdictions: vec![question.place.to_owned()],
        with: with.to_vec(),
        evidence: None,
    };
    let report =
        court.library.check_report("product.json", text.as_bytes(), &request, Language::English);
    let sha256 = sha256(report.unwrap().to_json().as_bytes());
    let on = question.on.to_string();
    json!({"manifest": text, "place": question.place, "on": on, "sha256": sha256})
}
