"""Finds the personal data in court decisions and pseudonymises it, on this machine only.

Pseudonymised is not anonymous: what remains may still single a person out.

>>> import huisclos
>>> result = huisclos.pseudonymize("Écrire à lea@courriel.example.")
>>> result.text
'Écrire à [Courriel 1].'
>>> result.spans[0].kind, result.spans[0].start, result.spans[0].end
('email', 9, 29)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from ._huisclos import DocumentError, Entity, HuisClosError, OptionError, PolicyError, Result, Span, Warning
from ._huisclos import Engine as _Engine
from ._huisclos import formats

__all__ = [
    "DocumentError",
    "Engine",
    "Entity",
    "Failure",
    "HuisClosError",
    "OffsetUnit",
    "OptionError",
    "PolicyError",
    "RedactedDocument",
    "Result",
    "Span",
    "Warning",
    "detect",
    "pseudonymize",
]

OffsetUnit = Literal["char", "utf16", "byte"]
"""The unit of offsets: Unicode code points (what ``str`` slices by), UTF-16 units, UTF-8 bytes."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The item of a batch that could not be read: its place and why."""

    index: int
    message: str


@dataclass(frozen=True, slots=True, repr=False)
class RedactedDocument:
    """A document in its own format, and what was found in its words. The ``repr`` shows sizes."""

    bytes: bytes
    result: Result

    def __repr__(self) -> str:
        return f"RedactedDocument({len(self.bytes)} bytes, {self.result!r})"


Facts = Mapping[str, Any]
"""What the caller knows of the case: ``persons`` (list of ``{"name", "role"}``), ``keep`` and ``remove`` (terms), ``nac``, ``court``, ``debates``, ``public``, ``occultation``."""


class Engine:
    """Finds and replaces the personal data of decisions. Immutable: share one among threads; pickles.

    :param country: whose rules read the decisions: ``"fr"``.
    :param policy: the name of a built-in policy, or the TOML or JSON text of one.
    :param bloc: bloc d'occultation, 0 to 4; the policy's own when not given.
    :raises PolicyError: there is no such policy or bloc.
    :raises OptionError: there are no rules for the country.
    """

    __slots__ = ("_bloc", "_country", "_engine", "_policy")

    def __init__(self, country: str = "fr", policy: str = "fr-judilibre", *, bloc: int | None = None) -> None:
        self._country, self._policy, self._bloc = country, policy, bloc
        self._engine = _Engine(country, policy, bloc)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self._country, self._policy, self._bloc)

    def __repr__(self) -> str:
        policy = self._policy if "\n" not in self._policy else "of its own"
        return f"Engine(country={self._country}, policy={policy}, bloc={self._bloc})"

    def detect(self, text: str, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """Finds every personal datum of ``text`` and what would become of it. Releases the GIL; near linear in the text.

        :raises DocumentError: the text is no ``str``, holds a lone surrogate or is larger than 4 GiB.
        :raises OptionError: ``facts`` or ``offset_unit`` cannot be read.
        """
        return self._engine.outcome(text, _facts(facts), offset_unit, False)

    def pseudonymize(self, text: str, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """The same as :meth:`detect`, with the pseudonymised ``text`` in the result."""
        return self._engine.outcome(text, _facts(facts), offset_unit, True)

    def pseudonymize_batch(
        self, texts: Iterable[str], facts: Sequence[Facts | None] | None = None, *, offset_unit: OffsetUnit = "char"
    ) -> list[Result | Failure]:
        """Many texts on all cores, results in their order. An item that fails is a :class:`Failure` in its place; the others are whole.

        :raises OptionError: the lengths differ, or ``offset_unit`` cannot be read.
        """
        items = list(texts)
        known = None if facts is None else [_facts(one) for one in facts]
        found = self._engine.outcomes(items, known, offset_unit)
        return [Failure(index, item) if isinstance(item, str) else item for index, item in enumerate(found)]


    def redact_document(
        self, source: bytes | PathLike[str] | str, media_type: str | None = None, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char"
    ) -> RedactedDocument:
        """A text, HTML, JSON, DOCX or ODT document with its markup untouched. ``result.original`` is its words, joined.

        :param source: the bytes of the document, or the path of its file (a ``str`` is a path).
        :param media_type: as ``text/html``; by the ending of the file's name when not given. Bytes need it.
        :raises DocumentError: the bytes are not a whole document of the media type; then there is no output.
        :raises OptionError: there is no media type, or ``facts`` or ``offset_unit`` cannot be read.
        :raises OSError: the file cannot be read.
        """
        if not isinstance(source, bytes):
            path = Path(source)
            media_type = media_type or _MEDIA_TYPES.get(path.suffix.lower().removeprefix("."))
            source = path.read_bytes()
        if media_type is None:
            raise OptionError(f"what is the document? Give media_type=, one of {', '.join(_MEDIA_TYPES.values())}")
        return RedactedDocument(*self._engine.document(source, media_type, _facts(facts), offset_unit))


_MEDIA_TYPES = dict(formats())


def _rebuild(country: str, policy: str, bloc: int | None) -> Engine:
    return Engine(country, policy, bloc=bloc)


def _facts(facts: Facts | None) -> str | None:
    return None if facts is None else json.dumps(facts, ensure_ascii=False)


@lru_cache(maxsize=1)
def _default() -> Engine:
    return Engine()


def detect(text: str, facts: Facts | None = None) -> Result:
    """:meth:`Engine.detect` of the default engine: France, ``fr-judilibre``."""
    return _default().detect(text, facts)


def pseudonymize(text: str, facts: Facts | None = None) -> Result:
    """:meth:`Engine.pseudonymize` of the default engine: France, ``fr-judilibre``."""
    return _default().pseudonymize(text, facts)
