//! What the pages of `docs` and the README point to is there.

use std::fs;
use std::path::Path;

#[test]
fn every_link_of_the_pages_leads_somewhere() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let pages = fs::read_dir(&docs).unwrap().map(|entry| entry.unwrap().path());
    for page in pages.chain([docs.join("../README.md")]) {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text) {
            assert!(leads_somewhere(&page, link), "{}: {link}", page.display());
        }
    }
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    ends.filter(|link| !link.contains("://"))
}

fn leads_somewhere(page: &Path, link: &str) -> bool {
    let (file, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { page.to_owned() } else { page.with_file_name(file) };
    heading.is_empty() && target.exists()
        || fs::read_to_string(target)
            .is_ok_and(|text| text.lines().any(|line| anchor(line) == heading))
}

/// What a heading is called in links to it.
fn anchor(line: &str) -> String {
    let title = line.trim_start_matches('#').trim().to_lowercase();
    let kept = title.chars().filter(|letter| letter.is_alphanumeric() || "-_ ".contains(*letter));
    if line.starts_with('#') { kept.collect::<String>().replace(' ', "-") } else { String::new() }
}
