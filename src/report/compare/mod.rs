//! How rules relate: as data, and as a page.

pub mod json;
pub mod page;
