//! Turns a dependency graph into the report that every form shows.

use super::json::{EdgeReport, FORMAT, GraphReport, GroundReport, NodeReport};
use super::names::{Names, citation_of};
use crate::graph::{Dependencies, Edge, Ground, Node, implied_pairs, reading_order};
use crate::model::condition::RuleState;
use crate::model::text::Language;
use crate::report::words::period;
use crate::source::{SourceMap, Span};
use indexmap::IndexMap;

/// The report on a graph. `about` are the nodes that were asked about.
#[must_use]
pub fn graph_report(
    names: Names<'_>,
    sources: &SourceMap,
    graph: &Dependencies,
    about: &[Node],
) -> GraphReport {
    let builder = Builder { names, sources };
    let ids = |nodes: &[Node]| nodes.iter().map(|&node| names.id(node)).collect::<Vec<_>>();
    GraphReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        language: names.language.code().to_owned(),
        about: ids(about),
        nodes: graph.nodes().map(|node| builder.node(node)).collect(),
        edges: builder.edges(graph),
        order: ids(&reading_order(names.law, graph)),
        circles: graph.circles().iter().map(|circle| ids(circle)).collect(),
    }
}

/// What is asked of another rule, in words.
#[must_use]
pub fn asked_words(asked: RuleState) -> &'static str {
    match asked {
        RuleState::Met => "met",
        RuleState::MetWhereApplicable => "met where applicable",
        RuleState::Breached => "breached",
        RuleState::Applies => "applies",
    }
}

struct Builder<'a> {
    names: Names<'a>,
    sources: &'a SourceMap,
}

impl Builder<'_> {
    fn node(&self, node: Node) -> NodeReport {
        let place = self.names.span(node).and_then(|span| self.place(span));
        let (file, line) = place.unwrap_or_default();
        NodeReport {
            id: self.names.id(node),
            kind: self.names.kind(node).to_owned(),
            name: self.names.name(node),
            title: self.names.title(node),
            citation: self.names.citation(node).map(str::to_owned),
            file,
            line,
        }
    }

    /// Edges of the same ends and kind are one, with all their grounds.
    fn edges(&self, graph: &Dependencies) -> Vec<EdgeReport> {
        let implied = implied_pairs(graph);
        let mut merged: IndexMap<_, EdgeReport> = IndexMap::new();
        for (from, to, edge) in graph.edges() {
            let blank = || EdgeReport {
                from: self.names.id(from),
                to: self.names.id(to),
                kind: edge.kind.word().to_owned(),
                implied: edge.kind.is_transitive() && implied.contains(&(from, to)),
                grounds: Vec::new(),
            };
            let report = merged.entry((from, to, edge.kind)).or_insert_with(blank);
            report.grounds.push(self.ground(from, to, edge));
        }
        merged.into_values().collect()
    }

    fn ground(&self, from: Node, to: Node, edge: &Edge) -> GroundReport {
        let (tail, head) = edge.between.unwrap_or((from, to));
        let citation = citation_of(edge);
        let mut report = GroundReport {
            clause: self.names.reason(tail, head, edge).to_owned(),
            asked: None,
            dates: None,
            citation: citation.map(|citation| citation.pinpoint.clone()),
            url: citation.and_then(|citation| citation.url.clone()),
            from: edge.between.map(|(from, _)| self.names.id(from)),
            to: edge.between.map(|(_, to)| self.names.id(to)),
            file: None,
            line: None,
            proof: None,
            product: None,
        };
        match &edge.ground {
            Ground::Clause { asked, period: dates, span, .. } => {
                report.asked = asked.map(|asked| asked_words(asked).to_owned());
                report.dates = period(dates, Language::English);
                (report.file, report.line) = self.place(*span).unzip();
            }
            Ground::Sentence { span, .. } => {
                (report.file, report.line) = self.place(*span).unzip();
            }
            Ground::Proof { said, product } => {
                report.proof = Some(said.clone());
                report.product.clone_from(product);
            }
        }
        report
    }

    fn place(&self, span: Span) -> Option<(String, usize)> {
        let file = self.sources.get(span.file)?;
        Some((file.name.to_string(), file.line_column(span.start as usize).0))
    }
}
