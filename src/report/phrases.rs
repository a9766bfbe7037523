//! Says in words why a condition is true, false or unknown: one phrase for each leaf.

use super::lexicon::said;
use super::words::{date, trigger, value};
use crate::eval::trace::{Answer, FactPath, Found, Origin, Step, Trace};
use crate::model::condition::{Comparison, Node, NodeId, Operand, RuleState};
use crate::model::law::Law;
use crate::model::manifest::EvidenceLevel;
use crate::model::rule::RuleId;
use crate::model::text::Language;
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, Type};
use crate::plan::truth::Truth;

/// Of a fact that nobody told.
pub(super) const NOT_STATED: [&str; 3] = ["is not stated", "n’est pas indiqué", "is niet vermeld"];
/// Of a list without items.
pub(super) const NO_ITEM: [&str; 3] = ["has no item", "n’a aucun élément", "heeft geen onderdeel"];
/// Between values of which one will do.
pub(super) const OR: [&str; 3] = [" or ", " ou ", " of "];
/// Between the parts of a sum.
pub(super) const PLUS: [&str; 3] = ["plus", "plus", "plus"];
/// Between the parts of a difference.
pub(super) const MINUS: [&str; 3] = ["minus", "moins", "min"];
const DAY_OF_CHECK: [&str; 3] =
    ["the day of the check", "le jour de la vérification", "de dag van de beoordeling"];
const NO_FACT: [&str; 3] = [
    "a fact the vocabulary lacks",
    "un fait que le vocabulaire ne connaît pas",
    "een feit dat niet in de woordenlijst staat",
];
const ABSENT: [&str; 3] = ["is absent", "est absent", "ontbreekt"];
const EMPTY: [&str; 3] = ["is empty", "est vide", "is leeg"];
const IS: [&str; 3] = ["is", "vaut", "is"];
const NOT: [&str; 3] = ["not", "et non", "niet"];

/// Says things about one product in one language.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a> {
    /// The rules and facts.
    pub law: &'a Law,
    /// The language of the law's own words.
    pub language: Language,
}

