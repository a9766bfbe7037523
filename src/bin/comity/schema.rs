//! `comity schema`: JSON Schemas of manifests and reports.

use crate::Exit;
use crate::args::{Schema, SchemaArgs};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::report::fix::fix_schema;
use comity::report::graph::json::graph_schema;
use comity::report::json::report_schema;
use comity::report::manifest_schema::manifest_schema;

pub(crate) fn schema(args: &SchemaArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let schema = match args.of {
        Schema::Manifest => {
            let library = load_library(&[])?;
            manifest_schema(&library.law().vocabulary, &library.law().jurisdictions)
        }
        Schema::Report => report_schema(),
        Schema::Fix => fix_schema(),
        Schema::Graph => graph_schema(),
    };
    terminal.print(&format!("{schema:#}\n"));
    Ok(Exit::Met)
}
