//! Lowers headers of rulesets, and indexes what each file declares before any of it is lowered.

use super::Base;
use super::basics::{
    insert_new, lower_allowance, lower_names, lower_period, lower_text, lower_word,
};
use super::error::ResolveError;
use super::jurisdictions::find_jurisdiction;
use super::limits::MAX_RULES;
use super::report::Faults;
use crate::model::jurisdiction::Jurisdictions;
use crate::model::rule::RuleId;
use crate::model::ruleset::{InstrumentKind, Ruleset, RulesetId, Use};
use crate::model::text::Text;
use crate::model::vocabulary::Vocabulary;
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::ast::{Block, Clause, Condition, File, Head, Name};
use indexmap::IndexMap;
use std::collections::BTreeSet;

const KINDS: [(&str, InstrumentKind); 7] = [
    ("law", InstrumentKind::Law),
    ("standard", InstrumentKind::Standard),
    ("code", InstrumentKind::Code),
    ("guidance", InstrumentKind::Guidance),
    ("principle", InstrumentKind::Principle),
    ("scheme", InstrumentKind::Scheme),
    ("proposal", InstrumentKind::Proposal),
];

/// One ruleset file before its conditions are lowered.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// The header as data.
    pub(super) ruleset: Ruleset,
    /// The header as written.
    pub(super) header: &'a Block,
    /// Rules by number, with their ids and texts.
    pub(super) rules: IndexMap<String, RuleEntry<'a>>,
    /// By the number of a rule, the siblings that say they override it.
    pub(super) overriding: IndexMap<&'a str, Vec<&'a str>>,
    /// By the number of a rule, the siblings that say they are subject to it.
    pub(super) subject: IndexMap<&'a str, Vec<&'a str>>,
    /// Terms by name.
    pub(super) terms: IndexMap<String, TermEntry<'a>>,
    /// Other rulesets by the name used here.
    pub(super) aliases: IndexMap<String, (RulesetId, Span)>,
    /// Examples and profiles, in order.
    pub(super) examples: Vec<&'a Block>,
}

/// A rule as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct RuleEntry<'a> {
    pub(super) id: RuleId,
    pub(super) block: &'a Block,
}

/// A term as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct TermEntry<'a> {
    pub(super) condition: &'a Spanned<Condition>,
    pub(super) span: Span,
}

/// All rulesets, ordered by id, then edition, with ids given to their rules.
pub(super) fn index_rulesets<'a>(
    faults: &mut Faults,
    files: &[&'a File],
    base: &Base,
    others: &[(String, String)],
) -> Vec<Entry<'a>> {
    let Base { vocabulary, jurisdictions } = base;
    let mut entries = Vec::new();
    for file in files {
        let Some((header, rest)) = file.blocks.split_first() else { continue };
        let Head::Ruleset { id, edition } = &header.head.node else { continue };
        let ruleset = lower_header(faults, id, edition, header, vocabulary, jurisdictions);
        entries.push(index_file(faults, ruleset, header, rest));
    }
    entries.sort_by(|a, b| key(&a.ruleset).cmp(&key(&b.ruleset)));
    refuse_doubles(faults, &entries);
    bound_rules(faults, &mut entries);
    number_rules(&mut entries);
    link_aliases(faults, &mut entries, others);
    entries
}

fn key(ruleset: &Ruleset) -> (&str, &str) {
    (&ruleset.id, &ruleset.edition)
}

