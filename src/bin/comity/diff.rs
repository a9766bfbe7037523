//! `comity diff`: what changes from one edition of a ruleset to the next.

use crate::Exit;
use crate::args::{DiffArgs, Format};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{borrowed, find_files, load_library, read_bytes, read_rulesets, read_text};
use crate::output::Terminal;
use comity::analysis::new_conflicts::new_conflicts;
use comity::jiff::civil::Date;
use comity::model::ruleset::RulesetId;
use comity::report::amendment::build::{Telling, manifest_report};
use comity::report::amendment::json::ManifestReport;
use comity::report::amendment::terminal::amendment_page;
use comity::{CheckRequest, Library};
use std::path::Path;

pub(crate) fn diff(args: &DiffArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let editions = Editions::read(args)?;
    let library = editions.load_both()?;
    let (old, new) = editions.find_both(&library)?;
    let on = args.on.unwrap_or_else(|| day_of(&library, new));
    let question = library.amendment(old, new, &args.jurisdictions, on)?;
    let amendment = question.answer();
    let names = [args.old.as_str(), args.new.as_str()];
    let telling = Telling { law: library.law(), language: args.answer.lang, names };
    let mut report = telling.report(&amendment);
    if !args.manifests.is_empty() {
        report.manifests = editions.manifests(on)?;
    }
    if args.conflicts {
        let others = library.other_law(&question, &args.with)?;
        report.conflicts = Some(telling.conflicts(&new_conflicts(&question, &amendment, &others)));
    }
    match args.answer.format {
        Format::Json => terminal.print(&report.to_json()),
        Format::Terminal => terminal.print(&amendment_page(&report, terminal.paint())),
    }
    Ok(Exit::Met)
}

/// Today, or the day from which the new edition is in force if that is later.
fn day_of(library: &Library, new: RulesetId) -> Date {
    let from = library.law().ruleset(new).and_then(|own| own.in_force.from);
    from.map_or_else(today, |from| from.max(today()))
}

/// The two texts, and the rulesets beside them.
struct Editions<'a> {
    args: &'a DiffArgs,
    further: Vec<(String, String)>,
    old: String,
    new: String,
}

impl<'a> Editions<'a> {
    fn read(args: &'a DiffArgs) -> Result<Editions<'a>, Failure> {
        let further = read_rulesets(&args.library.rulesets)?;
        let shipped = load_library(&args.library.rulesets)?;
        let (old, new) = (text_of(&shipped, &args.old)?, text_of(&shipped, &args.new)?);
        Ok(Editions { args, further, old, new })
    }

    fn load_both(&self) -> Result<Library, Failure> {
        let (old, new) = (&self.args.old, &self.args.new);
        let loaded =
            Library::load_editions(&borrowed(&self.further), (old, &self.old), (new, &self.new));
        loaded.map_err(Failure::Faults)
    }

    fn find_both(&self, library: &Library) -> Result<(RulesetId, RulesetId), Failure> {
        let new = find(library, &self.args.new)?;
        let old = if self.old == self.new { new } else { find(library, &self.args.old)? };
        let id = |ruleset| library.law().ruleset(ruleset).map(|own| own.id.as_str());
        if id(old) != id(new) {
            let [old, new] = [old, new].map(|ruleset| id(ruleset).unwrap_or_default());
            let message = format!("`{old}` and `{new}` are two rulesets, not two editions of one");
            return Err(Failure::new(message));
        }
        Ok((old, new))
    }

    /// What changes for each manifest, by the law with the one edition and with the other.
    fn manifests(&self, on: Date) -> Result<Vec<ManifestReport>, Failure> {
        let old = self.load_with(&self.args.old, &self.old)?;
        let new = self.load_with(&self.args.new, &self.new)?;
        let request = CheckRequest {
            on,
            jurisdictions: self.args.jurisdictions.clone(),
            with: self.args.with.clone(),
            evidence: None,
        };
        let mut reports = Vec::new();
        for path in &self.args.manifests {
            for file in find_files(path, &["yaml", "yml", "json"])? {
                let (before, after) =
                    (check(&old, &file, &request)?, check(&new, &file, &request)?);
                let name = file.display().to_string();
                let (before, after) = ((old.0.law(), &*before), (new.0.law(), &*after));
                reports.push(manifest_report(&name, before, after));
            }
        }
        Ok(reports)
    }

    /// The law with one of the editions in the place of a shipped one.
    fn load_with(&self, name: &str, text: &str) -> Result<(Library, RulesetId), Failure> {
        let mut texts = vec![(name, text)];
        texts.extend(borrowed(&self.further).into_iter().filter(|(_, other)| *other != text));
        let library = Library::load(&texts).map_err(Failure::Faults)?;
        let ruleset = find(&library, name)?;
        Ok((library, ruleset))
    }
}

fn check(
    (library, edition): &(Library, RulesetId),
    file: &Path,
    request: &CheckRequest,
) -> Result<Vec<comity::eval::assess::MarketAssessment>, Failure> {
    let name = file.display().to_string();
    let manifest = library.read_manifest(&name, &read_bytes(file)?).map_err(Failure::Faults)?;
    Ok(library.check_edition(&manifest, request, *edition)?)
}

/// The text of a file, or of a ruleset at hand.
fn text_of(library: &Library, name: &str) -> Result<String, Failure> {
    if Path::new(name).is_file() {
        return read_text(Path::new(name));
    }
    let found = library.find_rulesets(&[name.to_owned()])?;
    let file = found.first().and_then(|&id| library.law().ruleset(id)).map(|own| own.span.file);
    let source = file.and_then(|file| library.sources().get(file));
    source
        .map(|source| source.text.to_string())
        .ok_or_else(|| Failure::new(format!("there is no ruleset `{name}`")))
}

fn find(library: &Library, name: &str) -> Result<RulesetId, Failure> {
    library.ruleset_in(name).ok_or_else(|| Failure::new(format!("{name} holds no ruleset")))
}
