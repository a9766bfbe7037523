//! Finds and reads files, and loads rulesets: all contact of the program with the disk.

use crate::failure::Failure;
use crate::limits::LARGEST;
use comity::Library;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file's bytes; `-` is standard input.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    read_within(path, LARGEST)
}

/// The same of a file that may have more or fewer bytes than a manifest or ruleset.
pub(crate) fn read_within(path: &Path, largest: u64) -> Result<Vec<u8>, Failure> {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if path == Path::new("-") {
            std::io::stdin().take(largest + 1).read_to_end(&mut bytes)?;
        } else {
            fs::File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    };
    let bytes = read().map_err(|error| Failure::io("read", path, &error))?;
    if bytes.len() as u64 > largest {
        let mebibytes = largest / (1024 * 1024);
        let what = "nothing that Comity reads is that large";
        return Err(Failure::new(format!("{} has over {mebibytes} MiB: {what}", path.display())));
    }
    Ok(bytes)
}

/// A file's text, which must be UTF-8.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read_bytes(path)?).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let help = "save the file with the encoding UTF-8";
        Failure::new(format!("{}, line {line}: this is not UTF-8 text; {help}", path.display()))
    })
}

/// The file itself, or all files below a folder whose names end in one of `endings`, sorted.
pub(crate) fn find_files(path: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    collect(path, endings, &mut found).map_err(|error| Failure::io("read", path, &error))?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            collect(&path, endings, found)?;
        } else if ending.is_some_and(|ending| endings.contains(&ending)) {
            found.push(path);
        }
    }
    Ok(())
}

/// The shipped rulesets, and those of the given files and folders.
pub(crate) fn load_library(paths: &[PathBuf]) -> Result<Library, Failure> {
    let texts = read_rulesets(paths)?;
    Library::load(&borrowed(&texts)).map_err(Failure::Faults)
}

/// The same for what asks no example: without further rulesets, those of the shipped are not read.
/// Further ones may take the place of some, so then all are held to all their examples.
pub(crate) fn load_rules(paths: &[PathBuf]) -> Result<Library, Failure> {
    if paths.is_empty() {
        return Library::shipped_without_examples().map_err(Failure::Faults);
    }
    load_library(paths)
}

/// The rulesets of the given files and folders, each with its name.
pub(crate) fn read_rulesets(paths: &[PathBuf]) -> Result<Vec<(String, String)>, Failure> {
    let mut texts = Vec::new();
    for path in paths {
        for file in find_files(path, &["comity"])? {
            texts.push((file.display().to_string(), read_text(&file)?));
        }
    }
    Ok(texts)
}

/// The same, as the library takes them.
pub(crate) fn borrowed(texts: &[(String, String)]) -> Vec<(&str, &str)> {
    texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// Writes a file.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::io("write", path, &error))
}
