//! What was proved of rules: edges of meaning, each with the product that shows it, in every form.

use super::{PLACES, load, node, report, shipped, small};
use comity::analysis::problem::Limits;
use comity::graph::{Dependencies, EdgeKind, Ground, Node, ProvenEdge, Relation};
use comity::jiff::civil::{Date, date};
use comity::model::text::Language;
use comity::report::build::product_report;
use comity::report::graph::dot::dot;
use comity::report::graph::json::{GraphReport, graph_schema};
use comity::report::graph::meaning::meaning_text;
use comity::report::graph::mermaid::mermaid;
use comity::report::graph::names::Names;
use comity::report::graph::proven::proven_edges;
use comity::report::graph::svg::svg;
use comity::report::paint::Paint;
use comity::{CheckRequest, LawRequest, Library};
use roxmltree::Document;

const TODAY: Date = date(2026, 11, 22);
const PROVEN: [EdgeKind; 4] =
    [EdgeKind::ConflictsWith, EdgeKind::StricterThan, EdgeKind::EqualTo, EdgeKind::Overlaps];

fn names(library: &Library) -> Names<'_> {
    Names { law: library.law(), language: Language::English }
}

/// What is proved of a rule and those that turn on the same decisions, in the three places.
fn around(rule: &str) -> (Dependencies, Vec<ProvenEdge>) {
    let library = shipped();
    let request = LawRequest {
        on: TODAY,
        jurisdictions: ["uk", "ca", "nl"].map(str::to_owned).to_vec(),
        with: Vec::new(),
    };
    let asked = library.ask(&request).unwrap();
    let (id, _) = library.law().find_rule(rule).unwrap();
    let near = asked.around(&[id].into(), 1);
    let limits = Limits { plain: true, ..Limits::default() };
    let conflicts = near.conflicts(&limits).found;
    let edges = proven_edges(names(library), &near.relations(&limits), &conflicts);
    let mut graph = Dependencies::of(library.law());
    graph.add_proven(&edges);
    (graph, edges)
}

/// The verdicts that `check` gives two rules about a product that stands behind an edge.
fn verdicts(product: &str, edge: &ProvenEdge) -> [String; 2] {
    let library = shipped();
    let manifest = library.read_manifest("product.yaml", product.as_bytes());
    let manifest = manifest.unwrap_or_else(|faults| panic!("{}: {product}", faults[0].kind));
    let request = CheckRequest::on(TODAY).within(["uk", "GB-NIR", "nl", "ca", "CA-QC", "CA-AB"]);
    let markets = library.check(&manifest, &request).unwrap();
    let report = product_report(library.law(), &manifest, &markets, Language::English);
    let rules: Vec<_> = report.markets.into_iter().flat_map(|market| market.rules).collect();
    [edge.from, edge.to].map(|node| {
        let name = names(library).name(node);
        rules.iter().find(|rule| rule.rule == name).unwrap().verdict.clone()
    })
}

#[test]
fn product_behind_an_edge_shows_what_it_says() {
    let (_, edges) = around("nl.uavg.art5.1");
    let (mut stricter, mut overlaps) = (0, 0);
    for edge in &edges {
        let Some(product) = &edge.product else {
            assert_eq!(edge.relation, Relation::EqualTo, "{edge:?}");
            continue;
        };
        let [from, to] = verdicts(product, edge);
        let meets = |verdict: &str| matches!(verdict, "met" | "deemed met");
        match edge.relation {
            Relation::StricterThan => {
                stricter += 1;
                assert!(from == "breached" && meets(&to), "{from} {to} {edge:?}");
            }
            Relation::Overlaps => {
                overlaps += 1;
                let breached = [&from, &to].into_iter().filter(|one| *one == "breached").count();
                let met = [&from, &to].into_iter().filter(|one| meets(one)).count();
                assert_eq!((breached, met), (1, 1), "{from} {to} {edge:?}");
            }
            _ => assert!(to != "not applicable" && from != "not applicable", "{edge:?}"),
        }
    }
    assert!(stricter >= 4 && overlaps >= 2 && overlaps % 2 == 0, "{stricter} {overlaps}");
}

fn find<'r>(report: &'r GraphReport, ends: (&str, &str), kind: &str) -> &'r super::EdgeReport {
    let is = |edge: &&super::EdgeReport| {
        edge.kind == kind && edge.from.contains(ends.0) && edge.to.contains(ends.1)
    };
    report.edges.iter().find(is).unwrap_or_else(|| panic!("{ends:?} {kind}"))
}

