//! A product with one thing stated otherwise: every other value that some rule tells apart.

use crate::analysis::domain::Domains;
use crate::analysis::duties::{Read, reads};
use crate::analysis::ground::{Given, Ground};
use crate::analysis::members::{Member, Members};
use crate::analysis::missing::find_judgement;
use crate::analysis::source::{Source, is_id};
use crate::analysis::test::leaves;
use crate::eval::trace::FactPath;
use crate::model::condition::{JudgementId, Node, NodeId};
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated, StatedJudgement};
use crate::model::rule::{Rule, RuleId};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId, Type};
use crate::plan::row::PlacementFields;
use std::collections::{BTreeMap, BTreeSet};

/// Something that a product states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// A fact, or a field of an item.
    Path(FactPath),
    /// What a person judges.
    Judgement(JudgementId, StatedJudgement),
}

/// All that a product states, but for what is a name, and where and when it is placed.
pub(super) fn spots(law: &Law, manifest: &Manifest) -> Vec<Spot> {
    let placements = PlacementFields::of(&law.vocabulary).map(|fields| fields.list);
    let mut found = Vec::new();
    for (&fact, statement) in manifest.facts.iter().filter(|(fact, _)| Some(**fact) != placements) {
        found.push(Spot::Path(FactPath::of(fact)));
        let Stated::Items(items) = &statement.value else { continue };
        for item in items {
            let fields = item.fields.keys().map(|&index| FieldId { list: fact, index });
            let named = fields.filter(|field| !is_id(&law.vocabulary, *field));
            found.extend(named.map(|field| Spot::Path(FactPath::of_field(&item.id, field))));
        }
    }
    for judged in &manifest.judgements {
        let text = judged.text.as_deref().unwrap_or_default();
        let id = find_judgement(law, &judged.rule, text);
        found.extend(id.map(|id| Spot::Judgement(id, judged.clone())));
    }
    found
}

impl Spot {
    /// What conditions read here.
    pub(super) fn source(&self) -> Option<Source> {
        match self {
            Spot::Path(FactPath { field: Some((_, field)), .. }) => Some(Source::Field(*field)),
            Spot::Path(path) => Some(Source::Fact(path.fact)),
            Spot::Judgement(..) => None,
        }
    }

    /// What the product states here.
    pub(super) fn stated<'m>(&self, manifest: &'m Manifest) -> Option<&'m Stated> {
        let Spot::Path(path) = self else { return None };
        let statement = manifest.facts.get(&path.fact)?;
        let Some((id, field)) = &path.field else { return Some(&statement.value) };
        let Stated::Items(items) = &statement.value else { return None };
        let item = items.iter().find(|item| item.id == *id)?;
        item.fields.get(&field.index).map(|field| &field.value)
    }

    /// The product with nothing stated here.
    pub(super) fn unstated(&self, manifest: &Manifest) -> Manifest {
        let mut manifest = manifest.clone();
        match self {
            Spot::Path(FactPath { fact, field: None }) => drop(manifest.facts.remove(fact)),
            Spot::Path(FactPath { fact, field: Some((id, field)) }) => {
                let list = manifest.facts.get_mut(fact).map(|list| &mut list.value);
                if let Some(Stated::Items(items)) = list {
                    let own = items.iter_mut().filter(|item| item.id == *id);
                    own.for_each(|item| drop(item.fields.remove(&field.index)));
                }
            }
            Spot::Judgement(_, judged) => manifest.judgements.retain(|own| own != judged),
        }
        manifest
    }

    /// The product with something else stated here; a judgement turned round.
    pub(super) fn varied(&self, manifest: &Manifest, value: Option<&Stated>) -> Manifest {
        let mut manifest = manifest.clone();
        match self {
            Spot::Judgement(_, judged) => {
                let own = manifest.judgements.iter_mut().filter(|own| *own == judged);
                own.for_each(|own| own.met = !own.met);
            }
            Spot::Path(path) => {
                let Some(statement) = manifest.facts.get_mut(&path.fact) else { return manifest };
                let own = match (&path.field, &mut statement.value) {
                    (None, own) => Some(own),
                    (Some((id, field)), Stated::Items(items)) => {
                        let item = items.iter_mut().find(|item| item.id == *id);
                        let field = item.and_then(|item| item.fields.get_mut(&field.index));
                        field.map(|field| &mut field.value)
                    }
                    _ => None,
                };
                if let (Some(own), Some(value)) = (own, value) {
                    own.clone_from(value);
                }
            }
        }
        manifest
    }
}

