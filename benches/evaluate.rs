//! How long a verdict takes: 200 rules over 100 facts, 100,000 products.
//!
//! `cargo bench --no-default-features --bench evaluate`; items are products, so that the time
//! of one is the reciprocal of the throughput.
#![allow(
    missing_docs,
    clippy::disallowed_types,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark is not shipped"
)]

use comity::eval::matrix::{BLOCK, Matrix, evaluate};
use comity::model::condition::{Binder, Comparison, Node, NodeId, Operand};
use comity::model::law::Law;
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated, Statement};
use comity::model::period::Period;
use comity::model::rule::{Citation, Meaning, Modality, Rule, RuleId};
use comity::model::ruleset::{Confidence, ConfidenceLevel, RulesetId};
use comity::model::text::Text;
use comity::model::value::{Duration, Value};
use comity::model::vocabulary::{Fact, FactId, FieldId, Setting, Type};
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Row};
use comity::plan::run::Truths;
use comity::source::{FileId, SourceFile, Span};
use divan::counter::ItemsCount;
use jiff::civil::Date;
use std::collections::BTreeMap;

const FACTS: usize = 100;
const LISTS: usize = 2;
const RULES: usize = 200;
const ROWS: usize = 100_000;
/// Products that differ; the rows repeat them.
const PRODUCTS: usize = 2_000;

fn main() {
    divan::main();
}

/// The verdicts of all rules on rows whose facts stand in columns already.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn verdicts_from_columns(bencher: divan::Bencher<'_, '_>) {
    let (law, rules) = synthetic_law(LISTS);
    run_from_columns(bencher, &law, &rules);
}

/// The same without rules on list items.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn verdicts_from_columns_without_lists(bencher: divan::Bencher<'_, '_>) {
    let (law, rules) = synthetic_law(0);
    run_from_columns(bencher, &law, &rules);
}

/// The same from manifests: columns are filled block by block.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn verdicts_from_manifests(bencher: divan::Bencher<'_, '_>) {
    let (law, rules) = synthetic_law(LISTS);
    let manifests = synthetic_manifests(&law);
    let rows = rows(&manifests);
    let plan = Plan::new(&law, &rules);
    bencher.counter(ItemsCount::new(ROWS)).bench(|| evaluate(&law, &plan, &rows, Threshold(None)));
}

/// One product, as `check` does it: plan, columns and verdicts.
#[divan::bench(sample_count = 20)]
fn one_product(bencher: divan::Bencher<'_, '_>) {
    let (law, rules) = synthetic_law(LISTS);
    let manifests = synthetic_manifests(&law);
    let rows = rows(&manifests);
    bencher
        .counter(ItemsCount::new(1usize))
        .bench(|| evaluate(&law, &Plan::new(&law, &rules), &rows[..1], Threshold(None)));
}

/// One product whose facts stand in columns already; items are rules.
#[divan::bench(sample_count = 200, sample_size = 10)]
fn one_product_from_columns(bencher: divan::Bencher<'_, '_>) {
    let (law, rules) = synthetic_law(LISTS);
    let manifests = synthetic_manifests(&law);
    let rows = rows(&manifests);
    let plan = Plan::new(&law, &rules);
    let mut columns = Columns::new(&law, &plan, Threshold(None));
    columns.fill(&plan, &rows[..1]);
    let mut truths = Truths::default();
    bencher.counter(ItemsCount::new(RULES)).bench_local(|| {
        truths.compute(&plan, &columns);
        let mut matrix = Matrix::new(&plan);
        matrix.push(&plan, &columns, &truths);
        matrix
    });
}

fn run_from_columns(bencher: divan::Bencher<'_, '_>, law: &Law, rules: &[RuleId]) {
    let manifests = synthetic_manifests(law);
    let rows = rows(&manifests);
    let plan = Plan::new(law, rules);
    let fill = |block| {
        let mut columns = Columns::new(law, &plan, Threshold(None));
        columns.fill(&plan, block);
        columns
    };
    let blocks: Vec<Columns<'_>> = rows.chunks(BLOCK).map(fill).collect();
    let mut truths = Truths::default();
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        let mut matrix = Matrix::new(&plan);
        for columns in &blocks {
            truths.compute(&plan, columns);
            matrix.push(&plan, columns, &truths);
        }
        matrix
    });
}

