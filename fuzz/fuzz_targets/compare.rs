//! Feeds the target `compare` with what libFuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: { comity_fuzz::law::small(); },
    |bytes: &[u8]| comity_fuzz::compare::run(bytes)
);
