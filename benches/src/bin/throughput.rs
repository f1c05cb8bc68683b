//! How fast one thread detects on the invented decisions, as ratios to copying the bytes and to one aho-corasick pass: figures
//! that mean the same on another machine.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use huisclos::{CaseFacts, Engine};
use huisclos_corpora::marked::{Marked, files};

/// A pass is repeated until this much time has gone; the fastest pass counts.
const SPAN: Duration = Duration::from_secs(2);
/// The needles of the aho-corasick pass: every seventh given name, about five thousand.
const EVERY: usize = 7;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the crate stands in the workspace")?;
    let paths = files(&house.join("corpora/decisions"))?;
    let texts = paths.iter().map(|path| Marked::read(path).map(|marked| marked.text)).collect::<Result<Vec<_>, _>>()?;
    let bytes: usize = texts.iter().map(String::len).sum();

    let start = Instant::now();
    let engine = Engine::builder().build()?;
    let load = start.elapsed();
    let facts = CaseFacts::default();
    let detect = fastest(|| texts.iter().map(|text| engine.detect(text, &facts).map_or(0, |outcome| outcome.spans.len())).sum());
    let copy = fastest(|| texts.iter().map(|text| black_box(text.as_bytes().to_vec()).len()).sum());
    let names = std::fs::read_to_string(house.join("corpora/lexicons/fr/given_names.tsv"))?;
    let needles = names.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next()).step_by(EVERY);
    let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(needles)?;
    let search = fastest(|| texts.iter().map(|text| automaton.find_iter(text).count()).sum());

    #[allow(clippy::cast_precision_loss)] // A corpus of kilobytes.
    let rate = |time: Duration| bytes as f64 / time.as_secs_f64() / 1e6;
    let ratio = |time: Duration| detect.as_secs_f64() / time.as_secs_f64();
    let mut out = String::new();
    writeln!(out, "{} decisions, {bytes} bytes, one thread, fastest pass of {} s", texts.len(), SPAN.as_secs())?;
    writeln!(out, "load            {:>10.1} ms", load.as_secs_f64() * 1e3)?;
    writeln!(out, "detect          {:>10.1} MB/s", rate(detect))?;
    writeln!(out, "aho-corasick    {:>10.1} MB/s   detect takes {:.1} times as long", rate(search), ratio(search))?;
    writeln!(out, "copy            {:>10.1} MB/s   detect takes {:.0} times as long", rate(copy), ratio(copy))?;
    std::io::stdout().write_all(out.as_bytes())?;
    Ok(())
}

/// The time of the fastest of many passes.
fn fastest(pass: impl Fn() -> usize) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    while begin.elapsed() < SPAN {
        let start = Instant::now();
        black_box(pass());
        best = best.min(start.elapsed());
    }
    best
}
