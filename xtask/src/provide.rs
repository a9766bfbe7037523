//! Providing the tools that a step needs and the machine lacks.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{program, read, run, words};
use crate::place;

/// A cargo subcommand in the version named here, kept under the target directory.
#[derive(Clone, Copy)]
pub(crate) struct CargoTool {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
}

/// A component of the Rust toolchain, with the cargo subcommand that shows whether it is there.
pub(crate) fn component(subcommand: &str, component: &str) -> Result<()> {
    if read(words("cargo").args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    run(words("rustup component add").arg(component))
}

/// Node.js of at least that release, which runs the module and builds the page.
pub(crate) fn node(oldest: u32) -> Result<()> {
    let version = read(&mut words("node --version")).unwrap_or_default();
    let release = version.trim().trim_start_matches('v').split('.').next();
    if release.and_then(|release| release.parse::<u32>().ok()) >= Some(oldest) {
        return Ok(());
    }
    debian_packages(&["nodejs", "npm"]).with_context(|| format!("Node.js {oldest} is needed"))
}

/// A browser for tests: Chromium, of the machine or from Debian.
pub(crate) fn browser() -> Result<&'static str> {
    const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
    let found = || NAMES.into_iter().find(|name| read(program(name).arg("--version")).is_ok());
    if let Some(name) = found() {
        return Ok(name);
    }
    debian_packages(&["chromium"])?;
    found().context("Chromium was installed, and cannot be started")
}

/// npm, which fetches the optimiser of WASM in the version of the lockfile.
pub(crate) fn npm() -> Result<()> {
    if read(&mut words("npm --version")).is_ok() {
        return Ok(());
    }
    debian_packages(&["npm"]).context("npm is needed to make the WASM module small")
}

/// The tool's program, built on first use: without optimisation, since it runs for a second or so.
pub(crate) fn cargo_tool(tool: CargoTool) -> Result<PathBuf> {
    let path = place::tools().join("bin").join(tool.name);
    if !has_version(&path, tool.version) {
        install(tool)?;
    }
    Ok(path)
}

/// Debian packages, installed only where this process may: as root, on Debian.
pub(crate) fn debian_packages(names: &[&str]) -> Result<()> {
    if !Path::new("/etc/debian_version").exists() {
        bail!("this machine is not Debian, so {} cannot be installed here", names.join(" "));
    }
    if read(&mut words("id -u"))?.trim() != "0" {
        bail!("not root; as root, run: apt-get update && apt-get install {}", names.join(" "));
    }
    run(&mut words("apt-get update --quiet=2"))?;
    run(words("apt-get install --quiet=2 --yes --no-remove --no-install-recommends")
        .args(names)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn has_version(path: &Path, version: &str) -> bool {
    // A cargo subcommand takes its own name first: `cargo-deny deny --version`.
    let subcommand = path.file_name().and_then(|name| name.to_str()?.strip_prefix("cargo-"));
    let answer = read(program(path).args(subcommand).arg("--version"));
    answer.is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

fn install(tool: CargoTool) -> Result<()> {
    let root = place::tools();
    let build = root.join("build");
    let package = format!("{}@{}", tool.name, tool.version);
    run(words("cargo install --locked --debug --root")
        .arg(&root)
        .arg(&package)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    std::fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))
}
