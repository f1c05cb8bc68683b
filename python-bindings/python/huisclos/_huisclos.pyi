"""The compiled half of the package. Use :mod:`huisclos`."""

from collections.abc import Sequence
from os import PathLike
from typing import final

__all__ = ["DocumentError", "Engine", "Entity", "Finding", "HuisClosError", "LedgerError", "OptionError", "PolicyError", "Record", "Result", "ReviewError", "SecretKeyError", "Span", "Warning", "check_record", "command", "formats", "restore", "schema"]

@final
class Engine:
    def __new__(
        cls, country: str, policy: str, options: str | None, bloc: int | None, style: str | None, key: str | None, ledger: str | PathLike[str] | None
    ) -> Engine: ...
    def outcome(self, text: object, facts: str | None, unit: str, with_text: bool) -> Result: ...
    def reviewed(self, text: object, review: str, facts: str | None, unit: str) -> Result: ...
    def review(self, text: object, review: str | None, facts: str | None, unit: str) -> str: ...
    def risks(self, texts: Sequence[object], unit: str) -> str: ...
    def outcomes(self, texts: Sequence[object], facts: Sequence[str | None] | None, unit: str) -> list[Result | str]: ...
    def document(self, bytes: bytes, media_type: str, review: str | None, facts: str | None, unit: str) -> tuple[bytes, Result]: ...
    def columns(self, texts: Sequence[object]) -> bytes: ...
    def restore(self, text: object) -> str: ...
    def verify(
        self, text: object, original: object | None, facts: str | None, names: Sequence[str], unit: str
    ) -> tuple[Finding, ...]: ...
    def wire(self, text: object, facts: str | None, unit: str, with_text: bool) -> str: ...

@final
class Record:
    def __new__(cls, engine: Engine, date: str | None) -> Record: ...
    @property
    def head(self) -> str: ...
    @property
    def hash(self) -> str: ...
    def document(self, id: str, result: Result) -> str: ...
    def end(self) -> str: ...

@final
class Span:
    """One mention: half-open offsets into the original text, what it is, and what becomes of it. Its ``repr`` shows no text."""

    __match_args__ = ("start", "end", "kind", "role", "entity", "confidence", "action", "replacement", "rules", "reason", "basis", "lead")
    def __new__(
        cls,
        start: int,
        end: int,
        kind: str,
        role: str,
        entity: str,
        confidence: str,
        action: str,
        replacement: str,
        rules: tuple[str, ...],
        reason: str | None,
        basis: str,
        lead: tuple[int, str] | None = None,
    ) -> Span: ...
    @property
    def start(self) -> int:
        """First unit, in the result's ``offset_unit``."""
    @property
    def end(self) -> int:
        """One past the last unit."""
    @property
    def kind(self) -> str:
        """What it is: ``person``, ``address``, ``birth_date`` and so on."""
    @property
    def role(self) -> str:
        """The role of this mention; ``unknown`` for what is no person."""
    @property
    def entity(self) -> str:
        """The id of the :class:`Entity`: the same for all mentions of one person or datum."""
    @property
    def confidence(self) -> str:
        """``possible``, ``probable``, ``strong`` or ``certain``."""
    @property
    def action(self) -> str:
        """``replace``, ``keep`` or ``review``; what is under review is replaced."""
    @property
    def replacement(self) -> str:
        """What the text will hold; the original words when kept."""
    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that found it, the deciding one first."""
    @property
    def reason(self) -> str | None:
        """Why a reviewer should look."""
    @property
    def basis(self) -> str:
        """The article that the action rests on."""
    @property
    def lead(self) -> tuple[int, str] | None:
        """``(start, text)`` of the word before that changes with the span; it ends where the span starts."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Span], tuple[object, ...]]: ...

