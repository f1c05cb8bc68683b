//! Compiles the lists of `corpora/lexicons/fr` into `core/lexicons/fr.bin`.
//!
//! `make lexicons` runs `python3 corpora/lexicons/fetch.py`, then this.

use std::error::Error;
use std::fs;
use std::path::Path;

use huisclos_corpora::lexicons::compile;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packed = compile(&root.join("lexicons/fr"), "fr")?;
    let target = root.join("../core/lexicons/fr.bin");
    fs::write(&target, &packed)?;
    println!("core/lexicons/fr.bin: {} bytes", packed.len());
    Ok(())
}
