//! `comity explain`: what a diagnostic means, by its code.

use crate::Exit;
use crate::args::ExplainArgs;
use crate::failure::Failure;
use crate::output::Terminal;
use comity::report::explanations::{all_codes, explanation};
use comity::suggest::nearest;

pub(crate) fn explain(args: &ExplainArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let Some(code) = &args.code else {
        terminal.print(&all_codes().map(|code| format!("{code}\n")).collect::<String>());
        return Ok(Exit::Met);
    };
    let Some(text) = explanation(code) else {
        let near = nearest(code, all_codes()).map(|near| format!("; did you mean `{near}`?"));
        let help = near.unwrap_or("; `comity explain` lists all codes".to_owned());
        return Err(Failure::new(format!("there is no diagnostic `{code}`{help}")));
    };
    terminal.print(&format!("{}\n\n{text}\n", terminal.paint().strong(code)));
    Ok(Exit::Met)
}
