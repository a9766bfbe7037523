//! What clashes is really out of reach, and each of it is needed: random rules over a few facts,
//! looked at through every product that these facts allow.

use super::dice::Dice;
use super::solving::placed;
use super::world::{Draft, EU, Product, World, day, must, number, statement};
use comity::analysis::conflicts::{Conflict, Conflicts, conflicts};
use comity::analysis::duties::Duty;
use comity::analysis::ground::Ground;
use comity::analysis::problem::{Limits, Outcome, Problem};
use comity::analysis::sides::Sides;
use comity::analysis::together::{Together, together};
use comity::analysis::witness::Witness;
use comity::eval::walk::Walker;
use comity::model::condition::{Comparison, NodeId, Operand};
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::rule::RuleId;
use comity::model::ruleset::{InstrumentKind, RulesetId};
use comity::model::value::Value;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use comity::plan::truth::Truth;
use proptest::prelude::{ProptestConfig, any, proptest};
use std::collections::BTreeSet;

const ON: &str = "2026-06-01";
/// More rulesets than rules, so that every pair is one of two texts.
const TEXTS: usize = 3;

fn world() -> World {
    let mut world = World::new();
    for text in 1..TEXTS {
        world.ruleset(&format!("test{text}"), InstrumentKind::Law, vec![EU]);
    }
    world
}

/// A condition about one of four facts.
fn literal(dice: &mut Dice, world: &mut World) -> NodeId {
    let node = match dice.roll(5) {
        0 => world.holds("flag"),
        1 => world.holds("other_flag"),
        2 => world.compare_kind("kind", 0),
        3 => world.compare_kind("kind", 1),
        _ => {
            let least = number(1 + dice.roll(2) as i64);
            world.compare("size", Comparison::AtLeast, Operand::Literal(least))
        }
    };
    if dice.chance(50) { world.not(node) } else { node }
}

/// A duty of one or two conditions; now and then for some products only.
fn draft(dice: &mut Dice, world: &mut World) -> Draft {
    let count = 1 + dice.roll(2);
    let parts: Vec<NodeId> = (0..count).map(|_| literal(dice, world)).collect();
    let applies = if dice.chance(30) { vec![literal(dice, world)] } else { Vec::new() };
    let ruleset = RulesetId(dice.roll(TEXTS) as u32);
    Draft { ruleset, applies, ..must(world.or(&parts)) }
}

fn duty(rule: RuleId) -> Duty {
    Duty { rule, market: 0 }
}

fn ground(world: &World) -> Ground<'_> {
    Ground::any(&world.law, &[EU], day(ON))
}

/// All products that the conditions can tell apart.
fn products(world: &World) -> Vec<Manifest> {
    let mut dice = Dice(0);
    let item = placed(world, &mut dice, ON);
    let list = world.fact("market.placements");
    let mut found = Vec::new();
    let flags = || [true, false].into_iter();
    for (flag, other) in flags().flat_map(|one| flags().map(move |other| (one, other))) {
        for (kind, size) in (0..3u8).flat_map(|kind| (0..3).map(move |size| (kind, size))) {
            let product = Product::new(world)
                .with("flag", Value::YesNo(flag))
                .with("other_flag", Value::YesNo(other))
                .with("kind", Value::Word(kind))
                .with("size", number(size));
            let mut manifest = product.manifest;
            let placements = statement(Stated::Items(vec![item.clone()]), EvidenceLevel::Unstated);
            manifest.facts.insert(list, placements);
            found.push(manifest);
        }
    }
    found
}

/// What a duty says of a product: it binds, it is met, it is breached.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Says {
    binds: bool,
    met: bool,
    breached: bool,
}

fn says(world: &World, duty: Duty, row: Row<'_>) -> Says {
    let meaning = world.law.rule(duty.rule).unwrap().meaning;
    let walker = Walker::new(&world.law, row, Threshold(None));
    let truth = |node| walker.trace(node, Default::default()).truth;
    let binds = truth(meaning.in_scope) == Truth::True && truth(meaning.standing) == Truth::True;
    let failing = truth(meaning.failing);
    let in_scope = truth(meaning.in_scope) == Truth::True;
    Says {
        binds,
        met: binds && failing == Truth::False,
        breached: in_scope && failing == Truth::True,
    }
}

