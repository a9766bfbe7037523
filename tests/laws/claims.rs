//! What the shipped rules claim of each other, and what must not be claimed.

use super::{SHIPPED, law};
use comity::analysis::claims::{Flaw, JudgedClaim, Proof, Verdict, claims_of};
use comity::analysis::duties::{Duty, Read, reads};
use comity::analysis::ground::Ground;
use comity::analysis::problem::{Limits, Outcome, Problem};
use comity::analysis::sides::Sides;
use comity::catalogue::shipped;
use comity::jiff::civil::{Date, date};
use comity::model::rule::{Rule, RuleId};
use comity::model::text::Language;
use comity::plan::truth::Truth;
use comity::report::build::product_report;
use comity::report::claims::rule_name;
use comity::report::manifest_yaml::manifest_yaml;
use comity::{CheckRequest, Library};

const TODAY: Date = date(2026, 11, 22);
const LEVELS: [&[&str]; 4] = [&["L1.1", "L1.2", "L1.3"], &["L2"], &["L3.1", "L3.2"], &["L4"]];

fn claims(library: &Library) -> Vec<JudgedClaim> {
    let rules = library.law().iter_rules();
    rules.flat_map(|(id, _)| claims_of(library.law(), id, TODAY, &Limits::default())).collect()
}

#[test]
fn shipped_claims_are_proved() {
    let told = claims(&SHIPPED).into_iter().map(|judged| {
        let (rule, of) = (rule_name(law(), judged.rule), rule_name(law(), judged.claimed.of));
        let proof = match judged.verdict {
            Verdict::Proven(Proof::NoneAgainst) => "none against".to_owned(),
            Verdict::Proven(Proof::Stricter(_)) => "a product".to_owned(),
            Verdict::Proven(Proof::From(day)) => format!("from {day}"),
            other => panic!("{rule} {of}: {other:?}"),
        };
        format!("{rule} {} {of}: {proof}", judged.claimed.claim.word())
    });
    let nist = [
        "asset-identification",
        "product-configuration",
        "data-protection",
        "interface-access-control",
        "software-update",
        "state-awareness",
        "documentation",
        "information-and-query-reception",
        "information-dissemination",
        "education-and-awareness",
    ];
    let of_mark =
        |row: &str| format!("us.cyber_trust_mark.baseline tightens nist.ir8425.{row}: a product");
    let mut expected = ["d", "e", "f"]
        .map(|point| format!("eu.cra.annex1.1.1 replaces eu.red.art3.3.{point}: from 2027-12-11"))
        .to_vec();
    expected
        .push("etsi.en303645@3.1.3/5.0-1 adopts etsi.en303645@2.1.1/4-1: none against".to_owned());
    expected.push("uk.ni.red.3.3.d adopts eu.red.art3.3.d: none against".to_owned());
    expected.extend(nist.map(of_mark));
    expected.sort();
    let mut told: Vec<String> = told.collect();
    told.sort();
    assert_eq!(told, expected);
}

/// The shipped law with a sentence more below another one.
fn with(file: &str, below: &str, sentence: &str) -> Library {
    let file = shipped().into_iter().find(|one| one.path.ends_with(file)).unwrap();
    assert_eq!(file.text.matches(below).count(), 1, "{below}");
    let text = file.text.replace(below, &format!("{below}{sentence}"));
    Library::load(&[("changed", &text)]).unwrap_or_else(|faults| panic!("{}", faults[0].kind))
}

/// What came of the only claim of a rule, and the product that it rests on.
fn verdict(library: &Library, rule: &str) -> (Verdict, String) {
    let mut rules = library.law().iter_rules();
    let (id, _) = rules.find(|(_, one)| one.id == rule && !one.claims.is_empty()).unwrap();
    let [judged] =
        <[_; 1]>::try_from(claims_of(library.law(), id, TODAY, &Limits::default())).unwrap();
    let product = match &judged.verdict {
        Verdict::Proven(Proof::Stricter(product)) | Verdict::Refuted(_, Some(product)) => {
            manifest_yaml(&library.law().vocabulary, &product.manifest)
        }
        _ => String::new(),
    };
    (judged.verdict, product)
}

#[test]
fn finnish_label_tightens_a_recommendation_but_for_those_whom_singapore_vouches_for() {
    let norm = "  must en/5.2-3 is met.\n";
    let library = with("finland.comity", norm, "  tightens en/5.2-3.\n");
    let (found, product) = verdict(&library, "fi.tietoturvamerkki.5.2-3");
    assert!(matches!(found, Verdict::Refuted(Flaw::OnlyMet, _)), "{found:?}");
    assert!(product.contains("scheme: sg_cls"), "{product}");
}

#[test]
fn later_edition_relaxes_the_earlier_one_on_debug_ports_only_where_hands_reach() {
    let citing = "  citing \"provision 5.6-4A (MF q)\".\n";
    let library = with("etsi-en-303-645-3.1.3.comity", citing, "  relaxes v2/5.6-4.\n");
    let (found, product) = verdict(&library, "etsi.en303645.5.6-4A");
    assert!(matches!(found, Verdict::Refuted(Flaw::OnlyBreached, _)), "{found:?}");
    assert!(product.contains("physical: false"), "{product}");
}

