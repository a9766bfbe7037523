//! The vocabulary: a fact of every type, two of those that are compared with one another.

use crate::dice::Dice;
use std::fmt::Write as _;

pub(crate) const JURISDICTIONS: &str = "\
jurisdictions edition 1.
  title en \"Jurisdictions\".
  source <https://example.org/places> read 2026-11-22.

jurisdiction EU:
  title en \"European Union\" fr \"Union européenne\" nl \"Europese Unie\".

jurisdiction NL:
  title en \"Netherlands\".
  within EU.
  also known as nl, netherlands.

jurisdiction BE:
  title en \"Belgium\".
  within EU.

jurisdiction GB:
  title en \"United Kingdom\".
  also known as uk.

jurisdiction GB-NIR:
  title en \"Northern Ireland\".
  within GB.
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    YesNo,
    OneOf,
    SetOf,
    Bits,
    Count,
    Length,
    Day,
    Text,
    Url,
    Version,
    Language,
    Country,
    Territory,
    Money,
    Texts,
    Languages,
    Countries,
    /// To `doors`.
    Door,
    List,
}

#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) path: String,
    pub(crate) kind: Kind,
    pub(crate) optional: bool,
    pub(crate) fields: Vec<Fact>,
}

pub(crate) const WORDS: [&str; 3] = ["red", "green", "blue"];
pub(crate) const MEMBERS: [&str; 4] = ["home", "work", "play", "from"];

impl Kind {
    fn type_text(self) -> String {
        let braces = |words: &[&str]| format!("{{{}}}", words.join(", "));
        match self {
            Kind::OneOf => format!("one of {}", braces(&WORDS)),
            Kind::SetOf => format!("set of {}", braces(&MEMBERS)),
            Kind::YesNo => "yes or no".to_owned(),
            Kind::Bits => "whole number in bits".to_owned(),
            Kind::Count => "whole number".to_owned(),
            Kind::Length => "duration".to_owned(),
            Kind::Day => "date".to_owned(),
            Kind::Text => "text".to_owned(),
            Kind::Url => "url".to_owned(),
            Kind::Version => "version".to_owned(),
            Kind::Language => "language".to_owned(),
            Kind::Country => "country".to_owned(),
            Kind::Territory => "territory".to_owned(),
            Kind::Money => "money".to_owned(),
            Kind::Texts => "set of text".to_owned(),
            Kind::Languages => "set of languages".to_owned(),
            Kind::Countries => "set of countries".to_owned(),
            Kind::Door => "reference to doors".to_owned(),
            Kind::List => "list".to_owned(),
        }
    }

    /// Sets include, and can be empty.
    pub(crate) fn is_set(self) -> bool {
        matches!(self, Kind::SetOf | Kind::Texts | Kind::Languages | Kind::Countries)
    }

    /// Quantities and dates come one after the other.
    pub(crate) fn is_ordered(self) -> bool {
        matches!(
            self,
            Kind::Bits | Kind::Count | Kind::Length | Kind::Day | Kind::Version | Kind::Money
        )
    }
}

/// All facts; which of them can be absent is up to chance.
pub(crate) fn facts(dice: &mut Dice) -> Vec<Fact> {
    let plain = [
        ("net.on", Kind::YesNo),
        ("net.radio", Kind::YesNo),
        ("net.login.color", Kind::OneOf),
        ("light", Kind::OneOf),
        ("uses", Kind::SetOf),
        ("net.bits", Kind::Bits),
        ("other_bits", Kind::Bits),
        ("size", Kind::Count),
        ("other_size", Kind::Count),
        ("period", Kind::Length),
        ("life", Kind::Length),
        ("starts", Kind::Day),
        ("ends", Kind::Day),
        ("name", Kind::Text),
        ("label", Kind::Text),
        ("page", Kind::Url),
        ("firmware", Kind::Version),
        ("newest", Kind::Version),
        ("tongue", Kind::Language),
        ("maker", Kind::Country),
        ("seat", Kind::Territory),
        ("price", Kind::Money),
        ("fee", Kind::Money),
        ("hosts", Kind::Texts),
        ("tongues", Kind::Languages),
        ("routes", Kind::Countries),
    ];
    let mut facts: Vec<Fact> = plain.map(|(path, kind)| fact(dice, path, kind, &[])).to_vec();
    let keys = [
        ("spare", Kind::YesNo),
        ("scheme", Kind::OneOf),
        ("length", Kind::Bits),
        ("made", Kind::Day),
        ("lasts", Kind::Length),
        ("door", Kind::Door),
        ("uses", Kind::SetOf),
    ];
    facts.push(fact(dice, "keys", Kind::List, &keys));
    let doors =
        [("id", Kind::Text), ("open", Kind::YesNo), ("cost", Kind::Money), ("size", Kind::Count)];
    facts.push(fact(dice, "doors", Kind::List, &doors));
    let mut placements = fact(
        dice,
        "market.placements",
        Kind::List,
        &[
            ("territory", Kind::Territory),
            ("first_placed", Kind::Day),
            ("last_placed", Kind::Day),
            ("last_made_available", Kind::Day),
            ("to_consumers", Kind::YesNo),
            ("sold", Kind::Count),
        ],
    );
    for field in &mut placements.fields {
        field.optional |= field.path.starts_with("last");
    }
    facts.push(placements);
    facts
}

fn fact(dice: &mut Dice, path: &str, kind: Kind, fields: &[(&str, Kind)]) -> Fact {
    let field = |&(name, kind): &(&str, Kind)| {
        // An item has an id and a territory.
        let is_told = matches!(name, "id" | "territory");
        let optional = !is_told && dice.chance(40);
        Fact { path: name.to_owned(), kind, optional, fields: Vec::new() }
    };
    let fields = fields.iter().map(field).collect();
    Fact { path: path.to_owned(), kind, optional: dice.chance(60), fields }
}

/// The text that declares them.
pub(crate) fn vocabulary(dice: &mut Dice, facts: &[Fact]) -> String {
    let mut text = "vocabulary small edition 1.
  title en \"A fact of every type\" fr \"Des faits\" nl \"Feiten\".
  source <https://example.org/facts> read 2026-11-22.

role maker title en \"maker\".
role seller title \"seller\".

goal security title en \"security\".
goal trust title en \"trust\".
"
    .to_owned();
    for fact in facts {
        let setting = dice.pick(&["fixed", "chosen"]);
        declare(dice, &mut text, "fact", "", fact, setting);
        for field in &fact.fields {
            let prefix = format!("{}.", fact.path);
            declare(dice, &mut text, "field", &prefix, field, "");
        }
    }
    text
}

fn declare(
    dice: &mut Dice,
    text: &mut String,
    word: &str,
    prefix: &str,
    fact: &Fact,
    setting: &str,
) {
    let path = format!("{prefix}{}", fact.path);
    let kind = fact.kind.type_text();
    let _ = write!(text, "\n{word} {path}:\n  type {kind}.\n  title en \"{path}\".\n");
    let _ = writeln!(text, "  question en \"What of {path}?\".");
    if !setting.is_empty() {
        let _ = writeln!(text, "  {setting}.");
    }
    if fact.optional {
        text.push_str("  optional.\n");
    }
    if fact.kind == Kind::OneOf {
        text.push_str("  value red title en \"red as fire\".\n");
    }
    if dice.chance(20) {
        text.push_str(
            "  meaning en \"No more than that.\".\n  evidence from laboratory, document.\n",
        );
    }
    if dice.chance(20) {
        text.push_str("  read from mud, ixit \"table 1\".\n");
        if setting == "chosen" {
            text.push_str("  weight 3.\n");
        }
    }
}
