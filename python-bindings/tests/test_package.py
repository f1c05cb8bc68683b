"""The wheel as its users see it."""

from __future__ import annotations

import json
import pickle
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import huisclos

TEXT = "😀 M. Aurèle Vasseur, né le 12 mars 1965, écrit à a\u0301 aurele@courriel.example. Me Zélie Aubin, avocat au barreau de Metz."


def test_offsets_slice_the_text_by_code_points() -> None:
    result = huisclos.detect(TEXT)
    found = {(span.kind, TEXT[span.start : span.end]) for span in result.spans}
    assert ("person", "Aurèle Vasseur") in found
    assert ("birth_date", "12 mars") in found
    assert ("email", "aurele@courriel.example") in found
    assert result.offset_unit == "char"
    assert result.text is None


@pytest.mark.parametrize(("unit", "encoding", "width"), [("utf16", "utf-16-le", 2), ("byte", "utf-8", 1)])
def test_other_units_slice_the_encoded_text(unit: huisclos.OffsetUnit, encoding: str, width: int) -> None:
    encoded = TEXT.encode(encoding)
    result = huisclos.Engine().detect(TEXT, offset_unit=unit)
    found = {encoded[span.start * width : span.end * width].decode(encoding) for span in result.spans}
    assert "Aurèle Vasseur" in found


def test_what_must_go_goes_and_counsel_stays() -> None:
    result = huisclos.pseudonymize(TEXT)
    assert result.text is not None
    assert "Vasseur" not in result.text
    assert "Zélie Aubin" in result.text
    assert result.report["email"] == {"replace": 1, "keep": 0, "review": 0}


def test_facts_are_heard() -> None:
    facts = {"persons": [{"name": "Orso Kest", "role": "party"}], "keep": ["Metz"]}
    result = huisclos.pseudonymize("Kest Orso est parti. Orso Kest aussi.", facts)
    assert result.text is not None and "Kest" not in result.text


def test_errors_name_the_remedy_and_show_no_text() -> None:
    with pytest.raises(huisclos.PolicyError, match="fr-judilibre"):
        huisclos.Engine(policy="nowhere")
    with pytest.raises(huisclos.OptionError, match="use fr"):
        huisclos.Engine(country="xx")
    with pytest.raises(huisclos.OptionError, match="use char, utf16 or byte"):
        huisclos.Engine().detect("x", offset_unit="line")  # type: ignore[arg-type]
    with pytest.raises(huisclos.OptionError) as error:
        huisclos.detect("x", {"persons": [{"nom": "Vasseur"}]})
    assert "Vasseur" not in str(error.value)


def test_one_class_catches_every_error() -> None:
    kinds = (huisclos.PolicyError, huisclos.OptionError, huisclos.DocumentError, huisclos.SecretKeyError, huisclos.LedgerError)
    assert [kind.__mro__[1:3] for kind in kinds] == [(huisclos.HuisClosError, Exception)] * len(kinds)
    for wrong in (lambda: huisclos.Engine(policy="nowhere"), lambda: huisclos.Engine(country="xx"), lambda: huisclos.detect(12)):  # type: ignore[arg-type]
        with pytest.raises(huisclos.HuisClosError):
            wrong()
    kept = pickle.loads(pickle.dumps(huisclos.PolicyError("as a worker sends it")))
    assert type(kept) is huisclos.PolicyError and kept.args == ("as a worker sends it",)


def test_options_choose_over_the_policy_and_travel() -> None:
    text = "M. Aurèle Vasseur écrit à aurele@courriel.example."
    engine = huisclos.Engine(options={"keep": ["email"], "style": "bars"})
    shown = pickle.loads(pickle.dumps(engine)).pseudonymize(text).text
    assert shown == engine.pseudonymize(text).text and "aurele@courriel.example" in shown and "Vasseur" not in shown
    one = huisclos.Engine().pseudonymize(text, {"occultation": {"keep": ["email"], "style": "bars"}})
    assert one.text == shown
    with pytest.raises(huisclos.OptionError, match="options, column") as error:
        huisclos.Engine(options={"names": ["Vasseur"]})
    assert "Vasseur" not in str(error.value)
    with pytest.raises(huisclos.HuisClosError, match="chien"):
        huisclos.Engine(options={"keep": ["chien"]})


