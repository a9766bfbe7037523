//! Products and conditions in few lines, for whoever reads why a property failed.

use super::world::World;
use comity::model::condition::{Node, NodeId};
use comity::model::manifest::{Manifest, Stated, Statement};
use comity::model::vocabulary::Fact;
use std::fmt::Write as _;

/// What is stated, a line for each fact.
pub fn product(world: &World, manifest: &Manifest) -> String {
    let mut text = String::new();
    for (id, statement) in &manifest.facts {
        let fact = world.law.vocabulary.fact(*id).unwrap();
        writeln!(text, "  {}: {}", fact.path, stated(fact, statement)).unwrap();
    }
    for judged in &manifest.judgements {
        writeln!(text, "  judged {:?}: {}", judged.text, judged.met).unwrap();
    }
    text
}

fn stated(fact: &Fact, statement: &Statement) -> String {
    let Stated::Items(items) = &statement.value else { return format!("{:?}", statement.value) };
    let items = items.iter().map(|item| {
        let fields = item.fields.iter().map(|(index, value)| {
            let (name, field) = fact.fields.get_index(*index as usize).unwrap();
            format!("{name}: {}", stated(field, value))
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
    });
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A condition, its parts indented.
pub fn condition(world: &World, id: NodeId, depth: usize) -> String {
    let node = world.law.graph.get(id).unwrap();
    let name = match node {
        Node::And(_) => "all".to_owned(),
        Node::Or(_) => "any".to_owned(),
        Node::Not(_) => "not".to_owned(),
        Node::Some { binder, list, .. } => {
            format!("some {binder:?} {}", world.law.vocabulary.fact(*list).unwrap().path)
        }
        Node::Rule { rule, state, .. } => format!("{rule:?} {state:?}"),
        other => format!("{other:?}"),
    };
    let mut text = format!("{}{name}\n", "  ".repeat(depth + 1));
    for part in node.parts() {
        text.push_str(&condition(world, *part, depth + 1));
    }
    text
}

/// The facts that there are, as the conditions name them.
pub fn facts(world: &World) -> String {
    let facts = world.law.vocabulary.iter().map(|(id, fact)| {
        let fields: Vec<_> = fact.fields.iter().map(|(name, one)| (name, one.optional)).collect();
        let optional = if fact.optional { "" } else { " (not optional)" };
        format!("  {id:?} {}{optional} {:?} {fields:?}\n", fact.path, fact.setting)
    });
    facts.collect()
}
