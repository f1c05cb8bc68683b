"""Prints the package's figures: start, wheel's module, batch on two cores. `target/python/bin/python benches/python/measure.py`.

A call's cost over Rust is in `overhead.py`, Spark's scaling in `../spark/scaling.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

DEMO = Path(__file__).parents[2] / "corpora" / "demo"


def long_texts(size: int) -> list[str]:
    """The demo decisions, each repeated until it has `size` characters."""
    return [(text * (size // len(text) + 1))[:size] for text in (path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*.txt")))]


def start_up() -> None:
    code = "from time import perf_counter as p; a = p(); import huisclos; e = huisclos.Engine(); b = p(); e.detect('x'); print((b - a) * 1e3, (p() - b) * 1e3)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() for _ in range(9)]
    print(f"import + engine: {median(float(run[0]) for run in runs):.1f} ms; first call {median(float(run[1]) for run in runs):.1f} ms")


BATCH = """
import sys; sys.path.insert(0, sys.argv[1])
from measure import long_texts
from time import perf_counter, process_time, thread_time
import huisclos
engine, texts = huisclos.Engine(), long_texts(20_000) * 60
engine.pseudonymize_batch(texts)
best = (9e9, 0, 0)
for _ in range(9):
    wall, whole, alone = perf_counter(), process_time(), thread_time()
    found = engine.pseudonymize_batch(texts)
    best = min(best, (perf_counter() - wall, process_time() - whole, thread_time() - alone))
    del found
print(*best)
"""


def batch() -> None:
    """Wall time of the fastest of nine runs with one and two threads. The bound is what two free cores would give: the caller's own thread is what waits for nobody."""
    found = {}
    for threads in (1, 2):
        environment = {**os.environ, "RAYON_NUM_THREADS": str(threads)}
        done = subprocess.run([sys.executable, "-c", BATCH, str(Path(__file__).parent)], capture_output=True, text=True, check=True, env=environment)
        found[threads] = [float(part) for part in done.stdout.split()]
        wall, whole, alone = found[threads]
        print(f"batch of 180 texts of 20 kB, {threads} threads: {wall:.3f} s; CPU {whole:.3f} s, of which {alone:.4f} s in the caller's thread")
    (wall, one, _), (half, two, alone) = found[1], found[2]
    print(f"two threads over one: {wall / half:.2f} x; on two free cores at most {one / (alone + (two - alone) / 2):.2f} x; load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    start_up()
    batch()
