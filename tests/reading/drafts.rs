//! Drafts by chance: rules that differ in one word, value, day or quantifier read differently.

use super::dice::Dice;
use super::meaning::meaning;
use super::{LANGUAGES, body, library};
use comity::Library;
use comity::model::law::Law;
use comity::model::vocabulary::{Fact, Type};
use std::collections::BTreeMap;

const HEADER: &str = "\
ruleset demo.drafts edition 1.
  title en \"Drafts\".
  source <https://example.org> read 2026-11-22.
  issued as guidance by \"Nobody\".
  addressed to manufacturer.
  confidence unverified.
  uses vocabulary iot edition 1.
  uses ruleset etsi.en303645 edition 2.1.1 as en.
  term phone means product.kind includes smartphone or product.kind includes tablet.
  term long means support.min_length is at least shortest.
  parameter shortest: 2 years from 2026-01-01; 3 years from 2028-01-01.
  parameter longest: 9 years.
";

/// Choices that make a rule. One of them changed makes a rule that differs in one place.
struct Choices<'c> {
    made: &'c [usize],
    next: usize,
}

impl Choices<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        let choice = self.made.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        choice % sides
    }

    fn pick(&mut self, of: &[&'static str]) -> &'static str {
        of[self.roll(of.len())]
    }

    fn rule(&mut self) -> String {
        let mut out = String::new();
        let mut line = |text: String| out += &format!("  {text}\n");
        if self.roll(4) == 0 {
            line(
                self.pick(&[
                    "in force from 2026-01-01.",
                    "in force from 2026-01-01 until 2026-12-31.",
                    "in force from 2026-01-02.",
                ])
                .into(),
            );
        }
        if self.roll(4) == 0 {
            let event = self.pick(&["placing on the market", "making available"]);
            let day = self.pick(&["from 2027-12-11", "until 2027-12-11", "from 2027-12-12"]);
            line(format!("triggered by {event} {day}."));
        }
        if self.roll(3) == 0 {
            line(format!(
                "{} {}.",
                self.pick(&["applies where", "except where"]),
                self.condition(false, 1)
            ));
        }
        let item = self.roll(3) == 0;
        if item {
            let list = "for every p in auth.passwords";
            match self.roll(2) {
                0 => line(format!("{list}:")),
                _ => line(format!("{list} where {}:", self.condition(true, 1))),
            }
        }
        let norm = self.pick(&["must", "must not", "should", "should not", "may"]);
        line(format!("{norm} {}.", self.condition(item, 2)));
        let dates = self.pick(&["", "from 2026-06-01 ", "until 2026-06-01 "]);
        match self.roll(5) {
            0 => line(
                format!("unless {dates}where {}.", self.condition(item, 1))
                    .replace("unless where", "unless"),
            ),
            1 => line(format!("deemed met {dates}where {}.", self.condition(item, 1))),
            2 if norm != "may" => {
                let plain = norm.trim_end_matches(" not");
                let (when, then) = (self.leaf(item), self.condition(item, 1));
                line(format!("unless {when}:\n    instead {plain} {then}."));
            }
            _ => {}
        }
        out
    }

    fn condition(&mut self, item: bool, depth: usize) -> String {
        self.nested(item, depth, ["(a)", "(b)", "(c)"])
    }

    fn nested(&mut self, item: bool, depth: usize, labels: [&str; 3]) -> String {
        let part = |own: &mut Self| match depth {
            0 | 1 => own.leaf(item),
            _ => own.nested(item, depth - 1, ["(i)", "(ii)", "(iii)"]),
        };
        match self.roll(8) {
            0..=2 => self.leaf(item),
            3 => format!("not {}", self.leaf(item)),
            4 => {
                let word = self.pick(&["and", "or"]);
                format!("{} {word} {}", self.simple(item), self.simple(item))
            }
            _ => {
                let kind = self.pick(&["all of", "any of", "none of"]);
                let count = 2 + self.roll(2);
                let parts: Vec<String> = labels
                    .iter()
                    .take(count)
                    .map(|label| format!("{label} {}", part(self)))
                    .collect();
                format!("{kind}: {}", parts.join("; "))
            }
        }
    }

    /// A condition without a quantifier.
    fn simple(&mut self, item: bool) -> String {
        let how = self.pick(&["at least", "at most", "more than", "less than"]);
        let day = self.pick(&["before", "after", "on or before", "on or after"]);
        let is = self.pick(&["is", "is not"]);
        let set = self.pick(&["includes", "excludes"]);
        match self.roll(if item { 15 } else { 13 }) {
            0 => self
                .pick(&["product.radio", "product.worn", "placement.to_consumers", "phone", "long"])
                .into(),
            1 => format!("product.audience {set} {}", self.pick(&["consumer", "child"])),
            2 => {
                let mode = self.pick(&["all of", "any of", "none of"]);
                format!(
                    "product.audience includes {mode} {{{}}}",
                    self.pick(&["consumer, child", "child, patient"])
                )
            }
            3 => {
                let other = self.pick(&[
                    "5 years",
                    "5 months",
                    "6 years",
                    "market.expected_lifetime",
                    "shortest",
                    "longest",
                ]);
                format!("support.min_length is {how} {other}")
            }
            4 => {
                let other = self.pick(&[
                    "2030-01-01",
                    "2030-01-02",
                    "today",
                    "placement.first_placed",
                    "today plus 1 year",
                    "placement.first_placed plus 5 years",
                    "today minus 1 year",
                ]);
                format!("support.security_end is {day} {other}")
            }
            5 => format!("product.identifier {is} {}", self.pick(&["none", "per_unit"])),
            6 => format!("product.identifier {} {{none, per_unit}}", self.pick(&["in", "not in"])),
            7 => format!("support.security_end is {}", self.pick(&["absent", "present"])),
            8 => format!(
                "{} is {}",
                self.pick(&["auth.passwords", "product.audience"]),
                self.pick(&["empty", "not empty"])
            ),
            9 => format!("net.nonip_peers is {how} {}", self.pick(&["1", "2"])),
            10 => format!(
                "en/{} {}",
                self.pick(&["5.1-1", "5.1-2"]),
                self.pick(&["is met", "is met where applicable", "is breached", "applies"])
            ),
            11 => format!("judged \"{}\"", self.pick(&["it is fair", "it is safe"])),
            12 => format!("product.name {is} {}", self.pick(&["\"a\"", "\"b\"", "product.model"])),
            13 => format!("p.min_length is {how} {}", self.pick(&["8 characters", "9 characters"])),
            _ => format!("p.scheme {is} {}", self.pick(&["shared", "user_defined"])),
        }
    }

    fn leaf(&mut self, item: bool) -> String {
        if self.roll(3) > 0 {
            return self.simple(item);
        }
        let quantifier = self.pick(&["some", "every", "no"]);
        let filter = self.pick(&["", " where c.covers_this_model", " where c.expires is absent"]);
        let has = self.pick(&[
            "c.status is valid",
            "c.status is not valid",
            "c.covers_this_model",
            "c.expires is after today",
            "not c.covers_this_model",
            "c.status in {valid, expired}",
        ]);
        let list = self.pick(&["certificates", "certificates"]);
        format!("{quantifier} c in {list}{filter} has {has}")
    }
}

fn draft(rules: &[String]) -> String {
    let rule = |(number, text): (usize, &String)| {
        format!("\nrule {number}:\n  title en \"Draft\".\n  citing \"clause 1\".\n{text}")
    };
    HEADER.to_owned() + &rules.iter().enumerate().map(rule).collect::<String>()
}

fn loaded(rules: &[String]) -> Library {
    library(&[("drafts.comity", &draft(rules))])
}

/// Readings that are the same, of rules that mean different things.
fn confused(law: &Law) -> usize {
    let (ruleset, _) = law.iter_rulesets().find(|(_, set)| set.id == "demo.drafts").unwrap();
    let mut different = 0;
    for language in LANGUAGES {
        let mut read: BTreeMap<String, String> = BTreeMap::new();
        for (id, rule) in law.rules_of(ruleset) {
            let (body, means) = (body(law, id, language), meaning(law, id));
            if let Some(other) = read.insert(body.clone(), means.clone()) {
                assert_eq!(other, means, "{} reads as another does:\n{body}", rule.id);
            }
        }
        different = read.len();
    }
    different
}

#[test]
fn rules_that_differ_in_one_place_read_differently() {
    let mut dice = Dice::new(747);
    let mut rules = Vec::new();
    for _ in 0..300 {
        let made: Vec<usize> = (0..60).map(|_| dice.roll(5040)).collect();
        let rule = Choices { made: &made, next: 0 }.rule();
        let mut other = made.clone();
        let place = dice.roll(40);
        other[place] += 1 + dice.roll(3);
        let mutant = Choices { made: &other, next: 0 }.rule();
        if mutant != rule {
            rules.extend([rule, mutant]);
        }
    }
    assert!(rules.len() > 200, "{} rules", rules.len());
    let different = confused(loaded(&rules).law());
    assert!(different * 10 > rules.len() * 8, "{different} readings of {} rules", rules.len());
}

/// A condition that tells something of a fact, whatever its type.
fn told(path: &str, fact: &Fact) -> String {
    match &fact.kind {
        Type::YesNo => path.to_owned(),
        Type::OneOf(values) => format!("{path} is {}", values[0]),
        Type::WholeNumber { .. } => format!("{path} is at least 2"),
        Type::Duration => format!("{path} is at least 2 years"),
        Type::Date => format!("{path} is after 2026-01-01"),
        Type::Text | Type::Reference(_) => format!("{path} is \"a\""),
        Type::Url => format!("{path} is \"https://example.org\""),
        Type::Version => format!("{path} is at least \"1.10\""),
        Type::Language => format!("{path} is fr"),
        Type::Country | Type::Territory => format!("{path} is NL"),
        Type::Money => format!("{path} is at least 1.00 EUR"),
        Type::SetOf(_)
        | Type::SetOfText
        | Type::SetOfLanguages
        | Type::SetOfCountries
        | Type::List => {
            format!("{path} is empty")
        }
    }
}

#[test]
fn every_fact_of_the_vocabulary_has_a_name_of_its_own() {
    let shipped = library(&[]);
    let mut rules = Vec::new();
    for fact in shipped.law().vocabulary.facts.values() {
        rules.push(format!("  must {}.\n", told(&fact.path, fact)));
        for (name, field) in &fact.fields {
            let told = told(&format!("x.{name}"), field);
            rules.push(format!("  for every x in {}:\n  must {told}.\n", fact.path));
        }
    }
    assert!(rules.len() > 600, "{}", rules.len());
    assert_eq!(confused(loaded(&rules).law()), rules.len());
}

/// Every value of every one-of and set.
#[test]
fn every_value_has_a_name_of_its_own() {
    let shipped = library(&[]);
    let mut rules = Vec::new();
    for fact in shipped.law().vocabulary.facts.values() {
        let (verb, values) = match &fact.kind {
            Type::OneOf(values) => ("in", values),
            Type::SetOf(values) => ("includes any of", values),
            _ => continue,
        };
        rules.extend(
            values.iter().map(|value| format!("  must {} {verb} {{{value}}}.\n", fact.path)),
        );
    }
    assert!(rules.len() > 400, "{}", rules.len());
    assert_eq!(confused(loaded(&rules).law()), rules.len());
}
