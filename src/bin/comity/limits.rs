//! How much the program reads before the library looks at it.

/// Bytes of one manifest or ruleset that are read into memory: 16 MiB. What is smaller, the
/// library bounds in its way.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// Bytes of a report to verify: 352 MiB, since base64 makes four of three where it is signed.
pub(crate) const LARGEST_RECEIPT: u64 = 352 * 1024 * 1024;

/// Manifests that are named at the end, of those that could not be checked.
pub(crate) const MOST_NAMED: usize = 20;

/// Bytes of products of a register that are handed to a worker at once: 16 MiB, or the first of
/// them where that alone is more.
pub(crate) const PORTION: usize = 16 * 1024 * 1024;

/// Portions of a register that are under way for each worker: what comes too early waits no longer.
pub(crate) const AHEAD: usize = 3;
