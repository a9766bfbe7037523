//! Three judges of the same rules and products: the evaluator (in batches and by walking), brute
//! force over all products that a small world allows, and the solver. They never disagree.
//!
//! A short run belongs to every test run. `cargo xtask soak` runs it for as long as is wanted,
//! steered by `COMITY_SOAK_SECONDS` and `COMITY_SOAK_SEED`.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a long run reads its length and its seed from the environment, and a clock"
)]

use super::contexts;
use super::dice::Dice;
use super::products::{Products, slots};
use super::small::{ON, Placing, row, small_world, wide_condition, wide_facts};
use super::sound::class;
use super::telling;
use super::world::{Draft, EU, World, day, must};
use comity::analysis::ground::{Ground, Product};
use comity::analysis::problem::{Asked, Doubt, Limits, Outcome, Problem};
use comity::analysis::verdicts::verdicts;
use comity::analysis::witness::Witness;
use comity::eval::matrix::evaluate;
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::model::condition::NodeId;
use comity::model::rule::RuleId;
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::run::Truths;
use comity::plan::truth::Truth;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

const TRUTHS: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];
/// Worlds of the short run, and its seed.
const SHORT: (u64, u64) = (12, 1);

/// What is asked of every product: a verdict or a truth, as a bit.
#[derive(Clone, Copy)]
enum Question {
    Rule(RuleId),
    Condition(NodeId),
}

/// What was judged so far.
#[derive(Default)]
struct Tally {
    worlds: u64,
    questions: u64,
    /// Pairs of a question and a product on which the evaluator, walking and in batches, said the
    /// same, and brute force found nothing against it.
    evaluated: u64,
    /// Those of which the solver said, too, that it can be so.
    judged: u64,
    /// Those of which the solver had a doubt.
    doubted: u64,
    /// Questions put to the solver.
    asked: u64,
    exact: u64,
    coarse: u64,
    stopped: u64,
    clashes: contexts::Told,
    /// The world that took longest, by its seed.
    slowest: (Duration, u64),
}

/// What the solver says can come out, cannot, and what it cannot tell.
#[derive(Default, Clone, Copy)]
struct Possible {
    can: u16,
    doubt: u16,
}

impl Question {
    fn roots(self, world: &World) -> Vec<Asked> {
        match self {
            Question::Rule(rule) => {
                world.law.rule(rule).unwrap().meaning.nodes().map(|node| (node, 0)).to_vec()
            }
            Question::Condition(node) => vec![(node, 0)],
        }
    }

    fn told(self, world: &World) -> String {
        let roots = self.roots(world).into_iter();
        let told = roots.map(|(node, _)| format!("-\n{}", telling::condition(world, node, 0)));
        format!("{}{}", telling::facts(world), told.collect::<String>())
    }

    fn walked(self, world: &World, row: Row<'_>) -> u16 {
        let walker = Walker::new(&world.law, row, Threshold(None));
        match self {
            Question::Rule(rule) => bit_of_verdict(walker.verdict(world.law.rule(rule).unwrap())),
            Question::Condition(node) => bit_of_truth(walker.trace(node, Default::default()).truth),
        }
    }

    /// What may still come out where this came out with less known.
    fn allows(self, found: u16) -> u16 {
        match self {
            Question::Condition(_) if found == bit_of_truth(Truth::Unknown) => u16::MAX,
            Question::Condition(_) => found,
            Question::Rule(_) => {
                let from = Verdict::ALL.into_iter().find(|one| bit_of_verdict(*one) == found);
                let from = from.unwrap();
                let allowed = |to: &Verdict| match from {
                    Verdict::Met => *to == Verdict::Met,
                    from => !from.is_definite() || class(*to) == class(from),
                };
                Verdict::ALL.into_iter().filter(allowed).map(bit_of_verdict).sum()
            }
        }
    }
}

fn bit_of_verdict(verdict: Verdict) -> u16 {
    1 << verdict as u8
}

fn bit_of_truth(truth: Truth) -> u16 {
    1 << TRUTHS.iter().position(|one| *one == truth).unwrap()
}

