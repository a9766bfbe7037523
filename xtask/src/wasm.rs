//! The browser module: built small, bound to JavaScript, measured, and tried in Node.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{self, words};
use crate::place;
use crate::provide;
use crate::run_log::Outcome;
use crate::wasm_target::{self, Route, TARGET, Toolchain};

const PROFILE: &str = "wasm";
const NAME: &str = "comity_wasm";
/// The oldest Node.js that loads the module, and makes its package.
const OLDEST_NODE: u32 = 20;
/// Every crate of the workspace has this version.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What the optimiser may use of WebAssembly: what rustc emits, and every browser of the last
/// years has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// What a browser should be made to download at most: bytes of the module, gzipped. Not reached
/// since the language server, readings and the baseline are inside.
const GOAL: usize = 700_000;
/// What it may be made to download: lowered with every gain, so that nothing is lost unseen.
const LIMIT: usize = 1_250_000;

/// Builds `wasm/pkg`, by the route asked for or the first that works.
pub(crate) fn run(route: Option<Route>) -> Result<()> {
    let routes = route.map_or(Route::ALL.to_vec(), |route| vec![route]);
    let toolchain = wasm_target::provide(&routes)?;
    let module = build(&toolchain)?;
    let package = place::root().join("wasm/pkg");
    provide::node(OLDEST_NODE)?;
    provide::npm()?;
    command::run(&mut words("npm ci --prefix wasm --no-fund --no-audit"))?;
    bind(&module, &package)?;
    describe(&package)?;
    command::run(words("node wasm/reports.mjs").arg(native()?))?;
    let bound = package.join(format!("{NAME}_bg.wasm"));
    optimise(&bound)?;
    expect_small(&bound)
}

/// Builds the module, then loads it in Node and holds its answers against the native program's.
pub(crate) fn check() -> Result<Outcome> {
    run(None)?;
    let digests = place::root().join("wasm/pkg/answers.json");
    command::run(words("node wasm/tests/smoke.mjs").arg(VERSION).arg(native()?).arg(digests))?;
    command::run(words("node wasm/tests/judge.mjs").arg(worlds()?))?;
    command::run(&mut words("node wasm/tests/package.mjs"))?;
    Ok(Outcome::Passed)
}

/// Worlds by chance with the reports that the native library gives, as the tests write them.
fn worlds() -> Result<PathBuf> {
    let mut test = words("cargo test --locked --workspace --all-features --test judge");
    command::run(test.args(["--", "--exact", "browser::worlds_are_written_for_a_browser"]))?;
    Ok(place::target().join("tmp/worlds.json"))
}

/// The native program, built as people run it: it answers more than a hundred questions here.
pub(crate) fn native() -> Result<PathBuf> {
    command::run(&mut words("cargo build --locked --release --package comity --bin comity"))?;
    Ok(place::target().join("release/comity"))
}

fn build(toolchain: &Toolchain) -> Result<PathBuf> {
    // A directory of its own: another compiler may build here, and need not wait for native builds.
    let directory = place::target().join("wasm-build");
    let mut command = words("cargo rustc --locked --package comity-wasm --lib");
    command.args(["--crate-type", "cdylib", "--profile", PROFILE, "--target", TARGET]);
    command.arg("--target-dir").arg(&directory);
    command.args(&toolchain.arguments).envs(toolchain.environment.iter().cloned());
    command::run(&mut command)?;
    Ok(directory.join(TARGET).join(PROFILE).join(format!("{NAME}.wasm")))
}

/// Writes the module and the JavaScript around it, for pages and for Node alike.
fn bind(module: &Path, package: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(NAME).typescript(true);
    bindgen.remove_producers_section(true).omit_default_module_path(false);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(package))
        .with_context(|| format!("wasm-bindgen refused {}", module.display()))
}

/// Says what the package is, so that Node and bundlers read its files as ES modules.
fn describe(package: &Path) -> Result<()> {
    let text = format!(
        r#"{{
  "name": "comity-wasm",
  "version": "{VERSION}",
  "description": "Rules for connected products, checked, compared and drafted in WebAssembly",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "{NAME}.js",
  "types": "{NAME}.d.ts",
  "exports": {{
    ".": {{ "types": "./{NAME}.d.ts", "default": "./{NAME}.js" }},
    "./{NAME}_bg.wasm": "./{NAME}_bg.wasm",
    "./reports/*": "./reports/*"
  }},
  "files": ["{NAME}*", "reports"],
  "sideEffects": false
}}
"#
    );
    write(&package.join("package.json"), &text)?;
    let readme = place::root().join("wasm/README.md");
    let copied = fs::copy(&readme, package.join("README.md"));
    copied.map(drop).with_context(|| format!("cannot copy {}", readme.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Rewrites the module shorter. What is shorter but packs worse is left out: functions written
/// into others, and values kept rather than computed again. Functions of like names are alike and
/// pack well side by side; after that nobody needs their names.
fn optimise(module: &Path) -> Result<()> {
    let mut command = words("node wasm/node_modules/.bin/wasm-opt -Oz");
    command.args(FEATURES);
    command.args(["--skip-pass=inlining-optimizing", "--skip-pass=local-cse"]);
    command.args(["--reorder-functions-by-name", "--strip-debug"]);
    command::run(command.arg(module).arg("--output").arg(module))
}

/// Prints the size of what a browser downloads, and refuses more than the limit.
fn expect_small(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let gzipped = gzipped_length(&bytes)?;
    let told = format!(
        "{}: {} bytes, {gzipped} gzipped; the goal is {GOAL}, the limit {LIMIT}",
        module.display(),
        bytes.len()
    );
    println!("{told}");
    if gzipped > LIMIT {
        bail!("the browser module is too large: {told}");
    }
    Ok(())
}

fn gzipped_length(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
