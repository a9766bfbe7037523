//! What is certain stays certain: knowing less never changes a definite verdict into another,
//! and a definite verdict holds however the missing facts turn out.

use super::dice::Dice;
use super::world::{Product, World};
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::model::condition::NodeId;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::truth::Truth;
use proptest::prelude::{ProptestConfig, any, proptest};

/// Verdicts that say the same of the product's duty: a rule does not bind, or it is met.
pub fn class(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::NotInForce => Verdict::NotApplicable,
        // Satisfied by another route, or lifted: which of them is told depends on what is known.
        Verdict::DeemedMet | Verdict::Exempt => Verdict::Met,
        verdict => verdict,
    }
}

fn verdict(world: &World, rule: RuleId, row: Row<'_>) -> Verdict {
    Walker::new(&world.law, row, Threshold(None)).verdict(world.law.rule(rule).unwrap())
}

/// The manifest with one statement fewer, in every way; judgements that contradict stay.
pub fn weakened(manifest: &Manifest) -> Vec<Manifest> {
    let mut all = Vec::new();
    for fact in manifest.facts.keys() {
        let mut less = manifest.clone();
        less.facts.remove(fact);
        all.push(less);
    }
    for (fact, statement) in &manifest.facts {
        let Stated::Items(items) = &statement.value else { continue };
        for (index, item) in items.iter().enumerate() {
            for field in item.fields.keys() {
                let mut less = manifest.clone();
                if let Some(Stated::Items(items)) =
                    less.facts.get_mut(fact).map(|list| &mut list.value)
                {
                    items[index].fields.remove(field);
                }
                all.push(less);
            }
        }
    }
    if manifest.judgements.len() == 1 {
        all.push(Manifest { judgements: Vec::new(), ..manifest.clone() });
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn fewer_statements_never_turn_one_verdict_into_another(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<RuleId> = (0..3).map(|_| dice.rule(&mut world, 1)).collect();
        let product = dice.product(&world, 90);
        let row = dice.row(&product);
        for manifest in weakened(&product.manifest) {
            let less = Row { manifest: &manifest, ..row };
            for &rule in &rules {
                let (more, less) = (verdict(&world, rule, row), verdict(&world, rule, less));
                assert!(!less.is_definite() || class(less) == class(more), "{more:?} from {less:?}");
                assert!(less != Verdict::Met || more == Verdict::Met, "{more:?} from {less:?}");
            }
        }
    }

    #[test]
    fn stronger_evidence_asked_for_never_turns_one_truth_into_another(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let node = dice.condition(&mut world, 3);
        let product = dice.product(&world, 90);
        let row = dice.row(&product);
        let truth = |level| world.truth(node, row, Threshold(level));
        for (level, _) in EvidenceLevel::ALL {
            let strict = truth(Some(level));
            assert!(!strict.is_known() || strict == truth(None));
        }
    }

    #[test]
    fn definite_truth_and_verdict_hold_in_every_completion(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = World::new();
        let norms: Vec<NodeId> = (0..4).map(|_| small_condition(&mut dice, &mut world, 3)).collect();
        let rule = world.rule(super::world::Draft {
            applies: vec![norms[0]],
            unless: vec![norms[1]],
            deemed: vec![(norms[2], Default::default())],
            norm: Some(norms[3]),
            ..Default::default()
        });
        let product = Product::new(&world);
        let partial = complete(&mut dice, &world, &product.manifest);
        let on = product.row("2026-06-01");
        let known: Vec<Truth> =
            norms.iter().map(|&norm| world.truth(norm, Row { manifest: &partial, ..on }, Threshold(None))).collect();
        let reached = verdict(&world, rule, Row { manifest: &partial, ..on });
        for full in completions(&world, partial.clone()) {
            for (&norm, &known) in norms.iter().zip(&known) {
                let complete = world.truth(norm, Row { manifest: &full, ..on }, Threshold(None));
                assert!(complete.is_known());
                assert!(!known.is_known() || known == complete);
            }
            let complete = verdict(&world, rule, Row { manifest: &full, ..on });
            assert!(complete.is_definite());
            assert!(!reached.is_definite() || class(reached) == class(complete));
            assert!(reached != Verdict::Met || complete == Verdict::Met);
        }
    }
}

/// The facts of the small vocabulary, with all their values.
pub(super) fn small() -> Vec<(&'static str, Vec<Value>)> {
    let numbers = (0..3).map(Value::Number).collect();
    let kinds = || (0..3).map(Value::Word).collect();
    let flags = || vec![Value::YesNo(true), Value::YesNo(false)];
    vec![
        ("flag", flags()),
        ("other_flag", flags()),
        ("kind", kinds()),
        ("size", numbers),
        ("tags", vec![Value::Set(0), Value::Set(1), Value::Set(3)]),
    ]
}

pub(super) fn small_condition(dice: &mut Dice, world: &mut World, depth: usize) -> NodeId {
    use comity::model::condition::{Comparison, Node, Operand};
    if depth > 0 {
        let parts =
            [small_condition(dice, world, depth - 1), small_condition(dice, world, depth - 1)];
        return match dice.roll(5) {
            0 | 1 => world.and(&parts),
            2 | 3 => world.or(&parts),
            _ => world.not(parts[0]),
        };
    }
    let (path, values) = dice.pick(&small());
    let value = dice.pick(&values);
    let operand = world.operand(path);
    let node = match value {
        _ if dice.chance(15) => Node::Present(operand),
        Value::YesNo(_) => Node::Holds(operand),
        Value::Set(_) if dice.chance(30) => Node::Empty(operand),
        Value::Set(_) => Node::Includes { operand, members: value, all: dice.chance(50) },
        Value::Number(_) => {
            let comparison =
                dice.pick(&[Comparison::AtLeast, Comparison::LessThan, Comparison::Equal]);
            Node::Compare { left: operand, comparison, right: Operand::Literal(value) }
        }
        _ => Node::Compare {
            left: operand,
            comparison: Comparison::Equal,
            right: Operand::Literal(value),
        },
    };
    world.node(node)
}

/// States some of the facts at random.
fn complete(dice: &mut Dice, world: &World, empty: &Manifest) -> Manifest {
    let mut manifest = empty.clone();
    for (path, values) in small() {
        if dice.chance(40) {
            let stated = match dice.chance(20) {
                true => Stated::Absent,
                false => Stated::Value(dice.pick(&values)),
            };
            state(&mut manifest, world, path, stated);
        }
    }
    manifest
}

/// Every way to state the facts that are missing.
fn completions(world: &World, partial: Manifest) -> Vec<Manifest> {
    let mut all = vec![partial];
    for (path, values) in small() {
        if all[0].facts.contains_key(&world.fact(path)) {
            continue;
        }
        let answers = values.into_iter().map(Stated::Value).chain([Stated::Absent]);
        let answers: Vec<Stated> = answers.collect();
        all = all
            .iter()
            .flat_map(|manifest| {
                answers.iter().map(|answer| {
                    let mut full = manifest.clone();
                    state(&mut full, world, path, answer.clone());
                    full
                })
            })
            .collect();
    }
    all
}

fn state(manifest: &mut Manifest, world: &World, path: &str, stated: Stated) {
    let statement = super::world::statement(stated, EvidenceLevel::Declared);
    manifest.facts.insert(world.fact(path), statement);
}
