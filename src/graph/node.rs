//! What the nodes and edges of the graph are, and which end of an edge rests on the other.

use crate::model::condition::{ParameterId, RuleState};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::period::Period;
use crate::model::rule::{Citation, ClauseRole, RuleId};
use crate::model::ruleset::RulesetId;
use crate::model::term::TermId;
use crate::model::vocabulary::{FactId, FieldId};
use crate::source::Span;

/// Something that other things can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// One edition of an instrument.
    Ruleset(RulesetId),
    /// A rule.
    Rule(RuleId),
    /// A named condition of a ruleset.
    Term(TermId),
    /// A named value of a ruleset.
    Parameter(ParameterId),
    /// A fact of the vocabulary.
    Fact(FactId),
    /// A field of the items of a list; a fact to everybody who reads the graph.
    Field(FieldId),
    /// A label or certificate: a value of `certificates.scheme`, by its position.
    Label(FieldId, u8),
    /// A territory.
    Jurisdiction(JurisdictionId),
}

/// How the node at the tail stands to the node at the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A ruleset declares a rule, term or parameter; a list fact its fields
    Defines,
    /// A condition names a term, parameter, fact or label; a rule lies in the scope of its
    /// ruleset; a ruleset names another
    Uses,
    /// A condition asks about another rule
    Cites,
    /// Another rule, or a label, is a deemed route of the rule
    Deems,
    /// Where the one stands, the other is lifted
    Overrides,
    /// `adopts`
    Adopts,
    /// `tightens`
    Tightens,
    /// `relaxes`
    Relaxes,
    /// `replaces`
    Replaces,
    /// A ruleset applies in a territory
    AppliesIn,
    /// A territory lies within another
    Within,
    /// Proved: no product meets both
    ConflictsWith,
    /// Proved: whatever meets the one meets the other, and not the other way round
    StricterThan,
    /// Proved: whatever meets the one meets the other, either way
    EqualTo,
    /// Proved: each asks for something that the other does not
    Overlaps,
}

/// An edge, with the reason for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// What it says.
    pub kind: EdgeKind,
    /// Why it is there.
    pub ground: Ground,
    /// What it connects, where the edge stands for one between parts of its ends.
    pub between: Option<(Node, Node)>,
}

/// Why an edge is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A clause of a rule, of the header of a ruleset, or the meaning of a term.
    Clause {
        /// What the clause does; nothing for the meaning of a term.
        role: Option<ClauseRole>,
        /// What is asked, where another rule is.
        asked: Option<RuleState>,
        /// Days on which it counts.
        period: Period,
        /// The clause of the instrument: its own, or that of its rule.
        citation: Option<Citation>,
        /// Where it is written.
        span: Span,
    },
    /// Another sentence: a declaration, `uses ruleset`, `applies in`, a claim, a rank.
    Sentence {
        /// The clause of the instrument.
        citation: Option<Citation>,
        /// Where it is written.
        span: Span,
    },
    /// A proof.
    Proof {
        /// What was proved, in words.
        said: String,
        /// The product that is the witness, as a manifest, where one is.
        product: Option<String>,
    },
}

/// Which end of an edge rests on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// What the tail means, or whether its claim holds, can change with the head.
    TailOnHead,
    /// The other way round.
    HeadOnTail,
    /// Neither: the edge tells something about both.
    Neither,
}

impl EdgeKind {
    /// All kinds with their words, in the order of the type.
    pub const ALL: [(EdgeKind, &'static str); 15] = [
        (EdgeKind::Defines, "defines"),
        (EdgeKind::Uses, "uses"),
        (EdgeKind::Cites, "cites"),
        (EdgeKind::Deems, "deems"),
        (EdgeKind::Overrides, "overrides"),
        (EdgeKind::Adopts, "adopts"),
        (EdgeKind::Tightens, "tightens"),
        (EdgeKind::Relaxes, "relaxes"),
        (EdgeKind::Replaces, "replaces"),
        (EdgeKind::AppliesIn, "applies-in"),
        (EdgeKind::Within, "within"),
        (EdgeKind::ConflictsWith, "conflicts-with"),
        (EdgeKind::StricterThan, "stricter-than"),
        (EdgeKind::EqualTo, "equal-to"),
        (EdgeKind::Overlaps, "overlaps"),
    ];

    /// Its word: `conflicts-with`.
    #[must_use]
    pub fn word(self) -> &'static str {
        EdgeKind::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Which end rests on the other.
    #[must_use]
    pub fn rests(self) -> Rests {
        match self {
            EdgeKind::Defines
            | EdgeKind::ConflictsWith
            | EdgeKind::StricterThan
            | EdgeKind::EqualTo
            | EdgeKind::Overlaps => Rests::Neither,
            // A rule that is lifted means what the rule that lifts it leaves.
            EdgeKind::Overrides => Rests::HeadOnTail,
            _ => Rests::TailOnHead,
        }
    }

    /// Whether a way along edges of this kind says that its ends are so connected as well, so
    /// that a direct edge beside the way adds nothing to a picture.
    #[must_use]
    pub fn is_transitive(self) -> bool {
        matches!(self, EdgeKind::Uses | EdgeKind::Within | EdgeKind::StricterThan)
    }
}

impl Edge {
    pub(super) fn new(kind: EdgeKind, ground: Ground) -> Edge {
        Edge { kind, ground, between: None }
    }

    pub(super) fn sentence(kind: EdgeKind, citation: Option<Citation>, span: Span) -> Edge {
        Edge::new(kind, Ground::Sentence { citation, span })
    }
}

impl Node {
    /// Whether the node is a whole that others lie in. Edges between wholes tell what a text
    /// names at its head; what a single rule rests on is told by its clauses.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Node::Ruleset(_) | Node::Jurisdiction(_))
    }
}
