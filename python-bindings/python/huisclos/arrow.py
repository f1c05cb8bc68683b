"""Arrow tables in, Arrow tables out. Needs the extra ``arrow`` (pyarrow).

The other frames (pandas, polars, DuckDB, Spark) go through the same columns, so that one text gives one answer everywhere:

- ``pseudonymized``: string, the text with its labels, null where the text is null or could not be read;
- ``spans``: list of structs, offsets in code points of the original;
- ``entities``: list of structs, ``mentions`` are indices into ``spans``;
- ``warnings``: list of structs;
- ``error``: string, why this row could not be read, null otherwise. A row is never lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from . import Engine, Facts, Failure, OptionError

_TEXT = pa.string()
SPAN = pa.struct(
    [("start", pa.int64()), ("end", pa.int64())]
    + [(name, _TEXT) for name in ("kind", "role", "entity", "confidence", "action", "replacement")]
    + [("rules", pa.list_(_TEXT)), ("reason", _TEXT), ("basis", _TEXT)]
)
ENTITY = pa.struct([("id", _TEXT), ("kind", _TEXT), ("role", _TEXT), ("mentions", pa.list_(pa.int64()))])
WARNING = pa.struct([("code", _TEXT), ("message", _TEXT)])
FIELDS: tuple[Any, ...] = (
    pa.field("pseudonymized", _TEXT),
    pa.field("spans", pa.list_(SPAN)),
    pa.field("entities", pa.list_(ENTITY)),
    pa.field("warnings", pa.list_(WARNING)),
    pa.field("error", _TEXT),
)
"""The five columns, in their order."""


def _fields(part: object, kind: Any) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in kind}


def columns(texts: Sequence[str | None], engine: Engine, facts: Sequence[Facts | None] | None = None) -> Any:
    """The five columns of ``texts`` as a record batch, on all cores. A null text gives a row of nulls."""
    there = [index for index, text in enumerate(texts) if text is not None]
    known = None if facts is None else [facts[index] for index in there]
    found = engine.pseudonymize_batch([texts[index] for index in there], known)  # type: ignore[misc]
    rows: list[Mapping[str, Any]] = [{}] * len(texts)
    for index, item in zip(there, found, strict=True):
        if isinstance(item, Failure):
            rows[index] = {"error": item.message}
        else:
            rows[index] = {
                "pseudonymized": item.text,
                "spans": [_fields(span, SPAN) for span in item.spans],
                "entities": [_fields(entity, ENTITY) for entity in item.entities],
                "warnings": [_fields(warning, WARNING) for warning in item.warnings],
            }
    return pa.RecordBatch.from_arrays([pa.array([row.get(f.name) for row in rows], f.type) for f in FIELDS], schema=pa.schema(FIELDS))


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
    new = columns(table.column(text).to_pylist(), engine or Engine())
    return type(table).from_arrays([*table.columns, *new.columns], schema=whole)
