//! Whether a condition holds, as the reference's table of conditions says, line by line.

use super::check::{Check, Held, Item, is_present};
use super::law::{Fact, Ruleset};
use super::truth::{Truth, UNTOLD};
use super::value::{self, Answer, Kind, Value};
use super::verdict;
use comity::syntax::ast::{
    Clause, Comparator, Condition, Event, Inclusion, ListKind, Literal, Name, Operand, Quantifier,
    RuleReference, RuleState, Spanned, State, Text,
};
use std::collections::BTreeSet;

/// Where a condition stands: in which ruleset and rule, by which event's day parameters are read,
/// and which items have names.
#[derive(Clone)]
pub(crate) struct Place<'c> {
    pub(crate) set: &'c Ruleset,
    /// The number of the rule; none in a term.
    pub(crate) rule: Option<&'c str>,
    pub(crate) event: Option<Event>,
    pub(crate) items: Vec<(&'c str, Item<'c>)>,
}

impl<'c> Place<'c> {
    pub(crate) fn with(&self, name: &'c str, item: Item<'c>) -> Place<'c> {
        let mut place = self.clone();
        place.items.push((name, item));
        place
    }
}

impl<'c> Check<'c> {
    pub(crate) fn holds(&self, place: &Place<'c>, condition: &'c Condition) -> Truth {
        let holds = |part: &'c Spanned<Condition>| self.holds(place, &part.node);
        match condition {
            Condition::Holds(path) => self.is_so(place, &path.node),
            Condition::Not(inner) => holds(inner).not(),
            Condition::And(parts) => Truth::all(parts.iter().map(holds)),
            Condition::Or(parts) => Truth::any(parts.iter().map(holds)),
            Condition::List { kind: ListKind::All, items } => Truth::all(items.iter().map(holds)),
            Condition::List { kind: ListKind::Any, items } => Truth::any(items.iter().map(holds)),
            Condition::List { kind: ListKind::None, items } => {
                Truth::any(items.iter().map(holds)).not()
            }
            Condition::Compare { left, comparator, right } => {
                self.compare(place, &left.node, *comparator, &right.node)
            }
            Condition::In { left, negated, values } => {
                let found = self.is_among(place, &left.node, values);
                if *negated { found.not() } else { found }
            }
            Condition::Includes { left, mode, values } => {
                self.includes(place, &left.node, *mode, values)
            }
            Condition::State { left, state } => self.has_state(place, &left.node, *state),
            Condition::Quantified { quantifier, variable, list, filter, body } => {
                let filter = filter.as_deref();
                self.quantified(place, *quantifier, (variable, &list.node), filter, body)
            }
            Condition::Rule { rule, state } => self.rule_state(place.set, rule, *state),
            Condition::Judged(text) => self.is_judged(place, text),
        }
    }

    /// A term, or a yes/no fact.
    fn is_so(&self, place: &Place<'c>, name: &'c str) -> Truth {
        let term = place.set.header.clauses.iter().find_map(|clause| match &clause.node {
            Clause::Term { name: term, condition } if term.node == name => Some(condition),
            _ => None,
        });
        match term {
            Some(condition) => {
                let outside = Place { rule: None, items: Vec::new(), ..place.clone() };
                self.holds(&outside, &condition.node)
            }
            None => is_value(&self.path(place, name).1, &Value::Answer(true)),
        }
    }

    /// What a path names: its kind, and what is found there.
    fn path(&self, place: &Place<'c>, path: &'c str) -> (Kind, Answer) {
        if let Some((first, field)) = path.split_once('.') {
            if let Some((_, item)) = place.items.iter().find(|(name, _)| *name == first) {
                let kind = self.law.facts[item.list].fields[field].kind.clone();
                return (kind, self.field(*item, field));
            }
            if first == "placement" {
                let list = &self.law.facts[super::check::PLACEMENTS];
                return (list.fields[field].kind.clone(), self.placed(field));
            }
        }
        match self.law.facts.get(path) {
            Some(fact) => (fact.kind.clone(), self.fact(path)),
            None => {
                let values = place.set.parameter(path).expect(path);
                let kind = Kind::of(&values[0].0.node);
                (kind, self.parameter(place.set, path, place.event))
            }
        }
    }

