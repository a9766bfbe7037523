//! How conditions are computed for many products at once: facts as columns, nodes in order.
//!
//! A [`order::Plan`] names the nodes that some rules need and the facts they read;
//! [`columns::Columns`] holds those facts for a block of [`row::Row`]s; [`run::Truths`] holds
//! what each node then is, 64 products at a time.

pub mod column;
pub mod columns;
mod compare;
pub mod days;
pub mod domain;
pub mod order;
pub mod reading;
pub mod row;
pub mod run;
mod test;
pub mod truth;
pub mod value;
