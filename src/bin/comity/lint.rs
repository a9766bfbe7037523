//! `comity lint`: faults of drafting, with a frame around each, a product or a proof.

use crate::Exit;
use crate::args::{Format, LintArgs};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::load_library;
use crate::frame::render;
use crate::output::Terminal;
use crate::test::rulesets_below;
use comity::Library;
use comity::analysis::lint::{Level, Levels, Request};
use comity::model::ruleset::RulesetId;
use comity::report::lint::build::Teller;
use std::path::{Path, PathBuf};

pub(crate) fn lint(args: &LintArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut paths: Vec<PathBuf> = args.library.rulesets.clone();
    let below = args.what.as_deref().map(Path::new).filter(|path| path.exists());
    paths.extend(below.map(Path::to_owned));
    let library = load_library(&paths)?;
    let levels = levels(args);
    let request = Request {
        rulesets: chosen(&library, args.what.as_ref(), below)?,
        faults: levels.faults(),
        on: args.on.unwrap_or_else(today),
        limits: Default::default(),
    };
    let linted = library.lint(&request);
    let (law, sources) = (library.law(), library.sources());
    let teller = Teller { law, sources, levels: &levels, language: args.answer.lang };
    match args.answer.format {
        Format::Json => terminal.print(&teller.report(&request, &linted).to_json()),
        Format::Terminal => {
            let notices = teller.notices(&linted);
            let shown = notices.iter().map(|notice| (notice as _, &notice.source));
            let frames = render(shown, terminal.paint().colour);
            terminal.print(&format!("{frames}{}\n", teller.summary(&linted)));
        }
    }
    let is_error = linted.findings.iter().any(|one| levels.of(one.fault) == Level::Error);
    Ok(if is_error { Exit::Breached } else { Exit::Met })
}

fn levels(args: &LintArgs) -> Levels {
    let mut levels = Levels::default();
    for (fault, level) in &args.levels {
        levels.set(*fault, *level);
    }
    levels
}

/// The rulesets at or below a path, or of that name; all, if nothing is named.
fn chosen(
    library: &Library,
    what: Option<&String>,
    below: Option<&Path>,
) -> Result<Vec<RulesetId>, Failure> {
    match (what, below) {
        (Some(name), None) => Ok(library.find_rulesets(std::slice::from_ref(name))?),
        (_, below) => Ok(rulesets_below(library, below)),
    }
}
