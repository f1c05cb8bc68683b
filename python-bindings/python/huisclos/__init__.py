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
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from ._huisclos import DocumentError, Entity, Finding, HuisClosError, LedgerError, OptionError, PolicyError, Result, ReviewError, SecretKeyError, Span, Warning
from ._huisclos import Engine as _Engine
from ._huisclos import Record as _Record
from ._huisclos import check_record, formats, restore

if TYPE_CHECKING:
    from typing_extensions import NotRequired

__all__ = [
    "Decision",
    "DocumentError",
    "Doubt",
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
    "Queue",
    "Record",
    "RedactedDocument",
    "Result",
    "Review",
    "ReviewError",
    "Risk",
    "SecretKeyError",
    "Span",
    "Style",
    "Trait",
    "Warning",
    "check_record",
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


class Decision(TypedDict):
    """A reader's decision on a place of the original, half-open, in the unit of the review."""

    do: Literal["accept", "reject", "change", "link", "unlink", "add"]
    start: int
    end: int
    kind: NotRequired[str]
    """Of ``add``, and of ``change``."""
    role: NotRequired[str]
    """Of ``add`` and ``change``, for persons."""
    all: NotRequired[bool]
    """Wherever the same words stand."""
    with_start: NotRequired[int]
    """Of ``link``: the other mention."""
    with_end: NotRequired[int]


class Review(TypedDict):
    """What a reader decided on one text: data to keep, and to give to the command line (``--review``) as JSON."""

    original: str
    """``original`` of the queue: the SHA-256 of the text that was reviewed."""
    decisions: Sequence[Decision]
    """In the order they are applied."""
    offset_unit: NotRequired[OffsetUnit]
    """Code points when not given."""
    id: NotRequired[str]
    """The document's id, in JSON Lines."""


class Doubt(TypedDict):
    """One thing a reader should look at. It holds no text."""

    code: str
    """``unsure``, ``similar_spelling``, ``shared_name``, ``near_name``, ``different_categories``, ``short_name``,
    ``missing_bank_account``, ``missing_land_parcel``, ``missing_person``, ``missing_term`` or ``unknown_capitals``."""
    reason: str
    """One English sentence."""
    places: list[list[int]]
    """Where: ``[start, end]``, half-open; none for what was not found."""
    entities: list[str]
    """The ids of the entities concerned."""
    fact: NotRequired[str]
    """The place in the caller's facts: ``persons[2]``."""
    suggestion: NotRequired[Decision]
    """A decision to copy into the review when the doubt is right."""


class Queue(TypedDict):
    """What a reader should look at in one text. It holds no text."""

    original: str
    """The SHA-256 of the text: goes into the review."""
    offset_unit: OffsetUnit
    doubts: list[Doubt]
    """By code, then in the order of the text."""


class Trait(TypedDict):
    """A quasi-identifier at a place of the pseudonymised text."""

    start: int
    end: int
    sort: str
    """``job``, ``office``, ``place``, ``date``, ``age``, ``nationality``, ``organisation``, ``initials`` or ``renown``."""


class Risk(TypedDict):
    """How much one text gives away among those given together. It holds no words."""

    level: Literal["low", "medium", "high"]
    k: int | None
    """Texts that hold the rarest combination, this one included; nothing when it holds none."""
    offset_unit: OffsetUnit
    combination: list[Trait]
    """The rarest combination."""
    traits: list[Trait]
    """In the order of the text."""


Facts = Mapping[str, Any]
"""What the caller knows of the case: ``persons`` (list of ``{"name", "role"}``), ``keep`` and ``remove`` (terms), ``nac``, ``court``, ``debates``, ``public``, ``occultation``."""


class Engine:
    """Finds and replaces the personal data of decisions. Immutable: share one among threads; pickles.

    :param country: whose rules read the decisions: ``"fr"``.
    :param policy: the name of a built-in policy, the path of a file (a ``Path``, or a ``str`` that ends with ``.toml`` or ``.json``), or what such a
        file holds, as text or as a ``dict``.
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
    :raises OSError: the policy's file cannot be read.
    """

    __slots__ = ("_engine", "_options")

    def __init__(
        self,
        country: str = "fr",
        policy: str | PathLike[str] | Mapping[str, Any] = "fr-judilibre",
        *,
        bloc: int | None = None,
        options: Mapping[str, Any] | None = None,
        style: Style | None = None,
        key: str | None = None,
        ledger: Ledger | None = None,
    ) -> None:
        if ledger is not None and key not in (None, ledger.key):
            raise SecretKeyError("the engine and its ledger have two keys: give the ledger's alone")
        policy, chosen = _policy(policy), _json(options)
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
        shown = "of its own" if policy.startswith("{") or "\n" in policy else policy
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

    def review(self, text: str, facts: Facts | None = None, *, review: Review | None = None, offset_unit: OffsetUnit = "char") -> Queue:
        """What a reader should look at before ``text``, an original, is published.

        >>> text = "M. Jean DUVAL, titulaire d'un compte (IBAN illisible), a signé."
        >>> queue = huisclos.Engine().review(text)
        >>> [(doubt["code"], text[slice(*doubt["places"][0])]) for doubt in queue["doubts"]]
        [('missing_bank_account', 'IBAN')]

        :param review: what readers have decided so far: it is applied, and left out of the queue.
        :raises ReviewError: the review is of another text, or decides on a place where nothing stands.
        """
        queue: Queue = json.loads(self._engine.review(text, _json(review), _json(facts), offset_unit))
        return queue

    def apply_review(self, text: str, review: Review, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """As :meth:`pseudonymize`, with a reader's decisions. The same text, options and review give the same result, anywhere.

        :raises ReviewError: the review is of another text, or decides on a place where nothing stands.
        """
        review_json = json.dumps(review, ensure_ascii=False)
        return self._engine.reviewed(text, review_json, _json(facts), offset_unit)

    def risks(self, texts: Iterable[str], *, offset_unit: OffsetUnit = "char") -> list[Risk]:
        """What each of some pseudonymised texts, of any system, leaves readable that may single a person out, and how rare that is among them. All cores.

        >>> [risk["level"] for risk in huisclos.Engine().risks(["M. [K], maire de Lignol, conteste.", "M. [K] conteste."])]
        ['high', 'low']

        :raises DocumentError: a text is no ``str``, holds a lone surrogate or is larger than 4 GiB.
        """
        risks: list[Risk] = json.loads(self._engine.risks(list(texts), offset_unit))
        return risks

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
        self,
        source: bytes | PathLike[str] | str,
        media_type: str | None = None,
        facts: Facts | None = None,
        *,
        review: Review | None = None,
        offset_unit: OffsetUnit = "char",
    ) -> RedactedDocument:
        """A text, HTML, JSON, DOCX or ODT document with its markup untouched. ``result.original`` is its words, joined.

        >>> html, engine = b"<p>Mme <b>Od</b>ile Fernagut</p>", huisclos.Engine()
        >>> words = engine.redact_document(html, "text/html").result.original
        >>> reject = {"do": "reject", "start": words.index("Odile"), "end": words.index("Odile") + 14}
        >>> review = {"original": engine.review(words)["original"], "decisions": [reject]}
        >>> engine.redact_document(html, "text/html", review=review).bytes == html
        True

        :param source: the bytes of the document, or the path of its file (a ``str`` is a path).
        :param media_type: as ``text/html``; by the ending of the file's name when not given. Bytes need it.
        :param review: what a reader decided on the document's words, as for :meth:`apply_review`.
        :raises DocumentError: the bytes are not a whole document of the media type; then there is no output.
        :raises OptionError: there is no media type, or ``facts`` or ``offset_unit`` cannot be read.
        :raises ReviewError: the review is of other words, or decides on a place where nothing stands.
        :raises OSError: the file cannot be read.
        """
        if not isinstance(source, bytes):
            path = Path(source)
            media_type = media_type or _MEDIA_TYPES.get(path.suffix.lower().removeprefix("."))
            source = path.read_bytes()
        if media_type is None:
            raise OptionError(f"what is the document? Give media_type=, one of {', '.join(dict.fromkeys(_MEDIA_TYPES.values()))}")
        return RedactedDocument(*self._engine.document(source, media_type, _json(review), _json(facts), offset_unit))


class Record:
    """The record of a run, for a data-protection officer: JSON Lines with chained hashes, without text, as ``huisclos pseudonymize --audit`` writes.

    Write ``head``, a line for each document, and ``end()``, each with a line's end; ``python -m huisclos audit`` checks the file and makes a page
    of it. Keep the last ``hash`` elsewhere.

    >>> engine = huisclos.Engine()
    >>> record = huisclos.Record(engine, date="2026-11-28T09:00:00Z")
    >>> lines = [record.head, record.document("a", engine.pseudonymize("lea@courriel.example")), record.end()]
    >>> huisclos.check_record(lines) == (1, record.hash)
    True

    :param date: when the run began; the record has none when not given.
    """

    __slots__ = ("_record",)

    def __init__(self, engine: Engine, date: str | None = None) -> None:
        self._record = _Record(engine._engine, date)

    @property
    def head(self) -> str:
        """The first line: versions, policy, dictionaries, style."""
        return self._record.head

    def document(self, id: str, result: Result) -> str:
        """The line of one document.

        :raises OptionError: the result comes from another process.
        """
        return self._record.document(id, result)

    def end(self) -> str:
        """The last line."""
        return self._record.end()

    @property
    def hash(self) -> str:
        """The hash of the line written last, 64 hexadecimal digits."""
        return self._record.hash


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


def _policy(given: str | PathLike[str] | Mapping[str, Any]) -> str:
    """A name, or the text of a policy: what travels to other processes."""
    if isinstance(given, Mapping):
        return json.dumps(given, ensure_ascii=False)
    if isinstance(given, str) and ("\n" in given or not given.endswith((".toml", ".json"))):
        return given
    return Path(given).read_text(encoding="utf-8")


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
