//! What something rests on and what rests on it, as an indented page for people.

use super::build::asked_words;
use super::names::{Names, citation_of};
use crate::graph::{Dependencies, Direction, Edge, EdgeKind, Ground, Node};
use crate::model::text::Language;
use crate::report::paint::Paint;
use crate::report::words::period;
use indexmap::{IndexMap, IndexSet};
use std::fmt::Write as _;

/// Columns by which each level is set in.
const STEP: usize = 2;
/// Steps that a page goes; further ones are counted and stand in the data.
const DEEPEST: usize = 40;

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
        let steps = self.graph.reach(&[node], Direction::Foundations, self.depth);
        let mut page = Page { out: String::new(), steps, seen: IndexSet::from([node]) };
        self.write_foundations(&mut page, node, 1);
        page.out
    }

    fn goes_on(&self, step: usize) -> bool {
        step < self.depth.unwrap_or(DEEPEST).min(DEEPEST)
    }

    /// Clause by clause in the order of the text, each with what it names.
    fn write_foundations(&self, page: &mut Page, node: Node, step: usize) {
        let mut clauses: IndexMap<String, Vec<(Node, &Edge)>> = IndexMap::new();
        for (far, edge) in self.graph.next(node, Direction::Foundations) {
            if !is_at_head(node, far) || step == 1 {
                clauses.entry(self.clause(node, far, edge)).or_default().push((far, edge));
            }
        }
        for (heading, mut named) in clauses {
            // What a duty is deemed met by comes before the terms that say when.
            named.sort_by_key(|(_, edge)| edge.kind != EdgeKind::Deems);
            let indent = " ".repeat((2 * step - 1) * STEP);
            let _ = writeln!(page.out, "{}", self.paint.filled(&indent, &heading));
            for (far, edge) in named {
                self.write_named(page, far, edge, step);
            }
        }
    }

    fn write_named(&self, page: &mut Page, far: Node, edge: &Edge, step: usize) {
        let goes_on =
            self.goes_on(step) && !self.graph.next(far, Direction::Foundations).is_empty();
        let opens = goes_on && page.opens(far, step);
        let remark = if goes_on && !opens { "  (told elsewhere here)" } else { "" };
        let line = format!("{}{remark}", self.line(far, edge));
        let _ = writeln!(page.out, "{}", self.entry(2 * step, far, &line));
        if opens {
            self.write_foundations(page, far, step + 1);
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
        let first = format!("{}{:<13}", " ".repeat(level * STEP), self.names.kind(node));
        self.paint.filled(&first, line)
    }

    /// What rests on the node or a field of it. What rests on the rules of a ruleset is counted
    /// here, and told by [`super::overview::ties_text`].
    fn dependents(&self, node: Node) -> String {
        let start = self.graph.with_parts(node);
        let steps = self.graph.reach(&start, Direction::Dependents, self.depth);
        let seen = start.iter().copied().collect();
        let mut page = Page { out: String::new(), steps, seen };
        for &own in start.iter().filter(|_| !matches!(node, Node::Ruleset(_))) {
            let before = page.out.len();
            self.write_dependents(&mut page, own, 1);
            if own != node && page.out.len() > before {
                page.out.insert_str(before, &format!("  through {}\n", self.names.name(own)));
            }
        }
        let heading = self.paint.strong("What rests on it");
        format!("\n{heading}: {}\n{}", self.counts(&start, &page.steps), page.out)
    }

    /// `12 rules of 3 rulesets, 2 of them directly`
    fn counts(&self, start: &[Node], reached: &IndexMap<Node, usize>) -> String {
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

    fn write_dependents(&self, page: &mut Page, node: Node, step: usize) {
        let mut found: IndexMap<Node, Vec<&Edge>> = IndexMap::new();
        for (far, edge) in self.graph.next(node, Direction::Dependents) {
            if !is_at_head(far, node) || step == 1 {
                found.entry(far).or_default().push(edge);
            }
        }
        for (far, edges) in found {
            if page.opens(far, step) {
                self.write_dependent(page, (node, far), &edges, step);
            }
        }
    }

    fn write_dependent(
        &self,
        page: &mut Page,
        (node, far): (Node, Node),
        edges: &[&Edge],
        step: usize,
    ) {
        let mut why: Vec<String> = edges.iter().map(|edge| self.why((far, node), edge)).collect();
        why.dedup();
        let title = self.paint.faint(&self.names.title(far));
        let line = format!("{}  {title}", self.names.name(far));
        let _ = writeln!(page.out, "{}", self.entry(step, far, line.trim_end()));
        for why in why {
            let indent = " ".repeat((step + 1) * STEP);
            let _ = writeln!(page.out, "{}", self.paint.filled(&indent, &why));
        }
        let goes_on = self.goes_on(step) && !is_at_head(far, node);
        match far {
            _ if !goes_on => {}
            Node::Ruleset(_) => self.write_scope(page, far, step + 1),
            _ => self.write_dependents(page, far, step + 1),
        }
    }

    /// The rules in the scope of a ruleset are told by their number, all of them; what rests on
    /// one of those follows.
    fn write_scope(&self, page: &mut Page, ruleset: Node, step: usize) {
        let rules = self.graph.next(ruleset, Direction::Dependents);
        let rules = rules.iter().map(|(far, _)| *far).filter(|far| matches!(far, Node::Rule(_)));
        let rules: Vec<Node> = rules.collect();
        if !rules.is_empty() {
            let words = format!("{} in its scope", counted(rules.len(), "rule"));
            let _ = writeln!(page.out, "{}{words}", " ".repeat(step * STEP));
        }
        for rule in rules.into_iter().filter(|&rule| page.opens(rule, step)).collect::<Vec<_>>() {
            if self.goes_on(step) {
                self.write_dependents(page, rule, step + 1);
            }
        }
    }

    /// `deemed met where (Schedule 2, paragraph 1)`
    fn why(&self, (dependent, foundation): (Node, Node), edge: &Edge) -> String {
        let words = match edge.kind {
            EdgeKind::Overrides => "lifted where it stands",
            EdgeKind::Uses if is_at_head(dependent, foundation) => "names it",
            _ => self.names.reason(dependent, foundation, edge),
        };
        let citation = citation_of(edge).map(|own| self.paint.faint(&own.pinpoint));
        let parts = [Some(self.paint.open(words)), dates_of(edge), citation];
        parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
    }
}

/// A page while it is written.
struct Page {
    out: String,
    /// The fewest steps to each node.
    steps: IndexMap<Node, usize>,
    /// Nodes that were told.
    seen: IndexSet<Node>,
}

impl Page {
    /// Whether the node is told here, where it is reached in the fewest steps for the first time.
    fn opens(&mut self, node: Node, step: usize) -> bool {
        self.steps.get(&node) == Some(&step) && self.seen.insert(node)
    }
}

fn is_at_head(one: Node, other: Node) -> bool {
    one.is_whole() && other.is_whole()
}

fn dates_of(edge: &Edge) -> Option<String> {
    match &edge.ground {
        Ground::Clause { period: dates, .. } => period(dates, Language::English),
        _ => None,
    }
}

/// `1 rule`, `12 rules`
pub(super) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