#[test]
fn later_edition_does_not_replace_the_earlier_one_which_has_no_end() {
    let citing = "  citing \"provision 5.2-1 (M)\".\n";
    let library = with("etsi-en-303-645-3.1.3.comity", citing, "  replaces v2/5.2-1.\n");
    let (found, _) = verdict(&library, "etsi.en303645.5.2-1");
    assert!(matches!(found, Verdict::Refuted(Flaw::StillBinds, _)), "{found:?}");
}

fn level(at: usize) -> Vec<(RuleId, &'static Rule)> {
    let find = |number: &&str| law().find_rule(&format!("sg.cls.{number}")).unwrap();
    LEVELS[at].iter().map(find).collect()
}

/// Each level of Singapore's label asks for all that the one below asks for: whoever seeks it is
/// bound by the rules of both, and these ask the same of everybody whom they bind.
#[test]
fn level_of_singapore_implies_the_one_below_and_not_the_one_above() {
    let (sought, _) = law().vocabulary.find("conformity.labels_sought").unwrap();
    let place = law().jurisdictions.find("SG").unwrap();
    for at in 1..LEVELS.len() {
        let (below, above) = (level(at - 1), level(at));
        let duties: Vec<Duty> = [&below[..], &above]
            .concat()
            .iter()
            .map(|&(rule, _)| Duty { rule, market: 0 })
            .collect();
        let roots: Vec<_> = duties.iter().flat_map(|&duty| Sides::roots(law(), duty)).collect();
        let ground = Ground::any(law(), &[place], TODAY);
        let mut problem = Problem::new(ground, &roots, &Limits::default());
        for (_, upper) in &above {
            for (_, lower) in &below {
                let reaches = problem.is((upper.meaning.in_scope, 0), Truth::True);
                let spared = problem.is((lower.meaning.in_scope, 0), Truth::False);
                let outside = problem.solve(&[reaches, spared]);
                assert!(matches!(outside, Outcome::Unsat(_)), "{} {}", upper.id, lower.id);
                let asked = [lower.meaning.failing, lower.meaning.standing];
                assert!(!reads(law(), asked).contains(&Read::Fact(sought)), "{}", lower.id);
            }
        }
        // A product can keep all of the lower level and fail the higher one that it seeks.
        let sides: Vec<Sides> = duties.iter().map(|&duty| Sides::of(&mut problem, duty)).collect();
        let (lower, upper) = sides.split_at(below.len());
        let kept = lower.iter().map(|side| side.met);
        let only_below: Vec<_> = kept.chain([upper[0].breached]).collect();
        assert!(matches!(problem.solve(&only_below), Outcome::Sat(_)), "level {at}");
    }
}

/// What `check` says of rules about a camera with a shared password and a label.
fn checked(place: &str, scheme: &str, rules: &[&str]) -> Vec<String> {
    let text = format!(
        "comity: 1
product: {{kind: [camera], audience: [consumer]}}
net: {{internet_capable: true}}
market:
  previously_supplied: false
  placements:
    - {{territory: {place}, first_placed: \"2026-02-01\", last_placed: absent,
       last_made_available: absent, to_consumers: true}}
auth:
  passwords: [{{id: all, component: device, scheme: shared, applies_in: both}}]
conformity: {{labels_sought: [sg_cls_2]}}
certificates:
  - {{id: label, {scheme}, covers_this_model: true, issued: \"2025-06-01\", status: valid,
     expires: \"2028-01-01\"}}
"
    );
    let manifest = SHIPPED.read_manifest("camera.yaml", text.as_bytes());
    let manifest = manifest.unwrap_or_else(|faults| panic!("{} in:\n{text}", faults[0].kind));
    let with = vec!["sg.cls".to_owned()];
    let request = CheckRequest { with, ..CheckRequest::on(TODAY) };
    let markets = SHIPPED.check(&manifest, &request).unwrap();
    let report = product_report(law(), &manifest, &markets, Language::English);
    let told: Vec<_> = report.markets.into_iter().flat_map(|market| market.rules).collect();
    let of = |name: &&str| told.iter().find(|rule| rule.rule == *name).unwrap().verdict.clone();
    rules.iter().map(of).collect()
}

/// Recognition is directed and never a chain: the label of Germany counts in Singapore, that of
/// Singapore in the United Kingdom, and that of Germany in the United Kingdom not.
#[test]
fn label_of_germany_never_satisfies_the_law_of_the_united_kingdom() {
    let german = "scheme: bsi_label";
    let singapore = "scheme: sg_cls, level: cls_2, spec: \"CCC SP-151-2 v1.4\"";
    assert_eq!(checked("SG", german, &["sg.cls.L1.1", "sg.cls.L2"]), ["deemed met", "deemed met"]);
    assert_eq!(checked("GB-GBN", german, &["uk.psti.sch1.1"]), ["breached"]);
    assert_eq!(checked("GB-GBN", singapore, &["uk.psti.sch1.1"]), ["deemed met"]);
    // The list of the law names a specification; another one counts for nothing.
    let other = "scheme: sg_cls, level: cls_2, spec: \"CCC SP-151-2 v1.3\"";
    assert_eq!(checked("GB-GBN", other, &["uk.psti.sch1.1"]), ["breached"]);
}
