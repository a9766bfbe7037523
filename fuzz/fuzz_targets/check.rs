//! Feeds the target `check` with what libFuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: { comity_fuzz::law::shipped(); },
    |bytes: &[u8]| comity_fuzz::check::run(bytes)
);
