"""Spans around a place, against a look at all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.intervals import Intervals
from claimcheck.model import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(SPANS), SPANS)
def test_those_around_a_place_are_found_in_their_order(spans: list[Span], place: Span) -> None:
    around = Intervals(spans)
    assert around.containing(place) == [n for n, span in enumerate(spans) if span.contains(place)]
    assert around.overlapping(place) == [n for n, span in enumerate(spans) if span.overlaps(place)]
