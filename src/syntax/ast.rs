//! The syntax tree: what was written, with its place, before any name has a meaning.
//!
//! A file is a row of blocks; a block is a head and its clauses; each is one sentence of the text.
//! Equality of trees ignores places ([`Spanned`]).

mod condition;
mod value;

pub use crate::source::Spanned;
pub use condition::*;
use jiff::civil::Date;
pub use value::*;

/// A whole file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// Blocks in the order of the text. The first is the file's header.
    pub blocks: Vec<Block>,
}

/// A head and the clauses under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The sentence that opens the block.
    pub head: Spanned<Head>,
    /// The sentences that follow it, up to the next head.
    pub clauses: Vec<Spanned<Clause>>,
}

impl Block {
    /// Whether some sentence of the block is such a one.
    pub fn says(&self, wanted: impl Fn(&Clause) -> bool) -> bool {
        self.clauses.iter().any(|clause| wanted(&clause.node))
    }
}

/// A name as written: a word, an id, a code.
pub type Name = Spanned<String>;

/// A dotted path: `p.scheme`, `net.internet_capable`, or one word.
pub type Path = Spanned<String>;

/// The sentence that opens a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// `ruleset uk.psti edition 2025-12-04.`
    Ruleset {
        /// Dotted id.
        id: Name,
        /// A date or version, as written.
        edition: Name,
    },
    /// `vocabulary iot edition 1.`
    Vocabulary {
        /// Name of the vocabulary.
        name: Name,
        /// Edition, as written.
        edition: Name,
    },
    /// `jurisdictions edition 1.`
    Jurisdictions {
        /// Edition, as written.
        edition: Name,
    },
    /// `rule sch1.1:`
    Rule(Name),
    /// `example "one shared password":`
    Example(Spanned<String>),
    /// `profile "a connected lock":`
    Profile(Spanned<String>),
    /// `fact auth.passwords:`
    Fact(Path),
    /// `field auth.passwords.scheme:`
    Field(Path),
    /// `jurisdiction NL:`
    Jurisdiction(Name),
}