    fn operand(&self, place: &Place<'c>, operand: &'c Operand) -> (Kind, Answer) {
        match operand {
            Operand::Path(path) => self.path(place, &path.node),
            Operand::Literal(literal) => {
                let kind = Kind::of(literal);
                let value = kind.read(literal);
                (kind, Answer::Value(value))
            }
            Operand::Today => (Kind::Day, Answer::Value(Value::Day(self.today))),
            Operand::Sum { left, minus, right } => {
                let (kind, left) = self.operand(place, &left.node);
                let right = self.operand_of(place, &kind.added(), &right.node);
                (kind, value::add(left, *minus, right))
            }
        }
    }

    /// An operand where a value of that kind is meant: a word that names nothing is a value.
    fn operand_of(&self, place: &Place<'c>, kind: &Kind, operand: &'c Operand) -> Answer {
        match operand {
            Operand::Literal(literal) => Answer::Value(self.literal(kind, literal)),
            Operand::Path(path) if !self.is_name(place, &path.node) => {
                Answer::Value(self.literal(kind, &Literal::Word(path.node.clone())))
            }
            other => self.operand(place, other).1,
        }
    }

    fn is_name(&self, place: &Place<'c>, word: &str) -> bool {
        word.contains('.')
            || self.law.facts.contains_key(word)
            || place.set.parameter(word).is_some()
    }

    fn literal(&self, kind: &Kind, literal: &Literal) -> Value {
        match (kind, literal) {
            (Kind::Territory, Literal::Word(code) | Literal::Text(code)) => {
                Value::Text(self.law.spelled(kind, code))
            }
            _ => kind.read(literal),
        }
    }

    fn compare(
        &self,
        place: &Place<'c>,
        left: &'c Operand,
        comparator: Comparator,
        right: &'c Operand,
    ) -> Truth {
        let (kind, left) = self.operand(place, left);
        let right = self.operand_of(place, &kind, right);
        if comparator == Comparator::IsNot {
            return compare(&left, Comparator::Is, &right).not();
        }
        compare(&left, comparator, &right)
    }

    fn is_among(&self, place: &Place<'c>, left: &'c Operand, values: &[Spanned<Literal>]) -> Truth {
        let (kind, left) = self.operand(place, left);
        Truth::any(values.iter().map(|value| is_value(&left, &self.literal(&kind, &value.node))))
    }

    /// A set against values. An absent set is empty.
    fn includes(
        &self,
        place: &Place<'c>,
        left: &'c Operand,
        mode: Inclusion,
        values: &[Spanned<Literal>],
    ) -> Truth {
        let (kind, left) = self.operand(place, left);
        let set = match left {
            Answer::Open(why) => return Truth::Open(why),
            Answer::Absent => BTreeSet::new(),
            Answer::Value(Value::Set(set)) => set,
            other => panic!("{other:?} includes nothing"),
        };
        let Kind::Set(inner) = &kind else { panic!("{kind:?}") };
        let mut has = values.iter().map(|value| match self.literal(inner, &value.node) {
            Value::Text(word) => set.contains(&word),
            other => panic!("{other:?} in a set"),
        });
        Truth::of(match mode {
            Inclusion::One | Inclusion::All => has.all(|has| has),
            Inclusion::Any => has.any(|has| has),
            Inclusion::Excludes | Inclusion::None => !has.any(|has| has),
        })
    }

    fn has_state(&self, place: &Place<'c>, left: &'c Operand, state: State) -> Truth {
        let list = match left {
            Operand::Path(path) => self.law.facts.get(&path.node).map(|fact| (&path.node, fact)),
            _ => None,
        };
        let list = list.filter(|(_, fact)| fact.kind == Kind::List);
        match state {
            State::Present => self.present(place, left, list),
            State::Absent => self.present(place, left, list).not(),
            State::Empty => self.empty(place, left, list),
            State::NotEmpty => self.empty(place, left, list).not(),
        }
    }

