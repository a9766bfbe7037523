//! How an assessment can differ from the same one made anew, in words.

/// A difference between an assessment and the same one made anew.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// Another version of the engine made it.
    #[error("engine: it was made by Comity {stated}, and this is Comity {own}")]
    Engine {
        /// Of the receipt.
        stated: String,
        /// Of this program.
        own: String,
    },
    /// A place or ruleset is not known here.
    #[error("question: {0}")]
    Unknown(String),
    /// A text is not the same.
    #[error("{what} `{name}`: its text differs (SHA-256 {stated} in the receipt, {own} here)")]
    Text {
        /// `ruleset` or `text`.
        what: &'static str,
        /// Which.
        name: String,
        /// Of the receipt.
        stated: String,
        /// Of the text at hand.
        own: String,
    },
    /// A text of the receipt is not used here.
    #[error("{what} `{name}`: the receipt rests on it, and the assessment made anew does not")]
    OnlyStated {
        /// `ruleset` or `text`.
        what: &'static str,
        /// Which.
        name: String,
    },
    /// A text is used here that the receipt does not name.
    #[error("{what} `{name}`: the assessment made anew rests on it, and the receipt does not")]
    OnlyAnew {
        /// `ruleset` or `text`.
        what: &'static str,
        /// Which.
        name: String,
    },
    /// The manifest has other bytes.
    #[error("manifest `{name}`: it differs (SHA-256 {stated} in the receipt, {own} here)")]
    Manifest {
        /// Its name in the receipt.
        name: String,
        /// Of the receipt.
        stated: String,
        /// Of the file given.
        own: String,
    },
    /// The receipt is of a manifest that was not given.
    #[error("manifest `{0}`: the receipt is of it, and it was not given")]
    NotGiven(String),
    /// A manifest was given that the receipt is not of.
    #[error("manifest `{0}`: the receipt is not of it")]
    NotStated(String),
    /// The report says that a file could not be read.
    #[error(
        "manifest `{0}`: it could not be read when the report was made, which has no hash of it"
    )]
    NoHash(String),
    /// A verdict is another.
    #[error("verdict of `{rule}` in {place} for `{manifest}`: {stated} in the report, {own} here")]
    Verdict {
        /// The rule.
        rule: String,
        /// The territory.
        place: String,
        /// The manifest.
        manifest: String,
        /// As reported.
        stated: String,
        /// As found anew.
        own: String,
    },
    /// The hash of the verdicts is not theirs.
    #[error("verdicts for `{0}`: the receipt's hash is not that of the verdicts made anew")]
    Verdicts(String),
    /// Anything else.
    #[error("`{path}` of the report: {stated} there, {own} here")]
    Value {
        /// Where in the JSON.
        path: String,
        /// What stands there.
        stated: String,
        /// What should.
        own: String,
    },
    /// The same data in other bytes.
    #[error(
        "bytes: the report says the same, but is not laid out as Comity writes it \
         (white space, order of keys, or a key that stands there twice)"
    )]
    Bytes,
}
