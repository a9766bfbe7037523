//! The shipped texts as they stand, within the program.

use super::ShippedFile;
use super::paths::with_shipped_paths;
use std::borrow::Cow;

macro_rules! files {
    ($($path:literal,)*) => {
        vec![$(ShippedFile {
            path: $path,
            text: Cow::Borrowed(include_str!(concat!("../../rulesets/", $path))),
        }),*]
    };
}

/// All shipped files, in order of path.
#[must_use]
pub fn shipped() -> Vec<ShippedFile> {
    with_shipped_paths!(files)
}
