//! `comity compare`: which rules ask the same, which are stricter, which cannot be met together.

use crate::Exit;
use crate::args::{CompareArgs, Format};
use crate::failure::Failure;
use crate::files::load_rules;
use crate::output::Terminal;
use comity::report::compare::page::compare_page;

pub(crate) fn compare(args: &CompareArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let language = args.answer.lang;
    let report = match args.sides.as_slice() {
        [] => library.compare_report(&args.scope.request(), args.all, language)?,
        [one, other] => {
            library.compare_sides_report([one, other], args.scope.day(), args.all, language)?
        }
        _ => return Err(Failure::new("name two rules or rulesets to compare, or none".to_owned())),
    };
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => compare_page(&report, args.all, terminal.paint()),
    });
    Ok(Exit::Met)
}
