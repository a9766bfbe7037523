//! Does the steps of a page as a reader does them: writes its files, runs its commands.
//!
//! The sentence above a block says what to do with it:
//!
//! - "Save this as `FILE`:" and "Add this at the end of `FILE`:" are about files;
//! - "In `FILE`, replace this:" and, below it, "with this:" change one place of a file;
//! - a `console` block holds commands, each with its exit code (`? 1`, or none) and its answer.
//!
//! `COMITY_REWRITE=1 cargo test --test guide` writes answers that differ anew, at full length; read
//! the difference, and put `...` for lines that say nothing new.

use super::answers::agrees;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Languages whose blocks are tested elsewhere, or are only to be read.
const READ_ONLY: [&str; 5] = ["text", "sh", "toml", "rust", "json"];

/// A fenced block with what stands above it.
struct Block<'p> {
    language: &'p str,
    text: &'p str,
    above: &'p str,
}

/// Does every step of a page of `docs`, at least so many of them commands.
#[track_caller]
pub(crate) fn follow(name: &str, least_commands: usize) {
    let path = Path::new(ROOT).join("docs").join(name);
    let page = fs::read_to_string(&path).unwrap();
    let mut reader = Reader::new(name);
    for block in blocks(&page) {
        reader.follow(&block);
    }
    assert!(reader.commands >= least_commands, "{name} has only {} commands", reader.commands);
    if std::env::var_os("COMITY_REWRITE").is_some() {
        fs::write(&path, reader.rewritten(&page)).unwrap();
    } else {
        assert!(reader.faults.is_empty(), "{name}\n{}", reader.told());
    }
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let parts: Vec<&str> = page.split("```").collect();
    let pairs = parts.chunks_exact(2);
    pairs.filter_map(|pair| block(pair[0], pair[1])).collect()
}

fn block<'p>(before: &'p str, fenced: &'p str) -> Option<Block<'p>> {
    let (language, text) = fenced.split_once('\n')?;
    Some(Block { language, text, above: before.trim_end().lines().last().unwrap_or_default() })
}

/// Someone who follows a page in an empty folder.
struct Reader {
    folder: PathBuf,
    /// The file and the place in it that the next block replaces.
    replaced: Option<(String, String)>,
    commands: usize,
    /// Commands whose answer is another: the block, and the block as it should be.
    faults: Vec<(String, String)>,
}

impl Reader {
    /// Every page begins with a folder that holds the five example products.
    fn new(name: &str) -> Reader {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("examples")).unwrap();
        for entry in fs::read_dir(Path::new(ROOT).join("examples")).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, folder.join("examples").join(from.file_name().unwrap())).unwrap();
        }
        Reader { folder, replaced: None, commands: 0, faults: Vec::new() }
    }

    fn follow(&mut self, block: &Block<'_>) {
        if block.language == "console" {
            self.run_all(block.text);
        } else if !READ_ONLY.contains(&block.language) {
            self.write(block);
        }
    }

    fn write(&mut self, block: &Block<'_>) {
        let above = block.above;
        if above.ends_with("with this:") {
            let (name, old) = self.replaced.take().unwrap();
            return self.replace(&name, &old, block.text);
        }
        let name =
            above.split('`').nth(1).unwrap_or_else(|| panic!("no file above {}", block.text));
        let path = self.folder.join(name);
        if above.ends_with("replace this:") {
            self.replaced = Some((name.to_owned(), block.text.to_owned()));
        } else if above.contains("Save this as `") {
            fs::write(path, block.text).unwrap();
        } else if above.contains("dd this at the end of `") {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, format!("{text}\n{}", block.text)).unwrap();
        } else {
            panic!("`{above}` does not say what to do with\n{}", block.text);
        }
    }

    fn replace(&self, name: &str, old: &str, new: &str) {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{name} does not hold this once:\n{old}");
        fs::write(path, text.replace(old, new)).unwrap();
    }

    fn run_all(&mut self, text: &str) {
        let steps = format!("\n{text}");
        let told = steps.split("\n$ ").skip(1).map(|step| self.run_one(step)).collect::<Vec<_>>();
        self.commands += told.len();
        if told.iter().any(|(_, agreed)| !agreed) {
            let found = told.iter().map(|(step, _)| format!("$ {step}\n")).collect();
            self.faults.push((text.to_owned(), found));
        }
    }

    /// A command with its answer as the page should show it, and whether the page does.
    fn run_one(&self, step: &str) -> (String, bool) {
        let (line, shown) = step.split_once('\n').unwrap_or((step, ""));
        let answer = self.run(line);
        if agrees(shown.trim_end(), answer.trim_end()) {
            (step.trim_end().to_owned(), true)
        } else {
            (format!("{line}\n{}", answer.trim_end()), false)
        }
    }

    /// What a command prints, below its exit code unless that is 0.
    fn run(&self, line: &str) -> String {
        let words = words(line);
        if let ["cp", from, to] = words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            fs::copy(self.folder.join(from), self.folder.join(to)).unwrap();
            return String::new();
        }
        assert_eq!(words[0], "comity", "{line}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
        command.args(&words[1..]).current_dir(&self.folder);
        for variable in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
            command.env_remove(variable);
        }
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let printed = format!("{}{}", text(output.stdout), text(output.stderr));
        match output.status.code().unwrap() {
            0 => printed,
            code => format!("? {code}\n{printed}"),
        }
    }

    fn rewritten(&self, page: &str) -> String {
        let rewrite = |page: String, (old, new): &(String, String)| page.replacen(old, new, 1);
        self.faults.iter().fold(page.to_owned(), rewrite)
    }

    fn told(&self) -> String {
        let told =
            self.faults.iter().map(|(old, new)| format!("the page:\n{old}\nfound:\n{new}\n"));
        told.collect()
    }
}

/// The words of a command; what stands in double quotes is one.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts.fold(Vec::new(), |mut words, (index, part)| {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
        words
    })
}