fn rows(manifests: &[Manifest]) -> Vec<Row<'_>> {
    let market =
        Market { jurisdiction: comity::model::jurisdiction::JurisdictionId(0), placement: None };
    let on = Date::constant(2026, 11, 22);
    manifests.iter().cycle().take(ROWS).map(|manifest| Row { manifest, market, on }).collect()
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn span() -> Span {
    Span::new(FileId::MANIFEST, 0, 0)
}

/// Of every twenty facts: nine yes/no, four one-of, three sets, two numbers, a date, a duration.
fn type_of(index: usize) -> Type {
    let words = |count: usize| (0..count).map(|word| format!("w{word}")).collect();
    match index % 20 {
        0..=8 => Type::YesNo,
        9..=12 => Type::OneOf(words(6)),
        13..=15 => Type::SetOf(words(8)),
        16 | 17 => Type::WholeNumber { unit: None },
        18 => Type::Date,
        _ => Type::Duration,
    }
}

fn fact(path: String, kind: Type) -> Fact {
    Fact {
        path,
        kind,
        setting: Setting::Chosen,
        optional: true,
        title: Text::default(),
        question: Text::default(),
        meaning: Text::default(),
        value_titles: Default::default(),
        evidence: Vec::new(),
        read_from: Vec::new(),
        weight: 1,
        fields: Default::default(),
        span: span(),
    }
}

/// `lists` of the facts are lists of five fields; a quarter of the rules then speaks of items.
fn synthetic_law(lists: usize) -> (Law, Vec<RuleId>) {
    let mut law = Law::default();
    for index in 0..FACTS {
        let path = format!("fact.f{index}");
        let mut declared = fact(path.clone(), type_of(index));
        if index < lists {
            declared.kind = Type::List;
            for (field, kind) in [0, 1, 9, 13, 16].into_iter().enumerate() {
                let name = format!("g{field}");
                declared.fields.insert(name.clone(), fact(format!("{path}.{name}"), type_of(kind)));
            }
        }
        law.vocabulary.facts.insert(path, declared);
    }
    let mut dice = Dice(42);
    let rules = (0..RULES).map(|index| synthetic_rule(&mut law, &mut dice, index, lists)).collect();
    (law, rules)
}

fn synthetic_rule(law: &mut Law, dice: &mut Dice, index: usize, lists: usize) -> RuleId {
    let list = (lists > 0 && index.is_multiple_of(4)).then(|| FactId(dice.roll(lists) as u32));
    let (applies, except) = (condition(law, dice, None, lists), condition(law, dice, None, lists));
    let [filter, norm, unless, deemed] = [(); 4].map(|()| condition(law, dice, list, lists));
    let yes = law.graph.constant(true);
    let not = [except, unless, norm, deemed].map(|node| law.graph.not(node));
    let in_scope = law.graph.and([applies, not[0]]);
    let mut fold = |parts: &[NodeId]| {
        let body = law.graph.and(parts.iter().copied());
        match list {
            None => body,
            Some(list) => law.graph.intern(Node::Some { binder: Binder::Rule, list, body }),
        }
    };
    let meaning = Meaning {
        in_force: yes,
        triggered: yes,
        in_scope,
        items: if list.is_some() { fold(&[filter]) } else { yes },
        unmet: fold(&[filter, not[2]]),
        standing: fold(&[filter, not[1]]),
        failing_directly: fold(&[filter, not[1], not[2]]),
        failing: fold(&[filter, not[1], not[2], not[3]]),
    };
    law.rules.push(Rule {
        id: format!("r.{index}"),
        number: index.to_string(),
        ruleset: RulesetId(0),
        title: Text::default(),
        summary: None,
        citation: Citation { pinpoint: String::new(), url: None },
        addressees: Vec::new(),
        goals: Vec::new(),
        modality: Modality::Must,
        in_force: Period::default(),
        trigger: None,
        clauses: Vec::new(),
        penalty: None,
        evidence: None,
        because: None,
        remedy: None,
        note: None,
        confidence: Confidence { level: ConfidenceLevel::Read, note: None },
        claims: Vec::new(),
        overrides: Vec::new(),
        allows: Vec::new(),
        meaning,
        span: span(),
    });
    RuleId(index as u32)
}

