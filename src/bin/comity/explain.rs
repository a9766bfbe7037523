//! `comity explain`: what a diagnostic means, by its code.

use crate::Exit;
use crate::args::ExplainArgs;
use crate::failure::Failure;
use crate::output::Terminal;
use comity::report::explanations::{all_codes, codes_named, explanation};
use comity::suggest::nearest;

pub(crate) fn explain(args: &ExplainArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let Some(code) = &args.code else {
        terminal.print(&all_codes().map(|code| format!("{code}\n")).collect::<String>());
        return Ok(Exit::Met);
    };
    let code = find(code)?;
    let text = explanation(code).unwrap_or_default();
    terminal.print(&format!("{}\n\n{text}\n", terminal.paint().strong(code)));
    Ok(Exit::Met)
}

/// The one code that a name stands for: all of it, or its end.
fn find(name: &str) -> Result<&'static str, Failure> {
    match *codes_named(name).collect::<Vec<_>>() {
        [code] => Ok(code),
        [] => {
            let ends = all_codes().filter_map(|code| code.rsplit("::").next());
            let near = nearest(name, all_codes()).or_else(|| nearest(name, ends));
            let near = near.map(|near| format!("; did you mean `{near}`?"));
            let help = near.unwrap_or("; `comity explain` lists all codes".to_owned());
            Err(Failure::new(format!("there is no diagnostic `{name}`{help}")))
        }
        ref several => {
            let codes = several.join("`, `");
            Err(Failure::new(format!("`{name}` is the end of several codes: `{codes}`")))
        }
    }
}
