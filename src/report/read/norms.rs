//! What a rule asks: who must, what they must see to, and when something else takes its place.

use super::json::Sentence;
use super::roles::Subject;
use super::speech::{capital, elided, spaced};
use super::wordlist::terms_of;
use super::{Mood, Reader, Setting, Told};
use crate::model::condition::NodeId;
use crate::model::rule::{Clause, ClauseRole, Modality, Rule};
use crate::model::term::TermId;
use crate::model::text::Language;

/// Who must: the words before *that*.
struct Must {
    /// `doit`, `moet`; English needs no other order.
    verb: &'static str,
    /// `veiller à ce`, `ervoor zorgen`
    rest: &'static str,
}

impl Reader<'_> {
    /// The list that the rule speaks of, and the norm itself.
    pub(super) fn duty(&self, rule: &Rule, norm: &Clause, at: Setting<'_>) -> Vec<Sentence> {
        let mut told = Vec::new();
        let mut lead = String::new();
        if let Some(list) = rule.list(self.law) {
            let filter = rule.clauses.iter().find(|clause| clause.role == ClauseRole::Filter);
            let filter = filter.map(|filter| {
                let terms = self.terms(filter);
                self.condition(
                    filter.condition,
                    Setting { terms: &terms, mood: Mood::Relative, ..at },
                )
            });
            lead = match filter {
                None => self.every(list),
                Some(filter) if filter.is_line() => {
                    self.for_which(&self.every(list), filter).text + ","
                }
                Some(filter) => {
                    let entries = self.list(list);
                    let speaks = self.say([
                        format!("the rule speaks of every entry under {entries}"),
                        format!("la règle vise chaque entrée sous {entries}"),
                        format!("de regel betreft elke vermelding onder {entries}"),
                    ]);
                    told.push(self.sentence("items", self.for_which(&speaks, filter)));
                    let such = [
                        "for every such entry",
                        "pour chacune de ces entrées",
                        "voor elk van deze vermeldingen",
                    ];
                    self.say(such).to_owned()
                }
            };
            // Dutch turns the verb round after the lead, and needs no comma where it has no clause.
            if self.language != Language::Dutch && !lead.ends_with(',') {
                lead.push(',');
            }
            lead.push(' ');
        }
        told.push(self.sentence("duty", self.demand(rule, norm.condition, &lead, false, at)));
        told
    }

    /// `The manufacturer must ensure that …`
    fn demand(
        &self,
        rule: &Rule,
        asked: NodeId,
        lead: &str,
        is_instead: bool,
        at: Setting<'_>,
    ) -> Told {
        let forbidden = self.is_forbidden(asked, at);
        let subject = self.subject(rule);
        let must = self.must(rule.modality, forbidden.is_some(), subject.is_plural);
        let lead = self.who_must(&subject, &must, lead, is_instead);
        let asked = self.condition(forbidden.unwrap_or(asked), at.put(Mood::That));
        self.that(&lead, asked)
    }

    /// Words, *that*, and a clause.
    fn that(&self, lead: &str, clause: Told) -> Told {
        match self.language {
            Language::English => clause.after(&format!("{lead} that ")),
            Language::French => {
                Told { text: format!("{lead} {}", elided("que", &clause.text)), ..clause }
            }
            Language::Dutch => clause.after(&format!("{lead} dat ")),
        }
    }

    /// Words, *where*, and a clause.
    pub(super) fn wherever(&self, lead: &str, clause: Told) -> Told {
        match self.language {
            Language::English => clause.after(&format!("{lead} where ")),
            Language::French => {
                Told { text: format!("{lead} {}", elided("lorsque", &clause.text)), ..clause }
            }
            Language::Dutch => clause.after(&format!("{lead} wanneer ")),
        }
    }

    fn who_must(&self, subject: &Subject, must: &Must, lead: &str, is_instead: bool) -> String {
        let (who, Must { verb, rest }) = (&subject.words, must);
        let instead = if is_instead {
            self.say(["instead ", "à la place ", "in plaats daarvan "])
        } else {
            ""
        };
        match self.language {
            Language::English | Language::French => format!("{lead}{who} {verb} {instead}{rest}"),
            // After other words the verb comes before whoever must.
            Language::Dutch if !lead.is_empty() => format!("{lead}{verb} {who} {instead}{rest}"),
            Language::Dutch => format!("{who} {verb} {instead}{rest}"),
        }
    }

    fn must(&self, modality: Modality, is_forbidden: bool, is_plural: bool) -> Must {
        let one = |[one, several]: [&'static str; 2]| if is_plural { several } else { one };
        let (verb, rest) = match (self.language, modality, is_forbidden) {
            (Language::English, Modality::Must, false) => ("must", "ensure"),
            (Language::English, Modality::Must, true) => ("must not", "allow"),
            (Language::English, Modality::Should, false) => ("should", "ensure"),
            (Language::English, Modality::Should, true) => ("should not", "allow"),
            (Language::English, Modality::May, _) => ("may", "arrange"),
            (Language::French, Modality::Must, false) => (one(["doit", "doivent"]), "veiller à ce"),
            (Language::French, Modality::Must, true) => {
                (one(["ne doit pas", "ne doivent pas"]), "permettre")
            }
            (Language::French, Modality::Should, false) => {
                (one(["devrait", "devraient"]), "veiller à ce")
            }
            (Language::French, Modality::Should, true) => {
                (one(["ne devrait pas", "ne devraient pas"]), "permettre")
            }
            (Language::French, Modality::May, _) => (one(["peut", "peuvent"]), "faire en sorte"),
            (Language::Dutch, Modality::Must, false) => (one(["moet", "moeten"]), "ervoor zorgen"),
            (Language::Dutch, Modality::Must, true) => (one(["mag", "mogen"]), "niet toelaten"),
            (Language::Dutch, Modality::Should, false) => {
                (one(["zou", "zouden"]), "ervoor moeten zorgen")
            }
            (Language::Dutch, Modality::Should, true) => {
                (one(["zou", "zouden"]), "niet moeten toelaten")
            }
            (Language::Dutch, Modality::May, _) => (one(["mag", "mogen"]), "ervoor zorgen"),
        };
        Must { verb, rest }
    }

    /// `unless`, `unless … instead`, `deemed met`.
    pub(super) fn routes(&self, rule: &Rule, at: Setting<'_>) -> Vec<Sentence> {
        let mut told = Vec::new();
        for (position, clause) in rule.clauses.iter().enumerate() {
            let terms = self.terms(clause);
            let at = Setting { terms: &terms, mood: Mood::When, ..at };
            let of = self.norm(rule.modality);
            match clause.role {
                ClauseRole::Unless => {
                    let lifted =
                        self.say([[of, "is", "lifted"], [of, "est", "levée"], [of, "vervalt", ""]]);
                    told.push(self.dated("unless", lifted, clause, at));
                }
                ClauseRole::Deemed => {
                    let met = self.say([
                        [of, "is", "deemed met"],
                        [of, "est", "réputée respectée"],
                        [of, "geldt", "als nageleefd"],
                    ]);
                    told.push(self.dated("deemed", met, clause, at));
                }
                ClauseRole::UnlessInstead => {
                    let replaced = self.say([
                        [of, "is", "replaced by another"],
                        [of, "est", "remplacée par une autre"],
                        [of, "wordt", "door een andere vervangen"],
                    ]);
                    told.push(self.dated("unless", replaced, clause, at));
                    let next = rule.clauses.get(position + 1);
                    told.extend(next.map(|instead| self.instead(rule, instead, at)));
                }
                _ => {}
            }
        }
        told
    }

    fn instead(&self, rule: &Rule, instead: &Clause, at: Setting<'_>) -> Sentence {
        let terms = self.terms(instead);
        let lead = self.say(["in that case, ", "dans ce cas, ", "in dat geval "]);
        let at = Setting { terms: &terms, ..at };
        self.sentence("instead", self.demand(rule, instead.condition, lead, true, at))
    }

    /// A clause with its dates and citation: `From …, the duty is lifted where … (Article 3)`.
    pub(super) fn dated(
        &self,
        kind: &str,
        lead: [&str; 3],
        clause: &Clause,
        at: Setting<'_>,
    ) -> Sentence {
        let condition = self.condition(clause.condition, at.put(Mood::When));
        let mut told = self.wherever(&self.dated_lead(lead, clause), condition);
        if let Some(citation) = &clause.citation {
            told.text = format!("{} ({})", told.text, citation.pinpoint);
        }
        self.sentence(kind, told)
    }

    /// Subject, verb and the rest, after the dates if there are any; then Dutch begins with the
    /// verb.
    fn dated_lead(&self, [subject, verb, rest]: [&str; 3], clause: &Clause) -> String {
        match (self.days(&clause.period), self.language) {
            (None, _) => spaced(&[subject, verb, rest]),
            (Some(days), Language::Dutch) => spaced(&[&days, verb, subject, rest]),
            (Some(days), _) => format!("{days}, {}", spaced(&[subject, verb, rest])),
        }
    }

    /// What a rule is by how strongly it binds.
    fn norm(&self, modality: Modality) -> &'static str {
        self.say(match modality {
            Modality::Must => ["the duty", "l’obligation", "de plicht"],
            Modality::Should => ["the recommendation", "la recommandation", "de aanbeveling"],
            Modality::May => ["the permission", "la permission", "de toestemming"],
        })
    }

    /// A sentence that begins with a capital and ends with a full stop, as do its last parts.
    pub(super) fn sentence(&self, kind: &str, told: Told) -> Sentence {
        let told = Told { text: capital(&told.text), ..told };
        self.finished(kind, told, ".", 0)
    }

    fn finished(&self, kind: &str, told: Told, end: &str, depth: usize) -> Sentence {
        let last = told.parts.len().saturating_sub(1);
        let text = match told.parts.is_empty() {
            true => format!("{}{end}", told.text),
            false => format!("{}{}", told.text, self.colon()),
        };
        let parts = told.parts.into_iter().enumerate().map(|(position, part)| {
            let end = if position == last { end } else { self.say([";", "\u{a0};", ";"]) };
            let part = self.finished("part", part, end, depth + 1);
            Sentence { label: Some(label(position, depth)), ..part }
        });
        let children = parts.collect();
        Sentence { kind: kind.to_owned(), label: None, text, children }
    }

    /// The terms that the text of a clause names.
    pub(super) fn terms(&self, clause: &Clause) -> Vec<TermId> {
        terms_of(&clause.names)
    }
}

/// `(a)`, `(i)`, `(1)` and round again.
fn label(position: usize, depth: usize) -> String {
    let number = position + 1;
    match depth % 3 {
        0 => format!("({})", letters(number)),
        1 => format!("({})", roman(number)),
        _ => format!("({number})"),
    }
}

/// `a` to `z`, `aa` after that.
fn letters(number: usize) -> String {
    let index = u32::try_from((number - 1) % 26).unwrap_or_default();
    let letter = char::from_u32(u32::from('a') + index).unwrap_or('a');
    letter.to_string().repeat((number - 1) / 26 + 1)
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
