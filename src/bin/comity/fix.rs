//! `comity fix`: the cheapest changes of a product's design that turn every breach into none.

use crate::Exit;
use crate::args::{FixArgs, Format};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{load_rules, read_bytes, write};
use crate::output::Terminal;
use comity::model::manifest::Manifest;
use comity::report::fix_page::fix_page;
use comity::{Fix, Library};
use std::path::Path;

pub(crate) fn fix(args: &FixArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let request = args.scope.request(args.on.unwrap_or_else(today), None);
    let name = args.manifest.display().to_string();
    let manifest =
        library.read_manifest(&name, &read_bytes(&args.manifest)?).map_err(Failure::Faults)?;
    let fixes = library.fix(&manifest, &request, args.ways.into())?;
    let Some(all) = fixes.first().filter(|all| !all.markets.is_empty()) else {
        return Err(Failure::placed_nowhere(&name));
    };
    let answer = library.fix_report(&manifest, request.on, &fixes, args.answer.lang);
    let changed = match &args.write {
        Some(path) => write_changed(&library, &manifest, all, path, terminal)?,
        None => false,
    };
    match args.answer.format {
        _ if changed => {}
        Format::Json => terminal.print(&answer.to_json()),
        Format::Terminal => terminal.print(&fix_page(&answer, args.answer.lang, terminal.paint())),
    }
    Ok(exit_of(all))
}

/// Whether it went to standard output.
fn write_changed(
    library: &Library,
    manifest: &Manifest,
    all: &Fix,
    path: &Path,
    terminal: &Terminal,
) -> Result<bool, Failure> {
    let after = all.mended.product(manifest);
    let text = library
        .written(manifest, &after)
        .ok_or_else(|| Failure::new("the changed manifest cannot be written as text"))?;
    if path == Path::new("-") {
        terminal.print(&text);
        return Ok(true);
    }
    write(path, &text)?;
    Ok(false)
}

/// Nothing to mend, or all of it can be; some of it cannot; it could not be told.
fn exit_of(all: &Fix) -> Exit {
    let mended = &all.mended;
    match (mended.beyond.is_empty(), mended.unclear.is_empty()) {
        (false, _) => Exit::Breached,
        (true, false) => Exit::Open,
        (true, true) => Exit::Met,
    }
}
