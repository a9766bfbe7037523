//! Imports run one way, names from outside stay where they belong, and files have the agreed form.
#![expect(clippy::disallowed_methods, reason = "the test reads the source files")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/rules.rs"]
mod rules;

use std::path::Path;

const LONGEST_FILE: usize = 400;
/// One phase's faults are one enum, wording beside each variant, so its file may be longer.
const LONGEST_FAULTS: usize = 600;

fn longest(file: &str) -> usize {
    if file.ends_with("/error.rs") { LONGEST_FAULTS } else { LONGEST_FILE }
}

#[test]
fn source_files_follow_the_layers_and_the_form() {
    let files = source_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "src");
    assert!(files.iter().any(|(name, _)| name == "src/lib.rs"), "no src/lib.rs among {files:?}");
    let faults: Vec<String> = files.iter().flat_map(|(name, text)| faults_of(name, text)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every Rust file below a directory, as name and text, in order of name.
fn source_files(directory: &Path, name: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).expect("the directory should be readable") {
        let path = entry.expect("the entry should be readable").path();
        let last = path.file_name().and_then(|last| last.to_str()).expect("names should be UTF-8");
        let name = format!("{name}/{last}");
        if path.is_dir() {
            files.extend(source_files(&path, &name));
        } else if name.ends_with(".rs") {
            files.push((name, std::fs::read_to_string(&path).expect("the file should be text")));
        }
    }
    files.sort();
    files
}

fn faults_of(file: &str, text: &str) -> Vec<String> {
    let mut faults: Vec<String> = form_faults(file, text).into_iter().flatten().collect();
    let named = paths::find_paths(text, &rules::module_of(file));
    faults.extend(named.iter().filter_map(|path| rules::fault_of(file, path)));
    faults
}

fn form_faults(file: &str, text: &str) -> [Option<String>; 4] {
    let lines = text.lines().count();
    let opening = text.lines().next().and_then(|line| line.strip_prefix("//! "));
    let code = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    let pulled = code.clone().find(|line| line.starts_with("#[path") || line.contains("include!("));
    [
        (!rules::has_known_layer(file))
            .then(|| format!("{file}: belongs to no layer; give it one in tests/layers/rules.rs")),
        opening
            .is_none()
            .then(|| format!("{file}: the first line should be `//! ` and its purpose")),
        (lines > longest(file))
            .then(|| format!("{file}: {lines} lines, more than {}", longest(file))),
        pulled.map(|line| format!("{file}: takes in another file past the layers: {line}")),
    ]
}

#[cfg(test)]
mod checker {
    use super::{LONGEST_FILE, faults_of};

    #[track_caller]
    fn refused(file: &str, code: &str, expected: &str) {
        let faults = faults_of(file, &format!("//! Purpose.\n{code}\n"));
        assert_eq!(faults.len(), 1, "{code}: {faults:?}");
        assert!(faults[0].contains(expected), "{faults:?}");
    }

    #[track_caller]
    fn permitted(file: &str, code: &str) {
        let faults = faults_of(file, &format!("//! Purpose.\n{code}\n"));
        assert!(faults.is_empty(), "{code}: {faults:?}");
    }

    #[test]
    fn import_to_the_right_is_refused() {
        refused("src/syntax/ast.rs", "use crate::model::Rule;", "`syntax` may not use `model`");
        refused("src/model/norm.rs", "use crate::syntax;", "`model` may not use `syntax`");
        refused("src/source.rs", "use crate::suggest::nearest;", "`source` may not use `suggest`");
        refused("src/eval/mod.rs", "pub use crate::analysis::Finding;", "may not use `analysis`");
        refused("src/report/json.rs", "use crate::catalogue::ALL;", "may not use `catalogue`");
        refused("src/plan/mod.rs", "pub(crate) use crate::eval as e;", "`plan` may not use `eval`");
    }

    #[test]
    fn import_to_the_left_is_permitted() {
        permitted(
            "src/syntax/ast.rs",
            "use crate::source::Span;\nuse crate::syntax::error::SyntaxError;",
        );
        permitted("src/resolve/lower.rs", "use crate::{model::{Rule, norm::*}, syntax::ast};");
        permitted("src/analysis/mod.rs", "fn f() -> crate::eval::Verdict { crate::plan::g() }");
        permitted("src/report/json.rs", "use crate::analysis::Finding;");
        permitted("src/lib.rs", "use crate::catalogue; pub use report::json; use model::Rule;");
        permitted(
            "src/bin/comity/check.rs",
            "use comity::check; use crate::args; use super::args::X;",
        );
    }

    #[test]
    fn import_in_a_group_is_found() {
        refused(
            "src/ingest/mod.rs",
            "use crate::{\n  model::X,\n  syntax::{ast::Y as Z},\n};",
            "::ast::Y",
        );
        refused(
            "src/ingest/mod.rs",
            "use {crate::model::X, crate::eval::Y};",
            "may not use `eval`",
        );
    }

