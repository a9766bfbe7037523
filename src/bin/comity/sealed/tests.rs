//! Envelopes against published vectors, and against every change of a bit.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{Broken, Envelope, Key, seal, signed_bytes};
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};

/// RFC 8410, section 10.3.
const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
";
/// RFC 8410, section 10.1: the public key of the same.
const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
";
/// RFC 8032, section 7.1, test 2: secret key, public key, message, signature.
const SECRET: &str = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
const OPEN: &str = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
const SIGNATURE: &str = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

fn key() -> Key {
    Key(SigningKey::from_pkcs8_pem(PRIVATE).unwrap())
}

fn public() -> VerifyingKey {
    VerifyingKey::from_public_key_pem(PUBLIC).unwrap()
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&hexadecimal[at..at + 2], 16).unwrap();
    (0..hexadecimal.len()).step_by(2).map(byte).collect()
}

#[test]
fn signed_bytes_are_those_of_the_dsse_protocol() {
    // The example of the protocol's own text (secure-systems-lab/dsse, protocol.md).
    let signed = signed_bytes("http://example.com/HelloWorld", b"hello world");
    assert_eq!(signed, b"DSSEv1 29 http://example.com/HelloWorld 11 hello world");
}

#[test]
fn keys_and_signatures_are_those_of_the_standards() {
    assert_eq!(key().0.verifying_key(), public());
    let own = SigningKey::from_bytes(&bytes(SECRET).try_into().unwrap());
    assert_eq!(own.verifying_key().to_bytes().to_vec(), bytes(OPEN));
    assert_eq!(own.sign(&[0x72]).to_bytes().to_vec(), bytes(SIGNATURE));
}

#[test]
fn sealed_report_is_opened_by_its_key_alone() {
    let envelope = Envelope::read(seal(&key(), "{}\n").unwrap().as_bytes()).unwrap();
    assert_eq!(envelope.report_by(&public()).unwrap(), b"{}\n");
    let other = SigningKey::from_bytes(&[7; 32]).verifying_key();
    assert_eq!(envelope.report_by(&other), Err(Broken::OtherKey));
    let mut renamed = envelope.clone();
    renamed.signatures[0].keyid = super::key_id(&other).unwrap();
    assert_eq!(renamed.report_by(&other), Err(Broken::Forged));
    let mut unsigned = envelope;
    unsigned.signatures.clear();
    assert_eq!(unsigned.report_by(&public()), Err(Broken::OtherKey));
}

#[test]
fn every_changed_bit_of_an_envelope_is_found() {
    let sealed = seal(&key(), "{\"verdict\": \"met\"}\n").unwrap().into_bytes();
    let opens = |bytes: &[u8]| {
        Envelope::read(bytes).is_some_and(|envelope| envelope.report_by(&public()).is_ok())
    };
    assert!(opens(&sealed));
    let mut survived = Vec::new();
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[at] ^= 1 << bit;
            if opens(&changed) {
                survived.push((at, bit));
            }
        }
    }
    assert_eq!(survived, []);
    for length in 0..sealed.len() - 1 {
        assert!(!opens(&sealed[..length]), "cut after {length} bytes");
    }
}

#[test]
fn key_that_an_envelope_does_not_have_is_refused() {
    let sealed = seal(&key(), "{}\n").unwrap();
    for (from, to) in [
        ("{\"payloadType\"", "{\"note\":1,\"payloadType\""),
        ("{\"keyid\"", "{\"cert\":\"\",\"keyid\""),
        ("{\"payloadType\"", "{\"payload\":\"\",\"payloadType\""),
    ] {
        let changed = sealed.replacen(from, to, 1);
        assert_ne!(changed, sealed);
        assert_eq!(Envelope::read(changed.as_bytes()), None, "{changed}");
    }
}
