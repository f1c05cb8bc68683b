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
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal

from ._huisclos import DocumentError, Entity, Finding, HuisClosError, LedgerError, OptionError, PolicyError, Result, SecretKeyError, Span, Warning
from ._huisclos import Engine as _Engine
from ._huisclos import formats, restore

__all__ = [
    "DocumentError",
    "Engine",
    "Entity",
    "Failure",
    "Finding",
    "HuisClosError",
    "Ledger",
    "LedgerError",
    "OffsetUnit",
    "OptionError",
    "PolicyError",
    "RedactedDocument",
    "Result",
    "SecretKeyError",
    "Span",
    "Style",
    "Warning",
    "detect",
    "pseudonymize",
]

OffsetUnit = Literal["char", "utf16", "byte"]
"""The unit of offsets: Unicode code points (what ``str`` slices by), UTF-16 units, UTF-8 bytes."""

Style = Literal["court", "letters", "unknowns", "initials", "numbered", "bars", "stable", "surrogates"]
"""How hidden words are replaced: the templates of the Cour de cassation, the Conseil d'État's letters, Légifrance's unknowns, initials, numbers,
black bars, tokens that depend on the key and the person alone, invented names and numbers. The last two need a key."""


@dataclass(frozen=True, slots=True, repr=False)
class Ledger:
    """Keeps pseudonyms over documents, and the way back to every original: a secret. ``Engine(ledger=Ledger(key, "case.ledger"))``.

    One person has one pseudonym in all documents in the styles ``numbered``, ``stable`` and ``surrogates``. Pickles with its key.

    :param key: 64 hexadecimal digits, from a file or the environment; ``huisclos ledger key FILE`` makes one.
    :param path: the file, made when missing; several processes may write in it. Without one the ledger lasts as long as its engine.
    """

    key: str
    path: str | PathLike[str] | None = None

    def __repr__(self) -> str:
        return f"Ledger({'in memory' if self.path is None else fspath(self.path)})"

    def restore(self, text: str) -> str:
        """The original of a pseudonymised text, byte for byte. A ledger in memory is its engine's own: ask :meth:`Engine.restore`.

        :raises LedgerError: the ledger cannot be read, or does not know this very text.
        :raises SecretKeyError: the ledger was made with another key.
        """
        if self.path is None:
            raise LedgerError("a ledger in memory is its engine's own: call engine.restore(text)")
        return restore(self.path, self.key, text)


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
    :param options: what the caller chooses over the policy for every decision: ``bloc``, ``recommendation``, ``switches``, ``level``, ``mask``,
        ``keep``, ``terms``, ``grounds``, ``style`` (``huisclos policy show`` explains them); the ``occultation`` of facts chooses for one.
    :param style: how hidden words are replaced; as the policy says when not given.
    :param key: the secret that styles and shifted dates draw from, 64 hexadecimal digits; a ledger brings its own.
    :param ledger: where pseudonyms are kept over documents.
    :raises PolicyError: there is no such policy or bloc.
    :raises OptionError: there are no rules for the country, no such style, or ``options`` cannot be read.
    :raises SecretKeyError: a key is missing, is none, or is not the ledger's.
    :raises LedgerError: the ledger cannot be read or written.
    """

    __slots__ = ("_engine", "_options")

    def __init__(
        self,
        country: str = "fr",
        policy: str = "fr-judilibre",
        *,
        bloc: int | None = None,
        options: Mapping[str, Any] | None = None,
        style: Style | None = None,
        key: str | None = None,
        ledger: Ledger | None = None,
    ) -> None:
        if ledger is not None and key not in (None, ledger.key):
            raise SecretKeyError("the engine and its ledger have two keys: give the ledger's alone")
        chosen = _json(options)
        self._options = (country, policy, chosen, bloc, style, key, ledger)
        place = None if ledger is None else ledger.path or ""
        self._engine = _Engine(country, policy, chosen, bloc, style, key if ledger is None else ledger.key, place)

    def __reduce__(self) -> tuple[Any, ...]:
        ledger = self._options[-1]
        if ledger is not None and ledger.path is None:
            raise LedgerError("a ledger in memory stays in its process: give it a file, or use a style that needs none, as stable")
        return _rebuild, self._options

    def __repr__(self) -> str:
        country, policy, options, bloc, style, _, ledger = self._options
        shown = policy if "\n" not in policy else "of its own"
        return f"Engine(country={country}, policy={shown}, bloc={bloc}, style={style}, {'' if options is None else 'with options, '}ledger={ledger!r})"

    def detect(self, text: str, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """Finds every personal datum of ``text`` and what would become of it. Releases the GIL; near linear in the text.

        :raises DocumentError: the text is no ``str``, holds a lone surrogate or is larger than 4 GiB.
        :raises OptionError: ``facts`` or ``offset_unit`` cannot be read.
        """
        return self._engine.outcome(text, _json(facts), offset_unit, False)

    def pseudonymize(self, text: str, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """The same as :meth:`detect`, with the pseudonymised ``text`` in the result."""
        return self._engine.outcome(text, _json(facts), offset_unit, True)

    def pseudonymize_batch(
        self, texts: Iterable[str], facts: Sequence[Facts | None] | None = None, *, offset_unit: OffsetUnit = "char"
    ) -> list[Result | Failure]:
        """Many texts on all cores, results in their order. An item that fails is a :class:`Failure` in its place; the others are whole.

        :raises OptionError: the lengths differ, or ``offset_unit`` cannot be read.
        """
        items = list(texts)
        known = None if facts is None else [_json(one) for one in facts]
        found = self._engine.outcomes(items, known, offset_unit)
        return [Failure(index, item) if isinstance(item, str) else item for index, item in enumerate(found)]


    def restore(self, text: str) -> str:
        """The original of a pseudonymised ``text`` that this engine's ledger kept, byte for byte.

        :raises LedgerError: there is no ledger, or it does not know this very text.
        """
        return self._engine.restore(text)

    def verify(
        self, text: str, original: str | None = None, facts: Facts | None = None, *, names: Sequence[str] = (), offset_unit: OffsetUnit = "char"
    ) -> tuple[Finding, ...]:
        """What a pseudonymised ``text``, of this engine or of any other system, still shows of what the policy hides; nothing is a clean text.

        :param original: the text before; the check is surer with it.
        :param facts: what is known of the case; terms to keep are no leak.
        :param names: names that must not be readable, of whatever role.
        :raises DocumentError: a text is no ``str``, holds a lone surrogate or is larger than 4 GiB.
        """
        return self._engine.verify(text, original, _json(facts), list(names), offset_unit)

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
        return RedactedDocument(*self._engine.document(source, media_type, _json(facts), offset_unit))


_MEDIA_TYPES = dict(formats())


@lru_cache(maxsize=8)
def _rebuild(
    country: str, policy: str, options: str | None, bloc: int | None, style: Style | None, key: str | None, ledger: Ledger | None
) -> Engine:
    """The engine of a pickle: one for each process."""
    chosen = None if options is None else json.loads(options)
    return Engine(country, policy, bloc=bloc, options=chosen, style=style, key=key, ledger=ledger)


if hasattr(os, "register_at_fork"):  # A ledger's file must be opened anew in a forked process.
    os.register_at_fork(after_in_child=_rebuild.cache_clear)


def _json(given: Mapping[str, Any] | None) -> str | None:
    return None if given is None else json.dumps(given, ensure_ascii=False)


@lru_cache(maxsize=1)
def _default() -> Engine:
    return Engine()


def detect(text: str, facts: Facts | None = None) -> Result:
    """:meth:`Engine.detect` of the default engine: France, ``fr-judilibre``."""
    return _default().detect(text, facts)


def pseudonymize(text: str, facts: Facts | None = None) -> Result:
    """:meth:`Engine.pseudonymize` of the default engine: France, ``fr-judilibre``."""
    return _default().pseudonymize(text, facts)
