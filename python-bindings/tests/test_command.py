"""``python -m huisclos``: every subcommand of the binary, with its output and exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import huisclos

HOUSE = Path(__file__).parents[2]
TEXT = "Vu la requête. 😀 M. Aurèle Vasseur, né le 12 mars 1965, écrit. Mme Zélie Aubin, présidente, a lu <b>."
KEY = "3e" * 32


def run(*arguments: str, data: bytes = b"", environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if name != "HUISCLOS_KEY"}
    return subprocess.run([sys.executable, "-m", "huisclos", *arguments], input=data, capture_output=True, env={**clean, "LC_ALL": "C", **(environment or {})})


def test_the_subcommands_are_those_of_the_binary() -> None:
    """The list stands in the command's own source."""
    source = (HOUSE / "cli" / "src" / "args.rs").read_text(encoding="utf-8")
    commands = re.findall(r"^    ([A-Z]\w+)(?:\(| \{|,)", source[source.index("enum Command {") : source.index("struct RunOptions")], re.MULTILINE)
    assert len(commands) >= 11
    listed = re.findall(r"^  ([a-z]+)  ", run("--help").stdout.decode(), re.MULTILINE)
    assert [name.lower() for name in commands] == [name for name in listed if name != "help"]
    assert run("--help").stdout.startswith(b"Finds the personal data") and b"Usage: python -m huisclos " in run("--help").stdout
    assert run("--version").stdout.split()[-1].decode() == "0.1.0"


def test_documents_give_the_wire_object() -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    done = run("pseudonymize", "-", "--input", "jsonl", data=line + b"\n")
    assert done.returncode == 0
    view = json.loads(done.stdout)
    assert view["id"] == "a" and view["text"] == huisclos.pseudonymize(TEXT).text
    assert run("pseudonymize", "-", data=TEXT.encode()).stdout.decode() == view["text"]
    assert "text" not in json.loads(run("detect", "-", data=TEXT.encode()).stdout)


@pytest.mark.parametrize(
    ("arguments", "data", "code", "says"),
    [
        (("detect", "nowhere.txt"), b"", 3, "nowhere.txt: No such file"),
        (("detect", "-"), b"Vasseur \xff", 1, "1 set aside"),
        (("detect", "-", "--input", "jsonl"), b'{"id":"a","texte":"Vasseur"}', 1, "1 set aside"),
        (("detect", "-", "--policy", "nowhere"), b"", 2, "fr-judilibre"),
        (("detect", "-", "--bloc", "9"), b"", 2, "bloc"),
        (("detect",), b"", 2, "Usage: python -m huisclos detect"),
        (("pseudonymize", "-", "--style", "stable"), b"x", 2, "needs a key"),
        (("verify", "-"), b"M. Jean Duval demeure 4 rue Haute.", 4, ""),
        (("eval", "nowhere"), b"", 3, "nowhere"),
        (("nothing",), b"", 2, "unrecognized subcommand"),
    ],
)
def test_exit_codes_are_the_binary_s(arguments: tuple[str, ...], data: bytes, code: int, says: str) -> None:
    done = run(*arguments, data=data)
    assert done.returncode == code, done.stderr.decode()
    assert says in done.stderr.decode() and "Vasseur" not in done.stderr.decode() and "Traceback" not in done.stderr.decode()


def test_a_ledger_restores_what_it_kept(tmp_path: Path) -> None:
    key, ledger = tmp_path / "key", str(tmp_path / "case.ledger")
    assert run("ledger", "key", str(key)).returncode == 0 and re.fullmatch(r"[0-9a-f]{64}\n", key.read_text(encoding="ascii"))
    secrets = ("--ledger", ledger, "--key-file", str(key))
    hidden = run("pseudonymize", "-", "--style", "numbered", *secrets, data=TEXT.encode())
    assert hidden.returncode == 0 and b"Vasseur" not in hidden.stdout
    assert run("restore", "-", *secrets, data=hidden.stdout).stdout.decode() == TEXT
    assert huisclos.Ledger(key.read_text(encoding="ascii"), ledger).restore(hidden.stdout.decode()) == TEXT
    assert b"1 documents" in run("ledger", "show", *secrets).stdout
    wrong: list[tuple[tuple[str, ...], bytes, int, str]] = [
        (("restore", "-", *secrets), b"x", 1, "does not know this text"),
        (("restore", "-", "--ledger", ledger), b"x", 2, "HUISCLOS_KEY"),
        (("restore", "-", "--ledger", ledger, "--key-file", str(tmp_path / "none")), b"x", 3, "none: No such file"),
    ]
    for arguments, data, code, says in wrong:
        done = run(*arguments, data=data)
        assert done.returncode == code and says in done.stderr.decode()
    with_variable = run("restore", "-", "--ledger", ledger, data=hidden.stdout, environment={"HUISCLOS_KEY": key.read_text(encoding="ascii").strip()})
    assert with_variable.stdout.decode() == TEXT


