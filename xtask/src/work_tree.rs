//! Whether the checks changed a file: what is generated must be committed as generated.

use anyhow::{Result, bail};

use crate::command::{read, run, words};

/// What git sees of the work tree at one moment.
#[derive(PartialEq, Eq)]
pub(crate) struct WorkTree {
    changes: String,
    files: String,
}

impl WorkTree {
    /// Looks at the work tree; an error where there is no git or no checkout.
    pub(crate) fn look() -> Result<Self> {
        Ok(Self {
            changes: read(&mut words("git diff HEAD"))?,
            files: read(&mut words("git status --porcelain"))?,
        })
    }

    /// On a clean checkout this is `git diff --exit-code`; changes made before the run are allowed.
    pub(crate) fn expect_unchanged(&self) -> Result<()> {
        if *self == Self::look()? {
            return Ok(());
        }
        run(&mut words("git status --short"))?;
        run(&mut words("git --no-pager diff HEAD --stat"))?;
        bail!("the run changed files: commit what is generated (`git diff --exit-code` must pass)")
    }
}
