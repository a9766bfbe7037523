//! The graph as a Mermaid flowchart.

use super::json::{GraphReport, NodeReport};
use super::picture::{cut, edge_label, shown};
use indexmap::IndexMap;
use std::fmt::Write as _;

/// Longest title inside a box.
const LONGEST_TITLE: usize = 60;

/// The whole picture as Mermaid.
#[must_use]
pub fn mermaid(report: &GraphReport) -> String {
    let mut out = String::from("flowchart LR\n");
    let places: IndexMap<&str, usize> =
        report.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    for (at, node) in report.nodes.iter().enumerate() {
        let (open, close) = shape(&node.kind);
        let _ = writeln!(out, "  n{at}{open}\"{}\"{close}", label(node));
    }
    for edge in shown(report) {
        let ends = (places.get(edge.from.as_str()), places.get(edge.to.as_str()));
        let (Some(from), Some(to)) = ends else { continue };
        let text = escaped(&edge_label(edge));
        let text = if text.is_empty() { text } else { format!("|\"{text}\"|") };
        let _ = writeln!(out, "  n{from} {}{text} n{to}", arrow(&edge.kind));
    }
    for (at, _) in
        report.nodes.iter().enumerate().filter(|(_, node)| report.about.contains(&node.id))
    {
        let _ = writeln!(out, "  style n{at} stroke-width:3px");
    }
    out
}

fn label(node: &NodeReport) -> String {
    let name = escaped(&node.name);
    let title = escaped(&cut(&node.title, LONGEST_TITLE));
    if title.is_empty() { name } else { format!("{name}<br/>{title}") }
}

/// What would end the text, open a tag or start Markdown is written as a numbered character.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '"' | '<' | '>' | '&' | '#' | '`' | '|' | '\\' => {
                let _ = write!(out, "#{};", u32::from(character));
            }
            '\n' => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

fn shape(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "ruleset" => ("[[", "]]"),
        "term" => ("(", ")"),
        "parameter" => ("{{", "}}"),
        "fact" => ("([", "])"),
        "label" => ("[/", "/]"),
        "jurisdiction" => ("((", "))"),
        _ => ("[", "]"),
    }
}

fn arrow(kind: &str) -> &'static str {
    match kind {
        "deems" | "overrides" => "==>",
        "uses" => "-->",
        "conflicts-with" | "equal-to" | "overlaps" => "<-->",
        _ => "-.->",
    }
}
