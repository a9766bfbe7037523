//! Where does the cursor stand: in which block, after which words, with which names in reach?

use crate::server::Server;
use crate::server::cursor::Cursor;
use crate::server::documents::Document;
use crate::server::meaning::declared;
use crate::server::walk::PLACEMENTS;
use crate::syntax::ast::{Block, Clause};
use crate::syntax::{BlockKind, Piece, PieceKind, pieces, sentences};

/// What stands before the cursor.
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    /// What was typed of the word so far, and the byte at which it begins.
    pub(super) partial: &'a str,
    pub(super) start: usize,
    /// The words and marks of the sentence before it.
    pub(super) before: Vec<&'a str>,
    /// The block that the cursor is in; none before the first head.
    pub(super) block: Option<BlockKind>,
    /// Whether no code stands before the word on its line.
    pub(super) is_first: bool,
    /// Whether the cursor is inside a text that is not closed yet.
    pub(super) in_quotes: bool,
    /// Names of items in reach, with their lists.
    pub(super) items: Vec<(&'a str, &'a str)>,
}

impl<'a> Context<'a> {
    /// Nothing inside a comment.
    pub(super) fn of(server: &Server, cursor: &Cursor<'a>) -> Option<Context<'a>> {
        let text = cursor.text;
        let up_to = text.get(..cursor.offset)?;
        let last = pieces(up_to).pop();
        let ends_here = |piece: &Piece| piece.bytes.end == cursor.offset;
        if last.as_ref().is_some_and(|last| last.kind == PieceKind::Comment && ends_here(last)) {
            return None;
        }
        let quote = last.filter(|last| last.kind == PieceKind::Faulty && ends_here(last));
        let quote =
            quote.filter(|last| text.get(last.bytes.clone()).is_some_and(|q| q.starts_with('"')));
        let start = match &quote {
            Some(quote) => quote.bytes.start,
            None => start_of_word(server, up_to),
        };
        let head = text.get(..start)?;
        let all = sentences(head);
        let word = |piece: &Piece| text.get(piece.bytes.clone()).unwrap_or("");
        let mut blocks = all.iter().filter_map(|one| BlockKind::opened_by(word(one.first()?)));
        let block = blocks.next_back();
        let own = all.last().filter(|last| !is_finished(last, word));
        let before = own.map(|own| own.iter().map(word).collect()).unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or("");
        let mut context = Context {
            document: cursor.document,
            partial: text.get(start..cursor.offset)?,
            start,
            before,
            block,
            is_first: line.trim().is_empty(),
            in_quotes: quote.is_some(),
            items: Vec::new(),
        };
        let heads = all.iter().rposition(|one| {
            one.first().is_some_and(|first| BlockKind::opened_by(word(first)).is_some())
        });
        for sentence in all.iter().skip(heads.unwrap_or_default()) {
            if sentence.first().is_some_and(|first| word(first) == "for") {
                context.items = items(&sentence.iter().map(word).collect::<Vec<_>>());
            }
        }
        context.items.extend(items(&context.before));
        Some(context)
    }

    /// The path of the fact or field that a word means here.
    pub(super) fn path_of(&self, server: &Server, word: &str) -> Option<String> {
        let (first, rest) = word.split_once('.').unwrap_or((word, ""));
        let list = self.list_of(first);
        let path = list.map_or(word.to_owned(), |list| format!("{list}.{rest}"));
        declared(&server.base, &path).map(|_| path)
    }

    /// The list of the item of that name.
    pub(super) fn list_of(&self, name: &str) -> Option<&'a str> {
        if name == "placement" {
            return Some(PLACEMENTS);
        }
        self.items.iter().rev().find(|(own, _)| *own == name).map(|(_, list)| *list)
    }

    /// The header of the file.
    pub(super) fn header<'s>(&self, server: &'s Server) -> Option<&'s Block>
    where
        'a: 's,
    {
        server.documents.parsed(self.document).file.blocks.first()
    }

    /// Sentences of the header.
    pub(super) fn says<'s>(&self, server: &'s Server) -> impl Iterator<Item = &'s Clause>
    where
        'a: 's,
    {
        let header = self.header(server);
        header.into_iter().flat_map(|block| &block.clauses).map(|clause| &clause.node)
    }
}

/// Where the word before the cursor begins. A dot or slash belongs to it, unless it is a full stop.
fn start_of_word(server: &Server, up_to: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/');
    let start = up_to.trim_end_matches(is_part).len();
    let word = up_to.get(start..).unwrap_or("");
    let Some(stem) = word.strip_suffix('.') else { return start };
    let is_group = server.base.vocabulary.facts.keys().any(|path| path.starts_with(word));
    if is_group || (!stem.is_empty() && !stem.contains('.') && stem.len() <= LONGEST_ITEM) {
        return start;
    }
    up_to.len()
}

/// Names of items are short; a longer word before a dot ends its sentence.
const LONGEST_ITEM: usize = 12;

fn is_finished<'t>(sentence: &[Piece], word: impl Fn(&Piece) -> &'t str) -> bool {
    let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { return true };
    let ends_at_colon = word(first) == "for"
        || matches!(
            word(first),
            "rule" | "example" | "profile" | "fact" | "field" | "jurisdiction"
        );
    last.kind == PieceKind::Stop || (ends_at_colon && word(last) == ":")
}

/// Items that a sentence names: `some p in auth.passwords`.
fn items<'t>(words: &[&'t str]) -> Vec<(&'t str, &'t str)> {
    let named = words.windows(4).filter_map(|four| match four {
        [quantifier, name, "in", list] if matches!(*quantifier, "some" | "every" | "no") => {
            Some((*name, *list))
        }
        _ => None,
    });
    named.collect()
}
