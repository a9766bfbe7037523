//! Lowers the jurisdictions file.

use super::basics::lower_text;
use super::error::ResolveError;
use super::report::Faults;
use crate::model::jurisdiction::{Jurisdiction, JurisdictionId, Jurisdictions};
use crate::source::Span;
use crate::syntax::ast::{Block, Clause, File, Head, Name};

/// All territories of all jurisdictions files.
pub(super) fn resolve_jurisdictions(faults: &mut Faults, files: &[&File]) -> Jurisdictions {
    let mut jurisdictions = Jurisdictions::default();
    let blocks: Vec<(&Name, &Block)> =
        files.iter().flat_map(|file| territory_blocks(file)).collect();
    for (code, block) in &blocks {
        let earlier = jurisdictions.all.iter().find(|earlier| earlier.code == code.node);
        match earlier.map(|earlier| earlier.span) {
            Some(first) => {
                faults.twice::<()>("jurisdiction", code, Some(first));
            }
            None => jurisdictions.all.push(lower_jurisdiction(faults, code, block)),
        }
    }
    link_parents(faults, &mut jurisdictions, &blocks);
    refuse_circles(faults, &mut jurisdictions);
    jurisdictions
}

fn territory_blocks(file: &File) -> impl Iterator<Item = (&Name, &Block)> {
    file.blocks.iter().filter_map(|block| match &block.head.node {
        Head::Jurisdiction(code) => Some((code, block)),
        _ => None,
    })
}

fn lower_jurisdiction(faults: &mut Faults, code: &Name, block: &Block) -> Jurisdiction {
    let mut jurisdiction = Jurisdiction {
        code: code.node.clone(),
        title: Default::default(),
        within: None,
        aliases: Vec::new(),
        span: code.span,
    };
    for clause in &block.clauses {
        match &clause.node {
            Clause::Title(title) => jurisdiction.title = lower_text(faults, title),
            Clause::AlsoKnownAs(names) => {
                jurisdiction.aliases.extend(names.iter().map(|name| name.node.to_lowercase()));
            }
            _ => {}
        }
    }
    jurisdiction
}

fn link_parents(
    faults: &mut Faults,
    jurisdictions: &mut Jurisdictions,
    blocks: &[(&Name, &Block)],
) {
    for (code, block) in blocks {
        for clause in &block.clauses {
            let Clause::Within(parent) = &clause.node else { continue };
            let found = find_jurisdiction(faults, jurisdictions, parent);
            let child = jurisdictions.all.iter_mut().find(|child| child.code == code.node);
            if let Some(child) = child {
                child.within = found;
            }
        }
    }
}

/// The territory of that code or everyday name, or a fault with the nearest one.
pub(super) fn find_jurisdiction(
    faults: &mut Faults,
    jurisdictions: &Jurisdictions,
    name: &Name,
) -> Option<JurisdictionId> {
    jurisdictions.find(&name.node).or_else(|| {
        let known = jurisdictions.all.iter().map(|jurisdiction| jurisdiction.code.as_str());
        faults.unknown("jurisdiction", name, known, "declare it in the jurisdictions file first")
    })
}

/// Reports circles of `within` and cuts them, so that ancestry always ends.
fn refuse_circles(faults: &mut Faults, jurisdictions: &mut Jurisdictions) {
    for start in (0u32..).map(JurisdictionId).take(jurisdictions.all.len()) {
        let Some(path) = circle_from(jurisdictions, start) else { continue };
        let codes: Vec<&str> =
            path.iter().filter_map(|&id| Some(jurisdictions.get(id)?.code.as_str())).collect();
        let spans: Vec<Span> =
            path.iter().filter_map(|&id| Some(jurisdictions.get(id)?.span)).collect();
        if let [span, others @ .., _] = spans.as_slice() {
            faults.report::<()>(ResolveError::Circle {
                what: "jurisdictions",
                circle: codes.join(" -> "),
                span: *span,
                others: others.to_vec(),
            });
        }
        if let Some(jurisdiction) = jurisdictions.all.get_mut(start.0 as usize) {
            jurisdiction.within = None;
        }
    }
}

/// The way from `start` back to itself, if there is one.
fn circle_from(
    jurisdictions: &Jurisdictions,
    start: JurisdictionId,
) -> Option<Vec<JurisdictionId>> {
    let mut path = vec![start];
    let mut next = jurisdictions.get(start)?.within;
    while let Some(id) = next {
        path.push(id);
        if id == start {
            return Some(path);
        }
        if path.len() > jurisdictions.all.len() {
            return None;
        }
        next = jurisdictions.get(id)?.within;
    }
    None
}
