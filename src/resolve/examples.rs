//! Lowers examples: what is given about a product, and what must come out.

use super::jurisdictions::find_jurisdiction;
use super::lowering::Lowering;
use super::operands::PLACEMENTS;
use super::report::shorten;
use super::rulesets::Entry;
use crate::model::example::{Example, Expectation};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use crate::model::ruleset::RulesetId;
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use crate::source::{SourceFile, SourceMap, Span, Spanned};
use crate::syntax::ast::{self, Block, Clause, Head, Name, Path};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// An example or profile while its sentences are read.
#[derive(Debug, Clone)]
struct Draft {
    facts: BTreeMap<FactId, Statement>,
    placement: BTreeMap<u32, Statement>,
    placed: Option<Placed>,
    checked: Option<Date>,
    judgements: Vec<StatedJudgement>,
    expectations: Vec<Expectation>,
}

/// `placed in T on D until D`
#[derive(Debug, Clone, Copy)]
struct Placed {
    territory: JurisdictionId,
    first: Date,
    last: Date,
    span: Span,
}

impl<'a> Lowering<'a> {
    /// All examples of one ruleset; profiles serve only as starting points.
    pub(super) fn lower_examples(
        &mut self,
        sources: &SourceMap,
        ruleset: usize,
        entry: &Entry<'a>,
    ) -> Vec<Example> {
        let mut drafts: IndexMap<String, Draft> = IndexMap::new();
        let mut examples = Vec::new();
        for block in &entry.examples {
            let (Head::Example(name) | Head::Profile(name)) = &block.head.node else { continue };
            if drafts.contains_key(&name.node) {
                self.faults.twice::<()>("example", name, None);
                continue;
            }
            let draft = self.lower_draft(ruleset, block, &drafts);
            if self.check_example(&name.node, &draft.facts, block.head.span).is_none() {
                continue;
            }
            if matches!(block.head.node, Head::Example(_)) {
                examples.extend(self.finish(sources, ruleset, entry, name, block, draft.clone()));
            }
            drafts.insert(name.node.clone(), draft);
        }
        examples
    }

    fn lower_draft(
        &mut self,
        ruleset: usize,
        block: &Block,
        earlier: &IndexMap<String, Draft>,
    ) -> Draft {
        let mut draft = self.starting_point(block, earlier);
        for clause in &block.clauses {
            match &clause.node {
                Clause::Given(facts) => self.lower_given(&mut draft, facts),
                Clause::Without(paths) => self.lower_without(&mut draft, paths),
                Clause::Placed { territory, first, last } => {
                    self.lower_placed(&mut draft, territory, first, last.as_ref());
                }
                Clause::Checked(day) => draft.checked = Some(day.node),
                Clause::JudgedAs { rule, text, answer } => {
                    self.lower_judgement(
                        &mut draft,
                        ruleset,
                        rule,
                        text.as_ref(),
                        answer,
                        clause.span,
                    );
                }
                Clause::Expect { rule, verdict, needing } => {
                    self.lower_expectation(
                        &mut draft,
                        ruleset,
                        rule,
                        verdict,
                        needing,
                        clause.span,
                    );
                }
                _ => {}
            }
        }
        draft
    }

    /// The profile or earlier example that this one is `like`, without its expectations.
    fn starting_point(&mut self, block: &Block, earlier: &IndexMap<String, Draft>) -> Draft {
        let like = block.clauses.iter().find_map(|clause| match &clause.node {
            Clause::Like(name) => Some(name),
            _ => None,
        });
        let blank = Draft {
            facts: BTreeMap::new(),
            placement: BTreeMap::new(),
            placed: None,
            checked: None,
            judgements: Vec::new(),
            expectations: Vec::new(),
        };
        let Some(like) = like else { return blank };
        match earlier.get(&like.node) {
            Some(draft) => Draft { expectations: Vec::new(), ..draft.clone() },
            None => {
                let known = earlier.keys().map(String::as_str);
                self.faults.unknown::<()>(
                    "example",
                    like,
                    known,
                    "an example can only be like an earlier one",
                );
                blank
            }
        }
    }