/// What the evaluator says of every product: in batches, and by walking.
fn evaluated(world: &World, questions: &[Question], rows: &[Row<'_>]) -> Vec<Vec<u16>> {
    let rules: Vec<RuleId> = questions.iter().filter_map(|one| one.rule()).collect();
    let nodes = questions.iter().filter_map(|one| match one {
        Question::Condition(node) => Some(*node),
        Question::Rule(_) => None,
    });
    let matrix = evaluate(&world.law, &Plan::new(&world.law, &rules), rows, Threshold(None));
    let plan = Plan::of_nodes(&world.law, nodes);
    let mut columns = Columns::new(&world.law, &plan, Threshold(None));
    columns.fill(&plan, rows);
    let mut truths = Truths::default();
    truths.compute(&plan, &columns);
    let batched = |question: Question, at: usize| match question {
        Question::Rule(rule) => {
            let position = matrix.rules().position(|one| one == rule).unwrap();
            bit_of_verdict(matrix.get(position, at).unwrap())
        }
        Question::Condition(node) => bit_of_truth(truths.get(&plan, node, at)),
    };
    let of_question = |&question: &Question| {
        let each = rows.iter().enumerate().map(|(at, row)| {
            let walked = question.walked(world, *row);
            assert_eq!(
                walked,
                batched(question, at),
                "walker and batch\n{}of\n{}",
                question.told(world),
                telling::product(world, row.manifest)
            );
            walked
        });
        each.collect()
    };
    questions.iter().map(of_question).collect()
}

impl Question {
    fn rule(self) -> Option<RuleId> {
        match self {
            Question::Rule(rule) => Some(rule),
            Question::Condition(_) => None,
        }
    }
}

/// What the solver says can come out on some ground.
fn possible(
    tally: &mut Tally,
    world: &World,
    question: Question,
    ground: Ground<'_>,
) -> (Possible, Vec<(u16, Witness)>) {
    let roots = question.roots(world);
    let mut problem = Problem::new(ground, &roots, &Limits::default());
    let literals: Vec<(u16, _)> = match question {
        Question::Rule(rule) => {
            let found = verdicts(&mut problem, world.law.rule(rule).unwrap(), 0);
            found.into_iter().map(|(verdict, lit)| (bit_of_verdict(verdict), lit)).collect()
        }
        Question::Condition(node) => {
            TRUTHS.map(|truth| (bit_of_truth(truth), problem.is((node, 0), truth))).to_vec()
        }
    };
    let (mut found, mut shown) = (Possible::default(), Vec::new());
    for (bit, literal) in literals {
        tally.asked += 1;
        match problem.solve(&[literal]) {
            Outcome::Sat(witness) => {
                confirm(world, question, bit, &witness);
                found.can |= bit;
                shown.push((bit, witness));
            }
            Outcome::Unsat(_) => {}
            Outcome::Unknown(doubt) => {
                found.doubt |= bit;
                match doubt {
                    Doubt::Coarse => tally.coarse += 1,
                    Doubt::Stopped => tally.stopped += 1,
                }
            }
        }
    }
    (found, shown)
}

/// What the solver shows is so.
fn confirm(world: &World, question: Question, bit: u16, witness: &Witness) {
    let row = Row { manifest: &witness.manifest, market: witness.markets[0], on: witness.on };
    assert_eq!(
        evaluated(world, &[question], &[row]),
        [[bit]],
        "{}of\n{}",
        question.told(world),
        telling::product(world, row.manifest)
    );
}

/// On this ground the solver refutes nothing that brute force finds, and where that looks at
/// everything, it finds nothing else.
fn compare(
    tally: &mut Tally,
    world: &World,
    question: Question,
    (name, ground): (&str, Ground<'_>),
    (must, is_all): (u16, bool),
) -> Possible {
    let manifest = ground.manifest().map(|(manifest, _)| manifest);
    let (said, shown) = possible(tally, world, question, ground);
    let refuted = must & !said.can & !said.doubt;
    let invented = if is_all { said.can & !must } else { 0 };
    tally.exact += u64::from(is_all);
    if refuted != 0 || invented != 0 {
        let shown = shown.iter().filter(|(bit, _)| bit & invented != 0);
        let shown: String = shown.map(|(_, one)| telling::product(world, &one.manifest)).collect();
        panic!(
            "{name}: brute force {must:b}, solver {:b}, doubts {:b}\n{}of\n{}shown\n{shown}",
            said.can,
            said.doubt,
            question.told(world),
            manifest.map(|one| telling::product(world, one)).unwrap_or_default(),
        );
    }
    said
}

/// What is asked in a world.
fn questions(dice: &mut Dice) -> (World, Vec<Question>, usize) {
    let wide = dice.chance(35).then(|| wide_facts(dice));
    let mut world = small_world(dice, wide);
    let mut questions = Vec::new();
    for _ in 0..2 {
        let depth = if dice.chance(25) { 2 } else { 1 };
        questions.push(Question::Rule(dice.rule(&mut world, depth)));
    }
    if let Some(facts) = wide {
        let (norm, scope) =
            (wide_condition(dice, &mut world, facts), dice.condition(&mut world, 1));
        let wide = world.rule(Draft { applies: vec![scope], ..must(norm) });
        questions.extend([Question::Condition(norm), Question::Rule(wide)]);
    }
    questions.push(Question::Condition(dice.condition(&mut world, 3)));
    let most = if wide.is_some() { 7 } else { 3 };
    (world, questions, most)
}

fn judge(seed: u64, tally: &mut Tally) {
    let mut dice = Dice(seed);
    let (world, questions, most) = questions(&mut dice);
    let placing = if dice.chance(40) { Placing::Now } else { Placing::Anyhow };
    for &question in &questions {
        let nodes: Vec<NodeId> = question.roots(&world).into_iter().map(|root| root.0).collect();
        let slots = slots(&mut dice, &world, &nodes, placing, most);
        let products = Products::new(&world, slots);
        judge_question(&mut dice, tally, &world, question, (&products, placing));
        tally.questions += 1;
    }
    contexts::judge(&mut dice, &mut tally.clashes);
    tally.worlds += 1;
}

fn judge_question(
    dice: &mut Dice,
    tally: &mut Tally,
    world: &World,
    question: Question,
    (products, placing): (&Products, Placing),
) {
    let rows: Vec<Row<'_>> = products.manifests.iter().map(row).collect();
    let found = evaluated(world, &[question], &rows).remove(0);
    let (completed, refined) = (products.completed(&found), products.refined(&found));
    let redesigned = products.redesigned(&found);
    for (at, &found) in found.iter().enumerate() {
        let rest = (completed[at] | refined[at]) & !question.allows(found);
        assert_eq!(
            rest,
            0,
            "{found:b} does not last\n{}of\n{}",
            question.told(world),
            telling::product(world, &products.manifests[at])
        );
    }
    tally.evaluated += found.len() as u64;
    let ground = |product| Ground::new(&world.law, vec![rows[0].market], day(ON), product);
    let mut ask = |at: usize| {
        let manifest = &products.manifests[at];
        let stated = ("stated", ground(Product::Stated(manifest, Threshold(None))));
        let all = (completed[at], products.is_closed(at));
        let stated = compare(tally, world, question, stated, all);
        let told = ("told", ground(Product::Told(manifest, Threshold(None))));
        let all = (refined[at], products.is_closed_to_less(at));
        (stated, compare(tally, world, question, told, all))
    };
    // Nothing told but what has only one answer: every product is one that this can become.
    let (stated, told) = ask(0);
    for _ in 0..2 {
        ask(dice.roll(rows.len()));
    }
    for (at, found) in found.iter().enumerate() {
        let said = if products.is_complete(at) { stated } else { told };
        *(if said.can & found != 0 { &mut tally.judged } else { &mut tally.doubted }) += 1;
    }
    let at = dice.roll(rows.len());
    let product = Product::Redesigned(&products.manifests[at], Threshold(None));
    compare(tally, world, question, ("redesigned", ground(product)), (redesigned[at], false));
    if placing == Placing::Now {
        let any = ("any", Ground::any(&world.law, &[EU], day(ON)));
        compare(tally, world, question, any, (completed[0], false));
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// A world in which two duties clash only where a length of time lies between those that the
/// solver tries: once it said that they never do.
#[test]
fn clash_between_the_values_that_are_tried_is_not_denied() {
    judge(20_262_483, &mut Tally::default());
}

#[test]
fn three_judges_agree() {
    let seconds = number("COMITY_SOAK_SECONDS").map(Duration::from_secs);
    let seed = number("COMITY_SOAK_SEED").unwrap_or(SHORT.1);
    let (start, mut tally) = (Instant::now(), Tally::default());
    let goes_on = |worlds: u64| match seconds {
        Some(seconds) => start.elapsed() < seconds,
        None => worlds < SHORT.0,
    };
    while goes_on(tally.worlds) {
        let world = seed.wrapping_add(tally.worlds);
        let begun = Instant::now();
        if let Err(fault) = catch_unwind(AssertUnwindSafe(|| judge(world, &mut tally))) {
            println!("disagreement; repeat it with COMITY_SOAK_SEED={world}");
            resume_unwind(fault);
        }
        tally.slowest = tally.slowest.max((begun.elapsed(), world));
    }
    assert!(tally.doubted * 2 < tally.judged, "the solver judges most");
    println!("{tally}");
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Tally { worlds, questions, evaluated, judged, doubted, .. } = self;
        writeln!(f, "worlds {worlds}, rules and conditions {questions}, disagreements 0")?;
        writeln!(f, "evaluator (walking, in batches) and brute force: {evaluated} cases")?;
        writeln!(f, "the solver, too: {judged} cases; doubts: {doubted} cases")?;
        let Tally { asked, exact, coarse, stopped, .. } = self;
        write!(f, "questions to the solver: {asked} ({coarse} coarse, {stopped} stopped), ")?;
        writeln!(f, "{exact} grounds on which brute force knew every product")?;
        let contexts::Told { clashing, calm, unclear, contexts } = &self.clashes;
        write!(f, "pairs of duties: {clashing} clash, {calm} do not, {unclear} unclear; ")?;
        writeln!(f, "{contexts} contexts, each with all designs, by brute force")?;
        let (time, seed) = self.slowest;
        write!(f, "slowest world: seed {seed}, {} ms", time.as_millis())
    }
}
