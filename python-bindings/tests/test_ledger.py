"""Styles, keys and ledgers: one person, one pseudonym; the way back; nothing of a key or a name in what is shown."""

from __future__ import annotations

import pickle
from multiprocessing import get_context
from pathlib import Path
from typing import get_args

import pytest

import huisclos
import huisclos.arrow
import huisclos.judilibre

KEY, OTHER = "a7" * 32, "0b" * 32
TEXTS = ["M. Aurèle Vasseur conclut.", "Mme Zélie Aubin et M. Orso Kestrel concluent.", "M. Orso Kestrel répond à M. Aurèle Vasseur."]


def pseudonyms(results: list[huisclos.Result | huisclos.Failure]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for result in results:
        assert isinstance(result, huisclos.Result)
        for span in result.spans:
            found.setdefault(result.original[span.start : span.end], set()).add(span.replacement)
    return found


@pytest.mark.parametrize("style", get_args(huisclos.Style))
def test_every_style_hides_and_is_restored(style: huisclos.Style) -> None:
    engine = huisclos.Engine(style=style, ledger=huisclos.Ledger(KEY))
    for text in TEXTS:
        hidden = engine.pseudonymize(text).text
        assert hidden is not None and not {"Vasseur", "Kestrel", "Aubin"} & set(hidden.replace(".", "").split())
        assert engine.restore(hidden) == text


def test_a_batch_meets_the_ledger_in_its_order() -> None:
    together = huisclos.Engine(style="numbered", ledger=huisclos.Ledger(KEY)).pseudonymize_batch(TEXTS * 50)
    one = huisclos.Engine(style="numbered", ledger=huisclos.Ledger(KEY))
    assert together == [one.pseudonymize(text) for text in TEXTS * 50]
    assert sorted(next(iter(names)) for names in pseudonyms(together).values()) == ["[Personne 1]", "[Personne 2]", "[Personne 3]"]
    columns = huisclos.arrow.columns(TEXTS, huisclos.Engine(style="numbered", ledger=huisclos.Ledger(KEY)))
    assert columns.column("pseudonymized").to_pylist() == [item.text for item in together[:3] if isinstance(item, huisclos.Result)]


def test_a_file_keeps_pseudonyms_over_runs_and_leads_back(tmp_path: Path) -> None:
    ledger = huisclos.Ledger(KEY, tmp_path / "case.ledger")
    first = huisclos.Engine(style="numbered", ledger=ledger).pseudonymize(TEXTS[1])
    again = huisclos.Engine(style="numbered", ledger=ledger).pseudonymize_batch(TEXTS)
    assert all(len(names) == 1 for names in pseudonyms([first, *again]).values())
    assert first.text is not None and ledger.restore(first.text) == TEXTS[1]
    with pytest.raises(huisclos.LedgerError, match="does not know this text"):
        ledger.restore(first.text + " ")
    with pytest.raises(huisclos.SecretKeyError, match="not the one this ledger was made with"):
        huisclos.Ledger(OTHER, tmp_path / "case.ledger").restore(first.text)
    with pytest.raises(huisclos.SecretKeyError, match="not the one this ledger was made with"):
        huisclos.Engine(style="numbered", ledger=huisclos.Ledger(OTHER, tmp_path / "case.ledger"))
    with pytest.raises(huisclos.LedgerError, match="nowhere.ledger"):
        huisclos.Ledger(KEY, tmp_path / "nowhere.ledger").restore(first.text)


def test_the_key_alone_gives_everybody_one_pseudonym() -> None:
    results = [huisclos.Engine(style="stable", key=KEY).pseudonymize(text) for text in TEXTS]
    known = pseudonyms(list(results))
    assert all(len(names) == 1 for names in known.values()) and len({name for names in known.values() for name in names}) == 3
    assert pseudonyms([huisclos.Engine(style="stable", key=OTHER).pseudonymize(TEXTS[0])])["Aurèle Vasseur"] != known["Aurèle Vasseur"]


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"style": "stable"}, huisclos.SecretKeyError, "needs a key"),
        ({"style": "stable", "key": "court"}, huisclos.SecretKeyError, "64 hexadecimal"),
        ({"style": "pretty"}, huisclos.OptionError, "use court, letters"),
        ({"key": KEY, "ledger": huisclos.Ledger(OTHER)}, huisclos.SecretKeyError, "two keys"),
    ],
)
def test_options_that_do_not_go_together(options: dict[str, object], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        huisclos.Engine(**options)  # type: ignore[arg-type]
    with pytest.raises(huisclos.LedgerError, match="without a ledger"):
        huisclos.Engine().restore("x")


def test_the_styles_are_those_of_rust() -> None:
    with pytest.raises(huisclos.OptionError) as error:
        huisclos.Engine(style="pretty")  # type: ignore[arg-type]
    assert str(error.value).endswith("use " + ", ".join(get_args(huisclos.Style)))


def _in_another_process(engine: huisclos.Engine) -> list[huisclos.Result | huisclos.Failure]:
    return engine.pseudonymize_batch(TEXTS)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_share_a_file(method: str, tmp_path: Path) -> None:
    engine = pickle.loads(pickle.dumps(huisclos.Engine(style="numbered", ledger=huisclos.Ledger(KEY, str(tmp_path / "case.ledger")))))
    here = engine.pseudonymize_batch(TEXTS)
    with get_context(method).Pool(2) as pool:
        there = pool.map_async(_in_another_process, [engine] * 4).get(timeout=60)
    assert all(items == here for items in there)
    with pytest.raises(huisclos.LedgerError, match="give it a file"):
        pickle.dumps(huisclos.Engine(ledger=huisclos.Ledger(KEY)))


def test_nothing_shows_the_key() -> None:
    ledger = huisclos.Ledger(KEY)
    assert KEY not in repr(ledger) + repr(huisclos.Engine(style="stable", key=KEY)) + repr(huisclos.Engine(ledger=ledger))


def test_zones_move_with_the_word_before_a_name_too() -> None:
    text = "Le recours de Zélie Aubin est rejeté. La requête de Zélie Aubin aussi."
    zones = {"a": [{"start": 0, "end": text.index("La requête")}], "b": [{"start": text.index("La requête"), "end": len(text)}]}
    facts = {"persons": [{"name": "Zélie Aubin", "role": "party"}]}
    leads = 0
    for number in range(16):
        engine = huisclos.Engine(style="surrogates", key=f"{number:064x}")
        out, result = huisclos.judilibre.pseudonymize({"text": text, "zones": zones}, engine=engine, facts=facts)
        parts = [out["text"][part["start"] : part["end"]] for name in "ab" for part in out["zones"][name]]
        assert parts[1].startswith("La requête") and "".join(parts) == result.text
        leads += sum(span.lead is not None and text[span.lead[0] : span.start] == "de " and span.lead[1] == "d'" for span in result.spans)
    assert leads > 0, "some invented name starts with a vowel"
