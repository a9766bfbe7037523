//! `comity timeline`: from when to when a product has which verdicts, and which law starts when.

use crate::Exit;
use crate::args::{Format, TimelineArgs};
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{find_files, load_rules, read_bytes};
use crate::frame::render_faults;
use crate::output::Terminal;
use comity::Library;
use comity::analysis::timeline::Timeline;
use comity::analysis::turns::Clocks;
use comity::jiff::civil::Date;
use comity::report::timeline::build::Telling;
use comity::report::timeline::json::{ProductTimeline, TimelineReport};
use comity::report::timeline::terminal::timeline_page;
use std::path::Path;

/// Up to which day relations are compared, unless said otherwise.
const HORIZON: Date = Date::constant(2030, 12, 31);

pub(crate) fn timeline(args: &TimelineArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let library = load_rules(&args.library.rulesets)?;
    library.find_jurisdictions(&args.scope.jurisdictions)?;
    library.find_rulesets(&args.scope.with)?;
    let view = View { library: &library, args, terminal, telling: telling(&library, args) };
    let mut report = view.telling.report(args.evidence);
    let exit = if args.manifests.is_empty() {
        view.law(&mut report)?
    } else {
        view.products(&mut report)?
    };
    match args.answer.format {
        Format::Json => terminal.print(&report.to_json()),
        Format::Terminal => terminal.print(&timeline_page(&report, args.all, terminal.paint())),
    }
    Ok(exit)
}

fn telling<'a>(library: &'a Library, args: &TimelineArgs) -> Telling<'a> {
    Telling {
        law: library.law(),
        language: args.answer.lang,
        today: args.on.unwrap_or_else(today),
        clocks: if args.placed_then { Clocks::PlacedThen } else { Clocks::Checked },
        from: args.from,
        until: args.until,
    }
}

struct View<'a> {
    library: &'a Library,
    args: &'a TimelineArgs,
    terminal: &'a Terminal,
    telling: Telling<'a>,
}

impl View<'_> {
    fn law(&self, report: &mut TimelineReport) -> Result<Exit, Failure> {
        if self.args.scope.jurisdictions.is_empty() {
            let message = "name a manifest, or jurisdictions with `--in`";
            return Err(Failure::new(message));
        }
        let told =
            self.library.law_timeline(&self.args.scope.jurisdictions, &self.args.scope.with)?;
        report.law = told.iter().map(|timeline| self.telling.place(timeline)).collect();
        if self.args.relations {
            let first = self.telling.from.unwrap_or(self.telling.today);
            let days = [first.yesterday().unwrap_or(first), self.telling.until.unwrap_or(HORIZON)];
            let (places, with) = (&self.args.scope.jurisdictions, &self.args.scope.with);
            let shifts = self.library.relation_shifts(places, with, days)?;
            report.relations = Some(shifts.iter().map(|own| self.telling.relation(own)).collect());
        }
        Ok(Exit::Met)
    }

    fn products(&self, report: &mut TimelineReport) -> Result<Exit, Failure> {
        let mut exit = Exit::Met;
        for path in &self.args.manifests {
            for file in find_files(path, &["yaml", "yml", "json"])? {
                let (product, found) = self.product(&file)?;
                report.products.push(product);
                exit = exit.worse(found);
            }
        }
        Ok(exit)
    }

    /// The timeline of one file. A file that cannot be read does not stop the others.
    fn product(&self, path: &Path) -> Result<(ProductTimeline, Exit), Failure> {
        let name = path.display().to_string();
        let manifest = match self.library.read_manifest(&name, &read_bytes(path)?) {
            Ok(manifest) => manifest,
            Err(faults) => {
                if self.args.answer.format == Format::Terminal {
                    let colour = self.terminal.error_colour();
                    self.terminal.error(&render_faults(&faults, colour));
                }
                return Ok((self.telling.faults(&name, &faults), Exit::BadInput));
            }
        };
        let request = self.args.scope.request(self.telling.today, self.args.evidence);
        let told = self.library.timeline(&manifest, &request, self.telling.clocks)?;
        if told.is_empty() {
            return Err(Failure::placed_nowhere(&name));
        }
        let exits = told.iter().map(|timeline| self.exit_of(timeline));
        let exit = exits.fold(Exit::Met, Exit::worse);
        Ok((self.telling.product(&manifest, &told), exit))
    }

    /// That of a check today.
    fn exit_of(&self, timeline: &Timeline) -> Exit {
        timeline.on(self.telling.today).map_or(Exit::Met, |now| now.outcome.into())
    }
}
