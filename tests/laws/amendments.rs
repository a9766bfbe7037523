//! What an amendment changes, told of small texts and of the two editions of EN 303 645; every
//! product that is shown is checked again, apart from the analysis.

use super::{SHIPPED, law};
use comity::Library;
use comity::analysis::duties::Duty;
use comity::analysis::editions::{Amendment, Pair, Question};
use comity::analysis::effects::{Sameness, Way};
use comity::analysis::ground::Ground;
use comity::analysis::new_conflicts::new_conflicts;
use comity::analysis::problem::Limits;
use comity::analysis::relations::{Relation, relate};
use comity::analysis::witness::Witness;
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::jiff::civil::date;
use comity::model::law::Law;
use comity::model::manifest::{Item, Stated};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::model::vocabulary::Type;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;

/// A ruleset of that edition with those rules.
fn text(edition: &str, rules: &str) -> String {
    format!(
        "ruleset demo.rules edition {edition}.
  title en \"Demonstration\".
  source <https://example.org/rules> read 2026-11-22.
  issued as law by \"Office of Examples\".
  applies in NL.
  confidence unverified \"invented\".
  uses vocabulary iot edition 1.
{rules}"
    )
}

fn rule(number: &str, title: &str, body: &str) -> String {
    format!(
        "\nrule {number}:\n  title en \"{title}\".\n  citing \"Article {number}\".\n  \
         addressed to manufacturer.\n{body}"
    )
}

fn load(old: &str, new: &str) -> Library {
    let loaded = Library::load_editions(&[], ("old.comity", old), ("new.comity", new));
    loaded.unwrap_or_else(|faults| panic!("{}", faults[0].kind))
}

fn question(library: &Library) -> Question<'_> {
    let find = |name| library.ruleset_in(name).unwrap();
    let (old, new) = (find("old.comity"), find("new.comity"));
    library.amendment(old, new, &[], date(2026, 11, 22)).unwrap()
}

fn pair<'a>(law: &Law, amendment: &'a Amendment, number: &str) -> &'a Pair {
    let is_it = |pair: &&Pair| law.rule(pair.new).unwrap().number == number;
    amendment.pairs.iter().find(is_it).unwrap()
}

fn ways(pair: &Pair) -> Vec<Way> {
    pair.effects.iter().map(|effect| effect.way).collect()
}

/// What the slow evaluator says of every product that is shown, where no dates play a part.
fn replay(law: &Law, amendment: &Amendment) -> usize {
    let mut replayed = 0;
    for pair in &amendment.pairs {
        for effect in &pair.effects {
            let market = effect.product.markets[0];
            let row = Row { manifest: &effect.product.manifest, market, on: effect.product.on };
            let walker = Walker::new(law, row, Threshold(None));
            let verdict = |id: RuleId| walker.verdict(law.rule(id).unwrap());
            assert_eq!((verdict(pair.old), verdict(pair.new)), (effect.before, effect.after));
            let breached = |verdict| matches!(verdict, Verdict::Breached | Verdict::NotFollowed);
            match effect.way {
                Way::NewlyBreached => assert!(!breached(effect.before) && breached(effect.after)),
                Way::NoLongerBreached => {
                    assert!(breached(effect.before) && !breached(effect.after))
                }
                Way::Widened => assert_eq!(effect.before, Verdict::NotApplicable),
                Way::Narrowed => assert_eq!(effect.after, Verdict::NotApplicable),
                Way::NoLongerExempt | Way::NewlyExempt => {}
            }
            replayed += 1;
        }
    }
    replayed
}

#[test]
fn stricter_threshold_is_shown_in_one_direction_and_the_rest_is_proved_equal() {
    let support = |years: u32| {
        rule("1", "Support", &format!("  must support.min_length is at least {years} years.\n"))
    };
    let same = rule("2", "Internet", "  must net.internet_capable or auth.over_network.\n");
    let old = text("1", &(support(2) + &same));
    // The same words in another order are the same rule: proved, not compared.
    let other = rule("2", "Internet", "  must auth.over_network or net.internet_capable.\n");
    let library = load(&old, &text("2", &(support(3) + &other)));
    let amendment = question(&library).answer();
    let first = pair(library.law(), &amendment, "1");
    assert_eq!((first.sameness, ways(first)), (Sameness::Different, vec![Way::NewlyBreached]));
    let second = pair(library.law(), &amendment, "2");
    assert!(second.is_unchanged(library.law()), "{second:?}");
    assert_eq!(replay(library.law(), &amendment), 1);
}

