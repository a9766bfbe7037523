//! Shows rulesets and rules to people: the list, one ruleset, one rule.

use super::paint::Paint;
use super::words::{date, period, territory, trigger};
use crate::model::law::Law;
use crate::model::rule::{Clause, ClauseRole, Modality, Rule};
use crate::model::ruleset::{Confidence, ConfidenceLevel, InstrumentKind, Ruleset, RulesetId};
use crate::model::text::Language;
use crate::source::SourceMap;
use std::fmt::Write as _;

/// All rulesets, a line each.
#[must_use]
pub fn ruleset_list(law: &Law, language: Language, paint: Paint) -> String {
    let mut out = String::new();
    for (id, ruleset) in law.iter_rulesets() {
        let count = law.rules_of(id).count();
        let name = paint.strong(&format!("{:<18}", ruleset.id));
        let title = ruleset.title.get(language);
        let _ = writeln!(
            out,
            "{name} {:<11} {:>3} rules  {:<10} {title}",
            ruleset.edition,
            count,
            kind(ruleset.kind)
        );
    }
    out.push_str("\n`comity rules NAME` shows a ruleset or a rule.\n");
    out
}

/// One ruleset: what it is, and its rules, a line each.
#[must_use]
pub fn ruleset_page(law: &Law, id: RulesetId, language: Language, paint: Paint) -> String {
    let Some(ruleset) = law.ruleset(id) else { return String::new() };
    let mut out = String::new();
    let _ = writeln!(out, "{}", paint.strong(ruleset.title.get(language)));
    if let Some(summary) = &ruleset.summary {
        let _ = writeln!(out, "{}", paint.filled("", summary.get(language)));
    }
    for (label, text) in ruleset_facts(law, ruleset) {
        let _ = writeln!(out, "{}", paint.filled(&format!("{label:<14}"), &text));
    }
    out.push('\n');
    for (_, rule) in law.rules_of(id) {
        let number = paint.strong(&format!("{:<14}", rule.number));
        let _ =
            writeln!(out, "{number} {:<7} {}", modality(rule.modality), rule.title.get(language));
    }
    let _ = writeln!(out, "\n`comity rules {}.RULE` shows a rule.", ruleset.id);
    out
}

fn ruleset_facts(law: &Law, ruleset: &Ruleset) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("ruleset", format!("{} edition {}", ruleset.id, ruleset.edition)),
        ("issued", format!("as {} by {}", kind(ruleset.kind), ruleset.issued_by)),
    ];
    facts.extend(ruleset.instrument.clone().map(|instrument| ("instrument", instrument)));
    if !ruleset.applies_in.is_empty() {
        let places = ruleset.applies_in.iter().map(|&id| territory(law, id));
        facts.push(("applies in", places.collect::<Vec<_>>().join(", ")));
    }
    facts.extend(period(&ruleset.in_force).map(|dates| ("in force", dates)));
    facts.extend(ruleset.review_by.map(|day| ("review by", date(day))));
    facts.extend(
        ruleset
            .sources
            .iter()
            .map(|(url, read)| ("source", format!("{url} (read {})", date(*read)))),
    );
    facts
}

/// One rule: what it asks, of whom, when, with which exceptions and other routes.
#[must_use]
pub fn rule_page(
    law: &Law,
    sources: &SourceMap,
    rule: &Rule,
    language: Language,
    paint: Paint,
) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}  {}", paint.strong(&rule.id), paint.strong(rule.title.get(language)));
    for (label, text) in rule_facts(law, rule, language) {
        let _ = writeln!(out, "{}", paint.filled(&format!("{label:<14}"), &text));
    }
    out.push('\n');
    for clause in rule.clauses.iter().filter(|clause| clause.role != ClauseRole::Instead) {
        let _ = writeln!(out, "{}", clause_text(sources, clause, paint));
    }
    for lifted in &rule.overrides {
        let id = law.rule(*lifted).map_or("", |lifted| lifted.id.as_str());
        let _ = writeln!(out, "lifts {id} where this rule stands");
    }
    out
}

fn rule_facts(law: &Law, rule: &Rule, language: Language) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(ruleset) = law.ruleset(rule.ruleset) {
        facts.push((
            "from",
            format!("{}, edition {}", ruleset.title.get(language), ruleset.edition),
        ));
    }
    let url = rule.citation.url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
    facts.push(("citation", format!("{}{url}", rule.citation.pinpoint)));
    facts.push(("binds", roles(law, rule, language)));
    facts.push(("strength", modality(rule.modality).to_owned()));
    facts.extend(period(&rule.in_force).map(|dates| ("in force", dates)));
    facts.extend(rule.trigger.map(|found| ("triggered by", trigger(&found))));
    facts.push(("confidence", confidence(&rule.confidence)));
    let texts = [
        ("about", &rule.summary),
        ("why", &rule.because),
        ("evidence", &rule.evidence),
        ("remedy", &rule.remedy),
        ("penalty", &rule.penalty),
        ("note", &rule.note),
    ];
    for (label, text) in texts {
        facts.extend(text.as_ref().map(|text| (label, text.get(language).to_owned())));
    }
    if !rule.goals.is_empty() {
        facts.push(("serves", rule.goals.join(", ")));
    }
    facts
}

/// The addressees by their titles.
fn roles(law: &Law, rule: &Rule, language: Language) -> String {
    let title = |role: &String| {
        law.vocabulary.roles.get(role).map_or(role.clone(), |title| title.get(language).to_owned())
    };
    rule.addressees.iter().map(title).collect::<Vec<_>>().join(", ")
}

/// A clause as it is written in its file, with the comments and line breaks of the file.
fn clause_text(sources: &SourceMap, clause: &Clause, paint: Paint) -> String {
    let written = sources.slice(clause.span).trim_end();
    let written = match clause.role {
        ClauseRole::Filter => format!("for every item where {written}"),
        _ => written.to_owned(),
    };
    let body: Vec<String> = written.lines().map(|line| format!("  {}", line.trim_end())).collect();
    let body = body.join("\n");
    if clause.role == ClauseRole::Norm { paint.strong(&body) } else { body }
}

fn kind(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::Law => "law",
        InstrumentKind::Standard => "standard",
        InstrumentKind::Code => "code",
        InstrumentKind::Guidance => "guidance",
        InstrumentKind::Principle => "principle",
        InstrumentKind::Scheme => "scheme",
        InstrumentKind::Proposal => "proposal",
    }
}

fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "must",
        Modality::Should => "should",
        Modality::May => "may",
    }
}

/// How sure the encoding is, in words.
#[must_use]
pub fn confidence(confidence: &Confidence) -> String {
    let level = match confidence.level {
        ConfidenceLevel::Read => "the primary text of the clause was read",
        ConfidenceLevel::Seen => "an official page was seen in part",
        ConfidenceLevel::Secondary => "read in a secondary source",
        ConfidenceLevel::Unverified => "UNVERIFIED: from memory, check before relying on it",
    };
    match &confidence.note {
        Some(note) => format!("{level} ({note})"),
        None => level.to_owned(),
    }
}
