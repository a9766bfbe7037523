//! The command line of Comity.
fn main() {}