#[test]
fn amendment_that_keeps_the_edition_is_told_apart_by_its_text() {
    let old = text("1", &rule("1", "Internet", "  must net.internet_capable.\n"));
    let new = text("1", &rule("1", "Internet", "  must not net.internet_capable.\n"));
    let library = load(&old, &new);
    let amendment = question(&library).answer();
    let only = pair(library.law(), &amendment, "1");
    assert_eq!(ways(only), [Way::NewlyBreached, Way::NoLongerBreached]);
    assert_eq!(replay(library.law(), &amendment), 2);
    let unchanged = load(&old, &old);
    let find = |name| unchanged.ruleset_in(name);
    assert!(find("old.comity").is_none() && find("new.comity").is_some());
}

#[test]
fn rules_are_added_removed_and_renumbered_only_when_certain() {
    let kept = |number| rule(number, "Internet", "  must net.internet_capable.\n");
    let other = |number, title| rule(number, title, "  must support.published.on is present.\n");
    let old = text("1", &(kept("1") + &other("2", "Published") + &other("3", "Told")));
    let new = text("2", &(kept("1a") + &other("4", "Other title")));
    let library = load(&old, &new);
    let law = library.law();
    let amendment = question(&library).answer();
    let numbers = |ids: &[RuleId]| -> Vec<&str> {
        ids.iter().map(|&id| law.rule(id).unwrap().number.as_str()).collect()
    };
    let renumbered = pair(law, &amendment, "1a");
    assert!(renumbered.renumbered && renumbered.sameness == Sameness::Equal);
    // The same meaning under another title is no proof that it is the same rule.
    assert_eq!(numbers(&amendment.added), ["4"]);
    assert_eq!(numbers(&amendment.removed), ["2", "3"]);
}

#[test]
fn scope_exceptions_norms_and_dates_are_told_apart() {
    let old = rule(
        "1",
        "Updates",
        "  applies where product.kind includes camera.\n  must net.internet_capable and judged \"fit for use\".\n",
    ) + &rule("2", "Support", "  must net.internet_capable.\n");
    let new = rule(
        "1",
        "Updates",
        "  in force from 2027-01-01.\n  must net.internet_capable and judged \"state of the art\".\n",
    ) + &rule(
        "2",
        "Support",
        "  must net.internet_capable.\n  unless product.kind includes toy.\n",
    );
    let library = load(&text("1", &old), &text("2", &new));
    let law = library.law();
    let amendment = question(&library).answer();
    let first = pair(law, &amendment, "1");
    assert!(ways(first).contains(&Way::Widened) && !ways(first).contains(&Way::Narrowed));
    assert_eq!(first.norms_added, ["state of the art"]);
    assert_eq!(first.norms_removed, ["fit for use"]);
    assert!(!first.is_unchanged(law));
    let second = pair(law, &amendment, "2");
    assert_eq!(ways(second), [Way::NoLongerBreached, Way::NewlyExempt]);
}

#[test]
fn amendment_that_clashes_with_other_law_is_found() {
    let other =
        text("1", &rule("1", "Two years", "  must support.min_length is at least 2 years.\n"))
            .replace("demo.rules", "demo.other");
    let years = |words: &str| {
        text("1", &rule("1", "Support", &format!("  must support.min_length is {words} 1 year.\n")))
    };
    let (old, new) = (years("at least"), years("less than"));
    let further = [("other.comity", other.as_str())];
    let found = |old: &str, new: &str| {
        let library =
            Library::load_editions(&further, ("old.comity", old), ("new.comity", new)).unwrap();
        let question = question(&library);
        let others = library.other_law(&question, &[]).unwrap();
        let conflicts = new_conflicts(&question, &question.answer(), &others).found;
        let clashes = |number: &str| {
            let of = |duty: &Duty| library.law().rule(duty.rule).unwrap().id == number;
            conflicts.iter().any(|conflict| conflict.duties.iter().any(of))
        };
        clashes("demo.other.1")
    };
    assert!(found(&old, &new), "less than a year, and at least two");
    assert!(!found(&new, &old), "the way back makes none");
}

