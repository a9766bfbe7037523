//! The examples of a ruleset: what is given, and what each rule says of it.

use super::check::{Check, PLACEMENTS};
use super::law::{Law, Ruleset, Sentences};
use super::product::{Judgement, Product, Stated, Statement, given};
use super::value::Value;
use super::verdict::verdict;
use comity::jiff::civil::Date;
use comity::syntax::ast::{Block, Clause, Head, RuleReference};
use std::collections::BTreeMap;

/// One expectation of an example, and what is found.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) ruleset: String,
    pub(crate) example: String,
    /// The rule, as in the verdicts of a product.
    pub(crate) rule: String,
    pub(crate) expected: String,
    pub(crate) found: &'static str,
}

/// What was said so far.
#[derive(Clone, Default)]
struct Draft {
    product: Product,
    placement: BTreeMap<String, Statement>,
    placed: Option<(String, Date, Date)>,
    checked: Option<Date>,
}

/// Every expectation of every example.
pub(crate) fn cases(law: &Law) -> Vec<Case> {
    law.rulesets.iter().flat_map(|set| cases_of(law, set)).collect()
}

fn cases_of(law: &Law, set: &Ruleset) -> Vec<Case> {
    let mut earlier: BTreeMap<&str, Draft> = BTreeMap::new();
    let mut cases = Vec::new();
    for block in &set.blocks {
        let (Head::Example(name) | Head::Profile(name)) = &block.head.node else { continue };
        let like = block.find(|clause| match clause {
            Clause::Like(name) => Some(name.node.as_str()),
            _ => None,
        });
        let mut draft = like.map_or_else(Draft::default, |like| earlier[like].clone());
        block.clauses.iter().for_each(|clause| draft.take(law, set, &clause.node));
        if matches!(block.head.node, Head::Example(_)) {
            cases.extend(expectations(law, set, block, &name.node, draft.clone()));
        }
        earlier.insert(&name.node, draft);
    }
    cases
}

impl Draft {
    fn take(&mut self, law: &Law, set: &Ruleset, clause: &Clause) {
        match clause {
            Clause::Given(facts) => {
                for (path, value) in facts {
                    match path.node.strip_prefix("placement.") {
                        Some(field) => {
                            let fact = &law.facts[PLACEMENTS].fields[field];
                            self.placement.insert(field.to_owned(), given(law, fact, &value.node));
                        }
                        None => {
                            let statement = given(law, &law.facts[&path.node], &value.node);
                            self.product.facts.insert(path.node.clone(), statement);
                        }
                    }
                }
            }
            Clause::Without(paths) => paths.iter().for_each(|path| self.forget(&path.node)),
            Clause::Placed { territory, first, last } => {
                let last = last.as_ref().unwrap_or(first).node;
                let code = law.place(&territory.node).unwrap().code.clone();
                self.placed = Some((code, first.node, last));
            }
            Clause::Checked(day) => self.checked = Some(day.node),
            Clause::JudgedAs { rule, text, answer } => {
                let rule = full_id(law, set, rule);
                let norm = text.as_ref().map(|text| text.node.clone());
                // A later judgement of the same words, or of all, takes the place of an earlier.
                self.product
                    .judgements
                    .retain(|one| one.rule != rule || (norm.is_some() && one.norm != norm));
                self.product.judgements.push(Judgement { rule, norm, met: answer.node });
            }
            _ => {}
        }
    }

    fn forget(&mut self, path: &str) {
        if path == PLACEMENTS {
            (self.placed, self.placement) = (None, BTreeMap::new());
        }
        if let Some(field) = path.strip_prefix("placement.") {
            self.placement.remove(field);
        }
        self.product.facts.remove(path);
    }

    /// The placement becomes the one item of its list.
    fn place(&mut self) {
        let Some((code, first, last)) = self.placed.clone() else { return };
        let level = 0;
        let said = |value| Statement { stated: Stated::Value(value), level };
        let mut item = BTreeMap::from([
            ("territory".to_owned(), said(Value::Text(code))),
            ("first_placed".to_owned(), said(Value::Day(first))),
            ("last_placed".to_owned(), said(Value::Day(last))),
        ]);
        item.append(&mut self.placement);
        let list = Statement { stated: Stated::Items(vec![item]), level };
        self.product.facts.insert(PLACEMENTS.to_owned(), list);
    }
}

/// The ruleset that a reference means.
fn meant<'l>(law: &'l Law, set: &'l Ruleset, rule: &RuleReference) -> &'l Ruleset {
    match rule.alias.as_ref().map(|alias| alias.node.as_str()) {
        None | Some("this") => set,
        Some(alias) => {
            let (id, edition) = set.used(alias).unwrap();
            law.ruleset(id, edition).unwrap()
        }
    }
}

fn full_id(law: &Law, set: &Ruleset, rule: &RuleReference) -> String {
    format!("{}.{}", meant(law, set, rule).id, rule.rule.node)
}

/// Without a day of check it is the first day of placing, else the last reading of a source.
fn expectations(
    law: &Law,
    set: &Ruleset,
    block: &Block,
    name: &str,
    mut draft: Draft,
) -> Vec<Case> {
    draft.place();
    let read = set.header.find_map_all(|clause| match clause {
        Clause::Source { read, .. } => vec![read.node],
        _ => Vec::new(),
    });
    let placed = draft.placed.as_ref().map(|(_, first, _)| *first);
    let today = draft.checked.or(placed).or(read.into_iter().max()).unwrap();
    let placement = draft.placed.as_ref().map(|_| 0);
    let check = Check { law, product: &draft.product, placement, today, needed: 0 };
    let each = block.clauses.iter().filter_map(|clause| {
        let Clause::Expect { rule, verdict: expected, .. } = &clause.node else { return None };
        let home = meant(law, set, rule);
        Some(Case {
            ruleset: format!("{}@{}", set.id, set.edition),
            example: name.to_owned(),
            rule: format!("{}@{} {}", home.id, home.edition, rule.rule.node),
            expected: expected.node.clone(),
            found: verdict(&check, home, &rule.rule.node),
        })
    });
    each.collect()
}
