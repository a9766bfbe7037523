//! Texts made up from choices: manifests by the types of the vocabulary, rules by the grammar.

use arbitrary::Unstructured;
use comity::model::law::Law;
use comity::model::vocabulary::{Fact, Type, Vocabulary};
use std::fmt::Write as _;

/// Facts of one manifest, items of one list, rules of one ruleset: few, so that they interact.
const MOST_FACTS: usize = 40;
const MOST_ITEMS: usize = 3;
const MOST_RULES: usize = 4;

/// Bytes as choices; when they run out, every choice is the first.
pub struct Choices<'b>(Unstructured<'b>);

impl<'b> Choices<'b> {
    /// The choices that the bytes stand for.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Choices(Unstructured::new(bytes))
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        if end < 2 { 0 } else { self.0.int_in_range(0..=end - 1).unwrap_or(0) }
    }

    /// One of some words.
    pub fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }
}

/// A manifest in JSON, of facts that the law declares. Most have no fault.
pub fn manifest(choices: &mut Choices<'_>, law: &Law) -> String {
    let mut text = "{\"comity\": 1".to_owned();
    let facts: Vec<&Fact> = law.vocabulary.facts.values().collect();
    let mut from = choices.below(facts.len());
    for _ in 0..choices.below(MOST_FACTS) {
        let Some(fact) = facts.get(from) else { break };
        let value = statement(choices, &law.vocabulary, fact);
        let _ = write!(text, ", \"{}\": {value}", fact.path);
        from += 1 + choices.below(12);
    }
    text + "}\n"
}

fn statement(choices: &mut Choices<'_>, vocabulary: &Vocabulary, fact: &Fact) -> String {
    if fact.optional && choices.one_in(4) {
        return "\"absent\"".to_owned();
    }
    let value = value(choices, vocabulary, fact);
    match choices.one_in(8) {
        true => format!("{{\"value\": {value}, \"level\": \"declared\"}}"),
        false => value,
    }
}

fn value(choices: &mut Choices<'_>, vocabulary: &Vocabulary, fact: &Fact) -> String {
    let number = |choices: &mut Choices<'_>| choices.below(300);
    match &fact.kind {
        Type::YesNo => choices.pick(&["true", "false"]).to_owned(),
        Type::OneOf(words) => quoted(word(choices, words)),
        Type::SetOf(words) => several(choices, |choices| quoted(word(choices, words))),
        Type::WholeNumber { .. } => number(choices).to_string(),
        Type::Duration => {
            format!("\"P{}{}\"", number(choices), choices.pick(&["Y", "M", "D", "W"]))
        }
        Type::Date => date(choices),
        Type::Text | Type::Reference(_) => quoted(choices.pick(&["a", "é \\\\ x", "", "1", "no"])),
        Type::Url => quoted(choices.pick(&["https://example.org/a", "mailto:a@example.org"])),
        Type::Version => quoted(choices.pick(&["1.10", "1.9", "2", "2.0-beta"])),
        Type::Language => language(choices),
        Type::Country => quoted(choices.pick(&["NL", "GB", "CA", "NO", "US"])),
        Type::Territory => quoted(choices.pick(&["GB", "GB-NIR", "NL", "CA-QC", "CA", "EU"])),
        Type::Money => format!("\"{}.{:02} EUR\"", number(choices), choices.below(100)),
        Type::SetOfText => several(choices, |choices| quoted(choices.pick(&["a", "b", "c"]))),
        Type::SetOfLanguages => several(choices, language),
        Type::SetOfCountries => several(choices, |choices| quoted(choices.pick(&["NL", "US"]))),
        Type::List => several(choices, |choices| item(choices, vocabulary, fact)),
    }
}

fn item(choices: &mut Choices<'_>, vocabulary: &Vocabulary, list: &Fact) -> String {
    let mut fields: Vec<String> = Vec::new();
    for (name, field) in &list.fields {
        if name != "id" && choices.one_in(2) {
            fields.push(format!("\"{name}\": {}", statement(choices, vocabulary, field)));
        }
    }
    format!("{{{}}}", fields.join(", "))
}

fn several(choices: &mut Choices<'_>, mut make: impl FnMut(&mut Choices<'_>) -> String) -> String {
    let made: Vec<String> = (0..choices.below(MOST_ITEMS + 1)).map(|_| make(choices)).collect();
    format!("[{}]", made.join(", "))
}

fn word<'w>(choices: &mut Choices<'_>, words: &'w [String]) -> &'w str {
    words.get(choices.below(words.len())).map_or("", String::as_str)
}

fn language(choices: &mut Choices<'_>) -> String {
    quoted(choices.pick(&["en", "fr", "nl", "fr-CA"]))
}

