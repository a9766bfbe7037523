//! The least that an example must state otherwise, to tell a rule from its changed version.

use super::bases::Start;
use super::product::Maker;
use crate::eval::examples::row_of;
use crate::eval::matrix::evaluate;
use crate::eval::verdict::Verdict;
use crate::model::example::Example;
use crate::model::law::Law;
use crate::model::manifest::{Item, Stated};
use crate::model::rule::RuleId;
use crate::model::value::Value;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::Row;
use crate::report::mutate::{Sketch, Step};

/// On so many examples the whole of a product is tried, where no single step is enough.
const STARTS: usize = 16;
/// So many of the shortest examples are kept for each change.
const KEPT: usize = 4;
/// So many characters more are better than to be like an example of another rule.
const STRANGE: usize = 60;

/// An example that can be written: what it is like, and what it states besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// Position of what it is like.
    pub(super) start: Option<usize>,
    /// What it states besides.
    pub(super) steps: Vec<Step>,
}

/// A rule in the law as it is and as it is changed.
pub(super) struct Twins<'l> {
    laws: [&'l Law; 2],
    rules: Vec<RuleId>,
    plans: [Plan; 2],
}

impl<'l> Twins<'l> {
    pub(super) fn new(laws: [&'l Law; 2], rules: Vec<RuleId>) -> Twins<'l> {
        let plans = laws.map(|law| Plan::new(law, &rules));
        Twins { laws, rules, plans }
    }

    /// Of each product, the rules that say something settled of it, and something else once
    /// changed.
    pub(super) fn told(&self, products: &[Example]) -> Vec<Vec<RuleId>> {
        let [before, after] = &self.laws.map(|law| {
            let rows: Vec<Row<'_>> = products.iter().map(|one| row_of(law, one)).collect();
            rows
        });
        let threshold = Threshold::default();
        let [first, second] = &self.plans;
        let old = evaluate(self.laws[0], first, before, threshold);
        let new = evaluate(self.laws[1], second, after, threshold);
        let differ = |rule: usize, row: usize| match (old.get(rule, row), new.get(rule, row)) {
            (Some(old), Some(new)) => !is_open(old) && old != new,
            _ => false,
        };
        let of = |row: usize| {
            let rules = self.rules.iter().enumerate();
            rules.filter(|(rule, _)| differ(*rule, row)).map(|(_, id)| *id).collect()
        };
        (0..products.len()).map(of).collect()
    }

    fn tells(&self, product: Example) -> bool {
        self.told(&[product]).first().is_some_and(|rules| !rules.is_empty())
    }
}

/// What is open is no verdict that an example should rest on where another tells as much.
fn is_open(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Undetermined | Verdict::NeedsJudgement)
}

/// Builds the shortest examples on those of a text.
pub(super) struct Transplant<'a> {
    pub(super) maker: Maker<'a>,
    pub(super) starts: &'a [Start],
    pub(super) twins: &'a Twins<'a>,
    /// The number of the rule that tells.
    pub(super) number: &'a str,
}

impl Transplant<'_> {
    /// The shortest that tell the two apart, shortest first.
    pub(super) fn drafts(&self, whole: &[Step]) -> Vec<Draft> {
        let mut found = self.single(whole);
        let is_found = |start: usize| found.iter().any(|one: &Draft| one.start == Some(start));
        let mut open: Vec<(usize, Vec<Step>)> = self
            .starts
            .iter()
            .enumerate()
            .filter(|(number, _)| !is_found(*number))
            .map(|(number, start)| (number, self.other(start, whole)))
            .collect();
        let expects = |number: usize| {
            self.starts.get(number).is_some_and(|start| start.expects.contains(self.number))
        };
        open.sort_by_key(|(number, steps)| (!expects(*number), steps.len()));
        let tried = if found.is_empty() { STARTS } else { STARTS / 4 };
        for (number, steps) in open.into_iter().take(tried) {
            found.extend(self.least(Some(number), steps));
        }
        if found.is_empty() {
            found.extend(self.least(None, whole.to_vec()));
        }
        found.sort_by_cached_key(|draft| self.length(draft));
        found.truncate(KEPT);
        found
    }

    /// One step on any of them.
    fn single(&self, whole: &[Step]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (number, start) in self.starts.iter().enumerate() {
            let steps = self.other(start, whole).into_iter();
            let steps = steps.flat_map(|step| finer(start, &step).into_iter().chain([step]));
            drafts.extend(steps.map(|step| Draft { start: Some(number), steps: vec![step] }));
        }
        let products: Vec<Example> = drafts.iter().map(|draft| self.product(draft)).collect();
        let told = self.twins.told(&products);
        let all = drafts.into_iter().zip(told);
        all.filter(|(_, rules)| !rules.is_empty()).map(|(draft, _)| draft).collect()
    }

    /// What a product states that this one does not.
    fn other(&self, start: &Start, whole: &[Step]) -> Vec<Step> {
        let own = &start.product;
        let is_said = |step: &Step| match step {
            Step::Given(id, value) => {
                own.manifest.facts.get(id).is_some_and(|stated| stated.value == *value)
            }
            Step::Placed(place, day) => {
                own.territory == Some(*place) && own.on == *day && !start.is_checked
            }
            Step::Judged(judged) => {
                own.manifest.judgements.iter().any(|earlier| earlier.says_as(judged))
            }
            Step::Placement(..) | Step::Checked(_) => false,
        };
        let mut steps: Vec<Step> = whole.iter().filter(|step| !is_said(step)).cloned().collect();
        let day = steps.iter().find_map(|step| match step {
            Step::Placed(_, day) => Some(*day),
            _ => None,
        });
        steps.extend(day.filter(|_| start.is_checked).map(Step::Checked));
        steps
    }

    /// All steps on one of them, without those that are not needed, each as short as it can be.
    fn least(&self, start: Option<usize>, steps: Vec<Step>) -> Option<Draft> {
        let mut draft = Draft { start, steps };
        if !self.tells(&draft) {
            return None;
        }
        let mut number = 0;
        while number < draft.steps.len() {
            let mut less = draft.clone();
            less.steps.remove(number);
            if self.tells(&less) {
                draft = less;
            } else {
                number += 1;
            }
        }
        while let Some(less) = self.smaller(&draft) {
            draft = less;
        }
        Some(draft)
    }

    /// With one value made smaller.
    fn smaller(&self, draft: &Draft) -> Option<Draft> {
        let steps = draft.steps.iter().enumerate();
        let mut all = steps.flat_map(|(number, step)| {
            smaller(step).into_iter().filter_map(move |less| {
                let mut other = draft.clone();
                *other.steps.get_mut(number)? = less;
                Some(other)
            })
        });
        all.find(|other| self.tells(other))
    }

    fn tells(&self, draft: &Draft) -> bool {
        self.twins.tells(self.product(draft))
    }

    fn product(&self, draft: &Draft) -> Example {
        let start = draft.start.and_then(|start| self.starts.get(start));
        self.maker.product(start, &draft.steps)
    }

    fn length(&self, draft: &Draft) -> usize {
        let length = length(&self.maker, self.starts, draft);
        length.map_or(usize::MAX, |length| length + strange(self.starts, draft, self.number))
    }
}

