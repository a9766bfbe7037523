//! How long some texts take to become rules that can be asked, phase by phase.

use crate::batch::time;
use crate::texts::Texts;
use comity::Library;
use comity::fault::Fault;
use comity::model::law::Law;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use comity::resolve::resolve;
use comity::source::SourceMap;
use comity::syntax::ast::File;
use comity::syntax::parse_without_examples;
use std::time::Duration;

/// Runs of which the least counts.
const RUNS: usize = 15;

/// The least that each phase took, on one core.
pub(crate) struct Load {
    pub(crate) rules: usize,
    pub(crate) bytes: usize,
    pub(crate) read: Duration,
    pub(crate) resolve: Duration,
    pub(crate) plan: Duration,
}

impl Load {
    pub(crate) fn of(texts: &Texts) -> Load {
        let runs: Vec<Load> = (0..RUNS).map(|_| once(texts)).collect();
        let least = |phase: fn(&Load) -> Duration| runs.iter().map(phase).min().unwrap();
        Load {
            read: least(|run| run.read),
            resolve: least(|run| run.resolve),
            plan: least(|run| run.plan),
            ..runs[0]
        }
    }

    pub(crate) fn whole(&self) -> Duration {
        self.read + self.resolve + self.plan
    }
}

fn once(texts: &Texts) -> Load {
    let mut sources = SourceMap::default();
    let (read, files) = time(|| -> Vec<File> {
        let texts = texts.files.iter();
        let read = |(name, text): &(String, String)| {
            let parsed = parse_without_examples(sources.add(name, text), text);
            assert_eq!(parsed.errors, []);
            parsed.file
        };
        texts.map(read).collect()
    });
    let (resolving, law) = time(|| resolve(&sources, &files).expect("the texts have no fault"));
    let (planning, plan) = time(|| planned(&law));
    assert!(plan.inputs().count() > 0 || law.rules.is_empty());
    let bytes = texts.files.iter().map(|(_, text)| text.len()).sum();
    Load { rules: law.rules.len(), bytes, read, resolve: resolving, plan: planning }
}

fn planned(law: &Law) -> Plan {
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
    Plan::new(law, &rules)
}

/// The least that loading and planning took together.
pub(crate) fn whole(load: fn() -> Result<Library, Vec<Fault>>) -> Duration {
    let run = |_| {
        let (spent, _) = time(|| {
            let library = load().expect("the rulesets load");
            let plan = planned(library.law());
            (library, plan)
        });
        spent
    };
    (0..RUNS).map(run).min().unwrap()
}