    fn lower_given(&mut self, draft: &mut Draft, facts: &[(Path, Spanned<ast::Value>)]) {
        for (path, value) in facts {
            if let Some(field) = path.node.strip_prefix("placement.") {
                self.lower_placement_field(draft, path, field, value);
            } else if let Some((id, fact)) = self.vocabulary.find(&path.node) {
                if let Some(statement) = self.lower_stated(Some(id), fact, value) {
                    draft.facts.insert(id, statement);
                }
            } else {
                let known = self.vocabulary.facts.keys().map(String::as_str);
                let help = "`comity vocabulary` lists all facts";
                self.faults.unknown::<()>("fact", path, known, help);
            }
        }
    }

    fn lower_placement_field(
        &mut self,
        draft: &mut Draft,
        path: &Path,
        name: &str,
        value: &Spanned<ast::Value>,
    ) {
        let Some((list, fact)) = self.vocabulary.find(PLACEMENTS) else { return };
        let Some((id, field)) = self.vocabulary.find_field(list, name) else {
            let known = fact.fields.keys().map(String::as_str);
            let name = Spanned::new(name.to_owned(), path.span);
            self.faults.unknown::<()>("field", &name, known, "the placement has no such field");
            return;
        };
        if let Some(statement) = self.lower_stated(None, field, value) {
            draft.placement.insert(id.index, statement);
        }
    }

    fn lower_without(&mut self, draft: &mut Draft, paths: &[Path]) {
        for path in paths {
            let placement = path.node.strip_prefix("placement.").and_then(|name| {
                let (list, _) = self.vocabulary.find(PLACEMENTS)?;
                self.vocabulary.find_field(list, name).map(|(id, _)| id.index)
            });
            if let Some(index) = placement {
                draft.placement.remove(&index);
            } else if let Some((id, _)) = self.vocabulary.find(&path.node) {
                draft.facts.remove(&id);
                if path.node == PLACEMENTS {
                    (draft.placed, draft.placement) = (None, BTreeMap::new());
                }
            } else {
                let known = self.vocabulary.facts.keys().map(String::as_str);
                self.faults.unknown::<()>(
                    "fact",
                    path,
                    known,
                    "`comity vocabulary` lists all facts",
                );
            }
        }
    }

    fn lower_placed(
        &mut self,
        draft: &mut Draft,
        territory: &Name,
        first: &Spanned<Date>,
        last: Option<&Spanned<Date>>,
    ) {
        let Some(id) = find_jurisdiction(self.faults, self.jurisdictions, territory) else {
            return;
        };
        let last = last.unwrap_or(first);
        if last.node < first.node {
            let span = first.span.to(last.span);
            self.faults.report::<()>(super::error::ResolveError::EmptyPeriod { span });
        }
        let (first, span) = (first.node, territory.span);
        draft.placed = Some(Placed { territory: id, first, last: last.node, span });
    }

    fn lower_judgement(
        &mut self,
        draft: &mut Draft,
        ruleset: usize,
        rule: &ast::RuleReference,
        text: Option<&Spanned<String>>,
        answer: &Spanned<bool>,
        span: Span,
    ) {
        let Some(id) = self.find_rule(ruleset, rule) else { return };
        let Some(rule) =
            self.rules.get(id.0 as usize).and_then(Option::as_ref).map(|rule| rule.id.clone())
        else {
            return;
        };
        let own = self.judgements.iter().filter(|judgement| judgement.rule == id);
        let texts: Vec<String> = own.map(|judgement| judgement.text.en.clone()).collect();
        if let Some(text) = text
            && !texts.contains(&text.node)
        {
            let known = texts.iter().map(String::as_str);
            self.faults.unknown::<()>(
                "open norm",
                text,
                known,
                "use the words of the rule's `judged`",
            );
            return;
        }
        draft.judgements.retain(|earlier| {
            earlier.rule != rule
                || (text.is_some() && earlier.text.as_ref() != text.map(|text| &text.node))
        });
        draft.judgements.push(StatedJudgement {
            rule,
            text: text.map(|text| text.node.clone()),
            met: answer.node,
            by: "example".to_owned(),
            on: Date::ZERO,
            reason: None,
            span,
        });
    }

