//! Which examples to write, so that they notice the changes that none notices yet.

mod bases;
mod cover;
mod merge;
mod names;
mod product;
mod transplant;

use super::trial::{give_back, law_of};
use super::{Bench, Fate, Separating, Subject, Tried};
use crate::eval::examples::row_of;
use crate::eval::matrix::evaluate;
use crate::eval::verdict::Verdict;
use crate::model::example::Example;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{PlacementFields, Row};
use crate::report::mutate::Sketch;
use crate::source::{FileId, Span};
use crate::syntax::ast::File;
use crate::syntax::format;
use bases::{Start, starts};
use cover::{Choice, Offer, cost, cover};
use merge::merged;
use names::Names;
use product::Maker;
use std::collections::BTreeMap;
use transplant::{Draft, Transplant, Twins, sentences};

/// So many times two examples are made one, where they are about different rules.
const MERGED: usize = 2;
/// More lines than these for each change are many.
const LONG: usize = 7;

/// An example to write, or more that an example should expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its name.
    pub example: String,
    /// Whether it is not there yet.
    pub is_new: bool,
    /// The sentences to write: for an example that is there, only what it should expect.
    pub sentences: Vec<String>,
    /// The sentence after which they belong.
    pub after: Span,
    /// Whether they are many words for what they notice.
    pub is_long: bool,
    /// Which changes they notice, by their positions among those that were tried.
    pub notices: Vec<usize>,
}

impl Subject<'_> {
    /// The fewest examples that were found to notice what none of these notices.
    #[must_use]
    pub fn proposals(&self, tried: &[Tried]) -> Vec<Proposal> {
        let survivors: Vec<usize> = (0..tried.len())
            .filter(|one| {
                tried.get(*one).is_some_and(|tried| matches!(tried.fate, Fate::Survived(_)))
            })
            .collect();
        if survivors.is_empty() {
            return Vec::new();
        }
        self.proposing(tried, &survivors).unwrap_or_default()
    }

    fn proposing(&self, tried: &[Tried], survivors: &[usize]) -> Option<Vec<Proposal>> {
        let mut base = self.mutations.base.clone();
        let sources = self.mutations.library.sources();
        let others = &self.own.others;
        let starts = starts(&mut base, sources, others, self.file);
        let files: Vec<&File> = others.iter().copied().chain([self.file]).collect();
        let law = law_of(&mut base, sources, &files, Some(FileId(u32::MAX)))?;
        let is_own = |rule: &RuleId| self.own.numbers.values().any(|own| own == rule);
        let ruleset = law.iter_rules().find(|(id, _)| is_own(id)).map(|(_, rule)| rule.ruleset)?;
        let placement = PlacementFields::of(&law.vocabulary);
        let span = self.file.blocks.first()?.head.span;
        let maker = Maker { law: &law, ruleset, placement, span };
        let work = Work { subject: self, maker, starts: &starts, tried, survivors };
        Some(work.proposals())
    }
}

/// What proposals are made from.
struct Work<'a> {
    subject: &'a Subject<'a>,
    maker: Maker<'a>,
    starts: &'a [Start],
    tried: &'a [Tried],
    survivors: &'a [usize],
}

