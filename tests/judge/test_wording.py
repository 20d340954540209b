"""Sentences in the same words but for some: row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.wording import opinion
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Aspect, Claim, ComparisonKind, Mode, Opinion, Pair, Side, Source, Span, Stance, Voice

KNOWN = default_knowledge()

ROWS = [
    ("the same", "Three men fled into the wood.", "three men fled into the wood", "agree", []),
    ("a filler", "The three men fled into the wood.", "Three men fled into a wood.", "agree", []),
    ("words for a number", "Twelve people died in the raid.", "12 people died in the raid.", "agree", []),
    ("another number", "12 people died in the raid.", "14 people died in the raid.", "conflict", [Aspect.HOW_MANY]),
    ("one of two", "It hit 3 cars and 2 vans.", "It hit 3 cars and 4 vans.", "conflict", [Aspect.HOW_MANY]),
    (
        "a bound that allows it",
        "14 people died there.",
        "At least 12 people died there.",
        "compatible",
        [Aspect.HOW_MANY],
    ),
    ("a bound that does not", "9 people died there.", "At least 12 people died there.", "conflict", [Aspect.HOW_MANY]),
    ("by a hair", "40 people died there.", "More than 40 people died there.", "conflict", [Aspect.HOW_MANY]),
    ("bounds that meet", "Over 40 people died there.", "Over 30 people died there.", "compatible", [Aspect.HOW_MANY]),
    ("no exact number", "Thousands of people marched.", "2,500 people marched.", "undecided", []),
    ("another weekday", "The bridge fell on Monday.", "The bridge fell on Sunday.", "conflict", [Aspect.WHEN]),
    ("another day", "The bridge fell on 4 June.", "The bridge fell on 5 June.", "conflict", [Aspect.WHEN]),
    ("another year", "The bridge fell in 2016.", "The bridge fell in 2017.", "conflict", [Aspect.WHEN]),
    ("another month", "The bridge fell in June.", "The bridge fell in July.", "conflict", [Aspect.WHEN]),
    (
        "a place elsewhere",
        "The bridge in Norway fell down.",
        "The bridge in Chile fell down.",
        "conflict",
        [Aspect.WHERE],
    ),
    ("a place within", "The bridge in France fell down.", "The bridge in Paris fell down.", "undecided", []),
    ("a negation", "The troops were in the town.", "The troops were not in the town.", "conflict", [Aspect.STATUS]),
    ("another word", "The old bridge fell down.", "The new bridge fell down.", "undecided", []),
    ("one more word", "The bridge fell down.", "The bridge fell down slowly.", "undecided", []),
    ("too few words", "12 died.", "14 died.", "undecided", []),
    ("nothing in common", "The bridge fell down.", "Troops left by the northern gate.", "undecided", []),
]


def said(text: str, name: str, stance: Stance = Stance.AFFIRM) -> Claim:
    source = Source(name, name, "army")
    spans = (Span(0, len(text)),)
    return Claim(name, name, "outlet", source, (name,), Voice.ATTRIBUTED, Mode.INDIRECT, stance, text, spans)


def held(a: str, b: str, stance: Stance = Stance.AFFIRM) -> Opinion:
    first, second = said(a, "a"), said(b, "b", stance)
    return opinion(Pair("i", ComparisonKind.CROSS_SOURCE, Side(first, ()), Side(second, ())), KNOWN)


@pytest.mark.parametrize(("a", "b", "relation", "aspects"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_row(a: str, b: str, relation: str, aspects: list[Aspect]) -> None:
    for found in (held(a, b), held(b, a)):
        assert found.relation == relation
        assert [verdict.aspect for verdict in found.aspects] == aspects
        assert not found.scores or sum(found.scores) == pytest.approx(1)


def test_what_follows_has_a_direction() -> None:
    exact, bounded = "14 people died there.", "At least 12 people died there."
    forth, back = held(exact, bounded).scores, held(bounded, exact).scores
    assert forth
    assert back
    assert [forth.index(max(forth)), back.index(max(back))] == [0, 1]


def test_the_words_that_differ_are_named() -> None:
    found = held("At least 12 people died there.", "Nine people died there.")
    assert found.reason == "in the same words but for “At least 12” and “9”"


def test_a_denial_is_not_compared_by_its_words() -> None:
    assert held("Three men fled.", "Three men fled.", Stance.DENY).relation == "undecided"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_read_the_same_both_ways(a: str, b: str) -> None:
    forth, back = held(a, b), held(b, a)
    assert (forth.relation, forth.confidence) == (back.relation, back.confidence)
