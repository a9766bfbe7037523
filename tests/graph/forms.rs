//! Every form of the view: well formed, escaped, the same each time.

use super::{report, shipped, small};
use comity::Library;
use comity::graph::{Dependencies, EdgeKind, Node, find};
use comity::model::text::Language;
use comity::report::graph::dot::dot;
use comity::report::graph::json::{FORMAT, GraphReport, graph_schema};
use comity::report::graph::mermaid::mermaid;
use comity::report::graph::names::Names;
use comity::report::graph::overview::overview_page;
use comity::report::graph::svg::svg;
use comity::report::graph::tree::Tree;
use comity::report::paint::Paint;
use roxmltree::Document;

fn whole(library: &Library, about: &str) -> GraphReport {
    report(library, &Dependencies::of(library.law()), &find(library.law(), about))
}

#[test]
fn json_is_as_its_schema_says() {
    let report = whole(&small(), "demo.law.4");
    let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    let validator = jsonschema::validator_for(&graph_schema()).unwrap();
    let faults: Vec<String> = validator.iter_errors(&json).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(json["format"], FORMAT);
    assert_eq!(json["about"], serde_json::json!(["rule:demo.law@1/4"]));
    let mut less = json.clone();
    less["edges"][0].as_object_mut().unwrap().remove("grounds");
    assert!(!validator.is_valid(&less), "the schema asks for nothing");
}

#[test]
fn kinds_of_edges_in_the_schema_are_those_there_are() {
    let schema = graph_schema().to_string();
    for (kind, word) in EdgeKind::ALL {
        assert!(schema.contains(&format!("`{word}`")), "{word}");
        assert_eq!(kind.word(), word);
    }
}

#[test]
fn edges_lead_to_nodes_and_have_grounds() {
    let report = whole(shipped(), "uk.psti");
    let ids: std::collections::BTreeSet<&str> =
        report.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids.len(), report.nodes.len(), "an id twice");
    for edge in &report.edges {
        assert!(ids.contains(edge.from.as_str()) && ids.contains(edge.to.as_str()), "{edge:?}");
        assert!(!edge.grounds.is_empty(), "{edge:?}");
    }
}

/// The vocabulary has a title with everything that could end a text: `"always" <on> & | x`.
#[test]
fn dot_escapes_names() {
    let text = dot(&whole(&small(), "online"));
    assert!(text.starts_with("digraph comity {\n") && text.ends_with("}\n"));
    assert!(text.contains(r#"[label="online\nOnline \"always\" <on> & | `x`""#), "{text}");
    for line in text.lines() {
        let quotes = line.replace("\\\\", "").replace("\\\"", "").matches('"').count();
        assert_eq!(quotes % 2, 0, "{line}");
    }
    assert!(text.contains("\"rule:demo.law@1/4\" -> \"rule:demo.standard@2/1\""));
}

#[test]
fn mermaid_escapes_names() {
    let text = mermaid(&whole(&small(), "online"));
    assert!(text.starts_with("flowchart LR\n"));
    let title = "online<br/>Online #34;always#34; #60;on#62; #38; #124; #96;x#96;";
    assert!(text.contains(title), "{text}");
    assert!(text.contains("==>|\"deemed met by: Article 5\"|"), "{text}");
    for line in text.lines() {
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
    }
}

#[test]
fn svg_is_xml_with_a_box_for_each_node_and_titles() {
    let report = whole(&small(), "online");
    let text = svg(&report);
    let document = Document::parse(&text).unwrap();
    let of_class = |class: &'static str| {
        document.descendants().filter(move |node| {
            let classes = node.attribute("class").unwrap_or_default();
            classes.split(' ').any(|own| own == class)
        })
    };
    assert_eq!(of_class("node").count(), report.nodes.len());
    assert_eq!(of_class("about").count(), 1);
    for group in of_class("node").chain(of_class("edge")) {
        let title = group.first_element_child().unwrap();
        assert_eq!(title.tag_name().name(), "title");
        assert!(!title.text().unwrap_or_default().is_empty());
    }
    assert!(text.contains("prefers-color-scheme: dark"));
    assert!(document.root_element().attribute("aria-labelledby").is_some());
}

#[test]
fn boxes_of_a_picture_do_not_overlap() {
    let library = shipped();
    let graph = Dependencies::of(library.law()).by_ruleset(library.law());
    let text = svg(&report(library, &graph, &[]));
    let document = Document::parse(&text).unwrap();
    let number = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.attribute(name).unwrap_or("0").parse::<i64>().unwrap()
    };
    let boxes: Vec<[i64; 4]> = document
        .descendants()
        .filter(|node| node.has_tag_name("rect") && node.attribute("rx").is_some())
        .map(|node| ["x", "y", "width", "height"].map(|name| number(&node, name)))
        .collect();
    assert!(boxes.len() > 50, "{}", boxes.len());
    let apart = |one: &[i64; 4], other: &[i64; 4]| {
        let after = |place: usize| one[place] >= other[place] + other[place + 2];
        let before = |place: usize| other[place] >= one[place] + one[place + 2];
        (0..2).any(|place| after(place) || before(place))
    };
    for (at, one) in boxes.iter().enumerate() {
        assert!(one[0] >= 0 && one[1] >= 0, "{one:?}");
        for other in &boxes[at + 1..] {
            assert!(apart(one, other), "{one:?} and {other:?} overlap");
        }
    }
}

