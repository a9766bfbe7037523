//! `comity vocabulary`: browse the facts that manifests can state, or show one.

use crate::Exit;
use crate::args::VocabularyArgs;
use crate::failure::Failure;
use crate::files::load_rules;
use crate::output::Terminal;
use comity::model::vocabulary::{Fact, Vocabulary};
use comity::report::vocabulary::{fact_list, fact_page};
use comity::suggest::nearest;

pub(crate) fn vocabulary(args: &VocabularyArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    let (vocabulary, paint) = (&library.law().vocabulary, terminal.paint());
    let wanted = args.fact.as_deref().unwrap_or_default();
    let page = match find(vocabulary, wanted) {
        Some(fact) => fact_page(vocabulary, fact, args.lang, paint),
        None => fact_list(vocabulary, wanted, args.lang, paint),
    };
    if page.is_empty() {
        return Err(unknown(vocabulary, wanted));
    }
    terminal.print(&page);
    Ok(Exit::Met)
}

/// A fact, or a field of a list.
fn find<'a>(vocabulary: &'a Vocabulary, path: &str) -> Option<&'a Fact> {
    let field = || {
        let (list, name) = path.rsplit_once('.')?;
        vocabulary.facts.get(list)?.fields.get(name)
    };
    vocabulary.facts.get(path).or_else(field)
}

fn unknown(vocabulary: &Vocabulary, path: &str) -> Failure {
    let help = match nearest(path, vocabulary.facts.keys().map(String::as_str)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => "; `comity vocabulary` lists all facts".to_owned(),
    };
    Failure::new(format!("there is no fact `{path}`{help}"))
}
