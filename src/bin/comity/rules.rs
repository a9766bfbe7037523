//! `comity rules`: browse rulesets, show one rule, tell what was read how, print all as a page.

use crate::Exit;
use crate::args::{Format, RulesArgs};
use crate::failure::Failure;
use crate::files::{find_files, load_library, read_text};
use crate::output::Terminal;
use comity::Library;
use comity::model::ruleset::RulesetId;
use comity::model::text::Language;
use comity::report::confidence::confidence_list;
use comity::report::inventory::inventory;
use comity::report::listing::rules_report;
use comity::report::notes::Notes;
use comity::report::paint::Paint;
use comity::report::rules::{rule_page, ruleset_list, ruleset_page};
use comity::suggest::nearest;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn rules(args: &RulesArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let page = match &args.markdown {
        Some(folder) => inventory(library.law(), library.sources(), &notes_below(folder)?),
        None if args.confidence => confidence(&library, args, terminal.paint())?,
        None if args.answer.format == Format::Json => listing(&library, args)?,
        None => pages(&library, args, terminal.paint())?,
    };
    terminal.print(&page);
    Ok(Exit::Met)
}

/// The ruleset of that name, or all.
fn listing(library: &Library, args: &RulesArgs) -> Result<String, Failure> {
    let rulesets = chosen(library, args)?;
    let (law, sources) = (library.law(), library.sources());
    Ok(rules_report(law, sources, &rulesets, args.answer.lang).to_json())
}

fn chosen(library: &Library, args: &RulesArgs) -> Result<Vec<RulesetId>, Failure> {
    match &args.name {
        None => Ok(library.law().iter_rulesets().map(|(id, _)| id).collect()),
        Some(name) => Ok(library.find_rulesets(std::slice::from_ref(name))?),
    }
}

fn pages(library: &Library, args: &RulesArgs, paint: Paint) -> Result<String, Failure> {
    let law = library.law();
    let Some(name) = &args.name else { return Ok(ruleset_list(law, args.answer.lang, paint)) };
    match library.find_rulesets(std::slice::from_ref(name)) {
        Ok(found) => {
            Ok(found.iter().map(|&id| ruleset_page(law, id, args.answer.lang, paint)).collect())
        }
        Err(_) => rule_pages(library, name, args.answer.lang, paint),
    }
}

/// What was read less well than in the primary text: in the ruleset of that name, or in all.
fn confidence(library: &Library, args: &RulesArgs, paint: Paint) -> Result<String, Failure> {
    let rulesets = chosen(library, args)?;
    Ok(confidence_list(library.law(), &rulesets, args.answer.lang, paint))
}

/// What each `SOURCES.md` below the folder tells, by the folder it stands in.
fn notes_below(folder: &Path) -> Result<BTreeMap<String, Notes>, Failure> {
    let mut notes = BTreeMap::new();
    for file in find_files(folder, &["md"])? {
        let inside = file.strip_prefix(folder).unwrap_or(&file);
        if let (true, Some(place)) = (inside.ends_with("SOURCES.md"), inside.parent()) {
            let place = place.display().to_string().replace('\\', "/");
            notes.insert(place, Notes::read(&read_text(&file)?));
        }
    }
    Ok(notes)
}

/// The rule of that id, in every edition at hand.
fn rule_pages(
    library: &Library,
    name: &str,
    language: Language,
    paint: Paint,
) -> Result<String, Failure> {
    let law = library.law();
    let rules = law.rules.iter().filter(|rule| rule.id == name);
    let pages: Vec<String> =
        rules.map(|rule| rule_page(law, library.sources(), rule, language, paint)).collect();
    if pages.is_empty() { Err(unknown(law, name)) } else { Ok(pages.join("\n")) }
}

fn unknown(law: &comity::model::law::Law, name: &str) -> Failure {
    let rulesets = law.rulesets.iter().map(|ruleset| ruleset.id.as_str());
    let rules = law.rules.iter().map(|rule| rule.id.as_str());
    let help = match nearest(name, rulesets.chain(rules)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => "; `comity rules` lists all rulesets".to_owned(),
    };
    Failure::new(format!("there is no rule or ruleset `{name}`{help}"))
}
