//! `comity conflicts`: rules that no design meets together.

use crate::Exit;
use crate::args::{ConflictsArgs, Format};
use crate::failure::Failure;
use crate::files::load_rules;
use crate::output::Terminal;
use comity::report::conflicts::story::conflict_stories;

pub(crate) fn conflicts(args: &ConflictsArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let report =
        library.conflicts_report(&args.scope.request(), args.answer.lang, &mut |_, _| {})?;
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => conflict_stories(&report, terminal.paint()),
    });
    Ok(if report.conflicts.is_empty() { Exit::Met } else { Exit::Breached })
}
