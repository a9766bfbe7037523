//! What every picture of a graph shares: which edges it shows, and what stands on them.

use super::json::{EdgeReport, GraphReport, NodeReport};

/// Longest label of an edge.
const LONGEST: usize = 44;

/// The edges that a picture shows: those that a longer way makes needless are left out.
pub(super) fn shown(report: &GraphReport) -> impl Iterator<Item = &EdgeReport> {
    report.edges.iter().filter(|edge| !edge.implied && edge.from != edge.to)
}

/// What stands on an edge: its kind or the words of its clause, how often, and the citation if
/// there is one for all.
pub(super) fn edge_label(edge: &EdgeReport) -> String {
    let mut clauses: Vec<&str> = edge.grounds.iter().map(|ground| ground.clause.as_str()).collect();
    clauses.dedup();
    let words = match (edge.kind.as_str(), clauses.as_slice()) {
        ("uses", [one]) => (*one).to_owned(),
        ("uses", [one, ..]) => format!("{one} …"),
        (kind, _) => kind.replace('-', " "),
    };
    let count = edge.grounds.len();
    let parts = edge.grounds.iter().any(|ground| ground.from.is_some() || ground.to.is_some());
    let words = if parts && count > 1 { format!("{words} ×{count}") } else { words };
    // What a rule uses is told by the clause; where the law names another rule, by its citation.
    match common_citation(edge).filter(|_| edge.kind != "uses" && edge.kind != "defines") {
        Some(citation) => cut(&format!("{words}: {citation}"), LONGEST),
        None => words,
    }
}

fn common_citation(edge: &EdgeReport) -> Option<&str> {
    let mut citations = edge.grounds.iter().map(|ground| ground.citation.as_deref());
    let first = citations.next()??;
    citations.all(|other| other == Some(first)).then_some(first)
}

/// All that is known of an edge, a line for each of its grounds.
pub(super) fn edge_title(edge: &EdgeReport) -> String {
    let ground = |ground: &super::json::GroundReport| {
        let parts = [
            Some(ground.clause.clone()),
            ground.asked.as_ref().map(|asked| format!("({asked})")),
            ground.dates.clone(),
            ground.citation.clone(),
            ground.proof.clone(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let mut lines = vec![format!("{} {} {}", edge.from, edge.kind, edge.to)];
    lines.extend(edge.grounds.iter().map(ground));
    lines.join("\n")
}

/// All that is known of a node.
pub(super) fn node_title(node: &NodeReport) -> String {
    let parts = [Some(node.title.clone()), node.citation.clone()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    std::iter::once(format!("{} {}", node.kind, node.name))
        .chain(parts)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Text of at most so many characters, cut with an ellipsis.
pub(super) fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end_matches([' ', ',', ':', ';']))
}
