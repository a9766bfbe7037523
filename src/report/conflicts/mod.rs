//! Conflicts: as data, and as stories.

pub mod json;
pub mod story;
