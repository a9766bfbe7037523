//! Whatever is read quickly, the whole reader reads the same; what it refuses is never read.

use crate::generate::dice::Dice;
use crate::generate::{Generator, json};
use comity::Library;
use comity::ingest::quick::{Names, read_quickly};
use comity::ingest::read_json;
use comity::model::known::{Known, known_of};
use comity::model::law::Law;

pub(crate) fn names(law: &Law) -> Names<'_> {
    Names::new(law, |_, _| true).expect("the shipped vocabulary is read quickly")
}

/// What a text says, in the order of the vocabulary; nothing if it is not read quickly.
#[track_caller]
pub(crate) fn expect_same(names: &Names<'_>, law: &Law, text: &[u8]) -> Option<Vec<Known>> {
    let mut quick = read_quickly(names, text)?;
    let shown = || String::from_utf8_lossy(text).into_owned();
    let whole = read_json(law, "m", text);
    let mut whole = known_of(&whole.unwrap_or_else(|faults| panic!("{faults:?}\n{}", shown())));
    let order = |known: &Known| (known.fact, known.field);
    quick.sort_by_key(order);
    whole.sort_by_key(order);
    assert_eq!(quick, whole, "{}", shown());
    Some(quick)
}

#[test]
fn products_are_read_quickly_as_they_are_read_whole() {
    let library = Library::shipped().unwrap();
    let (law, names) = (library.law(), names(library.law()));
    let mut generator = Generator::new(law, 7);
    let mut quickly = 0;
    for _ in 0..300 {
        let mut manifest = generator.manifest();
        manifest.judgements.clear();
        let text = json::write(law, &manifest);
        let read = expect_same(&names, law, text.as_bytes()).is_some();
        quickly += usize::from(read);
    }
    assert!(quickly > 290, "only {quickly} of 300 products were read quickly");
}

/// Bytes that are put in place of others: parts of JSON, and of the format.
const PARTS: [&str; 24] = [
    "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-1", "1.5", "\\u0041", "\\", "absent",
    "\"value\":", "\"level\":\"declared\",", "\"x_a\":1,", "id", ".", " ", "\u{7f}", "é", "\u{feff}",
];

#[test]
fn broken_texts_are_never_read_quickly_where_they_are_refused_whole() {
    let library = Library::shipped().unwrap();
    let (law, names) = (library.law(), names(library.law()));
    let mut generator = Generator::new(law, 11);
    let mut dice = Dice::new(11);
    let (mut read, mut left) = (0, 0);
    for _ in 0..200 {
        let mut manifest = generator.manifest();
        manifest.judgements.clear();
        // Few facts, so that many changes are tried.
        manifest.facts.retain(|_, _| dice.chance(1));
        let text = json::write(law, &manifest);
        for _ in 0..60 {
            let changed = if dice.chance(50) { change_value(&text, &mut dice) } else { text.clone() };
            let broken = if dice.chance(60) { break_somewhere(&changed, &mut dice) } else { changed };
            match expect_same(&names, law, broken.as_bytes()) {
                Some(_) => read += 1,
                None => left += 1,
            }
        }
    }
    assert!(read > 200 && left > 2000, "{read} were read, {left} left: the changes try too little");
}

/// The text with another value for one of its facts, of any kind.
fn change_value(text: &str, dice: &mut Dice) -> String {
    const VALUES: [&str; 14] = [
        "true", "false", "0", "64", "\"absent\"", "\"2026-01-01\"", "\"P1Y\"", "[]", "[\"nl\"]",
        "\"1.10\"", "\"GB\"", "[{}]", "{\"value\":true,\"level\":\"declared\"}", "null",
    ];
    let mut root: serde_json::Map<_, _> = serde_json::from_str(text).unwrap();
    let key = root.keys().nth(dice.roll(root.len())).unwrap().clone();
    root[&key] = serde_json::from_str(dice.pick(&VALUES)).unwrap();
    serde_json::Value::Object(root).to_string()
}

fn break_somewhere(text: &str, dice: &mut Dice) -> String {
    let mut broken = text.to_owned();
    for _ in 0..=dice.roll(2) {
        let place = |dice: &mut Dice, text: &str| {
            let at = dice.roll(text.len() + 1);
            (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
        };
        let (one, two) = (place(dice, &broken), place(dice, &broken));
        let (start, end) = (one.min(two), one.max(two));
        match dice.roll(4) {
            0 => broken.insert_str(start, dice.pick(&PARTS)),
            1 => broken.replace_range(start..end.min(broken.len()), ""),
            2 => {
                let copied = broken[start..end].to_owned();
                broken.insert_str(end, &copied);
            }
            _ => {
                let next = (start + 1..=broken.len()).find(|at| broken.is_char_boundary(*at));
                broken.replace_range(start..next.unwrap_or(start), dice.pick(&PARTS));
            }
        }
    }
    broken
}
