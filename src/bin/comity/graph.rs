//! `comity graph`: what rests on what, as text, data or a picture.

use crate::Exit;
use crate::args::{GraphArgs, GraphFormat};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::analysis::problem::Limits;
use comity::eval::market::with_inner;
use comity::graph::{Dependencies, Direction, EdgeKind, Node, ProvenEdge, find};
use comity::model::rule::RuleId;
use comity::report::graph::build::graph_report;
use comity::report::graph::dot::dot;
use comity::report::graph::json::GraphReport;
use comity::report::graph::meaning::meaning_text;
use comity::report::graph::mermaid::mermaid;
use comity::report::graph::names::Names;
use comity::report::graph::overview::{circles_text, overview_page, ties_text};
use comity::report::graph::proven::proven_edges;
use comity::report::graph::svg::{MOST_NODES, svg};
use comity::report::graph::tree::Tree;
use comity::suggest::nearest;
use comity::{LawRequest, Library};
use std::collections::BTreeSet;

/// Steps from what is asked about, unless said otherwise. Impact is followed all the way.
const NEAR: usize = 2;

/// Where obligations are related, unless said otherwise.
const PLACES: [&str; 3] = ["uk", "ca", "nl"];

pub(crate) fn graph(args: &GraphArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let view = View { names: Names { law: library.law(), language: args.lang }, args };
    let about = view.about(&library)?;
    let mut whole = view.chosen(&library)?;
    if args.proven {
        let edges = view.proven(&library, &whole, &about)?;
        whole.add_proven(&edges);
    }
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
        let law = library.law();
        let places = library.find_jurisdictions(&self.args.jurisdictions)?;
        // What is asked of a place for a proof counts the law of its parts.
        let places = if self.args.proven { with_inner(law, &places) } else { places };
        for place in places {
            let binding = law.iter_rulesets().filter(|(_, ruleset)| law.binds_in(ruleset, place));
            rulesets.extend(binding.map(|(id, _)| id));
        }
        Ok(whole.within(law, &rulesets))
    }

    /// How obligations relate, as edges; of nodes that were asked about, only what is near.
    fn proven(
        &self,
        library: &Library,
        whole: &Dependencies,
        about: &[Node],
    ) -> Result<Vec<ProvenEdge>, Failure> {
        let places = match self.args.jurisdictions.as_slice() {
            [] => PLACES.map(str::to_owned).to_vec(),
            places => places.to_vec(),
        };
        let on = self.args.on.unwrap_or_else(today);
        let request = LawRequest { on, jurisdictions: places, with: self.args.with.clone() };
        let asked = library.ask(&request)?;
        let rules: BTreeSet<RuleId> = about
            .iter()
            .flat_map(|&node| whole.with_parts(node))
            .filter_map(|node| match node {
                Node::Rule(rule) => Some(rule),
                _ => None,
            })
            .collect();
        let near = if about.is_empty() { asked } else { asked.around(&rules, self.proven_steps()) };
        let limits = Limits { plain: !about.is_empty(), ..Limits::default() };
        let (related, conflicts) = (near.relations(&limits), near.conflicts(&limits));
        Ok(proven_edges(self.names, &related, &conflicts.found))
    }

    /// Steps along what was proved.
    fn proven_steps(&self) -> usize {
        self.args.depth.map_or(1, usize::from)
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
        let ties = whole.by_ruleset(self.names.law);
        let page = |&node: &Node| {
            let page = if self.is_impact() { tree.impact(node) } else { tree.both_ways(node) };
            page + &meaning_text(self.names, whole, node, paint)
                + &ties_text(self.names, &ties, node, paint)
        };
        let pages: Vec<String> = about.iter().map(page).collect();
        pages.join("\n") + &circles_text(self.names, whole, Some(about), paint)
    }

    /// The part that is shown in a picture or as data.
    fn part(&self, whole: &Dependencies, about: &[Node]) -> Dependencies {
        if self.args.whole {
            return whole.clone();
        }
        if about.is_empty() {
            let ties = whole.by_ruleset(self.names.law);
            return ties
                .narrowed(|node| !matches!(node, Node::Jurisdiction(_)))
                .without_lonely(&[]);
        }
        // Two steps through the scope of a ruleset lead to all its rules: no picture of one.
        let near = if self.args.depth.is_some() || self.is_impact() {
            whole.clone()
        } else {
            whole.without_scopes()
        };
        let near = match about {
            [Node::Ruleset(_), ..] => near.narrowed(is_text),
            _ => near,
        };
        let start: Vec<Node> = about.iter().flat_map(|&node| whole.with_parts(node)).collect();
        let mut kept: BTreeSet<Node> = BTreeSet::new();
        kept.extend(near.reach(&start, Direction::Dependents, self.depth()).into_keys());
        if !self.is_impact() {
            kept.extend(near.reach(&start, Direction::Foundations, self.depth()).into_keys());
        }
        kept.extend(near.proven_around(&start, self.proven_steps()));
        let part = near.narrowed(|node| kept.contains(&node));
        match about {
            [Node::Ruleset(_), ..] => part.without(EdgeKind::Defines).without_lonely(about),
            _ => part,
        }
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

/// Whether the node is written law, or what stands in for it.
fn is_text(node: Node) -> bool {
    matches!(node, Node::Ruleset(_) | Node::Rule(_) | Node::Label(..) | Node::Jurisdiction(_))
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
