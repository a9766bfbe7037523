//! A file of lines that survives being stopped: each line is written whole or not at all, and a
//! later run goes on after the last one.

use crate::failure::Failure;
use comity::report::lines::CheckLine;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where lines go.
#[derive(Debug)]
pub(crate) enum Lines {
    /// Standard output.
    Printed,
    /// A file, of which nothing is kept in memory.
    File(File, PathBuf),
}

impl Lines {
    /// A new file, or standard output.
    pub(crate) fn new(path: Option<&Path>) -> Result<Lines, Failure> {
        let Some(path) = path else { return Ok(Lines::Printed) };
        let file = File::create(path).map_err(|error| Failure::io("write", path, &error))?;
        Ok(Lines::File(file, path.to_owned()))
    }

    /// The file that an earlier run began, and the lines that stand there. A last line that is
    /// torn is dropped from the file; a file that is not there is begun.
    pub(crate) fn resume(path: &Path) -> Result<(Lines, Vec<CheckLine>), Failure> {
        let failure = |error| Failure::io("resume", path, &error);
        let mut options = OpenOptions::new();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failure)?;
        let (lines, whole) = read_whole(path, &file)?;
        file.set_len(whole).map_err(failure)?;
        file.seek(SeekFrom::Start(whole)).map_err(failure)?;
        Ok((Lines::File(file, path.to_owned()), lines))
    }

    /// The file that an earlier run began, after so many bytes of whole lines.
    pub(crate) fn after(path: &Path, whole: u64) -> Result<Lines, Failure> {
        let failure = |error| Failure::io("resume", path, &error);
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(false);
        let mut file = options.open(path).map_err(failure)?;
        file.set_len(whole).map_err(failure)?;
        file.seek(SeekFrom::Start(whole)).map_err(failure)?;
        Ok(Lines::File(file, path.to_owned()))
    }

    /// Writes a line, in one go.
    pub(crate) fn write(&mut self, line: &CheckLine) -> Result<(), Failure> {
        self.write_text(&line.to_json())
    }

    /// Writes whole lines, in one go.
    pub(crate) fn write_text(&mut self, text: &str) -> Result<(), Failure> {
        match self {
            Lines::File(file, path) => {
                let written = file.write_all(text.as_bytes()).and_then(|()| file.flush());
                written.map_err(|error| Failure::io("write", path, &error))
            }
            Lines::Printed => {
                let mut out = std::io::stdout().lock();
                let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
                written.map_err(|error| Failure::io("write", Path::new("standard output"), &error))
            }
        }
    }
}

/// The whole lines of a file, and how many bytes they are.
fn read_whole(path: &Path, file: &File) -> Result<(Vec<CheckLine>, u64), Failure> {
    let mut reader = BufReader::new(file);
    let (mut lines, mut whole, mut torn) = (Vec::new(), 0, None);
    let mut text = Vec::new();
    loop {
        text.clear();
        let read = reader.read_until(b'\n', &mut text);
        let length = read.map_err(|error| Failure::io("read", path, &error))?;
        if length == 0 {
            return Ok((lines, whole));
        }
        if let Some(number) = torn {
            return Err(no_line(path, number));
        }
        match read_line(&text) {
            Some(line) => {
                lines.push(line);
                whole += length as u64;
            }
            // Only the last line may be torn.
            None => torn = Some(lines.len() + 1),
        }
    }
}

pub(crate) fn read_line(text: &[u8]) -> Option<CheckLine> {
    let text = std::str::from_utf8(text.strip_suffix(b"\n")?).ok()?;
    CheckLine::read(text)
}

pub(crate) fn no_line(path: &Path, number: usize) -> Failure {
    let file = path.display();
    Failure::new(format!(
        "{file}, line {number}: this is no line of `comity check --format ndjson`"
    ))
}

/// Holds lines against the run that goes on after them: they rest on the same, and are of the
/// same manifests in the same order. `digest` tells the hash of a manifest as it is now.
pub(crate) fn expect_same_run(
    lines: &[CheckLine],
    basis: &str,
    names: &[String],
    digest: impl Fn(usize) -> Option<String>,
) -> Result<(), Failure> {
    for (position, line) in lines.iter().enumerate() {
        let name = names.get(position).map(String::as_str);
        same_run(line, position + 1, basis, name, || digest(position))?;
    }
    Ok(())
}

/// Holds a line against the manifest in its place, if there is one.
pub(crate) fn same_run(
    line: &CheckLine,
    number: usize,
    basis: &str,
    name: Option<&str>,
    digest: impl FnOnce() -> Option<String>,
) -> Result<(), Failure> {
    let what = match name {
        _ if line.basis != basis => {
            "it rests on another day, place, ruleset or version of Comity than this run".into()
        }
        None => format!("it is of `{}`, which is not to be checked now", line.manifest),
        Some(name) if *name != line.manifest => {
            format!("it is of `{}`, where `{name}` is to be checked now", line.manifest)
        }
        Some(name) if digest() != line.sha256 => {
            format!("`{name}` is not what it was when the line was written")
        }
        Some(_) => return Ok(()),
    };
    Err(Failure::new(format!("cannot go on after line {number}: {what}")))
}

#[cfg(test)]
mod tests;
