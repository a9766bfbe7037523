//! Every row of the notes behind the rulesets is encoded, or said not to be, with the reason.
//!
//! `rows/*.txt` are the rows of the notes. The tables of the `SOURCES.md` files must name exactly
//! these, and what they say encodes a row must exist.

use super::{SHIPPED, law};
use comity::jiff::civil::Date;
use comity::model::ruleset::RulesetId;
use comity::report::notes::{NotedRow, Notes};
use std::collections::BTreeSet;
use std::path::Path;

/// The rows of the notes on some folders.
const LISTS: [(&[&str], &str); 4] = [
    (&["uk"], include_str!("rows/uk.txt")),
    (&["ca"], include_str!("rows/canada.txt")),
    (&["eu", "nl"], include_str!("rows/netherlands-eu.txt")),
    (&["voluntary"], include_str!("rows/voluntary.txt")),
];

/// A folder that tells once more what is told elsewhere.
const RETOLD: &str = "forum";

/// Words between the names in a cell `encoded as`. Whatever else stands there must be a name.
const WORDS: &str = "a addressees against and application both by deemed edition editions \
     every exception exceptions facts first folder for forum/ from guidance header in is judgement \
     justification may met note of on part principle proposal refers remedy penalty reverse review \
     route routes rule rules scope second seven recommendations term terms that to until unless \
     which with";

fn notes(folder: &str) -> Notes {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rulesets").join(folder);
    Notes::read(&std::fs::read_to_string(path.join("SOURCES.md")).expect("every folder has one"))
}

fn rows(list: &str) -> BTreeSet<String> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

#[test]
fn lists_of_rows_hold_what_was_counted() {
    let counts = LISTS.map(|(_, list)| rows(list).len());
    assert_eq!(counts, [67, 83, 110, 182], "a row is told twice, or was lost");
}

#[test]
fn every_row_of_the_notes_stands_in_a_table_and_no_other() {
    for (folders, list) in LISTS {
        let known = rows(list);
        let told: Vec<String> =
            folders.iter().flat_map(|folder| notes(folder).rows).map(|row| row.row).collect();
        let told: BTreeSet<String> = told.into_iter().collect();
        let missing: Vec<_> = known.difference(&told).collect();
        let invented: Vec<_> = told.difference(&known).collect();
        assert!(missing.is_empty() && invented.is_empty(), "{missing:?} {invented:?}");
    }
    let known: BTreeSet<String> = LISTS.iter().flat_map(|(_, list)| rows(list)).collect();
    assert!(notes(RETOLD).rows.iter().all(|row| known.contains(&row.row)));
}

#[test]
fn row_is_told_once_in_a_table() {
    for (folder, rows) in all_rows() {
        let names: BTreeSet<&String> = rows.iter().map(|row| &row.row).collect();
        assert_eq!(names.len(), rows.len(), "{folder}");
    }
}

#[test]
fn row_that_is_not_encoded_has_a_reason() {
    for (folder, rows) in all_rows() {
        let silent = rows.iter().filter(|row| !row.is_encoded() && row.why.is_empty());
        let silent: Vec<&String> = silent.map(|row| &row.row).collect();
        assert!(silent.is_empty(), "{folder}: {silent:?}");
    }
}

#[test]
fn what_encodes_a_row_exists() {
    let mut wanting = Vec::new();
    for (folder, rows) in all_rows() {
        for row in rows.iter().filter(|row| row.is_encoded()) {
            let mut reader = Reader::default();
            reader.read(&row.encoded_as);
            if !reader.unknown.is_empty() || reader.found == 0 {
                wanting.push(format!("{folder}, {}: {:?}", row.row, reader.unknown));
            }
        }
    }
    assert!(wanting.is_empty(), "{} wanting:\n{}", wanting.len(), wanting.join("\n"));
}

#[test]
fn reader_of_cells_knows_what_does_not_exist() {
    let cases = [
        ("`uk.psti.sch1.1`, `.sch1.2.2.a`", 2, 0),
        ("`uk.psti.sch1.1`, `.sch9`", 1, 1),
        ("`uk.psti` sch1.1", 2, 0),
        ("`uk.pstii`", 0, 1),
        ("`deemed met` in `uk.psti.sch1.*`", 1, 0),
        ("term `passwords_used` of 2.1.1", 2, 0),
        ("term `passwords_abused` of 2.1.1", 0, 2),
        ("facts `market.placements.*`", 1, 0),
        ("the addresses above", 0, 3),
    ];
    for (cell, found, unknown) in cases {
        let mut reader = Reader::default();
        reader.read(cell);
        assert_eq!((reader.found, reader.unknown.len()), (found, unknown), "{cell}");
    }
}