impl Phrases<'_> {
    /// What is said in the language, of the same in English, French and Dutch.
    pub(super) fn say<T>(&self, words: [T; 3]) -> T {
        said(words, self.language)
    }

    /// The fact, or the field of a list, that a path leads to.
    pub(super) fn fact(&self, path: &FactPath) -> Option<&Fact> {
        match &path.field {
            None => self.law.vocabulary.fact(path.fact),
            Some((_, field)) => self.law.vocabulary.field(*field),
        }
    }

    /// A value in the words of its type.
    pub(super) fn value(&self, kind: Option<&Type>, found: &Value) -> String {
        value(kind, found, self.language)
    }

    /// Why the leaf is true, false or unknown.
    #[must_use]
    pub fn leaf(&self, leaf: &Trace) -> String {
        if leaf.truth == Truth::Unknown {
            return self.unknown(leaf);
        }
        let holds = leaf.truth == Truth::True;
        match (self.law.graph.get(leaf.node), leaf.step.values()) {
            (Some(Node::Compare { comparison, .. }), [left, right]) => {
                self.comparison(left, *comparison, right, holds)
            }
            (Some(Node::In { operand, values }), [found]) => {
                self.membership(operand, found, values, holds)
            }
            (Some(Node::Includes { operand, members, all }), [found]) => {
                let named = if *all && !holds { lacking(found, members) } else { members.clone() };
                let members = self.value(self.type_of(operand), &named);
                self.inclusion(found, members.trim_matches(['{', '}']), *all, holds)
            }
            (Some(Node::Rule { rule, state, .. }), _) => self.other_rule(*rule, *state, holds),
            (Some(Node::Judged(id)), _) => {
                let words = self.law.judgement(*id).map_or("", |norm| norm.text.get(self.language));
                let judged = if holds {
                    ["judged met:", "jugé rempli :", "beoordeeld als voldaan:"]
                } else {
                    ["judged not met:", "jugé non rempli :", "beoordeeld als niet voldaan:"]
                };
                format!("{} \u{201c}{words}\u{201d}", self.say(judged))
            }
            (Some(Node::CheckedIn(_)), _) => match leaf.step {
                Step::CheckedIn(day) => {
                    let lead = self.say(["checked on", "vérifié le", "beoordeeld op"]);
                    format!("{lead} {}", date(day))
                }
                _ => String::new(),
            },
            (_, found) if !found.is_empty() => self.all_found(found),
            (Some(Node::Some { .. }), _) => match &leaf.step {
                Step::Some { list, items } => self.none_of(leaf.node, list, items.len()),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    fn inclusion(&self, found: &Found, members: &str, all: bool, holds: bool) -> String {
        let name = self.origin(&found.origin);
        let members = if all { members.to_owned() } else { members.replace(", ", self.say(OR)) };
        match (&found.answer, holds) {
            (_, true) => {
                format!("{name} {} {members}", self.say(["includes", "comprend", "bevat"]))
            }
            (Answer::Absent, false) => format!("{name} {}", self.say(ABSENT)),
            (_, false) => self.say([
                format!("{name} does not include {members}"),
                format!("{name} ne comprend pas {members}"),
                format!("{name} bevat {members} niet"),
            ]),
        }
    }

    fn other_rule(&self, rule: RuleId, state: RuleState, holds: bool) -> String {
        let id = self.law.rule(rule).map_or("", |rule| rule.id.as_str());
        let words = match (state, holds) {
            (RuleState::Met, true) => ["is met", "est respectée", "is nageleefd"],
            (RuleState::Met, false) => ["is not met", "n’est pas respectée", "is niet nageleefd"],
            (RuleState::MetWhereApplicable, true) | (RuleState::Breached, false) => {
                ["is not breached", "n’est pas enfreinte", "is niet geschonden"]
            }
            (RuleState::MetWhereApplicable, false) | (RuleState::Breached, true) => {
                ["is breached", "est enfreinte", "is geschonden"]
            }
            (RuleState::Applies, true) => ["applies", "s’applique", "geldt"],
            (RuleState::Applies, false) => ["does not apply", "ne s’applique pas", "geldt niet"],
        };
        format!("{id} {}", self.say(words))
    }

    /// A list none of whose items is as the condition asks.
    fn none_of(&self, node: NodeId, list: &Found, items: usize) -> String {
        let Some(Node::Some { body, .. }) = self.law.graph.get(node) else { return String::new() };
        match items {
            0 => self.found(list),
            _ => {
                let (list, body) = (self.origin(&list.origin), self.condition(*body));
                self.say([
                    format!("no item of {list} has: {body}"),
                    format!("aucun élément de {list} n’a : {body}"),
                    format!("geen onderdeel van {list} heeft: {body}"),
                ])
            }
        }
    }

    fn all_found(&self, found: &[Found]) -> String {
        let said: Vec<String> = found.iter().map(|found| self.found(found)).collect();
        said.join(", ")
    }

    fn comparison(&self, left: &Found, how: Comparison, right: &Found, holds: bool) -> String {
        let asked = self.right_side(left, right);
        if left.answer == Answer::Absent || right.answer == Answer::Absent {
            // Nothing compares with what is not there; say which side that is.
            return self.all_found(if left.answer == Answer::Absent {
                std::slice::from_ref(left)
            } else {
                std::slice::from_ref(right)
            });
        }
        let same_value =
            matches!((&left.answer, &right.answer), (Answer::Value(a), Answer::Value(b)) if a == b);
        match how {
            Comparison::Equal if holds && same_value => self.found(left),
            Comparison::Equal if !holds && right.origin == Origin::Literal => {
                format!("{}, {} {asked}", self.found(left), self.say(NOT))
            }
            _ => {
                let of_dates = matches!(left.answer, Answer::Value(Value::Date(_)));
                let how = self.say(comparator(how, of_dates));
                let asked = if of_dates { self.day(asked) } else { asked };
                let not = if holds { String::new() } else { format!("{} ", self.say(NOT)) };
                format!("{}, {not}{how} {asked}", self.found(left))
            }
        }
    }

    /// A day after a word such as *before*: French sets an article before a date.
    pub(super) fn day(&self, day: String) -> String {
        let is_date = day.starts_with(|first: char| first.is_ascii_digit());
        match self.language {
            Language::French if is_date => format!("le {day}"),
            _ => day,
        }
    }

    /// The right side of a comparison: its value, and where it comes from if that is a fact.
    fn right_side(&self, left: &Found, right: &Found) -> String {
        let value = match (&right.origin, &right.answer) {
            (Origin::Literal, Answer::Value(found)) => {
                self.value(self.kind_of(&left.origin), found)
            }
            _ => self.answer(right),
        };
        match &right.origin {
            Origin::Literal => value,
            Origin::Parameter(id, _) => {
                let name = self.law.parameter(*id).map_or("", |parameter| parameter.name.as_str());
                format!("{value} ({name})")
            }
            origin => format!("{value} ({})", self.origin(origin)),
        }
    }

    fn membership(
        &self,
        operand: &Operand,
        found: &Found,
        values: &[Value],
        holds: bool,
    ) -> String {
        if holds {
            return self.found(found);
        }
        let kind = self.type_of(operand);
        let values: Vec<String> = values.iter().map(|one| self.value(kind, one)).collect();
        format!("{}, {} {}", self.found(found), self.say(NOT), values.join(self.say(OR)))
    }

    /// `auth.passwords[admin].scheme is shared`
    #[must_use]
    pub fn found(&self, found: &Found) -> String {
        let name = self.origin(&found.origin);
        match &found.answer {
            Answer::Absent => format!("{name} {}", self.say(ABSENT)),
            Answer::Items(0) => format!("{name} {}", self.say(NO_ITEM)),
            Answer::Items(_) => {
                format!("{name} {} {}", self.say(["has", "a", "heeft"]), self.answer(found))
            }
            Answer::Value(Value::Set(0)) => format!("{name} {}", self.say(EMPTY)),
            Answer::Value(Value::Texts(texts)) if texts.is_empty() => {
                format!("{name} {}", self.say(EMPTY))
            }
            _ => format!("{name} {} {}", self.say(IS), self.answer(found)),
        }
    }

    fn answer(&self, found: &Found) -> String {
        match &found.answer {
            Answer::Value(value) => self.value(self.kind_of(&found.origin), value),
            Answer::Absent => self.say(["absent", "absent", "afwezig"]).to_owned(),
            Answer::Items(1) => self.say(["one item", "un élément", "één onderdeel"]).to_owned(),
            Answer::Items(count) => {
                format!("{count} {}", self.say(["items", "éléments", "onderdelen"]))
            }
            Answer::Unknown(_) => self.say(["unknown", "inconnu", "onbekend"]).to_owned(),
        }
    }

    /// Where a value comes from, in words.
    #[must_use]
    pub fn origin(&self, origin: &Origin) -> String {
        match origin {
            Origin::Fact(path) => path.text(&self.law.vocabulary),
            Origin::Nowhere => self.say(NO_FACT).to_owned(),
            Origin::Literal => self.say(["the value", "la valeur", "de waarde"]).to_owned(),
            Origin::Parameter(id, _) => {
                self.law.parameter(*id).map(|parameter| parameter.name.clone()).unwrap_or_default()
            }
            Origin::Today => self.say(DAY_OF_CHECK).to_owned(),
            Origin::Sum(parts) => self.found_sum(parts, self.say(PLUS)),
            Origin::Difference(parts) => self.found_sum(parts, self.say(MINUS)),
        }
    }

    fn found_sum(&self, parts: &[Found; 2], sign: &str) -> String {
        let [left, right] = parts;
        let part = |found: &Found| match found.origin {
            Origin::Literal => self.answer(found),
            _ => self.origin(&found.origin),
        };
        format!("{} {sign} {}", part(left), part(right))
    }

    fn kind_of(&self, origin: &Origin) -> Option<&Type> {
        let Origin::Fact(path) = origin else { return None };
        self.fact(path).map(|fact| &fact.kind)
    }

    fn days(&self, first: &Found, last: &Found) -> String {
        let (day, end) = (self.answer(first), self.answer(last));
        match &last.answer {
            Answer::Absent => self.say([
                format!("from {day}, and going on"),
                format!("depuis le {day}, et cela continue"),
                format!("vanaf {day}, en nog steeds"),
            ]),
            _ if first.answer == last.answer => day,
            _ => self.say([
                format!("{day} to {end}"),
                format!("du {day} au {end}"),
                format!("{day} tot en met {end}"),
            ]),
        }
    }

    /// The trigger of a rule, with the days on which units were placed.
    #[must_use]
    pub fn trigger(&self, trace: &Trace) -> String {
        let Some(Node::Triggered(wanted)) = self.law.graph.get(trace.node) else {
            return String::new();
        };
        let lead = self.say(["binds by", "lie par", "bindt door"]);
        let asked = format!("{lead} {}", trigger(wanted, self.language));
        match &trace.step {
            Step::Triggered { .. } if trace.truth == Truth::Unknown => {
                format!("{asked}; {}", self.unknown(trace))
            }
            Step::Triggered { first, last } => {
                let here = self.say(["here", "ici", "hier"]);
                format!("{asked}; {here} {}", self.days(first, last))
            }
            _ => asked,
        }
    }
}

/// Of the members asked for, those that the set lacks.
fn lacking(found: &Found, members: &Value) -> Value {
    match (&found.answer, members) {
        (Answer::Value(Value::Set(own)), Value::Set(asked)) => Value::Set(asked & !own),
        (Answer::Value(Value::Texts(own)), Value::Texts(asked)) => {
            Value::Texts(asked.iter().filter(|one| !own.contains(one)).cloned().collect())
        }
        _ => members.clone(),
    }
}

/// What a comparison asks, of dates or of quantities.
pub(super) fn comparator(comparison: Comparison, of_dates: bool) -> [&'static str; 3] {
    match (comparison, of_dates) {
        (Comparison::Equal, _) => ["the same as", "égal à", "gelijk aan"],
        (Comparison::AtLeast, true) => ["on or after", "au plus tôt", "op of na"],
        (Comparison::AtMost, true) => ["on or before", "au plus tard", "op of vóór"],
        (Comparison::MoreThan, true) => ["after", "après", "na"],
        (Comparison::LessThan, true) => ["before", "avant", "vóór"],
        (Comparison::AtLeast, false) => ["at least", "au moins", "ten minste"],
        (Comparison::AtMost, false) => ["at most", "au plus", "ten hoogste"],
        (Comparison::MoreThan, false) => ["more than", "plus de", "meer dan"],
        (Comparison::LessThan, false) => ["less than", "moins de", "minder dan"],
    }
}

/// The word of an evidence level in manifests.
#[must_use]
pub fn level_word(level: EvidenceLevel) -> &'static str {
    EvidenceLevel::ALL.iter().find(|(own, _)| *own == level).map_or("", |(_, word)| word)
}
