//! Where things lie: the workspace, its target directory, the tools kept there.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let member = Path::new(env!("CARGO_MANIFEST_DIR"));
    member.parent().unwrap_or(member)
}

/// Cargo's target directory.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(directory) => root().join(directory),
        None => root().join("target"),
    }
}

/// Cargo subcommands that the checks install for themselves, leaving the machine's own alone.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}
