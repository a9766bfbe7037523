//! What is still to be told of a product: as data, and as questions to people.

pub mod json;
pub mod page;
