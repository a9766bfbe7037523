//! What is wrong with a text? It is resolved with nothing but what it uses.

use super::Server;
use super::documents::{Document, Identity};
use crate::analysis::lint::{Levels, Request};
use crate::fault::{Fault, follows_from};
use crate::model::drafting::DraftingFault;
use crate::model::law::Law;
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::report::lint::build::Teller;
use crate::report::lint::notice::Notice;
use crate::resolve::{Surroundings, resolve_base, resolve_rulesets};
use crate::source::FileId;
use crate::syntax::ast::File;
use std::collections::BTreeSet;

/// Drafting faults that are found without a solver.
const CHEAP: [DraftingFault; 7] = [
    DraftingFault::UnusedTerm,
    DraftingFault::DateGap,
    DraftingFault::DateOverlap,
    DraftingFault::OnlyEndUsers,
    DraftingFault::StaleSource,
    DraftingFault::ReviewPassed,
    DraftingFault::NoExample,
];

/// What is known of a text.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// What is wrong, by place.
    pub(super) faults: Vec<Fault>,
    /// Drafting faults, where nothing is wrong.
    pub(super) notices: Vec<Notice>,
    /// The texts that it was resolved with, by address.
    pub(super) with: BTreeSet<String>,
    /// What it means with those that it uses, without the base; only where nothing is wrong.
    pub(super) law: Option<Law>,
}

impl Server {
    /// Resolves vocabulary and jurisdictions anew.
    pub(super) fn lay_base(&mut self) {
        let documents = &self.documents;
        let is_base =
            |document: &Document| documents.identity(document).is_some_and(Identity::is_base);
        let parsed = documents.visible().filter(|(_, document)| is_base(document));
        let parsed: Vec<_> = parsed.map(|(_, document)| documents.parsed(document)).collect();
        let files: Vec<&File> = parsed.iter().map(|parsed| &parsed.file).collect();
        let (base, faults) = resolve_base(&files);
        let unread = parsed.iter().flat_map(|parsed| parsed.errors.iter().cloned()).collect();
        (self.base, self.base_faults) = (base, (unread, faults));
    }

    /// Looks at an open text.
    pub(super) fn check(&mut self, uri: &str) -> Checked {
        let Some(document) = self.documents.get(uri) else { return Checked::default() };
        let own = document.file;
        let is_base = self.documents.identity(document).is_some_and(Identity::is_base);
        let closure = self.documents.closure(uri);
        let with = closure.keys().map(|uri| (*uri).to_owned()).collect();
        let parsed: Vec<_> = closure.values().map(|one| self.documents.parsed(one)).collect();
        let files: Vec<&File> = parsed.iter().map(|parsed| &parsed.file).collect();
        let (base_syntax, base_faults) = &self.base_faults;
        let errors = parsed.iter().flat_map(|parsed| &parsed.errors);
        let errors = errors.chain(base_syntax.iter().filter(|_| !is_base));
        let sources = &self.documents.sources;
        let unread: Vec<Fault> =
            errors.map(|error| Fault::of(sources, error.clone().into())).collect();
        let others = self.documents.rulesets();
        let surroundings = Surroundings { others: &others, examples_of: Some(own) };
        let resolved = if is_base {
            Err(base_faults.clone())
        } else {
            resolve_rulesets(&self.base, sources, &files, &surroundings)
        };
        let (law, found) = match resolved {
            Ok(law) => (Some(law), Vec::new()),
            Err(found) => (None, found),
        };
        let found = found.into_iter().filter(|fault| !follows_from(fault, &unread, &files));
        let found = found.map(|fault| Fault::of(sources, fault.into()));
        let faults = of_file(own, unread.iter().cloned().chain(found));
        let law = law.filter(|_| faults.is_empty());
        Checked { faults, notices: Vec::new(), with, law }
    }

    /// Looks for the drafting faults that are found without a solver, and keeps them.
    pub(super) fn lint_cheaply(&mut self, uri: &str) {
        let faults = CHEAP.into();
        if let Some(notices) = self.lint(uri, faults)
            && let Some(checked) = self.checked.get_mut(uri)
        {
            checked.notices = notices;
        }
    }

