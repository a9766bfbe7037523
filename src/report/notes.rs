//! What the tables of a `SOURCES.md` tell: provisions in each instrument, and which rows of the
//! notes behind the rulesets are encoded.
//!
//! Two kinds of table are read, wherever they stand. One has a first column `ruleset` and a column
//! that begins with `provisions in the instrument`; the other has the columns `row of the notes`,
//! `encoded as` and `if not: why`.

/// What one `SOURCES.md` tells in its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Rulesets, each with the provisions of its instrument, as written.
    pub provisions: Vec<(String, String)>,
    /// Rows of the notes, in the order written.
    pub rows: Vec<NotedRow>,
}

/// A row of the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedRow {
    /// Its name in the notes.
    pub row: String,
    /// What encodes it, as written; empty if nothing does.
    pub encoded_as: String,
    /// Why it is not encoded, or what of it is not.
    pub why: String,
}

impl NotedRow {
    /// Whether anything encodes it.
    #[must_use]
    pub fn is_encoded(&self) -> bool {
        !self.encoded_as.is_empty() && self.encoded_as != "not encoded"
    }
}

impl Notes {
    /// Reads the tables of a `SOURCES.md`.
    #[must_use]
    pub fn read(text: &str) -> Notes {
        let mut notes = Notes::default();
        for table in tables(text) {
            let Some((header, body)) = table.split_first() else { continue };
            let column = |name: &str| header.iter().position(|cell| cell.starts_with(name));
            let rows = [column("row of the notes"), column("encoded as"), column("if not")];
            match (column("ruleset"), column("provisions in the instrument"), rows) {
                (Some(0), Some(provisions), _) => {
                    notes.provisions.extend(body.iter().map(|row| {
                        (cell(row, 0).replace('`', ""), cell(row, provisions).to_owned())
                    }));
                }
                (_, _, [Some(name), Some(encoded), Some(why)]) => {
                    notes.rows.extend(body.iter().map(|row| NotedRow {
                        row: cell(row, name).replace('`', ""),
                        encoded_as: cell(row, encoded).to_owned(),
                        why: cell(row, why).to_owned(),
                    }));
                }
                _ => {}
            }
        }
        notes
    }

    /// The provisions in the instrument of that ruleset, named with or without its edition.
    #[must_use]
    pub fn provisions_of(&self, id: &str, edition: &str) -> Option<&str> {
        let named = |name: &String| {
            name == id || name.strip_prefix(id).is_some_and(|rest| rest.trim() == edition)
        };
        self.provisions.iter().find(|(name, _)| named(name)).map(|(_, known)| known.as_str())
    }
}

fn cell<'t>(row: &[&'t str], column: usize) -> &'t str {
    row.get(column).copied().unwrap_or_default()
}

/// The tables of a text as rows of cells, without the line below the header.
fn tables(text: &str) -> Vec<Vec<Vec<&str>>> {
    let mut tables: Vec<Vec<Vec<&str>>> = vec![Vec::new()];
    for line in text.lines() {
        match line.trim().strip_prefix('|') {
            Some(row) if row.chars().all(|sign| "|-: ".contains(sign)) => {}
            Some(row) => {
                let cells = row.strip_suffix('|').unwrap_or(row).split('|').map(str::trim);
                tables.last_mut().into_iter().for_each(|table| table.push(cells.clone().collect()));
            }
            None => tables.push(Vec::new()),
        }
    }
    tables.retain(|table| !table.is_empty());
    tables
}
