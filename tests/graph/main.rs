//! The dependency view: exact edges of a small law, impact in the shipped law, every form.
#![allow(
    clippy::disallowed_types,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and loads the shipped law once"
)]

mod forms;
mod order;
mod proven;
mod shipped;
mod small;

use comity::Library;
use comity::graph::{Dependencies, Node, find};
use comity::model::text::Language;
use comity::report::graph::build::graph_report;
use comity::report::graph::json::{EdgeReport, GraphReport};
use comity::report::graph::names::Names;
use std::sync::OnceLock;

/// Places, facts and two rulesets, the second of which deems the first.
const PLACES: &str = include_str!("places.comity");
const FACTS: &str = include_str!("facts.comity");
const STANDARD: &str = include_str!("standard.comity");
const LAW: &str = include_str!("law.comity");

fn load(texts: &[&str]) -> Library {
    let names = ["places", "facts", "one", "two", "three"];
    match Library::from_texts(names.into_iter().zip(texts.iter().copied())) {
        Ok(library) => library,
        Err(faults) => panic!("{}", faults[0].kind),
    }
}

fn small() -> Library {
    load(&[PLACES, FACTS, STANDARD, LAW])
}

/// The shipped law, loaded once.
fn shipped() -> &'static Library {
    static SHIPPED: OnceLock<Library> = OnceLock::new();
    SHIPPED.get_or_init(|| Library::shipped().unwrap_or_else(|faults| panic!("{}", faults[0].kind)))
}

/// The only node of that name.
fn node(library: &Library, name: &str) -> Node {
    match find(library.law(), name).as_slice() {
        [node] => *node,
        found => panic!("{name}: {found:?}"),
    }
}

fn report(library: &Library, graph: &Dependencies, about: &[Node]) -> GraphReport {
    let names = Names { law: library.law(), language: Language::English };
    graph_report(names, library.sources(), graph, about)
}

/// `from kind to: clause (asked) dates citation`, a line for each ground.
fn told(edge: &EdgeReport) -> Vec<String> {
    let ground = |ground: &comity::report::graph::json::GroundReport| {
        let asked = ground.asked.as_ref().map(|asked| format!("({asked})"));
        let said = [Some(ground.clause.clone()), asked, ground.dates.clone()];
        let said = said.into_iter().chain([ground.citation.clone(), ground.proof.clone()]);
        let said: Vec<String> = said.flatten().collect();
        format!("{} {} {}: {}", edge.from, edge.kind, edge.to, said.join(", "))
    };
    edge.grounds.iter().map(ground).collect()
}
