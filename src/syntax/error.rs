//! What can be wrong with the form of a text, in the words that are shown.

use super::limits;
use crate::source::Span;
use miette::Diagnostic;
use thiserror::Error;

/// A fault in the form of a text. The page of each variant is in
/// [`EXPLANATIONS`](super::EXPLANATIONS) too, by its code.
#[derive(Debug, Clone, PartialEq, Eq, Error, Diagnostic)]
pub enum SyntaxError {
    #[doc = include_str!("explanations/file_too_large.md")]
    #[error("this file is larger than {} bytes", limits::MAX_FILE_BYTES)]
    #[diagnostic(
        code(comity::syntax::file_too_large),
        help("split the text into several files; nothing of this one was read")
    )]
    FileTooLarge {
        /// The start of the file.
        #[label("nothing was read")]
        span: Span,
    },

    #[doc = include_str!("explanations/sentence_too_long.md")]
    #[error("this sentence is longer than {} bytes", limits::MAX_SENTENCE_BYTES)]
    #[diagnostic(
        code(comity::syntax::sentence_too_long),
        help(
            "a full stop may be missing; otherwise give parts of the condition a name with `term`"
        )
    )]
    SentenceTooLong {
        /// The first word of the sentence.
        #[label("the sentence begins here")]
        span: Span,
    },

    #[doc = include_str!("explanations/word_too_long.md")]
    #[error("a word has more than {limit} letters")]
    #[diagnostic(
        code(comity::syntax::word_too_long),
        help("put blanks between words, and text that is for people in quotes")
    )]
    WordTooLong {
        /// Bytes a word may have.
        limit: usize,
        /// The word.
        #[label("this word")]
        span: Span,
    },

    #[doc = include_str!("explanations/nested_too_deep.md")]
    #[error("{what} stand more than {limit} deep")]
    #[diagnostic(
        code(comity::syntax::nested_too_deep),
        help("give the inner part a name with `term`, or take the needless layers away")
    )]
    NestedTooDeep {
        /// What is nested: `lists`, `brackets`.
        what: &'static str,
        /// How many layers are read.
        limit: usize,
        /// The first layer too many.
        #[label("one layer too many")]
        span: Span,
    },

    #[doc = include_str!("explanations/too_many_errors.md")]
    #[error("more than {} faults: the rest of the file is not reported", limits::MAX_ERRORS)]
    #[diagnostic(
        code(comity::syntax::too_many_errors),
        help("mend the first ones, and check that this is a Comity file")
    )]
    TooManyErrors {
        /// The first fault that is not reported.
        #[label("reports end here")]
        span: Span,
    },

    #[doc = include_str!("explanations/forbidden_character.md")]
    #[error("the character `U+{code:04X}` may not stand in a text")]
    #[diagnostic(
        code(comity::syntax::forbidden_character),
        help("take it out; plain spaces, tabs and line ends are fine")
    )]
    ForbiddenCharacter {
        /// Its Unicode number.
        code: u32,
        /// Where it stands.
        #[label("it cannot be seen here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unclosed_quote.md")]
    #[error("a quote is open at the end of the line")]
    #[diagnostic(code(comity::syntax::unclosed_quote), help("{advice}"))]
    UnclosedQuote {
        /// How to close it.
        advice: &'static str,
        /// From the quote to the end of the line.
        #[label("opened here")]
        span: Span,
    },

    #[doc = include_str!("explanations/curly_quotes.md")]
    #[error("curly quotes do not enclose text")]
    #[diagnostic(
        code(comity::syntax::curly_quotes),
        help("write straight quotes: `\"…\"`; inside them curly quotes are fine")
    )]
    CurlyQuotes {
        /// The text with its quotes.
        #[label("straight quotes are expected here")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_escape.md")]
    #[error("`\\{character}` has no meaning in a text")]
    #[diagnostic(
        code(comity::syntax::unknown_escape),
        help("`\\\"` is a quote and `\\\\` a backslash; everything else stands for itself")
    )]
    UnknownEscape {
        /// What follows the backslash.
        character: char,
        /// The backslash and what follows it.
        #[label("only `\\\"` and `\\\\` are known")]
        span: Span,
    },

    #[doc = include_str!("explanations/no_header.md")]
    #[error("the file does not begin with `ruleset`, `vocabulary` or `jurisdictions`")]
    #[diagnostic(
        code(comity::syntax::no_header),
        help(
            "begin with `ruleset ID edition E.`, `vocabulary NAME edition N.` or `jurisdictions edition N.`"
        )
    )]
    NoHeader {
        /// The first sentence, or the empty file.
        #[label("a header is expected before this")]
        span: Span,
    },

    #[doc = include_str!("explanations/misplaced_block.md")]
    #[error("`{block}` does not stand in {kind}")]
    #[diagnostic(code(comity::syntax::misplaced_block), help("{advice}"))]
    MisplacedBlock {
        /// The first word of the head.
        block: &'static str,
        /// What the file is.
        kind: &'static str,
        /// Where it belongs.
        advice: &'static str,
        /// The head.
        #[label("not in this file")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_sentence.md")]
    #[error("no sentence begins with `{word}`")]
    #[diagnostic(code(comity::syntax::unknown_sentence), help("{advice}"))]
    UnknownSentence {
        /// The word as written.
        word: String,
        /// What was probably meant, or what to look at.
        advice: String,
        /// The word.
        #[label("a sentence is expected here")]
        span: Span,
    },

    #[doc = include_str!("explanations/sentence_not_on_own_line.md")]
    #[error("a sentence begins in the middle of a line")]
    #[diagnostic(
        code(comity::syntax::sentence_not_on_own_line),
        help("start the sentence on a line of its own, or take out the full stop before it")
    )]
    SentenceNotOnOwnLine {
        /// The first word of the second sentence.
        #[label("begins here")]
        span: Span,
    },

    #[doc = include_str!("explanations/misplaced_sentence.md")]
    #[error("`{sentence}` does not stand in {block}")]
    #[diagnostic(code(comity::syntax::misplaced_sentence), help("it stands in {places}"))]
    MisplacedSentence {
        /// Its first words.
        sentence: &'static str,
        /// The block it was found in.
        block: &'static str,
        /// The blocks it may stand in.
        places: String,
        /// The sentence's first word.
        #[label("not here")]
        span: Span,
    },

    #[doc = include_str!("explanations/repeated_sentence.md")]
    #[error("{block} has {sentence} more than once")]
    #[diagnostic(code(comity::syntax::repeated_sentence), help("{advice}"))]
    RepeatedSentence {
        /// What stands twice.
        sentence: String,
        /// The block.
        block: &'static str,
        /// How to mend it.
        advice: &'static str,
        /// The first one.
        #[label("said here first")]
        first: Span,
        /// The second one.
        #[label("and again here")]
        span: Span,
    },

    #[doc = include_str!("explanations/missing_full_stop.md")]
    #[error("a full stop is missing at the end of this sentence")]
    #[diagnostic(code(comity::syntax::missing_full_stop), help("{advice}"))]
    MissingFullStop {
        /// What to write.
        advice: String,
        /// The last word of the sentence.
        #[label("a `.` belongs after this")]
        span: Span,
    },

    #[doc = include_str!("explanations/missing_colon.md")]
    #[error("a colon is missing after `{head}`")]
    #[diagnostic(code(comity::syntax::missing_colon), help("write `{head}:`"))]
    MissingColon {
        /// The head as written.
        head: String,
        /// The last word of the head.
        #[label("a `:` belongs after this")]
        span: Span,
    },

    #[doc = include_str!("explanations/unexpected.md")]
    #[error("expected {expected}, found {found}")]
    #[diagnostic(code(comity::syntax::unexpected), help("{advice}"))]
    Unexpected {
        /// What could stand there.
        expected: String,
        /// What does.
        found: String,
        /// What to do.
        advice: String,
        /// The place.
        #[label("here")]
        span: Span,
    },

    #[doc = include_str!("explanations/mixed_connectives.md")]
    #[error("`and` and `or` are mixed in one row")]
    #[diagnostic(
        code(comity::syntax::mixed_connectives),
        help(
            "say what belongs together with a list: `all of: (a) …; (b) …` or `any of: (a) …; (b) …`"
        )
    )]
    MixedConnectives {
        /// The word that sets the row's kind.
        #[label("this row is joined by one word")]
        first: Span,
        /// The other word.
        #[label("and here by the other")]
        span: Span,
    },

    #[doc = include_str!("explanations/label_out_of_order.md")]
    #[error("expected the label {expected}, found `({found})`")]
    #[diagnostic(
        code(comity::syntax::label_out_of_order),
        help(
            "items are labelled `(a)`, `(b)`, …; in a list inside an item `(i)`, `(ii)`, …; at the third level `(1)`, `(2)`, …"
        )
    )]
    LabelOutOfOrder {
        /// The labels that could follow, in backticks.
        expected: String,
        /// The label as written.
        found: String,
        /// The label.
        #[label("out of order")]
        span: Span,
    },

    #[doc = include_str!("explanations/list_separator.md")]
    #[error("{problem} before the item `({label})`")]
    #[diagnostic(
        code(comity::syntax::list_separator),
        help("a `;` stands between two items of a list, and nowhere else: `any of: (a) …; (b) …`")
    )]
    ListSeparator {
        /// `a semicolon is missing`, `a semicolon stands`
        problem: &'static str,
        /// The label as written.
        label: String,
        /// The label.
        #[label("this item")]
        span: Span,
    },

    #[doc = include_str!("explanations/empty_list.md")]
    #[error("this list has no items")]
    #[diagnostic(
        code(comity::syntax::empty_list),
        help("write its items after it: `(a) …; (b) …`; a list is the last part of its row")
    )]
    EmptyList {
        /// The words that open the list.
        #[label("no `(a)` follows")]
        span: Span,
    },

    #[doc = include_str!("explanations/list_too_long.md")]
    #[error("this list has more than {} items", limits::MAX_LIST_ITEMS)]
    #[diagnostic(
        code(comity::syntax::list_too_long),
        help("give a part of the list a name with `term`, or write a set: `F in {{a, b, c}}`")
    )]
    ListTooLong {
        /// The label of the first item too many.
        #[label("one item too many")]
        span: Span,
    },

    #[doc = include_str!("explanations/nested_quantifier.md")]
    #[error("a quantifier stands inside another")]
    #[diagnostic(
        code(comity::syntax::nested_quantifier),
        help(
            "use `for every … in …:` for the outer one, or a field that refers to the other list"
        )
    )]
    NestedQuantifier {
        /// The outer quantifier.
        #[label("inside this one")]
        outer: Span,
        /// The inner quantifier.
        #[label("this one")]
        span: Span,
    },

    #[doc = include_str!("explanations/no_such_day.md")]
    #[error("there is no day `{date}`")]
    #[diagnostic(
        code(comity::syntax::no_such_day),
        help("dates are written year-month-day, and the month must have that day")
    )]
    NoSuchDay {
        /// The date as written.
        date: String,
        /// Its place.
        #[label("not a day of the calendar")]
        span: Span,
    },

    #[doc = include_str!("explanations/number_out_of_range.md")]
    #[error("the number `{number}` is out of range")]
    #[diagnostic(
        code(comity::syntax::number_out_of_range),
        help("use a larger unit; whole numbers go up to 9223372036854775807")
    )]
    NumberOutOfRange {
        /// The number as written.
        number: String,
        /// Its place.
        #[label("too large")]
        span: Span,
    },

    #[doc = include_str!("explanations/not_a_whole_number.md")]
    #[error("`{number}` is not a whole number")]
    #[diagnostic(
        code(comity::syntax::not_a_whole_number),
        help(
            "use a smaller unit (`18 months`), two decimals and a currency (`150.00 EUR`), or quotes for a version (`\"1.10\"`)"
        )
    )]
    NotAWholeNumber {
        /// The number as written.
        number: String,
        /// Its place.
        #[label("has a decimal point")]
        span: Span,
    },

    #[doc = include_str!("explanations/repeated_language.md")]
    #[error("the text in `{language}` is given twice")]
    #[diagnostic(
        code(comity::syntax::repeated_language),
        help("keep one text for each of `en`, `fr` and `nl`")
    )]
    RepeatedLanguage {
        /// The language.
        language: String,
        /// The first one.
        #[label("given here first")]
        first: Span,
        /// The second one.
        #[label("and again here")]
        span: Span,
    },
}

