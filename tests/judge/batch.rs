//! Many products at a time before the second judge: all manifests of a world, in all places and on
//! all days, are one batch; what it says of those that were judged is held against that.

use crate::drafts::{DAYS, World};
use crate::engine::{id_of, threshold};
use crate::mind::Judged;
use crate::trial::{Court, PLACES, Question};
use comity::eval::market::markets_for;
use comity::eval::matrix::{Matrix, evaluate};
use comity::eval::verdict::Verdict;
use comity::jiff::civil::Date;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use comity::plan::row::{Market, Row};

/// Where a row of the batch stands: the manifest, the place asked for, the market among those
/// found there, and the day.
type Key = (usize, &'static str, usize, Date);

pub(crate) struct Batch {
    keys: Vec<Key>,
    matrix: Matrix,
}

impl Batch {
    /// Judges everything at once.
    pub(crate) fn of(court: &Court, world: &World) -> Batch {
        let library = &court.library;
        let read = |manifest: &serde_json::Value| {
            library.read_manifest("product.json", manifest.to_string().as_bytes()).unwrap()
        };
        let manifests: Vec<Manifest> = world.manifests.iter().map(read).collect();
        let mut keys: Vec<Key> = Vec::new();
        let mut rows: Vec<Row<'_>> = Vec::new();
        for day in DAYS {
            for (at, manifest) in manifests.iter().enumerate() {
                for place in PLACES {
                    for (number, market) in markets(court, manifest, place).into_iter().enumerate()
                    {
                        let on = day.parse().unwrap();
                        keys.push((at, place, number, on));
                        rows.push(Row { manifest, market, on });
                    }
                }
            }
        }
        let law = library.law();
        let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
        let matrix = evaluate(law, &Plan::new(law, &rules), &rows, threshold(None));
        Batch { keys, matrix }
    }

    /// Fails where the batch says something else. It does not tell what is left to people from
    /// what else is open.
    pub(crate) fn compare(&self, court: &Court, question: Question, judged: &[Judged]) {
        let Question { manifest, place, on, needed: None } = question else { return };
        for (number, judged) in judged.iter().enumerate() {
            let key = (manifest, place, number, on);
            let row = self.keys.iter().position(|one| *one == key).unwrap();
            for (at, rule) in self.matrix.rules().enumerate() {
                let rule = id_of(court.library.law(), rule);
                let Some(own) = judged.verdicts.get(&rule) else { continue };
                let own = if *own == "needs judgement" { "undetermined" } else { own };
                let batch = self.matrix.get(at, row).map(Verdict::words);
                assert_eq!(Some(own), batch, "{rule} in a batch, row {row}, {key:?}");
            }
        }
    }
}

fn markets(court: &Court, manifest: &Manifest, place: &str) -> Vec<Market> {
    let places = court.library.find_jurisdictions(&[place.to_owned()]).unwrap();
    markets_for(court.library.law(), manifest, &places)
}
