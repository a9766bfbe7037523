//! `comity read`: a rule or ruleset, read back in plain legal prose.

use crate::Exit;
use crate::args::{Format, ReadArgs};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use crate::test::rulesets_below;
use comity::Library;
use comity::model::ruleset::RulesetId;
use comity::report::html::read::rulesets_side_by_side;
use comity::report::read::json::ReadReport;
use comity::report::read::read_ruleset;
use comity::report::read::terminal::reading_page;
use std::path::{Path, PathBuf};

pub(crate) fn read(args: &ReadArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut paths: Vec<PathBuf> = args.library.rulesets.clone();
    let below = Some(Path::new(&args.what)).filter(|path| path.exists());
    paths.extend(below.map(Path::to_owned));
    let library = load_library(&paths)?;
    if args.html {
        terminal.print(&page(&library, args, below)?);
        return Ok(Exit::Met);
    }
    let (law, language) = (library.law(), args.answer.lang);
    let report = match below {
        None => library.read(&args.what, language)?,
        Some(_) => {
            let rulesets = rulesets_below(&library, below);
            let texts = rulesets.into_iter().filter_map(|id| read_ruleset(law, id, language));
            ReadReport::of(texts.collect(), language)
        }
    };
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => reading_page(&report, terminal.paint()),
    });
    Ok(Exit::Met)
}

/// The same as a page.
fn page(library: &Library, args: &ReadArgs, below: Option<&Path>) -> Result<String, Failure> {
    let language = args.answer.lang;
    if below.is_none() {
        return Ok(library.read_page(&args.what, language)?);
    }
    let rulesets: Vec<RulesetId> = rulesets_below(library, below).into_iter().collect();
    Ok(rulesets_side_by_side(library.law(), library.sources(), &rulesets, language))
}