/// The editions of EN 303 645 that are at hand.
#[test]
fn editions_of_en_303_645_differ_where_products_show_it() {
    let find = |name: &str| SHIPPED.find_rulesets(&[name.to_owned()]).unwrap()[0];
    let (old, new) = (find("etsi.en303645@2.1.1"), find("etsi.en303645@3.1.3"));
    let question = SHIPPED.amendment(old, new, &[], date(2026, 11, 22)).unwrap();
    let amendment = question.answer();
    let doubted =
        amendment.pairs.iter().filter(|pair| matches!(pair.sameness, Sameness::Unclear(_)));
    assert_eq!(doubted.count(), 0);
    let equal = amendment.pairs.iter().filter(|pair| pair.sameness == Sameness::Equal).count();
    assert!(equal > 30 && equal < amendment.pairs.len(), "{equal} of {}", amendment.pairs.len());
    assert!(replay(law(), &amendment) > 20);
    // Reasons on record for what is not followed: 4-1 has become 5.0-1, word for word.
    let moved = pair(law(), &amendment, "5.0-1");
    assert_eq!(law().rule(moved.old).unwrap().number, "4-1");
}

/// The regulations of the United Kingdom are pinned to V2.1.1. A debug port that 5.6-4 there
/// accepts, 5.6-4A of V3.1.3 accepts too; the way back leaves ports behind access control. Yet
/// passing the one as a whole is not passing the other: V3.1.3 speaks of every debug interface,
/// V2.1.1 of physical ones.
#[test]
fn debug_interfaces_of_the_two_editions_overlap() {
    let find = |edition: &str, number: &str| {
        let all = law().iter_rules().filter(|(_, rule)| rule.number == number);
        let mut of = all.filter(|(_, rule)| {
            let ruleset = law().ruleset(rule.ruleset).unwrap();
            (ruleset.id.as_str(), ruleset.edition.as_str()) == ("etsi.en303645", edition)
        });
        Duty { rule: of.next().unwrap().0, market: 0 }
    };
    let uk = law().jurisdictions.find("GB").unwrap();
    let ground = Ground::any(law(), &[uk], date(2026, 11, 22));
    let (older, newer) = (find("2.1.1", "5.6-4"), find("3.1.3", "5.6-4A"));
    let related = relate(&ground, older, newer, &Limits::default());
    assert_eq!(related.relation, Relation::Intersects);
    let protections = |witness: &Witness, is_physical: bool| -> Vec<u8> {
        let (list, fact) = law().vocabulary.find("surface.debug").unwrap();
        let index = |name| fact.fields.get_index_of(name).unwrap() as u32;
        let Stated::Items(items) = &witness.manifest.facts[&list].value else { panic!("a list") };
        let of = |item: &Item, name| item.fields.get(&index(name)).map(|own| own.value.clone());
        let physical = Some(Stated::Value(Value::YesNo(is_physical)));
        let items = items.iter().filter(|item| of(item, "physical") == physical);
        let word = |item: &Item| match of(item, "protection") {
            Some(Stated::Value(Value::Word(word))) => Some(word),
            _ => None,
        };
        items.filter_map(word).collect()
    };
    let word = |name: &str| {
        let (list, _) = law().vocabulary.find("surface.debug").unwrap();
        let (_, field) = law().vocabulary.find_field(list, "protection").unwrap();
        let Type::OneOf(words) = &field.kind else { panic!("one of several") };
        words.iter().position(|word| word == name).unwrap() as u8
    };
    // What fails the older and passes the newer: a physical port behind access control.
    let lax = protections(&related.only_first.unwrap(), true);
    assert!(lax.contains(&word("access_control")), "{lax:?}");
    // What passes the older and fails the newer has every physical port disabled.
    let strict = protections(&related.only_second.unwrap(), true);
    let disabled = [word("software"), word("hardware_fuse")];
    assert!(strict.iter().all(|found| disabled.contains(found)), "{strict:?}");
}
