//! Unpacks the French dictionaries for builds that embed them: a program then reads them where they lie, and starts at once.

#[path = "src/text/hash.rs"]
mod hash;
#[path = "src/lexicon/unpack.rs"]
mod unpack;

use std::{env, fs, path::Path};

fn main() {
    const PACKED: &str = "lexicons/fr.bin";
    for path in ["build.rs", "src/text/hash.rs", "src/lexicon/unpack.rs", PACKED] {
        println!("cargo::rerun-if-changed={path}");
    }
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_some() {
        let packed = fs::read(PACKED).expect("core/lexicons/fr.bin is there: `make lexicons` writes it");
        let image = unpack::image(&packed, hash::hash).expect("core/lexicons/fr.bin is whole: `make lexicons` writes it anew");
        let to = Path::new(&env::var_os("OUT_DIR").expect("cargo names a folder")).join("fr.image");
        fs::write(to, image).expect("the folder of the build can be written");
    }
}
