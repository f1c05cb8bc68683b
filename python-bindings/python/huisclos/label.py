"""To and from the JSON of the Cour de cassation's Label: categories, ``entityId`` per word of a name, ``checklist``.

Offsets are code points. The text stands in the annotations, as Label wants it: these objects are as secret as the decision.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from re import finditer
from typing import Any

from . import Entity, OptionError, Result, Span

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


def entity_id(category: str, text: str) -> str:
    """Label's id of a string in a category: lower case, no accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return f"{category}_{bare}"


def _category(span: Span) -> str | None:
    return _COURT.get(span.role, CATEGORIES["person"]) if span.kind == "person" else CATEGORIES.get(span.kind)


def to_ner(result: Result) -> dict[str, Any]:
    """What Label's annotation service answers for a decision. A person's name gives one entity for each of its words.

    :raises OptionError: the offsets of ``result`` are no code points.
    """
    if result.offset_unit != "char":
        raise OptionError("Label counts in code points: run with offset_unit=\"char\"")
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
    doubts = [f"{span.entity} ({_category(span)}), {span.start}-{span.end} : {span.reason or 'à relire'}" for span in result.spans if span.action == "review"]
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
