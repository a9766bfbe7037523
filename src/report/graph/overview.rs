//! How rulesets rest on each other, as a page for people.

use super::names::{Names, citation_of};
use super::tree::counted;
use crate::graph::{Dependencies, Edge, EdgeKind, Ground, Node};
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
    out + &circles_text(names, graph, None, paint) + FURTHER
}

/// Citations of one tie.
const MOST_CITED: usize = 4;

const FURTHER: &str =
    "\n`comity graph --from NAME` shows one rule, ruleset, fact, term, label or place.\n";

/// What ties one ruleset to others and to labels, either way; nothing where nothing does.
#[must_use]
pub fn ties_text(names: Names<'_>, graph: &Dependencies, ruleset: Node, paint: Paint) -> String {
    let mut out = String::new();
    if !matches!(ruleset, Node::Ruleset(_)) {
        return out;
    }
    let own = ties_of(graph, ruleset);
    if own.iter().any(|(.., edges)| is_counted(edges)) {
        let _ = writeln!(out, "\n{}", paint.strong("What its rules rest on elsewhere"));
        let own: Vec<_> = own.into_iter().filter(|(.., edges)| is_counted(edges)).collect();
        write_ties(&mut out, names, &own, paint);
    }
    let users = graph.nodes().filter(|node| matches!(node, Node::Ruleset(_)) && *node != ruleset);
    for user in users {
        let ties: Vec<_> =
            ties_of(graph, user).into_iter().filter(|(to, ..)| *to == ruleset).collect();
        if !ties.is_empty() {
            let _ = writeln!(out, "\n{}", paint.strong(&format!("In {}", names.name(user))));
            write_ties(&mut out, names, &ties, paint);
        }
    }
    out
}

/// Groups of nodes that rest on each other, those with one of the nodes asked about.
#[must_use]
pub fn circles_text(
    names: Names<'_>,
    graph: &Dependencies,
    about: Option<&[Node]>,
    paint: Paint,
) -> String {
    let mut out = String::new();
    let asked = |circle: &Vec<Node>| {
        about.is_none_or(|about| circle.iter().any(|node| about.contains(node)))
    };
    for circle in graph.circles().iter().filter(|circle| asked(circle)) {
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
    write_ties(out, names, ties, paint);
    out.push('\n');
}

/// Whether the edges connect parts of their ends, so that their number tells something.
fn is_counted(edges: &[&Edge]) -> bool {
    edges.iter().any(|edge| edge.between.is_some())
}

fn write_ties(out: &mut String, names: Names<'_>, ties: &[Tie<'_>], paint: Paint) {
    for (to, kind, edges) in ties {
        let verb = match kind {
            EdgeKind::Uses if matches!(to, Node::Ruleset(_)) => "names",
            EdgeKind::Deems => "deemed by",
            EdgeKind::AppliesIn => "applies in",
            kind => kind.word(),
        };
        let mut line = format!("{} {}", names.kind(*to), names.name(*to));
        // How often tells something of rules; that a ruleset names another, it says once.
        if is_counted(edges) {
            let _ = write!(line, ", {}", often(edges));
        }
        let _ = writeln!(out, "{}", paint.filled(&format!("  {verb:<11} "), &line));
    }
}

/// How often, and by which clauses; what is proved has none, and an edge for each side of a pair.
fn often(edges: &[&Edge]) -> String {
    if edges.iter().all(|edge| matches!(edge.ground, Ground::Proof { .. })) {
        let pairs: IndexSet<_> = edges.iter().map(|edge| edge.between).collect();
        return counted(pairs.len(), "pair") + " of rules";
    }
    format!("{}: {}", counted(edges.len(), "time"), clauses(edges))
}

/// The first citations of some edges, each once.
fn clauses(edges: &[&Edge]) -> String {
    let cited: IndexSet<&str> = edges
        .iter()
        .filter_map(|edge| citation_of(edge).map(|citation| citation.pinpoint.as_str()))
        .collect();
    let first = cited.iter().take(MOST_CITED).copied().collect::<Vec<_>>().join("; ");
    match cited.len().saturating_sub(MOST_CITED) {
        0 => first,
        more => format!("{first}; and {more} more"),
    }
}
