//! An interview on the terminal: one question at a time, and in the end the manifest.

use crate::Exit;
use crate::args::AskArgs;
use crate::failure::Failure;
use crate::files::write;
use crate::output::Terminal;
use comity::analysis::interview::Question;
use comity::eval::settled::Ask;
use comity::model::manifest::Manifest;
use comity::report::ask::json::{question_report, stand_report};
use comity::report::ask::page::{question_page, stand_line, waiting_page};
use comity::report::phrases::Phrases;
use comity::{CheckRequest, Interview, Judge, Library};
use std::collections::BTreeSet;
use std::path::Path;

/// Asks until nothing more can be decided or nobody answers; writes what was told.
pub(crate) fn interview(
    library: &Library,
    manifest: Manifest,
    request: &CheckRequest,
    (args, path): (&AskArgs, &Path),
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let judge = Judge { by: args.by.clone().unwrap_or_default(), on: request.on };
    let mut talk =
        Talk { library, request, args, judge, terminal, now: manifest, past: Vec::new() };
    let ended = talk.run()?;
    terminal.print("\n");
    for market in &ended.assessments {
        if let Some(stand) = stand_report(talk.phrases(), market) {
            terminal.print(&(stand_line(&stand, args.answer.lang, terminal.paint()) + "\n"));
        }
    }
    write(path, &talk.now.source.text)?;
    Ok(if ended.questions.is_empty() { Exit::Met } else { Exit::Open })
}

struct Talk<'a> {
    library: &'a Library,
    request: &'a CheckRequest,
    args: &'a AskArgs,
    judge: Judge,
    terminal: &'a Terminal,
    /// What is told by now.
    now: Manifest,
    /// What was told before each question, and what was skipped there.
    past: Vec<(Manifest, Option<Ask>)>,
}

/// What follows an answer.
enum Next {
    Ask,
    Again,
    Stop,
}

impl Talk<'_> {
    fn phrases(&self) -> Phrases<'_> {
        Phrases { law: self.library.law(), language: self.args.answer.lang }
    }

    /// Where it stands; norms are for those who give their name.
    fn stand(&self) -> Result<Interview, Failure> {
        let skipped: BTreeSet<Ask> =
            self.past.iter().filter_map(|(_, skipped)| skipped.clone()).collect();
        let mut stand = self.library.interview(&self.now, self.request, &skipped)?;
        if self.args.by.is_none() {
            stand.questions.retain(|question| matches!(question.ask, Ask::Fact(_)));
        }
        Ok(stand)
    }

    fn run(&mut self) -> Result<Interview, Failure> {
        loop {
            let stand = self.stand()?;
            if stand.assessments.is_empty() {
                return Err(Failure::placed_nowhere(&self.now.source.name));
            }
            let Some(question) = stand.questions.first() else { return Ok(stand) };
            if matches!(self.put(&stand, question), Next::Stop) {
                return Ok(stand);
            }
        }
    }

    /// Puts a question until it is answered, skipped, or nobody answers any more.
    fn put(&mut self, stand: &Interview, question: &Question) -> Next {
        let report = question_report(self.phrases(), &stand.assessments, question);
        let Some(report) = report else { return Next::Stop };
        let (number, paint) = (self.past.len() + 1, self.terminal.paint());
        self.terminal.print(&question_page(&report, number, self.args.answer.lang, paint));
        loop {
            self.terminal.print("> ");
            let Some(typed) = read_line() else { return Next::Stop };
            let next = match typed.trim() {
                "?" => {
                    self.terminal.print(&waiting_page(&report, paint));
                    Next::Again
                }
                typed => self.take(question, typed),
            };
            if !matches!(next, Next::Again) {
                return next;
            }
        }
    }

    fn take(&mut self, question: &Question, typed: &str) -> Next {
        match typed {
            "q" => Next::Stop,
            "<" => self.go_back(),
            "" => self.note(self.now.clone(), Some(question.ask.clone())),
            _ => self.answer(question, typed),
        }
    }

    fn answer(&mut self, question: &Question, typed: &str) -> Next {
        match self.library.answered(&self.now, &question.ask, typed, &self.judge) {
            Ok(manifest) => self.note(manifest, None),
            Err(faults) => {
                let colour = self.terminal.error_colour();
                self.terminal.error(&Failure::Faults(faults).render(colour));
                Next::Again
            }
        }
    }

    fn note(&mut self, manifest: Manifest, skipped: Option<Ask>) -> Next {
        let before = std::mem::replace(&mut self.now, manifest);
        self.past.push((before, skipped));
        Next::Ask
    }

    fn go_back(&mut self) -> Next {
        let Some((before, _)) = self.past.pop() else { return Next::Again };
        self.now = before;
        Next::Ask
    }
}

/// A line of standard input; `None` at its end.
fn read_line() -> Option<String> {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line).ok()?;
    (read > 0).then_some(line)
}
