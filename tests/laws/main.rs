//! What holds of the shipped law, whatever the product: properties, and the stories it must tell.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the examples, loads the law once, and fails by panicking"
)]

mod amendments;
mod answers;
mod baseline;
mod batches;
mod claims;
mod cra;
mod en303645;
mod findings;
mod gaps;
#[path = "../generate/mod.rs"]
mod generate;
mod mending;
mod psti;
mod rows;
mod sameness;
mod time;
mod timeline;
mod writing;

use comity::Library;
use comity::eval::market::markets_for;
use comity::eval::matrix::{Matrix, evaluate};
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Row};
use std::path::Path;
use std::sync::LazyLock;

/// The rulesets that are shipped.
static SHIPPED: LazyLock<Library> = LazyLock::new(|| Library::shipped().expect("they load"));

/// Days of check: today's law, and that of the Cyber Resilience Act in full.
const DAYS: [Date; 3] =
    [Date::constant(2026, 11, 22), Date::constant(2027, 12, 11), Date::constant(2029, 1, 1)];

fn law() -> &'static Law {
    SHIPPED.law()
}

/// Every rule, of standards as well as of law.
fn all_rules() -> Plan {
    let rules: Vec<RuleId> = law().iter_rules().map(|(id, _)| id).collect();
    Plan::new(law(), &rules)
}

/// The manifests under `examples/`, by name.
fn examples() -> Vec<(String, Manifest)> {
    manifests("examples")
}

/// The manifests in a folder, by name.
fn manifests(folder: &str) -> Vec<(String, Manifest)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("there are manifests");
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    assert!(!paths.is_empty());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let manifest = SHIPPED.read_manifest(&name, &std::fs::read(&path).unwrap());
        (name, manifest.expect("manifests are read"))
    };
    paths.into_iter().map(read).collect()
}

/// Where the manifest places the product, and the jurisdictions around.
fn markets(manifest: &Manifest) -> Vec<Market> {
    let places: Vec<_> = ["GB", "NL", "CA", "CA-QC"]
        .iter()
        .filter_map(|code| law().jurisdictions.find(code))
        .collect();
    markets_for(law(), manifest, &places)
}

fn judge(plan: &Plan, rows: &[Row<'_>], threshold: Threshold) -> Matrix {
    evaluate(law(), plan, rows, threshold)
}

fn id_of(rule: RuleId) -> &'static str {
    law().rule(rule).map_or("", |rule| rule.id.as_str())
}
