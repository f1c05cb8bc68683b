//! Compiles the lists of `corpora/lexicons/fr` into `core/lexicons/fr.bin` and `core/lexicons/fr/places.tsv`.
//!
//! `make lexicons` runs `python3 corpora/lexicons/fetch.py`, then this.

use std::error::Error;
use std::fs;
use std::path::Path;

use huisclos_corpora::lexicons::{compile, places};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packed = compile(&root.join("lexicons/fr"), "fr")?;
    let target = root.join("../core/lexicons/fr.bin");
    fs::write(&target, &packed)?;
    fs::write(root.join("../core/lexicons/fr/places.tsv"), places(&root.join("lexicons/fr"))?)?;
    println!("core/lexicons/fr.bin: {} bytes", packed.len());
    Ok(())
}
