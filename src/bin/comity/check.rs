//! `comity check`: judges products under the rules of the chosen jurisdictions.

use crate::Exit;
use crate::args::{CheckArgs, Format};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{find_files, load_library, read_bytes};
use crate::frame::render_faults;
use crate::output::Terminal;
use comity::fault::Fault;
use comity::report::build::{fault_report, product_report, report};
use comity::report::json::ProductReport;
use comity::report::terminal::terminal_report;
use comity::{CheckRequest, Library};
use std::path::Path;

pub(crate) fn check(args: &CheckArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let request = args.scope.request(args.on.unwrap_or_else(today), args.evidence);
    library.find_jurisdictions(&request.jurisdictions)?;
    library.find_rulesets(&request.with)?;
    let mut answer = report(request.on, request.evidence, args.answer.lang);
    let mut exit = Exit::Met;
    for path in &args.manifests {
        for file in find_files(path, &["yaml", "yml", "json"])? {
            let (product, found) = check_file(&library, &file, &request, args, terminal)?;
            answer.products.push(product);
            exit = exit.worse(found);
        }
    }
    match args.answer.format {
        Format::Json => terminal.print(&answer.to_json()),
        Format::Terminal => {
            terminal.print(&terminal_report(&answer, args.brief, terminal.paint()));
        }
    }
    Ok(exit)
}

/// The report on one file. A file that cannot be read does not stop the others.
fn check_file(
    library: &Library,
    path: &Path,
    request: &CheckRequest,
    args: &CheckArgs,
    terminal: &Terminal,
) -> Result<(ProductReport, Exit), Failure> {
    let name = path.display().to_string();
    let manifest = match library.read_manifest(&name, &read_bytes(path)?) {
        Ok(manifest) => manifest,
        Err(faults) => return Ok((refuse(&name, &faults, args, terminal), Exit::BadInput)),
    };
    let markets = library.check(&manifest, request)?;
    if markets.is_empty() {
        return Err(Failure::placed_nowhere(&name));
    }
    let exit = markets.iter().map(|market| market.outcome.into()).fold(Exit::Met, Exit::worse);
    Ok((product_report(library.law(), &manifest, &markets, args.answer.lang), exit))
}

fn refuse(name: &str, faults: &[Fault], args: &CheckArgs, terminal: &Terminal) -> ProductReport {
    if args.answer.format == Format::Terminal {
        terminal.error(&render_faults(faults, terminal.error_colour()));
    }
    fault_report(name, faults)
}
