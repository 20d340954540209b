"""The title that a document's properties give: often the name of a template, so it holds where the text shows it."""

from __future__ import annotations

_START = 2_000
"""Characters at the start of a text in which its title stands."""


def title_shown(title: str | None, text: str) -> dict[str, str]:
    """Return a title as a value of a header where the start of the text shows it, else none."""
    words = " ".join((title or "").split())
    return {"title": words} if words and words.lower() in " ".join(text[:_START].split()).lower() else {}
