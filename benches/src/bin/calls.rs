//! Detects every text of a file of JSON strings so many times: what `benches/python/overhead.py` counts the instructions of.

use std::hint::black_box;

use huisclos::{CaseFacts, Engine};

/// The allocator of the Python module: only Python's own share is to differ.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (file, times) = (arguments.next().ok_or("a file of texts")?, arguments.next().ok_or("how many times")?.parse()?);
    let texts: Vec<String> = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let (engine, facts) = (Engine::builder().build()?, CaseFacts::default());
    for _ in 0..times {
        for text in &texts {
            black_box(engine.detect(text, &facts)?);
        }
    }
    Ok(())
}
