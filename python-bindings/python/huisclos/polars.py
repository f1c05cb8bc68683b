"""polars frames, lazy frames and expressions. Needs the extra ``polars`` (polars, pyarrow)."""

from __future__ import annotations

from typing import Any

import polars as pl

from . import Engine, OptionError, arrow


def _struct(engine: Engine, texts: Any) -> Any:
    batch = arrow.columns(texts.to_list(), engine)
    return pl.DataFrame(pl.from_arrow(batch)).to_struct(texts.name)


def _kind() -> Any:
    empty = pl.DataFrame(pl.from_arrow(arrow.columns([], Engine())))
    return pl.Struct(empty.schema)


def pseudonymized(text: str | Any = "text", *, engine: Engine | None = None) -> Any:
    """An expression: a struct of the five columns of :mod:`huisclos.arrow` for the column or expression ``text``.

    Rows do not depend on each other, so that it may stand in a lazy query; call ``.struct.unnest()`` or ``.struct.field("pseudonymized")``.
    """
    reader = engine or Engine()
    column = pl.col(text) if isinstance(text, str) else text
    return column.map_batches(lambda texts: _struct(reader, texts), return_dtype=_kind(), is_elementwise=True)


def pseudonymize(frame: Any, text: str = "text", *, engine: Engine | None = None, prefix: str = "") -> Any:
    """``frame`` (eager or lazy) with the five columns of :mod:`huisclos.arrow`. The original text is still in it.

    :raises OptionError: there is no column ``text``, or a new column's name is taken.
    """
    names = frame.collect_schema().names()
    if text not in names:
        raise OptionError(f"there is no column `{text}`: name the column of the decisions with text=")
    for field in arrow.FIELDS:
        if prefix + field.name in names:
            raise OptionError(f"there is already a column `{prefix}{field.name}`: give prefix= for the new columns")
    fields = pseudonymized(text, engine=engine).alias("__huisclos")
    new = [pl.col("__huisclos").struct.field(field.name).alias(prefix + field.name) for field in arrow.FIELDS]
    return frame.with_columns(fields).with_columns(new).drop("__huisclos")