    fn present(
        &self,
        place: &Place<'c>,
        left: &'c Operand,
        list: Option<(&'c String, &Fact)>,
    ) -> Truth {
        match list {
            Some((path, fact)) => self.is_present(path, fact),
            None => is_present(&self.operand(place, left).1),
        }
    }

    fn empty(
        &self,
        place: &Place<'c>,
        left: &'c Operand,
        list: Option<(&'c String, &Fact)>,
    ) -> Truth {
        if let Some((path, _)) = list {
            return match self.items(path) {
                Held::Open => Truth::Open(UNTOLD),
                Held::Items(items) => Truth::of(items.is_empty()),
            };
        }
        match self.operand(place, left).1 {
            Answer::Open(why) => Truth::Open(why),
            Answer::Absent => Truth::Yes,
            Answer::Value(Value::Set(set)) => Truth::of(set.is_empty()),
            other => panic!("{other:?} is no set"),
        }
    }

    fn quantified(
        &self,
        place: &Place<'c>,
        quantifier: Quantifier,
        (variable, list): (&'c Name, &'c str),
        filter: Option<&'c Spanned<Condition>>,
        body: &'c Spanned<Condition>,
    ) -> Truth {
        let Held::Items(items) = self.items(list) else { return Truth::Open(UNTOLD) };
        let each = items.into_iter().map(|item| {
            let inside = place.with(&variable.node, item);
            let passes = filter.map_or(Truth::Yes, |filter| self.holds(&inside, &filter.node));
            let has = self.holds(&inside, &body.node);
            let wanted = if quantifier == Quantifier::Every { has.not() } else { has };
            Truth::all([passes, wanted])
        });
        let one = Truth::any(each);
        if quantifier == Quantifier::Some { one } else { one.not() }
    }

    /// What is asked of another rule: its content, whatever its dates and its trigger.
    fn rule_state(&self, set: &'c Ruleset, reference: &RuleReference, state: RuleState) -> Truth {
        let alias = reference.alias.as_ref().map_or("this", |alias| alias.node.as_str());
        let set = match alias {
            "this" => set,
            alias => {
                let (id, edition) = set.used(alias).unwrap();
                self.law.ruleset(id, edition).unwrap()
            }
        };
        let found = verdict::find(self, set, &reference.rule.node);
        match state {
            RuleState::Met => Truth::all([found.scope, found.stands, found.fails.not()]),
            RuleState::MetWhereApplicable => Truth::all([found.scope, found.fails]).not(),
            RuleState::Breached => Truth::all([found.scope, found.fails]),
            RuleState::Applies => Truth::all([found.scope, found.stands]),
        }
    }

    fn is_judged(&self, place: &Place<'c>, text: &Text) -> Truth {
        let english = text.entries.iter().find(|(language, _)| language.node == "en");
        let rule = format!("{}.{}", place.set.id, place.rule.unwrap());
        self.judged(&rule, &english.unwrap().1.node)
    }
}

/// Whether something is that value. What is absent is no value.
fn is_value(answer: &Answer, value: &Value) -> Truth {
    compare(answer, Comparator::Is, &Answer::Value(value.clone()))
}

fn compare(left: &Answer, comparator: Comparator, right: &Answer) -> Truth {
    let accepts = |sign: i128| match comparator {
        Comparator::Is => sign == 0,
        Comparator::AtLeast | Comparator::OnOrAfter => sign >= 0,
        Comparator::AtMost | Comparator::OnOrBefore => sign <= 0,
        Comparator::MoreThan | Comparator::After => sign > 0,
        Comparator::LessThan | Comparator::Before => sign < 0,
        Comparator::IsNot => unreachable!("turned around by the caller"),
    };
    match (left, right) {
        (Answer::Absent, _) | (_, Answer::Absent) => Truth::No,
        (Answer::Open(one), Answer::Open(two)) => Truth::Open(one.and(*two)),
        (Answer::Open(why), _) | (_, Answer::Open(why)) => Truth::Open(*why),
        (Answer::Value(left), Answer::Value(right)) => value::compare(left, right, accepts),
    }
}
