"""To and from the JSON of the Cour de cassation's Label: categories, ``entityId`` per word of a name, ``checklist``.

Offsets are code points. The text stands in the annotations, as Label wants it: these objects are as secret as the decision.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from re import finditer
from typing import Any

from . import Doubt, Entity, OptionError, Queue, Result, Span

CATEGORIES = {
    "person": "personnePhysique",
    "organisation": "personneMorale",
    "establishment": "etablissement",
    "address": "adresse",
    "locality": "localite",
    "birth_date": "dateNaissance",
    "death_date": "dateDeces",
    "marriage_date": "dateMariage",
    "national_id": "numeroIdentifiant",
    "id_number": "numeroIdentifiant",
    "company_id": "numeroSiretSiren",
    "bank_account": "compteBancaire",
    "card": "compteBancaire",
    "phone": "telephoneFax",
    "email": "email",
    "url": "siteWebSensible",
    "plate": "plaqueImmatriculation",
    "land_parcel": "cadastre",
    "term": "annotationSupplementaire",
    "grounds": "motivations",
}
"""Label's category of every kind; case numbers have none, they stay."""

_SCORES = {"possible": 0.4, "probable": 0.6, "strong": 0.85, "certain": 1.0}
_COURT = {"judge": "professionnelMagistratGreffier", "clerk": "professionnelMagistratGreffier", "prosecutor": "professionnelMagistratGreffier", "lawyer": "professionnelAvocat"}
_KINDS = {category: kind for kind, category in reversed(CATEGORIES.items())}
_ROLES = {"professionnelMagistratGreffier": "judge", "professionnelAvocat": "lawyer"}


CHECKS = {
    "similar_spelling": "similar_writing",
    "different_categories": "different_categories",
    "short_name": "less_than_two_characters",
    "missing_bank_account": "missing_bank_account",
    "missing_land_parcel": "missing_cadatre",
    "missing_person": "incorrect_metadata",
    "missing_term": "incorrect_metadata",
}
"""The annotation service's name (as it spells it) of the doubts that it has too; the others keep their own code."""


def entity_id(category: str, text: str) -> str:
    """Label's id of a string in a category: lower case, no accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return f"{category}_{bare}"


def _category(span: Span) -> str | None:
    return _COURT.get(span.role, CATEGORIES["person"]) if span.kind == "person" else CATEGORIES.get(span.kind)


def to_ner(result: Result, queue: Queue | None = None) -> dict[str, Any]:
    """What Label's annotation service answers for a decision. A person's name gives one entity for each of its words.

    :param queue: what :meth:`Engine.review` says of the same text: its doubts fill the ``checklist``, each with its name, the words it is about,
        their places and a sentence. Without it only the spans under review and the warnings do.
    :raises OptionError: the offsets of ``result`` or ``queue`` are no code points, or ``queue`` is of another text.
    """
    if result.offset_unit != "char" or queue is not None and queue["offset_unit"] != "char":
        raise OptionError("Label counts in code points: run with offset_unit=\"char\"")
    if queue is not None and queue["original"] != "sha256:" + sha256(result.original.encode()).hexdigest():
        raise OptionError("the queue is of another text: give what engine.review(text) says of the result's own")
    entities = []
    for span in result.spans:
        category = _category(span)
        if category is None:
            continue
        words = result.original[span.start : span.end]
        pieces = [(m.start(), m.end()) for m in finditer(r"\S+", words)] if span.kind == "person" else [(0, len(words))]
        for start, end in pieces:
            piece = words[start:end]
            entities.append({
                "text": piece,
                "start": span.start + start,
                "end": span.start + end,
                "category": category,
                "entityId": entity_id(category, piece),
                "source": "huisclos:" + ",".join(span.rules),
                "score": _SCORES[span.confidence],
            })  # fmt: skip
    if queue is None:
        doubts = [f"{span.entity} ({_category(span)}), {span.start}-{span.end} : {span.reason or 'à relire'}" for span in result.spans if span.action == "review"]
    else:
        doubts = [_check(result.original, doubt) for doubt in queue["doubts"]]
    return {
        "entities": entities,
        "checklist": doubts + [f"{warning.code} : {warning.message}" for warning in result.warnings],
        "newCategoriesToAnnotate": [],
        "newCategoriesToUnAnnotate": [],
        "additionalTermsToAnnotate": "",
        "additionalTermsToUnAnnotate": "",
        "additionalTermsParsingFailed": False,
        "versions": {},
    }


def _check(text: str, doubt: Doubt) -> str:
    about = [f"{text[start:end]} ({start}-{end})" for start, end in doubt["places"]] or [doubt.get("fact", "")]
    return f"{CHECKS.get(doubt['code'], doubt['code'])} : {', '.join(about)} : {doubt['reason']}"


def from_annotations(text: str, annotations: Iterable[Mapping[str, Any]]) -> Result:
    """A result of Label's annotations (``category``, ``start``, ``text``, ``entityId``), so that a reading by people can be shown and compared.

    :raises OptionError: an annotation's text is not where it says, overlaps another, or its category is unknown. The message gives
        the place, never the text.
    """
    spans: list[Span] = []
    entities: dict[str, tuple[str, str, list[int]]] = {}
    for item in sorted(annotations, key=lambda item: int(item["start"])):
        category, start, words = item["category"], int(item["start"]), item["text"]
        kind = "person" if category in _ROLES else _KINDS.get(category)
        if kind is None:
            raise OptionError(f"annotation at {start}: there is no kind for the category `{category}`")
        if text[start : start + len(words)] != words:
            raise OptionError(f"annotation at {start}: its text is not there; are its offsets those of this text, in code points?")
        if spans and start < spans[-1].end:
            raise OptionError(f"annotation at {start}: it overlaps the one before; Label keeps the longer")
        name, role = item.get("entityId") or entity_id(category, words), _ROLES.get(category, "unknown")
        known = entities.setdefault(name, (kind, role, []))
        known[2].append(len(spans))
        number = f"e{list(entities).index(name) + 1}"
        action = "keep" if category in _ROLES else "replace"
        spans.append(Span(start, start + len(words), kind, role, number, "certain", action, words if action == "keep" else "[...]", ("label",), None, "Label"))
    listed = tuple(Entity(f"e{n}", kind, role, tuple(at)) for n, (kind, role, at) in enumerate(entities.values(), 1))
    return Result("char", tuple(spans), listed, (), None, text)
