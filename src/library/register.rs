//! Registers: millions of products under the same rules, a line for each.

use super::{CheckRequest, Library, UnknownName, of_manifest};
use crate::digest::sha256;
use crate::eval::register::{Bench, Entry, Rulebook};
use crate::fault::Fault;
use crate::ingest::quick::{Names, read_quickly};
use crate::ingest::{read_json, read_manifest};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::known::{Known, excerpt, known_of};
use crate::model::manifest::Manifest;
use crate::model::vocabulary::FactId;
use crate::plan::order::Input;
use crate::plan::reading::Threshold;
use crate::plan::row::PlacementFields;
use crate::report::build::{fault_report, placed_nowhere};
use crate::report::lines::{CheckLine, refused_line, register_line};
use std::collections::BTreeSet;

/// The fact that names a product in reports.
const NAME: &str = "product.name";

/// A question that is put to many products, made ready once.
#[derive(Debug)]
pub struct Register<'l> {
    library: &'l Library,
    request: CheckRequest,
    places: Vec<JurisdictionId>,
    book: Rulebook<'l>,
    /// Nothing where manifests of this vocabulary cannot be read quickly.
    names: Option<Names<'l>>,
    /// The facts that are kept apart from columns.
    named: BTreeSet<FactId>,
    basis: String,
}

/// Where products are judged, block by block: each thread has one of its own.
#[derive(Debug)]
pub struct RegisterDesk<'r> {
    register: &'r Register<'r>,
    bench: Bench<'r>,
}

/// A product in the making: what is known of it, or its line.
enum Draft {
    Entry(Box<Entry>),
    Refused(Box<CheckLine>),
}

impl Library {
    /// Makes a question ready for many products.
    ///
    /// ```
    /// use comity::{CheckRequest, Library};
    ///
    /// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let request = CheckRequest::on("2026-11-22".parse().unwrap()).within(["uk"]);
    /// let register = library.register(&request).unwrap();
    /// let lines = register.desk().lines(&[("r.ndjson:1", br#"{"comity": 1}"#)]);
    /// assert_eq!(lines[0].outcome.as_deref(), Some("undetermined"));
    /// ```
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn register(&self, request: &CheckRequest) -> Result<Register<'_>, UnknownName> {
        let places = self.find_jurisdictions(&request.jurisdictions)?;
        let book = Rulebook::new(&self.law, &places, &self.find_rulesets(&request.with)?);
        let placements = PlacementFields::of(&self.law.vocabulary).map(|fields| fields.list);
        let name = self.law.vocabulary.find(NAME).map(|(fact, _)| fact);
        let named: BTreeSet<FactId> = placements.into_iter().chain(name).collect();
        let names = Names::new(&self.law, wanted(&book, &named));
        let (basis, request) = (self.basis(request)?, request.clone());
        Ok(Register { library: self, request, places, book, names, named, basis })
    }
}

/// Which facts and fields the rules of a book read, or reports name.
fn wanted(book: &Rulebook<'_>, named: &BTreeSet<FactId>) -> impl Fn(FactId, Option<u32>) -> bool {
    let mut read = BTreeSet::new();
    for input in book.plan().inputs() {
        match input {
            Input::Fact(fact) => drop(read.insert((fact, None))),
            Input::Field(field) => {
                read.extend([(field.list, None), (field.list, Some(field.index))]);
            }
            _ => {}
        }
    }
    move |fact, field| named.contains(&fact) || read.contains(&(fact, field))
}

impl<'l> Register<'l> {
    /// What all lines rest on: see [`Library::basis`].
    #[must_use]
    pub fn basis(&self) -> &str {
        &self.basis
    }

    /// A place to judge products.
    #[must_use]
    pub fn desk(&self) -> RegisterDesk<'_> {
        let threshold = Threshold(self.request.evidence);
        let bench = Bench::new(&self.book, self.request.on, threshold);
        RegisterDesk { register: self, bench }
    }

    fn draft(&self, name: &str, bytes: &[u8]) -> Draft {
        let quickly = self.names.as_ref().and_then(|names| read_quickly(names, bytes));
        let (known, excerpt) = match quickly {
            Some(known) => {
                let excerpt = self.excerpt(&known);
                (known, excerpt)
            }
            None => match self.read(name, bytes) {
                Ok(manifest) => {
                    let known = known_of(&manifest);
                    let excerpt =
                        Manifest { judgements: manifest.judgements, ..self.excerpt(&known) };
                    (known, excerpt)
                }
                Err(faults) => return Draft::Refused(Box::new(self.refused(name, bytes, &faults))),
            },
        };
        let markets = self.library.markets(&self.places, &excerpt);
        if markets.is_empty() {
            let fault = placed_nowhere(name);
            let hash = sha256(bytes);
            let line = refused_line(&self.basis, name, Some(&hash), &[fault]);
            return Draft::Refused(Box::new(line));
        }
        Draft::Entry(Box::new(Entry { known, excerpt, markets }))
    }

    fn excerpt(&self, known: &[Known]) -> Manifest {
        excerpt(known, |fact| self.named.contains(&fact))
    }

    /// Reads what is not read quickly, with all its faults.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Manifest, Vec<Fault>> {
        let is_yaml = [".yaml", ".yml"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        let read = if is_yaml { read_manifest } else { read_json };
        read(&self.library.law, name, bytes).map_err(|found| of_manifest(name, bytes, found))
    }

    fn refused(&self, name: &str, bytes: &[u8], faults: &[Fault]) -> CheckLine {
        let told = fault_report(name, faults).faults;
        refused_line(&self.basis, name, Some(&sha256(bytes)), &told)
    }
}

impl RegisterDesk<'_> {
    /// The lines of some products, given as names and texts, in their order: JSON, or YAML where
    /// the name says so. For two thousand products at a time each costs least.
    pub fn lines(&mut self, products: &[(&str, &[u8])]) -> Vec<CheckLine> {
        let register = self.register;
        let drafts = products.iter().map(|(name, bytes)| register.draft(name, bytes));
        let (mut entries, mut lines) = (Vec::new(), Vec::new());
        for draft in drafts {
            match draft {
                Draft::Entry(entry) => {
                    entries.push(*entry);
                    lines.push(None);
                }
                Draft::Refused(line) => lines.push(Some(*line)),
            }
        }
        let tallies = self.bench.judge(&entries);
        let mut judged = entries.iter().zip(tallies);
        let law = &register.library.law;
        let of_product = |(line, &(name, bytes)): (Option<CheckLine>, &(&str, &[u8]))| {
            line.or_else(|| {
                let (entry, tallies) = judged.next()?;
                let digest = (name, sha256(bytes));
                Some(register_line(law, &register.basis, digest, &entry.excerpt, &tallies))
            })
        };
        lines.into_iter().zip(products).filter_map(of_product).collect()
    }
}
