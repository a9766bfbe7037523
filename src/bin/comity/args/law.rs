//! Options of the commands that ask about the law itself, or about time.

use super::{Answer, LawScope, Rulesets, Scope, parse_date, parse_language, parse_level};
use clap::{Args, ValueEnum};
use comity::analysis::lint::Level;
use comity::jiff::civil::Date;
use comity::model::drafting::DraftingFault;
use comity::model::manifest::EvidenceLevel;
use comity::model::text::Language;
use comity::suggest::nearest;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    /// Manifests: YAML or JSON files, or folders of them; `-` reads standard input; none asks for
    /// the law of the places of `--in` alone
    #[arg(value_name = "MANIFEST")]
    pub(crate) manifests: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// Look on each day at a unit that is placed on the market on that day
    #[arg(long)]
    pub(crate) placed_then: bool,
    /// Without a manifest: tell which relations between obligations change, and how, from --from
    /// [default: today] to --until [default: 2030-12-31]
    #[arg(long, conflicts_with_all = ["manifests", "placed_then"])]
    pub(crate) relations: bool,
    /// The day to take for today [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Show nothing that ends before this day [default: the first placing on each market]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) from: Option<Date>,
    /// Show nothing that begins after this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) until: Option<Date>,
    /// Take facts shown less well than this for unknown
    #[arg(long, value_name = "LEVEL", value_parser = parse_level)]
    pub(crate) evidence: Option<EvidenceLevel>,
    #[command(flatten)]
    pub(crate) answer: Answer,
    /// Tell every rule that changes, also those that ask nothing of anybody
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The edition before: a file, or a ruleset at hand such as etsi.en303645@2.1.1
    pub(crate) old: String,
    /// The edition after
    pub(crate) new: String,
    /// Compare what the two ask in these jurisdictions [default: where they apply]
    #[arg(long = "in", value_name = "PLACES", value_delimiter = ',')]
    pub(crate) jurisdictions: Vec<String>,
    /// Standards, codes and guidance to look at beside the law, for --manifests and --conflicts
    #[arg(long, value_name = "RULESETS", value_delimiter = ',')]
    pub(crate) with: Vec<String>,
    /// The day whose dated clauses and parameters are compared [default: today, or the day from
    /// which the new edition is in force]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Tell which verdicts change for these manifests: files, or folders of them
    #[arg(long, value_name = "PATH")]
    pub(crate) manifests: Vec<PathBuf>,
    /// Look for conflicts with other law that the old edition did not have
    #[arg(long)]
    pub(crate) conflicts: bool,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct ConflictsArgs {
    #[command(flatten)]
    pub(crate) scope: LawScope,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// Two rules or rulesets, such as uk.psti and etsi.en303645@2.1.1 [default: the law of --in]
    #[arg(num_args = 0..=2, value_name = "RULE|RULESET")]
    pub(crate) sides: Vec<String>,
    #[command(flatten)]
    pub(crate) scope: LawScope,
    /// Show every pair, also those of which each asks something the other does not
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct BaselineArgs {
    /// A manifest whose circumstances (kind, market, users) are taken; its design is made anew
    /// [default: the kind of product that most obligations bind]
    #[arg(value_name = "MANIFEST")]
    pub(crate) manifest: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: LawScope,
    /// Show every fact, also those that one rule alone asks
    #[arg(long)]
    pub(crate) all: bool,
    /// Form of the answer
    #[arg(long, value_enum, default_value_t = BaselineFormat::Text)]
    pub(crate) format: BaselineFormat,
    /// Language of titles and comments
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

/// Form of a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BaselineFormat {
    /// For people
    Text,
    /// For programs; see `comity schema baseline`
    Json,
    /// The design alone, as a manifest to save and fill in
    Yaml,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// A rule (uk.psti.sch1.1), a ruleset (uk.psti), or a ruleset file or folder
    #[arg(value_name = "RULE|RULESET")]
    pub(crate) what: String,
    /// Print a page that shows each rule beside its source and its text, with open norms and
    /// examples
    #[arg(long, conflicts_with = "format")]
    pub(crate) html: bool,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct DocArgs {
    /// Folder to write into; it is made where there is none, and files of the same names are
    /// written over
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    /// The day of placing for which relations of rules are proved [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Language of the pages
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

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
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
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
