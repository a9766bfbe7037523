//! In which markets a product is checked, and by which rules.

use super::world::{EU, FR, GB, NIR, NL, Product, World, must, words};
use comity::eval::assess::{Check, assess};
use comity::eval::market::{markets_for, rules_for};
use comity::model::jurisdiction::JurisdictionId;
use comity::model::ruleset::InstrumentKind;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement};

fn market(jurisdiction: JurisdictionId, placement: Option<u32>) -> Market {
    Market { jurisdiction, placement: placement.map(Placement) }
}

fn check(territories: &[&str], requested: &[JurisdictionId], expected: &[Market]) {
    let world = World::new();
    let items: Vec<_> = territories.iter().map(|code| [("territory", Some(words(code)))]).collect();
    let items: Vec<&[_]> = items.iter().map(|item| item.as_slice()).collect();
    let product = Product::new(&world).list("market.placements", &items);
    assert_eq!(markets_for(&world.law, &product.manifest, requested), expected);
}

#[test]
fn placements_within_the_jurisdiction_are_its_markets() {
    check(&["NL", "GB", "FR"], &[EU], &[market(NL, Some(0)), market(FR, Some(2))]);
    check(&["NL", "NL"], &[NL], &[market(NL, Some(0)), market(NL, Some(1))]);
    check(&["EU", "NL"], &[EU], &[market(EU, Some(0)), market(NL, Some(1))]);
}

#[test]
fn placement_around_the_jurisdiction_counts_where_none_lies_within() {
    check(&["EU"], &[NL], &[market(NL, Some(0))]);
    check(&["EU", "FR"], &[NL, FR], &[market(NL, Some(0)), market(FR, Some(1))]);
}

#[test]
fn jurisdiction_without_any_placement_is_a_market_of_which_nothing_is_known() {
    check(&["NL"], &[GB], &[market(GB, None)]);
    check(&[], &[NIR], &[market(NIR, None)]);
}

#[test]
fn markets_are_named_once_in_the_order_asked_for() {
    check(&["FR", "GB-NIR"], &[GB, EU, FR, GB], &[market(NIR, Some(1)), market(FR, Some(0))]);
}

#[test]
fn laws_of_the_territory_and_around_it_bind_and_others_when_named() {
    let mut world = World::new();
    let uk = world.ruleset("uk", InstrumentKind::Law, vec![GB]);
    let standard = world.ruleset("standard", InstrumentKind::Standard, vec![]);
    let norm = world.holds("flag");
    let [of_eu, of_uk, of_standard] = [comity::model::ruleset::RulesetId(0), uk, standard]
        .map(|ruleset| world.rule(super::world::Draft { ruleset, ..must(norm) }));
    assert_eq!(rules_for(&world.law, NL, &[]), [of_eu]);
    assert_eq!(rules_for(&world.law, NIR, &[]), [of_uk]);
    assert_eq!(rules_for(&world.law, NIR, &[standard]), [of_uk, of_standard]);

    let product =
        Product::new(&world).list("market.placements", &[&[("territory", Some(words("NL")))]]);
    let markets = markets_for(&world.law, &product.manifest, &[EU, GB]);
    let check = Check { on: super::world::day("2026-06-01"), threshold: Threshold(None) };
    let assessed = assess(&world.law, &product.manifest, &markets, &[], check);
    let rules: Vec<Vec<_>> =
        assessed.iter().map(|market| market.rules.iter().map(|rule| rule.rule).collect()).collect();
    assert_eq!(rules, [[of_eu], [of_uk]]);
    assert_eq!((assessed[0].market, assessed[1].market), (market(NL, Some(0)), market(GB, None)));
}
