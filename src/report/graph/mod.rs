//! The dependency view for people and programs: text, JSON, DOT, Mermaid, SVG.

pub mod build;
pub mod dot;
pub mod json;
mod layers;
mod layout;
pub mod meaning;
pub mod mermaid;
pub mod names;
pub mod overview;
mod picture;
pub mod proven;
pub mod svg;
pub mod tree;
