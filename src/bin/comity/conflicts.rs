//! `comity conflicts`: rules that no design meets together.

use crate::Exit;
use crate::args::{ConflictsArgs, Format};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::analysis::problem::Limits;
use comity::report::conflicts::json::conflicts_report;
use comity::report::conflicts::story::conflict_stories;

pub(crate) fn conflicts(args: &ConflictsArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let asked = library.ask(&args.scope.request())?;
    let limits = Limits::default();
    let (found, together) = (asked.conflicts(&limits), asked.together(&limits));
    let (ground, rules) = (&asked.ground, asked.duties.len());
    let report = conflicts_report(ground, rules, &found, &together, args.answer.lang);
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => conflict_stories(&report, terminal.paint()),
    });
    Ok(if report.conflicts.is_empty() { Exit::Met } else { Exit::Breached })
}
