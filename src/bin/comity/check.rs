//! `comity check`: judges products under the rules of the chosen jurisdictions.

use crate::Exit;
use crate::args::{CheckArgs, CheckFormat};
use crate::batch::batch;
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{find_files, load_rules, read_bytes, write};
use crate::frame::render_faults;
use crate::limits::MOST_NAMED;
use crate::many::{in_order, jobs};
use crate::output::Terminal;
use crate::progress::bar;
use crate::resume::{Lines, expect_same_run};
use crate::sealed::{Key, seal};
use comity::digest::sha256;
use comity::eval::verdict::Outcome;
use comity::report::build::{refused_report, report, unreadable};
use comity::report::json::{FaultReport, ProductReport};
use comity::report::limits::{REPORT_BYTES, Room, TooLarge};
use comity::report::lines::{CheckLine, refused_line};
use comity::report::receipt::ProductDigest;
use comity::report::terminal::terminal_report;
use comity::{CheckRequest, Checked, Library};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) fn check(args: &CheckArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    expect_sense(args)?;
    let key = args.sign.as_deref().map(Key::private).transpose()?;
    check_by(&load_rules(&args.library.rulesets)?, args, key.as_ref(), terminal)
}

/// Checks by the rules of a library.
pub(crate) fn check_by(
    library: &Library,
    args: &CheckArgs,
    key: Option<&Key>,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let request = args.scope.request(args.on.unwrap_or_else(today), args.evidence);
    library.find_jurisdictions(&request.jurisdictions)?;
    library.find_rulesets(&request.with)?;
    if args.batch {
        return batch(library, &request, args, terminal);
    }
    let run =
        Run { library, request, largest: REPORT_BYTES, args, files: manifests(&args.manifests)? };
    match args.format {
        CheckFormat::Terminal => run.page(terminal),
        CheckFormat::Json => run.report(key, terminal),
        CheckFormat::Ndjson => run.lines(terminal),
    }
}

/// Refuses options that would do nothing.
fn expect_sense(args: &CheckArgs) -> Result<(), Failure> {
    let is = |format| args.format == format;
    let what = if args.brief && !is(CheckFormat::Terminal) {
        "`--brief` shortens what people read; data is whole, or short with `--format ndjson`"
    } else if args.sign.is_some() && !is(CheckFormat::Json) {
        "`--sign` signs a report, which only `--format json` writes"
    } else if args.batch && is(CheckFormat::Json) {
        "`--batch` tells the sum of all, or a line for each with `--format ndjson`; a report in full \
         is for few products, without `--batch`"
    } else if args.batch && args.out.is_some() && !is(CheckFormat::Ndjson) {
        "`--out` writes the lines of a batch, which only `--format ndjson` makes"
    } else if args.resume.is_some() && !is(CheckFormat::Ndjson) {
        "`--resume` goes on with lines, which only `--format ndjson` writes"
    } else if args.resume.is_some() && args.manifests.iter().any(|path| path == Path::new("-")) {
        "`--resume` cannot read standard input again; name the manifest as a file"
    } else {
        return Ok(());
    };
    Err(Failure::new(what))
}

/// All manifests, folder by folder. A file that is not there is told in its place, later.
pub(crate) fn manifests(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(find_files(path, &["yaml", "yml", "json"])?);
    }
    Ok(files)
}

/// One command on many manifests.
struct Run<'a> {
    library: &'a Library,
    request: CheckRequest,
    args: &'a CheckArgs,
    files: Vec<PathBuf>,
    /// Bytes that a report may have.
    largest: usize,
}

/// What came of one file.
enum Done {
    /// It was checked, or has faults of its own, or names no market.
    Checked(Box<Checked>),
    /// It cannot be checked: its hash, if it could be read, and why.
    Refused(Option<String>, Failure),
}

