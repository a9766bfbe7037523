//! The command line: what can be asked, and with which options.

mod check;
mod law;
mod shared;

pub(crate) use check::{CheckArgs, CheckFormat, VerifyArgs};
pub(crate) use law::{
    BaselineArgs, BaselineFormat, CompareArgs, ConflictsArgs, DiffArgs, DocArgs, LintArgs,
    ReadArgs, TimelineArgs,
};
pub(crate) use shared::{Answer, Format, LawScope, Rulesets, Scope};

use clap::{Args, Parser, Subcommand, ValueEnum};
use comity::jiff::civil::Date;
use comity::model::manifest::EvidenceLevel;
use comity::model::text::Language;
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Exit codes:
  0  every obligation is met (or nothing was judged); verify: it is the same
  1  an obligation is breached, a test failed, or lint found an error; verify: something differs
  2  no breach, but something is undetermined or needs a person's judgement; verify: it is the
     same, but the signature was not checked
  3  bad input: a manifest, ruleset or argument that cannot be read, or a limit that was passed

Nothing leaves this machine. The rules are inside the program.";

const LSP_HELP: &str = "\
Serve an editor as its language server, on standard input and output

Speaks the Language Server Protocol 3.17: faults as one types, drafting faults on save, completion, \
hover (of a rule with what is proved of it), definition, references, rename, outline, folding, \
semantic colours, the canonical layout, remedies, dates in force beside rules, and examples and coverage above them.

An editor starts it with `comity lsp` for files whose names end in `.comity`. The rulesets in the \
folders that the editor has open are read; the shipped ones are inside the program. Ends with 0 \
after `shutdown` and `exit`.";

/// Checks connected products against the rules of several countries at once.
#[derive(Debug, Parser)]
#[command(name = "comity", version, about, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
}

/// When output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judge products under the rules of the chosen jurisdictions
    Check(CheckArgs),
    /// Make an assessment again from its receipt, and say whether it is the same
    Verify(VerifyArgs),
    /// Tell from when to when products have which verdicts, and when they stop being compliant;
    /// without a manifest, which law starts and ends when
    Timeline(TimelineArgs),
    /// Tell what changes from one edition of a ruleset to the next, each difference with a
    /// product that shows it
    Diff(DiffArgs),
    /// Ask what is still needed to judge a product, in the order that decides most; with `--write`
    /// as an interview that writes the manifest
    Ask(AskArgs),
    /// Find the cheapest changes of a product's design that turn every breach into none
    Fix(FixArgs),
    /// Run the examples in rulesets, and the cases beside them, with coverage
    Test(TestArgs),
    /// Lay out rulesets in the one canonical way
    Fmt(FmtArgs),
    /// Browse rulesets, or show one rule
    Rules(RulesArgs),
    /// Read a rule or ruleset back in plain legal prose, from what it means
    Read(ReadArgs),
    /// Write all rulesets into a folder as pages: each rule beside its source and its text, with
    /// indexes, dates, relations and what changed between editions
    Doc(DocArgs),
    /// Show what rests on what: rulesets, rules, terms, facts, labels
    Graph(GraphArgs),
    /// Find the rules that no design meets together, with products that show it
    Conflicts(ConflictsArgs),
    /// Compare rules: which is stricter, which ask the same, with products that show it
    Compare(CompareArgs),
    /// Find one design that meets the obligations of several places; who is strictest about
    /// what, since when; which few rules imply the others
    Baseline(BaselineArgs),
    /// Find faults of drafting: what never applies, never bites, is said twice
    Lint(LintArgs),
    /// Serve an editor as its language server, on standard input and output
    #[command(long_about = LSP_HELP)]
    Lsp,
    /// Explain a diagnostic by its code
    Explain(ExplainArgs),
    /// Browse the facts that manifests can state, or show one
    Vocabulary(VocabularyArgs),
    /// Start a manifest or a ruleset
    New(NewArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Print shell completions
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct AskArgs {
    /// A manifest: a YAML or JSON file [default: nothing is known yet]
    #[arg(value_name = "MANIFEST")]
    pub(crate) manifest: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// Day of the check [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Put the questions one by one, read the answers from standard input, and write the manifest
    /// with them to this file, which may be the manifest itself
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub(crate) write: Option<PathBuf>,
    /// Who judges open norms, to be named in the manifest; without a name none is asked
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct FixArgs {
    /// A manifest: a YAML or JSON file; `-` reads standard input
    #[arg(value_name = "MANIFEST")]
    pub(crate) manifest: PathBuf,
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// Day of the check [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    /// Most ways to show
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) ways: u8,
    /// Write the manifest as it is after the first way; `-` writes to standard output, in place
    /// of the answer
    #[arg(long, value_name = "FILE")]
    pub(crate) write: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// A ruleset, a folder of them, or cases [default: the shipped rulesets]
    pub(crate) path: Option<PathBuf>,
    /// Show every example, not only those that fail
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Change each rule in one place at a time, and tell which changes no example notices
    #[arg(long, conflicts_with = "verbose")]
    pub(crate) mutate: bool,
    /// Fail if the examples notice less than so many changes of a hundred, over all rulesets
    #[arg(long, value_name = "N", requires = "mutate",
          value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) least_score: Option<u8>,
    /// Write those of the proposed examples that are short into the files of PATH
    #[arg(long, requires = "mutate", requires = "path")]
    pub(crate) write: bool,
    /// For programs; see `comity schema mutate`
    #[arg(long, value_enum, default_value_t = Format::Terminal, requires = "mutate")]
    pub(crate) format: Format,
    /// So many blocks of a text at a time [default: as many as there are cores]
    #[arg(long, value_name = "N", requires = "mutate")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    /// Ruleset files or folders; `-` formats standard input to standard output
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 if a file is not laid out canonically
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// A rule (uk.psti.sch1.1), a ruleset (uk.psti), or nothing for the list of rulesets
    pub(crate) name: Option<String>,
    /// List the rules that rest on less than reading the primary text: of a ruleset, or of all
    #[arg(long)]
    pub(crate) confidence: bool,
    /// Print all rulesets as a page of Markdown, with what the SOURCES.md files below FOLDER tell
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["name", "confidence"])]
    pub(crate) markdown: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) answer: Answer,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct GraphArgs {
    /// What to show, with what it rests on and what rests on it: a rule (uk.psti.sch1.1), a fact
    /// (support.min_length), a ruleset, term, parameter, label or place [default: how rulesets
    /// rest on each other]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) from: Vec<String>,
    /// Show all that rests on this, however far
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "from")]
    pub(crate) what_depends_on: Vec<String>,
    /// Steps to go [default: 2; all with --what-depends-on]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) depth: Option<u16>,
    /// Only the law of these jurisdictions, and what it rests on
    #[arg(long = "in", value_name = "PLACES", value_delimiter = ',')]
    pub(crate) jurisdictions: Vec<String>,
    /// Only these rulesets (beside the law of --in), and what they rest on
    #[arg(long, value_name = "RULESETS", value_delimiter = ',')]
    pub(crate) with: Vec<String>,
    /// Prove as well how obligations relate on units placed on --on in the places of --in
    /// [default with --proven: uk,ca,nl]: which conflict, are stricter, ask the same, overlap; of
    /// --from those that are so tied to it, in --depth steps [default: 1]
    #[arg(long, conflicts_with = "what_depends_on")]
    pub(crate) proven: bool,
    /// Day on which a unit is placed and checked, for --proven [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date, requires = "proven")]
    pub(crate) on: Option<Date>,
    /// The whole graph, rule by rule and fact by fact, for programs
    #[arg(long, conflicts_with_all = ["from", "what_depends_on", "depth"])]
    pub(crate) whole: bool,
    /// Form of the answer
    #[arg(long, value_enum, default_value_t = GraphFormat::Text)]
    pub(crate) format: GraphFormat,
    /// Language of titles
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

