//! What is said of two rules, and claimed by one of the other, holds of every product: of random
//! pairs that have something in common, with lists, exceptions and deemed routes.

use super::dice::Dice;
use super::solving::{complete, judge_norms, placed};
use super::world::{Draft, EU, Product, World, day, must, statement};
use comity::analysis::claims::{Flaw, Proof, Verdict, claims_of};
use comity::analysis::duties::Duty;
use comity::analysis::ground::Ground;
use comity::analysis::problem::Limits;
use comity::analysis::relations::{Related, Relation, relate};
use comity::analysis::solver::Budget;
use comity::analysis::witness::Witness;
use comity::eval::walk::Walker;
use comity::model::condition::NodeId;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::period::Period;
use comity::model::rule::{Claim, Claimed, RuleId};
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use comity::plan::truth::Truth;
use proptest::prelude::{ProptestConfig, any, proptest};

const ON: &str = "2026-06-01";
const PRODUCTS: usize = 60;

/// What is hard is given up soon: a doubt is no verdict.
fn limits() -> Limits {
    Limits { items: 3, budget: Budget::of(2_000), ..Limits::default() }
}

/// What a rule says of a product; nothing where it cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    NotBound,
    Met,
    Breached,
    Untold,
}

fn says(world: &World, rule: RuleId, row: Row<'_>) -> Says {
    let meaning = world.law.rule(rule).unwrap().meaning;
    let walker = Walker::new(&world.law, row, Threshold(None));
    let truth = |node| walker.trace(node, Default::default()).truth;
    match [meaning.in_scope, meaning.standing].map(truth) {
        [Truth::True, Truth::True] => match truth(meaning.failing) {
            Truth::True => Says::Breached,
            Truth::False => Says::Met,
            Truth::Unknown => Says::Untold,
        },
        [Truth::Unknown, _] | [_, Truth::Unknown] => Says::Untold,
        _ => Says::NotBound,
    }
}

fn of_witness(world: &World, rules: [RuleId; 2], witness: &Witness) -> [Says; 2] {
    let market = witness.markets[0];
    rules.map(|rule| says(world, rule, Row { manifest: &witness.manifest, market, on: witness.on }))
}

/// What two rules say of a random product of which all is known.
fn of_random(
    dice: &mut Dice,
    world: &World,
    rules: [RuleId; 2],
    on: &str,
) -> ([Says; 2], Manifest) {
    let mut manifest = judge_norms(dice, Product::new(world));
    let item = placed(world, dice, on);
    let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
    manifest.facts.insert(world.fact("market.placements"), placements);
    complete(dice, world, &mut manifest);
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    let row = |rule| says(world, rule, Row { manifest: &manifest, market, on: day(on) });
    (rules.map(row), manifest.clone())
}

/// Two rules whose norms have a part in common, so that they relate in every way.
fn pair(dice: &mut Dice, world: &mut World) -> [RuleId; 2] {
    let every = dice.chance(40).then_some("items");
    let part = |dice: &mut Dice, world: &mut World| match every {
        Some(_) => dice.item_condition(world, 0),
        None => dice.condition(world, 0),
    };
    let (norm, extra) = (part(dice, world), part(dice, world));
    let other = match dice.roll(5) {
        0 => norm,
        1 => world.and(&[norm, extra]),
        2 => world.or(&[norm, extra]),
        3 => world.not(norm),
        _ => extra,
    };
    let draft = |dice: &mut Dice, world: &mut World, norm: NodeId| {
        let mut draft = Draft { every, ..must(norm) };
        if dice.chance(25) {
            draft.applies = vec![dice.condition(world, 0)];
        }
        if dice.chance(25) {
            draft.unless = vec![part(dice, world)];
        }
        if dice.chance(25) {
            draft.deemed = vec![(part(dice, world), Period::default())];
        }
        world.rule(draft)
    };
    let mut both = [draft(dice, world, norm), draft(dice, world, other)];
    if dice.chance(50) {
        both.reverse();
    }
    both
}

fn relation(world: &World, [one, other]: [RuleId; 2]) -> Related {
    let ground = Ground::any(&world.law, &[EU], day(ON));
    let duty = |rule| Duty { rule, market: 0 };
    relate(&ground, duty(one), duty(other), &Limits::default())
}

/// Each product that is shown says what it is shown for, by the evaluator that explains.
fn check_witnesses(world: &World, rules: [RuleId; 2], related: &Related) {
    for (witness, expected) in [
        (&related.only_first, [Says::Breached, Says::Met]),
        (&related.only_second, [Says::Met, Says::Breached]),
        (&related.both_met, [Says::Met, Says::Met]),
    ] {
        let Some(witness) = witness else { continue };
        assert_eq!(of_witness(world, rules, witness), expected, "{:?}", related.relation);
    }
    let shown = [&related.only_first, &related.only_second, &related.both_met];
    let expected = match related.relation {
        Relation::Equal => [false, false, true],
        Relation::Stricter => [true, false, true],
        Relation::Looser => [false, true, true],
        Relation::Intersects => [true, true, true],
        _ => return,
    };
    assert_eq!(shown.map(Option::is_some), expected, "{:?}", related.relation);
}

