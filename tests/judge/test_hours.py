"""Hours of one act: the same, nearly the same, others; and what cannot be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import claim, fact

from claimcheck.judge.dates import compare
from claimcheck.judge.detail import Detail, World
from claimcheck.model import Bound

Hour = tuple[str, str | None, str]
HOURS = [
    # words, value and bound of one account, of the other, what they come to
    (("at 02:30", "T02:30", "="), ("at 2.30 a.m.", "T02:30", "="), "agree"),
    (("at 02:30", "T02:30", "="), ("at 02:38", "T02:38", "="), "compatible"),
    (("around 02:30", "T02:30", "~"), ("at 02:55", "T02:55", "="), "compatible"),
    (("around 02:30", "T02:30", "~"), ("at about 3:15 a.m.", "T03:15", "~"), "conflict"),
    (("at 02:30", "T02:30", "="), ("at 03:30", "T03:30", "="), "conflict"),
    (("at 23:55", "T23:55", "="), ("at midnight", "T00:00", "="), "compatible"),
    (("before 14:05", "T14:05", "<"), ("at 13:00", "T13:00", "="), "compatible"),
    (("at 0530 GMT", "T05:30Z", "="), ("at 08:30", "T08:30", "="), "undecided"),
    (("at 3:15", None, "="), ("at 3:15", None, "="), "agree"),
    (("at 3:15", None, "="), ("at 15:40", "T15:40", "="), "undecided"),
]


def detail(hour: Hour, act: str | None = "shoot") -> Detail:
    words, value, op = hour
    told = replace(fact("when", words, value), unit="hour", op=Bound(op))
    return Detail(told, claim("c", told).propositions[0], act)


@pytest.mark.parametrize(("first", "second", "relation"), HOURS)
def test_two_hours(first: Hour, second: Hour, relation: str, world: World) -> None:
    for a, b in ((first, second), (second, first)):
        ruling = compare(detail(a), detail(b), world)
        assert ruling is not None
        assert ruling.relation == relation


def test_hours_of_other_acts_and_days_are_not_compared(world: World) -> None:
    early, late = detail(HOURS[0][0]), detail(HOURS[3][1], "rescue")
    day = replace(early, fact=fact("when", "on Saturday", "2018-12-08"))
    assert compare(early, late, world) is None
    assert compare(early, day, world) is None
