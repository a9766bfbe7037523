//! Reading many texts: each alone, on all cores where there are any; the shipped without their
//! examples where nothing asks for them.

use super::Library;
use crate::catalogue::shipped;
use crate::fault::Fault;
use crate::source::{FileId, SourceMap};
use crate::syntax::{Parsed, parse_without_examples};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Below this many bytes starting a thread takes longer than it saves.
const WORTH_A_THREAD: usize = 64 * 1024;

/// How one text is read.
type Reading = fn(FileId, &str) -> Parsed;

impl Library {
    /// The shipped rulesets without their examples: what a check needs, in two thirds of the time.
    /// That the examples hold is proved where the rulesets are made; nothing but tests, counts
    /// and pages of the law asks for them.
    ///
    /// # Errors
    ///
    /// As of [`Library::shipped`].
    ///
    /// ```
    /// let library = comity::Library::shipped_without_examples().map_err(|faults| faults.len());
    /// assert!(library.unwrap().law().examples.is_empty());
    /// ```
    pub fn shipped_without_examples() -> Result<Library, Vec<Fault>> {
        let mut sources = SourceMap::default();
        let shipped = shipped();
        let texts: Vec<_> =
            shipped.iter().map(|file| (sources.add(file.path, &file.text), &*file.text)).collect();
        let read = parse_all(&texts, parse_without_examples);
        Library::resolve(sources, read)
    }
}

/// Reads each text, and answers in the order of the texts: how many cores did it cannot be told.
pub(super) fn parse_all(texts: &[(FileId, &str)], parse: Reading) -> Vec<Parsed> {
    let mut longest_first: Vec<usize> = (0..texts.len()).collect();
    longest_first.sort_by_key(|&index| {
        std::cmp::Reverse(texts.get(index).map_or(0, |(_, text)| text.len()))
    });
    let bytes = texts.iter().map(|(_, text)| text.len()).sum();
    let next = AtomicUsize::new(0);
    let mut parsed = on_cores(helpers(bytes), &|| take_turns(texts, parse, &longest_first, &next));
    parsed.sort_by_key(|(index, _)| *index);
    parsed.into_iter().map(|(_, parsed)| parsed).collect()
}

/// Reads the next text that nobody has taken, until there is none.
fn take_turns(
    texts: &[(FileId, &str)],
    parse: Reading,
    order: &[usize],
    next: &AtomicUsize,
) -> Vec<(usize, Parsed)> {
    let turn = || order.get(next.fetch_add(1, Ordering::Relaxed)).copied();
    let read = |index: usize| texts.get(index).map(|&(file, text)| (index, parse(file, text)));
    std::iter::from_fn(turn).filter_map(read).collect()
}

/// Threads beside this one that are worth their start. In a browser there are none.
fn helpers(bytes: usize) -> usize {
    if cfg!(target_family = "wasm") || bytes < 2 * WORTH_A_THREAD {
        return 0;
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    cores.min(bytes / WORTH_A_THREAD).saturating_sub(1)
}

/// What this thread and its helpers found.
#[expect(
    clippy::disallowed_methods,
    reason = "texts are read alone and put in order after: threads end here, and change no result"
)]
fn on_cores<T: Send>(helpers: usize, work: &(impl Fn() -> Vec<T> + Sync)) -> Vec<T> {
    if helpers == 0 {
        return work();
    }
    std::thread::scope(|scope| {
        let start = |_| std::thread::Builder::new().spawn_scoped(scope, work).ok();
        let started: Vec<_> = (0..helpers).filter_map(start).collect();
        let mut found = work();
        for helper in started {
            found.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        found
    })
}
