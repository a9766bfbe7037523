//! `comity rules`: browse rulesets, or show one rule.

use crate::Exit;
use crate::args::RulesArgs;
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::report::rules::{rule_page, ruleset_list, ruleset_page};
use comity::suggest::nearest;

pub(crate) fn rules(args: &RulesArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let (law, paint) = (library.law(), terminal.paint());
    let page = match &args.name {
        None => ruleset_list(law, args.lang, paint),
        Some(name) => {
            let ruleset = law.iter_rulesets().filter(|(_, ruleset)| ruleset.id == *name).last();
            match (ruleset, law.find_rule(name)) {
                (Some((id, _)), _) => ruleset_page(law, id, args.lang, paint),
                (None, Some((_, rule))) => {
                    rule_page(law, library.sources(), rule, args.lang, paint)
                }
                (None, None) => return Err(unknown(law, name)),
            }
        }
    };
    terminal.print(&page);
    Ok(Exit::Met)
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
