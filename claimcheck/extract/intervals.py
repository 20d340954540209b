"""Which of many spans lie around a place, without a look at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from claimcheck.model import Span


class Intervals:
    """Spans of one text. Those found are named by their place in the order given."""

    __slots__ = ("_order", "_reach", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        given = list(spans)
        self._order = sorted(range(len(given)), key=given.__getitem__)
        self._spans = [given[n] for n in self._order]
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))  # how far any so far goes

    def overlapping(self, span: Span) -> list[int]:
        """Return the places of the spans that overlap `span`, in order."""
        last = bisect_left(self._starts, span.end)
        return sorted(n for n, other in self._back(last, span.start + 1) if other.overlaps(span))

    def containing(self, span: Span) -> list[int]:
        """Return the places of the spans that contain `span`, in order."""
        last = bisect_right(self._starts, span.start)
        return sorted(n for n, other in self._back(last, span.end) if other.contains(span))

    def _back(self, last: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield the spans before the sorted place `last`, backwards, as long as any that is left reaches `end`."""
        for i in range(last - 1, -1, -1):
            if self._reach[i] < end:
                return
            yield self._order[i], self._spans[i]
