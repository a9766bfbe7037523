//! Products by chance, as JSON: some facts told, some not, in all forms in which they can be.

use super::DAYS;
use super::facts::{Fact, Kind, MEMBERS, WORDS};
use super::rulesets::OpenNorm;
use super::values::{COUNTRIES, LANGUAGES, LENGTHS, MONEY, NAMES, PLACES, URLS, VERSIONS};
use crate::dice::Dice;
use serde_json::{Map, Value as Json, json};

const ISO_LENGTHS: [&str; 6] = ["P1M", "P30D", "P1Y", "P1Y6M", "P2W", "PT48H"];
/// Ids of doors, in their order.
pub(crate) const DOORS: [&str; 2] = ["d1", "d2"];
const LEVELS: [&str; 6] =
    ["unstated", "declared", "documented", "self_tested", "lab_tested", "certified"];

/// A manifest that has no fault.
pub(crate) fn manifest(dice: &mut Dice, facts: &[Fact], norms: &[OpenNorm]) -> Json {
    let share = dice.pick(&[50, 90, 97, 100, 100]);
    let mut root = Map::new();
    root.insert("comity".to_owned(), json!(1));
    for fact in facts {
        // Keys refer to doors, so there are doors.
        if dice.chance(share) || fact.path == "doors" {
            let told = statement(dice, fact, share);
            insert(dice, &mut root, &fact.path, told);
        }
    }
    let mut judgements: Vec<Json> = Vec::new();
    for (rule, words) in norms {
        let is_told = judgements.iter().any(|one| one["rule"] == **rule);
        if dice.chance(50) && !is_told {
            judgements.push(judgement(dice, rule, words));
        }
    }
    root.insert("judgements".to_owned(), Json::Array(judgements));
    Json::Object(root)
}

fn judgement(dice: &mut Dice, rule: &str, words: &str) -> Json {
    let mut judged =
        json!({"rule": rule, "met": dice.chance(60), "by": "A. Person", "on": "2026-01-01"});
    if dice.chance(60) {
        judged["norm"] = json!(words);
    }
    judged
}

/// By its dotted path, or each part inside the one before.
fn insert(dice: &mut Dice, root: &mut Map<String, Json>, path: &str, told: Json) {
    match path.split_once('.') {
        Some((first, rest)) if dice.chance(50) => {
            let inside = root.entry(first).or_insert_with(|| json!({}));
            if let Some(inside) = inside.as_object_mut() {
                insert(dice, inside, rest, told);
            }
        }
        _ => {
            root.insert(path.to_owned(), told);
        }
    }
}

/// In the short form, or in the long one with a level of evidence.
fn statement(dice: &mut Dice, fact: &Fact, share: usize) -> Json {
    let value = stated(dice, fact, share);
    match dice.roll(4) {
        0 => json!({"value": value, "level": dice.pick(&LEVELS)}),
        _ => value,
    }
}

fn stated(dice: &mut Dice, fact: &Fact, share: usize) -> Json {
    match fact.kind {
        _ if fact.optional && fact.path != "doors" && dice.chance(15) => json!("absent"),
        Kind::List if fact.path == "doors" => {
            (0..DOORS.len()).map(|at| item(dice, fact, at, share)).collect()
        }
        Kind::List => {
            let count = dice.roll(3);
            (0..count).map(|at| item(dice, fact, at, share)).collect()
        }
        kind => value(dice, kind),
    }
}

fn item(dice: &mut Dice, list: &Fact, at: usize, share: usize) -> Json {
    let mut item = Map::new();
    for field in &list.fields {
        match field.path.as_str() {
            "id" => {
                item.insert("id".to_owned(), json!(DOORS[at]));
            }
            name if dice.chance(share) => {
                item.insert(name.to_owned(), statement(dice, field, share));
            }
            _ => {}
        }
    }
    Json::Object(item)
}

fn value(dice: &mut Dice, kind: Kind) -> Json {
    match kind {
        Kind::YesNo => json!(dice.chance(50)),
        Kind::OneOf => json!(dice.pick(&WORDS)),
        Kind::SetOf => several(dice, &MEMBERS),
        Kind::Bits => json!(dice.pick(&[8, 64, 128])),
        Kind::Count => json!(dice.roll(4)),
        Kind::Length if dice.chance(50) => json!(dice.pick(&ISO_LENGTHS)),
        Kind::Length => json!(dice.pick(&LENGTHS)),
        Kind::Day => json!(dice.pick(&DAYS)),
        Kind::Text => json!(dice.pick(&NAMES)),
        Kind::Url => json!(dice.pick(&URLS)),
        Kind::Version => json!(dice.pick(&VERSIONS)),
        Kind::Language => json!(dice.pick(&LANGUAGES)),
        Kind::Country => json!(dice.pick(&COUNTRIES)),
        Kind::Territory => json!(dice.pick(&PLACES)),
        Kind::Money => json!(dice.pick(&MONEY)),
        Kind::Texts => several(dice, &NAMES),
        Kind::Languages => several(dice, &LANGUAGES),
        Kind::Countries => several(dice, &COUNTRIES),
        Kind::Door => json!(dice.pick(&DOORS)),
        Kind::List => unreachable!("a list has items"),
    }
}

fn several(dice: &mut Dice, words: &[&str]) -> Json {
    let picked = words.iter().filter(|_| dice.chance(40));
    picked.map(|word| json!(word)).collect()
}
