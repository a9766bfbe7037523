//! A product as plain JSON, from which each peer makes the form that it likes best.
//!
//! Only what the rules read is in it. A key that is not there is unknown; `null` is known to be
//! absent, and so is an empty list. Days are whole numbers (`20271211`), lengths of time are
//! `{"months": 60, "hours": 0}`. The placement in the market under check is found already.

use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::{Item, Stated, Statement};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::model::vocabulary::{Fact, FactId, FieldId, Type};
use comity::plan::order::{Input, Plan};
use comity::plan::row::{PlacementFields, Row};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// What the rules read of each product.
pub struct Reader<'l> {
    law: &'l Law,
    facts: BTreeMap<FactId, BTreeSet<u32>>,
    placement: BTreeSet<u32>,
    judged: Vec<(String, String, String)>,
}

impl<'l> Reader<'l> {
    pub fn new(law: &'l Law, plan: &Plan) -> Reader<'l> {
        let mut reader = Reader {
            law,
            facts: BTreeMap::new(),
            placement: BTreeSet::new(),
            judged: judgements(law, plan.rules()),
        };
        for input in plan.inputs() {
            reader.take(input);
        }
        reader
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Fact(fact) => {
                self.facts.entry(fact).or_default();
            }
            Input::Field(FieldId { list, index }) => {
                self.facts.entry(list).or_default().insert(index);
            }
            Input::Placement(field) => {
                self.placement.insert(field.index);
            }
            Input::Triggered(_) => {
                if let Some(fields) = PlacementFields::of(&self.law.vocabulary) {
                    let days =
                        [fields.first_placed, fields.last_placed, fields.last_made_available];
                    self.placement.extend(days.into_iter().flatten().map(|field| field.index));
                }
            }
            _ => {}
        }
    }

    /// What is stated of the product of a row.
    pub fn read(&self, row: Row<'_>) -> Json {
        let mut root = json!({ "today": number_of(row.on), "judged": self.judged(row) });
        for (id, fields) in &self.facts {
            let Some(fact) = self.law.vocabulary.fact(*id) else { continue };
            let stated = row.manifest.facts.get(id).map(|stated| write(fact, fields, stated));
            place(&mut root, &fact.path, stated);
        }
        let path = PlacementFields::PATH;
        let placement = self.law.vocabulary.find(path).and_then(|(id, list)| {
            let Stated::Items(items) = &row.manifest.facts.get(&id)?.value else { return None };
            let item = items.get(row.market.placement?.0 as usize)?;
            Some(write_item(list, &self.placement, item))
        });
        root["placement"] = placement.unwrap_or_else(|| json!({}));
        root
    }

    fn judged(&self, row: Row<'_>) -> Json {
        let of = |(key, rule, text): &(String, String, String)| {
            let mut stated = row.manifest.judgements.iter();
            let found = stated.find(|one| one.rule == *rule && one.text.as_ref() == Some(text))?;
            Some((key.clone(), json!(found.met)))
        };
        Json::Object(self.judged.iter().filter_map(of).collect())
    }
}

/// Of each open norm its key (`annex1_1_2_c_3`: the third of that rule), its rule and its words.
fn judgements(law: &Law, rules: &[RuleId]) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (id, rule) in rules.iter().filter_map(|id| Some((id, law.rule(*id)?))) {
        let name = rule.number.replace(['.', '-'], "_");
        let own = law.judgements.iter().filter(|judgement| judgement.rule == *id);
        for (nth, judgement) in (1..).zip(own) {
            found.push((format!("{name}_{nth}"), rule.id.clone(), judgement.text.en.clone()));
        }
    }
    found
}

/// Puts a value at a dotted path; the groups on the way are there in any case.
fn place(root: &mut Json, path: &str, value: Option<Json>) {
    let (groups, name) = path.rsplit_once('.').unwrap_or(("", path));
    let mut at = root;
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        if at.get(group).is_none() {
            at[group] = json!({});
        }
        at = &mut at[group];
    }
    if let Some(value) = value {
        at[name] = value;
    }
}

fn write(fact: &Fact, fields: &BTreeSet<u32>, statement: &Statement) -> Json {
    match &statement.value {
        Stated::Absent if is_many(&fact.kind) => json!([]),
        Stated::Absent => Json::Null,
        Stated::Value(value) => write_value(&fact.kind, value),
        Stated::Items(items) => items.iter().map(|item| write_item(fact, fields, item)).collect(),
    }
}

fn is_many(kind: &Type) -> bool {
    use Type::{List, SetOf, SetOfCountries, SetOfLanguages, SetOfText};
    matches!(kind, List | SetOf(_) | SetOfText | SetOfLanguages | SetOfCountries)
}

fn write_item(list: &Fact, fields: &BTreeSet<u32>, item: &Item) -> Json {
    let read = item.fields.iter().filter(|(index, _)| fields.contains(index));
    let field = |(index, stated): (&u32, &Statement)| {
        let (name, field) = list.fields.get_index(*index as usize)?;
        Some((name.clone(), write(field, &BTreeSet::new(), stated)))
    };
    Json::Object(read.filter_map(field).collect::<Map<_, _>>())
}

fn write_value(kind: &Type, value: &Value) -> Json {
    match (kind, value) {
        (Type::OneOf(words), Value::Word(word)) => json!(words[usize::from(*word)]),
        (Type::SetOf(words), Value::Set(set)) => {
            let members = words.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            members.map(|(_, word)| json!(word)).collect()
        }
        (_, Value::YesNo(answer)) => json!(answer),
        (_, Value::Number(number)) => json!(number),
        (_, Value::Duration(length)) => {
            json!({ "months": length.months, "hours": length.seconds / 3600 })
        }
        (_, Value::Date(day)) => json!(number_of(*day)),
        (_, Value::Text(text)) => json!(text),
        (_, Value::Version(version)) => json!(version.0),
        (_, Value::Texts(texts)) => json!(texts),
        (_, Value::Money(money)) => json!(money.minor),
        (_, Value::Word(_) | Value::Set(_)) => unreachable!("the value is of its type"),
    }
}

/// A day as a number whose order is that of the calendar.
pub fn number_of(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}
