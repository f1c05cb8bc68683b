"""The leak check: what is put back is found where it stands, what must stay is no finding."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import huisclos

ENGINE = huisclos.Engine()
DEMO = sorted((Path(__file__).parents[2] / "corpora" / "demo").glob("*.txt"))


def test_a_name_put_back_is_found_where_it_stands() -> None:
    original = "M. Aurèle Vasseur est né à Metz. 😀 M. Vasseur écrit à Me Zélie Aubin, avocate."
    text = ENGINE.pseudonymize(original).text
    assert text is not None and ENGINE.verify(text, original) == ()
    leak = text + " M. Vasseur a signé."
    for found in (ENGINE.verify(leak, original), ENGINE.verify(leak, names=["Aurèle Vasseur"])):
        assert [leak[item.start : item.end].removeprefix("M. ") for item in found] == ["Vasseur"]
    units = ENGINE.verify(leak, original, offset_unit="utf16")
    assert leak.encode("utf-16-le")[units[0].start * 2 : units[0].end * 2].decode("utf-16-le").endswith("Vasseur")


def test_findings_are_values_and_show_no_text() -> None:
    (found,) = ENGINE.verify("M. Vasseur a signé.", "M. Aurèle Vasseur a signé.")
    assert pickle.loads(pickle.dumps(found)) == found and "Vasseur" not in repr(found)
    assert (found.kind, found.start, found.end) == ("person", 3, 10)
    with pytest.raises(huisclos.DocumentError, match="not int"):
        ENGINE.verify("x", 3)  # type: ignore[arg-type]
    with pytest.raises(huisclos.OptionError, match="facts, column"):
        ENGINE.verify("x", facts={"persons": 3})


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_own_output_is_clean_beside_its_original(path: Path) -> None:
    original = path.read_text(encoding="utf-8")
    text = ENGINE.pseudonymize(original).text
    assert text is not None and ENGINE.verify(text, original) == ()
