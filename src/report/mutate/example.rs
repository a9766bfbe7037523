//! An example of the language that would notice a change: what it is like, what it states
//! otherwise, and the verdicts.

use super::super::manifest_yaml::value_yaml;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{Item, Stated, StatedJudgement};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::{Fact, FactId, Type};
use crate::plan::row::PlacementFields;
use jiff::civil::Date;

/// Seconds of a week, a day, an hour and a minute.
const UNITS: [(i64, &str); 4] =
    [(604_800, "weeks"), (86_400, "days"), (3_600, "hours"), (60, "minutes")];

/// One thing that an example states besides what it is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `given {product.kind: [lock]}`
    Given(FactId, Stated),
    /// `given {placement.to_consumers: yes}`, by position of the field
    Placement(u32, Stated),
    /// `placed in GB on 2026-07-01`
    Placed(JurisdictionId, Date),
    /// `checked on 2026-07-01`
    Checked(Date),
    /// `judged 5 yes`
    Judged(StatedJudgement),
}

/// What an example is made of, but its name and what it expects.
#[derive(Debug, Clone, Copy)]
pub struct Sketch<'a> {
    /// The law it is written for.
    pub law: &'a Law,
    /// The ruleset it stands in.
    pub ruleset: RulesetId,
    /// What it is like, if anything.
    pub like: Option<&'a str>,
    /// What it states besides.
    pub steps: &'a [Step],
}

impl Sketch<'_> {
    /// The sentences of the example, without what it expects; none where the language cannot say
    /// it.
    #[must_use]
    pub fn sentences(&self) -> Option<Vec<String>> {
        let mut sentences: Vec<String> =
            self.like.iter().map(|name| format!("like \"{}\".", escaped(name))).collect();
        let given: Vec<String> = self.steps.iter().filter_map(|step| self.given(step)).collect();
        if !given.is_empty() {
            sentences.push(format!("given {{{}}}.", given.join(", ")));
        }
        for step in self.steps {
            match step {
                Step::Given(..) | Step::Placement(..) => {}
                Step::Placed(place, day) => {
                    let place = self.law.jurisdictions.get(*place)?;
                    sentences.push(format!("placed in {} on {day}.", place.code));
                }
                Step::Checked(day) => sentences.push(format!("checked on {day}.")),
                Step::Judged(judged) => sentences.push(self.judged(judged)?),
            }
        }
        Some(sentences)
    }

    fn given(&self, step: &Step) -> Option<String> {
        let vocabulary = &self.law.vocabulary;
        match step {
            Step::Given(id, value) => {
                let fact = vocabulary.fact(*id)?;
                Some(format!("{}: {}", fact.path, words(fact, value)))
            }
            Step::Placement(index, value) => {
                let list = vocabulary.fact(PlacementFields::of(vocabulary)?.list)?;
                let (name, field) = list.fields.get_index(*index as usize)?;
                Some(format!("placement.{name}: {}", words(field, value)))
            }
            _ => None,
        }
    }

    /// `judged art9 "security is appropriate to the risk" no.`
    fn judged(&self, judged: &StatedJudgement) -> Option<String> {
        let own = self.law.ruleset(self.ruleset)?;
        let number = self.number(own, &judged.rule)?;
        let text =
            judged.text.as_ref().map_or(String::new(), |text| format!(" \"{}\"", escaped(text)));
        Some(format!("judged {number}{text} {}.", if judged.met { "yes" } else { "no" }))
    }

    /// What the ruleset calls the rule of that full id.
    fn number(&self, own: &Ruleset, rule: &str) -> Option<String> {
        let of_own = self.law.rules_of(self.ruleset).find(|(_, of)| of.id == rule);
        if let Some((_, of)) = of_own {
            return Some(of.number.clone());
        }
        own.uses.iter().find_map(|used| {
            let (_, of) = self.law.rules_of(used.ruleset).find(|(_, of)| of.id == rule)?;
            Some(format!("{}/{}", used.alias, of.number))
        })
    }

    /// What is special about the example, each in few words: `kind of product: lock`.
    #[must_use]
    pub fn parts(&self) -> Vec<String> {
        let checked = self.steps.iter().filter_map(|step| match step {
            Step::Checked(day) => Some(format!("checked on {day}")),
            _ => None,
        });
        let told = self.steps.iter().flat_map(|step| self.told(step));
        told.chain(checked).collect()
    }

    fn told(&self, step: &Step) -> Vec<String> {
        let vocabulary = &self.law.vocabulary;
        let placements = PlacementFields::of(vocabulary).and_then(|own| vocabulary.fact(own.list));
        match step {
            Step::Given(id, value) => {
                vocabulary.fact(*id).map_or(Vec::new(), |fact| titled(fact, value))
            }
            Step::Placement(index, value) => {
                let field = placements.and_then(|list| list.fields.get_index(*index as usize));
                field.map_or(Vec::new(), |(_, field)| titled(field, value))
            }
            Step::Placed(_, day) => vec![format!("placed on {day}")],
            Step::Checked(_) => Vec::new(),
            Step::Judged(judged) => vec![match (&judged.text, judged.met) {
                (Some(text), true) => format!("judged that {text}"),
                (Some(text), false) => format!("judged not so that {text}"),
                (None, true) => "judged to be met".to_owned(),
                (None, false) => "judged not to be met".to_owned(),
            }],
        }
    }
}