fn date(choices: &mut Choices<'_>) -> String {
    quoted(choices.pick(&["2024-04-29", "2026-11-22", "2027-12-11", "2028-02-29", "2033-01-01"]))
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// A ruleset over the small vocabulary, in which every name and type fits.
pub fn ruleset(choices: &mut Choices<'_>) -> String {
    ruleset_called(choices, "demo.made")
}

/// The same, with an id of its own.
pub fn ruleset_called(choices: &mut Choices<'_>, id: &str) -> String {
    let mut text = format!("ruleset {id} edition 1.\n");
    text.push_str(
        "  title en \"Made up\".\n  instrument \"None\".\n  \
         source <https://example.org/made> read 2026-11-22.\n  issued as law by \"Nobody\".\n  \
         applies in GB, EU.\n  confidence unverified.\n  addressed to maker.\n  \
         uses vocabulary small edition 1.\n  uses ruleset demo.standard edition 2.1 as st.\n  \
         parameter floor: 2 years from 2026-01-01; 24 months from 2028-01-01.\n",
    );
    let _ = writeln!(text, "  term odd means {}.", condition(choices, &[], 2));
    if choices.one_in(2) {
        let _ = writeln!(text, "  applies where {}.", condition(choices, &[], 1));
    }
    for number in 1..=1 + choices.below(MOST_RULES) {
        rule(choices, number, &mut text);
    }
    text
}

fn rule(choices: &mut Choices<'_>, number: usize, text: &mut String) {
    let _ = write!(text, "\nrule {number}:\n  title en \"Made up\".\n  citing \"{number}\".\n");
    text.push_str(choices.pick(&[
        "",
        "  in force from 2026-01-01 until 2030-01-01.\n",
        "  triggered by placing on the market from 2027-12-11.\n",
        "  triggered by making available until 2027-12-11.\n",
    ]));
    let mut names: Vec<&str> = Vec::new();
    if choices.one_in(2) {
        let filter = condition(choices, &["k"], 0);
        let _ = writeln!(text, "  for every k in keys where {filter}:");
        names.push("k");
    }
    let modality = choices.pick(&["must", "must not", "should", "may"]);
    let _ = writeln!(text, "  {modality} {}.", condition(choices, &names, 2));
    if choices.one_in(2) {
        let _ = writeln!(text, "  unless {}.", condition(choices, &names, 1));
    }
    if choices.one_in(3) {
        let _ =
            writeln!(text, "  deemed met from 2027-01-01 where {}.", condition(choices, &names, 1));
    }
    if number > 1 && choices.one_in(3) {
        let _ = writeln!(text, "  overrides {}.", number - 1);
    }
}

/// A condition that nests as deep as told; `names` are items in reach.
fn condition(choices: &mut Choices<'_>, names: &[&str], depth: usize) -> String {
    let deeper = |choices: &mut Choices<'_>| condition(choices, names, depth.saturating_sub(1));
    let kind = if depth == 0 { 0 } else { choices.below(6) };
    match kind {
        0 => simple(choices, names),
        1 => format!("{} and {}", simple(choices, names), simple(choices, names)),
        2 => format!("{} or not {}", simple(choices, names), simple(choices, names)),
        3 if depth == 2 => format!("any of: (a) {}; (b) {}", deeper(choices), deeper(choices)),
        4 if depth == 2 => format!("none of: (a) {}; (b) {}", deeper(choices), deeper(choices)),
        _ if names.contains(&"d") => simple(choices, names),
        _ => {
            let quantifier = choices.pick(&["some", "every", "no"]);
            let names: Vec<&str> = names.iter().copied().chain(["d"]).collect();
            format!("{quantifier} d in doors has {}", simple(choices, &names))
        }
    }
}

fn simple(choices: &mut Choices<'_>, names: &[&str]) -> String {
    let fact = choices.pick(&[
        "online",
        "not online",
        "kind includes lock",
        "kind includes none of {toy, camera}",
        "kind is empty",
        "login is shared",
        "login is absent",
        "bits is at least 128 bits",
        "bits plus 3 bits is less than 20 bits",
        "period is at least floor",
        "period is more than 700 days",
        "ends is on or after placement.first_placed plus 5 years",
        "ends is before today minus 1 month",
        "name is \"a\"",
        "firmware is at least \"1.10\"",
        "tongues includes all of {fr, nl}",
        "price is at most 150.00 EUR",
        "keys is empty",
        "st/1 is met",
        "st/1 is met where applicable",
        "st/2 applies",
        "st/1 is breached",
        "hosts includes \"a\"",
        "maker in {NL, GB}",
    ]);
    let of_item = |choices: &mut Choices<'_>, name: &str| match name {
        "k" => choices.pick(&[
            "k.scheme is shared",
            "k.length is absent",
            "k.made is on or before ends",
            "k.scheme in {unit, user}",
        ]),
        _ => choices.pick(&["d.open", "d.uses includes test", "d.uses is empty"]),
    };
    match names {
        [] => fact,
        ["k", "d"] if choices.one_in(2) => "k.door is d.id",
        [.., name] if choices.one_in(2) => of_item(choices, name),
        [first, ..] if choices.one_in(2) => of_item(choices, first),
        _ => fact,
    }
    .to_owned()
}
