//! The page of one ruleset: its frame, its rules side by side, its words, its relations.

use super::page::{Html, link, list, plain, tag, void};
use super::relations::Relations;
use super::words as w;
use super::{Book, PICTURES, UP};
use crate::graph::{Dependencies, Node};
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::report::counts::{Counts, percent};
use crate::report::graph::build::graph_report;
use crate::report::graph::names::Names;
use crate::report::graph::svg::{MOST_NODES, svg};
use crate::report::read::json::{RuleReading, TextReading};
use crate::report::read::read_ruleset;

impl Book<'_> {
    /// The page of a ruleset, and its picture where there is one to draw.
    pub(super) fn ruleset(
        &self,
        id: RulesetId,
        graph: &Dependencies,
        relations: &Relations,
    ) -> Vec<(String, String)> {
        let Some(own) = self.law.ruleset(id) else { return Vec::new() };
        let Some(text) = read_ruleset(self.law, id, self.language) else { return Vec::new() };
        let picture = self.picture(id, graph);
        let name = format!("{} {} {}", own.id, self.say(w::EDITION), own.edition);
        let summary = own.summary.as_ref().map(|summary| summary.get(self.language));
        let main = [
            plain("h1", &text.title),
            tag("p", &[("class", "quiet")], name),
            summary.map(|summary| plain("p", summary)).unwrap_or_default(),
            plain("h2", self.say(w::FRAME)),
            self.frame(id, &text),
            plain("p", self.open_share(id)),
            self.editions(id),
            plain("h2", self.say(w::RULES)),
            self.rules(id, &text, relations),
            self.meanings("h2", &text),
            self.surroundings(id, relations, picture.is_some()),
        ];
        let page = (self.addresses.ruleset(id), self.page(UP, &text.title, main.into()));
        let drawn = picture.map(|drawn| (self.picture_name(id), drawn));
        std::iter::once(page).chain(drawn).collect()
    }

    fn open_share(&self, id: RulesetId) -> String {
        let counts = Counts::of(self.law, id);
        let share = percent(counts.open_share());
        format!("{}: {share} ({} / {})", self.say(w::OPEN_SHARE), counts.open, counts.rules)
    }

    /// The other editions at hand, and what changes between them.
    fn editions(&self, id: RulesetId) -> Html {
        let own = self.successions().into_iter().filter(|(old, new)| *old == id || *new == id);
        let items = own.map(|(old, new)| {
            link(&format!("{UP}{}", self.change_name(old, new)), self.change_title(old, new))
        });
        list(items)
    }

    fn rules(&self, id: RulesetId, text: &TextReading, relations: &Relations) -> Html {
        let rules: Vec<_> = self.law.rules_of(id).zip(&text.rules).collect();
        let entry = |((id, rule), reading): &((RuleId, &Rule), &RuleReading)| {
            let to = format!("#{}", self.addresses.place(*id));
            Html::from([link(&to, &rule.number), Html::from(format!(" {}", reading.title))])
        };
        let contents = list(rules.iter().map(entry));
        let sections = rules.iter().map(|((id, _), reading)| {
            let ties = self.ties(relations, Node::Rule(*id), UP);
            let title = plain("h4", self.say(w::RELATIONS));
            let more = if ties.is_empty() { ties } else { Html::from([title, ties]) };
            self.rule(self.addresses.place(*id), *id, reading, more)
        });
        Html::from([contents, sections.collect()])
    }

    fn surroundings(&self, id: RulesetId, relations: &Relations, is_drawn: bool) -> Html {
        let ties = self.ties(relations, Node::Ruleset(id), UP);
        let drawn = is_drawn.then(|| {
            let address = format!("{UP}{}", self.picture_name(id));
            let alt = self.say(w::PICTURE);
            plain("p", link(&address, void("img", &[("src", &address), ("alt", alt)])))
        });
        if ties.is_empty() && drawn.is_none() {
            return Html::default();
        }
        Html::from([plain("h2", self.say(w::RELATIONS)), ties, drawn.unwrap_or_default()])
    }

    fn picture_name(&self, id: RulesetId) -> String {
        format!("{PICTURES}/{}.svg", self.addresses.name(id))
    }

    /// What stands around the ruleset, unless that is nothing, or too much for a picture.
    fn picture(&self, id: RulesetId, graph: &Dependencies) -> Option<String> {
        let part = graph.around(id);
        let count = part.nodes().count();
        let names = Names { law: self.law, language: self.language };
        (2..=MOST_NODES)
            .contains(&count)
            .then(|| svg(&graph_report(names, self.sources, &part, &[Node::Ruleset(id)])))
    }
}
