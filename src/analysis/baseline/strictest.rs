//! Who is strictest about each fact of a design, and since when?
//!
//! Of a design decision every value that some rule tells apart is tried, with all else as it is, and judged
//! by the evaluator. A rule asks something of the fact if it passes some of the values and is
//! breached by others. The strictest rule is breached by every value that breaches another one.
//! The same is asked on every day on which one of the rules turns.

use super::judge::{Obligation, Said, Scale};
use super::variations::{Readers, Spot, Values, pared};
use super::{Question, Witness};
use crate::analysis::ground::{Ground, Product};
use crate::analysis::placed::placed_on;
use crate::analysis::source::Source;
use crate::analysis::turns::{FIRST, Turns};
use crate::eval::trace::FactPath;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::RuleId;
use crate::model::vocabulary::Setting;
use crate::plan::reading::Threshold;
use crate::plan::row::Market;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Who is strictest about a fact, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strictness {
    /// The fact, or the field of an item.
    pub path: FactPath,
    /// What the baseline states.
    pub value: Stated,
    /// Who is strictest on the day of the baseline.
    pub now: Ranking,
    /// The first day from which on, up to the day of the baseline, it has been so; none if it
    /// has been so on all days that are looked at.
    pub since: Option<Date>,
    /// The first later day on which it is otherwise, and how.
    pub next: Option<(Date, Ranking)>,
}

/// The rules that ask something of a fact on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Ranking {
    /// Those than which none is stricter. Several are equally strict if `is_told`, else each
    /// forbids something that another allows.
    pub strictest: Vec<RuleId>,
    /// The others.
    pub looser: Vec<RuleId>,
    /// Whether each of the strictest forbids all that any rule forbids.
    pub is_told: bool,
}

/// Who is strictest about every design decision of a product about which somebody is not indifferent.
pub(super) fn strictest(
    question: &Question<'_>,
    product: &Witness,
    spots: &[Spot],
) -> Vec<Strictness> {
    let law = question.ground.law;
    let rules: Vec<RuleId> = question.ever.iter().map(|own| own.rule).collect();
    let readers = Readers::new(law, &rules);
    let (turns, days, placed) = (turns(question), BTreeMap::new(), BTreeMap::new());
    let mut search = Search { question, product, turns, days, placed };
    let found = spots.iter().filter_map(|spot| search.look(spot, readers.of(spot)));
    found.collect()
}

fn turns<'a>(question: &Question<'a>) -> BTreeMap<JurisdictionId, Turns<'a>> {
    let places = question.ground.markets.iter().map(|market| market.jurisdiction);
    let law = question.ground.law;
    let of = |place| Turns::of_law(law, Market { jurisdiction: place, placement: None });
    places.map(|place| (place, of(place))).collect()
}

struct Search<'q, 'a> {
    question: &'q Question<'a>,
    product: &'q Witness,
    turns: BTreeMap<JurisdictionId, Turns<'a>>,
    /// Of each rule the days on which it turns, found once.
    days: BTreeMap<RuleId, BTreeSet<Date>>,
    /// The product as placed on each day.
    placed: BTreeMap<Date, (Manifest, Vec<Market>)>,
}

/// What is looked at: a fact, and the rules that read it.
struct Look<'l> {
    spot: &'l Spot,
    source: Source,
    value: &'l Stated,
    rules: Vec<Obligation>,
    ids: Vec<RuleId>,
    scale: Scale,
}

impl Search<'_, '_> {
    fn look(&mut self, spot: &Spot, readers: &[usize]) -> Option<Strictness> {
        let (Spot::Path(path), Some(source)) = (spot, spot.source()) else { return None };
        let law = self.question.ground.law;
        source.declared(&law.vocabulary).filter(|own| own.setting == Setting::Chosen)?;
        let value = spot.stated(&self.product.manifest)?;
        let rules: Vec<Obligation> =
            readers.iter().filter_map(|&at| self.question.ever.get(at)).cloned().collect();
        let ids = rules.iter().map(|own| own.rule).collect();
        let scale = Scale::new(law, &rules);
        let look = Look { spot, source, value, rules, ids, scale };
        let on = self.question.ground.on;
        let now = self.rank(&look, on);
        if now.strictest.is_empty() {
            return None;
        }
        let days: BTreeSet<Date> = look.rules.iter().flat_map(|own| self.days_of(own)).collect();
        let since = self.since(&look, &days, &now);
        let next = days.range(on..).filter(|day| **day > on).find_map(|&day| {
            let then = self.rank(&look, day);
            (then.strictest != now.strictest).then_some((day, then))
        });
        Some(Strictness { path: path.clone(), value: value.clone(), now, since, next })
    }

