//! `comity doc`: a site of all rulesets, written into a folder.

use crate::Exit;
use crate::args::DocArgs;
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{load_library, write};
use crate::output::Terminal;
use std::fs;

pub(crate) fn doc(args: &DocArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let pages = library.pages(args.lang, Some(args.on.unwrap_or_else(today)));
    for (path, text) in &pages {
        let path = args.out.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::io("make", folder, &error))?;
        }
        write(&path, text)?;
    }
    let start = args.out.join("index.html");
    terminal.print(&format!("wrote {} files; open {}\n", pages.len(), start.display()));
    Ok(Exit::Met)
}
