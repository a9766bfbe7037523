//! Loading: texts in, law out, or every fault of every text.

use crate::catalogue::SHIPPED;
use crate::fault::{Fault, FaultKind};
use crate::ingest::read_manifest;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::resolve::resolve;
use crate::source::{FileId, SourceFile, SourceMap};
use crate::syntax::ast::{File, Head};
use crate::syntax::parse;

/// A set of rulesets that were loaded together, with their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    sources: SourceMap,
    law: Law,
}

impl Library {
    /// The rulesets that are shipped inside this crate.
    ///
    /// # Errors
    ///
    /// None in a released crate: a test loads what is shipped.
    ///
    /// ```
    /// let library = comity::Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// assert!(library.law().find_rule("uk.psti.sch1.1").is_some());
    /// ```
    pub fn shipped() -> Result<Library, Vec<Fault>> {
        Library::load(&[])
    }

    /// The shipped rulesets and further texts, as pairs of a name to show and the text.
    /// A text that declares the same ruleset and edition (or vocabulary, or the jurisdictions)
    /// as an earlier one takes its place.
    ///
    /// # Errors
    ///
    /// Every fault of every text, by file and place.
    pub fn load(further: &[(&str, &str)]) -> Result<Library, Vec<Fault>> {
        let shipped = SHIPPED.iter().map(|file| (file.path, file.text));
        Library::from_texts(shipped.chain(further.iter().copied()))
    }

    /// Only the given texts, without the shipped ones.
    ///
    /// # Errors
    ///
    /// As of [`Library::load`].
    pub fn from_texts<'a>(
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Library, Vec<Fault>> {
        let mut sources = SourceMap::default();
        let mut faults = Vec::new();
        let mut files: Vec<File> = Vec::new();
        for (name, text) in texts {
            let id = sources.add(name, text);
            let parsed = parse(id, text);
            let of_file = parsed.errors.into_iter().map(FaultKind::from);
            faults.extend(of_file.map(|kind| attach(&sources, kind)));
            files.retain(|earlier| identity(earlier).is_none_or(|own| identity(&parsed.file) != Some(own)));
            files.push(parsed.file);
        }
        let resolved = resolve(&sources, &files);
        match resolved {
            Ok(law) if faults.is_empty() => Ok(Library { sources, law }),
            Ok(_) => Err(faults),
            Err(found) => {
                faults.extend(found.into_iter().map(|kind| attach(&sources, kind.into())));
                faults.sort_by_key(|fault| fault.kind.span());
                Err(faults)
            }
        }
    }

    /// The rules, facts and jurisdictions.
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The texts that the rules were read from.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// Reads a manifest (YAML or JSON) against the vocabulary. `name` is shown in faults.
    ///
    /// # Errors
    ///
    /// Every fault of the manifest, by place.
    pub fn read_manifest(&self, name: &str, bytes: &[u8]) -> Result<Manifest, Vec<Fault>> {
        read_manifest(&self.law, name, bytes).map_err(|found| {
            let source = SourceFile::new(name, &String::from_utf8_lossy(bytes));
            let with_source = |kind: crate::ingest::IngestError| Fault { kind: kind.into(), source: source.clone() };
            found.into_iter().map(with_source).collect()
        })
    }
}

fn attach(sources: &SourceMap, kind: FaultKind) -> Fault {
    let file: FileId = kind.span().file;
    let source = sources.get(file).cloned().unwrap_or(SourceFile::new("", ""));
    Fault { kind, source }
}

/// What a file declares: two files of one identity are two versions of the same.
fn identity(file: &File) -> Option<(&'static str, &str, &str)> {
    match &file.blocks.first()?.head.node {
        Head::Ruleset { id, edition } => Some(("ruleset", &id.node, &edition.node)),
        Head::Vocabulary { name, .. } => Some(("vocabulary", &name.node, "")),
        Head::Jurisdictions { .. } => Some(("jurisdictions", "", "")),
        _ => None,
    }
}