    /// Looks for all drafting faults among all texts that count, as `comity lint` does; only among
    /// those that it uses, where some other text has faults. Answers whether that could be.
    pub(super) fn lint_fully(&mut self, uri: &str) -> bool {
        let whole = self.whole_law(uri);
        let Some(checked) = self.checked.get_mut(uri).filter(|checked| checked.law.is_some())
        else {
            return false;
        };
        let own = whole.and_then(|whole| checked.law.replace(whole));
        let notices = self.lint(uri, DraftingFault::ALL.into());
        if let Some(checked) = self.checked.get_mut(uri) {
            checked.notices = notices.unwrap_or_default();
            checked.law = own.or(checked.law.take());
        }
        true
    }

    /// What all texts mean together, with the examples of one.
    pub(super) fn whole_law(&self, uri: &str) -> Option<Law> {
        let own = self.documents.get(uri)?.file;
        let parsed = self.documents.visible().map(|(_, one)| self.documents.parsed(one));
        let parsed: Vec<_> = parsed.collect();
        if parsed.iter().any(|parsed| !parsed.errors.is_empty()) {
            return None;
        }
        let files: Vec<&File> = parsed.iter().map(|parsed| &parsed.file).collect();
        let surroundings = Surroundings { others: &[], examples_of: Some(own) };
        resolve_rulesets(&self.base, &self.documents.sources, &files, &surroundings).ok()
    }

    /// The drafting faults of an open text in which nothing else is wrong.
    pub(super) fn lint(
        &mut self,
        uri: &str,
        faults: BTreeSet<DraftingFault>,
    ) -> Option<Vec<Notice>> {
        let own = self.documents.get(uri)?.file;
        self.with_law(uri, |server, law| {
            let request = Request {
                rulesets: rulesets_of(law, own),
                faults,
                on: server.today,
                limits: Default::default(),
            };
            let sources = &server.documents.sources;
            let linted = crate::analysis::lint::lint(law, sources, &request);
            let (levels, language) = (&Levels::default(), Language::English);
            Teller { law, sources, levels, language }.notices(&linted)
        })
    }

    /// Hands over the law of an open text with its base, which is lent and taken back.
    pub(super) fn with_law<T>(
        &mut self,
        uri: &str,
        ask: impl FnOnce(&Server, &Law) -> T,
    ) -> Option<T> {
        let law = self.checked.get_mut(uri)?.law.take()?;
        let (answer, law) = self.lend_base(law, ask);
        if let Some(checked) = self.checked.get_mut(uri) {
            checked.law = Some(law);
        }
        Some(answer)
    }

    /// Hands over a law with the base, and gives back both.
    pub(super) fn lend_base<T>(
        &mut self,
        mut law: Law,
        ask: impl FnOnce(&Server, &Law) -> T,
    ) -> (T, Law) {
        law.vocabulary = std::mem::take(&mut self.base.vocabulary);
        law.jurisdictions = std::mem::take(&mut self.base.jurisdictions);
        let answer = ask(self, &law);
        self.base.vocabulary = std::mem::take(&mut law.vocabulary);
        self.base.jurisdictions = std::mem::take(&mut law.jurisdictions);
        (answer, law)
    }
}

/// The rulesets that a file declares.
pub(super) fn rulesets_of(law: &Law, file: FileId) -> Vec<RulesetId> {
    law.iter_rulesets().filter(|(_, one)| one.span.file == file).map(|(id, _)| id).collect()
}

fn of_file(file: FileId, faults: impl Iterator<Item = Fault>) -> Vec<Fault> {
    let mut sorted: Vec<Fault> = Vec::new();
    for fault in faults.filter(|fault| fault.kind.span().file == file) {
        let place = fault.kind.span();
        let after = sorted.partition_point(|one| one.kind.span() <= place);
        sorted.insert(after, fault);
    }
    sorted
}
