//! Target `manifest_json`: any bytes are read as a manifest in JSON, and judged if they are one.

use crate::law::shipped;
use crate::{faults, product};

/// Reads a manifest against the shipped rules; see [`product::judge`].
pub fn run(bytes: &[u8]) {
    let library = shipped();
    match library.read_manifest("input.json", bytes) {
        Ok(manifest) => product::judge(library.law(), &manifest, &product::PLACES),
        Err(found) => faults::examine(&found),
    }
}
