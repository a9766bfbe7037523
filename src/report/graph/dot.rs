//! The graph in the language of Graphviz.

use super::json::{GraphReport, NodeReport};
use super::picture::{cut, edge_label, edge_title, node_title, shown};
use std::fmt::Write as _;

/// Longest title inside a box.
const LONGEST_TITLE: usize = 60;

/// The whole picture as DOT.
#[must_use]
pub fn dot(report: &GraphReport) -> String {
    let mut out = String::from("digraph comity {\n  rankdir=LR;\n");
    out.push_str("  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];\n");
    out.push_str("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    for node in &report.nodes {
        let about = if report.about.contains(&node.id) { ", penwidth=2.5" } else { "" };
        let _ = writeln!(
            out,
            "  {} [label={}, shape={}, tooltip={}{about}];",
            quoted(&node.id),
            quoted(&label(node)),
            shape(&node.kind),
            quoted(&node_title(node)),
        );
    }
    for edge in shown(report) {
        let _ = writeln!(
            out,
            "  {} -> {} [label={}, style={}{}, tooltip={}];",
            quoted(&edge.from),
            quoted(&edge.to),
            quoted(&edge_label(edge)),
            style(&edge.kind),
            heads(&edge.kind),
            quoted(&edge_title(edge)),
        );
    }
    out.push_str("}\n");
    out
}

fn label(node: &NodeReport) -> String {
    let title = cut(&node.title, LONGEST_TITLE);
    if title.is_empty() { node.name.clone() } else { format!("{}\n{title}", node.name) }
}

/// A text in quotes: backslashes and quotes are escaped, line breaks written out.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}

fn shape(kind: &str) -> &'static str {
    match kind {
        "ruleset" => "folder",
        "term" => "ellipse",
        "parameter" => "hexagon",
        "fact" => "note",
        "label" => "octagon",
        "jurisdiction" => "house",
        _ => "box",
    }
}

/// What is said of both ends alike has two heads.
fn heads(kind: &str) -> &'static str {
    match kind {
        "conflicts-with" | "equal-to" | "overlaps" => ", dir=both",
        _ => "",
    }
}

fn style(kind: &str) -> &'static str {
    match kind {
        "deems" | "overrides" => "bold",
        "cites" | "adopts" | "tightens" | "relaxes" | "replaces" => "dashed",
        "defines" | "within" | "applies-in" => "dotted",
        _ => "solid",
    }
}
