//! `comity schema`: JSON Schemas of manifests and reports.

use crate::Exit;
use crate::args::{Schema, SchemaArgs};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::report::json::report_schema;

pub(crate) fn schema(args: &SchemaArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let schema = match args.of {
        Schema::Manifest => {
            let library = load_library(&[])?;
            {
                let _ = library;
                return Err(Failure::new("soon"));
            }
        }
        Schema::Report => report_schema(),
    };
    terminal.print(&format!("{schema:#}\n"));
    Ok(Exit::Met)
}
