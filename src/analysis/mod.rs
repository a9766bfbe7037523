//! What can be proved about rules: a SAT solver over all products, every answer replayed.
//!
//! A [`ground::Ground`] says what is given, a [`problem::Problem`] holds conditions in the solver
//! and answers with a product that shows it, with a proof that there is none, or with a doubt.

pub mod batsat;
mod candidates;
mod choices;
pub mod circuit;
pub mod claims;
pub mod conflicts;
mod context;
mod domain;
pub mod duties;
pub mod editions;
pub mod effects;
mod encoder;
pub mod ground;
pub mod law_timeline;
pub mod lint;
pub mod new_conflicts;
mod placed;
pub mod problem;
mod reach;
pub mod relations;
pub mod shifts;
pub mod sides;
pub mod simplest;
mod slots;
pub mod solver;
mod source;
mod table;
mod test;
pub mod timeline;
pub mod together;
pub mod turns;
pub mod witness;
