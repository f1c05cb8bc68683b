"""Doubts, decisions, risks and records: data that every surface reads, and none of which holds text."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

import huisclos

ENGINE = huisclos.Engine()
TEXT = "😀 M. Orso KESTREL, titulaire d'un compte (IBAN illisible), écrit. Le chien Filou a mordu M. Orso KESTREL."
POLICIES = Path(__file__).parents[2] / "core" / "policies"


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def review(*decisions: huisclos.Decision) -> huisclos.Review:
    return {"original": ENGINE.review(TEXT)["original"], "decisions": decisions}


def test_doubts_stand_where_they_say_in_every_unit() -> None:
    for unit, encoding, width in (("char", "utf-32-le", 4), ("utf16", "utf-16-le", 2), ("byte", "utf-8", 1)):
        queue = ENGINE.review(TEXT, offset_unit=unit)  # type: ignore[arg-type]
        assert queue["offset_unit"] == unit
        (iban,) = [doubt for doubt in queue["doubts"] if doubt["code"] == "missing_bank_account"]
        ((start, end),) = iban["places"]
        assert TEXT.encode(encoding)[start * width : end * width].decode(encoding) == "IBAN" and iban["reason"].endswith(".")
    assert "KESTREL" not in json.dumps(queue)
    missing = ENGINE.review("Il écrit.", {"persons": [{"name": "Orso Kestrel", "role": "party"}]})["doubts"]
    assert [(doubt["code"], doubt["fact"], doubt["places"]) for doubt in missing] == [("missing_person", "persons[0]", [])]


def test_decisions_are_applied_and_leave_the_queue() -> None:
    (start, end), (first, last) = place("Filou"), place("Orso KESTREL")
    decided = review({"do": "add", "start": start, "end": end, "kind": "term"}, {"do": "reject", "start": first, "end": last, "all": True})
    result = ENGINE.apply_review(TEXT, decided)
    assert result.text is not None and "Filou" not in result.text and result.text.count("Orso KESTREL") == 2
    assert ENGINE.apply_review(TEXT, decided) == result == pickle.loads(pickle.dumps(result))
    reader = [span for span in result.spans if "review/reader" in span.rules]
    assert {TEXT[span.start : span.end] for span in reader} == {"Filou", "Orso KESTREL"}
    (iban,) = [doubt for doubt in ENGINE.review(TEXT)["doubts"] if doubt["code"] == "missing_bank_account"]
    (at, to) = iban["places"][0]
    left = ENGINE.review(TEXT, review=review({"do": "add", "start": at, "end": to, "kind": "bank_account"}))
    assert "missing_bank_account" not in {doubt["code"] for doubt in left["doubts"]}
    text = "M. Orso KESTREL écrit. Mme Ilse KESTRAL aussi."
    queue = ENGINE.review(text)
    (link,) = [doubt["suggestion"] for doubt in queue["doubts"] if doubt["code"] == "similar_spelling"]
    joined = ENGINE.apply_review(text, {"original": queue["original"], "decisions": [link]})
    assert link["do"] == "link" and len({span.entity for span in ENGINE.detect(text).spans}) == 2 and len({span.entity for span in joined.spans}) == 1


@pytest.mark.parametrize(
    ("decided", "says"),
    [
        ({"original": "sha256:" + "0" * 64, "decisions": []}, "made of another text"),
        ({"original": None, "decisions": []}, "review, column"),
        ({"original": "Vasseur", "decisions": [{"do": "Vasseur"}]}, "review, column"),
    ],
)
def test_a_review_that_does_not_fit_is_an_error_without_text(decided: huisclos.Review, says: str) -> None:
    for call in (lambda: ENGINE.apply_review(TEXT, decided), lambda: ENGINE.review(TEXT, review=decided)):
        with pytest.raises(huisclos.ReviewError, match=says) as error:
            call()
        assert "Vasseur" not in str(error.value) and isinstance(error.value, huisclos.HuisClosError)
    nowhere = review({"do": "accept", "start": 0, "end": 1})
    with pytest.raises(huisclos.ReviewError, match="decision 1 of the review: nothing was found"):
        ENGINE.apply_review(TEXT, nowhere)


def test_risks_are_of_a_text_among_the_others() -> None:
    baker = "M. [K], boulanger à Lignol né en 1980."
    alone, plain = ENGINE.risks([baker, "M. [K] conteste."])
    assert (alone["level"], alone["k"], plain["level"], plain["k"], plain["traits"]) == ("high", 1, "low", None, [])
    assert {baker[own["start"] : own["end"]] for own in alone["combination"]} <= {"boulanger", "Lignol", "1980"}
    assert {risk["k"] for risk in ENGINE.risks([baker] * 5)} == {5} and ENGINE.risks([]) == []
    with pytest.raises(huisclos.DocumentError, match="not int"):
        ENGINE.risks([3])  # type: ignore[list-item]


def test_a_record_is_whole_or_says_which_line_is_not() -> None:
    record = huisclos.Record(ENGINE)
    plain, read = ENGINE.pseudonymize(TEXT), ENGINE.apply_review(TEXT, review())
    lines = [record.head, record.document("a", plain), record.document("b", read), record.end()]
    assert huisclos.check_record(lines) == (2, record.hash) and not any("KESTREL" in line for line in lines)
    assert "date" not in json.loads(lines[0]) and [json.loads(line).get("reviewed") for line in lines[1:3]] == [None, True]
    for broken in (lines[:1] + lines[2:], lines[:-1], [lines[0], lines[1].replace("person", "email"), *lines[2:]]):
        with pytest.raises(huisclos.DocumentError, match=r"line \d of the record"):
            huisclos.check_record(broken)
    with pytest.raises(huisclos.OptionError, match="record it where its engine ran"):
        record.document("c", pickle.loads(pickle.dumps(plain)))


def test_a_policy_is_a_name_a_file_or_data(tmp_path: Path) -> None:
    toml = (POLICIES / "fr-initiales.toml").read_text(encoding="utf-8")
    file = tmp_path / "own.toml"
    file.write_text(toml, encoding="utf-8")
    data = {"name": "own", "title": {"fr": "Maison", "en": "House"}, "extends": "fr-judilibre", "style": "bars"}
    (tmp_path / "own.json").write_text(json.dumps(data), encoding="utf-8")
    named = huisclos.Engine(policy="fr-initiales")
    for policy in (file, str(file), toml):
        assert huisclos.Engine(policy=policy).pseudonymize(TEXT) == named.pseudonymize(TEXT)
    travels = pickle.loads(pickle.dumps(huisclos.Engine(policy=str(file))))
    own = huisclos.Engine(policy=data)
    file.unlink()
    assert pickle.loads(pickle.dumps(travels)).pseudonymize(TEXT) == named.pseudonymize(TEXT)
    assert own.pseudonymize(TEXT).text == huisclos.Engine(policy=tmp_path / "own.json").pseudonymize(TEXT).text == huisclos.Engine(style="bars").pseudonymize(TEXT).text
    assert "policy=of its own" in repr(own)
    with pytest.raises(huisclos.PolicyError, match="title"):
        huisclos.Engine(policy={"name": "x"})
    with pytest.raises(FileNotFoundError):
        huisclos.Engine(policy=file)
