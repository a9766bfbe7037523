//! Makes a world on which the judges disagree as small as it gets, so that a person can read it.

use crate::drafts::World;
use crate::trial::{Court, Difference};
use comity::source::{FileId, Spanned};
use comity::syntax::ast::{Block, Clause, Condition, File, Head, Value};
use comity::syntax::{parse, print};
use serde_json::Value as Json;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most worlds that are tried.
const MOST_TRIES: usize = 4_000;

/// A smaller world, with what is said of it.
pub(crate) fn shrink(world: World, difference: Difference) -> (World, Difference) {
    let mut small = World { manifests: kept(&world, &difference), ..world };
    let mut difference = at_first(difference);
    let mut tries = 0;
    loop {
        let smaller = candidates(&small).find_map(|candidate| {
            tries += 1;
            let found = (tries < MOST_TRIES).then(|| still(&candidate, &difference))??;
            Some((candidate, found))
        });
        match smaller {
            Some((world, found)) => (small, difference) = (world, found),
            None => return (small, difference),
        }
    }
}

fn kept(world: &World, difference: &Difference) -> Vec<Json> {
    difference.question.map(|one| world.manifests[one.manifest].clone()).into_iter().collect()
}

fn at_first(mut difference: Difference) -> Difference {
    if let Some(question) = &mut difference.question {
        question.manifest = 0;
    }
    difference
}

/// What the judges still differ in, if both can read the world.
fn still(world: &World, difference: &Difference) -> Option<Difference> {
    let judged = catch_unwind(AssertUnwindSafe(|| {
        let court = Court::open(world).ok()?;
        match difference.question {
            Some(question) => court.differ(&world.manifests[0], question).1,
            None => court.differ_in_examples().1,
        }
    }));
    judged.ok().flatten()
}

/// Worlds with one thing less, the most first.
fn candidates(world: &World) -> impl Iterator<Item = World> {
    let texts = (0..world.texts.len()).rev().flat_map(|at| less_text(world, at));
    let manifests = world
        .manifests
        .iter()
        .flat_map(less_json)
        .map(|manifest| World { manifests: vec![manifest], ..world.clone() });
    without_texts(world).chain(manifests).chain(texts)
}

fn without_texts(world: &World) -> impl Iterator<Item = World> {
    (2..world.texts.len()).map(|at| {
        let mut less = world.clone();
        less.texts.remove(at);
        less
    })
}

fn less_text(world: &World, at: usize) -> impl Iterator<Item = World> {
    let file = parse(FileId(0), &world.texts[at].1).file;
    let smaller = if at == 0 { Vec::new() } else { less_file(&file) };
    smaller.into_iter().map(move |file| {
        let mut less = world.clone();
        less.texts[at].1 = print(&file, &[]);
        less
    })
}

fn less_file(file: &File) -> Vec<File> {
    let mut found = Vec::new();
    for at in (1..file.blocks.len()).rev() {
        let mut less = file.clone();
        less.blocks.remove(at);
        found.push(less);
    }
    for (at, block) in file.blocks.iter().enumerate() {
        if matches!(block.head.node, Head::Fact(_) | Head::Field(_)) {
            continue;
        }
        for smaller in less_block(block) {
            let mut less = file.clone();
            less.blocks[at] = smaller;
            found.push(less);
        }
    }
    found
}

fn less_block(block: &Block) -> Vec<Block> {
    let mut found = Vec::new();
    for at in (0..block.clauses.len()).rev() {
        let mut less = block.clone();
        less.clauses.remove(at);
        found.push(less);
    }
    for (at, clause) in block.clauses.iter().enumerate() {
        for smaller in less_clause(&clause.node) {
            let mut less = block.clone();
            less.clauses[at].node = smaller;
            found.push(less);
        }
    }
    found
}

