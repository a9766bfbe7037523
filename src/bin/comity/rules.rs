//! `comity rules`: browse rulesets, or show one rule.

use crate::Exit;
use crate::args::RulesArgs;
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::Library;
use comity::model::text::Language;
use comity::report::paint::Paint;
use comity::report::rules::{rule_page, ruleset_list, ruleset_page};
use comity::suggest::nearest;

pub(crate) fn rules(args: &RulesArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let (law, paint) = (library.law(), terminal.paint());
    let page = match &args.name {
        None => ruleset_list(law, args.lang, paint),
        Some(name) => match library.find_rulesets(std::slice::from_ref(name)) {
            Ok(found) => found.iter().map(|&id| ruleset_page(law, id, args.lang, paint)).collect(),
            Err(_) => rule_pages(&library, name, args.lang, paint)?,
        },
    };
    terminal.print(&page);
    Ok(Exit::Met)
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