#[test]
fn every_ruleset_with_known_provisions_exists() {
    for folder in ["uk", "ca", "eu", "nl", "voluntary", RETOLD] {
        let told = notes(folder).provisions;
        assert!(!told.is_empty(), "{folder}");
        for (name, _) in told {
            let known = law().rulesets.iter().any(|ruleset| {
                name == ruleset.id || name == format!("{} {}", ruleset.id, ruleset.edition)
            });
            assert!(known, "{folder}: {name}");
        }
    }
}

fn all_rows() -> Vec<(&'static str, Vec<NotedRow>)> {
    let folders = LISTS.iter().flat_map(|(folders, _)| *folders).copied().chain([RETOLD]);
    folders.map(|folder| (folder, notes(folder).rows)).collect()
}

/// Reads a cell name by name. A number of a rule is of the ruleset that was named last.
#[derive(Default)]
struct Reader {
    current: Vec<RulesetId>,
    /// The list whose field was named last: `market.placements.`
    list: String,
    found: usize,
    unknown: Vec<String>,
}

impl Reader {
    fn read(&mut self, cell: &str) {
        let names = cell.split(|sign: char| sign.is_whitespace() || ",;:`()".contains(sign));
        for name in names.filter(|name| !name.is_empty()) {
            if self.is_ruleset(name)
                || self.is_rule(name)
                || self.is_fact(name)
                || self.is_term(name)
            {
                self.found += 1;
            } else if !WORDS.split(' ').any(|word| word == name) && !self.is_date(name) {
                self.unknown.push(name.to_owned());
            }
        }
    }

    /// A ruleset, or an edition of the one at hand.
    fn is_ruleset(&mut self, name: &str) -> bool {
        let all = law().iter_rulesets();
        let named: Vec<_> =
            all.filter(|(_, ruleset)| ruleset.id == name).map(|(id, _)| id).collect();
        let at_hand: Vec<_> = self.current.iter().filter_map(|id| law().ruleset(*id)).collect();
        let edition = law().iter_rulesets().filter(|(_, ruleset)| {
            ruleset.edition == name && at_hand.iter().any(|other| other.id == ruleset.id)
        });
        let edition: Vec<_> = edition.map(|(id, _)| id).collect();
        let found = if named.is_empty() { edition } else { named };
        let exists = !found.is_empty();
        if exists {
            self.current = found;
        }
        exists
    }

    /// A rule by its whole id or by its number in the ruleset at hand; or several: `sch1.*`, or
    /// `L1` for `L1.1` to `L1.3`.
    fn is_rule(&mut self, name: &str) -> bool {
        let matches = |text: &str, pattern: &str| match pattern.strip_suffix('*') {
            Some(beginning) => text.starts_with(beginning),
            None => text == pattern,
        };
        let whole = law().rules.iter().find(|rule| matches(&rule.id, name));
        if let Some(rule) = whole {
            self.current = vec![rule.ruleset];
            return true;
        }
        let number = name.strip_prefix('.').unwrap_or(name);
        let rules = self.current.iter().flat_map(|id| law().rules_of(*id));
        let group = format!("{number}.*");
        let mut numbers = rules.map(|(_, rule)| &rule.number);
        numbers.any(|known| matches(known, number) || matches(known, &group))
    }

    /// A fact or field, or another field of the list at hand.
    fn is_fact(&mut self, name: &str) -> bool {
        let vocabulary = &law().vocabulary;
        let path = match name.strip_prefix('.') {
            Some(field) => format!("{}.{field}", self.list),
            None => name.to_owned(),
        };
        if vocabulary.find(&path).is_some() {
            return true;
        }
        let Some((list, field)) = path.rsplit_once('.') else { return false };
        let known = vocabulary
            .find(list)
            .is_some_and(|(id, _)| field == "*" || vocabulary.find_field(id, field).is_some());
        if known {
            list.clone_into(&mut self.list);
        }
        known
    }

    /// A term of the ruleset at hand, or of any if none is.
    fn is_term(&mut self, name: &str) -> bool {
        let declares = |id: &RulesetId| text_of(*id).contains(&format!("term {name} means"));
        if self.current.is_empty() {
            self.current = law().iter_rulesets().map(|(id, _)| id).filter(declares).collect();
        }
        self.current.iter().any(declares)
    }

    /// A day that the ruleset at hand turns on.
    fn is_date(&self, name: &str) -> bool {
        let is_day = name.parse::<Date>().is_ok();
        is_day && self.current.iter().any(|id| text_of(*id).contains(name))
    }
}

fn text_of(id: RulesetId) -> &'static str {
    let file = law().ruleset(id).and_then(|ruleset| SHIPPED.sources().get(ruleset.span.file));
    file.map_or("", |file| &file.text)
}
