"""What the readme shows is run as it stands, in a process of its own."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import huisclos

README = Path(__file__).parents[1] / "README.md"


def test_the_ten_lines_work(tmp_path: Path) -> None:
    (tmp_path / "decision.html").write_text("<p>Écrire à lea@courriel.example.</p>", encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    done = [subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=tmp_path) for block in blocks]
    assert [run.stderr for run in done] == [""] * len(blocks)
    assert "Vasseur" not in done[0].stdout and "12 mars" not in done[0].stdout
    assert re.search(r"^3 17 person party replace \[\w\] \[\w\]$", done[0].stdout, re.MULTILINE)
    assert (tmp_path / "published.html").read_text(encoding="utf-8") == "<p>Écrire à [Courriel 1].</p>"
    assert "missing_bank_account [[" in done[3].stdout and done[3].stdout.endswith("promène le chien [...].\n")


def test_the_examples_of_the_docstrings_work() -> None:
    done = doctest.testmod(huisclos, extraglobs={"huisclos": huisclos})
    assert done.failed == 0 and done.attempted > 10
