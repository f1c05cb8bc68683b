"""Label, Judilibre, and the notebook's marks, with the standard library alone."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from multiprocessing import get_context
from pathlib import Path

import pytest

import huisclos
import huisclos.judilibre
import huisclos.label

TEXT = "Vu la requête. 😀 M. Aurèle Vasseur, né le 12 mars 1965, écrit. Mme Zélie Aubin, présidente, a lu <b>."
DECISIONS = Path(__file__).parents[2] / "corpora" / "demo"


def test_label_entities_stand_where_they_say_one_for_each_word() -> None:
    answer = huisclos.label.to_ner(huisclos.detect(TEXT))
    for entity in answer["entities"]:
        assert TEXT[entity["start"] : entity["end"]] == entity["text"]
    found = {(e["text"], e["category"], e["entityId"]) for e in answer["entities"]}
    assert ("Vasseur", "personnePhysique", "personnePhysique_vasseur") in found
    assert ("Aurèle", "personnePhysique", "personnePhysique_aurele") in found
    assert ("Aubin", "professionnelMagistratGreffier", "professionnelMagistratGreffier_aubin") in found
    assert ("12 mars", "dateNaissance", "dateNaissance_12 mars") in found
    with pytest.raises(huisclos.OptionError, match="code points"):
        huisclos.label.to_ner(huisclos.Engine().detect(TEXT, offset_unit="byte"))


def test_label_checklist_is_the_queue_of_doubts() -> None:
    text = "M. Orso KESTREL, titulaire d'un compte (IBAN illisible), a signé. Mme Ilse KESTRAL aussi."
    engine = huisclos.Engine()
    facts = {"persons": [{"name": "Zélie Aubin", "role": "party"}]}
    result, queue = engine.detect(text, facts), engine.review(text, facts)
    checklist = huisclos.label.to_ner(result, queue)["checklist"]
    assert len(checklist) == len(queue["doubts"]) + len(result.warnings)
    checks = {line.split(" : ")[0]: line for line in checklist}
    assert {"similar_writing", "missing_bank_account", "incorrect_metadata"} <= set(checks)
    at = text.index("IBAN")
    assert checks["missing_bank_account"].startswith(f"missing_bank_account : IBAN ({at}-{at + 4}) : ")
    assert "KESTREL" in checks["similar_writing"] and "KESTRAL" in checks["similar_writing"]
    assert " : persons[0] : " in checks["incorrect_metadata"]
    with pytest.raises(huisclos.OptionError, match="another text"):
        huisclos.label.to_ner(engine.detect(TEXT), queue)
    with pytest.raises(huisclos.OptionError, match="code points"):
        huisclos.label.to_ner(result, engine.review(text, facts, offset_unit="byte"))


def test_label_annotations_come_back() -> None:
    answer = huisclos.label.to_ner(huisclos.detect(TEXT))
    back = huisclos.label.from_annotations(TEXT, answer["entities"])
    assert [(s.start, s.end) for s in back.spans] == [(e["start"], e["end"]) for e in answer["entities"]]
    assert "Aubin" in {TEXT[s.start : s.end] for s in back.spans if s.action == "keep"}
    with pytest.raises(huisclos.OptionError, match="annotation at 3") as error:
        huisclos.label.from_annotations(TEXT, [{"category": "personnePhysique", "start": 3, "text": "Vasseur"}])
    assert "Vasseur" not in str(error.value)
    with pytest.raises(huisclos.OptionError, match="no kind for the category `chien`"):
        huisclos.label.from_annotations(TEXT, [{"category": "chien", "start": 0, "text": "Vu"}])


def test_judilibre_zones_keep_their_passages() -> None:
    first, second = TEXT.index(" M. "), TEXT.index(" Mme")
    inside = TEXT.index("Vasseur") + 2
    zones = {"introduction": [{"start": 0, "end": first}], "motivations": [{"start": first, "end": second}], "dispositif": [{"start": second, "end": len(TEXT)}], "moyens": None, "cut": [{"start": 0, "end": inside}]}
    decision = {"id": "x1", "text": TEXT, "zones": zones}
    out, result = huisclos.judilibre.pseudonymize(decision)
    parts = {name: "".join(out["text"][p["start"] : p["end"]] for p in parts) for name, parts in out["zones"].items()}
    assert out["id"] == "x1" and decision["text"] == TEXT
    assert parts["introduction"] == "Vu la requête. 😀"
    assert parts["introduction"] + parts["motivations"] + parts["dispositif"] == result.text
    assert parts["dispositif"] == " Mme Zélie Aubin, présidente, a lu <b>."
    assert parts["cut"].endswith("]")
    with pytest.raises(huisclos.OptionError, match="zone motivations, 0-9999"):
        huisclos.judilibre.pseudonymize({"text": TEXT, "zones": {"motivations": [{"start": 0, "end": 9999}]}})
    with pytest.raises(huisclos.OptionError, match="no `text`"):
        huisclos.judilibre.pseudonymize({"texte": TEXT})


def test_marks_are_escaped_and_whole() -> None:
    html = huisclos.detect(TEXT)._repr_html_()
    assert "&lt;b&gt;" in html and "a lu <b>" not in html
    assert html.count("<mark") == len(huisclos.detect(TEXT).spans)
    with pytest.raises(huisclos.OptionError, match='offset_unit="char"'):
        huisclos.Engine().detect(TEXT, offset_unit="utf16")._repr_html_()


def test_results_pickle_and_their_repr_shows_no_original() -> None:
    result = huisclos.pseudonymize(TEXT)
    assert pickle.loads(pickle.dumps(result)) == result
    assert "requête" not in repr(result)


def docx(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


def test_documents_come_as_bytes_or_paths(tmp_path: Path) -> None:
    engine = huisclos.Engine()
    done = engine.redact_document("<p>Écrire à <b>lea@</b>courriel.example.</p>".encode(), "text/html")
    assert done.bytes.decode() == "<p>Écrire à <b>[Courriel 1]</b>.</p>"
    assert [done.result.original[s.start : s.end] for s in done.result.spans] == ["lea@courriel.example"]
    assert done.result.text == "Écrire à [Courriel 1].\n" and "courriel" not in repr(done)
    path = tmp_path / "decision.DOCX"
    path.write_bytes(docx("M. Aurèle Vasseur a perdu."))
    for source in (path, str(path)):
        with zipfile.ZipFile(io.BytesIO(engine.redact_document(source).bytes)) as archive:
            xml = archive.read("word/document.xml").decode()
        assert "Vasseur" not in xml and " a perdu." in xml
    known = engine.redact_document(b"Kest a perdu.", "text/plain", {"persons": [{"name": "Orso Kest", "role": "party"}]}, offset_unit="byte")
    assert b"Kest" not in known.bytes and known.result.offset_unit == "byte"


def test_a_review_of_a_document_is_in_what_is_written(tmp_path: Path) -> None:
    engine = huisclos.Engine()
    path = tmp_path / "decision.docx"
    path.write_bytes(docx("Le chien Filou a mordu M. Aurèle Vasseur."))
    words = engine.redact_document(path).result.original
    at = {name: {"start": words.index(name), "end": words.index(name) + len(name)} for name in ("Filou", "Aurèle Vasseur")}
    decisions = [{"do": "add", "kind": "term", **at["Filou"]}, {"do": "reject", **at["Aurèle Vasseur"]}]
    review: huisclos.Review = {"original": engine.review(words)["original"], "decisions": decisions}  # type: ignore[typeddict-item]
    done = engine.redact_document(path, review=review)
    with zipfile.ZipFile(io.BytesIO(done.bytes)) as archive:
        assert "<w:t>Le chien [...] a mordu M. Aurèle Vasseur.</w:t>" in archive.read("word/document.xml").decode()
    assert done.result == engine.apply_review(words, review)
    assert json.loads(huisclos.Record(engine).document("a", done.result))["reviewed"] is True
    with pytest.raises(huisclos.ReviewError, match="another text"):
        engine.redact_document(docx("Vasseur"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", review=review)


def test_documents_that_cannot_be_read_give_no_output(tmp_path: Path) -> None:
    engine = huisclos.Engine()
    with pytest.raises(huisclos.OptionError, match="media_type=, one of text/plain"):
        engine.redact_document(b"Vasseur")
    with pytest.raises(huisclos.DocumentError) as error:
        engine.redact_document(docx("Vasseur")[:-30], "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    assert "Vasseur" not in str(error.value)
    with pytest.raises(huisclos.DocumentError, match="it is a PDF"):
        engine.redact_document(b"%PDF-1.7 Vasseur", "text/plain")
    with pytest.raises(huisclos.DocumentError, match="application/pdf"):
        engine.redact_document(b"%PDF", "application/pdf")
    with pytest.raises(FileNotFoundError):
        engine.redact_document(tmp_path / "nowhere.txt")


def test_bad_items_are_failures_in_their_place() -> None:
    batch = huisclos.Engine().pseudonymize_batch([TEXT, 12, "\ud800x", TEXT], [None, None, None, {"persons": 3}])  # type: ignore[list-item]
    assert isinstance(batch[0], huisclos.Result) and batch[0].text == huisclos.pseudonymize(TEXT).text
    failures = [item for item in batch if isinstance(item, huisclos.Failure)]
    assert [item.index for item in failures] == [1, 2, 3]
    with pytest.raises(huisclos.DocumentError, match="lone surrogate"):
        huisclos.detect("Vasseur \ud800")


def _batch(engine: huisclos.Engine) -> int:
    return len(engine.pseudonymize_batch([TEXT] * 8))


def test_a_forked_process_runs_batches_after_its_parent_did() -> None:
    engine = huisclos.Engine()
    assert _batch(engine) == 8
    with get_context("fork").Pool(2) as pool:
        assert pool.map_async(_batch, [engine] * 4).get(timeout=60) == [8] * 4


def test_memory_is_flat() -> None:
    import resource

    engine = huisclos.Engine()

    def work(rounds: int) -> int:
        for _ in range(rounds):
            for item in engine.pseudonymize_batch([TEXT] * 1000):
                assert isinstance(item, huisclos.Result) and item.text and item.spans
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = work(10)
    assert work(90) - before < 20_000, "kibibytes more after 90,000 further documents"


def test_the_demo_decisions_go_through_one_by_one_and_together() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(DECISIONS.glob("*.txt"))]
    assert len(texts) >= 3
    engine = huisclos.Engine()
    for text, item in zip(texts, engine.pseudonymize_batch(texts), strict=True):
        single = engine.pseudonymize(text)
        assert item == single
        at, out = 0, []
        for span in single.spans:
            out += [text[at : span.start], text[span.start : span.end] if span.action == "keep" else span.replacement]
            at = span.end
        assert "".join(out) + text[at:] == single.text
