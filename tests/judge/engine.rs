//! What the engine says, in the shape in which the second judge says it.

use crate::mind::Judged;
use comity::Library;
use comity::eval::assess::{Check, assess};
use comity::eval::market::markets_for;
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::{EvidenceLevel, Manifest};
use comity::model::rule::{Rule, RuleId};
use comity::plan::reading::Threshold;

/// The verdicts in a place asked for, by its law and the texts named besides, before any is
/// settled.
pub(crate) fn judge(
    library: &Library,
    manifest: &Manifest,
    (place, on): (&str, Date),
    with: &[String],
    needed: Option<&str>,
) -> Vec<Judged> {
    let law = library.law();
    let places = library.find_jurisdictions(&[place.to_owned()]).unwrap();
    let named = law.iter_rulesets().filter(|(_, set)| with.contains(&set.id));
    let with: Vec<_> = named.map(|(id, _)| id).collect();
    let check = Check { on, threshold: threshold(needed) };
    let markets = markets_for(law, manifest, &places);
    let assessed = assess(law, manifest, &markets, &with, check).into_iter().map(|market| {
        let verdicts = market.rules.iter().map(|one| (id_of(law, one.rule), one.verdict.words()));
        let place = law.jurisdictions.get(market.market.jurisdiction).unwrap().code.clone();
        Judged { place, verdicts: verdicts.collect() }
    });
    assessed.collect()
}

pub(crate) fn threshold(needed: Option<&str>) -> Threshold {
    Threshold(needed.map(|word| EvidenceLevel::from_word(word).unwrap()))
}

/// The full id of a rule, with its edition.
pub(crate) fn id_of(law: &Law, rule: RuleId) -> String {
    let rule: &Rule = law.rule(rule).unwrap();
    let set = law.ruleset(rule.ruleset).unwrap();
    format!("{}@{} {}", set.id, set.edition, rule.number)
}
