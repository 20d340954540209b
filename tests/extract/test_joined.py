"""What the rules and the tagger come to together, row by row, and what holds of any two lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.attributions import JOINS, Attribution
from claimcheck.extract.attributions.joined import joined
from claimcheck.model import Mode, Span, Stance, Voice

SURE, UNSURE = 0.95, 0.1


def report(
    *content: tuple[int, int], sure: float | None = None, relays: tuple[Span, ...] = (), source: Span | None = None
) -> Attribution:
    by = "clause_after" if sure is None else "tagger"
    spans = tuple(Span(*piece) for piece in content)
    return Attribution(
        spans, source, None, Mode.INDIRECT, Voice.ATTRIBUTED, Stance.AFFIRM, relays=relays, found_by=by, sure=sure
    )


ROWS = [
    ("the same words", [report((0, 9))], [report((0, 9), sure=UNSURE)], [(0, 9)]),
    ("the tagger is sure of other words", [report((0, 9))], [report((0, 30), sure=SURE)], [(0, 30)]),
    ("the tagger is not sure of them", [report((0, 9))], [report((0, 30), sure=UNSURE)], [(0, 9)]),
    ("only the rules", [report((0, 9))], [], [(0, 9)]),
    ("only the tagger, sure", [], [report((0, 9), sure=SURE)], [(0, 9)]),
    ("only the tagger, unsure", [], [report((0, 9), sure=UNSURE)], []),
    ("apart", [report((0, 9))], [report((20, 29), sure=SURE)], [(0, 9), (20, 29)]),
    (
        "two of the rules for one",
        [report((0, 9)), report((10, 19))],
        [report((0, 19), sure=UNSURE)],
        [(0, 9), (10, 19)],
    ),
    ("one, surely, for two", [report((0, 9)), report((10, 19))], [report((0, 19), sure=SURE)], [(0, 19)]),
    ("a chain", [report((0, 9), relays=(Span(40, 44),))], [report((0, 19), sure=SURE)], [(0, 9)]),
    ("pieces", [report((0, 9), (20, 29))], [report((20, 29), sure=SURE)], [(20, 29)]),
]


@pytest.mark.parametrize(("ruled", "tagged", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_joined(ruled: list[Attribution], tagged: list[Attribution], expected: list[tuple[int, int]]) -> None:
    assert [tuple(a.content[0]) for a in joined(ruled, tagged)] == expected


def test_the_rule_gives_a_source_that_the_tagger_lacks() -> None:
    (found,) = joined([report((0, 9), source=Span(30, 35))], [report((0, 12), sure=SURE)])
    assert found.source == Span(30, 35)
    assert found.found_by == "clause_after, tagger"
    assert found.sure == SURE


def test_the_words_of_two_whom_the_rules_tell_apart_are_not_those_of_one() -> None:
    army = replace(report((0, 9), source=Span(10, 14)), cue=Span(15, 19))
    militia = replace(report((30, 39), source=Span(20, 24)), cue=Span(25, 29))
    together = report((0, 9), (30, 39), sure=SURE, source=Span(20, 24))
    assert joined([army, militia], [together]) == [army, militia]


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6)
SURES = st.lists(st.floats(0, 1), min_size=6, max_size=6)


@given(SPANS, SPANS, SURES)
def test_every_report_is_one_that_was_found(
    rules: list[tuple[int, int]], tags: list[tuple[int, int]], sures: list[float]
) -> None:
    ruled = [report((start, start + size)) for start, size in rules]
    tagged = [report((start, start + size), sure=sure) for (start, size), sure in zip(tags, sures, strict=False)]
    found = joined(ruled, tagged)
    assert {a.content for a in found} <= {a.content for a in (*ruled, *tagged)}
    covered = {i for a in found for s in a.content for i in range(*s)}
    assert all(any(set(range(*s)) & covered for s in a.content) for a in ruled), "no utterance of the rules is lost"
    assert JOINS["rules"](ruled, tagged) == ruled
    assert JOINS["tagger"](ruled, tagged) == tagged