fn of_manifest(world: &World, duty: Duty, manifest: &Manifest) -> Says {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    says(world, duty, Row { manifest, market, on: day(ON) })
}

fn of_witness(world: &World, duty: Duty, witness: &Witness) -> Says {
    let market = witness.markets[duty.market as usize];
    says(world, duty, Row { manifest: &witness.manifest, market, on: witness.on })
}

/// Whether some product breaches none of some duties, bound by another one if it is given: by
/// brute force, and by the solver.
fn can_keep(world: &World, bound: Option<Duty>, kept: &[Duty]) -> bool {
    let passes = |manifest: &Manifest| {
        bound.is_none_or(|duty| of_manifest(world, duty, manifest).binds)
            && kept.iter().all(|&duty| !of_manifest(world, duty, manifest).breached)
    };
    let found = products(world).iter().any(passes);
    let all: Vec<Duty> = kept.iter().copied().chain(bound).collect();
    let roots: Vec<_> = all.iter().flat_map(|&duty| Sides::roots(&world.law, duty)).collect();
    let mut problem = Problem::new(ground(world), &roots, &Limits::default());
    let binds = bound.map(|duty| Sides::of(&mut problem, duty).binds);
    let kept = kept.iter().map(|&duty| Sides::of(&mut problem, duty).kept);
    let asked: Vec<_> = kept.chain(binds).collect();
    match problem.solve(&asked) {
        Outcome::Sat(_) => assert!(found, "the solver alone finds one"),
        Outcome::Unsat(_) => assert!(!found, "brute force alone finds one"),
        Outcome::Unknown(doubt) => panic!("{doubt:?}"),
    }
    found
}

/// A smallest set that clashes: no product that one of them binds (or no product at all) breaches
/// none of them, and whichever is dropped, some product does.
fn check_set(world: &World, set: &[Duty]) {
    let rest =
        |gone: &Duty| -> Vec<Duty> { set.iter().copied().filter(|duty| duty != gone).collect() };
    let is_core = |bound: Option<Duty>, kept: &[Duty]| {
        let less = |gone: &Duty| -> Vec<Duty> {
            kept.iter().copied().filter(|duty| duty != gone).collect()
        };
        !can_keep(world, bound, kept)
            && kept.iter().all(|gone| can_keep(world, bound, &less(gone)))
            && (bound.is_none() || can_keep(world, None, kept))
    };
    let blames = |at: &Duty| is_core(Some(*at), set) || is_core(Some(*at), &rest(at));
    assert!(is_core(None, set) || set.iter().any(blames), "{set:?} is no smallest set");
}

fn check_conflict(world: &World, conflict: &Conflict) {
    for &duty in &conflict.duties {
        assert!(of_witness(world, duty, &conflict.product).binds, "{conflict:?}");
        assert!(can_keep(world, Some(duty), &[duty]), "{duty:?} clashes by itself");
    }
    for (duty, way) in &conflict.ways {
        assert!(of_witness(world, *duty, way).met, "{conflict:?}");
        let others = conflict.duties.iter().filter(|other| *other != duty);
        let fails = others.map(|&other| of_witness(world, other, way)).filter(|says| says.breached);
        assert_ne!(fails.count(), 0, "{conflict:?}");
    }
    if let Some(escape) = &conflict.escape {
        let breached = |&duty: &Duty| of_witness(world, duty, escape).breached;
        assert!(!conflict.duties.iter().any(breached), "{conflict:?}");
    }
    // No surroundings count here but the placement: no product at all meets them together.
    let meets = |manifest: &Manifest| {
        conflict.duties.iter().all(|&duty| of_manifest(world, duty, manifest).met)
    };
    assert!(!products(world).iter().any(meets), "{conflict:?}");
}

fn pairs(found: &Conflicts) -> BTreeSet<Vec<Duty>> {
    assert!(found.unclear.is_empty());
    found.found.iter().map(|conflict| conflict.duties.clone()).collect()
}

