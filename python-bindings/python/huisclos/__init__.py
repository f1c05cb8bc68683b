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
from typing import Any, Literal

from ._huisclos import DocumentError, HuisClosError, OptionError, PolicyError
from ._huisclos import Engine as _Engine

__all__ = [
    "DocumentError",
    "Engine",
    "Entity",
    "Failure",
    "HuisClosError",
    "OffsetUnit",
    "OptionError",
    "PolicyError",
    "Result",
    "Span",
    "Warning",
    "detect",
    "pseudonymize",
]

OffsetUnit = Literal["char", "utf16", "byte"]
"""The unit of offsets: Unicode code points (what ``str`` slices by), UTF-16 units, UTF-8 bytes."""


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """One mention: half-open offsets into the original text, what it is, and what becomes of it. Its ``repr`` shows no text."""

    start: int
    end: int
    kind: str
    role: str
    entity: str
    confidence: str
    action: str
    replacement: str
    rules: tuple[str, ...]
    reason: str | None
    basis: str

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.kind}, {self.role}, {self.entity}, {self.action})"


@dataclass(frozen=True, slots=True)
class Entity:
    """One person or datum. ``mentions`` are indices into the result's spans."""

    id: str
    kind: str
    role: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the caller should know. The message holds no text of the decision."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """What one run found. ``text`` is the pseudonymised text, ``None`` after :meth:`Engine.detect`; ``original`` is what was read."""

    offset_unit: str
    spans: tuple[Span, ...]
    entities: tuple[Entity, ...]
    warnings: tuple[Warning, ...]
    text: str | None
    original: str

    def __repr__(self) -> str:
        return f"Result({len(self.spans)} spans, {len(self.entities)} entities, {len(self.warnings)} warnings, unit={self.offset_unit})"

    @property
    def report(self) -> dict[str, dict[str, int]]:
        """How many spans of each kind were replaced, kept or sent to review. No text."""
        counts: dict[str, dict[str, int]] = {}
        for span in self.spans:
            of_kind = counts.setdefault(span.kind, {"replace": 0, "keep": 0, "review": 0})
            of_kind[span.action] += 1
        return counts

    def _repr_html_(self) -> str:
        from ._html import marked

        return marked(self)

    def show(self) -> None:
        """Displays the original text with every span marked, in a notebook; it SHOWS the text, which a ``repr`` never does.

        :raises ImportError: IPython is not installed.
        """
        from IPython.display import HTML, display

        display(HTML(self._repr_html_()))


@dataclass(frozen=True, slots=True)
class Failure:
    """The item of a batch that could not be read: its place and why."""

    index: int
    message: str


def _result(payload: str, original: str) -> Result:
    view: dict[str, Any] = json.loads(payload)
    return Result(
        view["offset_unit"],
        tuple(
            Span(
                s["start"], s["end"], s["kind"], s["role"], s["entity"], s["confidence"], s["action"], s["replacement"],
                tuple(s["rules"]), s.get("reason"), s["basis"],
            )
            for s in view["spans"]
        ),
        tuple(Entity(e["id"], e["kind"], e["role"], tuple(e["mentions"])) for e in view["entities"]),
        tuple(Warning(w["code"], w["message"]) for w in view["warnings"]),
        view.get("text"),
        original,
    )


Facts = Mapping[str, Any]
"""What the caller knows of the case: ``persons`` (list of ``{"name", "role"}``), ``keep`` and ``remove`` (terms), ``nac``, ``court``, ``debates``."""


class Engine:
    """Finds and replaces the personal data of decisions. Immutable: share one among threads; pickles.

    :param country: whose rules read the decisions: ``"fr"``.
    :param policy: the name of a built-in policy, or the TOML text of one.
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
        return _result(self._engine.outcome(text, _facts(facts), offset_unit, False), text)

    def pseudonymize(self, text: str, facts: Facts | None = None, *, offset_unit: OffsetUnit = "char") -> Result:
        """The same as :meth:`detect`, with the pseudonymised ``text`` in the result."""
        return _result(self._engine.outcome(text, _facts(facts), offset_unit, True), text)

    def pseudonymize_batch(
        self, texts: Iterable[str], facts: Sequence[Facts | None] | None = None, *, offset_unit: OffsetUnit = "char"
    ) -> list[Result | Failure]:
        """Many texts on all cores, results in their order. An item that fails is a :class:`Failure` in its place; the others are whole.

        :raises OptionError: the lengths differ, or ``offset_unit`` cannot be read.
        """
        items = list(texts)
        known = None if facts is None else [_facts(one) for one in facts]
        outcomes = self._engine.outcomes(items, known, offset_unit, True)
        return [
            _result(payload, text) if done else Failure(index, payload)
            for index, (text, (done, payload)) in enumerate(zip(items, outcomes, strict=True))
        ]


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
