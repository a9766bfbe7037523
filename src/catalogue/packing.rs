//! How the shipped texts are packed: what the build script and the library agree on.

/// How many bytes before a byte foretell it; more or fewer make the block larger.
pub(super) const ORDER: u32 = 12;
/// What the model may take of memory: enough that it never starts anew within the texts.
pub(super) const MEMORY: u32 = 32 << 20;
/// Stands after each text, and in none.
pub(super) const END: char = '\0';
