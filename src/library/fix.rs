//! How a product can be brought into line, in all its markets together and in each alone.

use super::{CheckRequest, Library, UnknownName};
use crate::analysis::changes::{changes, same_manifest};
use crate::analysis::mend::{Mended, Mending, mend};
use crate::analysis::problem::Limits;
use crate::ingest::read_manifest;
use crate::model::manifest::Manifest;
use crate::plan::row::Market;
use crate::report::edited::edited_text;
use crate::report::manifest_yaml::manifest_yaml;

/// Ways to mend a product in some markets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The markets.
    pub markets: Vec<Market>,
    /// The ways.
    pub mended: Mended,
}

impl Library {
    /// The cheapest changes of a product's design that turn every breach into none: in all
    /// markets asked for together, with at most `ways` ways for each group of duties; then, where
    /// there are several markets with a breach, in each alone. Evidence plays no part.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn fix(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        ways: usize,
    ) -> Result<Vec<Fix>, UnknownName> {
        let (markets, with) = self.asked_for(manifest, request)?;
        let fix = |markets: &[Market], ways: usize| {
            let mending =
                Mending { law: &self.law, manifest, markets, with: &with, on: request.on };
            Fix { markets: markets.to_vec(), mended: mend(mending, ways, &Limits::default()) }
        };
        let all = fix(&markets, ways);
        let is_hit = |at: u32| all.mended.breached.iter().any(|duty| duty.market == at);
        let hit: Vec<Market> =
            (0u32..).zip(&markets).filter(|(at, _)| is_hit(*at)).map(|(_, one)| *one).collect();
        let alone: Vec<Fix> = match hit.len() {
            0 | 1 => Vec::new(),
            _ => hit.iter().map(|&market| fix(&[market], 1)).collect(),
        };
        Ok([all].into_iter().chain(alone).collect())
    }

    /// The text of a manifest after it was changed: its own text with the changes, or, where that
    /// cannot be edited, a new one. It reads back as the changed manifest; `None` where it would
    /// not.
    #[must_use]
    pub fn written(&self, before: &Manifest, after: &Manifest) -> Option<String> {
        let steps = changes(&self.law, before, after);
        let edited = edited_text(&self.law, before, &steps, after);
        let whole = || manifest_yaml(&self.law.vocabulary, after);
        let name = before.source.name.to_string();
        let says = |text: &String| {
            let read = read_manifest(&self.law, &name, text.as_bytes());
            read.is_ok_and(|read| same_manifest(&read, after))
        };
        Some(edited).filter(says).or_else(|| Some(whole()).filter(says))
    }
}
