//! Ways in: all rules by number, by fact, by addressee, by goal.

use super::Book;
use super::page::{Html, dated, plain, table, tag};
use super::words::{self as w, Words};
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::model::term::Named;
use crate::model::term::TermId;
use crate::model::text::Text;
use crate::model::vocabulary::Fact;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

impl Book<'_> {
    /// All rules with their addresses.
    pub(super) fn all_rules(&self) -> String {
        let row = |(id, rule): (RuleId, &Rule)| {
            let ruleset = self.law.ruleset(rule.ruleset);
            vec![
                super::page::link(&self.addresses.rule(id), &rule.id),
                dated(ruleset.map_or("", |own| own.edition.as_str())),
                Html::from(rule.title.get(self.language)),
                Html::from(&rule.citation.pinpoint),
            ]
        };
        let rows = self.law.iter_rules().map(row).collect();
        let columns = [w::RULE, w::EDITION, w::TITLE, w::CLAUSE].map(|words| self.say(words));
        self.index(w::RULES, table(self.say(w::RULES), &columns, rows))
    }

    /// The rules that read each fact, by the groups of the vocabulary.
    pub(super) fn by_fact(&self) -> String {
        let readers = readers(self.law);
        let mut groups: IndexMap<&str, Vec<&Fact>> = IndexMap::new();
        for fact in self.law.vocabulary.facts.values() {
            let group = fact.path.split('.').next().unwrap_or_default();
            groups
                .entry(group)
                .or_default()
                .extend(std::iter::once(fact).chain(fact.fields.values()));
        }
        let group = |(group, facts): (&str, Vec<&Fact>)| {
            let rows = facts.iter().map(|fact| self.fact(fact, &readers)).collect();
            let columns = [w::FACT, w::TITLE, w::RULES].map(|words| self.say(words));
            Html::from([plain("h2", group), table(group, &columns, rows)])
        };
        self.index(w::BY_FACT, groups.into_iter().map(group).collect())
    }

    fn fact(&self, fact: &Fact, readers: &BTreeMap<&str, BTreeSet<RuleId>>) -> Vec<Html> {
        let rules = readers.get(fact.path.as_str()).into_iter().flatten().copied();
        let place = format!("fact-{}", fact.path);
        vec![
            tag("code", &[("id", &place)], &fact.path),
            Html::from(fact.title.get(self.language)),
            self.grouped(rules, ""),
        ]
    }

    /// The rules that bind each role.
    pub(super) fn by_addressee(&self) -> String {
        self.by_word(w::BY_ADDRESSEE, &self.law.vocabulary.roles, |rule| &rule.addressees)
    }

    /// The rules that serve each goal.
    pub(super) fn by_goal(&self) -> String {
        self.by_word(w::BY_GOAL, &self.law.vocabulary.goals, |rule| &rule.goals)
    }

    fn by_word(
        &self,
        title: Words,
        known: &IndexMap<String, Text>,
        words: impl Fn(&Rule) -> &Vec<String>,
    ) -> String {
        let one = |(word, title): (&String, &Text)| {
            let rules = self.law.iter_rules().filter(|(_, rule)| words(rule).contains(word));
            let rules = self.grouped(rules.map(|(id, _)| id), "");
            let rules = if rules.is_empty() { plain("p", self.say(w::NONE)) } else { rules };
            Html::from([plain("h2", title.get(self.language)), rules])
        };
        self.index(title, known.iter().map(one).collect())
    }

    /// A page beside the start page.
    pub(super) fn index(&self, title: Words, inside: Html) -> String {
        let title = self.say(title);
        self.page("", title, Html::from([plain("h1", title), inside]))
    }
}

/// The rules that read each fact or field, by path: in their clauses, and through terms.
fn readers(law: &Law) -> BTreeMap<&str, BTreeSet<RuleId>> {
    let mut readers: BTreeMap<&str, BTreeSet<RuleId>> = BTreeMap::new();
    for (id, rule) in law.iter_rules() {
        let mut walk = Walk { law, terms: BTreeSet::new(), facts: BTreeSet::new() };
        rule.clauses.iter().for_each(|clause| walk.names(&clause.names));
        for path in walk.facts {
            readers.entry(path).or_default().insert(id);
        }
    }
    readers
}

struct Walk<'a> {
    law: &'a Law,
    terms: BTreeSet<TermId>,
    facts: BTreeSet<&'a str>,
}

impl Walk<'_> {
    fn names(&mut self, names: &[Named]) {
        for named in names {
            let vocabulary = &self.law.vocabulary;
            let fact = match *named {
                Named::Fact(fact) => vocabulary.fact(fact),
                Named::Field(field) | Named::Word(field, _) => vocabulary.field(field),
                Named::Term(term) if self.terms.insert(term) => {
                    let names = self.law.term(term).map(|term| &*term.names).unwrap_or_default();
                    self.names(names);
                    None
                }
                Named::Term(_) | Named::Parameter(_) | Named::Rule(..) => None,
            };
            self.facts.extend(fact.map(|fact| fact.path.as_str()));
        }
    }
}
