"""Spark gives what a single process gives, in threads of one JVM and on executors of their own. Needs Java 17 or later."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

import huisclos
import huisclos.spark

KEY = "5c" * 32
MASTERS = ["local[2]", "local-cluster[2,1,1024]"]


@pytest.fixture(params=MASTERS)
def session(request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    assert shutil.which("java") or "JAVA_HOME" in os.environ, "Spark needs Java 17: apt-get install openjdk-17-jre-headless"
    os.environ["PYSPARK_PYTHON"] = sys.executable  # or the workers run the first python3 of PATH, which may lack the package
    settings = {
        "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4", "spark.executorEnv.RAYON_NUM_THREADS": "1",
    }  # fmt: skip
    builder = SparkSession.builder.master(request.param)
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()


def test_equal_to_a_single_process(session: SparkSession) -> None:
    texts = [f"M. Aurèle Vasseur, né le 12 mars 1965, a payé {n} euros à Mme Zélie Aubin, présidente." for n in range(400)] + [None]
    frame = session.createDataFrame(list(enumerate(texts)), "n int, text string").repartition(4)
    out = huisclos.spark.pseudonymize(frame, text="text")
    rows = {row.n: row for row in out.collect()}
    assert len(rows) == 401
    for n, item in enumerate(huisclos.Engine().pseudonymize_batch(texts[:-1])):
        assert isinstance(item, huisclos.Result)
        assert rows[n].pseudonymized == item.text
        assert [(s.start, s.end, s.entity) for s in rows[n].spans] == [(s.start, s.end, s.entity) for s in item.spans]
    assert rows[400].pseudonymized is None and rows[400].error is None
    with pytest.raises(huisclos.OptionError, match="no column `words`"):
        huisclos.spark.pseudonymize(frame, text="words")
    with pytest.raises(huisclos.LedgerError, match="stays in its process"):
        huisclos.spark.pseudonymize(frame, engine=huisclos.Engine(style="numbered", ledger=huisclos.Ledger(KEY)))


def test_one_person_has_one_pseudonym_on_every_executor(session: SparkSession) -> None:
    texts = [f"N° {n}. M. Aurèle Vasseur a payé {n} euros à M. Orso Kestrel." for n in range(200)]
    frame = session.createDataFrame(list(enumerate(texts)), "n int, text string").repartition(4)
    out = huisclos.spark.pseudonymize(frame, engine=huisclos.Engine(style="stable", key=KEY)).collect()
    pseudonyms = {row.text[span.start : span.end]: span.replacement for row in out for span in row.spans if span.kind == "person"}
    assert len(set(pseudonyms.values())) == 2
    assert {row.pseudonymized for row in out} == {
        f"N° {n}. M. {pseudonyms['Aurèle Vasseur']} a payé {n} euros à M. {pseudonyms['Orso Kestrel']}." for n in range(200)
    }
