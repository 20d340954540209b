"""Numbers as intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import Judged, act, claim, fact
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.numbers import compare
from claimcheck.model import Bound, Claim, Fact, Relation

COUNTS = [
    # words of one account, words of the other, what they come to
    (("31", "person"), ("44", "person"), "conflict"),
    ((">= 56", "civilian"), ("160", "civilian"), "compatible"),
    ((">= 24", "person"), ("31", "person"), "compatible"),
    (("> 40", "person"), ("1400", "person"), "compatible"),
    (("> 40", "person"), ("40", "person"), "compatible"),
    ((">= 18", "person"), ("18", "person"), "agree"),
    (("18", "person"), ("18", "person"), "agree"),
    ((">= 44", "person"), ("22", "person"), "conflict"),
    (("<= 100", "person"), ("80", "person"), "compatible"),
    (("<= 100", "person"), ("120", "person"), "conflict"),
    (("<= 100", "person"), (">= 120", "person"), "conflict"),
    (("~ 80", "person"), ("84", "person"), "compatible"),
    (("~ 80", "person"), ("120", "person"), "conflict"),
    (("~ 80", "person"), ("80", "person"), "agree"),
    (("12", "person"), ("12", "civilian"), "agree"),
    (("15", "civilian"), ("12", "person"), "conflict"),
    (("11", "child"), ("56", "person"), None),
    (("11", "child"), ("7", "soldier"), None),
    (("12", "people"), ("12", None), "agree"),
    (("0", "person"), ("3", "person"), "conflict"),
]


def counted(words: str, unit: str | None) -> Fact:
    return fact("how_many", words, None, unit)


def detail(one: Fact) -> Detail:
    return Detail(one, claim("c", one).propositions[0])


@pytest.mark.parametrize(("first", "second", "relation"), COUNTS)
def test_two_counts_of_one_act(
    first: tuple[str, str | None], second: tuple[str, str | None], relation: str | None, world: World
) -> None:
    for a, b in ((first, second), (second, first)):
        ruling = compare(detail(counted(*a)), detail(counted(*b)), world)
        assert (ruling.relation if ruling else None) == relation


@pytest.mark.parametrize("words", ["six others", "another 6", "6 more"])
def test_those_who_come_on_top_are_a_part(words: str, world: World) -> None:
    part = Detail(replace(counted("6", "person"), text=words), claim("a", act("kill")).propositions[0])
    ruling = compare(part, detail(counted(">= 21", "person")), world)
    assert ruling is not None
    assert ruling.relation == Relation.COMPATIBLE


def test_those_included_in_a_bound_are_bounded(judged: Judged) -> None:
    first = claim("a", act("kill"), fact("how_many", ">= 56"), fact("how_many", "11", unit="child"))
    more = claim("b", act("kill"), fact("how_many", "25 children", 25.0, "child"))
    fewer = claim("b", act("kill"), fact("how_many", "3 children", 3.0, "child"))
    assert judged(first, more).relation == "compatible"
    assert judged(first, fewer).relation == "conflict"


TARGET = fact("what", "its outposts", "outpost", of="shoot")
PESHAWAR = ("defence-ministry-pk", "ministry")
KABUL = ("defence-ministry-af", "ministry")


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (
            claim("a", act("kill"), fact("how_many", "three Afghan soldiers", 3.0, "soldier"), source=KABUL),
            claim("b", act("kill"), fact("how_many", "nine Pakistani soldiers", 9.0, "soldier"), source=PESHAWAR),
            None,
        ),
        (
            claim("a", act("kill"), fact("how_many", "three Afghan soldiers", 3.0, "soldier"), source=KABUL),
            claim("b", act("kill"), TARGET, fact("how_many", "nine", 9.0, "soldier"), source=PESHAWAR),
            None,
        ),
        (
            claim("a", act("kill"), fact("how_many", "three Afghan soldiers", 3.0, "soldier"), source=KABUL),
            claim("b", act("kill"), fact("how_many", "nine", 9.0, "soldier"), source=PESHAWAR),
            "undecided",
        ),
        (
            claim("a", act("kill"), fact("how_many", "three Afghan soldiers", 3.0, "soldier"), source=KABUL),
            claim("b", act("kill"), fact("how_many", "nine Afghan soldiers", 9.0, "soldier"), source=PESHAWAR),
            "conflict",
        ),
        (
            claim("a", act("kill"), fact("how_many", "three", 3.0, "soldier"), source=KABUL),
            claim("b", act("kill"), fact("how_many", "nine", 9.0, "soldier"), source=PESHAWAR),
            "conflict",
        ),
    ],
)
def test_what_two_sides_lost_are_two_counts(first: Claim, second: Claim, relation: str | None, judged: Judged) -> None:
    found = [v.relation.value for v in judged(first, second).aspects if v.aspect == "how_many"]
    assert found == ([relation] if relation else [])


@pytest.mark.parametrize(
    ("teller", "unit", "relation"),
    [("army", "militant", "compatible"), ("monitor", "militant", "conflict"), ("army", "civilian", "conflict")],
)
def test_a_force_may_count_others_than_the_dead_of_a_place(
    teller: str, unit: str, relation: str, judged: Judged
) -> None:
    force = claim("a", act("kill"), fact("how_many", "20", unit=unit), source=("a force", teller))
    verdict = judged(force, claim("b", act("kill"), fact("how_many", "9", unit="person")))
    assert [(v.relation, "insurgent" in v.reason) for v in verdict.aspects if v.aspect == "how_many"] == [
        (relation, False)
    ]


@pytest.mark.parametrize(("other", "relation"), [("471", "conflict"), ("240", "compatible"), (">= 280", "compatible")])
def test_a_range_is_two_bounds(other: str, relation: str, judged: Judged) -> None:
    ranged = claim("a", act("kill"), fact("how_many", ">= 100"), fact("how_many", "<= 300"))
    assert judged(ranged, claim("b", act("kill"), fact("how_many", other))).relation == relation


def test_a_soldier_is_one_at_least(judged: Judged) -> None:
    first = claim("a", act("kill"), fact("how_many", "a soldier", 1.0, "soldier"))
    assert judged(first, claim("b", act("kill"), fact("how_many", "25", unit="soldier"))).relation == "compatible"


def test_more_than_is_a_bound_and_no_part(judged: Judged) -> None:
    first = claim("a", act("kill"), fact("how_many", "more than 100 people", 100.0, op=">"))
    assert judged(first, claim("b", act("kill"), fact("how_many", "72 people", 72.0))).relation == "conflict"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "many", None])
def test_what_is_no_number_is_not_compared(value: float | str | None, world: World) -> None:
    odd = replace(counted("6", "person"), value=value)
    assert compare(detail(odd), detail(counted("6", "person")), world) is None


def test_the_dead_and_the_wounded_are_counted_apart(judged: Judged) -> None:
    first = claim("a", act("kill"), fact("how_many", "12"), fact("how_many", "30", of="injure"))
    second = claim("b", act("kill"), fact("how_many", "12"), fact("how_many", "45", of="injure"))
    relations = {(v.of, v.relation) for v in judged(first, second).aspects if v.aspect == "how_many"}
    assert relations == {("kill", Relation.AGREE), ("injure", Relation.CONFLICT)}


@given(x=st.integers(0, 10**6), y=st.integers(0, 10**6), op=st.sampled_from(Bound), other=st.sampled_from(Bound))
def test_the_order_of_two_numbers_does_not_matter(x: int, y: int, op: Bound, other: Bound, world: World) -> None:
    a, b = detail(counted(f"{op.value} {x}", None)), detail(counted(f"{other.value} {y}", None))
    assert compare(a, b, world) == compare(b, a, world)
