//! What every picture of a graph shares: which edges it shows, and what stands on them.

use super::json::{EdgeReport, GraphReport, NodeReport};
use crate::report::told_product::product_lines;
use indexmap::IndexSet;
use std::collections::BTreeSet;

/// Longest label of an edge.
const LONGEST: usize = 64;

/// The edges that a picture shows: those that a longer way makes needless are left out, and
/// declarations, but for the fields of a list that was asked about. That a ruleset names another
/// is told by what its rules do with it, where they do something.
pub(super) fn shown(report: &GraphReport) -> impl Iterator<Item = &EdgeReport> {
    let is_field =
        |edge: &EdgeReport| edge.from.starts_with("fact:") && report.about.contains(&edge.from);
    let ends = |edge: &EdgeReport| (edge.from.clone(), edge.to.clone());
    let told = report.edges.iter().filter(|edge| edge.kind != "uses").map(ends);
    let told: BTreeSet<_> = told.collect();
    let only_names = move |edge: &EdgeReport| {
        edge.kind == "uses" && edge.from.starts_with("ruleset:") && told.contains(&ends(edge))
    };
    let tells = move |edge: &EdgeReport| match edge.kind.as_str() {
        "defines" => is_field(edge),
        _ => !only_names(edge),
    };
    report.edges.iter().filter(move |edge| !edge.implied && edge.from != edge.to && tells(edge))
}

/// What stands on an edge: its kind or the words of its clause, how often, and the citation if
/// there is one for all.
pub(super) fn edge_label(edge: &EdgeReport) -> String {
    let clauses: IndexSet<&str> =
        edge.grounds.iter().map(|ground| ground.clause.as_str()).collect();
    let words = match edge.kind.as_str() {
        // That a term means what its text names need not be said of every name.
        "uses" if clauses.iter().all(|clause| *clause == "means") => return String::new(),
        "uses" => few(&clauses),
        "deems" => "deemed met by".to_owned(),
        kind => kind.replace('-', " "),
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

/// Two of them, and a sign that there are more.
fn few(words: &IndexSet<&str>) -> String {
    let more = if words.len() > 2 { ", …" } else { "" };
    words.iter().take(2).copied().collect::<Vec<_>>().join(", ") + more
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
        let mut lines = vec![parts.into_iter().flatten().collect::<Vec<_>>().join(" ")];
        lines.extend(ground.product.iter().flat_map(|product| product_lines(product)));
        lines.join("\n")
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