/// What some rules tell apart on a day.
pub(super) struct Values<'g, 'a> {
    ground: &'g Ground<'a>,
    domains: Domains,
}

impl<'g, 'a> Values<'g, 'a> {
    /// Of any product, whose lists have items of those names; of one source alone, if one is
    /// named.
    pub(super) fn new(
        ground: &'g Ground<'a>,
        rules: &[RuleId],
        manifest: &Manifest,
        only: Option<Source>,
    ) -> Values<'g, 'a> {
        let mut tests = tests(ground, rules);
        if let Some(source) = only {
            keep_linked(&mut tests, source);
        }
        let tests: Vec<NodeId> = tests.into_iter().map(|(test, _)| test).collect();
        let ids = |list: FactId| match manifest.facts.get(&list).map(|list| &list.value) {
            Some(Stated::Items(items)) => {
                items.iter().map(|item| Value::Text(item.id.clone())).collect()
            }
            _ => Vec::new(),
        };
        Values { ground, domains: Domains::new(ground, &tests, &ids) }
    }

    /// What else could be stated, `now` aside: of a set, what differs in one member.
    pub(super) fn others(&self, source: Source, now: &Stated) -> Vec<Stated> {
        let vocabulary = &self.ground.law.vocabulary;
        let Some(declared) = source.declared(vocabulary) else { return Vec::new() };
        let absent = declared.optional.then_some(Stated::Absent);
        let mut found: Vec<Stated> = match &declared.kind {
            Type::List => vec![Stated::Items(Vec::new())],
            kind if kind.is_set() => {
                let members = self.domains.sets.get(&source).cloned().unwrap_or_default();
                subsets(kind, &members, now)
            }
            _ => {
                let domain = self.domains.scalars.get(&source).cloned().unwrap_or_default();
                domain.values.into_iter().filter_map(stated).collect()
            }
        };
        found.extend(absent);
        let mut others: Vec<Stated> = Vec::new();
        for one in found {
            if one != *now && !others.contains(&one) {
                others.push(one);
            }
        }
        others
    }
}

/// The conditions without parts that rules are made of, each with what it reads.
fn tests(ground: &Ground<'_>, rules: &[RuleId]) -> Vec<(NodeId, BTreeSet<Source>)> {
    let law = ground.law;
    let rules = rules.iter().filter_map(|&rule| law.rule(rule));
    let mut found = Vec::new();
    for id in cone(law, rules) {
        if let Some(test) = law.graph.get(id).filter(|node| node.parts().is_empty()) {
            let read = leaves(test).into_iter().filter_map(|leaf| Source::of(leaf, ground));
            found.push((id, read.collect()));
        }
    }
    found
}

/// Keeps what reads a source, or something that it is compared with, directly or through others.
fn keep_linked(tests: &mut Vec<(NodeId, BTreeSet<Source>)>, source: Source) {
    let mut linked = BTreeSet::from([source]);
    loop {
        let before = linked.len();
        for (_, read) in tests.iter() {
            if !read.is_disjoint(&linked) {
                linked.extend(read);
            }
        }
        if linked.len() == before {
            return tests.retain(|(_, read)| !read.is_disjoint(&linked));
        }
    }
}

fn stated(given: Given) -> Option<Stated> {
    match given {
        Given::Value(value) => Some(Stated::Value(value)),
        Given::Absent => Some(Stated::Absent),
        _ => None,
    }
}

/// The set with each member added or taken away, and the empty set.
fn subsets(kind: &Type, members: &Members, now: &Stated) -> Vec<Stated> {
    let all = members.named.iter().chain(&members.other);
    if matches!(kind, Type::SetOf(_)) {
        let Stated::Value(Value::Set(bits)) = now else { return Vec::new() };
        let word = |member: &Member| match member {
            Member::Word(bit) => Some(bits ^ (1 << bit)),
            Member::Text(_) => None,
        };
        let toggled = all.filter_map(word).chain([0]);
        return toggled.map(|bits| Stated::Value(Value::Set(bits))).collect();
    }
    let Stated::Value(Value::Texts(texts)) = now else { return Vec::new() };
    let toggled = all.filter_map(|member| match member {
        Member::Text(text) => {
            let mut own: BTreeSet<String> = texts.iter().cloned().collect();
            if !own.remove(text) {
                own.insert(text.clone());
            }
            Some(own.into_iter().collect())
        }
        Member::Word(_) => None,
    });
    toggled.chain([Vec::new()]).map(|texts| Stated::Value(Value::Texts(texts))).collect()
}

