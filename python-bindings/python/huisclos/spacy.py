"""A spaCy pipeline component. Needs the extra ``spacy``; no model: ``spacy.blank("fr")`` will do.

>>> import spacy, huisclos.spacy
>>> nlp = spacy.blank("fr")
>>> _ = nlp.add_pipe("huisclos")
>>> doc = nlp("Écrire à lea@courriel.example.")
>>> [(span.text, span.label_) for span in doc.spans["huisclos"]]
[('lea@courriel.example', 'email')]
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from . import Engine


@Language.factory("huisclos", default_config={"country": "fr", "policy": "fr-judilibre", "bloc": None, "key": "huisclos"})
class Component:
    """Sets ``doc.spans[key]`` (label: the kind, id: the entity; widened to whole tokens) and ``doc._.huisclos`` (the :class:`huisclos.Result`, exact)."""

    def __init__(self, nlp: Any, name: str, country: str, policy: str, bloc: int | None, key: str) -> None:
        self.engine, self.key = Engine(country, policy, bloc=bloc), key

    def __call__(self, doc: Any) -> Any:
        result = self.engine.pseudonymize(doc.text)
        doc._.huisclos = result
        doc.spans[self.key] = [
            doc.char_span(span.start, span.end, label=span.kind, span_id=span.entity, alignment_mode="expand") for span in result.spans
        ]
        return doc


if not Doc.has_extension("huisclos"):
    Doc.set_extension("huisclos", default=None)
