//! What a product still leaves open, as an interview: the questions, and their answers.

use super::{CheckRequest, Library, UnknownName};
use crate::analysis::interview::{Fewest, Question, fewest_together, open_verdicts, questions};
use crate::analysis::problem::Limits;
use crate::analysis::settle::settle_without;
use crate::eval::assess::{Check, MarketAssessment, assess};
use crate::eval::market::markets_for;
use crate::eval::settled::Ask;
use crate::eval::trace::FactPath;
use crate::fault::Fault;
use crate::ingest::{answer_value, quoted, yes_or_no};
use crate::model::condition::JudgementId;
use crate::model::manifest::{Item, Manifest, Stated, Statement};
use crate::model::vocabulary::{Fact, FieldId};
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Where an interview stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// What the rules say now, in each market.
    pub assessments: Vec<MarketAssessment>,
    /// What to ask, in order; nothing where no answer can decide more.
    pub questions: Vec<Question>,
}

/// Who judges open norms, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// The name.
    pub by: String,
    /// The day.
    pub on: Date,
}

impl Library {
    /// What to ask of a product, and where its verdicts stand. Nothing skipped is asked for again.
    ///
    /// ```
    /// use comity::{CheckRequest, Library};
    /// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let text = b"comity: 1\nmarket.placements: [{id: nl, territory: NL}]\n";
    /// let device = library.read_manifest("device.yaml", text).unwrap();
    /// let request = CheckRequest::on(comity::jiff::civil::date(2026, 11, 22)).within(["nl"]);
    /// let interview = library.interview(&device, &request, &Default::default()).unwrap();
    /// assert!(!interview.questions.is_empty());
    /// ```
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn interview(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        skipped: &BTreeSet<Ask>,
    ) -> Result<Interview, UnknownName> {
        let mut places = self.find_jurisdictions(&request.jurisdictions)?;
        if places.is_empty() {
            places = self.placed_in(manifest);
        }
        let with = self.find_rulesets(&request.with)?;
        let markets = markets_for(&self.law, manifest, &places);
        let check = Check { on: request.on, threshold: Threshold(request.evidence) };
        let mut assessments = assess(&self.law, manifest, &markets, &with, check);
        for assessment in &mut assessments {
            let row = Row { manifest, market: assessment.market, on: request.on };
            let limits = Limits::default();
            settle_without(&self.law, row, check.threshold, assessment, skipped, &limits);
        }
        let questions = questions(&self.law, &assessments, skipped);
        Ok(Interview { assessments, questions })
    }

    /// The fewest things to tell with which every verdict that can be decided is.
    #[must_use]
    pub fn fewest(&self, manifest: &Manifest, interview: &Interview) -> Option<Fewest> {
        let on = interview.assessments.first()?.on;
        let markets: Vec<Market> = interview.assessments.iter().map(|one| one.market).collect();
        let open = open_verdicts(&interview.assessments)
            .filter(|(_, one)| one.settled.as_ref().is_some_and(|settled| !settled.ask.is_empty()));
        let open: Vec<_> = open.map(|(market, one)| (market, one.rule)).collect();
        fewest_together(&self.law, manifest, (&markets, on), &open, &Limits::default())
    }

    /// The manifest with an answer, as it was typed, stated in its text.
    ///
    /// # Errors
    ///
    /// What is wrong with the answer.
    pub fn answered(
        &self,
        manifest: &Manifest,
        ask: &Ask,
        typed: &str,
        judge: &Judge,
    ) -> Result<Manifest, Vec<Fault>> {
        let mut after = manifest.clone();
        match ask {
            Ask::Fact(path) => self.tell(&mut after, path, typed)?,
            Ask::Judgement(id) => self.judge(&mut after, *id, typed, judge)?,
        }
        let text = self.written(manifest, &after).unwrap_or_default();
        self.read_manifest(&manifest.source.name, text.as_bytes())
    }

    /// What is declared of what is asked for; nothing for a norm.
    #[must_use]
    pub fn fact_asked(&self, ask: &Ask) -> Option<&Fact> {
        match ask {
            Ask::Fact(FactPath { field: Some((_, field)), .. }) => {
                self.law.vocabulary.field(*field)
            }
            Ask::Fact(path) => self.law.vocabulary.fact(path.fact),
            Ask::Judgement(_) => None,
        }
    }

    fn tell(&self, after: &mut Manifest, path: &FactPath, typed: &str) -> Result<(), Vec<Fault>> {
        let Some(fact) = self.fact_asked(&Ask::Fact(path.clone())) else { return Ok(()) };
        let value = answer_value(fact, &self.law.jurisdictions, typed);
        match &path.field {
            None => {
                let read = self.read_manifest(
                    "answer",
                    format!("comity: 1\n{}: {value}\n", fact.path).as_bytes(),
                )?;
                after.facts.extend(read.facts);
            }
            Some((item, field)) => {
                let statement = self.read_field(item, *field, &value)?;
                state_field(after, item, *field, statement);
            }
        }
        Ok(())
    }

    /// A field of an item, read on its own.
    fn read_field(
        &self,
        item: &str,
        field: FieldId,
        value: &str,
    ) -> Result<Option<Statement>, Vec<Fault>> {
        let vocabulary = &self.law.vocabulary;
        let list = vocabulary.fact(field.list);
        let named =
            list.and_then(|list| Some((list, list.fields.get_index(field.index as usize)?.0)));
        let Some((list, name)) = named else { return Ok(None) };
        let item = quoted(item);
        let text = format!("comity: 1\n{}: [{{id: {item}, {name}: {value}}}]\n", list.path);
        let read = self.read_manifest("answer", text.as_bytes())?;
        let items = read.facts.get(&field.list).map(|list| &list.value);
        let Some(Stated::Items(items)) = items else { return Ok(None) };
        Ok(items.first().and_then(|item| item.fields.get(&field.index)).cloned())
    }

    fn judge(
        &self,
        after: &mut Manifest,
        id: JudgementId,
        typed: &str,
        judge: &Judge,
    ) -> Result<(), Vec<Fault>> {
        let norm = self.law.judgement(id);
        let Some((norm, rule)) = norm.and_then(|norm| Some((norm, self.law.rule(norm.rule)?)))
        else {
            return Ok(());
        };
        let yes = yes_or_no(typed);
        let line = format!(
            "comity: 1\njudgements: [{{rule: {}, norm: {}, met: {yes}, by: {}, on: \"{}\"}}]\n",
            quoted(&rule.id),
            quoted(&norm.text.en),
            quoted(&judge.by),
            judge.on
        );
        let read = self.read_manifest("answer", line.as_bytes())?;
        after.judgements.extend(read.judgements);
        Ok(())
    }
}

fn state_field(after: &mut Manifest, item: &str, field: FieldId, statement: Option<Statement>) {
    let list = after.facts.get_mut(&field.list).map(|list| &mut list.value);
    let Some(Stated::Items(items)) = list else { return };
    let stated: Option<&mut Item> = items.iter_mut().find(|one| one.id == item);
    if let (Some(stated), Some(statement)) = (stated, statement) {
        stated.fields.insert(field.index, statement);
    }
}
