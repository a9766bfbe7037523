//! The design as a manifest to save and fill in: above each decision the rules that ask it.

use super::build::Telling;
use super::words::words;
use crate::analysis::baseline::Said;
use crate::analysis::baseline::strictest::Strictness;
use crate::analysis::duties::{Read, reads};
use crate::eval::trace::FactPath;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::model::vocabulary::Setting;
use crate::report::manifest_yaml::{Noted, annotated_yaml};
use crate::report::paint::Paint;
use std::collections::BTreeMap;

/// Rules that are named above a decision; more are counted.
const MOST_NAMED: usize = 4;
/// Columns of a comment.
const WIDTH: usize = 96;

/// The manifest with its comments.
pub(super) fn skeleton(telling: &Telling<'_>, manifest: &Manifest) -> String {
    let words = words(telling.language);
    let readers = Readers::new(telling);
    let known: BTreeMap<&FactPath, &Strictness> =
        telling.baseline.facts.iter().map(|own| (&own.path, own)).collect();
    let note = |noted: Noted<'_>| match noted {
        Noted::Judgement(_) => vec![words.to_judge.to_owned()],
        Noted::Path(path) => {
            let declared = telling.declared(path);
            if declared.is_none_or(|own| own.setting == Setting::Fixed) {
                return Vec::new();
            }
            let said = match known.get(path) {
                Some(own) => strictest(telling, own),
                None => format!("{} {}", words.read_by, named(telling, readers.of(path))),
            };
            wrapped(&said)
        }
    };
    let text = annotated_yaml(&telling.law().vocabulary, manifest, &note);
    let head = words.skeleton.iter().flat_map(|line| wrapped(line));
    let head: String = head.map(|line| format!("# {line}\n")).collect();
    head + &text
}

fn strictest(telling: &Telling<'_>, own: &Strictness) -> String {
    let words = words(telling.language);
    let lead = if own.now.is_told { words.strictest } else { words.each_asks };
    let mut said = format!("{lead} {}", named(telling, &own.now.strictest));
    if !own.now.looser.is_empty() {
        said += &format!("; {} {}", words.looser, named(telling, &own.now.looser));
    }
    said
}

/// `uk.psti.sch1.1 (GB), eu.cra.art13.8 (NL) +3`
fn named(telling: &Telling<'_>, rules: &[RuleId]) -> String {
    let names = rules.iter().filter_map(|&rule| telling.rule(rule));
    let names: Vec<String> =
        names.take(MOST_NAMED).map(|name| format!("{} ({})", name.rule, name.territory)).collect();
    match rules.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        Some(more) => format!("{} +{more}", names.join(", ")),
        None => names.join(", "),
    }
}

fn wrapped(text: &str) -> Vec<String> {
    let paint = Paint { colour: false, width: WIDTH };
    paint.filled("", text).lines().map(str::to_owned).collect()
}

/// The rules that bind the design, by what they read.
struct Readers(BTreeMap<Read, Vec<RuleId>>);

impl Readers {
    fn new(telling: &Telling<'_>) -> Readers {
        let mut found: BTreeMap<Read, Vec<RuleId>> = BTreeMap::new();
        let bound = telling.baseline.said.iter().filter(|(_, said)| *said != Said::Apart);
        for &(id, _) in bound {
            let Some(rule) = telling.law().rule(id) else { continue };
            for read in reads(telling.law(), rule.meaning.nodes()) {
                found.entry(read).or_default().push(id);
                if let Read::Field(field) = read {
                    let own = found.entry(Read::Fact(field.list)).or_default();
                    if own.last() != Some(&id) {
                        own.push(id);
                    }
                }
            }
        }
        Readers(found)
    }

    fn of(&self, path: &FactPath) -> &[RuleId] {
        let read = match &path.field {
            None => Read::Fact(path.fact),
            Some((_, field)) => Read::Field(*field),
        };
        self.0.get(&read).map(Vec::as_slice).unwrap_or_default()
    }
}
