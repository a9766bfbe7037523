//! Circles, the order of reading, needless edges, edges of proofs, the view by ruleset.

use super::{FACTS, LAW, PLACES, STANDARD, load, node, report, shipped, small, told};
use comity::Library;
use comity::graph::{Dependencies, Direction, EdgeKind, ProvenEdge, Relation};
use comity::model::text::Language;
use comity::report::graph::names::Names;
use comity::report::graph::tree::Tree;
use comity::report::paint::Paint;

/// The standard, when it claims something of the law in turn.
fn mutual() -> Library {
    let uses = "edition 1.\n  uses ruleset demo.law edition 1 as law.\n";
    let standard = STANDARD.replacen("edition 1.\n", uses, 1);
    let standard = standard.replace("at least 2 years.", "at least 2 years.\n  relaxes law/4.");
    load(&[PLACES, FACTS, &standard, LAW])
}

#[test]
fn order_puts_each_after_what_it_rests_on() {
    let library = small();
    let order = report(&library, &Dependencies::of(library.law()), &[]).order;
    let expected = [
        "ruleset:demo.standard@2",
        "ruleset:demo.law@1",
        "rule:demo.standard@2/2",
        "rule:demo.standard@2/1",
        "rule:demo.law@1/4",
        "rule:demo.law@1/5",
    ];
    assert_eq!(order, expected);
}

#[test]
fn law_without_circles_has_none() {
    let library = small();
    assert!(Dependencies::of(library.law()).circles().is_empty());
    assert!(Dependencies::of(shipped().law()).circles().is_empty());
}

#[test]
fn claims_and_rulesets_that_name_each_other_are_circles() {
    let library = mutual();
    let report = report(&library, &Dependencies::of(library.law()), &[]);
    let rulesets = ["ruleset:demo.law@1", "ruleset:demo.standard@2"];
    let rules = ["rule:demo.law@1/4", "rule:demo.standard@2/1"];
    assert_eq!(report.circles, [rulesets, rules]);
    assert_eq!(report.order.len(), 6);
}

#[test]
fn circle_of_conditions_is_a_fault_that_shows_it() {
    let term = "term plain means online.";
    let law = LAW.replace(term, "term plain means round.\n  term round means plain.");
    assert_ne!(law, LAW);
    let texts = [("places", PLACES), ("facts", FACTS), ("one", STANDARD), ("two", &law)];
    let faults = Library::from_texts(texts).unwrap_err();
    assert_eq!(faults[0].code(), "comity::resolve::circle");
    assert!(faults[0].kind.to_string().contains("demo.law.plain"), "{}", faults[0].kind);
}

#[test]
fn edge_beside_a_longer_way_is_implied_and_others_are_not() {
    let law = LAW.replace("must support is at least long.", "must plain and online.");
    let library = load(&[PLACES, FACTS, STANDARD, &law]);
    let report = report(&library, &Dependencies::of(library.law()), &[]);
    let implied: Vec<_> = report.edges.iter().filter(|edge| edge.implied).collect();
    let ends: Vec<_> = implied.iter().map(|edge| (edge.from.as_str(), edge.to.as_str())).collect();
    // The scope reads the fact too, but that the rule reads it is told by the rule alone.
    assert_eq!(ends, [("rule:demo.law@1/4", "fact:online")]);
    // What a route is deemed by stays, whatever the way round it.
    let deems = report.edges.iter().find(|edge| edge.kind == "deems" && edge.to == "label:star");
    assert!(!deems.unwrap().implied);
}

#[test]
fn view_by_ruleset_counts_edges_between_rules() {
    let library = small();
    let whole = Dependencies::of(library.law()).by_ruleset(library.law());
    let report = report(&library, &whole, &[]);
    let counted: Vec<_> = report
        .edges
        .iter()
        .map(|edge| (edge.kind.as_str(), edge.to.as_str(), edge.grounds.len()))
        .collect();
    let expected = [
        ("within", "jurisdiction:EU", 1),
        ("applies-in", "jurisdiction:NL", 1),
        ("uses", "ruleset:demo.standard@2", 1),
        ("deems", "ruleset:demo.standard@2", 1),
        ("deems", "label:star", 1),
        ("tightens", "ruleset:demo.standard@2", 1),
        ("uses", "label:moon", 1),
        ("cites", "ruleset:demo.standard@2", 1),
    ];
    assert_eq!(counted, expected);
    let deems = report.edges.iter().find(|edge| edge.kind == "deems").unwrap();
    assert_eq!(deems.grounds[0].from.as_deref(), Some("rule:demo.law@1/4"));
    assert_eq!(deems.grounds[0].to.as_deref(), Some("rule:demo.standard@2/1"));
}

#[test]
fn edges_of_meaning_come_from_proofs_alone() {
    let library = small();
    let mut graph = Dependencies::of(library.law());
    let proven =
        [EdgeKind::ConflictsWith, EdgeKind::StricterThan, EdgeKind::EqualTo, EdgeKind::Overlaps];
    assert!(!graph.edges().any(|(.., edge)| proven.contains(&edge.kind)));
    let (from, to) = (node(&library, "demo.law.4"), node(&library, "demo.standard.1"));
    let said = "support of 3 years meets the standard and not the law".to_owned();
    let product = Some("support: 3 years".to_owned());
    let edge = ProvenEdge { from, to, relation: Relation::StricterThan, said, product };
    graph.add_proven(&[edge.clone(), edge]);
    let report = report(&library, &graph, &[]);
    let added: Vec<String> =
        report.edges.iter().filter(|edge| edge.kind == "stricter-than").flat_map(told).collect();
    let said = "stricter-than, support of 3 years meets the standard and not the law";
    assert_eq!(added, [format!("rule:demo.law@1/4 stricter-than rule:demo.standard@2/1: {said}")]);
    // What a rule rests on does not change by what is proved of it.
    assert!(report.circles.is_empty());
}

/// Terms that only rename may be many; a page of them ends, and what it leaves out is counted.
#[test]
fn long_chain_is_told_up_to_a_bound() {
    let chain: String = (1..3_000).map(|at| format!("  term t{at} means t{}.\n", at - 1)).collect();
    let law =
        LAW.replacen("  parameter", &format!("  term t0 means online.\n{chain}  parameter"), 1);
    let law = law.replace("must c.scheme is not moon.", "must t2999.");
    let library = load(&[PLACES, FACTS, STANDARD, &law]);
    let graph = Dependencies::of(library.law());
    let names = Names { law: library.law(), language: Language::English };
    let tree = Tree { names, graph: &graph, depth: None, paint: Paint::default() };
    let page = tree.impact(node(&library, "online"));
    assert!(page.contains("2 rules of 1 ruleset, 1 directly"), "{page}");
    assert!(page.contains("demo.law.t38\n") && !page.contains("demo.law.t41\n"), "{page}");
    let rule = [node(&library, "demo.law.5")];
    let reached = graph.reach(&rule, Direction::Foundations, None);
    assert_eq!(reached.get(&node(&library, "demo.law.t0")), Some(&3_000));
}
