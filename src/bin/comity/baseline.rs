//! `comity baseline`: one design that meets the obligations of several places.

use crate::Exit;
use crate::args::{BaselineArgs, BaselineFormat};
use crate::failure::Failure;
use crate::files::{load_rules, read_bytes};
use crate::output::Terminal;
use comity::report::baseline::json::BaselineReport;
use comity::report::baseline::page::baseline_page;

pub(crate) fn baseline(args: &BaselineArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let request = args.scope.request();
    let manifest = match &args.manifest {
        None => None,
        Some(path) => {
            let name = path.display().to_string();
            let bytes = read_bytes(path)?;
            let manifest = library.read_manifest(&name, &bytes).map_err(Failure::Faults)?;
            Some(library.circumstances(&manifest, &request)?)
        }
    };
    let question = library.baseline(&request, manifest.as_ref())?;
    let baseline = question.answer();
    let burden = library.burden(&question, &args.scope.with)?;
    let report = library.baseline_report(&question, &baseline, &burden, args.lang);
    terminal.print(&match args.format {
        BaselineFormat::Json => report.to_json(),
        BaselineFormat::Yaml => report.manifest.clone().unwrap_or_default(),
        BaselineFormat::Text => baseline_page(&report, args.all, terminal.paint()),
    });
    Ok(exit_of(&report))
}

/// A design that meets all; one that breaches some, or rules that clash; something open.
fn exit_of(report: &BaselineReport) -> Exit {
    let is_open =
        report.manifest.is_none() || !report.open.is_empty() || !report.unclear.is_empty();
    match report.breached.is_empty() && report.clashes.is_empty() {
        false => Exit::Breached,
        true if is_open => Exit::Open,
        true => Exit::Met,
    }
}
