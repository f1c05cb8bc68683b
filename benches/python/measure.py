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
for line in sys.stdin:
    share = texts[: len(texts) // int(line)]
    wall, whole, alone = perf_counter(), process_time(), thread_time()
    found = engine.pseudonymize_batch(share)
    print(perf_counter() - wall, process_time() - whole, thread_time() - alone, flush=True)
    del found
"""
ROUNDS = 25


class Worker:
    """A process that runs a batch when told to."""

    def __init__(self, threads: int) -> None:
        environment = {**os.environ, "RAYON_NUM_THREADS": str(threads)}
        self.process = subprocess.Popen([sys.executable, "-c", BATCH, str(Path(__file__).parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def start(self, parts: int) -> None:
        self.process.stdin.write(f"{parts}\n")  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def seconds(self) -> tuple[float, ...]:
        return tuple(map(float, self.process.stdout.readline().split()))  # type: ignore[union-attr]


def batch() -> None:
    """One thread, two threads, and two processes with half of the texts each, in turn: what two processes gain is what the machine has to give at the time."""
    one, two, left, right = workers = [Worker(threads) for threads in (1, 2, 1, 1)]
    rounds = []
    for number in range(ROUNDS + 2):
        found = []
        for worker in (one, two):
            worker.start(1)
            found.append(worker.seconds())
        left.start(2)
        right.start(2)
        found.append(max(left.seconds(), right.seconds()))
        if number >= 2:
            rounds.append(found)
    for worker in workers:
        worker.process.stdin.close()  # type: ignore[union-attr]
        worker.process.wait()
    for name, own in zip(("1 thread", "2 threads", "2 processes, each"), zip(*rounds)):
        wall, whole, alone = (median(values) for values in zip(*own))
        print(f"batch of 180 texts of 20 kB, {name}: median wall {wall:.3f} s, CPU {whole:.3f} s, caller's thread {alone:.4f} s; fastest {min(own)[0]:.3f} s")
    for name, other in (("two threads", 1), ("two processes", 2)):
        ratios = sorted(found[0][0] / found[other][0] for found in rounds)
        fastest = min(found[0][0] for found in rounds) / min(found[other][0] for found in rounds)
        print(f"{name} over one thread: median {median(ratios):.2f} x, quartiles {ratios[len(ratios) // 4]:.2f} to {ratios[-1 - len(ratios) // 4]:.2f}; of the fastest rounds {fastest:.2f} x")
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    start_up()
    batch()
