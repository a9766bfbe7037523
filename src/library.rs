//! Loading: texts in, law out, or every fault of every text.

mod answers;
mod ask;
mod baseline;
mod check;
mod claims;
mod doc;
mod editions;
mod fix;
mod lint;
mod mutate;
mod parsing;
mod questions;
mod read;
mod register;
mod time;
mod verify;

pub use ask::{Interview, Judge};
pub use check::Checked;
pub use fix::Fix;
pub use mutate::{Change, Fate, Mutations, Place, Proposal, Separating, Subject, Tried, written};
pub use questions::{Asked, LawRequest};
pub use register::{Register, RegisterDesk};

use crate::analysis::problem::Limits;
use crate::analysis::settle::settle_all;
use crate::catalogue::{ShippedFile, shipped};
use crate::eval::assess::{Check, MarketAssessment, assess};
use crate::eval::market::{markets_for, rules_for};
use crate::eval::settled::Ask;
use crate::fault::{Fault, follows_from};
use crate::ingest::{Case, IngestError, read_expectations, read_manifest, source_file};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::value::{Value, Version};
use crate::model::vocabulary::FactId;
use crate::plan::order::{Input, Plan};
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, PlacementFields, Row};
use crate::resolve::resolve;
use crate::source::SourceMap;
use crate::suggest::nearest;
use crate::syntax::ast::{File, Head};
use crate::syntax::{Parsed, parse};
use jiff::civil::Date;
use parsing::parse_all;
use std::collections::BTreeSet;

/// A set of rulesets that were loaded together, with their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    sources: SourceMap,
    law: Law,
}

impl Library {
    /// The rulesets that are shipped inside this crate.
    ///
    /// # Errors
    ///
    /// None in a released crate: a test loads what is shipped.
    ///
    /// ```
    /// let library = comity::Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// assert!(library.law().find_rule("uk.psti.sch1.1").is_some());
    /// ```
    pub fn shipped() -> Result<Library, Vec<Fault>> {
        Library::load(&[])
    }

    /// The shipped rulesets and further texts, as pairs of a name to show and the text.
    /// A further text that declares the same ruleset and edition (or vocabulary, or the
    /// jurisdictions) as a shipped one takes its place.
    ///
    /// # Errors
    ///
    /// Every fault of every text, by file and place.
    pub fn load(further: &[(&str, &str)]) -> Result<Library, Vec<Fault>> {
        let shipped = shipped();
        Library::gather(&pairs(&shipped), further)
    }

    /// Only the given texts, without the shipped ones.
    ///
    /// # Errors
    ///
    /// As of [`Library::load`].
    pub fn from_texts<'a>(
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Library, Vec<Fault>> {
        Library::gather(&[], &texts.into_iter().collect::<Vec<_>>())
    }

    /// Loads the texts, each once, without those of `base` that another takes the place of.
    fn gather(base: &[(&str, &str)], further: &[(&str, &str)]) -> Result<Library, Vec<Fault>> {
        Library::gather_with(base, further, None)
    }

    /// The same with an older text of a ruleset, and whether it is to be named apart.
    fn gather_with(
        base: &[(&str, &str)],
        further: &[(&str, &str)],
        older: Option<((&str, &str), bool)>,
    ) -> Result<Library, Vec<Fault>> {
        let mut sources = SourceMap::default();
        let older_text = older.as_ref().map(|(text, _)| text);
        let texts = base.iter().chain(each_once(further)).chain(older_text);
        let texts: Vec<_> = texts.map(|&(name, text)| (sources.add(name, text), text)).collect();
        let mut base_read = parse_all(&texts, parse);
        let mut further = base_read.split_off(base.len());
        if let (Some((_, true)), Some(parsed)) = (older, further.last_mut()) {
            editions::rename(&mut parsed.file);
        }
        Library::resolve(sources, in_place(base_read, further))
    }

    /// What the texts mean together, or the faults of all of them.
    fn resolve(sources: SourceMap, parsed: Vec<Parsed>) -> Result<Library, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut files = Vec::new();
        for Parsed { file, errors, .. } in parsed {
            faults.extend(errors.into_iter().map(|error| Fault::of(&sources, error.into())));
            files.push(file);
        }
        match resolve(&sources, &files) {
            Ok(law) if faults.is_empty() => Ok(Library { sources, law }),
            Ok(_) => Err(faults),
            Err(mut found) => {
                let files: Vec<&File> = files.iter().collect();
                found.retain(|fault| !follows_from(fault, &faults, &files));
                faults.extend(found.into_iter().map(|kind| Fault::of(&sources, kind.into())));
                faults.sort_by_key(|fault| fault.kind.span());
                Err(faults)
            }
        }
    }

    /// The rules, facts and jurisdictions.
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The texts that the rules were read from.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// Reads a manifest (YAML or JSON) against the vocabulary. `name` is shown in faults.
    ///
    /// # Errors
    ///
    /// Every fault of the manifest, by place.
    pub fn read_manifest(&self, name: &str, bytes: &[u8]) -> Result<Manifest, Vec<Fault>> {
        read_manifest(&self.law, name, bytes).map_err(|found| of_manifest(name, bytes, found))
    }
}