/// Whether what two rules say of one product goes against how they are said to relate.
fn contradicts(relation: Relation, says: [Says; 2]) -> bool {
    match says {
        [Says::Breached, Says::Met] => matches!(relation, Relation::Equal | Relation::Looser),
        [Says::Met, Says::Breached] => matches!(relation, Relation::Equal | Relation::Stricter),
        [Says::Met, Says::Met] => relation == Relation::Disjoint,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn relation_of_rules_that_share_a_part_holds_of_every_product(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules = pair(&mut dice, &mut world);
        let related = relation(&world, rules);
        check_witnesses(&world, rules, &related);
        for _ in 0..PRODUCTS {
            let (found, manifest) = of_random(&mut dice, &world, rules, ON);
            assert!(!contradicts(related.relation, found), "{:?}: {manifest:#?}", related.relation);
        }
        // Seen from the other side it is the same, mirrored.
        let [one, other] = rules;
        let back = relation(&world, [other, one]).relation;
        let mirrored = match related.relation {
            Relation::Stricter => Relation::Looser,
            Relation::Looser => Relation::Stricter,
            other => other,
        };
        assert_eq!(back, mirrored);
    }
}

/// The products that the days of a claim may not bring to light.
fn is_against(claim: Claim, says: [Says; 2]) -> bool {
    match claim {
        Claim::Adopts => matches!(says, [Says::Met, Says::Breached] | [Says::Breached, Says::Met]),
        Claim::Tightens => says == [Says::Met, Says::Breached],
        _ => says == [Says::Breached, Says::Met],
    }
}

fn check_claim(world: &World, rules: [RuleId; 2], claim: Claim, verdict: &Verdict) {
    let shows = |witness: &Witness| of_witness(world, rules, witness);
    match verdict {
        Verdict::Proven(Proof::Stricter(witness)) => {
            let other = if claim == Claim::Tightens { Claim::Relaxes } else { Claim::Tightens };
            assert!(is_against(other, shows(witness)), "{claim:?} {:?}", shows(witness));
        }
        Verdict::Refuted(flaw, Some(witness)) => {
            let expected = match flaw {
                Flaw::OnlyMet => [Says::Met, Says::Breached],
                _ => [Says::Breached, Says::Met],
            };
            assert_eq!(shows(witness), expected, "{claim:?} {flaw:?}");
            assert!(is_against(claim, shows(witness)));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn claim_that_is_proved_has_no_product_against_it(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules = pair(&mut dice, &mut world);
        let claims = [Claim::Adopts, Claim::Tightens, Claim::Relaxes];
        let span = super::world::span();
        let claimed = claims.map(|claim| Claimed { claim, of: rules[1], span });
        world.law.rules[rules[0].0 as usize].claims = claimed.to_vec();
        let judged = claims_of(&world.law, rules[0], day(ON), &limits());
        for one in &judged {
            check_claim(&world, rules, one.claimed.claim, &one.verdict);
        }
        // What one of them says, the others cannot.
        let proven: Vec<Claim> = judged
            .iter()
            .filter(|one| matches!(one.verdict, Verdict::Proven(_)))
            .map(|one| one.claimed.claim)
            .collect();
        assert!(proven.len() < 2, "{proven:?}");
        // Days that no text names: what is proved is proved of them too.
        for on in ["2019-03-31", "2024-02-29", "2025-12-31", ON, "2031-08-15"] {
            for _ in 0..PRODUCTS / 4 {
                let (found, manifest) = of_random(&mut dice, &world, rules, on);
                let against = proven.iter().find(|&&claim| is_against(claim, found));
                assert_eq!(against, None, "{on} {found:?}: {manifest:#?}");
            }
        }
    }
}

/// The properties above speak of something: every relation and every verdict comes up.
#[test]
fn random_pairs_relate_in_every_way() {
    let mut dice = Dice(11);
    let (mut relations, mut proven, mut refuted, mut open) = ([0; 7], 0, 0, 0);
    for _ in 0..60 {
        let mut world = dice.world();
        let rules = pair(&mut dice, &mut world);
        relations[match relation(&world, rules).relation {
            Relation::Equal => 0,
            Relation::Stricter => 1,
            Relation::Looser => 2,
            Relation::Intersects => 3,
            Relation::Disjoint => 4,
            Relation::Unrelated => 5,
            Relation::Unclear(_) => 6,
        }] += 1;
        let claimed = Claimed { claim: Claim::Tightens, of: rules[1], span: super::world::span() };
        world.law.rules[rules[0].0 as usize].claims = vec![claimed];
        match claims_of(&world.law, rules[0], day(ON), &limits())[0].verdict {
            Verdict::Proven(_) => proven += 1,
            Verdict::Refuted(..) => refuted += 1,
            Verdict::Open(_) => open += 1,
        }
    }
    assert!(relations[..5].iter().all(|count| *count >= 2), "{relations:?}");
    assert!(proven >= 5 && refuted >= 5 && open >= 1, "{proven} {refuted} {open}");
}
