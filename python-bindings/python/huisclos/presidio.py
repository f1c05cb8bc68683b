"""A Presidio recogniser and an anonymiser operator. Needs the extra ``presidio`` (presidio-analyzer, presidio-anonymizer)."""

from __future__ import annotations

from typing import Any

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_anonymizer.operators import Operator, OperatorType

from . import Engine, OptionError, Result

ENTITY_TYPES = {
    "person": "PERSON",
    "organisation": "ORGANIZATION",
    "establishment": "ORGANIZATION",
    "address": "LOCATION",
    "locality": "LOCATION",
    "birth_date": "DATE_TIME",
    "death_date": "DATE_TIME",
    "marriage_date": "DATE_TIME",
    "national_id": "FR_NIR",
    "company_id": "FR_COMPANY_ID",
    "bank_account": "IBAN_CODE",
    "card": "CREDIT_CARD",
    "phone": "PHONE_NUMBER",
    "email": "EMAIL_ADDRESS",
    "url": "URL",
    "plate": "FR_PLATE",
    "land_parcel": "FR_LAND_PARCEL",
    "id_number": "ID",
    "case_number": "CASE_NUMBER",
    "date": "DATE_TIME",
    "age": "AGE",
    "amount": "MONEY",
    "nationality": "NRP",
    "term": "TERM",
    "grounds": "GROUNDS",
}
"""Presidio's name of every kind: its own where it has one."""

SCORES = {"possible": 0.4, "probable": 0.6, "strong": 0.85, "certain": 1.0}


class Recognizer(EntityRecognizer):  # type: ignore[misc]
    """Finds what a policy replaces in a decision. Judges, counsel and all else that stays is not reported: Presidio would mask it."""

    def __init__(self, *, engine: Engine | None = None, language: str = "fr") -> None:
        self.engine = engine or Engine()
        super().__init__(supported_entities=sorted(set(ENTITY_TYPES.values())), name="huisclos", supported_language=language)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[Any]:
        """The spans of ``text`` whose Presidio type is among ``entities``; offsets in code points."""
        found = []
        for span in self.engine.detect(text).spans:
            kind = ENTITY_TYPES[span.kind]
            if span.action == "keep" or (entities and kind not in entities):
                continue
            why = AnalysisExplanation(recognizer="huisclos", original_score=SCORES[span.confidence], pattern_name=", ".join(span.rules))
            found.append(RecognizerResult(kind, span.start, span.end, SCORES[span.confidence], analysis_explanation=why))
        return found


class Labels(Operator):  # type: ignore[misc]
    """The operator ``huisclos``: gives every span the label of ``result``, so that one person has one label.

    ``OperatorConfig("huisclos", {"result": engine.pseudonymize(text)})``. What ``result`` does not know (another recogniser found
    it) becomes ``[...]``.
    """

    def operate(self, text: str | None = None, params: dict[str, Any] | None = None) -> str:
        """The label of ``text``; Presidio joins neighbours of one type, which are taken apart again."""
        result: Result = (params or {})["result"]
        words = text or ""
        labels = {result.original[s.start : s.end]: s.replacement for s in result.spans if s.action != "keep"}
        if words in labels:
            return labels[words]
        for known in sorted(labels, key=len, reverse=True):
            if words.startswith(known):
                rest = words[len(known) :]
                blank = rest[: len(rest) - len(rest.lstrip())]
                return labels[known] + blank + self.operate(rest.lstrip(), params) if rest.strip() else labels[known] + rest
        return "[...]"

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """:raises OptionError: ``result`` is missing."""
        if not isinstance((params or {}).get("result"), Result):
            raise OptionError('the operator huisclos wants {"result": engine.pseudonymize(text)}')

    def operator_name(self) -> str:
        """``huisclos``."""
        return "huisclos"

    def operator_type(self) -> Any:
        """An operator that anonymises."""
        return OperatorType.Anonymize