#[test]
fn forms_show_edges_of_meaning_with_their_witnesses() {
    let (graph, _) = around("nl.uavg.art5.1");
    let start = node(shipped(), "nl.uavg.art5.1");
    let near = graph.proven_around(&[start], 1);
    let report = report(shipped(), &graph.narrowed(|node| near.contains(&node)), &[start]);
    let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    assert!(jsonschema::validator_for(&graph_schema()).unwrap().is_valid(&json));
    let clash = find(&report, ("art5.1", "8.from13"), "conflicts-with");
    let product = clash.grounds[0].product.as_deref().unwrap();
    assert!(product.contains("data.child.parental_consent_below"), "{product}");
    assert!(find(&report, ("art8.1", "art5.1"), "equal-to").grounds[0].product.is_none());
    let words = "a product breaches nl.uavg.art5.1 and meets uk.gdpr.8; none the other way round";
    let stricter = find(&report, ("art5.1", "uk.gdpr@2026-06-19/8"), "stricter-than");
    assert_eq!(stricter.grounds[0].proof.as_deref(), Some(words));
    let dot = dot(&report);
    assert!(dot.contains("label=\"conflicts with\", style=solid, dir=both, tooltip="), "{dot}");
    assert!(dot.contains(words) && dot.contains("\\ndata.child.parental_consent_below: 13"));
    let mermaid = mermaid(&report);
    assert!(
        mermaid.contains("|\"stricter than\"|") && mermaid.contains("<-->|\"conflicts with\"|")
    );
    let svg = svg(&report);
    let page = Document::parse(&svg).unwrap();
    let titles: Vec<_> = page
        .descendants()
        .filter(|node| node.has_tag_name("title"))
        .filter_map(|node| node.text())
        .collect();
    let shows =
        |title: &&str| title.contains(words) && title.contains("parental_consent_below: 13");
    assert!(titles.iter().any(shows), "{titles:?}");
}

#[test]
fn page_tells_what_was_proved_from_either_side() {
    let (graph, _) = around("nl.uavg.art5.1");
    let page =
        |rule| meaning_text(names(shipped()), &graph, node(shipped(), rule), Paint::default());
    let strict = page("nl.uavg.art5.1");
    assert!(strict.starts_with("\nProved\n  conflicts with  uk.gdpr.8.from13"), "{strict}");
    assert!(strict.contains("  stricter than  uk.gdpr.8  "), "{strict}");
    assert!(page("uk.gdpr.8").contains("  looser than  nl.uavg.art5.1  "));
    assert_eq!(page("uk.psti.sch1.1"), "");
}

/// Three laws in a row; each end of an edge is a step, whichever way it points.
#[test]
fn steps_along_what_was_proved_are_counted_either_way() {
    let library = small();
    let mut graph = Dependencies::of(library.law());
    let rules = ["demo.law.4", "demo.standard.1", "demo.standard.2", "demo.law.5"]
        .map(|name| node(&library, name));
    let edge = |from, to, relation| ProvenEdge {
        from,
        to,
        relation,
        said: "proved".to_owned(),
        product: None,
    };
    let lost = load(&[PLACES, super::FACTS, super::STANDARD]);
    graph.add_proven(&[
        edge(rules[1], rules[0], Relation::StricterThan),
        edge(rules[1], rules[2], Relation::EqualTo),
        edge(rules[2], rules[3], Relation::Overlaps),
    ]);
    let reached = |steps| graph.proven_around(&rules[..1], steps).len();
    assert_eq!([0, 1, 2, 3, 9].map(reached), [1, 2, 3, 4, 4]);
    assert_eq!(graph.proven_at(rules[1]).len(), 2);
    // Neither edge says that one rule rests on another.
    assert!(graph.circles().is_empty());
    // What the graph does not have is not added.
    let mut smaller = Dependencies::of(lost.law());
    smaller.add_proven(&[edge(
        Node::Rule(comity::model::rule::RuleId(99)),
        rules[0],
        Relation::EqualTo,
    )]);
    assert!(!smaller.edges().any(|(.., edge)| PROVEN.contains(&edge.kind)));
    let proofs = graph.edges().filter(|(.., edge)| matches!(edge.ground, Ground::Proof { .. }));
    assert_eq!(proofs.count(), 3);
}