impl Library {
    /// Reads what a manifest expects of itself (`x_expect`), for tests.
    ///
    /// # Errors
    ///
    /// Every fault of the text or of its expectations.
    pub fn read_expectations(&self, name: &str, bytes: &[u8]) -> Result<Vec<Case>, Vec<Fault>> {
        read_expectations(&self.law, name, bytes).map_err(|found| of_manifest(name, bytes, found))
    }
}

/// What to check a product against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRequest {
    /// Day of the check.
    pub on: Date,
    /// Codes or everyday names of jurisdictions; where the product is placed, if none is named.
    pub jurisdictions: Vec<String>,
    /// Ids of rulesets to apply beside the law.
    pub with: Vec<String>,
    /// Statements with less evidence count as unknown.
    pub evidence: Option<EvidenceLevel>,
}

impl CheckRequest {
    /// A check on that day, wherever the product is placed, by the law alone.
    #[must_use]
    pub fn on(on: Date) -> CheckRequest {
        CheckRequest { on, jurisdictions: Vec::new(), with: Vec::new(), evidence: None }
    }

    /// The same in those jurisdictions.
    #[must_use]
    pub fn within<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> CheckRequest {
        self.jurisdictions = names.into_iter().map(str::to_owned).collect();
        self
    }
}

/// A jurisdiction or ruleset that nothing declares.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} `{name}`{help}")]
pub struct UnknownName {
    /// `jurisdiction` or `ruleset`.
    pub what: &'static str,
    /// As given.
    pub name: String,
    /// What to do, to be read after the message.
    pub help: String,
}

impl Library {
    /// Checks a product in every market asked for. Verdicts that facts leave open are settled over
    /// all completions of the manifest, as far as that can be told.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn check(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
    ) -> Result<Vec<MarketAssessment>, UnknownName> {
        self.settled(manifest, request, &BTreeSet::new())
    }

    /// A check of which some facts and norms cannot be told: none of them is asked for.
    fn settled(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        skipped: &BTreeSet<Ask>,
    ) -> Result<Vec<MarketAssessment>, UnknownName> {
        let (markets, with) = self.asked_for(manifest, request)?;
        let check = Check { on: request.on, threshold: Threshold(request.evidence) };
        let mut assessments = assess(&self.law, manifest, &markets, &with, check);
        for assessment in &mut assessments {
            let row = Row { manifest, market: assessment.market, on: request.on };
            settle_all(&self.law, row, check.threshold, assessment, skipped, &Limits::default());
        }
        Ok(assessments)
    }

    /// The markets and the further rulesets of a request; without a place, the markets are those
    /// where the manifest places the product.
    fn asked_for(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
    ) -> Result<(Vec<Market>, Vec<RulesetId>), UnknownName> {
        let places = self.find_jurisdictions(&request.jurisdictions)?;
        Ok((self.markets(&places, manifest), self.find_rulesets(&request.with)?))
    }

    /// The markets of a product in some places; where it is placed, if none is named.
    fn markets(&self, places: &[JurisdictionId], manifest: &Manifest) -> Vec<Market> {
        match places {
            [] => markets_for(&self.law, manifest, &self.placed_in(manifest)),
            places => markets_for(&self.law, manifest, places),
        }
    }

    /// The jurisdictions of those codes or everyday names.
    ///
    /// # Errors
    ///
    /// The first name that is none.
    pub fn find_jurisdictions(&self, names: &[String]) -> Result<Vec<JurisdictionId>, UnknownName> {
        let known = &self.law.jurisdictions;
        let find = |name: &String| {
            known.find(name.trim()).ok_or_else(|| {
                let aliases = known.all.iter().flat_map(|known| &known.aliases);
                let names = aliases.chain(known.all.iter().map(|known| &known.code));
                let otherwise = "; use a code such as GB, NL, CA-QC or a name such as uk";
                unknown("jurisdiction", name, names.map(String::as_str), otherwise)
            })
        };
        names.iter().map(find).collect()
    }

    /// The rulesets of those names: `etsi.en303645` is the latest edition at hand,
    /// `etsi.en303645@2.1.1` that edition.
    ///
    /// # Errors
    ///
    /// The first name that is none.
    pub fn find_rulesets(&self, names: &[String]) -> Result<Vec<RulesetId>, UnknownName> {
        names.iter().map(|name| self.find_ruleset(name.trim())).collect()
    }

    fn find_ruleset(&self, name: &str) -> Result<RulesetId, UnknownName> {
        let (id, edition) = match name.split_once('@') {
            Some((id, edition)) => (id, Some(edition)),
            None => (name, None),
        };
        let wanted = |ruleset: &Ruleset| {
            ruleset.id == id && edition.is_none_or(|edition| ruleset.edition == edition)
        };
        let all = self.law.iter_rulesets().filter(|(_, ruleset)| wanted(ruleset));
        let latest = all.max_by(|(_, one), (_, two)| {
            Version(one.edition.clone()).compare(&Version(two.edition.clone()))
        });
        latest.map(|(id, _)| id).ok_or_else(|| {
            let ids = self.law.rulesets.iter().map(|ruleset| ruleset.id.as_str());
            unknown("ruleset", name, ids, "; `comity rules` lists them")
        })
    }

    /// The territories in which the manifest places the product.
    fn placed_in(&self, manifest: &Manifest) -> Vec<JurisdictionId> {
        let Some(fields) = PlacementFields::of(&self.law.vocabulary) else { return Vec::new() };
        let stated = manifest.facts.get(&fields.list).map(|list| &list.value);
        let (Some(territory), Some(Stated::Items(items))) = (fields.territory, stated) else {
            return Vec::new();
        };
        let code = |item: &Item| match &item.fields.get(&territory.index)?.value {
            Stated::Value(Value::Text(code)) => self.law.jurisdictions.find(code),
            _ => None,
        };
        items.iter().filter_map(code).collect()
    }

    /// The facts that the law of those jurisdictions turns on.
    #[must_use]
    pub fn facts_read_in(&self, places: &[JurisdictionId]) -> BTreeSet<FactId> {
        let rules: Vec<_> =
            places.iter().flat_map(|&place| rules_for(&self.law, place, &[])).collect();
        let list = PlacementFields::of(&self.law.vocabulary).map(|fields| fields.list);
        let plan = Plan::new(&self.law, &rules);
        let read = plan.inputs().filter_map(|input| match input {
            Input::Fact(fact) => Some(fact),
            Input::Field(field) => Some(field.list),
            _ => list,
        });
        read.chain(list).collect()
    }
}

