"""Places in the text of an article: half-open ranges of Unicode code points, as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in the text of an article."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


ELISION = " [...] "
"""Joins the pieces of a discontinuous text, so that it is never shown as if it ran on."""


def pieces(text: str, spans: Iterable[Span]) -> str:
    """Return the words at `spans` of `text`, joined so that a gap is seen."""
    return ELISION.join(text[start:end] for start, end in spans)


def stable_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and 12 hexadecimal digits that depend on `parts` alone."""
    return prefix + sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