    #[test]
    fn path_without_use_is_found() {
        refused(
            "src/eval/verdict.rs",
            "fn f() { crate::report::print(); }",
            "may not use `report`",
        );
        refused("src/eval/verdict.rs", "fn f() { vec![crate::report::X { a: 1 }]; }", "`report`");
        refused("src/model/norm.rs", "struct A(Vec<crate::eval::Verdict>);", "`eval`");
        refused(
            "src/model/norm.rs",
            "#[cfg(test)] mod tests { use crate::resolve::lower; }",
            "`resolve`",
        );
    }

    #[test]
    fn relative_path_is_resolved() {
        refused("src/syntax/parser.rs", "use super::super::model::Rule;", "may not use `model`");
        refused("src/source.rs", "use super::model;", "may not use `model`");
        refused(
            "src/syntax/mod.rs",
            "mod tests { use super::super::model::X; }",
            "may not use `model`",
        );
        permitted("src/syntax/parser.rs", "mod tests { use super::*; use super::super::ast; }");
        permitted("src/syntax/mod.rs", "use self::model::A; fn f() { model::parse() }");
    }

    #[test]
    fn facade_is_refused_inside() {
        refused("src/eval/mod.rs", "use crate::Verdict;", "facade");
        refused("src/eval/mod.rs", "use crate::*;", "facade");
        refused("src/eval/mod.rs", "use crate as root;", "facade");
        permitted("src/eval/mod.rs", "pub(crate) fn f() {}");
    }

    #[test]
    fn comment_and_text_name_nothing() {
        permitted(
            "src/source.rs",
            "//! [`crate::model::X`]\n/// [`crate::model::X`]\n/* crate::eval::Y */",
        );
        permitted(
            "src/source.rs",
            "const A: &str = \"use crate::model::X;\"; const B: &str = r#\"serde::x\"#;",
        );
    }

    #[test]
    fn outside_name_stays_where_it_belongs() {
        refused("src/ingest/fields.rs", "use serde_yaml::Value;", "`serde_yaml`");
        refused("src/ingest/mod.rs", "use saphyr_parser as yaml;", "`saphyr_parser`");
        refused("src/model/norm.rs", "#[derive(serde::Deserialize)] struct A;", "`serde`");
        refused("src/ingest/mod.rs", "use serde::{Deserialize, Serialize};", "`serde::Serialize`");
        refused("src/ingest/mod.rs", "use ::serde::*;", "`serde::Serialize`");
        refused("src/eval/mod.rs", "fn f() { serde_json::to_string(&1); }", "`serde_json`");
        refused("src/resolve/error.rs", "use miette::{Diagnostic, NamedSource};", "NamedSource");
        refused("src/syntax/error.rs", "use miette::*;", "miette::");
        refused("src/resolve/mod.rs", "use pest::Parser;", "`pest`");
        refused("src/resolve/mod.rs", "extern crate pest;", "`pest`");
        refused("src/report/mod.rs", "use clap::Parser;", "`clap`");
        refused("src/bin/comity/main.rs", "use serde_yaml::from_str;", "`serde_yaml`");
        permitted("src/ingest/yaml.rs", "use saphyr_parser::Parser; use serde_yaml as yaml;");
        permitted("src/ingest/fields.rs", "use serde::Deserialize; fn f() { let serde_json = 1; }");
        permitted("src/ingest/json.rs", "use serde_json::from_str;");
        refused("src/ingest/fields.rs", "use serde_json::from_str;", "`serde_json`");
        refused("src/ingest/json.rs", "use serde::Serialize;", "`serde::Serialize`");
        permitted("src/report/json.rs", "use serde::Serialize; use serde_json::json;");
        permitted("src/resolve/error.rs", "use miette::{Diagnostic, SourceSpan};");
        permitted(
            "src/bin/comity/main.rs",
            "use clap::Parser; use miette::GraphicalReportHandler;",
        );
    }

    #[test]
    fn capturing_bound_is_no_import() {
        permitted(
            "src/eval/mod.rs",
            "fn f<'a>() -> impl Iterator + use<'a> { let serde = 1; serde }",
        );
    }

    #[test]
    fn form_of_a_file_is_checked() {
        let refused = |file: &str, text: &str| faults_of(file, text).len() == 1;
        assert!(refused("src/eval/mod.rs", "use std::fmt;\n"));
        assert!(refused("src/eval/mod.rs", ""));
        assert!(refused("src/eval/mod.rs", &"//! Purpose.\n".repeat(LONGEST_FILE + 1)));
        assert!(!refused("src/eval/mod.rs", &"//! Purpose.\n".repeat(LONGEST_FILE)));
        assert!(refused("src/helpers.rs", "//! Purpose.\n"));
        assert!(refused("src/eval/mod.rs", "//! Purpose.\n#[path = \"../x.rs\"]\nmod x;\n"));
        assert!(refused("src/eval/mod.rs", "//! Purpose.\ninclude!(\"../x.rs\");\n"));
    }
}
