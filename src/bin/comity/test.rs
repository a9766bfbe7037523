//! `comity test`: runs the examples in rulesets, with coverage of rules and clauses.

use crate::Exit;
use crate::args::TestArgs;
use crate::cases::{CaseResult, run_cases};
use crate::failure::Failure;
use crate::files::load_library;
use crate::mutate::mutate;
use crate::output::Terminal;
use comity::Library;
use comity::eval::coverage::Coverage;
use comity::eval::examples::{Result as Outcome, run_example};
use comity::model::example::Example;
use comity::model::ruleset::RulesetId;
use comity::report::coverage::{RulesetCoverage, coverage_table};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

pub(crate) fn test(args: &TestArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    if args.mutate {
        return mutate(args, terminal);
    }
    let mut paths: Vec<PathBuf> = args.library.rulesets.clone();
    paths.extend(args.path.clone());
    let library = load_library(&paths)?;
    let tested: Vec<RulesetId> = rulesets_below(&library, args.path.as_deref());
    let mut run = Run { library: &library, args, out: String::new(), passed: 0, failed: 0 };
    let mut coverages = Vec::new();
    for &ruleset in &tested {
        coverages.push(run.ruleset(ruleset));
    }
    if let Some(path) = &args.path {
        run.cases(path)?;
    }
    let paint = terminal.paint();
    let _ =
        write!(run.out, "{}", coverage_table(library.law(), library.sources(), &coverages, paint));
    let _ = writeln!(run.out, "{} passed, {} failed", run.passed, run.failed);
    terminal.print(&run.out);
    Ok(if run.failed > 0 { Exit::Breached } else { Exit::Met })
}

/// The rulesets whose files lie at or below `path`; all, without a path.
pub(crate) fn rulesets_below(library: &Library, path: Option<&Path>) -> Vec<RulesetId> {
    let law = library.law();
    let inside = |id: &RulesetId| {
        let file = law.ruleset(*id).and_then(|ruleset| library.sources().get(ruleset.span.file));
        path.is_none_or(|path| file.is_some_and(|file| Path::new(&*file.name).starts_with(path)))
    };
    law.iter_rulesets().map(|(id, _)| id).filter(inside).collect()
}

/// A run over some rulesets.
struct Run<'a> {
    library: &'a Library,
    args: &'a TestArgs,
    out: String,
    passed: usize,
    failed: usize,
}

impl<'a> Run<'a> {
    fn ruleset(&mut self, id: RulesetId) -> RulesetCoverage {
        let law = self.library.law();
        let rules: Vec<_> = law.rules_of(id).map(|(id, _)| id).collect();
        let mut coverage = RulesetCoverage::new(id, Coverage::new(law, &rules));
        for example in law.examples.iter().filter(|example| example.ruleset == id) {
            for result in run_example(law, example, &mut coverage.clauses) {
                coverage.note(&result);
                self.note(example, &result);
            }
        }
        coverage
    }

    /// The cases of manifests at or below the path.
    fn cases(&mut self, path: &Path) -> Result<(), Failure> {
        for case in run_cases(self.library, path)? {
            self.count(case.found.is_none());
            if case.found.is_some() || self.args.verbose {
                let (mark, found) = match &case.found {
                    None => ("passed", String::new()),
                    Some(found) => ("FAILED", format!(", found {found}")),
                };
                let CaseResult { place, what, expected, .. } = case;
                let _ = writeln!(self.out, "{mark} {place}: {what} expected {expected}{found}");
            }
        }
        Ok(())
    }

    fn count(&mut self, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    fn note(&mut self, example: &Example, result: &Outcome<'_>) {
        let passed = result.passed();
        self.count(passed);
        if !passed || self.args.verbose {
            let line = self.describe(example, result);
            self.out.push_str(&line);
        }
    }

    /// `FAILED uk.psti "one shared password" (psti.comity:31): sch1.1 …`
    fn describe(&self, example: &Example, result: &Outcome<'_>) -> String {
        let mark = if result.passed() { "passed" } else { "FAILED" };
        let (law, expected) = (self.library.law(), result.expectation);
        let rule = law.rule(expected.rule).map_or("", |rule| rule.id.as_str());
        let place = self.library.sources().get(expected.span.file).map_or(String::new(), |file| {
            let (line, _) = file.line_column(expected.span.start as usize);
            format!("{}:{line}", file.name)
        });
        let mut line =
            format!("{mark} {place} \"{}\": {rule} expected {}", example.name, expected.verdict);
        if !result.passed() {
            let found = result.explanation.verdict.words();
            let _ = write!(line, ", found {found}{}", self.why(result));
        }
        line.push('\n');
        line
    }

    /// What was missing, or should have been asked for.
    fn why(&self, result: &Outcome<'_>) -> String {
        let law = self.library.law();
        let asked: Vec<String> =
            result.explanation.missing_facts().map(|path| path.text(&law.vocabulary)).collect();
        let mut why = String::new();
        if !asked.is_empty() {
            let _ = write!(why, "; asks for {}", asked.join(", "));
        }
        if !result.not_asked.is_empty() {
            let _ = write!(why, "; does not ask for {}", result.not_asked.join(", "));
        }
        why
    }
}
