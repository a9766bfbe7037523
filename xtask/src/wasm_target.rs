//! Finding a toolchain that builds for `wasm32-unknown-unknown`.
//!
//! Three routes, in this order: the target is installed; rustup adds it; Debian's `rustc-web`
//! builds the standard library from Debian's `rust-web-src`, linked by the `rust-lld` of the
//! toolchain in use. The last is for machines where rustup cannot add targets.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{program, read, words};
use crate::provide;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Every crate of the workspace names this as the oldest Rust that builds it.
const OLDEST_RUST: &str = env!("CARGO_PKG_RUST_VERSION");
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Panics end at once, without a text, and no place in the source is kept for one: nobody sees it.
const SMALL: &str = "-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort";
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Installed,
    Rustup,
    Debian,
}

/// What a build for the target adds to cargo's command.
#[derive(Default)]
pub(crate) struct Toolchain {
    pub(crate) arguments: Vec<&'static str>,
    pub(crate) environment: Vec<(&'static str, OsString)>,
}

impl Route {
    pub(crate) const ALL: [Self; 3] = [Self::Installed, Self::Rustup, Self::Debian];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Installed => "installed",
            Self::Rustup => "rustup",
            Self::Debian => "debian",
        }
    }

    fn attempt(self) -> Result<Toolchain> {
        match self {
            Self::Installed => find_installed(),
            Self::Rustup => add_by_rustup(),
            Self::Debian => provide_by_debian(),
        }
    }
}

/// The first of the routes that works, or an error that names every attempt.
pub(crate) fn provide(routes: &[Route]) -> Result<Toolchain> {
    let mut failures = String::new();
    for route in routes {
        match route.attempt() {
            Ok(toolchain) => {
                println!("{TARGET}: {}", route.name());
                return Ok(toolchain);
            }
            Err(error) => failures.push_str(&format!("\n  {}: {error:#}", route.name())),
        }
    }
    bail!("no toolchain for {TARGET}; tried:{failures}")
}

fn find_installed() -> Result<Toolchain> {
    let directory = read(words("rustc --print target-libdir --target").arg(TARGET))?;
    if !Path::new(directory.trim()).is_dir() {
        bail!("there is no {}", directory.trim());
    }
    Ok(Toolchain::default())
}

fn add_by_rustup() -> Result<Toolchain> {
    read(words("rustup target add").arg(TARGET).env("RUST_BACKTRACE", "0"))?;
    find_installed()
}

fn provide_by_debian() -> Result<Toolchain> {
    if !is_new_enough(DEBIAN_RUSTC) || !Path::new(DEBIAN_LIBRARY).exists() {
        provide::debian_packages(&["rustc-web", "rust-web-src"])?;
    }
    if !is_new_enough(DEBIAN_RUSTC) {
        bail!("{DEBIAN_RUSTC} is older than Rust {OLDEST_RUST}");
    }
    // `-Z` is for nightly compilers; the bootstrap variable opens it on this one build only.
    Ok(Toolchain {
        arguments: vec!["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
        environment: vec![
            ("RUSTC", DEBIAN_RUSTC.into()),
            ("RUSTC_BOOTSTRAP", "1".into()),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", find_linker()?.into()),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALL.into()),
        ],
    })
}

/// Whether the compiler is there and builds this workspace; Debian also has far older ones.
fn is_new_enough(compiler: &str) -> bool {
    let answer = read(program(compiler).arg("--version"));
    let found = answer.as_deref().ok().and_then(parse_release);
    found.is_some() && found >= parse_release(&format!("rustc {OLDEST_RUST}"))
}

/// Reads `rustc 1.96.0 (ac68faa20 2026-05-25)` as 1, 96.
fn parse_release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split_whitespace().nth(1)?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// The `rust-lld` that rustup's toolchain carries for its own host.
fn find_linker() -> Result<PathBuf> {
    let libraries = read(&mut words("rustc --print target-libdir"))?;
    let host = Path::new(libraries.trim()).parent().context("rustc names no library directory")?;
    let linker = host.join("bin/rust-lld");
    if !linker.exists() {
        bail!("there is no linker {}", linker.display());
    }
    Ok(linker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn release_is_compared_by_number() {
        let old = parse_release("rustc 1.9.0 (built from a source tarball)").unwrap();
        let new = parse_release("rustc 1.96.0 (ac68faa20 2026-05-25)").unwrap();
        assert!(old < new);
        assert_eq!(parse_release("command not found"), None);
    }
}
