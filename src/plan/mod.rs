//! How conditions are computed for many products at once: facts as columns, nodes in order.
//!
//! A [`order::Plan`] names the nodes that some rules need and the facts they read;
//! [`columns::Columns`] holds those facts for a block of [`row::Row`]s; [`run::Truths`] holds
//! what each node then is, 64 products at a time.

mod arrange;
mod build;
mod circumstances;
mod column;
pub mod columns;
pub mod days;
pub mod domain;
mod done;
mod extent;
mod fill_known;
mod kept;
mod lanes;
mod layout;
mod leaf;
mod mixed;
pub mod order;
mod packed_day;
pub mod reading;
pub mod row;
pub mod run;
mod run_one;
mod section;
pub mod truth;
pub mod value;
mod words;

pub(crate) use circumstances::{clock_days, judged, judgements, parameter_value};
