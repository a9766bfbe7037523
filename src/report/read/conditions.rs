//! Conditions with parts: rows of two, lists, and what is said of the items of a list.

use super::speech::elided;
use super::{Mood, Reader, Setting, Told};
use crate::model::condition::{Node, NodeId, Operand};
use crate::model::term::TermId;
use crate::model::text::Language;
use crate::model::vocabulary::FactId;

/// How many of its parts a condition asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    All,
    Any,
    None,
    NotAll,
}

impl Reader<'_> {
    /// The condition in words, built into its sentence.
    pub(super) fn condition(&self, id: NodeId, at: Setting<'_>) -> Told {
        self.held(id, true, at)
    }

    /// The condition, or its opposite.
    fn held(&self, id: NodeId, holds: bool, at: Setting<'_>) -> Told {
        if let Some(term) = self.term_of(id, at.terms) {
            return Told::line(self.term(term, holds, at.mood));
        }
        match (self.law.graph.get(id), holds) {
            (None, _) => Told::line(""),
            (Some(Node::Not(part)), _) => self.held(*part, !holds, at),
            (Some(Node::And(parts)), true) => self.several(Share::All, parts, at),
            (Some(Node::And(parts)), false) => self.several(Share::NotAll, parts, at),
            (Some(Node::Or(parts)), true) => self.several(Share::Any, parts, at),
            (Some(Node::Or(parts)), false) => self.several(Share::None, parts, at),
            (Some(Node::Some { list, body, .. }), true) => self.some_entry(*list, *body, at),
            (Some(Node::Some { list, body, .. }), false) => self.no_entry(*list, *body, at),
            (Some(node), _) => Told::line(self.leaf(node, holds, at)),
        }
    }

    /// The term that the text names and that means this condition.
    pub(super) fn term_of(&self, id: NodeId, terms: &[TermId]) -> Option<TermId> {
        let means = |term: &&TermId| {
            self.law.term(**term).is_some_and(|known| self.are_alike(known.node, id))
        };
        terms.iter().find(means).copied()
    }

    /// Whether two conditions are the same, whichever day gives their parameters a value: a term
    /// stands for its condition in rules that are read on either.
    fn are_alike(&self, one: NodeId, two: NodeId) -> bool {
        if one == two {
            return true;
        }
        let (Some(one), Some(two)) = (self.law.graph.get(one), self.law.graph.get(two)) else {
            return false;
        };
        match (one, two) {
            (
                Node::Compare { left: a, comparison: b, right: c },
                Node::Compare { left, comparison, right },
            ) => b == comparison && same_operand(a, left) && same_operand(c, right),
            (Node::Some { binder: a, list: b, .. }, Node::Some { binder, list, .. })
                if (a, b) != (binder, list) =>
            {
                false
            }
            _ => {
                let (first, second) = (one.parts(), two.parts());
                let is_same_kind = std::mem::discriminant(one) == std::mem::discriminant(two);
                !matches!(one, Node::Rule { .. })
                    && is_same_kind
                    && !first.is_empty()
                    && first.len() == second.len()
                    && first.iter().zip(second).all(|(&a, &b)| self.are_alike(a, b))
            }
        }
    }

    /// Two simple parts stand in a row, more or longer ones in a list.
    fn several(&self, share: Share, parts: &[NodeId], at: Setting<'_>) -> Told {
        match (share, parts) {
            (_, [one]) => self.held(*one, matches!(share, Share::All | Share::Any), at),
            (Share::All | Share::Any, [left, right])
                if self.is_simple(*left, at) && self.is_simple(*right, at) =>
            {
                Told::line(self.pair(share, *left, *right, at))
            }
            _ => {
                let main = at.put(Mood::Main);
                let parts = parts.iter().map(|&part| self.condition(part, main)).collect();
                Told { text: self.share(share, at.mood), parts }
            }
        }
    }

    fn pair(&self, share: Share, left: NodeId, right: NodeId, at: Setting<'_>) -> String {
        let [left, right] = [left, right].map(|part| self.condition(part, at).text);
        let all = share == Share::All;
        let joiner = self.say(if all { ["and", "et", "en"] } else { ["or", "ou", "of"] });
        let repeats = matches!(at.mood, Mood::When | Mood::That);
        let right = match self.language {
            Language::French if repeats => elided("que", &right),
            _ => right,
        };
        format!("{left} {joiner} {right}")
    }

    /// Whether a condition is one short clause.
    fn is_simple(&self, id: NodeId, at: Setting<'_>) -> bool {
        if self.term_of(id, at.terms).is_some() {
            return true;
        }
        match self.law.graph.get(id) {
            Some(Node::Not(part)) => self.is_simple(*part, at),
            Some(Node::And(_) | Node::Or(_) | Node::Some { .. } | Node::Judged(_)) | None => false,
            // Several values bring an *or* or *and* of their own, which a row would blur.
            Some(Node::In { values, .. }) => values.len() < 2,
            Some(Node::Includes { operand, members, .. }) => {
                self.members(self.declared(operand), members).len() < 2
            }
            Some(_) => true,
        }
    }

    /// What leads to a list of conditions.
    fn share(&self, share: Share, mood: Mood) -> String {
        let subjunctive = mood == Mood::That;
        let french = match (share, subjunctive) {
            (Share::All, false) => "toutes les conditions suivantes sont remplies",
            (Share::All, true) => "toutes les conditions suivantes soient remplies",
            (Share::Any, false) => "au moins une des conditions suivantes est remplie",
            (Share::Any, true) => "au moins une des conditions suivantes soit remplie",
            (Share::None, false) => "aucune des conditions suivantes n’est remplie",
            (Share::None, true) => "aucune des conditions suivantes ne soit remplie",
            (Share::NotAll, false) => "les conditions suivantes ne sont pas toutes remplies",
            (Share::NotAll, true) => "les conditions suivantes ne soient pas toutes remplies",
        };
        let (english, dutch) = match share {
            Share::All => ("all of the following hold", "aan alle volgende voorwaarden is voldaan"),
            Share::Any => (
                "at least one of the following holds",
                "aan ten minste een van de volgende voorwaarden is voldaan",
            ),
            Share::None => {
                ("none of the following holds", "aan geen van de volgende voorwaarden is voldaan")
            }
            Share::NotAll => {
                ("not all of the following hold", "niet aan alle volgende voorwaarden is voldaan")
            }
        };
        self.say([english, french, dutch]).to_owned()
    }

    fn some_entry(&self, list: FactId, body: NodeId, at: Setting<'_>) -> Told {
        let list = self.list(list);
        let lead = self.say([
            format!("under {list} there is at least one entry"),
            format!("sous {list} figure au moins une entrée"),
            match at.mood {
                Mood::Main => format!("onder {list} staat ten minste een vermelding"),
                _ => format!("onder {list} ten minste een vermelding staat"),
            },
        ]);
        self.for_which(&lead, self.entry(body, at))
    }

    /// No entry is so; or, where what an entry must not be is an opposite, every entry is.
    fn no_entry(&self, list: FactId, body: NodeId, at: Setting<'_>) -> Told {
        let parts = match self.law.graph.get(body) {
            Some(Node::And(parts)) => parts.as_slice(),
            _ => std::slice::from_ref(&body),
        };
        if let Some((last, filter)) = parts.split_last()
            && let Some(Node::Not(asked)) = self.law.graph.get(*last)
        {
            return self.every_entry(list, filter, *asked, at);
        }
        let list = self.list(list);
        let lead = self.say([
            format!("under {list} there is no entry"),
            format!("sous {list} ne figure aucune entrée"),
            match at.mood {
                Mood::Main => format!("onder {list} staat geen vermelding"),
                _ => format!("onder {list} geen vermelding staat"),
            },
        ]);
        self.for_which(&lead, self.entry(body, at))
    }

    fn entry(&self, body: NodeId, at: Setting<'_>) -> Told {
        self.condition(body, Setting { mood: Mood::Relative, is_inside: true, ..at })
    }

    /// `… an entry for which …`
    pub(super) fn for_which(&self, lead: &str, body: Told) -> Told {
        let for_which = self.say(["for which", "pour laquelle", "waarvoor"]);
        body.after(&format!("{lead} {for_which} "))
    }

    fn every_entry(&self, list: FactId, filter: &[NodeId], asked: NodeId, at: Setting<'_>) -> Told {
        let inside = Setting { is_inside: true, ..at };
        let lead = self.every(list);
        let told = (!filter.is_empty())
            .then(|| self.several(Share::All, filter, inside.put(Mood::Relative)));
        match told {
            None => self.so(&lead, asked, inside),
            Some(filter) if filter.is_line() => {
                let lead = self.for_which(&lead, filter).text;
                self.so(&lead, asked, inside)
            }
            Some(_) => self.so_where(&lead, filter, asked, inside),
        }
    }

    /// `for every entry under “Passwords”`
    pub(super) fn every(&self, list: FactId) -> String {
        let list = self.list(list);
        self.say([
            format!("for every entry under {list}"),
            format!("pour chaque entrée sous {list}"),
            format!("voor elke vermelding onder {list}"),
        ])
    }

    /// What holds of every entry.
    fn so(&self, lead: &str, asked: NodeId, at: Setting<'_>) -> Told {
        let mood = match (self.language, at.mood) {
            (Language::Dutch, _) => Mood::That,
            (_, mood) => mood,
        };
        let so = self.say([",", ",", " geldt dat"]);
        self.condition(asked, at.put(mood)).after(&format!("{lead}{so} "))
    }

    /// The same where the entries are told by a list of conditions of their own.
    fn so_where(&self, lead: &str, filter: &[NodeId], asked: NodeId, at: Setting<'_>) -> Told {
        let main = at.put(Mood::Main);
        let also = match at.mood {
            Mood::That => "la seconde le soit aussi",
            _ => "la seconde l’est aussi",
        };
        let first = self.several(Share::All, filter, main);
        let text = self.say([
            format!("{lead} of which the first of the following holds, the second holds as well"),
            format!("{lead} qui remplit la première des conditions suivantes, {also}"),
            format!(
                "{lead} die aan de eerste van de volgende voorwaarden voldoet, geldt ook de tweede"
            ),
        ]);
        Told { text, parts: vec![first, self.condition(asked, main)] }
    }

    /// Whether the opposite of a condition is said best by `must not`.
    pub(super) fn is_forbidden(&self, id: NodeId, at: Setting<'_>) -> Option<NodeId> {
        let Some(Node::Not(part)) = self.law.graph.get(id) else { return None };
        if self.term_of(id, at.terms).is_some() {
            return None;
        }
        let is_named = self.term_of(*part, at.terms).is_some();
        let is_plain = matches!(self.law.graph.get(*part), Some(Node::Holds(_) | Node::Judged(_)));
        (is_named || is_plain).then_some(*part)
    }
}

/// Whether two operands are the same, whichever day gives parameters their value.
fn same_operand(one: &Operand, two: &Operand) -> bool {
    match (one, two) {
        (Operand::Parameter(one, _), Operand::Parameter(two, _)) => one == two,
        (Operand::Plus(a, b), Operand::Plus(c, d))
        | (Operand::Minus(a, b), Operand::Minus(c, d)) => same_operand(a, c) && same_operand(b, d),
        _ => one == two,
    }
}
