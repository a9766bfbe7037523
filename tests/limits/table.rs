//! The page of limits says what the constants are: all of them, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The name in the page of each folder with a file of limits.
const PARTS: [(&str, &str); 6] = [
    ("analysis", "analysis"),
    ("bin/comity", "program"),
    ("ingest", "ingest"),
    ("report", "report"),
    ("resolve", "resolve"),
    ("syntax", "syntax"),
];

/// A product of whole numbers: `8 * 1024 * 1024`.
fn product(expression: &str) -> u64 {
    expression.split('*').map(|one| one.trim().replace('_', "").parse::<u64>().unwrap()).product()
}

fn constants(part: &str, text: &str) -> Vec<(String, u64)> {
    let declared = text.split("const ").skip(1).map(|rest| rest.split_once(';').unwrap().0);
    let constant = |declared: &str| {
        let (name, rest) = declared.split_once(':').unwrap();
        (format!("{part}::{name}"), product(rest.split_once('=').unwrap().1))
    };
    declared.map(constant).collect()
}

/// `2 MiB`, `64 KiB`, `5,000`.
fn bound(cell: &str) -> u64 {
    let (number, unit) = cell.split_once(' ').unwrap_or((cell, ""));
    let unit = match unit {
        "" => 1,
        "KiB" => 1024,
        "MiB" => 1024 * 1024,
        unit => panic!("{unit} is no unit"),
    };
    number.replace(',', "").parse::<u64>().unwrap() * unit
}

fn page() -> Vec<(String, u64)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 6, "{line}");
        (cells[1].trim_matches('`').to_owned(), bound(cells[2]))
    };
    rows.map(row).collect()
}

#[test]
fn page_of_limits_is_what_the_constants_are() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut declared = BTreeMap::new();
    for (folder, part) in PARTS {
        let text = fs::read_to_string(src.join(folder).join("limits.rs")).unwrap();
        declared.extend(constants(part, &text));
    }
    let rows = page();
    assert_eq!(rows.len(), declared.len());
    assert_eq!(rows.into_iter().collect::<BTreeMap<_, _>>(), declared);
}

#[test]
fn every_file_of_limits_is_on_the_page() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![src.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name == "limits.rs") {
                let folder = path.parent().unwrap().strip_prefix(&src).unwrap();
                found.push(folder.display().to_string());
            }
        }
    }
    found.sort();
    assert_eq!(found, PARTS.map(|(folder, _)| folder));
}

#[test]
fn codes_of_the_page_are_codes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md");
    let text = fs::read_to_string(path).unwrap();
    let codes = text.split('`').filter(|word| word.starts_with("comity::"));
    for code in codes {
        assert!(comity::report::explanations::explanation(code).is_some(), "{code}");
    }
}