    /// The days on which a rule begins to say something else, in any of its markets.
    fn days_of(&mut self, own: &Obligation) -> BTreeSet<Date> {
        if let Some(known) = self.days.get(&own.rule) {
            return known.clone();
        }
        let mut days = BTreeSet::new();
        for &at in &own.markets {
            let market = self.question.ground.markets.get(at as usize);
            let turns = market.and_then(|market| self.turns.get_mut(&market.jurisdiction));
            days.extend(
                turns
                    .into_iter()
                    .flat_map(|own_turns| own_turns.of_rule(own.rule))
                    .map(|turn| turn.day),
            );
        }
        self.days.insert(own.rule, days.clone());
        days
    }

    /// Back from day to day, as long as it has been so.
    fn since(&mut self, look: &Look<'_>, days: &BTreeSet<Date>, now: &Ranking) -> Option<Date> {
        let on = self.question.ground.on;
        let starts: Vec<Date> = days.range(..=on).copied().collect();
        let mut since = starts.last().copied();
        // What begins on the last of those days has been so until the day of the baseline.
        for earlier in starts.iter().rev().skip(1).copied().chain([FIRST]) {
            if self.rank(look, earlier).strictest != now.strictest {
                return since;
            }
            since = (earlier != FIRST).then_some(earlier);
        }
        since
    }

    /// Who asks most of the fact on a day.
    fn rank(&mut self, look: &Look<'_>, day: Date) -> Ranking {
        let law = self.question.ground.law;
        let (placed, markets) = self.placed(day);
        let own = pared(law, placed, &look.ids);
        // All else is given, so that values are told apart by what the fact is compared with.
        let open = look.spot.unstated(&own);
        let product = Product::Stated(&open, Threshold::default());
        let ground = Ground::new(law, markets.clone(), day, product);
        let others = Values::new(&ground, &look.ids, &own, Some(look.source))
            .others(look.source, look.value);
        let varied = others.iter().map(|other| look.spot.varied(&own, Some(other)));
        let tried: Vec<Manifest> = varied.collect();
        let tried: Vec<&Manifest> = tried.iter().chain([&own]).collect();
        let said = look.scale.weigh_all(law, &tried, markets, day);
        let asks = |at: usize| {
            let own: Vec<Said> = said.iter().filter_map(|all| all.get(at)).copied().collect();
            let is_asked = own.contains(&Said::Breached) && own.iter().any(|one| one.passes());
            is_asked.then_some((at, own))
        };
        let askers: Vec<(usize, Vec<Said>)> = (0..look.ids.len()).filter_map(asks).collect();
        rank(&askers, &look.ids)
    }

    /// The product as placed on a day, in all its markets.
    fn placed(&mut self, day: Date) -> &(Manifest, Vec<Market>) {
        let (question, product) = (self.question, self.product);
        self.placed.entry(day).or_insert_with(|| {
            if day == question.ground.on {
                return (product.manifest.clone(), product.markets.clone());
            }
            let (mut manifest, mut markets) = (product.manifest.clone(), Vec::new());
            for &market in &product.markets {
                let (placed, market) = placed_on(question.ground.law, &manifest, market, day);
                manifest = placed;
                markets.push(market);
            }
            (manifest, markets)
        })
    }
}

/// Ranks rules by the values that breach them.
fn rank(askers: &[(usize, Vec<Said>)], ids: &[RuleId]) -> Ranking {
    let id = |at: &usize| ids.get(*at).copied();
    let covers = |(one, own): &(usize, Vec<Said>), (other, said): &(usize, Vec<Said>)| {
        let mut values = own.iter().zip(said);
        one == other || values.all(|(own, said)| said.passes() || *own == Said::Breached)
    };
    let top: Vec<usize> = askers
        .iter()
        .filter(|one| askers.iter().all(|other| covers(one, other)))
        .map(|(at, _)| *at)
        .collect();
    let is_told = !top.is_empty();
    let is_beaten = |one: &(usize, Vec<Said>)| {
        askers.iter().any(|other| covers(other, one) && !covers(one, other))
    };
    let strictest: Vec<usize> = if is_told {
        top
    } else {
        askers.iter().filter(|one| !is_beaten(one)).map(|(at, _)| *at).collect()
    };
    let looser = askers.iter().map(|(at, _)| at).filter(|at| !strictest.contains(at));
    Ranking {
        looser: looser.filter_map(id).collect(),
        strictest: strictest.iter().filter_map(id).collect(),
        is_told,
    }
}