    fn lower_expectation(
        &mut self,
        draft: &mut Draft,
        ruleset: usize,
        rule: &ast::RuleReference,
        verdict: &Name,
        needing: &[Path],
        span: Span,
    ) {
        for path in needing {
            self.check_needed(path);
        }
        let Some(rule) = self.find_rule(ruleset, rule) else { return };
        let needing = needing.iter().map(|path| path.node.clone()).collect();
        draft.expectations.push(Expectation { rule, verdict: verdict.node.clone(), needing, span });
    }

    /// A path in `needing`: a fact, a field of a list, or a field of the placement.
    fn check_needed(&mut self, path: &Path) {
        let vocabulary = self.vocabulary;
        let whole = path.node.replacen("placement.", &format!("{PLACEMENTS}."), 1);
        let field = whole.rsplit_once('.').and_then(|(list, name)| {
            let (list, _) = vocabulary.find(list)?;
            vocabulary.find_field(list, name)
        });
        if field.is_none() && vocabulary.find(&whole).is_none() {
            let known = vocabulary.facts.keys().map(String::as_str);
            self.faults.unknown::<()>("fact", path, known, "`comity vocabulary` lists all facts");
        }
    }

    fn finish(
        &mut self,
        sources: &SourceMap,
        ruleset: usize,
        entry: &Entry<'_>,
        name: &Spanned<String>,
        block: &Block,
        mut draft: Draft,
    ) -> Option<Example> {
        self.state_placement(&mut draft);
        if !block.says(|clause| matches!(clause, Clause::Expect { .. })) {
            let what = format!("example \"{}\"", shorten(&name.node));
            let help =
                "say what must come out: `expect RULE VERDICT.`; a starting point is a `profile`";
            self.faults.missing::<()>(&what, "expect", help, block.head.span);
        }
        let placed = draft.placed;
        let on =
            draft.checked.or(placed.map(|placed| placed.first)).or(entry.ruleset.last_read())?;
        Some(Example {
            name: name.node.clone(),
            ruleset: RulesetId(u32::try_from(ruleset).ok()?),
            manifest: Manifest {
                source: sources.get(name.span.file).cloned().unwrap_or(SourceFile::new("", "")),
                facts: draft.facts,
                judgements: draft.judgements,
                extensions: IndexMap::new(),
            },
            territory: placed.map(|placed| placed.territory),
            on,
            expectations: draft.expectations,
            span: block.head.span,
        })
    }

    /// Turns `placed in …` and `placement.…` into a row of the list of placements.
    fn state_placement(&mut self, draft: &mut Draft) {
        let Some(placed) = draft.placed else { return };
        let Some((list, _)) = self.vocabulary.find(PLACEMENTS) else { return };
        let code = self.jurisdictions.get(placed.territory).map(|territory| territory.code.clone());
        let dates = [("first_placed", placed.first), ("last_placed", placed.last)];
        let values = dates.map(|(name, day)| (name, Value::Date(day)));
        let territory = code.map(|code| ("territory", Value::Text(code)));
        let mut fields = BTreeMap::new();
        for (name, value) in territory.into_iter().chain(values) {
            if let Some((id, _)) = self.vocabulary.find_field(list, name) {
                fields.insert(id.index, stated(Stated::Value(value), placed.span));
            }
        }
        fields.append(&mut draft.placement);
        let row = Item { id: "placement".to_owned(), fields, span: placed.span };
        draft.facts.insert(list, stated(Stated::Items(vec![row]), placed.span));
    }
}

/// A statement as an example makes it: nothing is said about evidence.
pub(super) fn stated(value: Stated, span: Span) -> Statement {
    Statement { value, level: EvidenceLevel::Unstated, evidence: Vec::new(), as_of: None, span }
}
