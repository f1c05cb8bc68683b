"""20,000 documents through Spark, local-cluster with one executor and with two: time, CPU time of each executor, equality with a single process.

`PYSPARK_PYTHON=target/python/bin/python target/python/bin/python benches/spark/scaling.py`, after `make test-spark`. Needs Linux's /proc.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "python"))
from measure import long_texts

DOCUMENTS, SIZE = 20_000, 2_000
SETTINGS = {
    "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
    "spark.executorEnv.RAYON_NUM_THREADS": "1", "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
}  # fmt: skip


def processes() -> dict[int, tuple[int, float, str]]:
    """Parent, CPU seconds (with those of children that ended) and command of every process."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(") ", 1)[1].split()
            command = (folder / "cmdline").read_text()
        except OSError:
            continue
        found[int(folder.name)] = (int(fields[1]), sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK"), command)
    return found


def of_executors() -> dict[int, float]:
    """CPU seconds of every executor of this driver: its JVM, its Python daemon and their workers."""
    known = processes()

    def line(pid: int) -> list[int]:
        return [pid, *line(known[pid][0])] if pid in known else []

    ours = {pid: line(pid) for pid in known}
    ours = {pid: above for pid, above in ours.items() if os.getpid() in above}
    executors = [pid for pid in ours if "CoarseGrainedExecutorBackend" in known[pid][2]]
    return {executor: sum(known[pid][1] for pid, above in ours.items() if executor in above) for executor in executors}


def scale(executors: int) -> None:
    import pyarrow as pa
    from pyspark.sql import SparkSession

    import huisclos
    import huisclos.spark

    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    texts = [f"N° {n}\n{text}" for n, text in zip(range(DOCUMENTS), long_texts(SIZE) * DOCUMENTS)]
    with tempfile.TemporaryDirectory() as folder:
        session.createDataFrame(pa.table({"n": range(DOCUMENTS), "text": texts})).repartition(8).write.parquet(folder + "/in")
        frame = session.read.parquet(folder + "/in")

        def run(frame):  # type: ignore[no-untyped-def]
            return huisclos.spark.pseudonymize(frame).selectExpr("bit_xor(xxhash64(n, pseudonymized))", "sum(size(spans))", "count(error)").collect()[0]

        run(frame.limit(200))
        run(frame)  # Workers and JVMs are warm from here on.
        before, start = of_executors(), perf_counter()
        found = run(frame)
        seconds, after = perf_counter() - start, of_executors()
        items = huisclos.Engine().pseudonymize_batch(texts)
        here = session.createDataFrame(pa.table({"n": range(DOCUMENTS), "pseudonymized": [item.text for item in items]}))
        equal = here.selectExpr("bit_xor(xxhash64(n, pseudonymized))").collect()[0][0] == found[0] and found[1] == sum(len(item.spans) for item in items)
    session.stop()
    cpu = ", ".join(f"{after[pid] - before[pid]:.1f}" for pid in sorted(after))
    print(f"{executors} executor(s): {seconds:.1f} s; CPU of each {cpu} s; equal to a single process: {equal}; load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        scale(int(sys.argv[1]))
    else:
        for executors in ("1", "2"):
            subprocess.run([sys.executable, __file__, executors], check=True, stderr=subprocess.DEVNULL)
