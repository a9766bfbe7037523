//! How rulesets rest on each other, as a page for people.

use super::names::{Names, citation_of};
use super::tree::counted;
use crate::graph::{Dependencies, Edge, EdgeKind, Node};
use crate::report::paint::Paint;
use indexmap::{IndexMap, IndexSet};
use std::fmt::Write as _;

/// All rulesets that are tied to others or to labels, and what cannot be read in order.
/// `graph` has one node for each ruleset.
#[must_use]
pub fn overview_page(names: Names<'_>, graph: &Dependencies, paint: Paint) -> String {
    let mut out = String::new();
    let mut tied: IndexSet<Node> = IndexSet::new();
    for ruleset in graph.nodes().filter(|node| matches!(node, Node::Ruleset(_))) {
        let ties = ties_of(graph, ruleset);
        if ties.iter().any(|(to, ..)| !matches!(to, Node::Jurisdiction(_))) {
            tied.insert(ruleset);
            tied.extend(ties.iter().map(|(to, ..)| *to));
            write_ruleset(&mut out, names, ruleset, &ties, paint);
        }
    }
    let lonely =
        graph.nodes().filter(|node| matches!(node, Node::Ruleset(_)) && !tied.contains(node));
    let lonely: Vec<String> = lonely.map(|node| names.name(node)).collect();
    if !lonely.is_empty() {
        let first =
            format!("{} name no other and are named by none: ", counted(lonely.len(), "ruleset"));
        let _ = writeln!(out, "{}", paint.filled("", &(first + &lonely.join(", "))));
    }
    out + &circles_text(names, graph, paint) + FURTHER
}

const FURTHER: &str =
    "\n`comity graph --from NAME` shows one rule, ruleset, fact, term, label or place.\n";

/// Groups of nodes that rest on each other; nothing where there is none.
#[must_use]
pub fn circles_text(names: Names<'_>, graph: &Dependencies, paint: Paint) -> String {
    let mut out = String::new();
    for circle in graph.circles() {
        let members: Vec<String> = circle.iter().map(|&node| names.name(node)).collect();
        let line = paint.filled("rest on each other: ", &members.join(", "));
        let _ = writeln!(out, "\n{line}");
    }
    out
}

/// Ends, kind and edges of the ties of one ruleset.
type Tie<'g> = (Node, EdgeKind, Vec<&'g Edge>);

fn ties_of(graph: &Dependencies, ruleset: Node) -> Vec<Tie<'_>> {
    let mut ties: IndexMap<(Node, EdgeKind), Vec<&Edge>> = IndexMap::new();
    for (_, to, edge) in graph.edges().filter(|(from, ..)| *from == ruleset) {
        ties.entry((to, edge.kind)).or_default().push(edge);
    }
    let mut ties: Vec<Tie<'_>> =
        ties.into_iter().map(|((to, kind), edges)| (to, kind, edges)).collect();
    ties.sort_by_key(|(_, kind, _)| *kind);
    ties
}

fn write_ruleset(
    out: &mut String,
    names: Names<'_>,
    ruleset: Node,
    ties: &[Tie<'_>],
    paint: Paint,
) {
    let first = format!("{}  ", paint.strong(&names.name(ruleset)));
    let _ = writeln!(out, "{}", paint.filled(&first, &names.title(ruleset)));
    for (to, kind, edges) in ties {
        let verb = match kind {
            EdgeKind::Uses if matches!(to, Node::Ruleset(_)) => "names",
            EdgeKind::Deems => "deemed by",
            EdgeKind::AppliesIn => "applies in",
            kind => kind.word(),
        };
        let mut line = format!("{} {}", names.kind(*to), names.name(*to));
        // How often tells something of rules; that a ruleset names another, it says once.
        if edges.iter().any(|edge| edge.between.is_some()) {
            let _ = write!(line, ", {}: {}", counted(edges.len(), "time"), clauses(edges));
        }
        let _ = writeln!(out, "{}", paint.filled(&format!("  {verb:<12}"), &line));
    }
    out.push('\n');
}

/// The citations of some edges, each once.
fn clauses(edges: &[&Edge]) -> String {
    let cited: IndexSet<&str> = edges
        .iter()
        .filter_map(|edge| citation_of(edge).map(|citation| citation.pinpoint.as_str()))
        .collect();
    cited.into_iter().collect::<Vec<_>>().join("; ")
}