/// Each file as its name and text.
fn pairs(files: &[ShippedFile]) -> Vec<(&str, &str)> {
    files.iter().map(|file| (file.path, &*file.text)).collect()
}

/// The texts without those that stand there already.
fn each_once<'t>(texts: &'t [(&'t str, &'t str)]) -> impl Iterator<Item = &'t (&'t str, &'t str)> {
    let is_new =
        |index: usize, text: &str| !texts.iter().take(index).any(|(_, earlier)| *earlier == text);
    let numbered = texts.iter().enumerate();
    numbered.filter(move |(index, (_, text))| is_new(*index, text)).map(|(_, text)| text)
}

/// All files: those of `further`, and those of `base` that none of these takes the place of.
fn in_place(base: Vec<Parsed>, further: Vec<Parsed>) -> Vec<Parsed> {
    let is_replaced = |file: &File| {
        let own = identity(file);
        own.is_some() && further.iter().any(|other| identity(&other.file) == own)
    };
    let mut kept: Vec<Parsed> =
        base.into_iter().filter(|parsed| !is_replaced(&parsed.file)).collect();
    kept.extend(further);
    kept
}

fn unknown<'a>(
    what: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
    otherwise: &str,
) -> UnknownName {
    let help = match nearest(&name.to_ascii_lowercase(), known) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => otherwise.to_owned(),
    };
    UnknownName { what, name: name.to_owned(), help }
}

/// Faults with the manifest they stand in.
fn of_manifest(name: &str, bytes: &[u8], found: Vec<IngestError>) -> Vec<Fault> {
    let source = source_file(name, bytes);
    found.into_iter().map(|kind| Fault { kind: kind.into(), source: source.clone() }).collect()
}

/// What a file declares: two files of one identity are two versions of the same.
fn identity(file: &File) -> Option<(&'static str, &str, &str)> {
    match &file.blocks.first()?.head.node {
        Head::Ruleset { id, edition } => Some(("ruleset", &id.node, &edition.node)),
        Head::Vocabulary { name, .. } => Some(("vocabulary", &name.node, "")),
        Head::Jurisdictions { .. } => Some(("jurisdictions", "", "")),
        _ => None,
    }
}