/// A sentence inside a block. Which may stand where is the grammar reference's tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    // Header and rules.
    /// `title en "…" fr "…".`
    Title(Text),
    /// `summary en "…".`
    Summary(Text),
    /// `instrument "…".`
    Instrument(Spanned<String>),
    /// `source <…> read 2026-11-22.`
    Source {
        /// Address between the angle brackets.
        url: Spanned<String>,
        /// Day on which the text was read.
        read: Spanned<Date>,
    },
    /// `issued as law by "…".`
    Issued {
        /// `law`, `standard`, …
        kind: Name,
        /// The issuing body.
        by: Spanned<String>,
    },
    /// `applies in GB, GB-NIR.`
    AppliesIn(Vec<Name>),
    /// `in force from D until D.`
    InForce(Period),
    /// `triggered by placing on the market from D.`
    Triggered {
        /// Which event.
        event: Spanned<Event>,
        /// Dates of the event that bind.
        period: Period,
    },
    /// `review by D.`
    ReviewBy(Spanned<Date>),
    /// `addressed to manufacturer, importer.`
    AddressedTo(Vec<Name>),
    /// `penalty en "…".`
    Penalty(Text),
    /// `confidence secondary "note".`
    Confidence {
        /// `read`, `seen`, `secondary`, `unverified`.
        level: Name,
        /// Why, or what to check.
        note: Option<Spanned<String>>,
    },
    /// `uses vocabulary iot edition 1.`
    UsesVocabulary {
        /// Its name.
        name: Name,
        /// Its edition.
        edition: Name,
    },
    /// `uses ruleset etsi.en303645 edition 2.1.1 as en.`
    UsesRuleset {
        /// Its id.
        id: Name,
        /// The pinned edition.
        edition: Name,
        /// The name used in this file.
        alias: Name,
    },
    /// `term connectable means C.`
    Term {
        /// Its name.
        name: Name,
        /// Its meaning.
        condition: Spanned<Condition>,
    },
    /// `parameter minimum_support: 5 years from D; …, citing "…".`
    Parameter {
        /// Its name.
        name: Name,
        /// Values with their dates.
        values: Vec<(Spanned<Literal>, Period)>,
        /// Source of the value.
        citation: Option<Citation>,
    },
    /// `applies where C, citing "…".`; its period is empty.
    Applies(Guard),
    /// `except where C, citing "…".`
    Except(Guard),
    /// `citing "…" <…>.`
    Citing(Citation),
    /// `serves security, trust.`
    Serves(Vec<Name>),
    /// `for every p in auth.passwords where C:`
    ForEvery {
        /// The name of the item.
        variable: Name,
        /// The list.
        list: Path,
        /// Which items.
        filter: Option<Spanned<Condition>>,
    },
    /// `must C.` and its siblings.
    Norm(Norm),
    /// `unless C.` or `unless C: instead must C.`
    Unless {
        /// When the duty is lifted or replaced.
        guard: Guard,
        /// What stands in its place, if anything.
        instead: Option<Norm>,
    },
    /// `deemed met from D where C, citing "…".`
    Deemed(Guard),
    /// `overrides 5.`
    Overrides(Name),
    /// `subject to 5.`
    SubjectTo(Name),
    /// `tightens en/5.1-1.`
    Claim {
        /// What is claimed.
        claim: Spanned<Claim>,
        /// About which rule.
        rule: RuleReference,
    },
    /// `evidence "…".`
    Evidence(Text),
    /// `because en "…".`
    Because(Text),
    /// `remedy en "…" fr "…" nl "…".`
    Remedy(Text),
    /// `note "…".`
    Note(Text),
    /// `allow implied_rule "…".`
    Allow {
        /// Which drafting fault.
        fault: Name,
        /// Why it is none here.
        reason: Spanned<String>,
    },

    // Examples and profiles.
    /// `like "a connected lock".`
    Like(Spanned<String>),
    /// `given {path: value, …}.`
    Given(Vec<(Path, Spanned<Value>)>),
    /// `without F, G.`
    Without(Vec<Path>),
    /// `placed in GB on D until D.`
    Placed {
        /// The territory.
        territory: Name,
        /// First day.
        first: Spanned<Date>,
        /// Last day; the first day if not said.
        last: Option<Spanned<Date>>,
    },
    /// `checked on D.`
    Checked(Spanned<Date>),
    /// `judged art9 "…" yes.`
    JudgedAs {
        /// The rule whose open norm was judged.
        rule: RuleReference,
        /// Which open norm, by its English words; all of the rule's if not said.
        text: Option<Spanned<String>>,
        /// The judgement.
        answer: Spanned<bool>,
    },
    /// `expect sch1.1 undetermined needing F.`
    Expect {
        /// The rule.
        rule: RuleReference,
        /// The verdict, as its words: `deemed met`.
        verdict: Name,
        /// Facts that must be asked for.
        needing: Vec<Path>,
    },

    // Vocabulary.
    /// `role manufacturer title en "…".`
    Role {
        /// Its name.
        name: Name,
        /// Its title.
        title: Text,
    },
    /// `goal security title en "…".`
    Goal {
        /// Its name.
        name: Name,
        /// Its title.
        title: Text,
    },
    /// `type one of {a, b}.`
    Type(Spanned<Type>),
    /// `fixed.`
    Fixed,
    /// `chosen.`
    Chosen,
    /// `optional.`
    Optional,
    /// `question en "…".`
    Question(Text),
    /// `meaning en "…".`
    Meaning(Text),
    /// `value shared title en "…".`
    ValueTitle {
        /// The value.
        name: Name,
        /// What it is called.
        title: Text,
    },
    /// `evidence from laboratory, document.`
    EvidenceFrom(Vec<Name>),
    /// `read from mud, ixit "table 1".`
    ReadFrom(Vec<(Name, Option<Spanned<String>>)>),
    /// `weight 3.`
    Weight(Spanned<i64>),

    // Jurisdictions.
    /// `within EU.`
    Within(Name),
    /// `also known as uk, britain.`
    AlsoKnownAs(Vec<Name>),
}

/// Words in one to three languages. Untagged text is English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// `en`, `fr`, `nl` with the words, in the order of the text.
    pub entries: Vec<(Name, Spanned<String>)>,
}

/// `from D until D`; both ends are included, and each may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// First day.
    pub from: Option<Spanned<Date>>,
    /// Last day.
    pub until: Option<Spanned<Date>>,
}

/// `"Schedule 1, paragraph 1" <https://…>`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The pinpoint.
    pub pinpoint: Spanned<String>,
    /// An address of its own.
    pub url: Option<Spanned<String>>,
}

/// A dated condition with its source of law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// When it counts.
    pub period: Period,
    /// What it says.
    pub condition: Spanned<Condition>,
    /// Where the law says so.
    pub citation: Option<Citation>,
}

/// `must not C`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// How strongly.
    pub modality: Spanned<Modality>,
    /// Whether `not` follows it.
    pub negated: bool,
    /// What is asked.
    pub condition: Spanned<Condition>,
}

/// How strongly a norm binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// `must`
    Must,
    /// `should`
    Should,
    /// `may`
    May,
}

/// What binds a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// `placing on the market`
    Placing,
    /// `making available`
    MakingAvailable,
}

/// What a rule claims to do to a rule of another ruleset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Claim {
    /// `adopts`
    Adopts,
    /// `tightens`
    Tightens,
    /// `relaxes`
    Relaxes,
    /// `replaces`
    Replaces,
}

/// `en/5.1-1`, `this/5`, or `5` where only the same ruleset can be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleReference {
    /// The part before the slash.
    pub alias: Option<Name>,
    /// The rule's id.
    pub rule: Name,
}
