"""Arrow tables in, Arrow tables out. Needs the extra ``arrow`` (pyarrow).

The other frames (pandas, polars, DuckDB, Spark) go through the same columns, so that one text gives one answer everywhere:

- ``pseudonymized``: string, the text with its labels, null where the text is null or could not be read;
- ``spans``: list of structs, offsets in code points of the original;
- ``entities``: list of structs, ``mentions`` are indices into ``spans``;
- ``warnings``: list of structs;
- ``error``: string, why this row could not be read, null otherwise. A row is never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from . import Engine, OptionError, _huisclos

FIELDS: tuple[Any, ...] = tuple(pa.ipc.open_stream(_huisclos.schema()).schema)
"""The five columns, in their order."""

_ROWS = 2_000
"""Rows of a table that are in work at once: enough for every core, and a string column stays far below Arrow's 2 GiB."""


def columns(texts: Sequence[object], engine: Engine) -> Any:
    """The five columns of ``texts`` as a record batch, on all cores. A null text gives a row of nulls.

    :raises OptionError: the columns exceed 2 GiB.
    """
    return pa.ipc.open_stream(engine._engine.columns(list(texts))).read_next_batch()


def schema(given: Any, text: str, prefix: str = "") -> Any:
    """The schema of :func:`pseudonymize`'s table for a table of schema ``given``.

    :raises OptionError: there is no column ``text``, it holds no strings, or a new column's name is taken.
    """
    if text not in given.names:
        raise OptionError(f"there is no column `{text}`: name the column of the decisions with text=")
    kind = given.field(text).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise OptionError(f"the column `{text}` holds {kind}: cast it to string first")
    for field in FIELDS:
        if prefix + field.name in given.names:
            raise OptionError(f"there is already a column `{prefix}{field.name}`: give prefix= for the new columns")
    return pa.schema([*given, *(field.with_name(prefix + field.name) for field in FIELDS)], metadata=given.metadata)


def pseudonymize(table: Any, text: str = "text", *, engine: Engine | None = None, prefix: str = "") -> Any:
    """``table`` (a table or a record batch) with the five columns of what is in its column ``text``.

    The columns of ``table`` are the same buffers, not copies, and the original text is among them: drop it before the table leaves
    (``table.drop_columns([text])``). ``text`` itself is read into strings once.

    :raises OptionError: see :func:`schema`.
    """
    whole = schema(table.schema, text, prefix)
    engine = engine or Engine()
    if isinstance(table, pa.RecordBatch):
        return _beside(table, text, engine, whole)
    return pa.Table.from_batches((_beside(batch, text, engine, whole) for batch in table.to_batches(max_chunksize=_ROWS)), schema=whole)


def _beside(batch: Any, text: str, engine: Engine, whole: Any) -> Any:
    return pa.RecordBatch.from_arrays([*batch.columns, *columns(batch.column(text).to_pylist(), engine).columns], schema=whole)
