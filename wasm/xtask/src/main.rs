//! `xtask MODULE.wasm FOLDER NAME`: writes `FOLDER/NAME.js`, `NAME_bg.wasm` and their types.

mod traps;

use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, folder, name] = &arguments[..] else {
        eprintln!("usage: xtask MODULE.wasm FOLDER NAME (`make wasm` calls it with the right paths)");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    // Names stay until wasm-opt has put like functions beside like.
    bindgen.input_path(module).out_name(&name.to_string_lossy()).typescript(true).keep_debug(false).remove_name_section(false);
    // The package says itself where the module lies: the generated guess would make bundlers copy it twice.
    let written = bindgen.omit_default_module_path(true).web(true).and_then(|web| web.generate_output()).and_then(|mut output| {
        traps::silence(output.wasm_mut());
        output.emit(folder)
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {}: {error:#}", module.display());
            ExitCode::FAILURE
        }
    }
}
