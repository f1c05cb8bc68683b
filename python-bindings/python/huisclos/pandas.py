"""pandas frames and series. Needs the extra ``pandas`` (pandas, pyarrow)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from . import Engine, OptionError, arrow


def pseudonymize(frame: Any, text: str = "text", *, engine: Engine | None = None, prefix: str = "") -> Any:
    """A new frame: ``frame`` with the five columns of :mod:`huisclos.arrow`, same index. The original text is still in it.

    :raises OptionError: there is no column ``text``, or a new column's name is taken.
    """
    if text not in frame.columns:
        raise OptionError(f"there is no column `{text}`: name the column of the decisions with text=")
    texts = [None if pd.api.types.is_scalar(one) and pd.isna(one) else one for one in frame[text]]
    new = arrow.columns(texts, engine or Engine()).to_pandas()
    new.columns = [prefix + name for name in new.columns]
    for name in new.columns:
        if name in frame.columns:
            raise OptionError(f"there is already a column `{name}`: give prefix= for the new columns")
    return frame.assign(**{name: new[name].to_numpy() for name in new.columns})
