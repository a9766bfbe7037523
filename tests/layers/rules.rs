//! The layers, what each may use, and which of them may name which crate.

use crate::paths::Path;

/// A layer and the layers that it may use besides itself, from left to right.
const LAYERS: [(&str, &[&str]); 13] = [
    ("digest", &[]),
    ("source", &[]),
    ("suggest", &[]),
    ("catalogue", &[]),
    ("syntax", &["source", "suggest"]),
    ("model", &["source"]),
    ("resolve", &["source", "suggest", "syntax", "model"]),
    ("ingest", &["source", "suggest", "model"]),
    ("fault", &["source", "syntax", "resolve", "ingest"]),
    ("plan", &["model"]),
    ("graph", &["source", "model"]),
    ("eval", &["source", "model", "plan"]),
    ("analysis", &["source", "model", "plan", "eval"]),
];
/// The report uses all of these but the catalogue.
const REPORT: &str = "report";
/// The language server uses all of these, and the report.
const SERVER: &str = "server";

/// The facade `src/lib.rs` uses every layer; nothing inside uses the facade.
const FACADE: &str = "lib";
/// The command line: outside the library, on its public names only.
const COMMAND_LINE: &str = "bin";

/// Names from outside that belong to few places: the names, then files or layers that may use them.
///
/// A name is a crate (`pest`) or an item of one (`serde::Serialize`, `miette::Report`).
const OUTSIDE: [(&[&str], &[&str]); 13] = [
    (&["pest", "pest_derive"], &["syntax"]),
    (&["serde_yaml", "saphyr_parser"], &["src/ingest/yaml.rs"]),
    (&["batsat"], &["src/analysis/batsat.rs", "src/analysis/solver.rs"]),
    (&["ppmd_rust"], &["catalogue"]),
    (&["petgraph"], &["resolve", "graph"]),
    (&["serde"], &["ingest", REPORT, COMMAND_LINE]),
    (&["serde::Serialize", "serde::ser"], &[REPORT, COMMAND_LINE]),
    // JSON is written by the report; two files read the manifests that come as JSON.
    (
        &["serde_json"],
        &["src/ingest/json.rs", "src/ingest/quick/mapping.rs", REPORT, SERVER, COMMAND_LINE],
    ),
    (
        &[
            "miette::GraphicalReportHandler",
            "miette::GraphicalTheme",
            "miette::JSONReportHandler",
            "miette::MietteHandler",
            "miette::MietteHandlerOpts",
            "miette::NamedSource",
            "miette::NarratableReportHandler",
            "miette::Report",
            "miette::highlighters",
            "miette::set_hook",
        ],
        &[REPORT, COMMAND_LINE],
    ),
    (&["clap", "clap_complete", "clap_mangen"], &[COMMAND_LINE]),
    (&["sha2"], &["digest"]),
    // Keys and the disk belong to the program: the library signs nothing.
    (&["base64", "ed25519_dalek", "indicatif", "mimalloc"], &[COMMAND_LINE]),
    (&["wasm_bindgen"], &[]),
];

/// The layer of a file: the first name below `src/`.
pub(crate) fn layer_of(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let first = inside.split('/').next().unwrap_or(inside);
    match first.strip_suffix(".rs").unwrap_or(first) {
        // The facade is two files: its exports, and loading and checking.
        "library" => FACADE,
        layer => layer,
    }
}

/// The module path of a file: `src/model/norm.rs` is `crate::model::norm`.
pub(crate) fn module_of(file: &str) -> Vec<String> {
    let root = if layer_of(file) == COMMAND_LINE { "src/bin/comity/" } else { "src/" };
    let inside = file.strip_prefix(root).unwrap_or(file);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let names = inside.split('/').filter(|name| !matches!(*name, "mod" | "lib" | "main"));
    std::iter::once("crate").chain(names).map(str::to_owned).collect()
}

/// What is wrong with a path in a file, if anything.
pub(crate) fn fault_of(file: &str, path: &Path) -> Option<String> {
    inside_fault(file, path).or_else(|| outside_fault(file, path))
}

/// Whether the file's layer is known at all.
pub(crate) fn has_known_layer(file: &str) -> bool {
    let layer = layer_of(file);
    layer == FACADE || layer == COMMAND_LINE || layers_below(layer).is_some()
}

fn inside_fault(file: &str, path: &Path) -> Option<String> {
    let user = layer_of(file);
    if user == FACADE || user == COMMAND_LINE {
        return None;
    }
    let used = match path.segments.as_slice() {
        [root] if root == "crate" && path.in_use => "",
        [root, used, ..] if root == "crate" => used,
        _ => return None,
    };
    if used == user || layers_below(user)?.contains(&used) {
        return None;
    }
    Some(if layers_below(used).is_some() {
        format!("{file}: `{user}` may not use `{used}` ({path})")
    } else {
        format!("{file}: `{user}` may not go through the facade ({path})")
    })
}

fn outside_fault(file: &str, path: &Path) -> Option<String> {
    let places = [file, layer_of(file)];
    let mut rules = OUTSIDE.iter();
    rules.find_map(|(names, allowed)| {
        let name = names.iter().find(|name| may_mean(path, name))?;
        let is_allowed = places.iter().any(|place| allowed.contains(place));
        (!is_allowed).then(|| format!("{file}: only {allowed:?} may name `{name}` ({path})"))
    })
}

/// Whether a path is this outside name, lies within it, or is a glob that brings it in.
fn may_mean(path: &Path, name: &str) -> bool {
    let name: Vec<&str> = name.split("::").collect();
    let segments: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    let names_a_crate = path.in_use || segments.len() > 1;
    let is_glob_above = segments
        .strip_suffix(&["*"])
        .is_some_and(|above| !above.is_empty() && name.starts_with(above));
    names_a_crate && (segments.starts_with(&name) || is_glob_above)
}

fn layers_below(layer: &str) -> Option<Vec<&'static str>> {
    if layer == REPORT {
        let names = LAYERS.iter().map(|(name, _)| *name);
        return Some(names.filter(|name| *name != "catalogue").collect());
    }
    if layer == SERVER {
        return Some(LAYERS.iter().map(|(name, _)| *name).chain([REPORT]).collect());
    }
    let row = LAYERS.iter().find(|(name, _)| *name == layer);
    row.map(|(_, below)| below.to_vec())
}
