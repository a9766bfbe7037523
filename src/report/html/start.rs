//! The first page, the page of dates, and the page of what was read less well.

use super::Book;
use super::page::{Html, dated, link, plain, table};
use super::words as w;
use crate::analysis::law_timeline::LawTimeline;
use crate::analysis::turns::Clocks;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::{ConfidenceLevel, Ruleset, RulesetId};
use crate::report::confidence::level;
use crate::report::counts::{Counts, percent};
use crate::report::rules::kind;
use crate::report::timeline::build::Telling;
use crate::report::timeline::json::{LawStretchReport, PlaceTimeline, RuleTurn};
use crate::report::words::period;
use jiff::civil::Date;

impl Book<'_> {
    /// All rulesets.
    pub(super) fn start(&self) -> String {
        let columns = [w::RULESET, w::EDITION, w::KIND, w::PLACES, w::RULES, w::OPEN_SHARE];
        let rows = self.law.iter_rulesets().map(|(id, own)| self.ruleset_row(id, own)).collect();
        let columns = columns.map(|words| self.say(words));
        let changes = self
            .successions()
            .into_iter()
            .map(|(old, new)| link(&self.change_name(old, new), self.change_title(old, new)));
        let changes = super::page::list(changes.collect::<Vec<_>>());
        let changed = match changes.is_empty() {
            true => changes,
            false => Html::from([plain("h2", self.say(w::CHANGED)), changes]),
        };
        let main = [
            plain("h1", self.say(w::START)),
            plain("p", self.say(w::START_HOW)),
            table(self.say(w::RULESETS), &columns, rows),
            changed,
        ];
        self.page("", self.say(w::START), main.into())
    }

    fn ruleset_row(&self, id: RulesetId, own: &Ruleset) -> Vec<Html> {
        let counts = Counts::of(self.law, id);
        let places = own.applies_in.iter().filter_map(|&id| self.law.jurisdictions.get(id));
        let places: Vec<&str> = places.map(|place| place.title.get(self.language)).collect();
        let name = plain("code", &own.id);
        vec![
            link(
                &self.addresses.ruleset(id),
                [Html::from(own.title.get(self.language)), Html::from(" "), name],
            ),
            dated(&own.edition),
            Html::from(kind(own.kind)),
            Html::from(places.join(", ")),
            Html::from(counts.rules.to_string()),
            Html::from(percent(counts.open_share())),
        ]
    }

    /// Which law starts, changes and ends when, place by place.
    pub(super) fn dates(&self, timelines: &[LawTimeline]) -> String {
        let telling = Telling {
            law: self.law,
            language: self.language,
            today: Date::ZERO,
            clocks: Clocks::PlacedThen,
            from: None,
            until: None,
        };
        let places = timelines.iter().map(|own| self.place(&telling.place(own)));
        let lead = plain("p", self.say(w::DATES_HOW));
        self.index(w::BY_DATE, std::iter::once(lead).chain(places).collect())
    }

    fn place(&self, place: &PlaceTimeline) -> Html {
        let name = format!("{} ({})", place.name, place.territory);
        let columns =
            [w::DAYS, w::RULES, w::BEGINS, w::ENDS, w::TURNS].map(|words| self.say(words));
        let rows = place.stretches.iter().map(|own| self.stretch(own)).collect();
        Html::from([plain("h2", &name), table(&name, &columns, rows)])
    }

    fn stretch(&self, own: &LawStretchReport) -> Vec<Html> {
        let day = |day: &Option<String>| day.as_ref().and_then(|day| day.parse().ok());
        let days = crate::model::period::Period { from: day(&own.from), until: day(&own.until) };
        let days = period(&days, self.language).unwrap_or_else(|| "–".to_owned());
        let turned = |turns: &[RuleTurn]| {
            let ids = turns.iter().filter_map(|turn| self.rule_of(turn));
            self.grouped(ids.collect::<Vec<_>>(), "")
        };
        vec![
            dated(&days),
            Html::from(own.rules.to_string()),
            turned(&own.begun),
            turned(&own.ended),
            turned(&own.changed),
        ]
    }

    fn rule_of(&self, turn: &RuleTurn) -> Option<RuleId> {
        let is_it = |rule: &Rule| {
            let of = self.law.ruleset(rule.ruleset);
            rule.id == turn.rule && of.is_some_and(|own| own.edition == turn.edition)
        };
        self.law.iter_rules().find(|(_, rule)| is_it(rule)).map(|(id, _)| id)
    }

    /// The rules that rest on less than reading the primary text.
    pub(super) fn surety(&self) -> String {
        let less = |rule: &Rule| rule.confidence.level > ConfidenceLevel::Read;
        let row = |(id, rule): (RuleId, &Rule)| {
            vec![
                link(&self.addresses.rule(id), &rule.id),
                Html::from(rule.title.get(self.language)),
                Html::from(level(rule.confidence.level)),
                Html::from(rule.confidence.note.as_deref().unwrap_or_default()),
            ]
        };
        let rows: Vec<_> = self.law.iter_rules().filter(|(_, rule)| less(rule)).map(row).collect();
        let columns = [w::RULE, w::TITLE, w::CONFIDENCE, w::NOTE].map(|words| self.say(words));
        let count = format!("{} / {}", rows.len(), self.law.rules.len());
        let lead = plain("p", format!("{} {count}", self.say(w::LESS_HOW)));
        let table = table(self.say(w::BY_CONFIDENCE), &columns, rows);
        self.index(w::BY_CONFIDENCE, Html::from([lead, table]))
    }
}
