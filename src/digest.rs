//! By what bytes are told apart: SHA-256 (FIPS 180-4), in hexadecimal.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The SHA-256 of some bytes, as 64 small hexadecimal digits: what `sha256sum` prints of a file.
///
/// ```
/// let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
/// assert_eq!(comity::digest::sha256(b"abc"), abc);
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut hexadecimal = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}
