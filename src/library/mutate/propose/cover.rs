//! Which of many examples to write, so that few lines notice many changes.

use std::collections::{BTreeMap, BTreeSet};

/// What a line costs besides its characters.
const LINE: usize = 40;

/// An example that could be written, or could expect more.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    /// What it costs to write it at all; nothing, where it stands already.
    pub(super) cost: usize,
    /// By number of the rule, the changes that are noticed if its verdict is expected.
    pub(super) notices: BTreeMap<String, BTreeSet<usize>>,
}

/// An example that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// Position of the offer.
    pub(super) offer: usize,
    /// The rules of which it expects a verdict.
    pub(super) rules: Vec<String>,
    /// The changes that it is chosen for.
    pub(super) notices: BTreeSet<usize>,
}

/// Takes what notices most for what it costs, again and again, until nothing notices more.
pub(super) fn cover(offers: &[Offer]) -> Vec<Choice> {
    let mut open: BTreeSet<usize> =
        offers.iter().flat_map(|offer| offer.notices.values().flatten().copied()).collect();
    let mut chosen: BTreeMap<usize, Choice> = BTreeMap::new();
    while !open.is_empty() {
        let bids = offers.iter().enumerate().filter_map(|(number, offer)| {
            let cost = if chosen.contains_key(&number) { 0 } else { offer.cost };
            bid(offer, cost, &open).map(|bid| (number, bid))
        });
        // The first of those that are equally good: those that stand already come first.
        let Some((number, best)) =
            bids.reduce(|one, two| if is_better(&two.1, &one.1) { two } else { one })
        else {
            break;
        };
        open.retain(|change| !best.notices.contains(change));
        let choice = chosen.entry(number).or_insert_with(|| Choice {
            offer: number,
            rules: Vec::new(),
            notices: BTreeSet::new(),
        });
        choice.rules.extend(best.rules);
        choice.notices.extend(best.notices);
    }
    chosen.into_values().collect()
}

/// What an offer gives now.
struct Bid {
    cost: usize,
    rules: Vec<String>,
    notices: BTreeSet<usize>,
}

/// More noticed for each character.
fn is_better(one: &Bid, other: &Bid) -> bool {
    one.notices.len() * other.cost > other.notices.len() * one.cost
}

/// The rules of an offer that are worth their line, the best of them first.
fn bid(offer: &Offer, cost: usize, open: &BTreeSet<usize>) -> Option<Bid> {
    let mut left = open.clone();
    let mut best = Bid { cost, rules: Vec::new(), notices: BTreeSet::new() };
    loop {
        let found = |(rule, notices): (&String, &BTreeSet<usize>)| {
            (notices.intersection(&left).count(), rule.clone())
        };
        let most = offer.notices.iter().map(found).max_by_key(|(count, _)| *count);
        let Some((count, rule)) = most.filter(|(count, _)| *count > 0) else { break };
        let line = LINE + "  expect  not applicable.".len() + rule.len();
        let more = Bid { cost: best.cost + line, rules: Vec::new(), notices: BTreeSet::new() };
        let is_worth = best.notices.is_empty()
            || (best.notices.len() + count) * best.cost >= best.notices.len() * more.cost;
        if !is_worth {
            break;
        }
        let noticed: Vec<usize> = offer
            .notices
            .get(&rule)
            .into_iter()
            .flatten()
            .copied()
            .filter(|one| left.contains(one))
            .collect();
        left.retain(|one| !noticed.contains(one));
        best.cost = more.cost;
        best.notices.extend(noticed);
        best.rules.push(rule);
    }
    (!best.notices.is_empty()).then_some(best)
}

/// What it costs to write an example of so many lines and characters.
pub(super) fn cost(lines: usize, characters: usize) -> usize {
    LINE * lines + characters
}
