//! Baselines of random rules: what is printed of a design, of clashes, of who is strictest and of
//! the fewest rules holds of every product that is tried.

use super::dice::Dice;
use super::solving::{complete, judge_norms, placed};
use super::world::{Draft, EU, Product, World, day, must, statement};
use comity::analysis::baseline::fewest::Need;
use comity::analysis::baseline::{Baseline, Obligation, Question, Said, Scale};
use comity::analysis::ground::Ground;
use comity::analysis::problem::Limits;
use comity::analysis::witness::Witness;
use comity::eval::trace::FactPath;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::model::vocabulary::Type;
use comity::plan::row::{Market, Placement};
use proptest::prelude::{ProptestConfig, any, proptest};

const ON: &str = "2026-06-01";

fn world(dice: &mut Dice) -> (World, Vec<RuleId>) {
    let mut world = dice.world();
    let draft = |dice: &mut Dice, world: &mut World| {
        let (norm, scope) = (dice.condition(world, 1), dice.condition(world, 1));
        world.rule(Draft { applies: vec![scope], ..must(norm) })
    };
    let rules = (0..6).map(|_| draft(dice, &mut world)).collect();
    (world, rules)
}

fn question<'a>(world: &'a World, rules: &[RuleId]) -> Question<'a> {
    let ground = Ground::any(&world.law, &[EU], day(ON));
    let obligation = |&rule: &RuleId| Obligation { rule, markets: vec![0] };
    let obligations: Vec<Obligation> = rules.iter().map(obligation).collect();
    Question { ground, ever: obligations.clone(), obligations, limits: Limits::default() }
}

/// A product of which everything is known.
fn any_product(dice: &mut Dice, world: &World) -> Witness {
    let mut manifest = judge_norms(dice, Product::new(world));
    let item = placed(world, dice, ON);
    let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
    manifest.facts.insert(world.fact("market.placements"), placements);
    complete(dice, world, &mut manifest);
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    Witness { manifest, markets: vec![market], on: day(ON) }
}

/// What the rules say, rule by rule.
struct Judge<'w> {
    world: &'w World,
    rules: &'w [RuleId],
    scale: Scale,
}

