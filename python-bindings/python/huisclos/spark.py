"""PySpark frames, for what outgrows one machine. Needs the extra ``spark`` (pyspark, pyarrow, pandas below 3).

The package must be installed in the Python of the executors: set ``PYSPARK_PYTHON`` to it before the session is made, or Spark takes the
first ``python3`` of the PATH. One engine is built per Python worker. One person has one pseudonym on every executor when the engine's style draws
it from a key, ``Engine(style="stable", key=key)`` or ``"surrogates"``; the key travels with the engine, through Spark's own channels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from . import Engine, arrow


def pseudonymize(frame: Any, text: str = "text", *, engine: Engine | None = None, prefix: str = "") -> Any:
    """``frame`` with the five columns of :mod:`huisclos.arrow`, computed where its rows are. The original text is still in it.

    :raises OptionError: see :func:`huisclos.arrow.schema`; at once, not in the executors.
    :raises LedgerError: the engine's ledger is in memory, which executors do not share.
    """
    reader = engine or Engine()
    reader.__reduce__()
    whole = arrow.schema(to_arrow_schema(frame.schema), text, prefix)

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield arrow.pseudonymize(batch, text, engine=reader, prefix=prefix)

    return frame.mapInArrow(run, from_arrow_schema(whole))
