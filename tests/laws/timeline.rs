//! What law binds a consumer camera, day by day: a page for each jurisdiction, to be read.
//!
//! The camera is placed on the market on each day, and checked on that day. A rule is on the page
//! if it is in force and triggered, and not known to be beside the point: of the camera only that
//! is told which a buyer would see. A page names every day on which a rule starts or ends, and the
//! days that were asked for. `COMITY_REWRITE=1 cargo test --test laws timeline` writes the pages.

use super::{SHIPPED, judge, law};
use comity::eval::market::{markets_for, rules_for};
use comity::eval::verdict::Verdict;
use comity::jiff::ToSpan;
use comity::jiff::civil::Date;
use comity::model::manifest::{Manifest, Stated};
use comity::model::value::Value;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{PlacementFields, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Days that stand on every page: before and at the start of PSTI, of the cybersecurity of radio
/// equipment, of the labels that PSTI accepts, of reports under the Cyber Resilience Act, and of
/// the rest of that act.
const DAYS: [Date; 6] = [
    Date::constant(2024, 4, 28),
    Date::constant(2024, 4, 29),
    Date::constant(2025, 8, 1),
    Date::constant(2025, 12, 4),
    Date::constant(2026, 9, 11),
    Date::constant(2027, 12, 11),
];

const PLACES: [&str; 10] =
    ["AU", "BR", "CA", "CA-AB", "CA-QC", "GB-GBN", "GB-NIR", "NL", "US-CA", "US-OR"];

/// The camera, with a placement whose days are set later.
fn camera(place: &str) -> Manifest {
    let text = format!(
        "comity: 1
product:
  kind: [camera]
  audience: [consumer]
  radio: true
  moves_money: false
  childcare_only: false
  worn: false
  core_function: home_security
  appliance: absent
  ai: none
  ai_talks: false
net: {{internet_capable: true}}
market:
  previously_supplied: false
  placements:
    - {{territory: {place}, first_placed: \"2024-01-01\", last_placed: \"2024-01-01\",
       last_made_available: \"2024-01-01\", to_consumers: true}}
data.items: [{{id: pictures, personal: true}}]
"
    );
    let read = SHIPPED.read_manifest("camera.yaml", text.as_bytes());
    read.unwrap_or_else(|faults| panic!("{} in:\n{text}", faults[0].kind))
}

/// The same camera, all units of which are placed and supplied on that day.
fn placed_on(camera: &Manifest, day: Date) -> Manifest {
    let mut camera = camera.clone();
    let fields = PlacementFields::of(&law().vocabulary).expect("there are placements");
    let list = camera.facts.get_mut(&fields.list).expect("one is stated");
    let Stated::Items(items) = &mut list.value else { panic!("placements are a list") };
    for field in [fields.first_placed, fields.last_placed, fields.last_made_available] {
        let index = field.expect("the vocabulary has it").index;
        let statement = items[0].fields.get_mut(&index).expect("it is stated");
        statement.value = Stated::Value(Value::Date(day));
    }
    camera
}

/// The rules that bind, by ruleset, on each day from the first to the last.
fn timeline(place: &str) -> BTreeMap<Date, BTreeSet<(String, String)>> {
    let code = law().jurisdictions.find(place).expect("it is declared");
    let plan = Plan::new(law(), &rules_for(law(), code, &[]));
    let camera = camera(place);
    let days: Vec<Date> =
        DAYS[0].series(1.day()).take_while(|day| *day <= DAYS[DAYS.len() - 1]).collect();
    let placed: Vec<Manifest> = days.iter().map(|day| placed_on(&camera, *day)).collect();
    let row = |(manifest, on): (_, &Date)| Row {
        manifest,
        market: markets_for(law(), manifest, &[code])[0],
        on: *on,
    };
    let rows: Vec<Row<'_>> = placed.iter().zip(&days).map(row).collect();
    let matrix = judge(&plan, &rows, Threshold(None));
    let binding = |index| {
        let silent = [Verdict::NotInForce, Verdict::NotApplicable];
        let rules = matrix.row(index).filter(|(_, _, verdict)| !silent.contains(verdict));
        rules.filter_map(|(rule, _, _)| law().rule(rule)).map(name).collect()
    };
    days.iter().enumerate().map(|(index, day)| (*day, binding(index))).collect()
}

fn name(rule: &comity::model::rule::Rule) -> (String, String) {
    let ruleset = law().ruleset(rule.ruleset).expect("every rule has one");
    (ruleset.id.clone(), rule.number.clone())
}

/// What changes on each day, and how many rules bind then.
fn page(place: &str) -> String {
    let mut out = format!(
        "A consumer camera, placed on the market and checked on each day in {place}.\n\
         Rules of law that bind it, or may for all that is told of it: + from that day, - no more.\n"
    );
    let mut before = BTreeSet::new();
    for (day, binding) in timeline(place) {
        if binding != before || DAYS.contains(&day) {
            let plural = if binding.len() == 1 { "" } else { "s" };
            let _ = writeln!(out, "\n{day}: {} rule{plural}", binding.len());
            tell(&mut out, '+', binding.difference(&before));
            tell(&mut out, '-', before.difference(&binding));
        }
        before = binding;
    }
    out
}

fn tell<'r>(out: &mut String, sign: char, rules: impl Iterator<Item = &'r (String, String)>) {
    let mut by_ruleset: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ruleset, number) in rules {
        by_ruleset.entry(ruleset).or_default().push(number);
    }
    for (ruleset, numbers) in by_ruleset {
        let _ = writeln!(out, "  {sign} {ruleset}: {}", numbers.join(", "));
    }
}

fn path(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/laws/timeline").join(format!("{place}.txt"))
}

#[test]
fn law_that_binds_a_camera_is_as_on_the_pages() {
    for place in PLACES {
        let (path, found) = (path(place), page(place));
        if std::env::var_os("COMITY_REWRITE").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{} is not what comes out:\n{found}", path.display());
    }
}

#[test]
fn every_page_is_of_a_jurisdiction_under_test() {
    let folder = std::fs::read_dir(path("GB-GBN").parent().unwrap()).unwrap();
    let pages: BTreeSet<String> =
        folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(pages, PLACES.map(|place| format!("{place}.txt")).into());
}

/// Every place for which a law is declared is on a page, or has a page within or around it.
#[test]
fn every_law_is_on_a_page_of_its_place() {
    let places = PLACES.map(|place| law().jurisdictions.find(place).expect("it is declared"));
    let without = law().rulesets.iter().filter(|ruleset| {
        let is_law = ruleset.kind == comity::model::ruleset::InstrumentKind::Law;
        is_law
            && !ruleset.applies_in.iter().any(|&outer| {
                places.iter().any(|&place| law().jurisdictions.is_within(place, outer))
            })
    });
    assert_eq!(without.map(|ruleset| &ruleset.id).collect::<Vec<_>>(), Vec::<&String>::new());
}