impl<'w> Judge<'w> {
    fn new(world: &'w World, rules: &'w [RuleId], question: &Question<'_>) -> Judge<'w> {
        Judge { world, rules, scale: Scale::new(&world.law, &question.obligations) }
    }

    fn say(&self, product: &Witness) -> Vec<(RuleId, Said)> {
        let said = self.scale.weigh(&self.world.law, product);
        self.rules.iter().copied().zip(said).collect()
    }
}

fn of(said: &[(RuleId, Said)], rule: RuleId) -> Said {
    said.iter().find(|(own, _)| *own == rule).unwrap().1
}

/// The product with something else stated.
fn varied(product: &Witness, path: &FactPath, value: &Stated) -> Witness {
    let mut product = product.clone();
    let statement = product.manifest.facts.get_mut(&path.fact).unwrap();
    match (&path.field, &mut statement.value) {
        (None, own) => own.clone_from(value),
        (Some((id, field)), Stated::Items(items)) => {
            let item = items.iter_mut().find(|item| item.id == *id).unwrap();
            item.fields.get_mut(&field.index).unwrap().value.clone_from(value);
        }
        _ => panic!("a field of what is no list"),
    }
    product
}

fn judged_otherwise(product: &Witness, rule: &str, text: &str) -> Witness {
    let mut product = product.clone();
    let own = |judged: &&mut comity::model::manifest::StatedJudgement| {
        judged.rule == rule && judged.text.as_deref() == Some(text)
    };
    for judged in product.manifest.judgements.iter_mut().filter(own) {
        judged.met = !judged.met;
    }
    product
}

/// The design passes what it is said to pass; what it fails clashes.
fn check_design(judge: &Judge<'_>, baseline: &Baseline, product: &Witness) {
    let said = judge.say(product);
    assert_eq!(said, baseline.said);
    for &(rule, said) in &said {
        let is_told = baseline.unclear.contains(&rule)
            || baseline.clashes.iter().any(|clash| clash.rule == rule);
        assert!(said.passes() || said == Said::Open || is_told, "{rule:?} {said:?}");
    }
}

/// What shows that a member cannot be left out breaches it and none of the other members.
fn check_members(judge: &Judge<'_>, baseline: &Baseline, product: &Witness) {
    let law = &judge.world.law;
    for (rule, need) in &baseline.fewest.members {
        let shown = match need {
            Need::Otherwise(path, value) => varied(product, path, value),
            Need::Judged(id) => {
                let norm = law.judgement(*id).unwrap();
                judged_otherwise(product, &law.rule(norm.rule).unwrap().id, &norm.text.en)
            }
            Need::Product(witness) => Witness::clone(witness),
            Need::Unclear => continue,
        };
        let said = judge.say(&shown);
        assert_eq!(of(&said, *rule), Said::Breached);
        for (other, _) in baseline.fewest.members.iter().filter(|(other, _)| other != rule) {
            assert_ne!(
                of(&said, *other),
                Said::Breached,
                "{rule:?} {other:?} {need:?} {:?}",
                baseline.said
            );
        }
    }
    let count = baseline.fewest.members.len() + baseline.fewest.implied.len();
    assert_eq!(count, judge.rules.len());
}

/// No product breaches an implied rule and passes those that imply it; none that is bound by a
/// clashing rule passes the whole clash.
fn refute(judge: &Judge<'_>, baseline: &Baseline, product: &Witness) {
    let said = judge.say(product);
    for (rule, by) in &baseline.fewest.implied {
        let kept = by.iter().all(|one| of(&said, *one).passes());
        assert!(!kept || of(&said, *rule) != Said::Breached, "{rule:?} by {by:?}");
    }
    for clash in &baseline.clashes {
        let kept = clash.set.iter().all(|one| of(&said, *one).passes());
        assert!(!kept || of(&said, clash.rule) != Said::Met, "{clash:?}");
    }
}

/// Whatever value breaches a rule that asks something of a fact breaches the strictest too.
fn check_strictest(dice: &mut Dice, judge: &Judge<'_>, baseline: &Baseline, product: &Witness) {
    let vocabulary = &judge.world.law.vocabulary;
    for own in baseline.facts.iter().filter(|own| own.now.is_told) {
        let declared = match &own.path.field {
            None => vocabulary.fact(own.path.fact).unwrap(),
            Some((_, field)) => vocabulary.field(*field).unwrap(),
        };
        // Sets and lists are tried in single members, and between two lengths, versions or amounts
        // there may be others; a dice takes any.
        let kind = &declared.kind;
        let is_told_apart = matches!(
            kind,
            Type::YesNo | Type::OneOf(_) | Type::WholeNumber { .. } | Type::Date | Type::Text
        );
        if !is_told_apart {
            continue;
        }
        for _ in 0..20 {
            let value = match dice.value(kind) {
                // No manifest states a number below zero.
                Value::Number(number) => Value::Number(number.max(0)),
                value => value,
            };
            let said = judge.say(&varied(product, &own.path, &Stated::Value(value)));
            let is_breached = |rule: &RuleId| of(&said, *rule) == Said::Breached;
            let any = own.now.strictest.iter().chain(&own.now.looser).any(is_breached);
            assert_eq!(any, own.now.strictest.iter().all(is_breached), "{own:?} {said:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_told_of_a_baseline_holds(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (world, rules) = world(&mut dice);
        let question = question(&world, &rules);
        let baseline = question.answer();
        let judge = Judge::new(&world, &rules, &question);
        if let Some(product) = &baseline.product {
            check_design(&judge, &baseline, product);
            check_members(&judge, &baseline, product);
            check_strictest(&mut dice, &judge, &baseline, product);
        }
        for _ in 0..100 {
            let product = any_product(&mut dice, &world);
            refute(&judge, &baseline, &product);
        }
    }
}

/// Nearly always there is an answer, and each part of it has something to say.
#[test]
fn baselines_are_found_and_say_something() {
    let mut dice = Dice(7);
    let (mut found, mut implied, mut clashes, mut facts) = (0, 0, 0, 0);
    for _ in 0..40 {
        let (world, rules) = world(&mut dice);
        let baseline = question(&world, &rules).answer();
        found += usize::from(baseline.product.is_some());
        implied += baseline.fewest.implied.len();
        clashes += baseline.clashes.len();
        facts += baseline.facts.len();
    }
    assert!(
        found >= 36 && implied > 0 && clashes > 0 && facts > 0,
        "{found} {implied} {clashes} {facts}"
    );
}

/// Nobody finds another design by asking again.
#[test]
fn second_answer_is_the_same() {
    let mut dice = Dice(11);
    let (world, rules) = world(&mut dice);
    let question = question(&world, &rules);
    assert_eq!(question.answer(), question.answer());
    let manifest = |baseline: Baseline| -> Option<Manifest> { Some(baseline.product?.manifest) };
    assert!(manifest(question.answer()).is_some());
}
