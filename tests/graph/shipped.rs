//! Questions about the shipped law.

use super::{node, report, shipped, told};
use comity::graph::{Dependencies, Direction, Node, find};
use comity::model::condition::{Graph, Node as Condition, NodeId};
use comity::plan::order::{Input, Plan};

#[test]
fn what_depends_on_a_provision_of_the_standard_includes_the_law_that_deems_it() {
    let library = shipped();
    let graph = Dependencies::of(library.law());
    let provision = node(library, "etsi.en303645@2.1.1 5.1-1");
    let psti = node(library, "uk.psti.sch1.1");
    assert_eq!(graph.reach(&[provision], Direction::Dependents, None).get(&psti), Some(&1));
    let ends = graph.narrowed(|node| node == provision || node == psti);
    let told: Vec<String> = report(library, &ends, &[]).edges.iter().flat_map(told).collect();
    let [edge] = told.as_slice() else { panic!("{told:?}") };
    assert!(edge.contains(" deems rule:etsi.en303645@2.1.1/5.1-1: deemed met where"), "{edge}");
    assert!(edge.ends_with("S.I. 2023/1007, Schedule 2, paragraph 1(2)"), "{edge}");
}

#[test]
fn name_without_edition_finds_every_edition() {
    let library = shipped();
    let found = find(library.law(), "etsi.en303645 5.1-1");
    assert_eq!(found.len(), 2);
    assert_eq!(found, find(library.law(), "etsi.en303645.5.1-1"));
    assert_eq!(found[1..], find(library.law(), "etsi.en303645@3.1.3/5.1-1"));
}

#[test]
fn what_reads_the_length_of_support_includes_the_cyber_resilience_act() {
    let library = shipped();
    let graph = Dependencies::of(library.law());
    let readers = graph.reach(&[node(library, "support.min_length")], Direction::Dependents, None);
    assert_eq!(readers.get(&node(library, "eu.cra.art13.8")), Some(&1));
    assert!(!readers.contains_key(&node(library, "uk.psti.sch1.1")));
}

#[test]
fn label_stands_in_for_the_law_from_its_day() {
    let library = shipped();
    let graph = Dependencies::of(library.law());
    let (label, psti) = (node(library, "jc_star"), node(library, "uk.psti.sch1.1"));
    let part = graph.narrowed(|node| node == label || node == psti);
    let edges = report(library, &part, &[]).edges;
    let dates = edges[0].grounds[0].dates.as_deref();
    assert_eq!((edges[0].kind.as_str(), dates), ("deems", Some("from 2025-12-04")));
}

/// What the clauses of a rule name and what its meaning reads are the same facts: the names are
/// kept while lowering, the meaning is what decides verdicts.
#[test]
fn rules_rest_on_the_facts_that_their_verdicts_read() {
    let library = shipped();
    let (law, graph) = (library.law(), Dependencies::of(library.law()));
    for (id, rule) in law.iter_rules() {
        let plan = Plan::new(law, &[id]);
        let read = plan.inputs().filter_map(|input| match input {
            Input::Fact(fact) => Some(Node::Fact(fact)),
            Input::Field(field) | Input::Placement(field) => Some(Node::Field(field)),
            Input::Parameter(id, _) => Some(Node::Parameter(id)),
            _ => None,
        });
        let rests_on = graph.reach(&[Node::Rule(id)], Direction::Foundations, None);
        for input in read {
            assert!(rests_on.contains_key(&input), "{} does not rest on {input:?}", rule.id);
        }
    }
}

/// Only an open norm names nothing: a person judges it.
#[test]
fn every_clause_names_something_or_is_judged() {
    let law = shipped().law();
    for rule in &law.rules {
        for clause in &rule.clauses {
            let judged = is_judged(&law.graph, clause.condition);
            assert!(judged || !clause.names.is_empty(), "{} {:?}", rule.id, clause.role);
        }
    }
}

fn is_judged(graph: &Graph, id: NodeId) -> bool {
    match graph.get(id).unwrap() {
        Condition::Judged(_) => true,
        Condition::And(parts) | Condition::Or(parts) => {
            parts.iter().all(|&part| is_judged(graph, part))
        }
        Condition::Not(part) => is_judged(graph, *part),
        _ => false,
    }
}
