//! What can be proved about rules: a SAT solver over all products, every answer replayed.
//!
//! A [`ground::Ground`] says what is given, a [`problem::Problem`] holds conditions in the solver
//! and answers with a product that shows it, with a proof that there is none, or with a doubt.

mod alike;
pub mod apart;
pub mod baseline;
pub mod batsat;
mod beyond;
pub mod burden;
mod candidates;
pub mod changes;
mod choices;
pub mod circuit;
pub mod claims;
pub mod conflicts;
mod context;
mod costs;
mod domain;
pub mod duties;
pub mod editions;
pub mod effects;
mod encoder;
pub mod ground;
mod group;
pub mod interview;
pub mod law_timeline;
mod lazy;
pub mod least;
pub mod limits;
pub mod lint;
mod members;
pub mod mend;
mod missing;
pub mod near;
pub mod new_conflicts;
mod placed;
pub mod problem;
mod reach;
pub mod relations;
pub mod settle;
pub mod shifts;
pub mod sides;
pub mod simplest;
mod slots;
pub mod solver;
mod source;
mod stand_ins;
mod table;
mod test;
pub mod timeline;
pub mod together;
pub mod turns;
mod uses;
pub mod verdicts;
pub mod witness;
