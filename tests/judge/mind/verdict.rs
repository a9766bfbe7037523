//! What a rule says: its sentences put together, and the seven lines of the reference in order.

use super::check::{Check, Held};
use super::condition::Place;
use super::law::{Ruleset, Sentences};
use super::truth::{Truth, UNTOLD, Why};
use comity::syntax::ast::{
    Block, Clause, Condition, Event, Guard, Modality, Norm, Period, Spanned,
};

/// What is found of a rule. Lists are spoken of item by item: some item is so.
pub(crate) struct Found {
    modality: Modality,
    in_force: Truth,
    triggered: Truth,
    pub(crate) scope: Truth,
    /// There is an item that passes.
    any: Truth,
    /// One fails the norm itself.
    unmet: Truth,
    /// One is not lifted.
    pub(crate) stands: Truth,
    /// One is not lifted, and fails by every route.
    pub(crate) fails: Truth,
    /// One is not lifted, and fails the norm itself.
    fails_norm: Truth,
}

/// What is found of one item.
struct Single {
    passes: Truth,
    lifted: Truth,
    norm: Truth,
    route: Truth,
}

/// The verdict in the words of the language.
pub(crate) fn verdict(check: &Check<'_>, set: &Ruleset, number: &str) -> &'static str {
    let found = find(check, set, number);
    let bound = [found.in_force, found.triggered, found.scope];
    if found.in_force == Truth::No || found.triggered == Truth::No {
        return "not in force";
    }
    if found.scope == Truth::No || found.any == Truth::No {
        return "not applicable";
    }
    if bound.iter().all(|one| *one == Truth::Yes) && found.fails == Truth::Yes {
        return if found.modality == Modality::Should { "not followed" } else { "breached" };
    }
    if bound.iter().chain([&found.any]).any(|one| one.is_open()) {
        return found.open();
    }
    if found.unmet == Truth::No {
        return "met";
    }
    match found.stands {
        Truth::No => return "exempt",
        Truth::Open(_) => return found.open(),
        Truth::Yes => {}
    }
    match (found.modality, found.fails, found.fails_norm) {
        (Modality::May, ..) => "permitted",
        (_, Truth::Open(_), _) => found.open(),
        (_, _, Truth::No) => "met",
        _ => "deemed met",
    }
}

impl Found {
    /// Undetermined, or nothing but a person's judgement is missing.
    fn open(&self) -> &'static str {
        let parts = [self.in_force, self.triggered, self.scope, self.any, self.stands, self.fails];
        let why = parts.iter().fold(Why::default(), |why, part| why.and(part.why()));
        if why.people && !why.facts { "needs judgement" } else { "undetermined" }
    }
}

/// The sentence of the rule, or else of the header.
fn own_or_header<'s, T>(
    set: &'s Ruleset,
    rule: &'s Block,
    take: impl Fn(&'s Clause) -> Option<T> + Copy,
) -> Option<T> {
    rule.find(take).or_else(|| set.header.find(take))
}

fn trigger(clause: &Clause) -> Option<(Event, &Period)> {
    match clause {
        Clause::Triggered { event, period } => Some((event.node, period)),
        _ => None,
    }
}

/// What is found of a rule.
pub(crate) fn find<'c>(check: &Check<'c>, set: &'c Ruleset, number: &str) -> Found {
    let (number, rule) = set.rules().find(|(name, _)| *name == number).unwrap();
    let in_force = own_or_header(set, rule, |clause| match clause {
        Clause::InForce(period) => Some(period),
        _ => None,
    });
    let trigger = own_or_header(set, rule, trigger);
    let place = Place {
        set,
        rule: Some(number),
        event: trigger.map(|(event, _)| event),
        items: Vec::new(),
    };
    let modality = rule.find(|clause| match clause {
        Clause::Norm(norm) => Some(norm.modality.node),
        _ => None,
    });
    let singles = singles(check, &place, rule);
    let some = |what: &dyn Fn(&Single) -> Truth| match &singles {
        None => Truth::Open(UNTOLD),
        Some(singles) => Truth::any(singles.iter().map(what)),
    };
    let binds = modality != Some(Modality::May);
    Found {
        modality: modality.unwrap(),
        in_force: in_force.map_or(Truth::Yes, |period| check.counts_today(period)),
        triggered: trigger.map_or(Truth::Yes, |(event, period)| check.triggered(event, period)),
        scope: scope(check, &place, rule),
        any: some(&|one| one.passes),
        unmet: if binds {
            some(&|one| Truth::all([one.passes, one.norm.not()]))
        } else {
            Truth::Yes
        },
        stands: some(&|one| Truth::all([one.passes, one.lifted.not()])),
        fails: if binds { some(&fails) } else { Truth::No },
        fails_norm: some(&|one| Truth::all([one.passes, one.lifted.not(), one.norm.not()])),
    }
}