fn less_clause(clause: &Clause) -> Vec<Clause> {
    let mut copy = clause.clone();
    let mut found = Vec::new();
    for (at, condition) in conditions(&mut copy).into_iter().map(|one| one.node.clone()).enumerate()
    {
        for smaller in less_condition(&condition) {
            let mut less = clause.clone();
            conditions(&mut less)[at].node = smaller;
            found.push(less);
        }
    }
    match clause {
        Clause::ForEvery { filter: Some(_), variable, list } => found.push(Clause::ForEvery {
            variable: variable.clone(),
            list: list.clone(),
            filter: None,
        }),
        Clause::Given(facts) => found.extend((0..facts.len()).map(|at| {
            let mut less: Vec<(_, Spanned<Value>)> = facts.clone();
            less.remove(at);
            Clause::Given(less)
        })),
        _ => {}
    }
    found
}

/// The conditions of a sentence.
fn conditions(clause: &mut Clause) -> Vec<&mut Spanned<Condition>> {
    match clause {
        Clause::Term { condition, .. } => vec![condition],
        Clause::Applies(guard) | Clause::Except(guard) | Clause::Deemed(guard) => {
            vec![&mut guard.condition]
        }
        Clause::ForEvery { filter: Some(filter), .. } => vec![filter],
        Clause::Norm(norm) => vec![&mut norm.condition],
        Clause::Unless { guard, instead: Some(instead) } => {
            vec![&mut guard.condition, &mut instead.condition]
        }
        Clause::Unless { guard, .. } => vec![&mut guard.condition],
        _ => Vec::new(),
    }
}

/// A part of it alone, all but one part, or the same with a smaller part.
fn less_condition(condition: &Condition) -> Vec<Condition> {
    match condition {
        Condition::Not(inner) => {
            let inside = less_condition(&inner.node).into_iter();
            let wrapped =
                inside.map(|less| Condition::Not(Box::new(Spanned::new(less, inner.span))));
            std::iter::once(inner.node.clone()).chain(wrapped).collect()
        }
        Condition::And(parts) => less_parts(parts, Condition::And),
        Condition::Or(parts) => less_parts(parts, Condition::Or),
        Condition::List { kind, items } => {
            less_parts(items, |items| Condition::List { kind: *kind, items })
        }
        Condition::Quantified { quantifier, variable, list, filter, body } => {
            let with = |filter: Option<Box<Spanned<Condition>>>, body| Condition::Quantified {
                quantifier: *quantifier,
                variable: variable.clone(),
                list: list.clone(),
                filter,
                body: Box::new(Spanned::new(body, variable.span)),
            };
            let bodies = less_condition(&body.node).into_iter();
            let mut found: Vec<Condition> = bodies.map(|body| with(filter.clone(), body)).collect();
            if filter.is_some() {
                found.push(with(None, body.node.clone()));
            }
            found
        }
        _ => Vec::new(),
    }
}

fn less_parts(
    parts: &[Spanned<Condition>],
    make: impl Fn(Vec<Spanned<Condition>>) -> Condition,
) -> Vec<Condition> {
    let mut found: Vec<Condition> = parts.iter().map(|part| part.node.clone()).collect();
    if parts.len() > 2 {
        found.extend((0..parts.len()).map(|at| {
            let mut less = parts.to_vec();
            less.remove(at);
            make(less)
        }));
    }
    for (at, part) in parts.iter().enumerate() {
        for smaller in less_condition(&part.node) {
            let mut less = parts.to_vec();
            less[at].node = smaller;
            found.push(make(less));
        }
    }
    found
}

/// A key or an item less.
fn less_json(json: &Json) -> Vec<Json> {
    let mut found = Vec::new();
    match json {
        Json::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "comity") {
                let mut less = fields.clone();
                less.remove(key);
                found.push(Json::Object(less));
                for smaller in less_json(value) {
                    let mut less = fields.clone();
                    less.insert(key.clone(), smaller);
                    found.push(Json::Object(less));
                }
            }
        }
        Json::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let mut less = items.clone();
                less.remove(at);
                found.push(Json::Array(less));
                for smaller in less_json(item) {
                    let mut less = items.clone();
                    less[at] = smaller;
                    found.push(Json::Array(less));
                }
            }
        }
        _ => {}
    }
    found
}
