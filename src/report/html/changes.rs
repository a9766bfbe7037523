//! What changed between two editions of a ruleset: rules that came and went, and those that read
//! differently, side by side.

use super::page::{Html, link, list, plain, tag};
use super::rule::{is_of_reading, reading_of};
use super::words as w;
use super::{Book, CHANGES, UP};
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::report::read::json::{RuleReading, Sentence};
use crate::report::read::read_ruleset;
use indexmap::IndexMap;

/// The rules of an edition as they read, by number, in the order of the text.
type Read<'a> = IndexMap<&'a str, (RuleId, RuleReading)>;

impl Book<'_> {
    /// Each edition with the one that follows it.
    pub(super) fn successions(&self) -> Vec<(RulesetId, RulesetId)> {
        let all: Vec<_> = self.law.iter_rulesets().collect();
        let next = all.iter().zip(all.iter().skip(1));
        next.filter(|(old, new)| old.1.id == new.1.id).map(|(old, new)| (old.0, new.0)).collect()
    }

    pub(super) fn change_name(&self, old: RulesetId, new: RulesetId) -> String {
        format!("{CHANGES}/{}_{}.html", self.addresses.name(old), self.addresses.name(new))
    }

    pub(super) fn change_title(&self, old: RulesetId, new: RulesetId) -> String {
        let edition = |id| self.law.ruleset(id).map_or("", |own| own.edition.as_str());
        let id = self.law.ruleset(new).map_or("", |own| own.id.as_str());
        format!("{}: {id} {} → {}", self.say(w::CHANGED), edition(old), edition(new))
    }

    /// The page of what changed from one edition to the next.
    pub(super) fn change(&self, old: RulesetId, new: RulesetId) -> (String, String) {
        let (before, after) = (self.read_by_number(old), self.read_by_number(new));
        let only = |these: &Read<'_>, others: &Read<'_>| {
            let own = these.iter().filter(|(number, _)| !others.contains_key(*number));
            let items = own.map(|(number, (id, reading))| self.entry(*id, number, &reading.title));
            self.or_none(list(items.collect::<Vec<_>>()))
        };
        let both =
            before.iter().filter_map(|(number, old)| Some((number, old, after.get(number)?)));
        let (same, changed): (Vec<_>, Vec<_>) =
            both.partition(|(_, old, new)| says(&old.1) == says(&new.1));
        let changed = changed.into_iter().map(|(number, old, new)| self.beside(number, old, new));
        let same =
            same.into_iter().map(|(number, _, (id, new))| self.entry(*id, number, &new.title));
        let title = self.change_title(old, new);
        let main = [
            plain("h1", &title),
            plain("p", self.say(w::CHANGED_HOW)),
            plain("h2", self.say(w::NEW)),
            only(&after, &before),
            plain("h2", self.say(w::GONE)),
            only(&before, &after),
            plain("h2", self.say(w::READS_ANEW)),
            self.or_none(changed.collect()),
            plain("h2", self.say(w::SAME)),
            self.or_none(list(same.collect::<Vec<_>>())),
        ];
        (self.change_name(old, new), self.page(UP, &title, main.into()))
    }

    fn read_by_number(&self, id: RulesetId) -> Read<'_> {
        let read = read_ruleset(self.law, id, self.language);
        let read = read.into_iter().flat_map(|text| text.rules);
        let rules = self.law.rules_of(id).zip(read);
        rules.map(|((id, rule), reading)| (rule.number.as_str(), (id, reading))).collect()
    }

    fn entry(&self, id: RuleId, number: &str, title: &str) -> Html {
        let to = format!("{UP}{}", self.addresses.rule(id));
        Html::from([link(&to, number), Html::from(format!(" {title}"))])
    }

    fn or_none(&self, found: Html) -> Html {
        if found.is_empty() { plain("p", self.say(w::NONE)) } else { found }
    }

    /// A rule as it read before and as it reads now.
    fn beside(
        &self,
        number: &str,
        old: &(RuleId, RuleReading),
        new: &(RuleId, RuleReading),
    ) -> Html {
        let side = |words, (id, reading): &(RuleId, RuleReading)| {
            let title = self.entry(*id, number, &reading.title);
            plain("div", [plain("h4", self.say(words)), plain("p", title), reading_of(reading)])
        };
        let sides = [side(w::BEFORE, old), side(w::AFTER, new)];
        let heading = plain("h3", format!("{number} {}", new.1.title));
        tag(
            "article",
            &[("class", "rule")],
            [heading, tag("div", &[("class", "sides two")], sides)],
        )
    }
}

/// What a rule says, beside where that is written and how it was read.
fn says(reading: &RuleReading) -> (&str, Vec<&Sentence>) {
    let own = reading.sentences.iter().filter(|one| is_of_reading(one));
    (&reading.title, own.collect())
}
