//! Cuts the tokens of a file into sentences.
//!
//! A sentence ends at its full stop, or at the colon of a head. Where a writer forgot that, it ends
//! where the next line clearly begins another sentence, so that one fault hides no other.

use super::tokens::{Token, TokenKind};

/// The tokens of one sentence.
pub(super) type Sentence<'s, 't> = &'s [Token<'t>];

/// All sentences in the order of the text.
pub(super) fn split<'s, 't>(tokens: &'s [Token<'t>]) -> impl Iterator<Item = Sentence<'s, 't>> {
    let mut rest = tokens;
    std::iter::from_fn(move || {
        let (sentence, after) = rest.split_at(sentence_length(rest));
        rest = after;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// How many tokens belong to the sentence at the start of these.
fn sentence_length(tokens: &[Token<'_>]) -> usize {
    let opening = Opening::of(tokens);
    let mut before: Option<&Token<'_>> = None;
    for (index, token) in tokens.iter().enumerate() {
        if let Some(previous) = before {
            let rest = tokens.get(index..).unwrap_or_default();
            let breaks =
                token.first_on_line && (opening.is_whole(index, token) || begins_sentence(rest));
            if breaks && !opening.goes_on(index, previous, token) {
                return index;
            }
        }
        if token.kind == TokenKind::Stop || (token.is(":") && opening.ends_at_colon(before)) {
            return index + 1;
        }
        before = Some(token);
    }
    tokens.len()
}

/// What the first word tells about where a sentence ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// `rule 5:`
    Head,
    /// `for every p in LIST where …:`
    ForEvery,
    /// `role NAME title …`
    Titled,
    Other,
}

impl Opening {
    fn of(tokens: &[Token<'_>]) -> Opening {
        match tokens.first().map(|token| token.text) {
            Some("rule" | "example" | "profile" | "fact" | "field" | "jurisdiction") => {
                Opening::Head
            }
            Some("for") => Opening::ForEvery,
            Some("role" | "goal" | "value") => Opening::Titled,
            _ => Opening::Other,
        }
    }

    /// A head is over after its name, even if its colon is missing.
    fn is_whole(self, index: usize, token: &Token<'_>) -> bool {
        self == Opening::Head && index >= 2 && !token.is(":")
    }

    /// The colon of a head is its end; in `for every` a colon may also follow `any of`.
    fn ends_at_colon(self, before: Option<&Token<'_>>) -> bool {
        match self {
            Opening::Head => true,
            Opening::ForEvery => !before.is_some_and(|token| token.is("of")),
            Opening::Titled | Opening::Other => false,
        }
    }

    /// Whether a line that looks like a new sentence still belongs to this one.
    fn goes_on(self, index: usize, previous: &Token<'_>, token: &Token<'_>) -> bool {
        match token.text {
            "title" => self == Opening::Titled && index == 2,
            "citing" => previous.is(","),
            "must" | "should" | "may" => previous.is("instead"),
            "vocabulary" | "ruleset" => previous.is("uses"),
            "in" => previous.is("not"),
            "fixed" | "chosen" | "optional" => wants_a_value(previous),
            _ => false,
        }
    }
}

/// Whether a line starts with words that can only begin a sentence. The second word decides, so
/// that a line inside a condition, or a fact named `title` in a `given`, is never mistaken for one.
fn begins_sentence(tokens: &[Token<'_>]) -> bool {
    let mut line = tokens
        .iter()
        .enumerate()
        .take_while(|(index, token)| *index == 0 || !token.first_on_line)
        .map(|(_, token)| token);
    let (Some(first), Some(second)) = (line.next(), line.next()) else { return false };
    let third = line.next();
    if first.kind != TokenKind::Word {
        return false;
    }
    let word = second.kind == TokenKind::Word && !is_connecting(second.text);
    let quote = second.text.starts_with(['"', '“', '„', '«']);
    let text = quote || matches!(second.text, "en" | "fr" | "nl");
    let ends_here = third.is_none_or(|third| third.kind == TokenKind::Stop || third.is(":"));
    match first.text {
        "title" | "summary" | "penalty" | "because" | "remedy" | "note" | "question"
        | "meaning" => text,
        "example" | "profile" | "instrument" | "like" | "citing" => quote,
        "ruleset" | "vocabulary" => word && third.is_some_and(|third| third.is("edition")),
        "rule" | "fact" | "field" | "jurisdiction" => word && ends_here,
        "jurisdictions" => second.is("edition"),
        "source" => second.text.starts_with('<'),
        "issued" => second.is("as"),
        "applies" => matches!(second.text, "in" | "where" | "from" | "on"),
        "except" => matches!(second.text, "where" | "from" | "on"),
        "in" => second.is("force"),
        "triggered" | "review" => second.is("by"),
        "addressed" | "subject" => second.is("to"),
        "uses" => matches!(second.text, "vocabulary" | "ruleset"),
        "term" => word && third.is_some_and(|third| third.is("means")),
        "parameter" => word && third.is_some_and(|third| third.is(":")),
        "for" => second.is("every"),
        "deemed" => second.is("met") && third.is_some_and(|third| third.kind == TokenKind::Word),
        "evidence" => text || second.is("from"),
        "read" => second.is("from"),
        "checked" => second.is("on"),
        "placed" => second.is("in"),
        "given" => second.is("{"),
        "also" => second.is("known"),
        "fixed" | "chosen" | "optional" => second.kind == TokenKind::Stop,
        "role" | "goal" | "value" => word && third.is_none_or(|third| third.is("title")),
        "must" | "should" | "may" => {
            word || (second.is("not") && !third.is_some_and(|third| third.is("in")))
        }
        "unless" => word || matches!(second.text, "not" | "from" | "until" | "on"),
        "judged" => word && !text,
        "expect" => word && third.is_none_or(|third| third.kind == TokenKind::Word),
        "serves" | "overrides" | "adopts" | "tightens" | "relaxes" | "replaces" | "without"
        | "type" | "weight" | "within" | "confidence" => word,
        _ => false,
    }
}

/// Whether a value must follow: `product.kind includes`, `{a,`.
fn wants_a_value(token: &Token<'_>) -> bool {
    let mark = token.kind == TokenKind::Mark && !matches!(token.text, "}" | "]" | ")");
    let comparing = matches!(token.text, "least" | "most" | "than" | "before" | "after" | "means");
    mark || comparing || is_connecting(token.text)
}

/// Words that come after a fact or value: `fixed and …`, `weight is at least 3`, `may from …`.
fn is_connecting(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "not"
            | "is"
            | "in"
            | "has"
            | "where"
            | "includes"
            | "excludes"
            | "applies"
            | "plus"
            | "minus"
            | "from"
            | "until"
            | "citing"
    )
}
