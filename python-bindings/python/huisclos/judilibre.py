"""Decisions as Judilibre's JSON: ``text`` pseudonymised, ``zones`` kept on the same passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from . import Engine, Facts, OptionError, Result


def pseudonymize(decision: Mapping[str, Any], *, engine: Engine | None = None, facts: Facts | None = None) -> tuple[dict[str, Any], Result]:
    """A copy of ``decision`` with its ``text`` pseudonymised and its ``zones`` moved along, and the result. Other fields are the caller's own.

    Only ``text`` is read: a summary, titles or parties in other fields stay as they are.

    :param decision: with ``text``, and ``zones`` as ``{name: [{"start", "end"}]}`` in code points of ``text``.
    :raises OptionError: ``text`` is missing, or a zone is outside of it.
    """
    if not isinstance(decision.get("text"), str):
        raise OptionError("the decision has no `text`: give the JSON object of one decision")
    result = (engine or Engine()).pseudonymize(decision["text"], facts)
    moved = dict(decision, text=result.text)
    if isinstance(zones := decision.get("zones"), Mapping):
        edges = _edges(result)
        size = len(result.original)
        moved["zones"] = {name: [_moved(part, edges, size, name) for part in parts or []] for name, parts in zones.items()}
    return moved, result


def _edges(result: Result) -> list[tuple[int, int, int, int]]:
    """Start and end of every replaced passage, in the original and in the new text."""
    edges, shift = [(0, 0, 0, 0)], 0
    for span in result.spans:
        if span.action != "keep":
            lead = [(span.lead[0], span.start, span.lead[1])] if span.lead else []
            for start, end, text in [*lead, (span.start, span.end, span.replacement)]:
                moved = start + shift
                shift += len(text) - (end - start)
                edges.append((start, end, moved, end + shift))
    return edges


def _moved(part: Mapping[str, Any], edges: list[tuple[int, int, int, int]], size: int, name: str) -> dict[str, Any]:
    start, end = part["start"], part["end"]
    if not 0 <= start <= end <= size:
        raise OptionError(f"zone {name}, {start}-{end}: outside of the text, which has {size} code points")
    return dict(part, start=_position(start, edges, False), end=_position(end, edges, True))


def _position(at: int, edges: list[tuple[int, int, int, int]], is_end: bool) -> int:
    """Where `at` stands in the new text. An edge within a replaced span goes to the span's own edge: a label is never cut."""
    old_start, old_end, new_start, new_end = edges[bisect_right(edges, at, key=lambda edge: edge[0]) - 1]
    if at == old_start:
        return new_start
    if at < old_end:
        return new_end if is_end else new_start
    return new_end + at - old_end
