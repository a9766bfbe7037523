//! How long is searched, and how finely told apart: bounds after which the answer is "not told",
//! never a guess.

/// Items that a list may have in a product that is looked for.
pub const ITEMS: u32 = 6;

/// Conflicts that the solver may run into for one question; the same on every machine, unlike
/// seconds.
pub const CONFLICTS: u64 = 100_000;

/// The same for all that is asked of one set of rules to tell whether they clash.
pub const CONFLICTS_OF_CLASH: u64 = 5_000;

/// How often one question is asked again because rows of a test were missing.
pub const REFINEMENTS: usize = 5_000;

/// More open norms than these are not tried in every combination.
pub const MOST_JUDGEMENTS: usize = 5;

/// Rules over more items than these are left as they are: pairs of items are many.
pub const MOST_ITEMS: usize = 60;

/// Contexts that are tried before the search is given up.
pub const MOST_CONTEXTS: usize = 300;

/// Rounds in which rules that a repair would break are asked along.
pub const MOST_ROUNDS: usize = 40;

/// More combinations of values than this are not written down beforehand.
pub const MOST_COMBINATIONS: usize = 2_000;

/// More values than this of one source are not told apart.
pub const MOST_VALUES: usize = 96;

/// Items of each list while all duties are looked at together; what clashes is asked again with
/// as many as it takes.
pub const ITEMS_TOGETHER: u32 = 4;

/// Conflicts that the solver may run into to tell a rule from the same rule with a small change:
/// thousands of changes are asked about.
pub const CONFLICTS_OF_CHANGE: u64 = 2_000;
