//! How large, deep and full a manifest may be: bounds that no honest manifest comes near.

/// Bytes of a manifest: 8 MiB.
pub const BYTES: usize = 8 * 1024 * 1024;

/// Mappings and lists inside one another.
pub const DEPTH: usize = 64;

/// Values: scalars, lists and mappings together.
pub const NODES: usize = 100_000;

/// Characters that can begin a token of YAML, wherever they stand.
///
/// The YAML reader holds all tokens of a `{…}` or `[…]` in memory, up to 600 bytes for each of
/// these characters, before it tells of the first: this bound, taken before it runs, bounds it.
pub const MARKS: usize = 300_000;

/// Placements of the product: every rule is asked again for each.
pub const PLACEMENTS: usize = 75;

/// Conditions that rules are walked through because lists have more than one item, in all markets
/// together. A full description of a product takes some 50,000.
pub const STEPS_ON_ITEMS: u64 = 5_000_000;

/// Items of the longest list of a manifest whose lists are not weighed: rules soon look at so few.
pub const FEW_ITEMS: usize = 30;

/// Errors that are shown for one manifest.
pub const ERRORS: usize = 100;

/// Characters of the manifest's own text that are repeated in a message.
pub const SHOWN: usize = 60;
