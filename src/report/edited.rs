//! The text of a manifest after some steps, with everything else left as it is written: comments,
//! order, layout.

use super::written::{item_text, judgement_text, stated_text};
use crate::analysis::changes::Change;
use crate::model::law::Law;
use crate::model::manifest::{Item, Manifest, Stated};
use crate::model::vocabulary::FactId;
use crate::source::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// The text after the steps from one manifest to another. Who uses it reads it back: where the
/// text is written in a way that this cannot edit, it does not say what it should.
#[must_use]
pub fn edited_text(law: &Law, before: &Manifest, steps: &[Change], after: &Manifest) -> String {
    let lists = steps.iter().filter_map(|step| match step {
        Change::Remove { list, .. } => Some(*list),
        _ => None,
    });
    let whole: BTreeSet<FactId> = lists.collect();
    let text: &str = &before.source.text;
    let mut edits = Edits { law, before, after, text, edits: Vec::new(), end: String::new() };
    for list in &whole {
        edits.replace_list(*list);
    }
    for step in steps {
        edits.step(step, &whole);
    }
    edits.apply()
}

struct Edits<'a> {
    law: &'a Law,
    before: &'a Manifest,
    after: &'a Manifest,
    text: &'a str,
    edits: Vec<(Range<usize>, String)>,
    end: String,
}

impl Edits<'_> {
    fn step(&mut self, step: &Change, whole: &BTreeSet<FactId>) -> Option<()> {
        match step {
            Change::State { path, before, after } => match &path.field {
                None => self.state_fact(path.fact, before.as_ref().map(|(_, span)| *span), after),
                Some(_) if whole.contains(&path.fact) => None,
                Some((item, field)) => {
                    let fact = self.law.vocabulary.field(*field)?;
                    let value = stated_text(fact, after);
                    match before {
                        Some((_, span)) => self.replace(*span, value),
                        None => {
                            let (name, _) = self
                                .law
                                .vocabulary
                                .fact(field.list)?
                                .fields
                                .get_index(field.index as usize)?;
                            let span =
                                self.items(path.fact).iter().find(|one| one.id == *item)?.span;
                            self.insert_field(span, &format!("{name}: {value}"))
                        }
                    }
                }
            },
            Change::Add { list, item, .. } if !whole.contains(list) => self.add_item(*list, item),
            Change::Add { .. } | Change::Remove { .. } => None,
            Change::Judge { judgement, met } => {
                let norm = self.law.judgement(*judgement)?;
                let rule = &self.law.rule(norm.rule)?.id;
                let judged = self.after.judgements.iter().find(|judged| {
                    judged.rule == *rule
                        && judged.text.as_deref() == Some(&norm.text.en)
                        && judged.met == *met
                })?;
                self.add_judgement(&judgement_text(judged))
            }
        }
    }

    fn state_fact(&mut self, fact: FactId, span: Option<Span>, after: &Stated) -> Option<()> {
        let fact = self.law.vocabulary.fact(fact)?;
        let value = stated_text(fact, after);
        match span {
            Some(span) => self.replace(span, value),
            None => {
                self.end.push_str(&format!("{}: {value}\n", fact.path));
                Some(())
            }
        }
    }

    fn items(&self, list: FactId) -> &[Item] {
        match self.before.facts.get(&list).map(|list| &list.value) {
            Some(Stated::Items(items)) => items,
            _ => &[],
        }
    }

    fn replace_list(&mut self, list: FactId) -> Option<()> {
        let (fact, now) = (self.law.vocabulary.fact(list)?, self.before.facts.get(&list)?);
        let after = self.after.facts.get(&list)?;
        self.replace(now.span, stated_text(fact, &after.value))
    }

    /// The blanks and line ends after a value are not part of it.
    fn replace(&mut self, span: Span, value: String) -> Option<()> {
        let range = span.range();
        let end = range.start + self.text.get(range.clone())?.trim_end().len();
        self.edits.push((range.start..end, value));
        Some(())
    }

    fn insert(&mut self, at: usize, text: String) -> Option<()> {
        self.edits.push((at..at, text));
        Some(())
    }

    /// A field before the first one of an item.
    fn insert_field(&mut self, item: Span, field: &str) -> Option<()> {
        let at = item.range().start;
        if self.text.get(at..)?.starts_with('{') {
            return self.insert(at + 1, format!("{field}, "));
        }
        let indent = " ".repeat(self.column(at)?);
        self.insert(at, format!("{field}\n{indent}"))
    }

    fn add_item(&mut self, list: FactId, item: &Item) -> Option<()> {
        let text = item_text(self.law.vocabulary.fact(list)?, item);
        match self.items(list).first().map(|first| first.span) {
            Some(first) => self.insert_before(first, &text),
            None => {
                let now = self.before.facts.get(&list)?.span;
                self.replace(now, format!("[{text}]"))
            }
        }
    }

    /// An item before the first one of a list.
    fn insert_before(&mut self, first: Span, item: &str) -> Option<()> {
        let at = first.range().start;
        let lead = self.text.get(..at)?.trim_end();
        if !lead.ends_with('-') {
            return self.insert(at, format!("{item}, "));
        }
        let indent = " ".repeat(self.column(lead.len() - 1)?);
        self.insert(at, format!("{item}\n{indent}- "))
    }

    fn add_judgement(&mut self, judged: &str) -> Option<()> {
        if let Some(first) = self.before.judgements.first() {
            return self.insert_before(first.span, judged);
        }
        if !self.end.contains("judgements:\n") {
            self.end.push_str("judgements:\n");
        }
        self.end.push_str(&format!("  - {judged}\n"));
        Some(())
    }

    /// Characters before a place on its line.
    fn column(&self, at: usize) -> Option<usize> {
        let before = self.text.get(..at)?;
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        before.get(line..).map(|line| line.chars().count())
    }

    fn apply(mut self) -> String {
        let mut text = self.text.to_owned();
        // From the end, so that places before stay where they are; of two at one place the first
        // comes to stand first.
        self.edits.reverse();
        self.edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new) in self.edits {
            text.replace_range(range, &new);
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text + &self.end
    }
}
