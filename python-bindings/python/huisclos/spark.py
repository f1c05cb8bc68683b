"""PySpark frames, for what outgrows one machine. Needs the extra ``spark`` (pyspark, pyarrow, pandas below 3).

The package must be installed in the Python of the executors: set ``PYSPARK_PYTHON`` to it before the session is made, or Spark takes the
first ``python3`` of the PATH. One engine is built per Python worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from . import Engine, arrow


@lru_cache(maxsize=4)
def _engine(country: str, policy: str, bloc: int | None) -> Engine:
    return Engine(country, policy, bloc=bloc)


def pseudonymize(
    frame: Any, text: str = "text", *, country: str = "fr", policy: str = "fr-judilibre", bloc: int | None = None, prefix: str = ""
) -> Any:
    """``frame`` with the five columns of :mod:`huisclos.arrow`, computed where its rows are. The original text is still in it.

    :raises PolicyError, OptionError: at once, not in the executors.
    """
    Engine(country, policy, bloc=bloc)
    whole = arrow.schema(to_arrow_schema(frame.schema), text, prefix)

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        engine = _engine(country, policy, bloc)
        for batch in batches:
            yield arrow.pseudonymize(batch, text, engine=engine, prefix=prefix)

    return frame.mapInArrow(run, from_arrow_schema(whole))