impl SyntaxError {
    /// The place the fault is reported at.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            SyntaxError::FileTooLarge { span }
            | SyntaxError::SentenceTooLong { span }
            | SyntaxError::WordTooLong { span, .. }
            | SyntaxError::NestedTooDeep { span, .. }
            | SyntaxError::TooManyErrors { span }
            | SyntaxError::ForbiddenCharacter { span, .. }
            | SyntaxError::UnclosedQuote { span, .. }
            | SyntaxError::CurlyQuotes { span }
            | SyntaxError::UnknownEscape { span, .. }
            | SyntaxError::NoHeader { span }
            | SyntaxError::MisplacedBlock { span, .. }
            | SyntaxError::UnknownSentence { span, .. }
            | SyntaxError::SentenceNotOnOwnLine { span }
            | SyntaxError::MisplacedSentence { span, .. }
            | SyntaxError::RepeatedSentence { span, .. }
            | SyntaxError::MissingFullStop { span, .. }
            | SyntaxError::MissingColon { span, .. }
            | SyntaxError::Unexpected { span, .. }
            | SyntaxError::MixedConnectives { span, .. }
            | SyntaxError::LabelOutOfOrder { span, .. }
            | SyntaxError::ListSeparator { span, .. }
            | SyntaxError::EmptyList { span }
            | SyntaxError::ListTooLong { span }
            | SyntaxError::NestedQuantifier { span, .. }
            | SyntaxError::NoSuchDay { span, .. }
            | SyntaxError::NumberOutOfRange { span, .. }
            | SyntaxError::NotAWholeNumber { span, .. }
            | SyntaxError::RepeatedLanguage { span, .. } => *span,
        }
    }
}
