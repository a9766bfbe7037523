//! What a product still leaves open, as an interview: the questions, and their answers.

use super::{CheckRequest, Library, UnknownName};
use crate::analysis::interview::{Fewest, Question, fewest_together, open_verdicts, questions};
use crate::analysis::problem::Limits;
use crate::eval::assess::MarketAssessment;
use crate::eval::settled::Ask;
use crate::eval::trace::FactPath;
use crate::fault::Fault;
use crate::ingest::{answer_value, quoted, yes_or_no};
use crate::model::condition::JudgementId;
use crate::model::manifest::{Item, Manifest, Stated, Statement};
use crate::model::vocabulary::{Fact, FactId, FieldId, Type};
use crate::plan::row::Market;
use crate::report::ask::json::norm_name;
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
        let assessments = self.settled(manifest, request, skipped)?;
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
        // What cannot be written without loss is no manifest, and is refused as such.
        let text = self.written(manifest, &after).unwrap_or_default();
        self.read_manifest(&manifest.source.name, text.as_bytes())
    }

    /// What a question asks for, by the [id](crate::report::ask::json::QuestionReport::id) that its
    /// report gives it; `None` where nothing is called so.
    #[must_use]
    pub fn ask_named(&self, id: &str) -> Option<Ask> {
        let vocabulary = &self.law.vocabulary;
        if let Some((path, rest)) = id.split_once('[') {
            let (item, name) = rest.rsplit_once("].")?;
            let (fact, _) = vocabulary.find(path)?;
            let (field, _) = vocabulary.find_field(fact, name)?;
            return Some(Ask::Fact(FactPath { fact, field: Some((item.to_owned(), field)) }));
        }
        if let Some((fact, _)) = vocabulary.find(id) {
            return Some(Ask::Fact(FactPath { fact, field: None }));
        }
        let norms = (0u32..).map(JudgementId).zip(&self.law.judgements).map(|(norm, _)| norm);
        norms.into_iter().find(|&norm| norm_name(&self.law, norm) == id).map(Ask::Judgement)
    }

    fn tell(&self, after: &mut Manifest, path: &FactPath, typed: &str) -> Result<(), Vec<Fault>> {
        let vocabulary = &self.law.vocabulary;
        let fact = match &path.field {
            None => vocabulary.fact(path.fact),
            Some((_, field)) => vocabulary.field(*field),
        };
        let Some(fact) = fact else { return Ok(()) };
        let value = answer_value(fact, &self.law.jurisdictions, typed);
        match &path.field {
            None => {
                let text = format!("{}: {value}\n{}", fact.path, self.named_by(after, fact, None));
                let read = self.read_answer(&text)?;
                after.facts.extend(read.facts.get_key_value(&path.fact).map(cloned));
            }
            Some((item, field)) => {
                let statement = self.read_field(after, item, *field, &value)?;
                state_field(after, item, *field, statement);
            }
        }
        Ok(())
    }

    /// A field of an item, read on its own.
    fn read_field(
        &self,
        manifest: &Manifest,
        item: &str,
        field: FieldId,
        value: &str,
    ) -> Result<Option<Statement>, Vec<Fault>> {
        let vocabulary = &self.law.vocabulary;
        let declared = vocabulary.fact(field.list).and_then(|list| {
            list.fields.get_index(field.index as usize).map(|(name, fact)| (list, name, fact))
        });
        let Some((list, name, fact)) = declared else { return Ok(None) };
        // A field may name another item of its own list.
        let others = ids(manifest, field.list).filter(|id| *id != item).map(item_named);
        let own = format!("{{id: {}, {name}: {value}}}", quoted(item));
        let items: Vec<String> = [own].into_iter().chain(others).collect();
        let beside = self.named_by(manifest, fact, Some(field.list));
        let read = self.read_answer(&format!("{}: [{}]\n{beside}", list.path, items.join(", ")))?;
        let items = read.facts.get(&field.list).map(|list| &list.value);
        let Some(Stated::Items(items)) = items else { return Ok(None) };
        Ok(items.first().and_then(|item| item.fields.get(&field.index)).cloned())
    }

    /// The list whose items a fact names, so that the names are known where it is read on its
    /// own; nothing for a list that is there already.
    fn named_by(&self, manifest: &Manifest, fact: &Fact, there: Option<FactId>) -> String {
        let Type::Reference(list) = fact.kind else { return String::new() };
        let Some(declared) = self.law.vocabulary.fact(list).filter(|_| there != Some(list)) else {
            return String::new();
        };
        let items: Vec<String> = ids(manifest, list).map(item_named).collect();
        format!("{}: [{}]\n", declared.path, items.join(", "))
    }

    fn read_answer(&self, text: &str) -> Result<Manifest, Vec<Fault>> {
        self.read_manifest("answer", format!("comity: 1\n{text}").as_bytes())
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
            "judgements: [{{rule: {}, norm: {}, met: {yes}, by: {}, on: \"{}\"}}]\n",
            quoted(&rule.id),
            quoted(&norm.text.en),
            quoted(&judge.by),
            judge.on
        );
        let read = self.read_answer(&line)?;
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

/// The names of the items of a list.
fn ids(manifest: &Manifest, list: FactId) -> impl Iterator<Item = &str> {
    let items = match manifest.facts.get(&list).map(|list| &list.value) {
        Some(Stated::Items(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().map(|item| item.id.as_str())
}

fn item_named(id: &str) -> String {
    format!("{{id: {}}}", quoted(id))
}

fn cloned((fact, statement): (&FactId, &Statement)) -> (FactId, Statement) {
    (*fact, statement.clone())
}
