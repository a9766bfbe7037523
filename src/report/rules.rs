//! Shows rulesets and rules to people: the list, one ruleset, one rule.

use super::build::strength;
use super::confidence::confidence;
use super::counts::{Counts, OPEN_NORMS, percent};
use super::paint::Paint;
use super::words::{date, period, territory, trigger};
use crate::model::law::Law;
use crate::model::rule::{Clause, ClauseRole, Rule};
use crate::model::ruleset::{InstrumentKind, Ruleset, RulesetId};
use crate::model::text::Language;
use crate::source::SourceMap;
use std::fmt::Write as _;

/// All rulesets, a line each, and how much of them is left to people.
#[must_use]
pub fn ruleset_list(law: &Law, language: Language, paint: Paint) -> String {
    let mut out = String::new();
    let longest = law.rulesets.iter().map(|ruleset| ruleset.id.len()).max().unwrap_or_default();
    for (id, ruleset) in law.iter_rulesets() {
        let counts = Counts::of(law, id);
        let name = paint.strong(&format!("{:<longest$}", ruleset.id));
        let _ = writeln!(
            out,
            "{name} {:<11} {:>3} rules {:>4} open  {:<10} {}",
            ruleset.edition,
            counts.rules,
            percent(counts.open_share()),
            kind(ruleset.kind),
            ruleset.title.get(language),
        );
    }
    let _ = writeln!(out, "\n{}", paint.filled("", &open_norms(&Counts::of_all(law))));
    out.push_str("\n`comity rules NAME` shows a ruleset or a rule.\n");
    out
}

/// The open-norm share, and what it means.
fn open_norms(counts: &Counts) -> String {
    let Counts { rulesets, rules, open, .. } = counts;
    let share = percent(counts.open_share());
    format!("{rulesets} rulesets. Open-norm share: {share} ({open} of {rules} rules). {OPEN_NORMS}")
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
    for (label, text) in ruleset_facts(law, id, ruleset) {
        let _ = writeln!(out, "{}", paint.filled(&format!("{label:<14}"), &text));
    }
    out.push('\n');
    for (_, rule) in law.rules_of(id) {
        let number = paint.strong(&format!("{:<14}", rule.number));
        let _ =
            writeln!(out, "{number} {:<7} {}", strength(rule.modality), rule.title.get(language));
    }
    let _ = writeln!(out, "\n`comity rules {}.RULE` shows a rule.", ruleset.id);
    out
}

fn ruleset_facts(law: &Law, id: RulesetId, ruleset: &Ruleset) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("ruleset", format!("{} edition {}", ruleset.id, ruleset.edition)),
        ("issued", format!("as {} by {}", kind(ruleset.kind), ruleset.issued_by)),
    ];
    facts.extend(ruleset.instrument.clone().map(|instrument| ("instrument", instrument)));
    if !ruleset.applies_in.is_empty() {
        let places = ruleset.applies_in.iter().map(|&id| territory(law, id));
        facts.push(("applies in", places.collect::<Vec<_>>().join(", ")));
    }
    facts.extend(period(&ruleset.in_force, Language::English).map(|dates| ("in force", dates)));
    facts.extend(ruleset.review_by.map(|day| ("review by", date(day))));
    facts.extend(
        ruleset
            .sources
            .iter()
            .map(|(url, read)| ("source", format!("{url} (read {})", date(*read)))),
    );
    let Counts { rules, open, .. } = Counts::of(law, id);
    let share = percent(Counts::of(law, id).open_share());
    facts
        .push(("open norms", format!("{share} of the rules ({open} of {rules}); a person judges")));
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
    facts.push(("strength", strength(rule.modality).to_owned()));
    facts.extend(period(&rule.in_force, Language::English).map(|dates| ("in force", dates)));
    facts.extend(rule.trigger.map(|found| ("triggered by", trigger(&found, Language::English))));
    facts.push(("confidence", confidence(&rule.confidence, Language::English)));
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

/// What kind of text a ruleset is, in the word of the language.
#[must_use]
pub fn kind(kind: InstrumentKind) -> &'static str {
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