fn refuse_doubles(faults: &mut Faults, entries: &[Entry<'_>]) {
    for (one, two) in entries.iter().zip(entries.iter().skip(1)) {
        if key(&one.ruleset) == key(&two.ruleset) {
            let name = Spanned::new(two.ruleset.id.clone(), two.ruleset.span);
            faults.twice::<()>("ruleset", &name, Some(one.ruleset.span));
        }
    }
}

/// Takes as many rules as there may be, and reports the next one.
fn bound_rules(faults: &mut Faults, entries: &mut [Entry<'_>]) {
    let mut left = MAX_RULES;
    for entry in entries {
        if let Some((_, next)) = entry.rules.get_index(left) {
            faults.report::<()>(ResolveError::TooComplex {
                what: "the list of all rules".to_owned(),
                problem: format!("has more than {MAX_RULES} entries"),
                help: "load only the rulesets that are needed together",
                span: next.block.head.span,
            });
        }
        entry.rules.truncate(left);
        left -= entry.rules.len();
    }
}

fn number_rules(entries: &mut [Entry<'_>]) {
    let rules = entries.iter_mut().flat_map(|entry| entry.rules.values_mut());
    for (number, rule) in (0u32..).zip(rules) {
        rule.id = RuleId(number);
    }
}

fn index_file<'a>(
    faults: &mut Faults,
    ruleset: Ruleset,
    header: &'a Block,
    rest: &'a [Block],
) -> Entry<'a> {
    let mut entry = Entry {
        ruleset,
        header,
        rules: IndexMap::new(),
        overriding: IndexMap::new(),
        subject: IndexMap::new(),
        terms: IndexMap::new(),
        aliases: IndexMap::new(),
        examples: Vec::new(),
    };
    for clause in &header.clauses {
        if let Clause::Term { name, condition } = &clause.node {
            let term = TermEntry { condition, span: name.span };
            insert_new(faults, "term", &mut entry.terms, name, term, |term| Some(term.span));
        }
    }
    for block in rest {
        match &block.head.node {
            Head::Rule(number) => {
                index_order(&mut entry, &number.node, block);
                let rule = RuleEntry { id: RuleId(0), block };
                let place = |rule: &RuleEntry<'_>| Some(rule.block.head.span);
                insert_new(faults, "rule", &mut entry.rules, number, rule, place);
            }
            Head::Example(_) | Head::Profile(_) => entry.examples.push(block),
            _ => {}
        }
    }
    entry
}

/// Notes what a rule says of its rank among its siblings.
fn index_order<'a>(entry: &mut Entry<'a>, number: &'a str, block: &'a Block) {
    for clause in &block.clauses {
        let (index, other) = match &clause.node {
            Clause::Overrides(other) => (&mut entry.overriding, other),
            Clause::SubjectTo(other) => (&mut entry.subject, other),
            _ => continue,
        };
        index.entry(other.node.as_str()).or_default().push(number);
    }
}

