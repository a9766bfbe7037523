//! A register of products that never were, as NDJSON on standard output: variants of the shipped
//! examples, with the gaps and slips that registers have. The same for the same seed.
//!
//! `cargo bench --bench register -- --products 1000000 --seed 1 > register.ndjson`; `cargo xtask
//! register` does that. Without a number it tells how long reading and judging take, against
//! `serde_json` on the same bytes.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a tool of the benches reads files and the clock, and is not shipped"
)]

#[path = "../tests/generate/mod.rs"]
mod generate;
#[path = "register/plain.rs"]
mod plain;
#[path = "register/structs.rs"]
mod structs;
#[path = "register/variants.rs"]
mod variants;

use comity::eval::matrix::BLOCK;
use comity::ingest::quick::{Names, read_quickly};
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::{Manifest, Stated};
use comity::model::value::Value;
use comity::{CheckRequest, Library};
use generate::json;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use variants::Variants;

const DAY: Date = Date::constant(2027, 12, 11);
/// One line of so many is cut off, as when a transfer breaks.
const CUT: usize = 500;
/// Products that are measured.
const MEASURED: usize = 4 * BLOCK;
/// Each measure is taken so often; the middle one is told.
const TURNS: usize = 9;

fn main() {
    let library = Library::shipped().expect("the rulesets load");
    if std::env::args().any(|argument| argument == "--structs") {
        print!("{}", structs::write(library.law()));
        return;
    }
    let products = asked("--products");
    let seed = asked("--seed").unwrap_or(1);
    let variants = Variants::new(library.law(), bases(&library), seed);
    let mut register = Texts { law: library.law(), variants, is_plain: false };
    match products {
        Some(products) => {
            let mut out = BufWriter::new(std::io::stdout().lock());
            for number in 1..=products {
                writeln!(out, "{}", register.text(number)).expect("standard output takes it");
            }
            out.flush().expect("standard output takes it");
        }
        None => measure(&library, &mut register),
    }
}

/// The number after an option.
fn asked(option: &str) -> Option<u64> {
    let mut arguments = std::env::args().skip_while(|argument| argument != option).skip(1);
    arguments.next()?.parse().ok()
}

/// The examples and incidents that are shipped.
fn bases(library: &Library) -> Vec<Manifest> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["examples", "rulesets/incidents"] {
        let entries = std::fs::read_dir(root.join(folder)).expect("the folder is there");
        files.extend(entries.map(|entry| entry.expect("the folder can be read").path()));
    }
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read(path).expect("the example can be read");
        library.read_manifest("example.yaml", &text).expect("the example is without fault")
    };
    files
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(read)
        .collect()
}

/// Texts of products, one after the other.
struct Texts<'l> {
    law: &'l Law,
    variants: Variants<'l>,
    /// Whether statements are values alone, as plain structs take them.
    is_plain: bool,
}

impl Texts<'_> {
    fn text(&mut self, number: u64) -> String {
        let mut product = self.variants.product();
        let (name, _) = self.law.vocabulary.find("product.name").expect("products have names");
        if let Some(statement) = product.facts.get_mut(&name) {
            statement.value = Stated::Value(Value::Text(format!("Product {number}")));
        }
        if self.is_plain {
            structs::make_plain(self.law, &mut product);
        }
        let mut text = json::write(self.law, &product);
        if !self.is_plain && self.variants.is_one_in(CUT) {
            text.pop();
        }
        text
    }
}

/// Reading, and reading with judging, against plain structs.
fn measure(library: &Library, register: &mut Texts<'_>) {
    register.is_plain = true;
    let texts: Vec<String> = (1..=MEASURED as u64).map(|number| register.text(number)).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let names = Names::new(library.law(), |_, _| true).expect("the vocabulary is not too large");
    let request = CheckRequest::on(DAY).within(["uk", "ca", "nl"]);
    let ready = library.register(&request).expect("the places are known");
    let mut desk = ready.desk();
    let mut spent: [Vec<Duration>; 3] = Default::default();
    for _ in 0..TURNS {
        spent[0].push(time(|| {
            for text in &texts {
                black_box(plain::read(text));
            }
        }));
        spent[1].push(time(|| {
            for text in &texts {
                black_box(read_quickly(&names, text.as_bytes()).is_some());
            }
        }));
        spent[2].push(time(|| {
            for block in texts.chunks(BLOCK) {
                let named: Vec<_> = block.iter().map(|text| ("r", text.as_bytes())).collect();
                black_box(desk.lines(&named));
            }
        }));
    }
    let plainly = texts.iter().filter(|text| plain::read(text).is_some()).count();
    assert_eq!(plainly, MEASURED, "the structs are of this vocabulary: write them with --structs");
    let quickly = texts.iter().filter(|text| read_quickly(&names, text.as_bytes()).is_some());
    println!("{MEASURED} products of {} bytes each", bytes / MEASURED);
    println!("read quickly                  {:>10}", quickly.count());
    let [plain, quick, lines] = spent.map(middle);
    let each = |spent: Duration| spent.as_nanos() / MEASURED as u128;
    let ratio = |one: Duration| one.as_nanos() * 100 / plain.as_nanos().max(1);
    println!("serde_json, plain structs     {:>10} ns a product", each(plain));
    println!("read into facts               {:>10} ns a product, {} %", each(quick), ratio(quick));
    println!("read, judged in three places  {:>10} ns a product, {} %", each(lines), ratio(lines));
}

fn middle(mut spent: Vec<Duration>) -> Duration {
    spent.sort();
    spent[spent.len() / 2]
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