def test_a_review_of_python_s_is_the_command_s(tmp_path: Path) -> None:
    text = "M. Orso KESTREL, titulaire d'un compte (IBAN illisible), a signé avec le chien Filou."
    engine = huisclos.Engine()
    queue = json.loads(run("review", "-", data=text.encode()).stdout)
    assert queue.pop("id") and queue == engine.review(text)
    at = text.index("Filou")
    review: huisclos.Review = {"original": queue["original"], "decisions": [{"do": "add", "start": at, "end": at + 5, "kind": "term"}]}
    file = tmp_path / "review.json"
    file.write_text(json.dumps(review), encoding="utf-8")
    done = run("pseudonymize", "-", "--review", str(file), data=text.encode())
    assert done.returncode == 0 and "Filou" not in done.stdout.decode()
    assert done.stdout.decode() == engine.apply_review(text, review).text


def test_risks_and_records_of_python_s_are_the_command_s(tmp_path: Path) -> None:
    texts = ["M. [K], maire de Lignol, conteste.", "M. [K] conteste."]
    lines = "".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts))
    done = run("risk", "-", "--input", "jsonl", data=lines.encode())
    assert done.returncode == 0
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [risk.pop("id") for risk in told] == ["0", "1"] and told == huisclos.Engine().risks(texts)

    audit = tmp_path / "record.jsonl"
    source = json.dumps({"id": "a", "text": TEXT}).encode()
    assert run("pseudonymize", "-", "--input", "jsonl", "--audit", str(audit), data=source, environment={"SOURCE_DATE_EPOCH": "0"}).returncode == 0
    engine = huisclos.Engine()
    record = huisclos.Record(engine, "1970-01-01T00:00:00Z")
    own = [record.head, record.document("a", engine.pseudonymize(TEXT)), record.end()]
    assert audit.read_text(encoding="utf-8").splitlines() == own
    checked = run("audit", "check", str(audit), "--hash", record.hash)
    assert checked.returncode == 0 and record.hash in checked.stdout.decode()
    audit.write_text("\n".join(own[::2]) + "\n", encoding="utf-8")
    assert run("audit", "check", str(audit)).returncode == 4


def test_policies_and_figures_are_shown() -> None:
    assert run("policy", "list").stdout.decode().splitlines()[0].startswith("fr-judilibre\t")
    assert json.loads(run("policy", "schema").stdout)["type"] == "object"
    shown = run("policy", "show", "fr-judilibre", "--bloc", "0", "--lang", "fr")
    assert shown.returncode == 0 and "Pseudonymisé ne veut pas dire anonyme." in shown.stdout.decode()
    rules = run("rules").stdout.decode()
    assert "generic/email\temail\t" in rules and "persons/swept\tperson\t" in rules
    figures = run("eval", str(HOUSE / "corpora" / "decisions"), "--json")
    assert figures.returncode == 0 and json.loads(figures.stdout)


def test_main_gives_its_exit_code_and_leaves_the_process() -> None:
    from huisclos.__main__ import main

    assert (main(["policy", "list"]), main(["detect"]), main(["detect", "nowhere.txt"])) == (0, 2, 3)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_the_command_at_once() -> None:
    child = subprocess.Popen([sys.executable, "-m", "huisclos", "detect", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    assert child.wait(timeout=10) == -signal.SIGINT
    for pipe in (child.stdin, child.stdout, child.stderr):
        if pipe is not None:
            pipe.close()