impl Run<'_> {
    fn check(&self, path: &Path) -> Done {
        let name = path.display().to_string();
        let bytes = match read_bytes(path) {
            Ok(bytes) => bytes,
            Err(failure) => return Done::Refused(None, failure),
        };
        match self.library.checked(&name, &bytes, &self.request) {
            Ok(checked) => Done::Checked(Box::new(checked)),
            Err(unknown) => Done::Refused(Some(sha256(&bytes)), unknown.into()),
        }
    }

    /// Checks the files after the first few, and hands on what came of each with its name.
    fn each<R: Send>(
        &self,
        after: usize,
        make: impl Fn(&str, Done) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let files = self.files.get(after..).unwrap_or_default();
        let is_line = self.args.format == CheckFormat::Ndjson;
        let into_file = self.args.out.is_some() || self.args.resume.is_some();
        let bar = bar(files.len(), is_line && !into_file);
        let work = |path: &PathBuf| make(&path.display().to_string(), self.check(path));
        let done = in_order(files, jobs(self.args.jobs), work, |made| {
            bar.inc(1);
            take(made)
        });
        bar.finish_and_clear();
        done
    }

    fn page(&self, terminal: &Terminal) -> Result<Exit, Failure> {
        let mut told = Told::default();
        let (mut page, mut errors) = (String::new(), String::new());
        let make = |name: &str, done: Done| {
            let error = match &done {
                Done::Refused(_, failure) => failure.render(terminal.error_colour()),
                Done::Checked(checked) => match &checked.found {
                    Ok((_, markets)) if markets.is_empty() => {
                        Failure::placed_nowhere(name).render(terminal.error_colour())
                    }
                    Ok(_) => String::new(),
                    Err(faults) => render_faults(faults, terminal.error_colour()),
                },
            };
            let (product, exit) = self.product(name, done);
            let (on, paint) = (self.request.on, terminal.paint());
            let page = terminal_report(&product, on, self.args.lang, self.args.brief, paint);
            (name.to_owned(), page, error, exit)
        };
        self.each(0, make, |(name, product, error, exit)| {
            page.push_str(&product);
            errors.push_str(&error);
            told.add(&name, exit);
            Ok(())
        })?;
        terminal.error(&errors);
        self.give(&page, terminal)?;
        Ok(told.end(terminal))
    }

    fn report(&self, key: Option<&Key>, terminal: &Terminal) -> Result<Exit, Failure> {
        let mut told = Told::default();
        let mut room = Room::of(self.largest);
        let (mut products, mut digests) = (Vec::new(), Vec::new());
        let mut rests_on = BTreeSet::new();
        let make = |name: &str, done: Done| {
            let digest = self.digest(name, &done);
            let rests_on = match &done {
                Done::Checked(checked) => self.library.applied(checked),
                Done::Refused(..) => BTreeSet::new(),
            };
            (self.product(name, done), digest, rests_on)
        };
        self.each(0, make, |((product, exit), digest, applied)| {
            room.take(&product).map_err(too_large)?;
            told.add(&product.manifest, exit);
            products.push(product);
            digests.extend(digest);
            rests_on.extend(applied);
            Ok(())
        })?;
        let receipt = self.library.receipt(&self.request, &rests_on, digests)?;
        let whole = report(receipt, self.args.lang, products);
        let text = whole.to_json_within(self.largest).map_err(too_large)?;
        match key {
            Some(key) => self.give(&seal(key, &text)?, terminal)?,
            None => self.give(&text, terminal)?,
        }
        Ok(told.end(terminal))
    }

    fn lines(&self, terminal: &Terminal) -> Result<Exit, Failure> {
        let basis = self.library.basis(&self.request)?;
        let (mut lines, earlier) = match &self.args.resume {
            Some(path) => Lines::resume(path)?,
            None => (Lines::new(self.args.out.as_deref())?, Vec::new()),
        };
        let names: Vec<String> = self.files.iter().map(|path| path.display().to_string()).collect();
        expect_same_run(&earlier, &basis, &names, |position| {
            let path = self.files.get(position)?;
            read_bytes(path).ok().map(|bytes| sha256(&bytes))
        })?;
        let mut told = Told::default();
        earlier.iter().for_each(|line| told.add(&line.manifest, exit_of(line)));
        let make = |name: &str, done: Done| match done {
            Done::Checked(checked) => self.library.line(&checked, &basis),
            Done::Refused(sha256, failure) => {
                refused_line(&basis, name, sha256.as_deref(), &[refusal(&failure)])
            }
        };
        self.each(earlier.len(), make, |line| {
            told.add(&line.manifest, exit_of(&line));
            lines.write(&line)
        })?;
        Ok(told.end(terminal))
    }

    /// The report on a file, and how its check ends.
    fn product(&self, name: &str, done: Done) -> (ProductReport, Exit) {
        match done {
            Done::Checked(checked) => {
                (self.library.told(&checked, self.args.lang), exit_of_checked(&checked))
            }
            Done::Refused(_, failure) => (refused_report(name, refusal(&failure)), Exit::BadInput),
        }
    }

    /// What the receipt says of a file; nothing of one that could not be read.
    fn digest(&self, name: &str, done: &Done) -> Option<ProductDigest> {
        match done {
            Done::Checked(checked) => Some(checked.digest.clone()),
            Done::Refused(sha256, _) => {
                let (manifest, sha256) = (name.to_owned(), sha256.clone()?);
                Some(ProductDigest { manifest, sha256, verdicts: None })
            }
        }
    }

    /// The whole answer, to the file that is named or to standard output.
    fn give(&self, text: &str, terminal: &Terminal) -> Result<(), Failure> {
        match &self.args.out {
            Some(path) => write(path, text),
            None => {
                terminal.print(text);
                Ok(())
            }
        }
    }
}

/// How the commands on many files go: the worst exit, and the files that could not be read.
#[derive(Default)]
struct Told {
    exit: Exit,
    files: usize,
    refused: Vec<String>,
}

impl Told {
    fn add(&mut self, name: &str, exit: Exit) {
        self.files += 1;
        self.exit = self.exit.worse(exit);
        if exit == Exit::BadInput {
            self.refused.push(name.to_owned());
        }
    }

    /// Says at the end, where it is not lost among others, what could not be checked.
    fn end(self, terminal: &Terminal) -> Exit {
        if self.files > 1 && !self.refused.is_empty() {
            let (refused, files) = (self.refused.len(), self.files);
            let mut names: Vec<String> = self.refused.into_iter().take(MOST_NAMED).collect();
            if refused > names.len() {
                names.push(format!("and {} more", refused - names.len()));
            }
            let names = names.join("\n  ");
            terminal.error(&format!("not checked: {refused} of {files} manifests\n  {names}\n"));
        }
        self.exit
    }
}

fn exit_of_checked(checked: &Checked) -> Exit {
    match &checked.found {
        Ok((_, markets)) if !markets.is_empty() => {
            markets.iter().map(|market| market.outcome.into()).fold(Exit::Met, Exit::worse)
        }
        _ => Exit::BadInput,
    }
}

pub(crate) fn exit_of(line: &CheckLine) -> Exit {
    line.decided().map_or(Exit::BadInput, Outcome::into)
}

/// Why a file could not be read, as a report tells it.
fn refusal(failure: &Failure) -> FaultReport {
    let said = failure.render(false);
    unreadable(said.trim_end().trim_start_matches("error: "))
}

fn too_large(fault: TooLarge) -> Failure {
    Failure::new(fault.to_string())
}

#[cfg(test)]
mod tests;
