//! How rules and rulesets stand to others: as their texts say it (citations, routes, ranks, claims),
//! and as was proved of rules.

use super::page::{Html, dated, link, table};
use super::words::{self as w, Words};
use super::{Book, Proofs};
use crate::graph::{Dependencies, EdgeKind, Node};
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::report::graph::names::{Names, citation_of};
use crate::report::words::date;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How one stands to another: the kind, whether the other says it, the other, and what it rests on.
type Tie = (EdgeKind, bool, Node, Basis);

/// What a relation rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Basis {
    /// A clause, as the text cites it.
    Clause(String),
    /// A proof, for units placed and checked that day.
    Proved(Date),
}

/// The relations of all rules and rulesets.
#[derive(Debug, Clone, Default)]
pub(super) struct Relations {
    ties: BTreeMap<Node, Vec<Tie>>,
}

const SAME: Words = ["asks the same as", "demande la même chose que", "vraagt hetzelfde als"];
const CLASH: Words =
    ["cannot be met with", "ne peut être respecté avec", "is niet na te leven samen met"];
const OVERLAP: Words = [
    "asks, on the same decision, something else than",
    "demande, sur la même décision, autre chose que",
    "vraagt over dezelfde beslissing iets anders dan",
];

/// Relations that texts claim or cite, or that were proved, as the one at the tail says it and the one at the head.
const KINDS: [(EdgeKind, Words, Words); 12] = [
    (
        EdgeKind::Uses,
        ["uses", "utilise", "gebruikt"],
        ["is used by", "est utilisé par", "wordt gebruikt door"],
    ),
    (
        EdgeKind::Cites,
        ["cites", "cite", "verwijst naar"],
        ["is cited by", "est cité par", "wordt aangehaald door"],
    ),
    (
        EdgeKind::Deems,
        ["is deemed met by", "est réputé respecté par", "geldt als nageleefd door"],
        ["serves as a route to", "vaut pour", "volstaat voor"],
    ),
    (
        EdgeKind::Overrides,
        ["lifts", "écarte", "gaat voor op"],
        ["gives way to", "cède devant", "wijkt voor"],
    ),
    (
        EdgeKind::Adopts,
        [
            "claims to ask the same as",
            "prétend demander la même chose que",
            "stelt hetzelfde te vragen als",
        ],
        ["is claimed to be asked the same by", "serait repris par", "zou zijn overgenomen door"],
    ),
    (
        EdgeKind::Tightens,
        [
            "claims to be stricter than",
            "prétend être plus strict que",
            "stelt strenger te zijn dan",
        ],
        ["is claimed to be looser than", "serait moins strict que", "zou soepeler zijn dan"],
    ),
    (
        EdgeKind::Relaxes,
        ["claims to be looser than", "prétend être moins strict que", "stelt soepeler te zijn dan"],
        ["is claimed to be stricter than", "serait plus strict que", "zou strenger zijn dan"],
    ),
    (
        EdgeKind::Replaces,
        ["claims to take the place of", "prétend remplacer", "stelt in de plaats te komen van"],
        ["is claimed to be replaced by", "serait remplacé par", "zou vervangen zijn door"],
    ),
    (EdgeKind::EqualTo, SAME, SAME),
    (
        EdgeKind::StricterThan,
        ["is stricter than", "est plus strict que", "is strenger dan"],
        ["is looser than", "est moins strict que", "is soepeler dan"],
    ),
    (EdgeKind::ConflictsWith, CLASH, CLASH),
    (EdgeKind::Overlaps, OVERLAP, OVERLAP),
];

