//! Packs the shipped rulesets into one block, where the feature `packed` asks for it.
#![allow(clippy::disallowed_methods, reason = "a build script reads files, and where to write")]

#[cfg(feature = "packed")]
#[path = "src/catalogue"]
mod packed {
    mod packing;
    mod paths;

    use packing::{END, MEMORY, ORDER};
    use paths::with_shipped_paths;
    use ppmd_rust::Ppmd7Encoder;
    use std::io::{Error, Result, Write};
    use std::path::Path;
    use std::{env, fs};

    macro_rules! paths {
        ($($path:literal,)*) => {
            [$($path),*]
        };
    }

    pub(super) fn write() -> Result<()> {
        println!("cargo::rerun-if-changed=rulesets");
        let directory = env::var("OUT_DIR").map_err(Error::other)?;
        fs::write(Path::new(&directory).join("rulesets.ppmd"), pack(&texts()?)?)
    }

    fn texts() -> Result<String> {
        let mut all = String::new();
        for path in with_shipped_paths!(paths) {
            let text = fs::read_to_string(Path::new("rulesets").join(path))?;
            if text.contains(END) {
                return Err(Error::other(format!("{path}: holds the mark between texts")));
            }
            all.push_str(&text);
            all.push(END);
        }
        Ok(all)
    }

    fn pack(text: &str) -> Result<Vec<u8>> {
        let mut encoder = Ppmd7Encoder::new(Vec::new(), ORDER, MEMORY).map_err(Error::other)?;
        encoder.write_all(text.as_bytes())?;
        encoder.finish(true)
    }
}

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "packed")]
    packed::write()?;
    Ok(())
}