/// What an example costs that is built on one of another rule: it reads less well.
pub(super) fn strange(starts: &[Start], draft: &Draft, number: &str) -> usize {
    let start = draft.start.and_then(|start| starts.get(start));
    let is_alike = |start: &Start| !start.is_example || start.expects.contains(number);
    if start.is_none_or(is_alike) { 0 } else { STRANGE }
}

/// How many characters its sentences have; none where the language cannot say it.
pub(super) fn length(maker: &Maker<'_>, starts: &[Start], draft: &Draft) -> Option<usize> {
    let sentences = sentences(maker, starts, draft)?;
    Some(sentences.iter().map(|sentence| sentence.len() + 3).sum())
}

/// Its sentences, without what it expects.
pub(super) fn sentences(maker: &Maker<'_>, starts: &[Start], draft: &Draft) -> Option<Vec<String>> {
    let start = draft.start.and_then(|start| starts.get(start));
    let like = start.map(|start| start.product.name.as_str());
    Sketch { law: maker.law, ruleset: maker.ruleset, like, steps: &draft.steps }.sentences()
}

/// A set one member at a time: alone, and put to what is stated.
fn finer(start: &Start, step: &Step) -> Vec<Step> {
    let Step::Given(id, Stated::Value(Value::Set(bits))) = step else { return Vec::new() };
    let stated = match start.product.manifest.facts.get(id).map(|own| &own.value) {
        Some(Stated::Value(Value::Set(own))) => *own,
        _ => 0,
    };
    let bit = |at: u32| 1u128 << at;
    let mut sets: Vec<u128> = (0..128)
        .filter(|at| bits & bit(*at) != 0)
        .flat_map(|at| [bit(at), stated | bit(at)])
        .chain((0..128).filter(|at| stated & !bits & bit(*at) != 0).map(|at| stated & !bit(at)))
        .filter(|set| *set != stated && set != bits)
        .collect();
    sets.sort_unstable();
    sets.dedup();
    sets.into_iter().map(|set| Step::Given(*id, Stated::Value(Value::Set(set)))).collect()
}

/// The same step with less in it.
fn smaller(step: &Step) -> Vec<Step> {
    match step {
        Step::Given(id, Stated::Value(Value::Set(bits))) if bits.count_ones() > 1 => (0..128)
            .filter(|at| bits & (1u128 << at) != 0)
            .map(|at| Step::Given(*id, Stated::Value(Value::Set(bits & !(1u128 << at)))))
            .collect(),
        Step::Given(id, Stated::Items(items)) => {
            let fewer = smaller_items(items);
            fewer.into_iter().map(|items| Step::Given(*id, Stated::Items(items))).collect()
        }
        _ => Vec::new(),
    }
}

/// Without one of the items, or without a field of one.
fn smaller_items(items: &[Item]) -> Vec<Vec<Item>> {
    let mut found = Vec::new();
    for at in 0..items.len() {
        let mut fewer = items.to_vec();
        fewer.remove(at);
        found.push(fewer);
    }
    for (at, item) in items.iter().enumerate() {
        for field in item.fields.keys() {
            let mut fewer = items.to_vec();
            if let Some(item) = fewer.get_mut(at) {
                item.fields.remove(field);
            }
            found.push(fewer);
        }
    }
    found
}
