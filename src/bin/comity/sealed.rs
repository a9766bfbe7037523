//! Reports that are signed: DSSE envelopes with Ed25519.
//!
//! An envelope (Dead Simple Signing Envelope, version 1.0.2) holds the bytes of a report and one
//! or more signatures over them and their type. What is signed is the report exactly as it stands
//! there: nothing is read before its signature is.

use crate::failure::Failure;
use crate::files::read_text;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use comity::digest::sha256;
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePublicKey};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What the payload is.
pub(crate) const PAYLOAD_TYPE: &str = "application/vnd.comity.report.v1+json";

/// A report with signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Envelope {
    payload_type: String,
    payload: String,
    signatures: Vec<Signed>,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    keyid: String,
    sig: String,
}

/// A private key.
pub(crate) struct Key(SigningKey);

impl Key {
    /// Reads a key as `openssl genpkey -algorithm ed25519` writes it.
    pub(crate) fn private(path: &Path) -> Result<Key, Failure> {
        let key = SigningKey::from_pkcs8_pem(&read_text(path)?);
        key.map(Key).map_err(|_| no_key(path, "private key", "openssl genpkey -algorithm ed25519"))
    }
}

/// Reads a key as `openssl pkey -pubout` writes it.
pub(crate) fn public_key(path: &Path) -> Result<VerifyingKey, Failure> {
    let key = VerifyingKey::from_public_key_pem(read_text(path)?.trim_end());
    key.map_err(|_| no_key(path, "public key", "openssl pkey -in KEYFILE -pubout"))
}

fn no_key(path: &Path, what: &str, command: &str) -> Failure {
    let file = path.display();
    Failure::new(format!("{file}: this is no Ed25519 {what} in PEM; `{command}` writes one"))
}

/// How a key is called: the SHA-256 of its public part as DER (SubjectPublicKeyInfo).
fn key_id(key: &VerifyingKey) -> Result<String, Failure> {
    let der = key.to_public_key_der();
    let der = der.map_err(|error| Failure::new(format!("cannot write the public key: {error}")))?;
    Ok(sha256(der.as_bytes()))
}

/// The bytes that are signed: the pre-authentication encoding of DSSE.
fn signed_bytes(payload_type: &str, payload: &[u8]) -> Vec<u8> {
    let (kind, size) = (payload_type.len(), payload.len());
    let mut bytes = format!("DSSEv1 {kind} {payload_type} {size} ").into_bytes();
    bytes.extend_from_slice(payload);
    bytes
}

/// A report in an envelope, signed.
pub(crate) fn seal(key: &Key, report: &str) -> Result<String, Failure> {
    let signature = key.0.sign(&signed_bytes(PAYLOAD_TYPE, report.as_bytes()));
    let envelope = Envelope {
        payload_type: PAYLOAD_TYPE.to_owned(),
        payload: STANDARD.encode(report),
        signatures: vec![Signed {
            keyid: key_id(&key.0.verifying_key())?,
            sig: STANDARD.encode(signature.to_bytes()),
        }],
    };
    // Plain structs of strings always serialise.
    Ok(serde_json::to_string(&envelope).unwrap_or_default() + "\n")
}

/// What a signature is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    /// There is no envelope.
    #[error("there is none: the report is not signed, or its envelope is damaged")]
    Unsigned,
    /// The payload is of another kind.
    #[error("the envelope does not hold a report of `comity check`")]
    Type,
    /// The payload or a signature is no base64.
    #[error("the envelope is damaged: what should be base64 is not")]
    Base64,
    /// No signature names the key.
    #[error("no signature of the envelope is by this key")]
    OtherKey,
    /// The signature does not fit.
    #[error("the signature is not that of this key over this report: one of them was changed")]
    Forged,
}

impl Envelope {
    /// Reads an envelope; nothing where the bytes are none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Envelope> {
        serde_json::from_slice(bytes).ok()
    }

    /// The report, whoever signed it.
    pub(crate) fn report(&self) -> Result<Vec<u8>, Broken> {
        if self.payload_type != PAYLOAD_TYPE {
            return Err(Broken::Type);
        }
        decode(&self.payload)
    }

    /// The report, if the key signed it.
    pub(crate) fn report_by(&self, key: &VerifyingKey) -> Result<Vec<u8>, Broken> {
        let report = self.report()?;
        let id = key_id(key).map_err(|_| Broken::OtherKey)?;
        let own = self.signatures.iter().find(|signed| signed.keyid == id);
        let signature = decode(&own.ok_or(Broken::OtherKey)?.sig)?;
        let signature = Signature::from_slice(&signature).map_err(|_| Broken::Forged)?;
        let bytes = signed_bytes(&self.payload_type, &report);
        key.verify_strict(&bytes, &signature).map_err(|_| Broken::Forged)?;
        Ok(report)
    }
}

/// Both alphabets are allowed by DSSE.
fn decode(text: &str) -> Result<Vec<u8>, Broken> {
    STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).map_err(|_| Broken::Base64)
}

#[cfg(test)]
mod tests;
