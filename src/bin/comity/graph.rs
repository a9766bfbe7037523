//! `comity graph`: what rests on what, as text, data or a picture.

use crate::Exit;
use crate::args::{GraphArgs, GraphFormat};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::Library;
use comity::graph::{Dependencies, Direction, EdgeKind, Node, find};
use comity::model::ruleset::{InstrumentKind, RulesetId};
use comity::report::graph::build::graph_report;
use comity::report::graph::dot::dot;
use comity::report::graph::json::GraphReport;
use comity::report::graph::mermaid::mermaid;
use comity::report::graph::names::Names;
use comity::report::graph::overview::{circles_text, overview_page};
use comity::report::graph::svg::{MOST_NODES, svg};
use comity::report::graph::tree::Tree;
use comity::suggest::nearest;
use std::collections::BTreeSet;

/// Steps from what is asked about, unless said otherwise. Impact is followed all the way.
const NEAR: usize = 2;

pub(crate) fn graph(args: &GraphArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let view = View { names: Names { law: library.law(), language: args.lang }, args };
    let whole = view.chosen(&library)?;
    let about = view.about(&library)?;
    let text = if args.format == GraphFormat::Text {
        view.page(&whole, &about, terminal)
    } else {
        let part = view.part(&whole, &about);
        view.picture(&graph_report(view.names, library.sources(), &part, &about))?
    };
    terminal.print(&text);
    Ok(Exit::Met)
}

struct View<'a> {
    names: Names<'a>,
    args: &'a GraphArgs,
}

impl View<'_> {
    /// The graph of the rulesets that were chosen, with all that they rest on.
    fn chosen(&self, library: &Library) -> Result<Dependencies, Failure> {
        let whole = Dependencies::of(library.law());
        if self.args.jurisdictions.is_empty() && self.args.with.is_empty() {
            return Ok(whole);
        }
        let mut rulesets = library.find_rulesets(&self.args.with)?;
        for place in library.find_jurisdictions(&self.args.jurisdictions)? {
            rulesets.extend(laws_in(library, place));
        }
        Ok(whole.within(library.law(), &rulesets))
    }

    /// The nodes that were asked about.
    fn about(&self, library: &Library) -> Result<Vec<Node>, Failure> {
        let mut about = Vec::new();
        for name in self.args.from.iter().chain(&self.args.what_depends_on) {
            let found = find(library.law(), name);
            if found.is_empty() {
                return Err(unknown(library, name));
            }
            about.extend(found);
        }
        Ok(about)
    }

    fn page(&self, whole: &Dependencies, about: &[Node], terminal: &Terminal) -> String {
        let paint = terminal.paint();
        if about.is_empty() {
            let law = self.names.law;
            return overview_page(self.names, &whole.by_ruleset(law), paint);
        }
        let tree = Tree { names: self.names, graph: whole, depth: self.depth(), paint };
        let page = |&node: &Node| {
            if self.is_impact() { tree.impact(node) } else { tree.both_ways(node) }
        };
        let pages: Vec<String> = about.iter().map(page).collect();
        let near = whole.narrowed(|node| about.contains(&node));
        pages.join("\n") + &circles_text(self.names, &near, paint)
    }

    /// The part that is shown in a picture or as data.
    fn part(&self, whole: &Dependencies, about: &[Node]) -> Dependencies {
        let law = self.names.law;
        if self.args.whole {
            return whole.clone();
        }
        if about.is_empty() {
            let ties = whole.by_ruleset(law);
            let tied: BTreeSet<Node> = ties.edges().flat_map(|(from, to, _)| [from, to]).collect();
            return ties.narrowed(|node| tied.contains(&node));
        }
        let start: Vec<Node> =
            about.iter().flat_map(|&node| self.with_parts(whole, node)).collect();
        let mut kept: BTreeSet<Node> = BTreeSet::new();
        kept.extend(whole.reach(&start, Direction::Dependents, self.depth()).into_keys());
        if !self.is_impact() {
            kept.extend(whole.reach(&start, Direction::Foundations, self.depth()).into_keys());
        }
        whole.narrowed(|node| kept.contains(&node))
    }

    /// A list with its fields, a ruleset with its rules.
    fn with_parts(&self, whole: &Dependencies, node: Node) -> Vec<Node> {
        let mut parts = whole.with_fields(node);
        if let Node::Ruleset(_) = node {
            let own = whole.edges().filter(|(from, to, edge)| {
                *from == node && edge.kind == EdgeKind::Defines && matches!(to, Node::Rule(_))
            });
            parts.extend(own.map(|(_, to, _)| to));
        }
        parts
    }

    fn depth(&self) -> Option<usize> {
        let near = if self.is_impact() { None } else { Some(NEAR) };
        self.args.depth.map(usize::from).or(near)
    }

    fn is_impact(&self) -> bool {
        !self.args.what_depends_on.is_empty()
    }

    fn picture(&self, report: &GraphReport) -> Result<String, Failure> {
        Ok(match self.args.format {
            GraphFormat::Json | GraphFormat::Text => report.to_json(),
            GraphFormat::Dot => dot(report),
            GraphFormat::Mermaid => mermaid(report),
            GraphFormat::Svg if report.nodes.len() > MOST_NODES => {
                let count = report.nodes.len();
                return Err(Failure::new(format!(
                    "{count} boxes are no picture; choose fewer with --from, --depth or --in"
                )));
            }
            GraphFormat::Svg => svg(report),
        })
    }
}

/// The law that applies in a place or around it.
fn laws_in(
    library: &Library,
    place: comity::model::jurisdiction::JurisdictionId,
) -> impl Iterator<Item = RulesetId> {
    let law = library.law();
    let laws = law.iter_rulesets().filter(move |(_, ruleset)| {
        ruleset.kind == InstrumentKind::Law
            && ruleset.applies_in.iter().any(|&outer| law.jurisdictions.is_within(place, outer))
    });
    laws.map(|(id, _)| id)
}

fn unknown(library: &Library, name: &str) -> Failure {
    let law = library.law();
    let rulesets = law.rulesets.iter().map(|ruleset| ruleset.id.as_str());
    let rules = law.rules.iter().map(|rule| rule.id.as_str());
    let facts = law.vocabulary.facts.keys().map(String::as_str);
    let help = match nearest(name, rulesets.chain(rules).chain(facts)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => "; `comity rules` lists rulesets, `comity vocabulary` facts".to_owned(),
    };
    Failure::new(format!("there is no rule, ruleset, fact, term, label or place `{name}`{help}"))
}
