//! An assessment made again from its receipt, and held against what was written.

use super::{CheckRequest, Library};
use crate::digest::sha256;
use crate::model::manifest::EvidenceLevel;
use crate::model::text::Language;
use crate::report::difference::Difference;
use crate::report::receipt::{ProductDigest, Receipt};
use crate::report::verify::{Stated, Unreadable, differences};

impl Library {
    /// Makes an assessment again, of the manifests given with their names, and tells what differs;
    /// nothing where it is the same byte for byte.
    ///
    /// ```
    /// use comity::model::text::Language;
    /// use comity::report::verify::Stated;
    /// use comity::{CheckRequest, Library};
    ///
    /// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let request = CheckRequest::on("2026-11-22".parse().unwrap()).within(["uk"]);
    /// let report = library.check_report("a.yaml", b"comity: 1\n", &request, Language::English);
    /// let stated = Stated::read(report.unwrap().to_json().as_bytes()).unwrap();
    /// assert_eq!(library.verify(&stated, &[("a.yaml", b"comity: 1\n")]), Ok(vec![]));
    /// let other = library.verify(&stated, &[("a.yaml", b"comity: 1\n\n")]).unwrap();
    /// assert!(other[0].to_string().starts_with("manifest `a.yaml`: it differs"));
    /// ```
    ///
    /// # Errors
    ///
    /// A receipt whose words cannot be read.
    pub fn verify(
        &self,
        stated: &Stated,
        manifests: &[(&str, &[u8])],
    ) -> Result<Vec<Difference>, Unreadable> {
        let (request, language) = request_of(stated)?;
        let (given, mut found) = given(&stated.receipt, manifests);
        if !found.is_empty() {
            return Ok(found);
        }
        match self.many_report(&given, &request, language) {
            Ok(anew) => found.extend(differences(stated, &anew)),
            Err(unknown) => found.push(Difference::Unknown(unknown.to_string())),
        }
        Ok(found)
    }
}

/// The question that a receipt answers.
fn request_of(stated: &Stated) -> Result<(CheckRequest, Language), Unreadable> {
    let receipt = &stated.receipt;
    let word = |what, found: &str| Unreadable::Word { what, found: found.to_owned() };
    let on = receipt.checked_on.parse().map_err(|_| word("checked_on", &receipt.checked_on))?;
    let level = |level: &String| EvidenceLevel::from_word(level).ok_or(word("evidence", level));
    let evidence = receipt.evidence.as_ref().map(level).transpose()?;
    let language = Language::from_code(&stated.language);
    let language = language.ok_or_else(|| word("language", &stated.language))?;
    let (jurisdictions, with) = (receipt.places.clone(), receipt.with.clone());
    Ok((CheckRequest { on, jurisdictions, with, evidence }, language))
}

/// For each product of a receipt its manifest, under the name that it has there: the one of the
/// same bytes, else of the same name, else the only one that is left over. And which are missing
/// or too many.
fn given<'a>(
    receipt: &'a Receipt,
    manifests: &[(&'a str, &'a [u8])],
) -> (Vec<(&'a str, &'a [u8])>, Vec<Difference>) {
    let mut left: Vec<Given<'_>> =
        manifests.iter().map(|&(name, bytes)| (name, bytes, sha256(bytes))).collect();
    let mut chosen: Vec<Option<&[u8]>> = vec![None; receipt.products.len()];
    for pass in [same_bytes, same_name, only_one] {
        let wanted = chosen.iter().filter(|one| one.is_none()).count();
        for (product, chosen) in receipt.products.iter().zip(&mut chosen) {
            let found = left.iter().position(|one| pass(product, one, wanted.max(left.len())));
            if let (None, Some(position)) = (&chosen, found) {
                *chosen = Some(left.remove(position).1);
            }
        }
    }
    let named = receipt.products.iter().zip(chosen);
    let mut paired = Vec::new();
    let mut differences = Vec::new();
    for (product, bytes) in named {
        match bytes {
            Some(bytes) => paired.push((product.manifest.as_str(), bytes)),
            None => differences.push(Difference::NotGiven(product.manifest.clone())),
        }
    }
    let left_over = left.into_iter().map(|(name, ..)| Difference::NotStated(name.to_owned()));
    differences.extend(left_over);
    (paired, differences)
}

type Given<'a> = (&'a str, &'a [u8], String);

fn same_bytes(product: &ProductDigest, (_, _, own): &Given<'_>, _: usize) -> bool {
    product.sha256 == *own
}

fn same_name(product: &ProductDigest, (name, ..): &Given<'_>, _: usize) -> bool {
    product.manifest == *name
}

fn only_one(_: &ProductDigest, _: &Given<'_>, wanted: usize) -> bool {
    wanted == 1
}
