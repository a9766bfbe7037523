//! `comity schema`: JSON Schemas of manifests and reports.

use crate::Exit;
use crate::args::{Schema, SchemaArgs};
use crate::failure::Failure;
use crate::files::load_rules;
use crate::output::Terminal;
use comity::report::amendment::json::amendment_schema;
use comity::report::ask::json::ask_schema;
use comity::report::baseline::json::baseline_schema;
use comity::report::compare::json::compare_schema;
use comity::report::conflicts::json::conflicts_schema;
use comity::report::fix::fix_schema;
use comity::report::graph::json::graph_schema;
use comity::report::json::report_schema;
use comity::report::lines::line_schema;
use comity::report::lint::json::lint_schema;
use comity::report::listing::rules_schema;
use comity::report::manifest_schema::manifest_schema;
use comity::report::mutate::json::mutate_schema;
use comity::report::read::json::read_schema;
use comity::report::timeline::json::timeline_schema;

pub(crate) fn schema(args: &SchemaArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let schema = match args.of {
        Schema::Manifest => {
            let library = load_rules(&[])?;
            manifest_schema(&library.law().vocabulary, &library.law().jurisdictions)
        }
        Schema::Report => report_schema(),
        Schema::Line => line_schema(),
        Schema::Rules => rules_schema(),
        Schema::Ask => ask_schema(),
        Schema::Fix => fix_schema(),
        Schema::Graph => graph_schema(),
        Schema::Lint => lint_schema(),
        Schema::Conflicts => conflicts_schema(),
        Schema::Baseline => baseline_schema(),
        Schema::Compare => compare_schema(),
        Schema::Diff => amendment_schema(),
        Schema::Read => read_schema(),
        Schema::Mutate => mutate_schema(),
        Schema::Timeline => timeline_schema(),
    };
    terminal.print(&format!("{schema:#}\n"));
    Ok(Exit::Met)
}
