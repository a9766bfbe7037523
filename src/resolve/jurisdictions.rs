//! Lowers the jurisdictions file.

use super::basics::lower_text;
use super::error::ResolveError;
use super::limits::{MAX_JURISDICTIONS, MAX_WITHIN};
use super::report::Faults;
use crate::model::jurisdiction::{Jurisdiction, JurisdictionId, Jurisdictions};
use crate::source::Span;
use crate::syntax::ast::{Block, Clause, File, Head, Name};
use indexmap::IndexMap;

/// All territories of all jurisdictions files.
pub(super) fn resolve_jurisdictions(faults: &mut Faults, files: &[&File]) -> Jurisdictions {
    let mut jurisdictions = Jurisdictions::default();
    let blocks: Vec<(&Name, &Block)> =
        files.iter().flat_map(|file| territory_blocks(file)).collect();
    let blocks = take_bounded(faults, &blocks);
    let mut seen: IndexMap<&str, Span> = IndexMap::new();
    for (code, block) in blocks {
        match seen.insert(&code.node, code.span) {
            Some(first) => {
                faults.twice::<()>("jurisdiction", code, Some(first));
            }
            None => jurisdictions.all.push(lower_jurisdiction(faults, code, block)),
        }
    }
    for (code, block) in blocks {
        link_parent(faults, &mut jurisdictions, seen.get_index_of(code.node.as_str()), block);
    }
    refuse_circles(faults, &mut jurisdictions);
    jurisdictions
}

/// As many as there may be, and a fault at the next one.
fn take_bounded<'b, 'a>(
    faults: &mut Faults,
    blocks: &'b [(&'a Name, &'a Block)],
) -> &'b [(&'a Name, &'a Block)] {
    let Some((taken, [(next, _), ..])) = blocks.split_at_checked(MAX_JURISDICTIONS) else {
        return blocks;
    };
    faults.report::<()>(ResolveError::TooComplex {
        what: "the list of jurisdictions".to_owned(),
        problem: format!("has more than {MAX_JURISDICTIONS} entries"),
        help: "declare only the territories that rules or products speak of",
        span: next.span,
    });
    taken
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
                jurisdiction
                    .aliases
                    .extend(names.iter().map(|name| name.node.to_ascii_lowercase()));
            }
            _ => {}
        }
    }
    jurisdiction
}

fn link_parent(
    faults: &mut Faults,
    jurisdictions: &mut Jurisdictions,
    child: Option<usize>,
    block: &Block,
) {
    for clause in &block.clauses {
        let Clause::Within(parent) = &clause.node else { continue };
        let found = find_jurisdiction(faults, jurisdictions, parent);
        if let Some(child) = child.and_then(|child| jurisdictions.all.get_mut(child)) {
            child.within = found;
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
        let path = outwards(jurisdictions, start);
        let is_circle = path.len() > 1 && path.last() == Some(&start);
        if !is_circle && path.len() <= MAX_WITHIN + 1 {
            continue;
        }
        let member = |id: &JurisdictionId| {
            let jurisdiction = jurisdictions.get(*id)?;
            Some((jurisdiction.code.clone(), jurisdiction.span))
        };
        let mut members: Vec<(String, Span)> = path.iter().filter_map(member).collect();
        if is_circle {
            members.pop();
            faults.circle::<()>("jurisdictions", &members);
        } else if let Some((code, span)) = members.first() {
            let what = format!("jurisdiction `{code}`");
            let problem = format!("lies within more than {MAX_WITHIN} others, one in another");
            let help = "say only which jurisdiction it lies within directly";
            faults.report::<()>(ResolveError::TooComplex { what, problem, help, span: *span });
        }
        if let Some(jurisdiction) = jurisdictions.all.get_mut(start.0 as usize) {
            jurisdiction.within = None;
        }
    }
}

/// `start` and what it lies within, up to where it is back at `start`, or longer than any may be.
fn outwards(jurisdictions: &Jurisdictions, start: JurisdictionId) -> Vec<JurisdictionId> {
    let mut path = vec![start];
    let mut next = jurisdictions.get(start).and_then(|jurisdiction| jurisdiction.within);
    while let Some(id) = next.filter(|_| path.len() <= MAX_WITHIN + 1) {
        path.push(id);
        next = jurisdictions.get(id).filter(|_| id != start).and_then(|found| found.within);
    }
    path
}
