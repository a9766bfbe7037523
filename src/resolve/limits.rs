//! How much rulesets may hold: bounds that no honest ruleset comes near, and that keep every check
//! short whatever the texts.

/// Faults that are reported for all files together.
pub(super) const MAX_FAULTS: usize = 500;

/// Territories: ISO 3166 has some 250 countries and 5,000 parts of them.
pub(super) const MAX_JURISDICTIONS: usize = 6_000;

/// Territories that one lies within, each inside the next.
pub(super) const MAX_WITHIN: usize = 16;

/// Facts of the vocabulary, fields apart.
pub(super) const MAX_FACTS: usize = 5_000;

/// Rules of all files together.
pub(super) const MAX_RULES: usize = 10_000;

/// Conditions inside one another, through terms and other rules. The longest chain of the shipped
/// rulesets has 16.
pub(super) const MAX_DEPTH: u32 = 128;

/// Conditions to walk for one rule, a term counted wherever it is used. The longest of the shipped
/// rules have some 2,000.
pub(super) const MAX_STEPS: u64 = 50_000;

/// Conditions to walk for all rules together.
pub(super) const MAX_ALL_STEPS: u64 = 1_000_000;

/// Facts and fields that all examples state together, those they take over counted again.
pub(super) const MAX_STATED: usize = 500_000;

/// Conditions to walk for an example because its lists have more than one item.
pub(super) const MAX_STEPS_ON_ITEMS: u64 = 1_000_000;

/// Items of all lists of an example that are not weighed: rules soon look at so few.
pub(super) const FEW_ITEMS: usize = 16;

/// Members of a circle that are named and shown.
pub(super) const SHOWN_IN_CIRCLE: usize = 8;

/// Letters of a name that are repeated in a message.
pub(super) const SHOWN_OF_NAME: usize = 120;
