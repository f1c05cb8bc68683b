"""Frames, engines and neighbours: the same text gives the same answer through each of them, with the real packages."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import spacy
from datasets import Dataset
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig

import huisclos
import huisclos.arrow
import huisclos.duckdb
import huisclos.pandas
import huisclos.polars
import huisclos.presidio
import huisclos.spacy

TEXTS = [
    "😀 M. Aurèle Vasseur, né le 12 mars 1965, écrit à aurele@courriel.example.",
    None,
    "",
    "Mme Zélie Aubin, présidente, a condamné M. Orso Kestrel à payer 12 euros.",
    "La cour rejette le pourvoi.",
]
ENGINE = huisclos.Engine()
EXPECTED = [None if text is None else ENGINE.pseudonymize(text).text for text in TEXTS]
SPANS = [None if text is None else [(s.start, s.end, s.kind) for s in ENGINE.detect(text).spans] for text in TEXTS]


def seen(rows: list[list[dict[str, object]] | None]) -> list[list[tuple[object, ...]] | None]:
    return [None if row is None else [(s["start"], s["end"], s["kind"]) for s in row] for row in rows]


def test_the_texts_are_worth_reading() -> None:
    assert EXPECTED[0] is not None and "Vasseur" not in EXPECTED[0]
    assert EXPECTED[3] is not None and "Aubin" in EXPECTED[3] and "Kestrel" not in EXPECTED[3]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])
def test_arrow_tables_keep_their_buffers(kind: pa.DataType) -> None:
    table = pa.table({"n": range(5), "text": pa.array(TEXTS, kind)})
    out = huisclos.arrow.pseudonymize(table)
    assert out["pseudonymized"].to_pylist() == EXPECTED
    assert seen(out["spans"].to_pylist()) == SPANS
    assert out["n"].chunk(0).buffers()[1].address == table["n"].chunk(0).buffers()[1].address
    assert out.schema == huisclos.arrow.schema(table.schema, "text")
    with pytest.raises(huisclos.OptionError, match="no column `words`"):
        huisclos.arrow.pseudonymize(table, "words")
    with pytest.raises(huisclos.OptionError, match="cast it to string"):
        huisclos.arrow.pseudonymize(table, "n")
    with pytest.raises(huisclos.OptionError, match="give prefix="):
        huisclos.arrow.pseudonymize(out)
    assert huisclos.arrow.pseudonymize(out, prefix="again_").num_columns == 12


def test_pandas_keeps_index_and_nulls() -> None:
    frame = pd.DataFrame({"text": TEXTS}, index=list("abcde"))
    out = huisclos.pandas.pseudonymize(frame)
    assert out["pseudonymized"].tolist() == EXPECTED
    assert list(out.index) == list("abcde")
    assert list(frame.columns) == ["text"]


def test_a_row_that_cannot_be_read_loses_no_other() -> None:
    out = huisclos.pandas.pseudonymize(pd.DataFrame({"text": [TEXTS[0], 12, "\ud800", TEXTS[3]]}, dtype=object))
    assert out["pseudonymized"].tolist() == [EXPECTED[0], None, None, EXPECTED[3]]
    assert "not int" in out["error"][1] and "lone surrogate" in out["error"][2]


@pytest.mark.parametrize("lazy", [False, True])
def test_polars_eager_lazy_and_expression(lazy: bool) -> None:
    frame = pl.DataFrame({"text": TEXTS})
    out = huisclos.polars.pseudonymize(frame.lazy() if lazy else frame)
    out = out.collect() if lazy else out
    assert out["pseudonymized"].to_list() == EXPECTED
    assert seen(out["spans"].to_list()) == SPANS
    struct = frame.select(huisclos.polars.pseudonymized("text").struct.field("pseudonymized"))
    assert struct["pseudonymized"].to_list() == EXPECTED


def test_duckdb_function() -> None:
    connection = duckdb.connect()
    huisclos.duckdb.register(connection)
    table = pa.table({"n": range(5), "text": pa.array(TEXTS, pa.string())})
    connection.register("decisions", table)
    rows = connection.execute("select pseudonymize(text) from decisions order by n").fetchall()
    assert [row[0] for row in rows] == EXPECTED


def test_hugging_face_map() -> None:
    data = Dataset.from_dict({"text": [text for text in TEXTS if text is not None]})
    out = data.map(lambda batch: {"pseudonymized": [item.text for item in ENGINE.pseudonymize_batch(batch["text"])]}, batched=True)
    assert out["pseudonymized"][:] == [text for text in EXPECTED if text is not None]


def test_spacy_component() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("huisclos", config={"bloc": 2})
    doc = nlp(TEXTS[0])
    assert ("Aurèle Vasseur", "person") in {(span.text, span.label_) for span in doc.spans["huisclos"]}
    assert doc._.huisclos.text == huisclos.Engine(bloc=2).pseudonymize(TEXTS[0]).text


class NoModel(NlpEngine):
    """Presidio wants an NLP engine; this one reads nothing."""

    def load(self) -> None: ...
    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        return NlpArtifacts([], spacy.blank("fr")(""), [], [], self, language)

    def process_batch(self, texts, language, **_):  # type: ignore[no-untyped-def]
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["fr"]


def test_presidio_finds_and_anonymises() -> None:
    registry = RecognizerRegistry(recognizers=[huisclos.presidio.Recognizer()], supported_languages=["fr"])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=NoModel(), supported_languages=["fr"])
    for text, expected in zip(TEXTS, EXPECTED, strict=True):
        if not text:
            continue
        found = analyzer.analyze(text, language="fr")
        anonymizer = AnonymizerEngine()
        anonymizer.add_anonymizer(huisclos.presidio.Labels)
        labels = OperatorConfig("huisclos", {"result": ENGINE.pseudonymize(text)})
        assert anonymizer.anonymize(text, found, {"DEFAULT": labels}).text == expected
    only = analyzer.analyze(TEXTS[0], language="fr", entities=["EMAIL_ADDRESS"])
    assert [TEXTS[0][item.start : item.end] for item in only] == ["aurele@courriel.example"]


def test_every_kind_has_a_presidio_name() -> None:
    import json
    import subprocess

    rules = subprocess.run([sys.executable, "-m", "huisclos", "rules", "--json"], capture_output=True, check=True).stdout.splitlines()
    assert len(rules) >= 20 and {json.loads(rule)["kind"] for rule in rules} <= set(huisclos.presidio.ENTITY_TYPES)


def test_importing_the_package_imports_no_extra() -> None:
    import subprocess

    code = "import huisclos, huisclos.label, huisclos.judilibre, sys; print(sorted({'pandas','polars','pyarrow','duckdb','pyspark','spacy','presidio_analyzer','IPython'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_tutorial_runs() -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(Path(__file__).parents[1] / "tutorial.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = "".join(str(output) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
    assert "<mark" in shown
