//! Runs what manifests expect of themselves: the cases beside rulesets and examples.

use crate::failure::Failure;
use crate::files::{find_files, read_bytes};
use comity::eval::assess::MarketAssessment;
use comity::ingest::Case;
use comity::model::manifest::Manifest;
use comity::{CheckRequest, Library};
use std::path::Path;

/// A verdict that a manifest expects, and what came out.
#[derive(Debug)]
pub(crate) struct CaseResult {
    /// `examples/doorbell.yaml:380`
    pub(crate) place: String,
    /// `eu.cra.art13.8 in NL on 2027-12-11`
    pub(crate) what: String,
    pub(crate) expected: String,
    /// The verdict in every market of the check that differs, or why there is none.
    pub(crate) found: Option<String>,
}

/// Runs all cases of the manifests at or below a path.
pub(crate) fn run_cases(library: &Library, path: &Path) -> Result<Vec<CaseResult>, Failure> {
    let mut results = Vec::new();
    for file in find_files(path, &["yaml", "yml", "json"])? {
        if file.extension().is_some_and(|ending| ending == "comity") {
            continue;
        }
        let (name, bytes) = (file.display().to_string(), read_bytes(&file)?);
        let cases = library.read_expectations(&name, &bytes).map_err(Failure::Faults)?;
        let manifest = library.read_manifest(&name, &bytes).map_err(Failure::Faults)?;
        for case in &cases {
            results.extend(run_case(library, &manifest, case)?);
        }
    }
    Ok(results)
}

fn run_case(
    library: &Library,
    manifest: &Manifest,
    case: &Case,
) -> Result<Vec<CaseResult>, Failure> {
    let request = CheckRequest {
        on: case.on,
        jurisdictions: case.places.clone(),
        with: case.with.clone(),
        evidence: None,
    };
    let markets = library.check(manifest, &request)?;
    let result = |(rule, expected, span): &(String, String, comity::source::Span)| {
        let (line, _) = manifest.source.line_column(span.start as usize);
        CaseResult {
            place: format!("{}:{line}", manifest.source.name),
            what: format!("{rule} in {} on {}", case.places.join(", "), case.on),
            expected: expected.clone(),
            found: difference(library, &markets, rule, expected),
        }
    };
    Ok(case.verdicts.iter().map(result).collect())
}

/// What came out otherwise than expected, in any of the markets.
fn difference(
    library: &Library,
    markets: &[MarketAssessment],
    rule: &str,
    expected: &str,
) -> Option<String> {
    let law = library.law();
    let mut judged = 0;
    for found in markets.iter().flat_map(|market| &market.rules) {
        if law.rule(found.rule).is_none_or(|known| known.id != rule) {
            continue;
        }
        judged += 1;
        if found.verdict.words() != expected {
            return Some(found.verdict.words().to_owned());
        }
    }
    (judged == 0).then(|| "no such rule there".to_owned())
}
