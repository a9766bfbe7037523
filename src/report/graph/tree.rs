//! What something rests on and what rests on it, as an indented page for people.

use super::build::asked_words;
use super::names::{Names, citation_of};
use crate::graph::{Dependencies, Direction, Edge, EdgeKind, Ground, Node};
use crate::report::paint::Paint;
use crate::report::words::period;
use indexmap::{IndexMap, IndexSet};
use std::fmt::Write as _;

/// Columns by which each level is set in.
const STEP: usize = 2;

/// A page about single nodes of a graph.
#[derive(Debug, Clone, Copy)]
pub struct Tree<'a> {
    /// What things are called.
    pub names: Names<'a>,
    /// The graph.
    pub graph: &'a Dependencies,
    /// How many steps to go; none is all the way.
    pub depth: Option<usize>,
    /// How the page is laid out.
    pub paint: Paint,
}

impl Tree<'_> {
    /// What the node rests on, and what rests on it.
    #[must_use]
    pub fn both_ways(&self, node: Node) -> String {
        let mut out = self.heading(node);
        let below = self.foundations(node);
        if !below.is_empty() {
            let _ = write!(out, "\n{}\n{below}", self.paint.strong("Rests on"));
        }
        out + &self.dependents(node)
    }

    /// What rests on the node alone.
    #[must_use]
    pub fn impact(&self, node: Node) -> String {
        self.heading(node) + &self.dependents(node)
    }

    fn heading(&self, node: Node) -> String {
        let name = self.paint.strong(&self.names.name(node));
        let mut out =
            format!("{}\n", self.paint.filled(&format!("{name}  "), &self.names.title(node)));
        let kind = self.names.kind(node);
        let cited = self.names.citation(node).unwrap_or_default();
        let line = if cited.is_empty() { kind.to_owned() } else { format!("{kind}, {cited}") };
        let _ = writeln!(out, "{}", self.paint.filled("", &self.paint.faint(&line)));
        out
    }

    fn foundations(&self, node: Node) -> String {
        let mut out = String::new();
        let mut seen = IndexSet::from([node]);
        self.write_foundations(&mut out, node, 1, &mut seen);
        out
    }

    /// Clause by clause in the order of the text, each with what it names.
    fn write_foundations(
        &self,
        out: &mut String,
        node: Node,
        level: usize,
        seen: &mut IndexSet<Node>,
    ) {
        let steps = self.graph.next(node, Direction::Foundations);
        let mut clauses: IndexMap<String, Vec<(Node, &Edge)>> = IndexMap::new();
        for (far, edge) in steps {
            let at_head = node.is_whole() && far.is_whole();
            if !(at_head && level > 1) {
                clauses.entry(self.clause(node, far, edge)).or_default().push((far, edge));
            }
        }
        // A term means what it names; there is no clause to tell apart.
        let clauses: Vec<_> = clauses.into_iter().collect();
        for (heading, named) in clauses {
            let indent = " ".repeat(level * STEP);
            let _ = writeln!(out, "{}", self.paint.filled(&indent, &heading));
            for (far, edge) in named {
                self.write_named(out, far, edge, level, seen);
            }
        }
    }

    fn write_named(
        &self,
        out: &mut String,
        far: Node,
        edge: &Edge,
        level: usize,
        seen: &mut IndexSet<Node>,
    ) {
        let is_new = seen.insert(far);
        let leads_on = !self.graph.next(far, Direction::Foundations).is_empty();
        let remark = match (is_new, leads_on) {
            (false, true) => "  (see above)",
            _ => "",
        };
        let line = format!("{}{remark}", self.line(far, edge));
        let _ = writeln!(out, "{}", self.entry(level + 1, far, &line));
        if is_new && self.depth.is_none_or(|depth| level < depth) {
            self.write_foundations(out, far, level + 2, seen);
        }
    }

    /// `must  (Schedule 1, paragraph 1)`
    fn clause(&self, node: Node, far: Node, edge: &Edge) -> String {
        let words = match edge.kind {
            EdgeKind::Overrides => "lifted where it stands by",
            EdgeKind::Uses if node.is_whole() && far.is_whole() => "names",
            EdgeKind::Within => "lies within",
            _ => self.names.reason(node, far, edge),
        };
        let mut parts = vec![self.paint.open(words)];
        parts.extend(dates_of(edge));
        let citation = citation_of(edge).map(|citation| self.paint.faint(&citation.pinpoint));
        parts.extend(citation);
        parts.join("  ")
    }

    /// Name and title, and what is asked of another rule.
    fn line(&self, node: Node, edge: &Edge) -> String {
        let asked = match &edge.ground {
            Ground::Clause { asked: Some(asked), .. } => match asked_words(*asked) {
                "applies" => " applies".to_owned(),
                words => format!(" is {words}"),
            },
            _ => String::new(),
        };
        let name = self.names.name(node);
        let title = self.names.title(node);
        let title =
            if title.is_empty() { title } else { format!("  {}", self.paint.faint(&title)) };
        format!("{name}{asked}{title}")
    }

    fn entry(&self, level: usize, node: Node, line: &str) -> String {
        let first = format!("{}{:<10}", " ".repeat(level * STEP), self.names.kind(node));
        self.paint.filled(&first, line)
    }

    fn dependents(&self, node: Node) -> String {
        let start = self.graph.with_fields(node);
        let mut out = String::new();
        let mut seen: IndexSet<Node> = start.iter().copied().collect();
        for &own in &start {
            let mut part = String::new();
            self.write_dependents(&mut part, own, 1, &mut seen);
            if own != node && !part.is_empty() {
                let _ = writeln!(out, "  through {}", self.names.name(own));
            }
            out.push_str(&part);
        }
        let heading = self.paint.strong("What rests on it");
        format!("\n{heading}: {}\n{out}", self.counts(&start))
    }

    /// `12 rules of 3 rulesets, 2 of them directly`
    fn counts(&self, start: &[Node]) -> String {
        let reached = self.graph.reach(start, Direction::Dependents, self.depth);
        let is_rule =
            |(node, steps): &(&Node, &usize)| matches!(node, Node::Rule(_)) && **steps > 0;
        let rules: Vec<_> = reached.iter().filter(is_rule).collect();
        if rules.is_empty() {
            return if reached.len() > start.len() { "no rule" } else { "nothing" }.to_owned();
        }
        let rulesets: IndexSet<_> =
            rules.iter().filter_map(|(node, _)| self.names.ruleset_of(**node)).collect();
        let direct = rules.iter().filter(|(_, steps)| **steps == 1).count();
        let (rules, rulesets) = (counted(rules.len(), "rule"), counted(rulesets.len(), "ruleset"));
        format!("{rules} of {rulesets}, {direct} directly")
    }

    fn write_dependents(
        &self,
        out: &mut String,
        node: Node,
        level: usize,
        seen: &mut IndexSet<Node>,
    ) {
        let mut found: IndexMap<Node, Vec<&Edge>> = IndexMap::new();
        for (far, edge) in self.graph.next(node, Direction::Dependents) {
            let at_head = node.is_whole() && far.is_whole();
            if !(at_head && level > 1) {
                found.entry(far).or_default().push(edge);
            }
        }
        for (far, edges) in found {
            if seen.insert(far) {
                self.write_dependent(out, (node, far), &edges, level, seen);
            }
        }
    }

    fn write_dependent(
        &self,
        out: &mut String,
        (node, far): (Node, Node),
        edges: &[&Edge],
        level: usize,
        seen: &mut IndexSet<Node>,
    ) {
        let mut why: Vec<String> = edges.iter().map(|edge| self.why((far, node), edge)).collect();
        why.dedup();
        let title = self.names.title(far);
        let title =
            if title.is_empty() { title } else { format!("  {}", self.paint.faint(&title)) };
        let line = format!("{}  {}{title}", self.names.name(far), why.join("; "));
        let _ = writeln!(out, "{}", self.entry(level, far, &line));
        let goes_on = self.depth.is_none_or(|depth| level < depth) && !is_at_head(far, node);
        match far {
            _ if !goes_on => {}
            Node::Ruleset(_) => self.write_scope(out, far, level + 1, seen),
            _ => self.write_dependents(out, far, level + 1, seen),
        }
    }

    /// The rules in the scope of a ruleset are told by their number: all of them rest on it.
    fn write_scope(
        &self,
        out: &mut String,
        ruleset: Node,
        level: usize,
        seen: &mut IndexSet<Node>,
    ) {
        let rules = self.graph.next(ruleset, Direction::Dependents);
        let rules =
            rules.iter().filter(|(far, _)| matches!(far, Node::Rule(_)) && seen.insert(*far));
        let count = rules.count();
        if count > 0 {
            let words = format!("and so the {} in its scope", counted(count, "rule"));
            let _ = writeln!(out, "{}{words}", " ".repeat(level * STEP));
        }
    }

    /// `deemed met where (Schedule 2, paragraph 1)`
    fn why(&self, (dependent, foundation): (Node, Node), edge: &Edge) -> String {
        let words = match edge.kind {
            EdgeKind::Overrides => "lifted where it stands",
            EdgeKind::Uses if is_at_head(dependent, foundation) => "names it",
            _ => self.names.reason(dependent, foundation, edge),
        };
        let mut text = self.paint.open(words);
        for part in
            dates_of(edge).into_iter().chain(citation_of(edge).map(|own| own.pinpoint.clone()))
        {
            let _ = write!(text, ", {part}");
        }
        text
    }
}

fn is_at_head(one: Node, other: Node) -> bool {
    one.is_whole() && other.is_whole()
}

fn dates_of(edge: &Edge) -> Option<String> {
    match &edge.ground {
        Ground::Clause { period: dates, .. } => period(dates),
        _ => None,
    }
}

/// `1 rule`, `12 rules`
pub(super) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
