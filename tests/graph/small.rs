//! A small law: its nodes, and its edges with the clauses behind them.

use super::{LAW, STANDARD, node, report, small, told};
use comity::graph::{Dependencies, Direction};

#[test]
fn nodes_are_all_that_is_declared() {
    let library = small();
    let report = report(&library, &Dependencies::of(library.law()), &[]);
    let ids: Vec<&str> = report.nodes.iter().map(|node| node.id.as_str()).collect();
    let expected = [
        "jurisdiction:EU",
        "jurisdiction:NL",
        "ruleset:demo.law@1",
        "ruleset:demo.standard@2",
        "rule:demo.law@1/4",
        "rule:demo.law@1/5",
        "rule:demo.standard@2/1",
        "rule:demo.standard@2/2",
        "term:demo.law@1/starred",
        "term:demo.law@1/plain",
        "parameter:demo.law@1/long",
        "label:star",
        "label:moon",
        "fact:online",
        "fact:support",
        "fact:certificates",
        "fact:unread",
        "fact:certificates.scheme",
        // Every list has one.
        "fact:certificates.id",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn edges_say_what_the_clauses_name_and_no_more() {
    let library = small();
    let graph = Dependencies::of(library.law());
    let mut told: Vec<String> = report(&library, &graph, &[])
        .edges
        .iter()
        .filter(|edge| edge.kind != "defines")
        .flat_map(told)
        .collect();
    told.sort();
    let expected = [
        "jurisdiction:NL within jurisdiction:EU: within",
        "rule:demo.law@1/4 deems label:star: deemed met where, from 2026-01-01, Article 5",
        "rule:demo.law@1/4 deems rule:demo.standard@2/1: deemed met where, (met), from 2026-01-01, Article 5",
        "rule:demo.law@1/4 tightens rule:demo.standard@2/1: tightens, Article 4",
        // The rule reads the fact itself; the term `plain` means the same, but is not named here.
        "rule:demo.law@1/4 uses fact:online: unless, Article 4(2)",
        "rule:demo.law@1/4 uses fact:support: must, Article 4",
        "rule:demo.law@1/4 uses parameter:demo.law@1/long: must, Article 4",
        "rule:demo.law@1/4 uses ruleset:demo.law@1: in the scope of",
        "rule:demo.law@1/4 uses term:demo.law@1/starred: deemed met where, from 2026-01-01, Article 5",
        "rule:demo.law@1/5 cites rule:demo.standard@2/2: unless, (applies), Article 6",
        "rule:demo.law@1/5 uses fact:certificates.scheme: must, Article 6",
        "rule:demo.law@1/5 uses fact:certificates: must, Article 6",
        "rule:demo.law@1/5 uses label:moon: must, Article 6",
        "rule:demo.law@1/5 uses ruleset:demo.law@1: in the scope of",
        "rule:demo.standard@2/1 uses fact:support: must, provision 1",
        "rule:demo.standard@2/2 overrides rule:demo.standard@2/1: overrides, provision 2",
        "rule:demo.standard@2/2 uses fact:support: should, provision 2",
        "ruleset:demo.law@1 applies-in jurisdiction:NL: applies in",
        "ruleset:demo.law@1 uses ruleset:demo.standard@2: uses",
        "ruleset:demo.law@1 uses term:demo.law@1/plain: applies where, Article 2",
        "term:demo.law@1/plain uses fact:online: means",
        "term:demo.law@1/starred uses fact:certificates.scheme: means",
        "term:demo.law@1/starred uses fact:certificates: means",
        "term:demo.law@1/starred uses label:star: means",
    ];
    assert_eq!(told, expected);
}

#[test]
fn edge_points_at_its_clause() {
    let library = small();
    let report = report(&library, &Dependencies::of(library.law()), &[]);
    let edge = report.edges.iter().find(|edge| edge.to == "label:star" && edge.kind == "deems");
    let line = LAW.lines().position(|line| line.contains("deemed met")).unwrap() + 1;
    let ground = &edge.unwrap().grounds[0];
    assert_eq!((ground.file.as_deref(), ground.line), (Some("two"), Some(line)));
    let rule = report.nodes.iter().find(|node| node.id == "rule:demo.standard@2/2").unwrap();
    let line = STANDARD.lines().position(|line| line == "rule 2:").unwrap() + 1;
    assert_eq!((rule.file.as_str(), rule.line), ("one", line));
}

#[test]
fn what_is_declared_is_defined_by_its_ruleset_or_list() {
    let library = small();
    let report = report(&library, &Dependencies::of(library.law()), &[]);
    let defines = report.edges.iter().filter(|edge| edge.kind == "defines");
    let defines: Vec<_> = defines.map(|edge| (edge.from.as_str(), edge.to.as_str())).collect();
    let expected = [
        ("fact:certificates", "fact:certificates.scheme"),
        ("fact:certificates", "fact:certificates.id"),
        ("ruleset:demo.law@1", "parameter:demo.law@1/long"),
        ("ruleset:demo.law@1", "term:demo.law@1/starred"),
        ("ruleset:demo.law@1", "term:demo.law@1/plain"),
        ("ruleset:demo.law@1", "rule:demo.law@1/4"),
        ("ruleset:demo.law@1", "rule:demo.law@1/5"),
        ("ruleset:demo.standard@2", "rule:demo.standard@2/1"),
        ("ruleset:demo.standard@2", "rule:demo.standard@2/2"),
    ];
    assert_eq!(defines, expected);
}

#[test]
fn impact_follows_terms_scopes_ranks_and_routes() {
    let library = small();
    let graph = Dependencies::of(library.law());
    let impact = |name: &str, depth| {
        let reached = graph.reach(&[node(&library, name)], Direction::Dependents, depth);
        let ids = report(&library, &graph.narrowed(|node| reached.contains_key(&node)), &[]).nodes;
        ids.into_iter().map(|node| node.name).collect::<Vec<_>>()
    };
    // Through the term to the ruleset, whose scope all its rules share.
    let all = ["demo.law", "demo.law.4", "demo.law.5", "demo.law.plain", "online"];
    assert_eq!(impact("online", None), all);
    assert_eq!(impact("online", Some(1)), ["demo.law.4", "demo.law.plain", "online"]);
    // Where rule 2 stands, rule 1 is lifted: the lifted one rests on it.
    let of_2 = ["demo.law.4", "demo.law.5", "demo.standard.1", "demo.standard.2"];
    assert_eq!(impact("demo.standard/2", None), of_2);
    assert_eq!(impact("star", None), ["demo.law.4", "demo.law.starred", "star"]);
    assert_eq!(impact("unread", None), ["unread"]);
    // What the head of a ruleset names is not what its rules rest on.
    assert_eq!(impact("nl", None), ["NL", "demo.law"]);
}

#[test]
fn restriction_keeps_what_the_chosen_rest_on() {
    let library = small();
    let chosen = library.find_rulesets(&["demo.standard".to_owned()]).unwrap();
    let part = Dependencies::of(library.law()).within(library.law(), &chosen);
    let names: Vec<String> =
        report(&library, &part, &[]).nodes.into_iter().map(|node| node.name).collect();
    assert_eq!(names, ["demo.standard", "demo.standard.1", "demo.standard.2", "support"]);
}
