//! Rules read back in plain words, asked by names: for the command line and for a page.

use super::{Library, UnknownName, unknown};
use crate::model::rule::RuleId;
use crate::model::text::Language;
use crate::report::html::read::{rules_side_by_side, rulesets_side_by_side};
use crate::report::read::json::ReadReport;
use crate::report::read::{read_rule, read_ruleset};

impl Library {
    /// A rule (in every edition at hand) or a ruleset, read back in plain legal prose.
    ///
    /// ```
    /// use comity::model::text::Language;
    /// let library = comity::Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let report = library.read("uk.psti.sch1.1", Language::English).unwrap();
    /// let duty = report.texts[0].rules[0].sentences.iter().find(|one| one.kind == "duty");
    /// assert!(duty.unwrap().text.contains("the manufacturer must ensure that"));
    /// ```
    ///
    /// # Errors
    ///
    /// A name that is neither.
    pub fn read(&self, name: &str, language: Language) -> Result<ReadReport, UnknownName> {
        let texts = match self.find_ruleset(name) {
            Ok(ruleset) => read_ruleset(&self.law, ruleset, language).into_iter().collect(),
            Err(_) => {
                let rules = self.find_rules(name)?;
                rules.into_iter().filter_map(|id| read_rule(&self.law, id, language)).collect()
            }
        };
        Ok(ReadReport::of(texts, language))
    }

    /// The same as a page that stands by itself: for each rule the clause it encodes, how it reads,
    /// its text, its open norms and its examples.
    ///
    /// # Errors
    ///
    /// A name that is neither.
    pub fn read_page(&self, name: &str, language: Language) -> Result<String, UnknownName> {
        let (law, sources) = (&self.law, &self.sources);
        Ok(match self.find_ruleset(name) {
            Ok(ruleset) => rulesets_side_by_side(law, sources, &[ruleset], language),
            Err(_) => rules_side_by_side(law, sources, &self.find_rules(name)?, language),
        })
    }

    /// The rule of that id in every edition.
    fn find_rules(&self, name: &str) -> Result<Vec<RuleId>, UnknownName> {
        let named = self.law.iter_rules().filter(|(_, rule)| rule.id == name);
        let found: Vec<RuleId> = named.map(|(id, _)| id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let rulesets = self.law.rulesets.iter().map(|ruleset| ruleset.id.as_str());
        let rules = self.law.rules.iter().map(|rule| rule.id.as_str());
        let otherwise = "; `comity rules` lists all rulesets";
        Err(unknown("rule or ruleset", name, rulesets.chain(rules), otherwise))
    }
}
