//! The shipped texts as one block that the build script has packed (PPMd, variant H).

use super::ShippedFile;
use super::packing::{END, MEMORY, ORDER};
use super::paths::with_shipped_paths;
use ppmd_rust::Ppmd7Decoder;
use std::io::{Error, Read};

const BLOCK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulesets.ppmd"));
/// Stands for a text that is not in the block: no sentence, so that loading refuses it.
const MISSING: &str = "missing";

macro_rules! paths {
    ($($path:literal,)*) => {
        [$($path),*]
    };
}

/// All shipped files, in order of path, as often unpacked as this is called.
#[must_use]
pub fn shipped() -> Vec<ShippedFile> {
    let all = unpack().unwrap_or_default();
    let mut texts = all.split_terminator(END);
    let file = |path| {
        let text = texts.next().unwrap_or(MISSING).to_owned();
        ShippedFile { path, text: text.into() }
    };
    with_shipped_paths!(paths).map(file).into()
}

fn unpack() -> Result<String, Error> {
    let mut all = String::new();
    let decoder = Ppmd7Decoder::new(BLOCK, ORDER, MEMORY);
    decoder.map_err(Error::other)?.read_to_string(&mut all)?;
    Ok(all)
}

#[cfg(test)]
mod tests {
    #[test]
    fn texts_are_unpacked_as_they_were() {
        assert!(super::shipped() == super::super::plain::shipped());
    }
}
