//! Set-up and checks that a fresh machine needs.
fn main() {}
