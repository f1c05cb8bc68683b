"""The marked text of a result, as HTML: every character of the decision is escaped."""

from __future__ import annotations

from html import escape

from . import OptionError, Result

_COLOURS = {"replace": "#f8c9c4", "review": "#f6dfa4", "keep": "#cfe8d2"}


def marked(result: Result) -> str:
    """The original text of ``result`` with a mark on every span: red goes, amber goes and wants a reader, green stays."""
    if result.offset_unit != "char":
        raise OptionError(f"offsets in {result.offset_unit} cannot be shown: run with offset_unit=\"char\"")
    parts: list[str] = []
    at = 0
    for span in result.spans:
        title = escape(f"{span.kind}, {span.role}, {span.entity}: {span.action}, {span.confidence}; {', '.join(span.rules)}")
        words = escape(result.original[span.start : span.end])
        after = "" if span.action == "keep" else f" <b>{escape(span.replacement)}</b>"
        parts += [
            escape(result.original[at : span.start]),
            f'<mark style="background:{_COLOURS[span.action]}" title="{title}">{words}{after}</mark>',
        ]
        at = span.end
    parts.append(escape(result.original[at:]))
    return f'<div lang="fr" style="white-space:pre-wrap">{"".join(parts)}</div>'


def show(result: Result) -> None:
    """Displays :func:`marked`. Needs IPython."""
    from IPython.display import HTML, display

    display(HTML(marked(result)))
