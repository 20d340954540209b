"""The spans of a content: their edges, and how its words are given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.quotes import Quotation, is_name
from claimcheck.model import Mode, Span

_EDGES = " \t\r\n\xa0\"“”„«»'‘’`.,;:!?…-–—"
_THAT = "that"
_WORD = re.compile(r"\w")
_TRANSLATED = re.compile(r"[\"”»’']\s*[(\[].*", re.DOTALL)
"""A translation in brackets right behind quoted words: "Vi vet" (We know)."""


_ABBREVIATIONS = ("a.m.", "p.m.")
"""Their last mark is their own."""


def trimmed(text: str, span: Span, *, that: bool = False) -> Span | None:
    """Return a span without marks and white space at its edges, and without a leading "that" where asked; or none."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and text[max(end - 4, 0) : end].lower() not in _ABBREVIATIONS:
        end -= 1
    if that and text[start : start + len(_THAT)].lower() == _THAT and text[start + len(_THAT) : end][:1].isspace():
        return trimmed(text, Span(start + len(_THAT), end))
    return Span(start, end) if start < end else None


def whole_words(text: str, span: Span) -> Span:
    """Return a span drawn to the edges of the words that it cuts: the tagger's pieces of words may be less than one."""
    start, end = span
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def mode_of(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> Mode:
    """Return how the words are given; a name in quotation marks ("Operation Granite") does not make them quoted."""
    quoted = [_is_quoted(p, [s for q in quotations for s in q.spans if s.overlaps(p)], text) for p in content]
    spans = [s for q in quotations for s in q.spans if not is_name(text[s.start : s.end])]
    touched = any(p.overlaps(s) for p in content for s in spans)
    if all(quoted):
        return Mode.DIRECT
    return Mode.MIXED if touched else Mode.INDIRECT


def _is_quoted(piece: Span, spans: Sequence[Span], text: str) -> bool:
    """Whether all words of a piece stand in quotation marks, over paragraphs too; a translation may follow them."""
    if not spans:
        return False
    ends = [piece.start, *(edge for s in spans for edge in s), piece.end]
    outside = [text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)]
    return not any(_WORD.search(o) for o in outside[:-1]) and (
        not _WORD.search(outside[-1]) or _TRANSLATED.fullmatch(outside[-1]) is not None
    )
