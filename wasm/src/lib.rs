//! Huis Clos: wasm.
