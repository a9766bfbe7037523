//! `comity test --mutate`: which small changes of rulesets no example notices.

use crate::Exit;
use crate::args::{Format, TestArgs};
use crate::failure::Failure;
use crate::files::load_library;
use crate::many::{in_order, jobs};
use crate::output::Terminal;
use crate::test::rulesets_below;
use comity::model::ruleset::RulesetId;
use comity::report::mutate::json::MutateReport;
use comity::report::mutate::page::mutate_page;
use comity::report::mutate::{Shown, Survivor, Teller, Told};
use comity::{Fate, Library, Subject, Tried};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;

pub(crate) fn mutate(args: &TestArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut paths: Vec<PathBuf> = args.library.rulesets.clone();
    paths.extend(args.path.clone());
    let library = load_library(&paths)?;
    let tested = rulesets_below(&library, args.path.as_deref());
    let tried = tried(&library, &tested, args.jobs)?;
    let report = told(&library, &tried);
    match args.format {
        Format::Json => terminal.print(&report.to_json()),
        Format::Terminal => terminal.print(&mutate_page(&report, terminal.paint())),
    }
    let least = args.least_score.map_or(0, |least| usize::from(least) * 10);
    Ok(if report.all.thousandths < least { Exit::Breached } else { Exit::Met })
}

/// What came of every change of those rulesets, block by block.
fn tried(
    library: &Library,
    tested: &[RulesetId],
    given: Option<NonZeroUsize>,
) -> Result<BTreeMap<RulesetId, Vec<Tried>>, Failure> {
    let mutations = library.mutations();
    let subjects: Vec<Subject<'_>> = tested.iter().filter_map(|&id| mutations.of(id)).collect();
    let blocks = subjects.iter().flat_map(|one| (0..one.blocks()).map(move |block| (one, block)));
    let blocks: Vec<(&Subject<'_>, usize)> = blocks.collect();
    let mut found: BTreeMap<RulesetId, Vec<Tried>> = BTreeMap::new();
    let work =
        |(subject, block): &(&Subject<'_>, usize)| (subject.ruleset(), subject.tried(*block));
    in_order(&blocks, jobs(given), work, |(ruleset, tried)| {
        found.entry(ruleset).or_default().extend(tried);
        Ok(())
    })?;
    Ok(found)
}

fn told(library: &Library, tried: &BTreeMap<RulesetId, Vec<Tried>>) -> MutateReport {
    let teller = Teller { law: library.law(), sources: library.sources() };
    let rulesets = tried.iter().filter_map(|(&id, all)| teller.ruleset(id, all.iter().map(words)));
    MutateReport::of(rulesets.collect())
}

fn words(tried: &Tried) -> Told<'_> {
    match &tried.fate {
        Fate::Noticed => Told::Noticed,
        Fate::Refused => Told::Refused,
        Fate::Equal => Told::Equal,
        Fate::Survived(separating) => Told::Survived(Survivor {
            was: &tried.change.was,
            by: tried.change.by.as_deref(),
            span: tried.change.span,
            shown: separating.as_deref().map(|found| Shown {
                rule: found.rule,
                place: found.place,
                manifest: &found.shown.product.manifest,
                on: found.shown.product.on,
                verdicts: [found.shown.before, found.shown.after],
            }),
        }),
    }
}
