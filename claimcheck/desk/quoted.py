"""Which words of a stretch of an article stand inside its quotation marks."""

from __future__ import annotations

from typing import NamedTuple

_CLOSERS = {'"': '"”', "“": '”"', "„": "“”", "«": "»"}
_CLOSING_ONLY = "”»"
_BEFORE_OPENING = " \t\r\n\u00a0([{—–-/"


class Quoted(NamedTuple):
    """Quoted words at [start, end); with their marks they cover [first, last)."""

    first: int
    start: int
    end: int
    last: int


def quoted_in(text: str, start: int, end: int) -> list[Quoted]:
    """Return the quotations in `text[start:end]`, in order.

    A mark just outside counts, since spans leave out the marks that enclose them. A quotation that began before
    the stretch begins with it, and one that goes on ends with it: neither loses its words.
    """
    found: list[Quoted] = []
    opened: int | None = None
    for i in range(max(start - 1, 0), min(end + 1, len(text))):
        mark = text[i]
        if opened is not None:
            if mark in _CLOSERS[text[opened]]:
                found.append(Quoted(opened, opened + 1, i, i + 1))
                opened = None
        elif _opens(text, i) and i < end:
            opened = i
        elif (mark == '"' or mark in _CLOSING_ONLY) and i >= start and not found:
            found.append(Quoted(start, start, i, i + 1))
    if opened is not None:
        found.append(Quoted(opened, opened + 1, end, end))
    return [quote for quote in found if quote.start < quote.end]


def _opens(text: str, i: int) -> bool:
    if text[i] != '"':
        return text[i] in _CLOSERS
    return i == 0 or text[i - 1] in _BEFORE_OPENING