/// One or two tests, joined.
fn condition(law: &mut Law, dice: &mut Dice, list: Option<FactId>, lists: usize) -> NodeId {
    let tests = [test(law, dice, list, lists), test(law, dice, list, lists)];
    match dice.roll(3) {
        0 => tests[0],
        1 => law.graph.and(tests),
        _ => law.graph.or(tests),
    }
}

fn test(law: &mut Law, dice: &mut Dice, list: Option<FactId>, lists: usize) -> NodeId {
    let (operand, kind) = match list {
        Some(list) if dice.roll(3) > 0 => {
            let field = FieldId { list, index: dice.roll(5) as u32 };
            (Operand::Field(Binder::Rule, field), law.vocabulary.field(field).unwrap().kind.clone())
        }
        _ => {
            let fact = FactId((lists + dice.roll(FACTS - lists)) as u32);
            (Operand::Fact(fact), law.vocabulary.fact(fact).unwrap().kind.clone())
        }
    };
    let right = value(dice, &kind);
    let node = match kind {
        Type::YesNo => Node::Holds(operand),
        Type::SetOf(_) => Node::Includes { operand, members: right, all: dice.roll(2) == 0 },
        Type::OneOf(_) if dice.roll(2) == 0 => {
            let values = vec![right, value(dice, &kind)];
            Node::In { operand, values }
        }
        Type::OneOf(_) => Node::Compare {
            left: operand,
            comparison: Comparison::Equal,
            right: Operand::Literal(right),
        },
        _ => {
            let comparison = [Comparison::AtLeast, Comparison::LessThan][dice.roll(2)];
            Node::Compare { left: operand, comparison, right: Operand::Literal(right) }
        }
    };
    law.graph.intern(node)
}

fn value(dice: &mut Dice, kind: &Type) -> Value {
    match kind {
        Type::OneOf(words) => Value::Word(dice.roll(words.len()) as u8),
        Type::SetOf(words) => Value::Set(dice.roll(1 << words.len()) as u128),
        Type::WholeNumber { .. } => Value::Number(dice.roll(100) as i64),
        Type::Date => Value::Date(Date::constant(2026, 1 + dice.roll(12) as i8, 1)),
        Type::Duration => Value::Duration(Duration { months: dice.roll(120) as i64, seconds: 0 }),
        _ => Value::YesNo(dice.roll(2) == 0),
    }
}

/// Products of which nine facts in ten are stated; lists have up to four items.
fn synthetic_manifests(law: &Law) -> Vec<Manifest> {
    let mut dice = Dice(7);
    (0..PRODUCTS).map(|_| synthetic_manifest(law, &mut dice)).collect()
}

fn synthetic_manifest(law: &Law, dice: &mut Dice) -> Manifest {
    let mut facts = BTreeMap::new();
    for (id, fact) in law.vocabulary.iter() {
        if dice.roll(10) > 0 {
            facts.insert(id, statement(dice, fact));
        }
    }
    let (source, judgements) = (SourceFile::new("", ""), Vec::new());
    Manifest { source, facts, judgements, extensions: Default::default() }
}

fn statement(dice: &mut Dice, fact: &Fact) -> Statement {
    let value = match &fact.kind {
        Type::List => Stated::Items((0..dice.roll(5)).map(|_| item(dice, fact)).collect()),
        kind => Stated::Value(value(dice, kind)),
    };
    Statement {
        value,
        level: EvidenceLevel::Declared,
        evidence: Vec::new(),
        as_of: None,
        span: span(),
    }
}

fn item(dice: &mut Dice, list: &Fact) -> Item {
    let field = |(index, field): (u32, &Fact)| (index, statement(dice, field));
    let fields: BTreeMap<_, _> = (0u32..).zip(list.fields.values()).map(field).collect();
    Item { id: String::new(), fields, span: span() }
}
