//! `comity lint`: faults of drafting, with a frame around each, a product or a proof.

use crate::Exit;
use crate::args::{Format, Rulesets, parse_date, parse_language};
use crate::check::today;
use crate::failure::Failure;
use crate::files::load_library;
use crate::frame::render;
use crate::output::Terminal;
use crate::test::rulesets_below;
use clap::Args;
use comity::Library;
use comity::analysis::lint::{Level, Levels, Request};
use comity::jiff::civil::Date;
use comity::model::drafting::DraftingFault;
use comity::model::ruleset::RulesetId;
use comity::model::text::Language;
use comity::report::lint::build::Teller;
use comity::suggest::nearest;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(crate) struct LintArgs {
    /// A ruleset file, a folder of them, or a ruleset (uk.psti) [default: all rulesets]
    pub(crate) what: Option<String>,
    /// How much a fault weighs: CODE=error, CODE=warn or CODE=off, such as implied_rule=off
    #[arg(long = "level", value_name = "CODE=LEVEL", value_delimiter = ',', value_parser = parse_fault_level)]
    pub(crate) levels: Vec<(DraftingFault, Level)>,
    /// The day by which dates have passed [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Form of the answer
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub(crate) format: Format,
    /// Language of the words
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

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
    let teller = Teller { law, sources, levels: &levels, language: args.lang };
    match args.format {
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

fn parse_fault_level(text: &str) -> Result<(DraftingFault, Level), String> {
    let form = "write CODE=LEVEL, such as implied_rule=off";
    let (code, level) = text.split_once('=').ok_or(form)?;
    let words = DraftingFault::ALL.map(DraftingFault::word);
    let fault = DraftingFault::find(code.trim()).ok_or_else(|| {
        let near = nearest(code.trim(), words).map(|near| format!("; did you mean `{near}`?"));
        format!("there is no drafting fault `{code}`{}", near.unwrap_or_default())
    })?;
    let level = Level::from_word(level.trim()).ok_or("levels are error, warn, off")?;
    Ok((fault, level))
}