/// Form of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// For people
    Text,
    /// For Graphviz
    Dot,
    /// For Markdown pages
    Mermaid,
    /// For programs; see `comity schema graph`
    Json,
    /// A picture
    Svg,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A code such as comity::resolve::unknown_name, or its end (unknown_name); nothing lists all
    /// codes
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct VocabularyArgs {
    /// A fact (support.min_length) or a group (support); nothing lists all facts
    pub(crate) fact: Option<String>,
    /// Language of titles and questions
    #[arg(long, value_name = "en|fr|nl", default_value = "en", value_parser = parse_language)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) library: Rulesets,
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// What to start
    #[arg(value_enum)]
    pub(crate) what: Start,
    /// File to write [default: standard output]
    pub(crate) file: Option<PathBuf>,
    /// For a manifest: ask only for facts that matter in these jurisdictions
    #[arg(long = "in", value_name = "PLACES", value_delimiter = ',')]
    pub(crate) jurisdictions: Vec<String>,
}

/// What can be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Start {
    /// A manifest to fill in
    Manifest,
    /// A ruleset to draft
    Ruleset,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_enum)]
    pub(crate) of: Schema,
}

/// What has a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Schema {
    /// Manifests, so that an editor completes them
    Manifest,
    /// Answers of `check --format json`
    Report,
    /// Lines of `check --format ndjson`
    Line,
    /// Answers of `rules --format json`
    Rules,
    /// Answers of `ask --format json`
    Ask,
    /// Answers of `fix --format json`
    Fix,
    /// Answers of `graph --format json`
    Graph,
    /// Answers of `lint --format json`
    Lint,
    /// Answers of `conflicts --format json`
    Conflicts,
    /// Answers of `compare --format json`
    Compare,
    /// Answers of `baseline --format json`
    Baseline,
    /// Answers of `timeline --format json`
    Timeline,
    /// Answers of `diff --format json`
    Diff,
    /// Answers of `read --format json`
    Read,
    /// Answers of `test --mutate --format json`
    Mutate,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// For which shell
    pub(crate) shell: clap_complete::Shell,
}

pub(crate) fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written YYYY-MM-DD, such as 2026-11-22".to_owned())
}

fn parse_level(text: &str) -> Result<EvidenceLevel, String> {
    let words = EvidenceLevel::ALL.map(|(_, word)| word);
    EvidenceLevel::from_word(text).ok_or_else(|| format!("levels are {}", words.join(", ")))
}

pub(crate) fn parse_language(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| "languages are en, fr, nl".to_owned())
}
