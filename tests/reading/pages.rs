//! Five rules as they print, in three languages. `COMITY_REWRITE=1 cargo test --test reading`
//! writes the pages; each line of them was read before it was kept.

use super::{LANGUAGES, library};
use comity::report::paint::Paint;
use comity::report::read::terminal::reading_page;
use std::fs;
use std::path::Path;

/// A list for every entry and a deemed route; a replacement and a parameter; an open norm;
/// conditions on entries that must not be; a permission.
const RULES: [&str; 5] =
    ["uk.psti.sch1.1", "eu.cra.art13.8", "ca.pipeda.4.3", "nl.tw.art11.7a", "ca.copyright.41.121"];

#[test]
fn five_rules_print_as_they_were_read() {
    let library = library(&[]);
    for rule in RULES {
        for language in LANGUAGES {
            let report = library.read(rule, language).unwrap();
            let fresh = reading_page(&report, Paint::default());
            let name = format!("tests/reading/pages/{rule}.{}.txt", language.code());
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            if std::env::var_os("COMITY_REWRITE").is_some() {
                fs::write(&path, &fresh).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(kept, fresh, "COMITY_REWRITE=1 rewrites it");
        }
    }
}