/// Connects `uses ruleset … as alias` to what was loaded, edition and all.
fn link_aliases(faults: &mut Faults, entries: &mut [Entry<'_>], others: &[(String, String)]) {
    let loaded: Vec<(String, String)> = entries
        .iter()
        .map(|entry| (entry.ruleset.id.clone(), entry.ruleset.edition.clone()))
        .collect();
    for entry in entries {
        for clause in &entry.header.clauses {
            let Clause::UsesRuleset { id, edition, alias } = &clause.node else { continue };
            let Some(target) = find_ruleset(faults, &loaded, others, id, edition) else { continue };
            let value = (target, alias.span);
            insert_new(faults, "alias", &mut entry.aliases, alias, value, |(_, span)| Some(*span));
            let used = Use { ruleset: target, alias: alias.node.clone(), span: clause.span };
            entry.ruleset.uses.push(used);
        }
    }
}

fn find_ruleset(
    faults: &mut Faults,
    loaded: &[(String, String)],
    others: &[(String, String)],
    id: &Name,
    edition: &Name,
) -> Option<RulesetId> {
    let wanted = (&id.node, &edition.node);
    if let Some(index) = loaded.iter().position(|(id, edition)| (id, edition) == wanted) {
        return Some(RulesetId(u32::try_from(index).ok()?));
    }
    let known: BTreeSet<(&str, &str)> =
        loaded.iter().chain(others).map(|(id, edition)| (id.as_str(), edition.as_str())).collect();
    let editions = known.iter().filter(|(other, _)| *other == id.node).map(|(_, edition)| *edition);
    let editions: Vec<&str> = editions.collect();
    if editions.is_empty() {
        let known = known.iter().map(|(id, _)| *id);
        return faults.unknown("ruleset", id, known, "load the file that declares it as well");
    }
    let otherwise = format!("the editions at hand are {}", editions.join(", "));
    faults.unknown("edition", edition, editions, &otherwise)
}

fn lower_header(
    faults: &mut Faults,
    id: &Name,
    edition: &Name,
    header: &Block,
    vocabulary: &Vocabulary,
    jurisdictions: &Jurisdictions,
) -> Ruleset {
    let mut ruleset = blank(id, edition);
    for clause in &header.clauses {
        match &clause.node {
            Clause::Title(text) => ruleset.title = lower_text(faults, text),
            Clause::Summary(text) => ruleset.summary = Some(lower_text(faults, text)),
            Clause::Instrument(words) => ruleset.instrument = Some(words.node.clone()),
            Clause::Source { url, read } => ruleset.sources.push((url.node.clone(), read.node)),
            Clause::Issued { kind, by } => {
                ruleset.issued_by.clone_from(&by.node);
                ruleset.kind = lower_word(faults, "kind of instrument", kind, &KINDS)
                    .unwrap_or(InstrumentKind::Proposal);
            }
            Clause::AppliesIn(territories) => {
                let found = territories.iter();
                ruleset.applies_in = found
                    .filter_map(|name| find_jurisdiction(faults, jurisdictions, name))
                    .collect();
            }
            Clause::InForce(period) => ruleset.in_force = lower_period(faults, period),
            Clause::ReviewBy(day) => ruleset.review_by = Some(day.node),
            Clause::Allow { fault, reason } => {
                ruleset.allows.extend(lower_allowance(faults, fault, reason));
            }
            Clause::AddressedTo(roles) => {
                lower_names(faults, "role", roles, &vocabulary.roles);
            }
            Clause::UsesVocabulary { name, edition } => {
                check_vocabulary(faults, vocabulary, name, edition);
            }
            _ => {}
        }
    }
    require_clauses(faults, &ruleset, header);
    ruleset
}

fn blank(id: &Name, edition: &Name) -> Ruleset {
    Ruleset {
        id: id.node.clone(),
        edition: edition.node.clone(),
        title: Text::default(),
        summary: None,
        instrument: None,
        sources: Vec::new(),
        kind: InstrumentKind::Proposal,
        issued_by: String::new(),
        uses: Vec::new(),
        applies_in: Vec::new(),
        in_force: Default::default(),
        review_by: None,
        allows: Vec::new(),
        span: id.span,
    }
}

fn check_vocabulary(faults: &mut Faults, vocabulary: &Vocabulary, name: &Name, edition: &Name) {
    if vocabulary.name != name.node {
        let known = [vocabulary.name.as_str()];
        faults.unknown::<()>("vocabulary", name, known, "load the file that declares it as well");
    } else if vocabulary.edition != edition.node {
        let help = format!("the edition at hand is {}", vocabulary.edition);
        let near = nearest(&edition.node, []);
        faults.unknown::<()>("edition", edition, near, &help);
    }
}

/// The sentences without which a ruleset says nothing that could be relied on.
fn require_clauses(faults: &mut Faults, ruleset: &Ruleset, header: &Block) {
    let what = format!("ruleset `{}`", ruleset.id);
    let span = header.head.span;
    let has = |wanted: fn(&Clause) -> bool| header.says(wanted);
    if !has(|clause| matches!(clause, Clause::Title(_))) {
        faults.missing::<()>(&what, "title", "name it for people: `title en \"…\".`", span);
    }
    if ruleset.sources.is_empty() {
        let help = "say where the text was read, and when: `source <https://…> read 2026-11-22.`";
        faults.missing::<()>(&what, "source", help, span);
    }
    if !has(|clause| matches!(clause, Clause::Issued { .. })) {
        let help = "say who issued it and as what: `issued as law by \"…\".`";
        faults.missing::<()>(&what, "issued as", help, span);
    }
    if !has(|clause| matches!(clause, Clause::Confidence { .. })) {
        let help =
            "say how the text was read: `confidence read.`, `seen`, `secondary` or `unverified`";
        faults.missing::<()>(&what, "confidence", help, span);
    }
    if !has(|clause| matches!(clause, Clause::UsesVocabulary { .. })) {
        let help = "say which facts it may use: `uses vocabulary iot edition 1.`";
        faults.missing::<()>(&what, "uses vocabulary", help, span);
    }
    if ruleset.kind == InstrumentKind::Law && !has(|clause| matches!(clause, Clause::AppliesIn(_)))
    {
        let help = "law applies somewhere: `applies in GB.`";
        faults.missing::<()>(&what, "applies in", help, span);
    }
}