/// A text as it stands between quotes.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// `works without the internet: no`; of a list, each field of its items.
fn titled(fact: &Fact, stated: &Stated) -> Vec<String> {
    let title = lower(&fact.title.en);
    match stated {
        Stated::Absent => vec![format!("{title}: none")],
        Stated::Value(Value::YesNo(true)) => vec![title],
        Stated::Value(value) => vec![format!("{title}: {}", value_titles(fact, value))],
        Stated::Items(items) if items.is_empty() => vec![format!("{title}: none")],
        Stated::Items(items) => {
            let all = items.iter().flat_map(|item| item_titles(fact, item));
            let all: Vec<String> = all.collect();
            if all.is_empty() { vec![format!("{title}: nothing known of one")] } else { all }
        }
    }
}

fn item_titles(list: &Fact, item: &Item) -> Vec<String> {
    let told = item.fields.iter().filter_map(|(&index, stated)| {
        let (name, field) = list.fields.get_index(index as usize)?;
        (name != "id").then(|| titled(field, &stated.value))
    });
    told.flatten().collect()
}

fn value_titles(fact: &Fact, value: &Value) -> String {
    let named = |word: String| match fact.value_titles.get(&word) {
        Some(title) => lower(&title.en),
        None => word.replace('_', " "),
    };
    let plain = value_words(fact, value);
    let inside = plain.trim_matches(['[', ']']);
    if inside.is_empty() {
        return "none".to_owned();
    }
    inside.split(", ").map(|word| named(word.replace('"', ""))).collect::<Vec<_>>().join(" and ")
}

/// Without a capital at the start, unless the word is one of capitals.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = title.get(first.len_utf8()..).unwrap_or_default();
            if rest.contains(char::is_uppercase) {
                return title.to_owned();
            }
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => title.to_owned(),
    }
}

fn fields(list: &Fact, item: &Item) -> impl Iterator<Item = (String, String)> {
    item.fields.iter().filter_map(|(&index, stated)| {
        let (name, field) = list.fields.get_index(index as usize)?;
        Some((name.clone(), words(field, &stated.value)))
    })
}

fn words(fact: &Fact, stated: &Stated) -> String {
    match stated {
        Stated::Absent => "absent".to_owned(),
        Stated::Value(value) => value_words(fact, value),
        Stated::Items(items) => {
            let items = items.iter().map(|item| {
                let fields = fields(fact, item).map(|(name, value)| format!("{name}: {value}"));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
            });
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Where the language writes a value otherwise than a manifest does.
fn value_words(fact: &Fact, value: &Value) -> String {
    match value {
        Value::YesNo(true) => "yes".to_owned(),
        Value::YesNo(false) => "no".to_owned(),
        Value::Date(day) => day.to_string(),
        Value::Duration(length) => duration(*length),
        Value::Money(_) => value_yaml(fact, value).replace('"', ""),
        // Codes are words of their own.
        _ if is_code(&fact.kind) => value_yaml(fact, value).replace('"', ""),
        _ => value_yaml(fact, value),
    }
}

fn is_code(kind: &Type) -> bool {
    matches!(kind, Type::Country | Type::Territory | Type::SetOfCountries)
}

fn duration(length: Duration) -> String {
    let mut parts = Vec::new();
    let mut add = |number: i64, unit: &str| match number {
        0 => {}
        1 => parts.push(format!("1 {}", unit.trim_end_matches('s'))),
        _ => parts.push(format!("{number} {unit}")),
    };
    add(length.months / 12, "years");
    add(length.months % 12, "months");
    let mut rest = length.seconds;
    for (seconds, unit) in UNITS {
        add(rest / seconds, unit);
        rest %= seconds;
    }
    if parts.is_empty() { "0 days".to_owned() } else { parts.join(" ") }
}
