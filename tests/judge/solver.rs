//! The solver before the second judge: what is definite now is so in every completion.

use crate::engine::{id_of, threshold};
use crate::mind::Judged;
use crate::trial::{Court, Question};
use comity::analysis::ground::{Ground, Product};
use comity::analysis::problem::{Limits, Outcome, Problem};
use comity::analysis::verdicts::verdicts;
use comity::eval::market::markets_for;
use comity::eval::verdict::Verdict;
use comity::model::rule::Rule;
use serde_json::Value as Json;

/// Asks the solver of some rules with a definite verdict in the first market; how many it told.
pub(crate) fn compare(
    court: &Court,
    manifest: &Json,
    question: Question,
    judged: &[Judged],
) -> u64 {
    let law = court.library.law();
    let read = court.library.read_manifest("product.json", manifest.to_string().as_bytes());
    let read = read.unwrap();
    let places = court.library.find_jurisdictions(&[question.place.to_owned()]).unwrap();
    let market = markets_for(law, &read, &places)[0];
    let mut told = 0;
    for (id, rule) in law.iter_rules() {
        let verdict = judged[0].verdicts.get(&id_of(law, id));
        let verdict = Verdict::ALL.into_iter().find(|one| Some(&one.words()) == verdict);
        let Some(verdict) = verdict.filter(|verdict| verdict.is_definite()) else { continue };
        let product = Product::Stated(&read, threshold(question.needed));
        let ground = Ground::new(law, vec![market], question.on, product);
        told += u64::from(is_told(ground, rule, verdict));
    }
    told
}

/// Whether the solver told what can come out; it must be of one class with the verdict.
fn is_told(ground: Ground<'_>, rule: &Rule, verdict: Verdict) -> bool {
    let roots: Vec<_> = rule.meaning.nodes().into_iter().map(|node| (node, 0)).collect();
    let mut problem = Problem::new(ground, &roots, &Limits::default());
    let (mut can, mut is_sure) = (Vec::new(), true);
    for (other, literal) in verdicts(&mut problem, rule, 0) {
        match problem.solve(&[literal]) {
            Outcome::Sat(_) => can.push(other),
            Outcome::Unsat(_) => {}
            Outcome::Unknown(_) => is_sure = false,
        }
    }
    let agree = can.iter().all(|other| other.class() == verdict.class());
    assert!(agree, "{}: the second judge says {verdict:?}, the solver finds {can:?}", rule.id);
    assert!(!is_sure || !can.is_empty(), "{}: {verdict:?}, and the solver finds none", rule.id);
    is_sure
}