def test_parts_are_made_once_and_compare_by_their_fields() -> None:
    result = huisclos.pseudonymize(TEXT)
    assert result.spans is result.spans and result.entities is result.entities and result.text is result.text
    first = result.spans[0]
    match first:
        case huisclos.Span(start, end, kind, role):
            assert (TEXT[start:end], kind, role) == ("Aurèle Vasseur", "person", "party")
    again = huisclos.Span(*(getattr(first, name) for name in huisclos.Span.__match_args__))
    assert again == first and hash(again) == hash(first) and again != result.spans[1] and first != "Span"
    assert huisclos.pseudonymize(TEXT) == result and huisclos.detect(TEXT) != result
    with pytest.raises(AttributeError):
        first.start = 3  # type: ignore[misc]


@pytest.mark.skipif(not sysconfig.get_config_var("Py_GIL_DISABLED"), reason="this interpreter has a GIL")
def test_importing_the_package_leaves_the_gil_off() -> None:
    assert sys._is_gil_enabled() is False  # type: ignore[attr-defined]


def test_entities_and_report_count_the_same_spans() -> None:
    result = huisclos.pseudonymize(TEXT)
    assert sorted(mention for entity in result.entities for mention in entity.mentions) == list(range(len(result.spans)))
    assert all(result.spans[mention].entity == entity.id for entity in result.entities for mention in entity.mentions)
    assert result.report["person"] == {"replace": 1, "keep": 1, "review": 0}
    assert sum(sum(counts.values()) for counts in result.report.values()) == len(result.spans)


def test_no_repr_shows_text() -> None:
    result = huisclos.pseudonymize(TEXT)
    assert "Vasseur" not in repr(result) + repr(result.spans) + repr(result.entities)


def test_a_batch_keeps_its_order_and_equals_single_runs() -> None:
    engine = huisclos.Engine(bloc=2)
    texts = [f"M. Aurèle Vasseur a payé {n} euros." for n in range(200)]
    batch = engine.pseudonymize_batch(texts)
    assert [item.text for item in batch if isinstance(item, huisclos.Result)] == [engine.pseudonymize(text).text for text in texts]
    with pytest.raises(huisclos.OptionError, match="2 texts come with the facts of 1 cases"):
        engine.pseudonymize_batch(["a", "b"], [None])


def test_a_hundred_threads_agree() -> None:
    engine = huisclos.Engine()
    with ThreadPoolExecutor(100) as pool:
        texts = {result.text for result in pool.map(engine.pseudonymize, [TEXT] * 400)}
    assert len(texts) == 1


def _in_another_process(engine: huisclos.Engine) -> str | None:
    return engine.pseudonymize(TEXT).text


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_engines_travel_to_worker_processes(method: str) -> None:
    engine = pickle.loads(pickle.dumps(huisclos.Engine(bloc=4)))
    assert repr(engine) == "Engine(country=fr, policy=fr-judilibre, bloc=4, style=None, ledger=None)"
    with get_context(method).Pool(1) as pool:
        assert pool.apply(_in_another_process, (engine,)) == engine.pseudonymize(TEXT).text


def test_the_wire_object_is_the_one_of_every_surface() -> None:
    payload = json.loads(huisclos.Engine()._engine.wire(TEXT, None, "char", True))
    assert set(payload) == {"offset_unit", "spans", "entities", "warnings", "text"}


def test_the_package_is_typed() -> None:
    assert (Path(huisclos.__file__).parent / "py.typed").exists()
