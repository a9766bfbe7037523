//! `comity new`: starts a manifest or a ruleset.

use crate::Exit;
use crate::args::{NewArgs, Start};
use crate::failure::Failure;
use crate::files::{load_rules, write};
use crate::output::Terminal;
use comity::report::template::manifest_template;

const RULESET: &str = include_str!("ruleset.comity");

pub(crate) fn new(args: &NewArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let text = match args.what {
        Start::Manifest => manifest(args)?,
        Start::Ruleset => RULESET.to_owned(),
    };
    match &args.file {
        None => terminal.print(&text),
        Some(path) if path.exists() => {
            return Err(Failure::new(format!(
                "{} exists already; choose another name",
                path.display()
            )));
        }
        Some(path) => {
            write(path, &text)?;
            terminal.print(&format!("wrote {}\n", path.display()));
        }
    }
    Ok(Exit::Met)
}

fn manifest(args: &NewArgs) -> Result<String, Failure> {
    let library = load_rules(&[])?;
    let law = library.law();
    let places = library.find_jurisdictions(&args.jurisdictions)?;
    let read = library.facts_read_in(&places);
    let wanted = |id| places.is_empty() || read.contains(&id);
    Ok(manifest_template(&law.vocabulary, wanted))
}