#[test]
fn circle_is_drawn_and_told() {
    let library = small();
    let mut graph = Dependencies::of(library.law());
    let relation = comity::graph::Relation::ConflictsWith;
    let ends = ["demo.law.4", "demo.standard.1"].map(|name| super::node(&library, name));
    let both = [ends, [ends[1], ends[0]]].map(|[from, to]| comity::graph::ProvenEdge {
        from,
        to,
        relation,
        said: "a product".to_owned(),
        product: None,
    });
    graph.add_proven(&both);
    let text = svg(&report(&library, &graph, &[]));
    assert_eq!(text.matches("class=\"edge clash conflicts-with\"").count(), 2);
    Document::parse(&text).unwrap();
}

#[test]
fn same_law_gives_the_same_bytes() {
    let forms = || {
        let library = Library::shipped().unwrap();
        let graph = Dependencies::of(library.law());
        let ties = graph.by_ruleset(library.law());
        let names = Names { law: library.law(), language: Language::French };
        let report = report(&library, &ties, &[]);
        let about = find(library.law(), "product.kind")[0];
        let tree = Tree { names, graph: &graph, depth: None, paint: Paint::default() };
        [
            report.to_json(),
            dot(&report),
            mermaid(&report),
            svg(&report),
            overview_page(names, &ties, Paint::default()),
            tree.both_ways(about),
        ]
    };
    assert_eq!(forms(), forms());
}

#[test]
fn page_tells_clauses_in_order_with_their_citations() {
    let library = small();
    let graph = Dependencies::of(library.law());
    let names = Names { law: library.law(), language: Language::English };
    let tree = Tree { names, graph: &graph, depth: Some(1), paint: Paint::default() };
    let [Node::Rule(rule)] = find(library.law(), "demo.law.4")[..] else { panic!("a rule") };
    let expected = "\
demo.law.4  Long support
rule, Article 4

Rests on
  must  Article 4
    fact         support  Support
    parameter    demo.law.long
  unless  Article 4(2)
    fact         online  Online \"always\" <on> & | `x`
  deemed met where  from 2026-01-01  Article 5
    rule         demo.standard.1 is met  Support
    label        star  The star
    term         demo.law.starred
  in the scope of
    ruleset      demo.law  A law
  tightens  Article 4
    rule         demo.standard.1  Support

What rests on it: nothing
";
    assert_eq!(tree.both_ways(Node::Rule(rule)), expected);
}