fn all(world: &World, duties: &[Duty]) -> (Conflicts, Together) {
    let limits = Limits { plain: true, ..Limits::default() };
    (conflicts(&ground(world), duties, &limits), together(&ground(world), duties, &limits))
}

/// Duties that no product can be bound by while it breaches none of all.
fn unreachable(world: &World, duties: &[Duty]) -> BTreeSet<Duty> {
    duties.iter().copied().filter(|&duty| !can_keep(world, Some(duty), duties)).collect()
}

fn many(dice: &mut Dice, count: usize) -> (World, Vec<Duty>) {
    let mut world = world();
    let drafts: Vec<Draft> = (0..count).map(|_| draft(dice, &mut world)).collect();
    let duties = drafts.into_iter().map(|draft| duty(world.rule(draft))).collect();
    (world, duties)
}

/// What is said of a handful of duties.
fn check_members(seed: u64) {
    let mut dice = Dice(seed);
    let count = 5 + dice.roll(4);
    let (world, duties) = many(&mut dice, count);
    let (found, whole) = all(&world, &duties);
    found.found.iter().for_each(|conflict| check_conflict(&world, conflict));
    whole.sets.iter().for_each(|set| check_set(&world, set));
    for &hopeless in &whole.hopeless {
        assert!(!can_keep(&world, Some(hopeless), &[hopeless]), "{hopeless:?}");
    }
    assert!(whole.unclear.is_empty());
    assert_eq!(whole.met, duties.len() - unreachable(&world, &duties).len());
}

/// Two duties here are never met: what they want is the same, namely nothing that can be.
#[test]
fn duty_that_clashes_by_itself_is_no_half_of_a_pair() {
    check_members(3_512_149_201_341_686_306);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn each_member_of_what_clashes_is_needed(seed in any::<u64>()) {
        check_members(seed);
    }

    #[test]
    fn rule_more_takes_no_conflict_away(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let count = 4 + dice.roll(3);
        let (mut world, duties) = many(&mut dice, count);
        let (before, whole) = all(&world, &duties);
        let out_of_reach = unreachable(&world, &duties);
        let added = draft(&mut dice, &mut world);
        let more: Vec<Duty> = duties.iter().copied().chain([duty(world.rule(added))]).collect();
        let (after, larger) = all(&world, &more);
        assert!(pairs(&before).is_subset(&pairs(&after)));
        assert!(out_of_reach.is_subset(&unreachable(&world, &more)));
        assert!(larger.met <= whole.met + 1);
        // A set that clashed clashes still, whatever stands beside it.
        whole.sets.iter().for_each(|set| check_set(&world, set));
    }

    /// An exception is another matter: where it lifts a member, the conflict is gone.
    #[test]
    fn exception_takes_a_conflict_away(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = world();
        let norm = literal(&mut dice, &mut world);
        let against = world.not(norm);
        let lifting = world.holds("items.flag");
        let lifting = world.some("items", lifting);
        let one = world.rule(must(norm));
        let other = Draft { ruleset: RulesetId(1), ..must(against) };
        let lifted = world.rule(Draft { unless: vec![lifting], ..other.clone() });
        let always = world.law.graph.constant(true);
        let never_bound = world.rule(Draft { unless: vec![always], ..other.clone() });
        let other = world.rule(other);
        let clashes = |second| all(&world, &[duty(one), duty(second)]).0.found.len();
        // Who is not lifted still clashes.
        assert_eq!([other, lifted, never_bound].map(clashes), [1, 1, 0]);
    }
}

/// The properties above speak of something: pairs, larger sets and hopeless rules all come up.
#[test]
fn random_rules_clash_in_every_way() {
    let mut dice = Dice(7);
    let (mut pairs, mut sets, mut hopeless, mut calm) = (0, 0, 0, 0);
    for _ in 0..40 {
        let (world, duties) = many(&mut dice, 8);
        let (found, whole) = all(&world, &duties);
        pairs += found.found.len();
        sets += whole.sets.len();
        hopeless += whole.hopeless.len();
        calm += usize::from(found.found.is_empty() && whole.sets.is_empty());
    }
    assert!(pairs > 10 && sets > 5 && hopeless > 0 && calm > 0, "{pairs} {sets} {hopeless} {calm}");
}
