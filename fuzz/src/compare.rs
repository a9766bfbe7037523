//! Target `compare`: bytes are taken for choices; they make up two rulesets without a fault, and
//! the solver is asked, with little patience, how their duties relate and where they clash.

use crate::draft::{Choices, ruleset_called};
use crate::law::{DAY, small};
use comity::analysis::claims::claims_of;
use comity::analysis::conflicts::conflicts;
use comity::analysis::duties::{Duty, duties};
use comity::analysis::ground::Ground;
use comity::analysis::problem::Limits;
use comity::analysis::relations::relations;
use comity::analysis::solver::Budget;
use comity::analysis::together::together;
use comity::eval::market::rules_for;
use comity::model::law::Law;
use comity::model::rule::{Modality, RuleId};
use comity::resolve::resolve;
use comity::syntax::parse;
use std::time::{Duration, Instant};

/// Steps that the solver may take for one question.
const STEPS: u64 = 300;
/// Duties that are related to one another.
const MOST_DUTIES: usize = 5;
/// What all questions together may take, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(15);

/// Makes up two rulesets, and compares them.
///
/// # Panics
///
/// If a ruleset has a fault, if a question has two answers, or if they take too long.
pub fn run(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let (mut sources, mut files) = small();
    for id in ["demo.made", "demo.other"] {
        let text = ruleset_called(&mut choices, id);
        let parsed = parse(sources.add(id, &text), &text);
        assert!(parsed.errors.is_empty(), "{:?} in\n{text}", parsed.errors);
        files.push(parsed.file);
    }
    // A circle of conditions is a fault, and there is nothing to compare.
    let Ok(law) = resolve(&sources, &files) else { return };
    let start = Instant::now();
    compare(&law, choices.pick(&["GB", "NL"]));
    assert!(start.elapsed() < LONGEST, "{:?} for so small a law", start.elapsed());
}

fn compare(law: &Law, place: &str) {
    let limits = Limits { items: 2, budget: Budget::of(STEPS), plain: false };
    let places: Vec<_> = law.jurisdictions.find(place).into_iter().collect();
    let ground = Ground::any(law, &places, DAY);
    let mut musts = duties(&ground, |place| rules_for(law, place, &[]), Modality::Must);
    musts.truncate(MOST_DUTIES);
    let related = relations(&ground, &musts, &limits);
    assert_eq!(related, relations(&ground, &musts, &limits), "asked twice");
    let clashes = conflicts(&ground, &musts, &limits);
    let known = |duties: &[Duty]| duties.iter().all(|duty| musts.contains(duty));
    assert!(clashes.found.iter().all(|clash| known(&clash.duties)), "a clash of others");
    let _ = together(&ground, &musts, &limits);
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).take(MOST_DUTIES).collect();
    for rule in rules {
        let _ = claims_of(law, rule, DAY, &limits);
    }
}
