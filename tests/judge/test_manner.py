"""How, what and why: scales of values that exclude each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from accounts import Judged, act, claim, fact

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.lexicon import keys, lexicon, readings
from claimcheck.judge.manner import compare

HOW = [
    ("in the air", "towards the suspects", "conflict"),
    ("a car bomb", "an air strike", "conflict"),
    ("a car bomb", "a truck bomb", "compatible"),
    ("with a car bomb", "by a car bomb", "agree"),
    ("surface-to-surface missile", "warplanes", "conflict"),
    ("barrel bombs", "air raids", "compatible"),
    ("accidentally", "on purpose", "conflict"),
    ("in line with standard procedure", "in violation of the ceasefire", "conflict"),
    ("in self-defence", "without provocation", "conflict"),
    ("sarin", "chlorine", "conflict"),
    ("at close range", "from a moving car", "compatible"),
    ("at close range", "close range", "agree"),
]


@pytest.mark.parametrize(("first", "second", "relation"), HOW)
def test_two_manners(first: str, second: str, relation: str, world: World) -> None:
    details = [Detail(one := fact("how", words), claim("c", one).propositions[0]) for words in (first, second)]
    for a, b in (details, reversed(details)):
        ruling = compare(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


@pytest.mark.parametrize("words", ["the attack", "similar strikes", "this incident"])
def test_plain_words_for_the_event_are_no_manner(words: str, judged: Judged) -> None:
    a, b = (claim(name, act("kill"), fact("how", words)) for name in "ab")
    assert not [verdict for verdict in judged(a, b).aspects if verdict.aspect == "how"]


def test_shots_in_the_air_are_not_shots_at_somebody(judged: Judged) -> None:
    air = claim("a", act("shoot"), fact("how", "in the air", of="shoot"))
    people = claim("b", act("shoot"), fact("to_whom", "the suspects", "suspect", of="shoot"))
    verdict = judged(air, people)
    assert verdict.relation == "conflict"
    assert [v.aspect for v in verdict.aspects if v.relation == "conflict"] == ["how"]


def test_a_weapon_is_a_doer_for_one_and_a_manner_for_the_other(judged: Judged) -> None:
    doer = claim("a", act("kill"), fact("by_whom", "warplanes", "warplane"))
    manner = claim("b", act("explode"), fact("how", "a car bomb", of="explode"))
    assert judged(doer, manner).relation == "conflict"


@pytest.mark.parametrize(
    ("manner", "reason", "relation"),
    [
        ("under standard procedure", "because a patrol startled them", "conflict"),
        ("under the rules of engagement", "out of panic", "conflict"),
        ("deliberately", "because of a malfunction", "conflict"),
        ("under standard procedure", "because of thick fog", "compatible"),
        ("at close range", "because a patrol startled them", "compatible"),
    ],
)
def test_why_it_was_done_may_be_told_as_a_manner(manner: str, reason: str, relation: str, judged: Judged) -> None:
    how = claim("a", act("shoot"), fact("how", manner, of="shoot"))
    why = claim("b", act("shoot"), fact("why", reason, of="shoot"))
    verdict = judged(how, why)
    assert verdict.relation == relation
    assert [v.aspect for v in verdict.aspects if v.relation == "conflict"] == ["why"] * (relation == "conflict")


@pytest.mark.parametrize("scale", lexicon().scales.values(), ids=lambda scale: scale.name)
def test_a_scale_names_only_its_own_values(scale: object) -> None:
    own = lexicon().scales[scale.name]  # type: ignore[attr-defined]
    values = set(own.phrases.values())
    assert own.common <= values
    assert all(pair <= values for pair in own.together)
    assert all(group <= values for group in own.groups)
    assert any(not own.reconcilable(a, b) for a, b in combinations(sorted(values), 2))


def test_a_longer_phrase_hides_those_inside_it() -> None:
    assert readings("two car bombs", lexicon().scales["means"]) == {"car bomb"}


def test_a_line_of_words_without_end_is_read_in_part() -> None:
    assert len(keys("bomb " * 200_000)) <= 400
    assert keys("'" * 200_000) == ()
