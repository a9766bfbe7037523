//! `comity test --mutate`: which small changes of rulesets no example notices.

use crate::Exit;
use crate::args::{Format, TestArgs};
use crate::failure::Failure;
use crate::files::{borrowed, load_library, read_rulesets, write};
use crate::many::{in_order, jobs};
use crate::output::Terminal;
use crate::test::rulesets_below;
use comity::eval::examples::all_pass;
use comity::model::ruleset::RulesetId;
use comity::report::mutate::json::{MutateReport, ProposalReport, RulesetReport};
use comity::report::mutate::page::mutate_page;
use comity::report::mutate::{Shown, Survivor, Teller, Told};
use comity::{Fate, Library, Proposal, Subject, Tried, written};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) fn mutate(args: &TestArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut paths: Vec<PathBuf> = args.library.rulesets.clone();
    paths.extend(args.path.clone());
    let library = load_library(&paths)?;
    let tested = rulesets_below(&library, args.path.as_deref());
    let found = find(&library, &tested, args)?;
    let teller = Teller { law: library.law(), sources: library.sources() };
    let report = MutateReport::of(found.iter().filter_map(|found| found.told(&teller)).collect());
    match args.format {
        Format::Json => terminal.print(&report.to_json()),
        Format::Terminal => terminal.print(&mutate_page(&report, terminal.paint())),
    }
    if args.write {
        write_proposals(&library, &found, &paths, terminal)?;
    }
    let least = args.least_score.map_or(0, |least| usize::from(least) * 10);
    Ok(if report.all.thousandths < least { Exit::Breached } else { Exit::Met })
}

/// What was found of a ruleset.
struct Found {
    ruleset: RulesetId,
    tried: Vec<Tried>,
    proposals: Vec<Proposal>,
}

/// What came of every change of those rulesets, block by block, and what would notice the rest.
fn find(library: &Library, tested: &[RulesetId], args: &TestArgs) -> Result<Vec<Found>, Failure> {
    let mutations = library.mutations();
    let subjects: Vec<Subject<'_>> = tested.iter().filter_map(|&id| mutations.of(id)).collect();
    let blocks = subjects.iter().flat_map(|one| (0..one.blocks()).map(move |block| (one, block)));
    let blocks: Vec<(&Subject<'_>, usize)> = blocks.collect();
    let mut tried: BTreeMap<RulesetId, Vec<Tried>> = BTreeMap::new();
    let try_block =
        |(subject, block): &(&Subject<'_>, usize)| (subject.ruleset(), subject.tried(*block));
    in_order(&blocks, jobs(args.jobs), try_block, |(ruleset, more)| {
        tried.entry(ruleset).or_default().extend(more);
        Ok(())
    })?;
    let mut found = Vec::new();
    let propose = |subject: &Subject<'_>| {
        let ruleset = subject.ruleset();
        let tried = tried.get(&ruleset).cloned().unwrap_or_default();
        let proposals = subject.proposals(&tried);
        Found { ruleset, tried, proposals }
    };
    in_order(&subjects, jobs(args.jobs), propose, |one| {
        found.push(one);
        Ok(())
    })?;
    Ok(found)
}

impl Found {
    fn told(&self, teller: &Teller<'_>) -> Option<RulesetReport> {
        let proposals = self.proposals.iter().map(|proposal| ProposalReport {
            example: proposal.example.clone(),
            new: proposal.is_new,
            long: proposal.is_long,
            sentences: proposal.sentences.clone(),
        });
        let told = self.tried.iter().enumerate().map(|(number, tried)| self.words(number, tried));
        teller.ruleset(self.ruleset, told, proposals.collect())
    }

    fn words<'t>(&self, number: usize, tried: &'t Tried) -> Told<'t> {
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
                    verdicts: [found.shown.before, found.shown.after],
                }),
                proposal: self.proposals.iter().position(|one| one.notices.contains(&number)),
            }),
        }
    }
}

/// Writes the proposed examples into the files that were given, if all examples come out then.
fn write_proposals(
    library: &Library,
    found: &[Found],
    paths: &[PathBuf],
    terminal: &Terminal,
) -> Result<(), Failure> {
    let mut texts = read_rulesets(paths)?;
    let mut lines = String::new();
    for one in found {
        let short = one.proposals.iter().filter(|proposal| !proposal.is_long).cloned();
        let short: Vec<Proposal> = short.collect();
        if short.is_empty() {
            continue;
        }
        let own = library.law().ruleset(one.ruleset).map(|own| own.span.file);
        let Some(file) = own.and_then(|file| library.sources().get(file)) else { continue };
        let Some((name, text)) = texts.iter_mut().find(|(name, _)| **name == *file.name) else {
            let shipped = format!("{} is inside the program: give its file", file.name);
            return Err(Failure::new(shipped));
        };
        // The text was loaded, so that it has no faults of syntax.
        *text = written(text, &short).unwrap_or_else(|_| text.clone());
        lines.push_str(&format!("wrote {} into {name}\n", counted(short.len())));
    }
    let after = Library::load(&borrowed(&texts)).map_err(Failure::Faults)?;
    if !all_pass(after.law(), &after.law().examples, |_| true) {
        return Err(Failure::new("an example does not come out as expected: nothing is written"));
    }
    for (name, text) in texts {
        write(Path::new(&name), &text)?;
    }
    terminal.error(&lines);
    Ok(())
}

fn counted(number: usize) -> String {
    if number == 1 { "1 example".to_owned() } else { format!("{number} examples") }
}
