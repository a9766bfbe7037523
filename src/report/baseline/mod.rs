//! One design for several places, told.

pub mod build;
pub mod json;
pub mod page;
mod skeleton;
mod tables;
mod words;
