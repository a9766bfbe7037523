//! Puts readings together: of one rule, of a whole ruleset.

use super::Reader;
use super::json::{RuleReading, TextReading};
use super::wordlist::Used;
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::text::Language;

/// A rule in plain words, with the scope of its ruleset and the words it uses.
#[must_use]
pub fn read_rule(law: &Law, id: RuleId, language: Language) -> Option<TextReading> {
    let reader = Reader { law, language };
    let rule = law.rule(id)?;
    let mut used = Used::default();
    reader.use_clauses(&mut used, rule.list(law), rule.clauses.iter());
    let reading = reader.blank(law.ruleset(rule.ruleset)?);
    Some(TextReading {
        rules: vec![reader.rule_reading(id, rule, true)],
        words: reader.words(&used, rule.ruleset),
        ..reading
    })
}

/// A ruleset in plain words: its frame, its rules, and the words they use.
#[must_use]
pub fn read_ruleset(law: &Law, id: RulesetId, language: Language) -> Option<TextReading> {
    let reader = Reader { law, language };
    let ruleset = law.ruleset(id)?;
    let mut used = Used::default();
    reader.use_clauses(&mut used, None, reader.header(id));
    for (_, rule) in law.rules_of(id) {
        reader.use_clauses(&mut used, rule.list(law), rule.clauses.iter());
    }
    let rules = law.rules_of(id).map(|(rule, found)| reader.rule_reading(rule, found, false));
    Some(TextReading {
        sentences: reader.frame(id, ruleset),
        rules: rules.collect(),
        words: reader.words(&used, id),
        ..reader.blank(ruleset)
    })
}

impl Reader<'_> {
    fn blank(&self, ruleset: &Ruleset) -> TextReading {
        TextReading {
            ruleset: ruleset.id.clone(),
            edition: ruleset.edition.clone(),
            title: ruleset.title.get(self.language).to_owned(),
            sentences: Vec::new(),
            rules: Vec::new(),
            words: Vec::new(),
        }
    }

    fn rule_reading(&self, id: RuleId, rule: &Rule, tells_scope: bool) -> RuleReading {
        RuleReading {
            id: rule.id.clone(),
            title: rule.title.get(self.language).to_owned(),
            sentences: self.rule(id, rule, tells_scope),
        }
    }
}
