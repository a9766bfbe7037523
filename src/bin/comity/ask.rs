//! `comity ask`: what is still needed to judge a product.

use crate::Exit;
use crate::args::{AskArgs, Format};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{load_rules, read_bytes};
use crate::interview::interview;
use crate::output::Terminal;
use comity::eval::settled::Ask;
use comity::model::manifest::Manifest;
use comity::report::ask::page::ask_page;
use comity::{CheckRequest, Library};
use std::collections::BTreeSet;

/// What is known of a product of which nobody has said anything.
const NOTHING: &[u8] = b"comity: 1\n";

pub(crate) fn ask(args: &AskArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let request = args.scope.request(args.on.unwrap_or_else(today), None);
    let manifest = read(&library, args)?;
    if let Some(path) = &args.write {
        return interview(&library, manifest, &request, (args, path), terminal);
    }
    list(&library, &manifest, &request, args, terminal)
}

fn read(library: &Library, args: &AskArgs) -> Result<Manifest, Failure> {
    let (name, bytes) = match &args.manifest {
        Some(path) => (path.display().to_string(), read_bytes(path)?),
        None => ("device.yaml".to_owned(), NOTHING.to_vec()),
    };
    library.read_manifest(&name, &bytes).map_err(Failure::Faults)
}

fn list(
    library: &Library,
    manifest: &Manifest,
    request: &CheckRequest,
    args: &AskArgs,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let nothing: BTreeSet<Ask> = BTreeSet::new();
    let report = library.ask_report(manifest, request, &nothing, true, args.answer.lang)?;
    if report.markets.is_empty() {
        return Err(Failure::placed_nowhere(&manifest.source.name));
    }
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => ask_page(&report, args.answer.lang, terminal.paint()),
    });
    Ok(if report.questions.is_empty() { Exit::Met } else { Exit::Open })
}
