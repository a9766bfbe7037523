//! The rulesets that are shipped inside the library, as text.

#[cfg(feature = "packed")]
pub mod packed;
#[cfg(feature = "packed")]
mod packing;
mod paths;
#[cfg(any(feature = "cli", test, not(feature = "packed")))]
mod plain;

use std::borrow::Cow;

// The command line starts faster without unpacking, whichever features others ask for.
#[cfg(all(feature = "packed", not(feature = "cli")))]
pub use packed::shipped;
#[cfg(any(feature = "cli", not(feature = "packed")))]
pub use plain::shipped;

/// One shipped file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippedFile {
    /// Its path below `rulesets/`.
    pub path: &'static str,
    /// Its text.
    pub text: Cow<'static, str>,
}
