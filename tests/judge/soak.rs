//! World after world before both judges. A short run belongs to every test run; `cargo xtask soak`
//! runs it for as long as is wanted, steered by `COMITY_SOAK_SECONDS` and `COMITY_SOAK_SEED`.

use crate::batch::Batch;
use crate::constructs::Search;
use crate::drafts::{World, world};
use crate::shrink::shrink;
use crate::solver;
use crate::trial::{Court, Difference, questions};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// Worlds of the short run, and its seed.
const SHORT: (u64, u64) = (25, 1);

/// Of so many products one is put to the solver as well.
const SOLVED: usize = 12;

/// What was judged so far.
#[derive(Default)]
struct Tally {
    worlds: u64,
    /// Worlds in which rules unfold into more conditions than the engine takes.
    too_long: u64,
    products: usize,
    /// Definite verdicts that the solver was asked, and told.
    solved: u64,
    expectations: usize,
    /// How often each verdict came out.
    found: BTreeMap<&'static str, usize>,
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn second_judge_agrees() {
    let seconds = number("COMITY_SOAK_SECONDS").map(Duration::from_secs);
    let seed = number("COMITY_SOAK_SEED").unwrap_or(SHORT.1);
    let (start, mut tally) = (Instant::now(), Tally::default());
    let goes_on = |worlds: u64| match seconds {
        Some(seconds) => start.elapsed() < seconds,
        None => worlds < SHORT.0,
    };
    while goes_on(tally.worlds) {
        let seed = seed.wrapping_add(tally.worlds);
        if let Err(fault) = catch_unwind(AssertUnwindSafe(|| try_world(seed, &mut tally))) {
            println!("repeat it with COMITY_SOAK_SEED={seed}");
            resume_unwind(fault);
        }
        tally.worlds += 1;
    }
    println!("{tally}");
    let missing = VERDICTS.iter().filter(|verdict| !tally.found.contains_key(*verdict));
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty() || tally.worlds < SHORT.0, "nothing came out {missing:?}");
}

const VERDICTS: [&str; 10] = [
    "met",
    "deemed met",
    "exempt",
    "not applicable",
    "not in force",
    "breached",
    "not followed",
    "permitted",
    "undetermined",
    "needs judgement",
];

/// Every construct of the grammar stands in some text of the short run.
#[test]
fn every_construct_is_drafted() {
    let mut search = Search::new();
    for seed in SHORT.1..SHORT.1 + SHORT.0 {
        world(seed).texts.iter().for_each(|(_, text)| search.read(text));
        if search.missing().is_empty() {
            return;
        }
    }
    panic!("nothing drafted has {:?}", search.missing());
}

fn try_world(seed: u64, tally: &mut Tally) {
    let world = world(seed);
    let court = match Court::open(&world) {
        Ok(court) => court,
        Err(faults) if faults.contains("unfold") => {
            tally.too_long += 1;
            return;
        }
        Err(faults) => panic!("seed {seed}: {faults}"),
    };
    let (expectations, difference) = court.differ_in_examples();
    tally.expectations += expectations;
    report(&world, difference);
    let batch = Batch::of(&court, &world);
    for question in questions(seed, &world) {
        let manifest = &world.manifests[question.manifest];
        let (judged, difference) = court.differ(manifest, question);
        report(&world, difference);
        batch.compare(&court, question, &judged);
        if tally.products.is_multiple_of(SOLVED) && !judged.is_empty() {
            tally.solved += solver::compare(&court, manifest, question, &judged);
        }
        tally.products += 1;
        for verdict in judged.iter().flat_map(|judged| judged.verdicts.values()) {
            *tally.found.entry(verdict).or_default() += 1;
        }
    }
}

/// Fails where the judges differ, with as little as it takes.
fn report(world: &World, difference: Option<Difference>) {
    let Some(difference) = difference else { return };
    let first = difference.to_string();
    let (small, difference) = shrink(world.clone(), difference);
    let texts: String = small.texts[2..].iter().map(|(_, text)| format!("{text}\n")).collect();
    let facts = said(&small);
    let manifests: String = small
        .manifests
        .iter()
        .map(|one| format!("{}\n", serde_json::to_string_pretty(one).unwrap()))
        .collect();
    panic!("the judges differ\n{texts}\n{facts}\n{manifests}\n{difference}\nfound as {first}");
}

/// The declarations that are left in the vocabulary.
fn said(world: &World) -> String {
    let vocabulary = &world.texts[1].1;
    let heads = vocabulary
        .split("\n\n")
        .filter(|block| block.starts_with("fact") || block.starts_with("field"));
    let optional = |block: &&str| block.contains("optional.");
    let names = heads.filter(optional).filter_map(|block| block.lines().next());
    format!("optional: {}", names.collect::<Vec<_>>().join(" "))
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Tally { worlds, too_long, products, solved, expectations, found } = self;
        writeln!(
            f,
            "worlds {worlds} ({too_long} too long), products in a place {products}, disagreements 0"
        )?;
        let verdicts: usize = found.values().sum();
        writeln!(f, "verdicts {verdicts}, expectations of examples {expectations}")?;
        writeln!(f, "of the definite ones, told by the solver, too: {solved}")?;
        write!(f, "{found:?}")
    }
}
