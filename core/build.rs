//! Unpacks the French dictionaries for builds that embed them: a program then reads them where they lie, and starts at once.
//! Makes JSON of the built-in policies: a program then reads them without TOML.

#[path = "src/text/hash.rs"]
mod hash;
#[path = "src/lexicon/unpack.rs"]
mod unpack;
#[path = "src/policy/toml.rs"]
mod written;

use std::{env, fs, path::Path};

fn main() {
    const PACKED: &str = "lexicons/fr.bin";
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    let out = |name: &str| Path::new(&folder).join(name);
    for path in ["build.rs", "src/text/hash.rs", "src/lexicon/unpack.rs", "src/policy/toml.rs", "policies", PACKED] {
        println!("cargo::rerun-if-changed={path}");
    }
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_some() {
        let packed = fs::read(PACKED).expect("core/lexicons/fr.bin is there: `make lexicons` writes it");
        let image = unpack::image(&packed, hash::hash).expect("core/lexicons/fr.bin is whole: `make lexicons` writes it anew");
        fs::write(out("fr.image"), image).expect("the folder of the build can be written");
    }
    for entry in fs::read_dir("policies").expect("core/policies is there") {
        let path = entry.expect("core/policies can be read").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let toml = fs::read_to_string(&path).expect("a policy is text");
            let json = written::Json::of(&toml).unwrap_or_else(|fault| panic!("{}:{}: {}", path.display(), fault.line, fault.what));
            let name = path.with_extension("json");
            fs::write(out(&name.file_name().expect("a file has a name").to_string_lossy()), json.text).expect("the folder of the build can be written");
        }
    }
}
