//! Comity in a browser: text in, plain objects out.