impl Relations {
    /// The relations in a graph of everything that was loaded.
    pub(super) fn of(law: &crate::model::law::Law, graph: &Dependencies) -> Relations {
        let mut relations = Relations::default();
        let wholes = graph.by_ruleset(law);
        for (graph, is_whole) in [(graph, false), (&wholes, true)] {
            for (from, to, edge) in graph.edges() {
                let told =
                    matches!((from, is_whole), (Node::Rule(_), false) | (Node::Ruleset(_), true));
                let uses = edge.kind == EdgeKind::Uses && !is_whole;
                if told
                    && !uses
                    && !matches!(to, Node::Jurisdiction(_))
                    && words(edge.kind).is_some()
                {
                    let cited = citation_of(edge).filter(|_| !is_whole);
                    let cited = cited.map(|own| own.pinpoint.clone()).unwrap_or_default();
                    let cited = Basis::Clause(cited);
                    relations.add(from, (edge.kind, false, to, cited.clone()));
                    relations.add(to, (edge.kind, true, from, cited));
                }
            }
        }
        relations
    }

    /// What was proved of rules, with the day in the place of a clause.
    pub(super) fn add_proofs(&mut self, proofs: &Proofs) {
        for edge in &proofs.edges {
            let kind = edge.relation.into();
            let basis = Basis::Proved(proofs.on);
            self.add(edge.from, (kind, false, edge.to, basis.clone()));
            self.add(edge.to, (kind, true, edge.from, basis));
        }
    }

    fn add(&mut self, node: Node, tie: Tie) {
        let known = self.ties.entry(node).or_default();
        if !known.contains(&tie) {
            known.push(tie);
        }
    }
}

fn words(kind: EdgeKind) -> Option<(Words, Words)> {
    KINDS.iter().find(|(known, ..)| *known == kind).map(|(_, there, back)| (*there, *back))
}

impl Book<'_> {
    /// The relations of a rule or ruleset as a table, if it has any.
    pub(super) fn ties(&self, relations: &Relations, node: Node, root: &str) -> Html {
        let names = Names { law: self.law, language: self.language };
        let own = relations.ties.get(&node).map(Vec::as_slice).unwrap_or_default();
        if own.is_empty() {
            return Html::default();
        }
        let is_rule = matches!(node, Node::Rule(_));
        let rows = own.iter().filter_map(|(kind, is_back, other, basis)| {
            let (there, back) = words(*kind)?;
            let said = self.say(if *is_back { back } else { there });
            let other =
                [self.linked(*other, root), Html::from(format!(" {}", names.title(*other)))];
            let mut row = vec![Html::from(said), Html::from(other)];
            row.extend(is_rule.then(|| self.basis(basis)));
            Some(row)
        });
        let mut columns = vec![self.say(w::RELATION), self.say(w::OTHER)];
        columns.extend(is_rule.then(|| self.say(w::BASIS)));
        table(&format!("{} {}", self.say(w::RELATIONS), names.name(node)), &columns, rows.collect())
    }

    fn basis(&self, basis: &Basis) -> Html {
        match basis {
            Basis::Clause(cited) => Html::from(cited),
            Basis::Proved(on) => dated(&format!("{} {}", self.say(w::PROVED), date(*on))),
        }
    }

    /// A node by its name, with a link where it has a page.
    fn linked(&self, node: Node, root: &str) -> Html {
        let name = Names { law: self.law, language: self.language }.name(node);
        match node {
            Node::Rule(id) => link(&format!("{root}{}", self.addresses.rule(id)), name),
            Node::Ruleset(id) => link(&format!("{root}{}", self.addresses.ruleset(id)), name),
            _ => Html::from(name),
        }
    }

    /// Rules by their numbers, those of one ruleset together.
    pub(super) fn grouped(&self, rules: impl IntoIterator<Item = RuleId>, root: &str) -> Html {
        let mut groups: BTreeMap<RulesetId, Vec<Html>> = BTreeMap::new();
        for (id, rule) in rules.into_iter().filter_map(|id| Some((id, self.law.rule(id)?))) {
            let to = link(&format!("{root}{}", self.addresses.rule(id)), &rule.number);
            groups.entry(rule.ruleset).or_default().extend([Html::from(" "), to]);
        }
        let group = |(id, numbers): (RulesetId, Vec<Html>)| {
            Html::from([self.linked(Node::Ruleset(id), root), Html::from(":"), numbers.into()])
        };
        super::page::list(groups.into_iter().map(group))
    }
}