fn fails(one: &Single) -> Truth {
    Truth::all([one.passes, one.lifted.not(), one.norm.not(), one.route.not()])
}

/// `applies where` and `except where` of the file and of the rule.
fn scope<'c>(check: &Check<'c>, place: &Place<'c>, rule: &'c Block) -> Truth {
    let clauses = place.set.header.clauses.iter().chain(&rule.clauses);
    Truth::all(clauses.map(|clause| match &clause.node {
        Clause::Applies(guard) => guarded(check, place, guard),
        Clause::Except(guard) => guarded(check, place, guard).not(),
        _ => Truth::Yes,
    }))
}

/// A dated condition: it counts today, and holds.
fn guarded<'c>(check: &Check<'c>, place: &Place<'c>, guard: &'c Guard) -> Truth {
    let holds = check.holds(place, &guard.condition.node);
    Truth::all([check.counts_today(&guard.period), holds])
}

/// Every item of the rule's list, or the product once; nothing where the list is not told.
fn singles<'c>(check: &Check<'c>, place: &Place<'c>, rule: &'c Block) -> Option<Vec<Single>> {
    let others = lifted_by_others(check, place.set, place.rule.unwrap());
    let every = rule.find(|clause| match clause {
        Clause::ForEvery { variable, list, filter } => {
            Some((variable.node.as_str(), list.node.as_str(), filter.as_ref()))
        }
        _ => None,
    });
    let Some((name, list, filter)) = every else {
        return Some(vec![single(check, place, rule, None, others)]);
    };
    let Held::Items(items) = check.items(list) else { return None };
    let inside = items.into_iter().map(|item| place.with(name, item));
    Some(inside.map(|place| single(check, &place, rule, filter, others)).collect())
}

fn single<'c>(
    check: &Check<'c>,
    place: &Place<'c>,
    rule: &'c Block,
    filter: Option<&'c Spanned<Condition>>,
    others: Truth,
) -> Single {
    let demand = |norm: &'c Norm| {
        let holds = check.holds(place, &norm.condition.node);
        if norm.negated { holds.not() } else { holds }
    };
    let (mut lifted, mut routes, mut replaced) = (vec![others], Vec::new(), Vec::new());
    let (mut norm, mut instead_of) = (Truth::Yes, Vec::new());
    for clause in &rule.clauses {
        match &clause.node {
            Clause::Norm(own) => norm = demand(own),
            Clause::Unless { guard, instead: None } => lifted.push(guarded(check, place, guard)),
            Clause::Unless { guard, instead: Some(instead) } => {
                let when = guarded(check, place, guard);
                replaced.push(when);
                instead_of.push(Truth::any([when.not(), demand(instead)]));
            }
            Clause::Deemed(guard) => routes.push(guarded(check, place, guard)),
            _ => {}
        }
    }
    instead_of.push(Truth::any([Truth::any(replaced), norm]));
    Single {
        passes: filter.map_or(Truth::Yes, |filter| check.holds(place, &filter.node)),
        lifted: Truth::any(lifted),
        norm: Truth::all(instead_of),
        route: Truth::any(routes),
    }
}

/// Whether the duty of a rule stands that lifts this one, whichever of the two says so.
fn lifted_by_others<'c>(check: &Check<'c>, set: &'c Ruleset, number: &str) -> Truth {
    let own = set.rule(number).unwrap();
    let lifts = |other: &str, block: &Block| {
        let overrides =
            |clause: &Clause| matches!(clause, Clause::Overrides(one) if one.node == number);
        let yields =
            |clause: &Clause| matches!(clause, Clause::SubjectTo(one) if one.node == other);
        block.says(overrides) || own.says(yields)
    };
    let others = set.rules().filter(|(other, block)| lifts(other, block));
    Truth::any(others.map(|(other, _)| {
        let found = find(check, set, other);
        Truth::all([found.in_force, found.triggered, found.scope, found.stands])
    }))
}