impl Work<'_> {
    fn proposals(&self) -> Vec<Proposal> {
        let mut drafts = self.drafts();
        let mut offers = self.offers(&drafts);
        let mut chosen = cover(&offers);
        for _ in 0..MERGED {
            let more = merged(&drafts, &chosen);
            offers.extend(self.offers(&more));
            drafts.extend(more);
            chosen = cover(&offers);
        }
        let products: Vec<Example> = drafts.iter().map(|draft| self.product(draft)).collect();
        let parts: Vec<String> = chosen
            .iter()
            .filter_map(|choice| drafts.get(choice.offer))
            .flat_map(|draft| self.parts(draft))
            .collect();
        let taken = self.starts.iter().map(|start| start.product.name.clone());
        let mut names = Names::new(taken, parts.iter());
        let verdicts = Verdicts::of(self.maker.law, &products, self.rules());
        let proposal = |choice: &Choice| {
            let draft = drafts.get(choice.offer)?;
            let expects = choice.rules.iter().filter_map(|number| {
                let rule = self.subject.own.numbers.get(number)?;
                Some((number.as_str(), verdicts.get(*rule, choice.offer)?))
            });
            self.proposal(draft, &expects.collect::<Vec<_>>(), choice, &mut names)
        };
        chosen.iter().filter_map(proposal).collect()
    }

    /// Those that stand already, and the shortest for each change.
    fn drafts(&self) -> Vec<Draft> {
        let standing = self.starts.iter().enumerate().filter(|(_, start)| start.is_example);
        let mut drafts: Vec<Draft> =
            standing.map(|(number, _)| Draft { start: Some(number), steps: Vec::new() }).collect();
        self.each_changed(|one, law| {
            let Some(Tried { fate: Fate::Survived(Some(found)), .. }) = self.tried.get(one) else {
                return;
            };
            for draft in self.transplanted(found, law) {
                if !drafts.contains(&draft) {
                    drafts.push(draft);
                }
            }
        });
        drafts
    }

    fn transplanted(&self, found: &Separating, changed: &Law) -> Vec<Draft> {
        let whole_law = self.subject.mutations.library.law();
        let Some(number) = whole_law.rule(found.rule).map(|rule| &rule.number) else {
            return Vec::new();
        };
        let Some(&rule) = self.subject.own.numbers.get(number) else { return Vec::new() };
        let twins = Twins::new([self.maker.law, changed], vec![rule]);
        let whole = self.maker.steps(found.place, &found.shown.product);
        let (maker, starts) = (self.maker, self.starts);
        Transplant { maker, starts, twins: &twins, number }.drafts(&whole)
    }

    /// What each notices if it expects a verdict of which it says nothing yet.
    fn offers(&self, drafts: &[Draft]) -> Vec<Offer> {
        let products: Vec<Example> = drafts.iter().map(|draft| self.product(draft)).collect();
        let mut offers: Vec<Offer> = drafts.iter().map(|draft| self.offer(draft)).collect();
        let numbers: BTreeMap<RuleId, &String> =
            self.subject.own.numbers.iter().map(|(number, id)| (*id, number)).collect();
        self.each_changed(|one, law| {
            let twins = Twins::new([self.maker.law, law], self.rules());
            for (offer, rules) in offers.iter_mut().zip(twins.told(&products)) {
                for number in rules.iter().filter_map(|rule| numbers.get(rule)) {
                    offer.notices.entry((*number).clone()).or_default().insert(one);
                }
            }
        });
        for (offer, draft) in offers.iter_mut().zip(drafts) {
            let start = draft.start.and_then(|start| self.starts.get(start));
            if let Some(start) = start.filter(|_| draft.steps.is_empty()) {
                offer.notices.retain(|number, _| !start.expects.contains(number));
            }
        }
        offers
    }

    fn offer(&self, draft: &Draft) -> Offer {
        let cost = match sentences(&self.maker, self.starts, draft) {
            _ if draft.steps.is_empty() => 0,
            None => usize::MAX / 1_000_000,
            Some(all) => cost(lines(&all), all.iter().map(String::len).sum()),
        };
        Offer { cost, notices: BTreeMap::new() }
    }

    fn proposal(
        &self,
        draft: &Draft,
        expects: &[(&str, Verdict)],
        choice: &Choice,
        names: &mut Names,
    ) -> Option<Proposal> {
        let start = draft.start.and_then(|start| self.starts.get(start));
        let is_new = !draft.steps.is_empty();
        let mut all = if is_new { sentences(&self.maker, self.starts, draft)? } else { Vec::new() };
        all.extend(
            expects.iter().map(|(rule, verdict)| format!("expect {rule} {}.", verdict.words())),
        );
        let example = match start.filter(|_| !is_new) {
            Some(start) => start.product.name.clone(),
            None => {
                let like = start.map_or("", |start| start.product.name.as_str());
                let changes = choice.notices.iter().filter_map(|one| self.tried.get(*one));
                let words: Vec<&str> = changes.map(|tried| tried.change.was.as_str()).collect();
                names.name(expects, &self.parts(draft), like, &words)?
            }
        };
        let after = match start.filter(|_| !is_new) {
            Some(start) => start.end,
            None => self.place(draft, expects)?,
        };
        let notices: Vec<usize> = choice.notices.iter().copied().collect();
        let is_long = is_new && lines(&all) > LONG * notices.len();
        Some(Proposal { example, is_new, sentences: all, after, is_long, notices })
    }

    /// What is special about a draft, each in few words.
    fn parts(&self, draft: &Draft) -> Vec<String> {
        let (law, ruleset) = (self.maker.law, self.maker.ruleset);
        Sketch { law, ruleset, like: None, steps: &draft.steps }.parts()
    }

    /// After the last example of the same rule, or after what it is like.
    fn place(&self, draft: &Draft, expects: &[(&str, Verdict)]) -> Option<Span> {
        let (number, _) = expects.first()?;
        let like = draft.start.and_then(|start| self.starts.get(start));
        let alike = self.starts.iter().filter(|start| start.expects.contains(*number));
        let last = alike.chain(like).max_by_key(|start| start.block).or(self.starts.last());
        let whole = self.subject.file.blocks.last();
        let end = whole.and_then(|block| block.clauses.last()).map(|clause| clause.span);
        last.map(|start| start.end).or(end)
    }

    fn product(&self, draft: &Draft) -> Example {
        self.maker.product(draft.start.and_then(|start| self.starts.get(start)), &draft.steps)
    }

    fn rules(&self) -> Vec<RuleId> {
        self.subject.own.numbers.values().copied().collect()
    }

    /// The law with each surviving change made, one after the other.
    fn each_changed(&self, mut take: impl FnMut(usize, &Law)) {
        let mutations = self.subject.mutations;
        let base = mutations.base.clone();
        let mut bench = Bench { base, file: self.subject.file.clone(), rule: None };
        for &one in self.survivors {
            let Some(tried) = self.tried.get(one) else { continue };
            bench.file.clone_from(self.subject.file);
            self.subject.make(&mut bench, tried.place);
            let files: Vec<&File> =
                self.subject.own.others.iter().copied().chain([&bench.file]).collect();
            let nobody = Some(FileId(u32::MAX));
            let sources = mutations.library.sources();
            if let Some(mut law) = law_of(&mut bench.base, sources, &files, nobody) {
                take(one, &law);
                give_back(&mut bench.base, &mut law);
            }
        }
    }
}

/// How many lines an example with those sentences takes, with its name and the line before it.
fn lines(sentences: &[String]) -> usize {
    let text = format!("ruleset a edition 1.\n\nexample \"a\":\n{}\n", sentences.join("\n"));
    format(&text).map_or(usize::MAX / 1_000_000, |text| text.lines().count() - 1)
}

/// What rules say of products, as the law is.
struct Verdicts {
    rules: Vec<RuleId>,
    matrix: crate::eval::matrix::Matrix,
}

impl Verdicts {
    fn of(law: &Law, products: &[Example], rules: Vec<RuleId>) -> Verdicts {
        let rows: Vec<Row<'_>> = products.iter().map(|one| row_of(law, one)).collect();
        let matrix = evaluate(law, &Plan::new(law, &rules), &rows, Threshold::default());
        Verdicts { rules, matrix }
    }

    fn get(&self, rule: RuleId, row: usize) -> Option<Verdict> {
        let rule = self.rules.iter().position(|one| *one == rule)?;
        self.matrix.get(rule, row)
    }
}
