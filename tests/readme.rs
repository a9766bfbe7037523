//! The README says what the program does: every `console` block in it is run.
#![allow(clippy::disallowed_methods, reason = "the test reads the README")]

#[test]
fn readme_shows_what_the_program_prints() {
    let readme = include_str!("../README.md");
    assert!(readme.contains("\n```console\n$ comity "), "the README has no block to run");
    trycmd::TestCases::new().case("README.md");
}
