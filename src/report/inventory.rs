//! All rulesets on one page of Markdown: what is encoded, how much of it is left to people, what
//! is left out, how it was read.

use super::confidence::level;
use super::counts::{Counts, OPEN_NORMS, percent};
use super::notes::{NotedRow, Notes};
use super::rules::kind;
use crate::model::law::Law;
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::source::SourceMap;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEADER: &str = "\
| ruleset | kind | provisions in the instrument | rules | with an open norm | open-norm share \
| examples | rows of the notes not encoded | least confidence |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
";

/// The page. `notes` are the folders of the rulesets, each with what its `SOURCES.md` tells.
#[must_use]
pub fn inventory(law: &Law, sources: &SourceMap, notes: &BTreeMap<String, Notes>) -> String {
    let mut out = preamble(law);
    for (folder, rulesets) in by_folder(law, sources) {
        let nothing = Notes::default();
        let notes = notes.get(&folder).unwrap_or(&nothing);
        let _ = write!(out, "\n## {folder}\n\n{HEADER}");
        out.push_str(&folder_table(law, &folder, &rulesets, notes));
        out.push_str(&left_out(&folder, notes));
    }
    out
}

fn preamble(law: &Law) -> String {
    let all = Counts::of_all(law);
    format!(
        "# The rulesets\n\n\
         This page is generated: `comity rules --markdown rulesets > rulesets/README.md`.\n\n\
         {} rulesets, {} rules, {} examples.\n\n\
         **Open-norm share: {}** ({} of {} rules). {OPEN_NORMS}\n\n\
         *Provisions in the instrument* is as far as the sources know; where they do not, it says \
         `not known`. *Rows of the notes* are the provisions that were collected before encoding; \
         each that is not encoded stands in the `SOURCES.md` of its folder with the reason. \
         *Least confidence* is that of the rule that was read least well: `read` in the primary \
         text, `seen` in part on an official page, `secondary` from a secondary source, \
         `unverified` from memory. `comity rules --confidence` lists every rule that is not `read`.\n",
        all.rulesets,
        all.rules,
        all.examples,
        percent(all.open_share()),
        all.open,
        all.rules,
    )
}

/// The rulesets by the folder of the file they stand in.
fn by_folder(law: &Law, sources: &SourceMap) -> BTreeMap<String, Vec<RulesetId>> {
    let mut folders: BTreeMap<String, Vec<RulesetId>> = BTreeMap::new();
    for (id, ruleset) in law.iter_rulesets() {
        let file = sources.get(ruleset.span.file).map(|file| file.name.as_ref());
        let folder = file.and_then(|name| name.rsplit_once('/')).map_or("", |(folder, _)| folder);
        folders.entry(folder.to_owned()).or_default().push(id);
    }
    folders
}

fn folder_table(law: &Law, folder: &str, rulesets: &[RulesetId], notes: &Notes) -> String {
    let mut out = String::new();
    let mut total = Counts::default();
    let all: Vec<&Ruleset> = rulesets.iter().filter_map(|&id| law.ruleset(id)).collect();
    let left_out = |of: Option<&str>| {
        let rows = notes.rows.iter().filter(|row| !row.is_encoded());
        rows.filter(|row| owner(row, &all) == of).count()
    };
    let why = |count: usize| match count {
        0 => "0".to_owned(),
        count => format!("[{count}]({folder}/SOURCES.md)"),
    };
    for (&id, ruleset) in rulesets.iter().zip(&all) {
        let counts = Counts::of(law, id);
        total = total.plus(counts);
        let name = format!("`{}` {}", ruleset.id, ruleset.edition);
        let provisions = notes.provisions_of(&ruleset.id, &ruleset.edition);
        let known = provisions.unwrap_or("not known");
        let rows = why(left_out(Some(&ruleset.id)));
        out.push_str(&row(&name, kind(ruleset.kind), known, &counts, &rows));
    }
    let homeless = left_out(None);
    if homeless > 0 {
        let rows = why(homeless);
        let _ = writeln!(out, "| no ruleset | | | | | | | {rows} | |");
    }
    let rows = notes.rows.iter().filter(|row| !row.is_encoded()).count();
    out.push_str(&row("**together**", "", "", &total, &why(rows)));
    out
}

fn row(name: &str, kind: &str, provisions: &str, counts: &Counts, rows: &str) -> String {
    let Counts { rules, open, examples, .. } = counts;
    let (share, least) = (percent(counts.open_share()), counts.least.map_or("", level));
    format!(
        "| {name} | {kind} | {provisions} | {rules} | {open} | {share} | {examples} | {rows} | {least} |\n"
    )
}

/// The ruleset that a row of the notes belongs to by its name, as `nl.bw.burden` does to `nl.bw`.
fn owner<'r>(row: &NotedRow, rulesets: &[&'r Ruleset]) -> Option<&'r str> {
    let begins = |id: &str| row.row.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    let ids = rulesets.iter().map(|ruleset| ruleset.id.as_str());
    ids.filter(|id| begins(id)).max_by_key(|id| id.len())
}

/// The rows that nothing encodes, by name.
fn left_out(folder: &str, notes: &Notes) -> String {
    let missing: Vec<String> = notes
        .rows
        .iter()
        .filter(|row| !row.is_encoded())
        .map(|row| format!("`{}`", row.row))
        .collect();
    if missing.is_empty() {
        return format!(
            "\nEvery row of the notes is encoded: [SOURCES.md]({folder}/SOURCES.md).\n"
        );
    }
    let names = missing.join(", ");
    format!("\nNot encoded, each with its reason in [SOURCES.md]({folder}/SOURCES.md): {names}.\n")
}
