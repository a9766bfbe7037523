//! What was proved of a rule, for people.

use super::names::Names;
use crate::graph::{Dependencies, Edge, EdgeKind, Ground, Node};
use crate::report::paint::Paint;
use crate::report::told_product::product_lines;
use std::fmt::Write as _;

/// The edges of meaning at a node, each with the product that shows it; nothing where there are
/// none.
#[must_use]
pub fn meaning_text(names: Names<'_>, graph: &Dependencies, node: Node, paint: Paint) -> String {
    let mut found = graph.proven_at(node);
    found.sort_by_key(|(far, edge, _)| (edge.kind, *far));
    let mut out = String::new();
    if !found.is_empty() {
        let _ = writeln!(out, "\n{}", paint.strong("Proved"));
    }
    let mut before = None;
    for (far, edge, leads_there) in found {
        let heading = (far, edge.kind, leads_there);
        if before != Some(heading) {
            let words = paint.open(&words(edge.kind, leads_there));
            let title = paint.faint(&names.title(far));
            let line = format!("{words}  {}  {title}", names.name(far));
            let _ = writeln!(out, "{}", paint.filled("  ", &line));
            before = Some(heading);
        }
        write_proof(&mut out, edge, paint);
    }
    out
}

/// `stricter than`, seen from the looser one `looser than`.
fn words(kind: EdgeKind, leads_there: bool) -> String {
    match kind {
        EdgeKind::StricterThan if !leads_there => "looser than".to_owned(),
        kind => kind.word().replace('-', " "),
    }
}

fn write_proof(out: &mut String, edge: &Edge, paint: Paint) {
    let Ground::Proof { said, product } = &edge.ground else { return };
    let _ = writeln!(out, "{}", paint.filled("      ", said));
    for line in product.as_deref().map(product_lines).into_iter().flatten() {
        let _ = writeln!(out, "        {line}");
    }
}
