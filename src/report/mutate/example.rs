//! An example of the language that would notice a change: a product, its day, and the verdict.

use super::super::manifest_yaml::value_yaml;
use crate::eval::verdict::Verdict;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{Item, Manifest, Stated, StatedJudgement};
use crate::model::rule::{Rule, RuleId};
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::Fact;
use crate::plan::row::PlacementFields;
use jiff::civil::Date;

/// What the day of placing tells already.
const GIVEN: [&str; 5] = ["id", "territory", "first_placed", "last_placed", "last_made_available"];
/// Seconds of a week, a day, an hour and a minute.
const UNITS: [(i64, &str); 4] =
    [(604_800, "weeks"), (86_400, "days"), (3_600, "hours"), (60, "minutes")];

/// What an example is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sketch<'a> {
    pub(super) law: &'a Law,
    pub(super) rule: RuleId,
    pub(super) place: JurisdictionId,
    pub(super) manifest: &'a Manifest,
    pub(super) on: Date,
    pub(super) verdict: Verdict,
}

impl Sketch<'_> {
    /// The sentences of the example, on one line; none where the language cannot say it.
    pub(super) fn text(&self) -> Option<String> {
        let rule = self.law.rule(self.rule)?;
        let mut sentences = Vec::new();
        let given = self.given();
        if !given.is_empty() {
            sentences.push(format!("given {{{}}}.", given.join(", ")));
        }
        let place = self.law.jurisdictions.get(self.place)?;
        sentences.push(format!("placed in {} on {}.", place.code, self.on));
        for judged in &self.manifest.judgements {
            sentences.push(self.judged(rule, judged)?);
        }
        sentences.push(format!("expect {} {}.", rule.number, self.verdict.words()));
        Some(sentences.join(" "))
    }

    fn given(&self) -> Vec<String> {
        let vocabulary = &self.law.vocabulary;
        let placements = PlacementFields::of(vocabulary).map(|fields| fields.list);
        let mut given = Vec::new();
        for (&id, statement) in &self.manifest.facts {
            let Some(fact) = vocabulary.fact(id) else { continue };
            match &statement.value {
                Stated::Items(items) if Some(id) == placements => {
                    let first = items.first().into_iter();
                    given.extend(first.flat_map(|item| placed(fact, item)));
                }
                stated => given.push(format!("{}: {}", fact.path, words(fact, stated))),
            }
        }
        given
    }

    /// `judged art9 "security is appropriate to the risk" no.`
    fn judged(&self, rule: &Rule, judged: &StatedJudgement) -> Option<String> {
        let of = self.law.rules.iter().find(|one| one.id == judged.rule)?;
        let own = self.law.ruleset(rule.ruleset)?;
        let is_own = self.law.ruleset(of.ruleset).is_some_and(|of| of.id == own.id);
        let alias = own.uses.iter().find(|used| used.ruleset == of.ruleset);
        let number = match alias {
            _ if is_own => of.number.clone(),
            alias => format!("{}/{}", alias?.alias, of.number),
        };
        let text = judged.text.as_ref().map_or(String::new(), |text| format!(" \"{text}\""));
        Some(format!("judged {number}{text} {}.", if judged.met { "yes" } else { "no" }))
    }
}

/// Fields of a placement that its day does not tell.
fn placed(list: &Fact, item: &Item) -> Vec<String> {
    let fields = fields(list, item);
    let told = fields.filter(|(name, _)| !GIVEN.contains(&name.as_str()));
    told.map(|(name, value)| format!("placement.{name}: {value}")).collect()
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
        _ => value_yaml(fact, value),
    }
}

fn duration(length: Duration) -> String {
    let mut parts = Vec::new();
    let mut add = |number: i64, unit: &str| {
        if number > 0 {
            parts.push(format!("{number} {unit}"));
        }
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
