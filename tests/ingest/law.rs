//! A small law: a vocabulary with a fact of every type, a few territories, a rule with an open norm.

use comity::model::condition::NodeId;
use comity::model::jurisdiction::{Jurisdiction, JurisdictionId, Jurisdictions};
use comity::model::law::{Judgement, Law};
use comity::model::period::Period;
use comity::model::rule::{Citation, Meaning, Modality, Rule, RuleId};
use comity::model::ruleset::{Confidence, ConfidenceLevel, InstrumentKind, Ruleset, RulesetId};
use comity::model::text::Text;
use comity::model::vocabulary::{Fact, Setting, Type, Vocabulary};
use comity::source::{FileId, Span};

/// The law that all tests here read manifests against.
pub(crate) fn small() -> Law {
    Law {
        vocabulary: vocabulary(),
        jurisdictions: jurisdictions(),
        rulesets: vec![ruleset("1"), ruleset("2")],
        rules: vec![rule(0, "1"), rule(0, "2"), rule(1, "1")],
        judgements: vec![
            norm(0, "security is appropriate to the risk", "la sécurité est adaptée au risque"),
            norm(2, "updates come in good time", "les mises à jour arrivent à temps"),
        ],
        ..Law::default()
    }
}

fn norm(rule: u32, en: &str, fr: &str) -> Judgement {
    let text = Text { en: en.to_owned(), fr: Some(fr.to_owned()), nl: None };
    Judgement { rule: RuleId(rule), text, span: NOWHERE }
}

const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut add = |fact: Fact| vocabulary.facts.insert(fact.path.clone(), fact);
    add(list(
        "documents",
        vec![("kind", one_of(&["test_report", "manual"])), ("issued", Type::Date)],
    ));
    let documents = Type::Reference(comity::model::vocabulary::FactId(0));
    add(fact("product.name", Type::Text));
    add(fact("product.kind", set_of(&["camera", "lock", "toy"])));
    add(fact("product.firmware_version", Type::Version));
    add(fact("product.intended_use", Type::Text));
    add(fact("net.internet_capable", Type::YesNo));
    add(fact("net.hosts", Type::SetOfText));
    add(optional(fact("net.local_operation", one_of(&["full", "partial", "none", "off"]))));
    add(fact("auth.bits", Type::WholeNumber { unit: Some("bits".to_owned()) }));
    add(optional(list(
        "auth.passwords",
        vec![
            ("id", Type::Text),
            ("scheme", one_of(&["unique_per_unit", "user_defined", "shared"])),
            ("min_length", Type::WholeNumber { unit: None }),
            ("remote", Type::YesNo),
        ],
    )));
    add(optional(fact("support.security_end", Type::Date)));
    add(optional(fact("support.min_length", Type::Duration)));
    add(fact("support.published.url", Type::Url));
    add(fact("support.published.on", Type::Date));
    add(fact("support.rationale", documents));
    add(fact("info.languages", Type::SetOfLanguages));
    add(fact("info.main_language", Type::Language));
    add(fact("org.country", Type::Country));
    add(fact("org.countries", Type::SetOfCountries));
    add(fact("org.fee", Type::Money));
    add(list(
        "market.placements",
        vec![
            ("territory", Type::Territory),
            ("first_placed", Type::Date),
            ("to_consumers", Type::YesNo),
            ("data.recorded", Type::YesNo),
        ],
    ));
    add(optional(fact("product.batch", Type::Text)));
    vocabulary
}

fn fact(path: &str, kind: Type) -> Fact {
    Fact {
        path: path.to_owned(),
        kind,
        setting: Setting::Chosen,
        optional: false,
        title: words(path),
        question: words("What about it?"),
        meaning: Text::default(),
        value_titles: [("camera".to_owned(), words("Camera"))].into_iter().collect(),
        evidence: Vec::new(),
        read_from: Vec::new(),
        weight: 1,
        fields: indexmap::IndexMap::new(),
        span: NOWHERE,
    }
}

fn optional(fact: Fact) -> Fact {
    Fact { optional: true, ..fact }
}

fn list(path: &str, fields: Vec<(&str, Type)>) -> Fact {
    let field = |(name, kind)| (String::from(name), fact(&format!("{path}.{name}"), kind));
    Fact { fields: fields.into_iter().map(field).collect(), ..fact(path, Type::List) }
}

fn one_of(values: &[&str]) -> Type {
    Type::OneOf(values.iter().map(|value| String::from(*value)).collect())
}

fn set_of(values: &[&str]) -> Type {
    Type::SetOf(values.iter().map(|value| String::from(*value)).collect())
}

fn words(en: &str) -> Text {
    Text { en: en.to_owned(), fr: None, nl: None }
}

fn jurisdictions() -> Jurisdictions {
    let territory = |code: &str, within: Option<u32>, aliases: &[&str]| Jurisdiction {
        code: code.to_owned(),
        title: words(code),
        within: within.map(JurisdictionId),
        aliases: aliases.iter().map(|alias| String::from(*alias)).collect(),
        span: NOWHERE,
    };
    Jurisdictions {
        all: vec![
            territory("EU", None, &["europe"]),
            territory("NL", Some(0), &["netherlands"]),
            territory("GB", None, &["uk", "united_kingdom"]),
            territory("CA", None, &["canada"]),
            territory("CA-QC", Some(3), &["quebec"]),
        ],
    }
}

fn ruleset(edition: &str) -> Ruleset {
    Ruleset {
        id: "demo.law".to_owned(),
        edition: edition.to_owned(),
        title: words("A law"),
        summary: None,
        instrument: None,
        sources: Vec::new(),
        kind: InstrumentKind::Law,
        issued_by: "Ministry of Examples".to_owned(),
        uses: Vec::new(),
        applies_in: Vec::new(),
        in_force: Period::default(),
        review_by: None,
        allows: Vec::new(),
        span: NOWHERE,
    }
}

fn rule(ruleset: u32, number: &str) -> Rule {
    let never = NodeId(0);
    Rule {
        id: format!("demo.law.{number}"),
        number: number.to_owned(),
        ruleset: RulesetId(ruleset),
        title: words("A rule"),
        summary: None,
        citation: Citation { pinpoint: "Article 1".to_owned(), url: None },
        addressees: Vec::new(),
        goals: Vec::new(),
        modality: Modality::Must,
        in_force: Period::default(),
        trigger: None,
        clauses: Vec::new(),
        penalty: None,
        evidence: None,
        because: None,
        remedy: None,
        note: None,
        confidence: Confidence { level: ConfidenceLevel::Read, note: None },
        allows: Vec::new(),
        claims: Vec::new(),
        overrides: Vec::new(),
        meaning: Meaning {
            in_force: never,
            triggered: never,
            in_scope: never,
            items: never,
            standing: never,
            failing: never,
            failing_directly: never,
            unmet: never,
        },
        span: NOWHERE,
    }
}
