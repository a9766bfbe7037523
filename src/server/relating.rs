//! How does a rule stand to others? What texts claim of it and what came of that; then what is
//! proved of it and the rules of other texts that turn on the same decisions.
//!
//! Only what is pointed at is asked, of the nearest rules, and no question may cost much; what that
//! leaves open is said. What was told stays until a text changes. A text that was changed since it
//! was opened or saved is asked with those that it uses; any other with all texts.

use super::Server;
use super::names::Symbol;
use crate::analysis::claims::{JudgedClaim, claims_of};
use crate::analysis::near::{Near, relations_near};
use crate::analysis::problem::Limits;
use crate::analysis::relations::Relation;
use crate::analysis::solver::Budget;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::text::Language;
use crate::report::claims::{claim_reports, rule_name};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Rules that one rule is related to.
const MOST_RULES: usize = 12;
/// Rules that are named with one relation.
const MOST_NAMES: usize = 6;
/// Conflicts that the solver may run into for one question.
const CONFLICTS: u64 = 300;

/// What is told of each relation, in that order.
const SAYINGS: [(Relation, &str); 5] = [
    (Relation::Disjoint, "no product meets both this and"),
    (Relation::Equal, "asks the same as"),
    (Relation::Stricter, "is stricter than"),
    (Relation::Looser, "is looser than"),
    (Relation::Intersects, "each asks something that the other does not:"),
];

/// What was found out about the texts as they are now.
#[derive(Debug, Default)]
pub(super) struct Proven {
    /// What all texts mean together, without the base; none if that cannot be told.
    whole: Option<Option<Law>>,
    /// By the text it was asked in, what was told of each rule.
    told: BTreeMap<(String, Symbol), String>,
    /// Texts that were changed since they were opened or saved.
    edited: BTreeSet<String>,
}

impl Proven {
    /// A text changes: what was found out counts no longer.
    pub(super) fn forget(&mut self) {
        self.whole = None;
        self.told.clear();
    }

    pub(super) fn edit(&mut self, uri: &str) {
        self.edited.insert(uri.to_owned());
    }

    /// A text is left as it is.
    pub(super) fn rest(&mut self, uri: &str) {
        if self.edited.remove(uri) {
            self.told.retain(|(asked_in, _), _| asked_in != uri);
        }
    }
}

impl Server {
    /// How a rule stands to others, in Markdown; nothing of what is no rule, or while the text in
    /// which it is asked has faults.
    pub(super) fn relations(&mut self, uri: &str, symbol: &Symbol) -> Option<String> {
        let Symbol::Rule { id, edition, number } = symbol else { return None };
        let asked = (uri.to_owned(), symbol.clone());
        if let Some(told) = self.proven.told.get(&asked) {
            return Some(told.clone());
        }
        let on = self.today;
        let told = self.with_widest_law(uri, |law, of_all| {
            let rule = find(law, id, edition, number)?;
            Some(told_of(law, rule, on) + &told_near(law, rule, on, of_all))
        })??;
        self.proven.told.insert(asked, told.clone());
        Some(told)
    }

    /// Hands over what all texts mean, or else what this one means with those that it uses.
    fn with_widest_law<T>(&mut self, uri: &str, ask: impl FnOnce(&Law, bool) -> T) -> Option<T> {
        self.checked.get(uri)?.law.as_ref()?;
        if self.proven.edited.contains(uri) {
            return self.with_law(uri, |_, law| ask(law, false));
        }
        let whole = self.proven.whole.take().unwrap_or_else(|| self.whole_law(uri));
        let Some(whole) = whole else {
            self.proven.whole = Some(None);
            return self.with_law(uri, |_, law| ask(law, false));
        };
        let (told, whole) = self.lend_base(whole, |_, law| ask(law, true));
        self.proven.whole = Some(Some(whole));
        Some(told)
    }
}

fn find(law: &Law, id: &str, edition: &str, number: &str) -> Option<RuleId> {
    let (set, _) = law.iter_rulesets().find(|(_, own)| own.id == id && own.edition == edition)?;
    law.rules_of(set).find(|(_, rule)| rule.number == number).map(|(rule, _)| rule)
}

fn limits() -> Limits {
    Limits { budget: Budget::of(CONFLICTS), ..Limits::default() }
}

/// The claims that the rule makes, and those that are made of it.
fn told_of(law: &Law, rule: RuleId, on: Date) -> String {
    let makers = law
        .iter_rules()
        .filter(|(id, other)| *id == rule || other.claims.iter().any(|claimed| claimed.of == rule));
    let judged = makers.flat_map(|(id, _)| claims_of(law, id, on, &limits()));
    let judged: Vec<JudgedClaim> =
        judged.filter(|one| one.rule == rule || one.claimed.of == rule).collect();
    let reports = claim_reports(law, &judged, Language::English);
    let lines = judged.iter().zip(reports).map(|(one, report)| {
        let (claim, said) = (&report.claim, &report.said);
        let said = match report.product {
            Some(_) => format!("{said} (`comity compare {} {}`)", report.rule, report.of),
            None => said.clone(),
        };
        if one.rule == rule {
            format!("- {claim} `{}`: {said}\n", report.of)
        } else {
            format!("- `{}` {claim} this rule: {said}\n", report.rule)
        }
    });
    section("Claimed, and what came of it", &lines.collect::<String>())
}

/// What is proved of the rule and those nearest to it.
fn told_near(law: &Law, rule: RuleId, on: Date, of_all: bool) -> String {
    let near = relations_near(law, rule, on, MOST_RULES, &limits());
    let names = |is_it: &dyn Fn(Relation) -> bool| -> Vec<String> {
        let found = near.related.iter().filter(|one| is_it(one.relation));
        found.map(|one| format!("`{}`", rule_name(law, one.second.rule))).collect()
    };
    let told = SAYINGS.map(|(relation, words)| line(words, &names(&|found| found == relation)));
    let mut lines = told.concat();
    let unclear = names(&|found| matches!(found, Relation::Unclear(_)));
    lines.push_str(&line("could not be told in a moment:", &unclear));
    lines.push_str(&untold(&near, of_all));
    let texts =
        if of_all { "rules of other texts" } else { "rules of the texts that this one uses" };
    section(&format!("Proved of it and {texts} that turn on the same decisions, on {on}"), &lines)
}

fn line(words: &str, names: &[String]) -> String {
    let shown = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len() {
        0 => String::new(),
        count if count > MOST_NAMES => {
            format!("- {words} {shown} and {} more\n", count - MOST_NAMES)
        }
        _ => format!("- {words} {shown}\n"),
    }
}

/// What was not asked at all.
fn untold(near: &Near, of_all: bool) -> String {
    let (asked, unasked) = (near.related.len(), near.unasked);
    let farther = format!(
        "- not asked: {unasked} more, which have less in common with it than these {asked}; \
         `comity compare` asks all\n"
    );
    let unused = "- not asked: texts that this one does not use; saving it asks them too\n";
    let farther = if unasked > 0 { farther.as_str() } else { "" };
    format!("{farther}{}", if of_all { "" } else { unused })
}

fn section(title: &str, lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n**{title}**\n\n{lines}") }
}
