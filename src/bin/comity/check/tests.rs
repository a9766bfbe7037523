//! A report that grows past its bound: nothing of it is written.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use super::{Run, manifests};
use crate::args::{Cli, Colour, Command};
use crate::output::Terminal;
use clap::Parser;
use comity::Library;
use std::fs;

#[test]
fn report_past_its_bound_is_refused_whole() {
    let out = std::env::temp_dir().join(format!("comity-large-{}.json", std::process::id()));
    let root = env!("CARGO_MANIFEST_DIR");
    let files = ["router", "doorbell"].map(|name| format!("{root}/examples/{name}.yaml"));
    let fixed = ["comity", "check", "--in", "nl", "--on", "2026-11-22", "--format", "json"];
    let out_option = ["--out", out.to_str().unwrap()];
    let all = fixed.into_iter().chain(files.iter().map(String::as_str)).chain(out_option);
    let Command::Check(args) = Cli::parse_from(all).command else { panic!("this is a check") };
    let library = Library::shipped().unwrap();
    let request = args.scope.request(args.on.unwrap(), None);
    let write = |largest| {
        let (request, files) = (request.clone(), manifests(&args.manifests).unwrap());
        let run = Run { library: &library, request, args: &args, files, largest };
        run.report(None, &Terminal::new(Colour::Never)).map_err(|failure| failure.render(false))
    };
    write(usize::MAX).unwrap();
    let size = fs::metadata(&out).unwrap().len() as usize;
    fs::remove_file(&out).unwrap();
    for largest in [size - 1, size / 2, 10] {
        let said = write(largest).unwrap_err();
        assert!(said.contains(&format!("over {largest} bytes")), "{said}");
        assert!(said.contains("--format ndjson"), "{said}");
        assert!(!out.exists(), "a part of it was written");
    }
    write(size).unwrap();
    fs::remove_file(&out).unwrap();
}
