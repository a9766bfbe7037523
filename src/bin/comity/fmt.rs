//! `comity fmt`: lays rulesets out in the one canonical way.

use crate::Exit;
use crate::args::FmtArgs;
use crate::failure::Failure;
use crate::files::{find_files, read_text, write};
use crate::output::Terminal;
use comity::fault::{Fault, FaultKind};
use comity::source::SourceFile;
use std::path::Path;

pub(crate) fn fmt(args: &FmtArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut files = Vec::new();
    for path in &args.paths {
        files.extend(find_files(path, &["comity"])?);
    }
    let mut faults = Vec::new();
    let mut changed = 0usize;
    for file in &files {
        match format_file(file, args.check, terminal)? {
            Ok(true) => changed += 1,
            Ok(false) => {}
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    Ok(if args.check && changed > 0 { Exit::Breached } else { Exit::Met })
}

/// Whether the file changes, or its faults.
fn format_file(
    path: &Path,
    check: bool,
    terminal: &Terminal,
) -> Result<Result<bool, Vec<Fault>>, Failure> {
    let text = read_text(path)?;
    let formatted = match comity::syntax::format(&text) {
        Ok(formatted) => formatted,
        Err(errors) => return Ok(Err(attach(path, &text, errors))),
    };
    if path == Path::new("-") {
        terminal.print(&formatted);
        return Ok(Ok(false));
    }
    if formatted == text {
        return Ok(Ok(false));
    }
    if check {
        terminal.print(&format!("{} is not laid out canonically\n", path.display()));
    } else {
        write(path, &formatted)?;
        terminal.print(&format!("formatted {}\n", path.display()));
    }
    Ok(Ok(true))
}

fn attach(path: &Path, text: &str, errors: Vec<comity::syntax::SyntaxError>) -> Vec<Fault> {
    let source = SourceFile::new(&path.display().to_string(), text);
    let with_source = |error| Fault { kind: FaultKind::Syntax(error), source: source.clone() };
    errors.into_iter().map(with_source).collect()
}
