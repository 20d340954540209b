"""The reports of a text as rows that a test can be read by."""

from __future__ import annotations

from typing import Protocol

from claimcheck.extract.attributions import Attribution, find_attributions
from claimcheck.extract.document import Document
from claimcheck.model import Span, Voice


class Read(Protocol):
    """A text to its parsed document."""

    def __call__(self, text: str, /) -> Document: ...


Row = tuple[str, str, str]


def reports(document: Document) -> list[Attribution]:
    return [a for a in find_attributions(document) if a.voice is Voice.ATTRIBUTED]


def words(document: Document, span: Span | None) -> str:
    return "" if span is None else document.words(span)


def rows(document: Document) -> list[Row]:
    """Return (source, cue, content) of each report, in text order."""
    return [
        (words(document, a.source), words(document, a.cue), " / ".join(document.words(s) for s in a.content))
        for a in reports(document)
    ]
