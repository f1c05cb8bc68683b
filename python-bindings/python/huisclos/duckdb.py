"""A function for SQL. Needs the extra ``duckdb`` (duckdb, pyarrow)."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from . import Engine, HuisClosError, arrow


def register(connection: Any, name: str = "pseudonymize", *, engine: Engine | None = None) -> None:
    """Makes ``name(text)`` known to ``connection``: VARCHAR in, the pseudonymised VARCHAR out, null for null, vectors on all cores.

    A text that cannot be read stops the query: SQL has no place beside the value for its error, and null would hide it.
    """
    reader = engine or Engine()

    def run(texts: Any) -> Any:
        batch = arrow.columns(texts.to_pylist(), reader)
        for error in batch.column("error").to_pylist():
            if error is not None:
                raise HuisClosError(error)
        whole = batch.column("pseudonymized")
        return pa.chunked_array([whole])

    connection.create_function(name, run, ["VARCHAR"], "VARCHAR", type="arrow", null_handling="special")
