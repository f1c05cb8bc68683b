"""Prints the package's figures as ratios: import, batch on two cores, cost of a call. `python measure.py [TEXTS...]`; `--spark N` for Spark."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Callable

DEMO = Path(__file__).parents[2] / "corpora" / "demo"


def long_texts(size: int) -> list[str]:
    """The demo decisions, each repeated until it has `size` characters."""
    return [(text * (size // len(text) + 1))[:size] for text in (path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*.txt")))]


def timed(work: Callable[[], Any], rounds: int = 9) -> float:
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def start_up() -> None:
    code = "from time import perf_counter as p; a = p(); import huisclos; e = huisclos.Engine(); b = p(); e.detect('x'); print((b - a) * 1e3, (p() - b) * 1e3)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() for _ in range(9)]
    print(f"import + engine: {median(float(run[0]) for run in runs):.1f} ms; first call {median(float(run[1]) for run in runs):.1f} ms")


def batch() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from measure import *; import huisclos; e = huisclos.Engine(); t = long_texts(20000) * 60; "
        "e.pseudonymize_batch(t); print(timed(lambda: e.pseudonymize_batch(t), 5), timed(lambda: e._engine.outcomes(t, None, 'char', True), 5))"
    )
    found = {}
    for threads in ("1", "2"):
        environment = {**os.environ, "RAYON_NUM_THREADS": threads}
        done = subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent)], capture_output=True, text=True, check=True, env=environment)
        found[threads] = [float(part) for part in done.stdout.split()]
    print(f"batch of 180 texts of 20 kB, two cores over one: {found['1'][0] / found['2'][0]:.2f} x ({found['1'][1] / found['2'][1]:.2f} x before Python objects)")


def call() -> None:
    import huisclos

    engine = huisclos.Engine()
    texts = long_texts(20_000)
    whole = timed(lambda: [engine.pseudonymize(text) for text in texts])
    wire = timed(lambda: [engine._engine.outcome(text, None, "char", True) for text in texts])
    print(f"one 20 kB text: {whole / len(texts) * 1e3:.2f} ms; the share of Python's objects {100 * (whole / wire - 1):.1f} % over the wire object")


def spark(executors: int) -> None:
    import pyarrow as pa
    from pyspark.sql import SparkSession

    import huisclos
    import huisclos.spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.executorEnv.RAYON_NUM_THREADS": "1", "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    }  # fmt: skip
    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    texts = [f"N° {n}\n" + text for n, text in zip(range(20_000), long_texts(1_000) * 6667)]
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        session.createDataFrame(pa.table({"n": list(range(len(texts))), "text": texts})).repartition(8).write.parquet(folder + "/in")
        frame = session.read.parquet(folder + "/in")
        run = lambda: huisclos.spark.pseudonymize(frame).selectExpr("sum(length(pseudonymized))", "sum(size(spans))", "bit_xor(xxhash64(n, pseudonymized))").collect()  # noqa: E731
        frame.limit(200).count()  # the JVM is warm, the Python workers are not
        seconds = timed(run, 1)
        found = run()[0]
        items = huisclos.Engine().pseudonymize_batch(texts)
        here = session.createDataFrame(pa.table({"n": list(range(len(texts))), "pseudonymized": [item.text for item in items]}))
        equal = here.selectExpr("bit_xor(xxhash64(n, pseudonymized))").collect()[0][0] == found[2] and found[1] == sum(len(item.spans) for item in items)
    session.stop()
    print(f"Spark, local-cluster, {executors} executors: 20,000 texts of 1 kB in {seconds:.2f} s; equal to a single process: {equal}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--spark"]:
        spark(int(sys.argv[2]))
    else:
        start_up()
        batch()
        call()