/// What rules read, so that each is found by what it reads.
pub(super) struct Readers {
    facts: BTreeMap<FactId, Vec<usize>>,
    fields: BTreeMap<FieldId, Vec<usize>>,
    /// By rule and words, as people judge them.
    judgements: BTreeMap<(String, String), Vec<usize>>,
}

impl Readers {
    /// Of rules, by their positions.
    pub(super) fn new(law: &Law, rules: &[RuleId]) -> Readers {
        let mut found = Readers {
            facts: BTreeMap::new(),
            fields: BTreeMap::new(),
            judgements: BTreeMap::new(),
        };
        for (at, rule) in rules.iter().enumerate() {
            let Some(rule) = law.rule(*rule) else { continue };
            let mut lists = lists(law, [rule].into_iter());
            for read in reads(law, rule.meaning.nodes()) {
                match read {
                    Read::Fact(fact) => found.facts.entry(fact).or_default().push(at),
                    Read::Field(field) => {
                        found.fields.entry(field).or_default().push(at);
                        lists.insert(field.list);
                    }
                    Read::Judgement(id) => {
                        let Some(norm) = law.judgement(id) else { continue };
                        let Some(own) = law.rule(norm.rule) else { continue };
                        let key = (own.id.clone(), norm.text.en.clone());
                        found.judgements.entry(key).or_default().push(at);
                    }
                }
            }
            // Who reads a field reads how many items there are.
            for list in lists {
                let own = found.facts.entry(list).or_default();
                if own.last() != Some(&at) {
                    own.push(at);
                }
            }
        }
        found
    }

    /// The positions of the rules whose verdict may turn on what is stated there.
    pub(super) fn of(&self, spot: &Spot) -> &[usize] {
        let found = match spot {
            Spot::Path(FactPath { field: Some((_, field)), .. }) => self.fields.get(field),
            Spot::Path(path) => self.facts.get(&path.fact),
            Spot::Judgement(_, judged) => {
                let text = judged.text.clone().unwrap_or_default();
                self.judgements.get(&(judged.rule.clone(), text))
            }
        };
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// The product with no more than what some rules read.
pub(super) fn pared(law: &Law, manifest: &Manifest, rules: &[RuleId]) -> Manifest {
    let nodes = rules.iter().filter_map(|&rule| law.rule(rule)).flat_map(|own| own.meaning.nodes());
    let read = reads(law, nodes);
    let placements = PlacementFields::of(&law.vocabulary).map(|fields| fields.list);
    let lists = lists(law, rules.iter().filter_map(|&rule| law.rule(rule)));
    let is_read = |fact: &FactId| {
        Some(*fact) == placements
            || lists.contains(fact)
            || read.contains(&Read::Fact(*fact))
            || read.iter().any(|read| matches!(read, Read::Field(field) if field.list == *fact))
    };
    let judged: BTreeSet<&str> = read
        .iter()
        .filter_map(|read| match read {
            Read::Judgement(id) => law.rule(law.judgement(*id)?.rule).map(|rule| rule.id.as_str()),
            _ => None,
        })
        .collect();
    let facts = manifest.facts.iter().filter(|(fact, _)| is_read(fact));
    let judgements = manifest.judgements.iter().filter(|own| judged.contains(own.rule.as_str()));
    Manifest {
        source: manifest.source.clone(),
        facts: facts.map(|(fact, statement)| (*fact, statement.clone())).collect(),
        judgements: judgements.cloned().collect(),
        extensions: Default::default(),
    }
}

/// The lists whose items rules speak of.
fn lists<'r>(law: &Law, rules: impl Iterator<Item = &'r Rule>) -> BTreeSet<FactId> {
    let list = |id: NodeId| match law.graph.get(id) {
        Some(Node::Some { list, .. }) => Some(*list),
        _ => None,
    };
    cone(law, rules).into_iter().filter_map(list).collect()
}

fn cone<'r>(law: &Law, rules: impl Iterator<Item = &'r Rule>) -> BTreeSet<NodeId> {
    let mut open: Vec<NodeId> = rules.flat_map(|rule| rule.meaning.nodes()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(law.graph.get(id).into_iter().flat_map(Node::parts));
        }
    }
    seen
}
