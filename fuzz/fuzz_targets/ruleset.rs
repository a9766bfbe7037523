//! Feeds the target `ruleset` with what libFuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| comity_fuzz::ruleset::run(bytes));