@final
class Entity:
    """One person or datum."""

    __match_args__ = ("id", "kind", "role", "mentions")
    def __new__(cls, id: str, kind: str, role: str, mentions: tuple[int, ...]) -> Entity: ...
    @property
    def id(self) -> str:
        """``p1``, ``a2``: letter of the kind, number in order of first mention."""
    @property
    def kind(self) -> str:
        """What it is."""
    @property
    def role(self) -> str:
        """The role most of its mentions have."""
    @property
    def mentions(self) -> tuple[int, ...]:
        """Indices into the result's spans."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Entity], tuple[object, ...]]: ...

@final
class Warning:
    """Something the caller should know."""

    __match_args__ = ("code", "message")
    def __new__(cls, code: str, message: str) -> Warning: ...
    @property
    def code(self) -> str:
        """A stable word."""
    @property
    def message(self) -> str:
        """One sentence. It holds no text of the decision."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Warning], tuple[object, ...]]: ...

@final
class Finding:
    """Something that a pseudonymised text still shows."""

    __match_args__ = ("start", "end", "kind", "role", "confidence", "reason")
    def __new__(cls, start: int, end: int, kind: str, role: str, confidence: str, reason: str) -> Finding: ...
    @property
    def start(self) -> int:
        """First unit, in the pseudonymised text."""
    @property
    def end(self) -> int:
        """One past the last unit."""
    @property
    def kind(self) -> str:
        """What it is."""
    @property
    def role(self) -> str:
        """Whose it is."""
    @property
    def confidence(self) -> str:
        """``possible``, ``probable``, ``strong`` or ``certain``."""
    @property
    def reason(self) -> str:
        """``unchanged`` or ``moved`` (the original hides it), ``replaced_elsewhere``, ``known`` (the caller named it) or ``detected``."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Finding], tuple[object, ...]]: ...

@final
class Result:
    """What one run found. Its parts are made when first asked for. The ``repr`` shows counts, never text."""

    __match_args__ = ("offset_unit", "spans", "entities", "warnings", "text", "original")
    def __new__(
        cls,
        offset_unit: str,
        spans: tuple[Span, ...],
        entities: tuple[Entity, ...],
        warnings: tuple[Warning, ...],
        text: str | None,
        original: str,
    ) -> Result: ...
    @property
    def offset_unit(self) -> str:
        """The unit of every ``start`` and ``end``: ``char``, ``utf16`` or ``byte``."""
    @property
    def spans(self) -> tuple[Span, ...]:
        """The mentions, sorted and disjoint."""
    @property
    def entities(self) -> tuple[Entity, ...]:
        """The persons and data, in order of first mention."""
    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What the caller should know."""
    @property
    def text(self) -> str | None:
        """The pseudonymised text; ``None`` after :meth:`huisclos.Engine.detect`."""
    @property
    def original(self) -> str:
        """What was read."""
    @property
    def report(self) -> dict[str, dict[str, int]]:
        """How many spans of each kind were replaced, kept or sent to review: ``{kind: {action: count}}``. No text."""
    def show(self) -> None:
        """Displays the original text with every span marked, in a notebook; it SHOWS the text, which a ``repr`` never does.

        :raises ImportError: IPython is not installed.
        :raises OptionError: the offsets are not in code points.
        """
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Result], tuple[object, ...]]: ...

def formats() -> list[tuple[str, str]]: ...
def schema() -> bytes: ...
def restore(path: str | PathLike[str], key: str, text: object) -> str: ...
def command(arguments: Sequence[str]) -> int: ...
def check_record(lines: Sequence[str]) -> tuple[int, str]:
    """The number of documents and the last hash of a whole record.

    :raises DocumentError: a line was changed, removed, added or moved; the message names it.
    """

class HuisClosError(Exception): ...
class PolicyError(HuisClosError): ...
class OptionError(HuisClosError): ...
class DocumentError(HuisClosError): ...
class SecretKeyError(HuisClosError): ...
class ReviewError(HuisClosError): ...
class LedgerError(HuisClosError): ...
