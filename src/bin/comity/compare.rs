//! `comity compare`: which rules ask the same, which are stricter, which cannot be met together.

use crate::Exit;
use crate::args::{CompareArgs, Format};
use crate::failure::Failure;
use crate::files::load_library;
use crate::output::Terminal;
use comity::Library;
use comity::analysis::problem::Limits;
use comity::analysis::relations::{Relation, relate, relate_sets};
use comity::report::claims::claim_reports;
use comity::report::compare::json::{CompareReport, compare_report};
use comity::report::compare::page::compare_page;

pub(crate) fn compare(args: &CompareArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_library(&args.library.rulesets)?;
    let report = match args.sides.as_slice() {
        [] => of_law(&library, args)?,
        [one, other] => of_sides(&library, [one, other], args)?,
        _ => return Err(Failure::new("name two rules or rulesets to compare, or none".to_owned())),
    };
    terminal.print(&match args.answer.format {
        Format::Json => report.to_json(),
        Format::Terminal => compare_page(&report, args.all, terminal.paint()),
    });
    Ok(Exit::Met)
}

/// The obligations of the law of some places, ruleset against ruleset.
fn of_law(library: &Library, args: &CompareArgs) -> Result<CompareReport, Failure> {
    let asked = library.ask(&args.scope.request())?;
    let limits = Limits { plain: args.all, ..Limits::default() };
    let related = asked.relations(&limits);
    let claims = claim_reports(
        library.law(),
        &asked.claims(&Limits { plain: true, ..limits }),
        args.answer.lang,
    );
    Ok(CompareReport { claims, ..compare_report(&asked.ground, &related, None, args.answer.lang) })
}

/// Two rules, or two rulesets: every pair of their rules, and the two as wholes.
fn of_sides(
    library: &Library,
    sides: [&String; 2],
    args: &CompareArgs,
) -> Result<CompareReport, Failure> {
    let sides = sides.map(String::as_str);
    let (ground, [ones, others]) = library.ask_sides(sides, args.scope.day())?;
    let is_sets = ones.len() * others.len() > 1;
    let limits = Limits { plain: !is_sets || args.all, ..Limits::default() };
    let pairs = ones.iter().flat_map(|&one| others.iter().map(move |&other| (one, other)));
    let related: Vec<_> = pairs
        .map(|(one, other)| relate(&ground, one, other, &limits))
        .filter(|related| !is_sets || related.relation != Relation::Unrelated)
        .collect();
    let plain = Limits { plain: true, ..limits };
    let whole = is_sets.then(|| relate_sets(&ground, [&ones, &others], &plain)).flatten();
    let claims = library.claims_between(sides, ground.on, &plain)?;
    let claims = claim_reports(library.law(), &claims, args.answer.lang);
    Ok(CompareReport {
        claims,
        ..compare_report(&ground, &related, whole.as_ref(), args.answer.lang)
    })
}
