//! What decided a verdict, clause by clause, in words and with the lines of the manifest.

use super::json::{ReasonReport, StatedAt};
use super::phrases::{NO_ITEM, NOT_STATED, Phrases, level_word};
use super::words::period;
use crate::eval::explain::{Cause, ClauseTrace, Explanation};
use crate::eval::trace::{Found, Origin, Step, Trace};
use crate::model::manifest::Manifest;
use crate::model::rule::{ClauseRole, Rule};
use crate::plan::truth::Truth;

/// More phrases than this in one reason are counted, not said.
const MOST_PHRASES: usize = 4;

/// The reasons of a verdict, in the order of the causes.
#[must_use]
pub(super) fn reasons(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    rule: &Rule,
    explanation: &Explanation,
) -> Vec<ReasonReport> {
    let mut found: Vec<ReasonReport> = Vec::new();
    for &cause in &explanation.causes {
        let reason = reason(phrases, manifest, rule, explanation, cause);
        if let Some(reason) = reason.filter(|reason| !found.contains(reason)) {
            found.push(reason);
        }
    }
    found
}

fn reason(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    rule: &Rule,
    explanation: &Explanation,
    cause: Cause,
) -> Option<ReasonReport> {
    match cause {
        Cause::InForce => {
            let dates = period(&rule.in_force, phrases.language).unwrap_or_default();
            let lead = phrases.say(["in force", "en vigueur", "van kracht"]);
            Some(plain("dates", format!("{lead} {dates}")))
        }
        Cause::Trigger => {
            let trace = &explanation.trigger;
            let stated = stated_at(phrases, manifest, &[trace]);
            Some(ReasonReport { stated, ..plain("event", phrases.trigger(trace)) })
        }
        Cause::Items => Some(plain("list", items(phrases, rule, explanation))),
        Cause::Rule(other) => {
            let id = phrases.law.rule(other).map_or("", |other| other.id.as_str());
            let place = ["takes its place", "la remplace", "komt ervoor in de plaats"];
            Some(plain("overridden", format!("{id} {}", phrases.say(place))))
        }
        Cause::Clause { clause, part } => {
            let clauses = match part {
                None => &explanation.scope,
                Some(part) => &explanation.parts.get(part)?.clauses,
            };
            let trace = clauses.iter().find(|trace| trace.clause == clause)?;
            Some(clause_reason(phrases, manifest, rule, trace))
        }
    }
}

fn plain(because: &str, text: String) -> ReasonReport {
    ReasonReport { because: because.to_owned(), citation: None, text, stated: Vec::new() }
}

/// The list of the rule has no item, or nobody has said.
fn items(phrases: Phrases<'_>, rule: &Rule, explanation: &Explanation) -> String {
    let list = rule.list(phrases.law).and_then(|list| phrases.law.vocabulary.fact(list));
    let nameless = phrases.say(["the list", "la liste", "de lijst"]);
    let path = list.map_or(nameless, |list| list.path.as_str());
    match explanation.limbs.items {
        Truth::Unknown => format!("{path} {}", phrases.say(NOT_STATED)),
        _ => format!("{path} {}", phrases.say(NO_ITEM)),
    }
}

fn clause_reason(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    rule: &Rule,
    clause: &ClauseTrace,
) -> ReasonReport {
    let leaves = distinct(clause.trace.decisive_down_to(is_said_whole));
    let mut said: Vec<String> = Vec::new();
    for phrase in leaves.iter().map(|leaf| phrases.leaf(leaf)) {
        if !phrase.is_empty() && !said.contains(&phrase) {
            said.push(phrase);
        }
    }
    let more = said.len().saturating_sub(MOST_PHRASES);
    said.truncate(MOST_PHRASES);
    if more > 0 {
        said.push(phrases.say([
            format!("and {more} more"),
            format!("et {more} de plus"),
            format!("en nog {more}"),
        ]));
    }
    let written = rule.clauses.get(clause.clause);
    ReasonReport {
        because: role(clause.role).to_owned(),
        citation: written
            .and_then(|written| written.citation.as_ref())
            .map(|citation| citation.pinpoint.clone()),
        text: said.join("; "),
        stated: stated_at(phrases, manifest, &leaves),
    }
}

/// Another rule is named, not told again; a list that fails as a whole is counted.
fn is_said_whole(trace: &Trace) -> bool {
    match &trace.step {
        Step::Rule(_) => trace.truth != Truth::Unknown,
        Step::Some { .. } => trace.truth == Truth::False,
        _ => false,
    }
}

/// Leaves that say the same are said once.
fn distinct(leaves: Vec<&Trace>) -> Vec<&Trace> {
    let mut kept: Vec<&Trace> = Vec::new();
    for leaf in leaves {
        if !kept.contains(&leaf) {
            kept.push(leaf);
        }
    }
    kept
}

/// The statements of the manifest that the leaves rest on, each once.
fn stated_at(phrases: Phrases<'_>, manifest: &Manifest, leaves: &[&Trace]) -> Vec<StatedAt> {
    let mut stated: Vec<StatedAt> = Vec::new();
    for found in leaves.iter().flat_map(|leaf| values(&leaf.step)) {
        let (Origin::Fact(path), Some((span, level))) = (&found.origin, found.stated) else {
            continue;
        };
        let (line, column) = manifest.source.line_column(span.start as usize);
        let fact = path.text(&phrases.law.vocabulary);
        let entry = StatedAt { fact, line, column, level: level_word(level).to_owned() };
        if !stated.contains(&entry) {
            stated.push(entry);
        }
    }
    stated
}

/// The values a leaf looked at, those inside sums included.
fn values(step: &Step) -> Vec<&Found> {
    let mut open: Vec<&Found> = match step {
        Step::Test(found) => found.iter().collect(),
        Step::Some { list, .. } => vec![list],
        Step::Triggered { first, last } => vec![first, last],
        _ => Vec::new(),
    };
    let mut flat = Vec::new();
    while let Some(found) = open.pop() {
        if let Origin::Sum(parts) | Origin::Difference(parts) = &found.origin {
            open.extend(parts.iter());
        }
        flat.push(found);
    }
    flat.reverse();
    flat
}

fn role(role: ClauseRole) -> &'static str {
    match role {
        ClauseRole::Applies => "scope",
        ClauseRole::Except => "exception",
        ClauseRole::Filter => "list",
        ClauseRole::Norm => "obligation",
        ClauseRole::Unless | ClauseRole::UnlessInstead => "lifted",
        ClauseRole::Instead => "replacement",
        ClauseRole::Deemed => "deemed",
    }
}
