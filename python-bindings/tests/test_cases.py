"""The case files that Rust runs (`tests/cases`), through the wheel: the same marks are found at the same places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import huisclos

CASES = Path(__file__).parents[2] / "tests" / "cases"
GAPS = set((CASES.parent / "gaps.txt").read_text(encoding="utf-8").splitlines())
MARK = re.compile(r"\[\[(?P<neutral>\??)(?P<kind>[a-z_]+)(?:\.[a-z_]+)?(?:#\w+)?: (?P<text>.*?)\]\]", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]], list[tuple[int, int]]]:
    """The text, its marks and its neutral marks, in code points."""
    text, at, marks, neutral = "", 0, [], []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        span = (len(text), len(text) + len(mark["text"]))
        text += mark["text"]
        at = mark.end()
        if mark["neutral"]:
            neutral.append(span)
        else:
            marks.append((*span, mark["kind"]))
    return text + marked[at:], marks, neutral


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.md")), ids=lambda path: str(path.relative_to(CASES)))
def test_case_file(path: Path) -> None:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    known = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    kinds = {kind.strip() for kind in known["kinds"].split(",")}
    engine = huisclos.Engine(policy=known.get("policy", "fr-judilibre"))
    facts = json.loads(known["facts"]) if "facts" in known else None
    sections = re.split(r"^## ", body, flags=re.MULTILINE)[1:]
    assert sections
    for section in sections:
        title, marked = section.split("\n", 1)
        text, marks, neutral = unmarked(marked.strip("\n"))
        spans = [(s.start, s.end, s.kind) for s in engine.detect(text, facts).spans if s.kind in kinds]
        spans = [s for s in spans if not any(s[0] < end and start < s[1] for start, end in neutral)]
        key = f"{path.relative_to(CASES).as_posix()}: {title.strip()}"
        if key not in GAPS:
            assert spans == [mark for mark in marks if mark[2] in kinds], key
