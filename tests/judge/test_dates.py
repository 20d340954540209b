"""Dates by their grain."""

from __future__ import annotations

from datetime import date

import pytest
from accounts import claim, fact

from claimcheck.judge.dates import compare, days
from claimcheck.judge.detail import Detail, World

OPEN = [
    # bound and value of one account, of the other, what they come to
    (("<=", "2018-12-10"), ("=", "2018-12-08"), "compatible"),
    (("<=", "2018-12-10"), ("=", "2018-12-11"), "conflict"),
    ((">", "2018-12-08"), ("=", "2018-12-09"), "compatible"),
    ((">=", "2018-12-08"), ("<", "2018-12-07"), "conflict"),
    ((">=", "2018-12-08"), ("<=", "2018-12-08"), "compatible"),
]

WHEN = [
    # words and value of one account, of the other, what they come to
    (("on Saturday", "2018-12-08"), ("8 December", "2018-12-08"), "agree"),
    (("on Saturday", "2018-12-08"), ("in December", "2018-12"), "compatible"),
    (("on Saturday", "2018-12-08"), ("at the weekend", "2018-12-08/2018-12-09"), "compatible"),
    (("on Saturday", "2018-12-08"), ("on Friday", "2018-12-07"), "conflict"),
    (("late on Friday", "2018-12-07"), ("early on Saturday", "2018-12-08"), "compatible"),
    (("late on Friday", "2018-12-07"), ("early on Monday", "2018-12-10"), "conflict"),
    (("at 05:30", "2018-12-08T05:30"), ("on Saturday", "2018-12-08"), "agree"),
    (("in 2018", "2018"), ("in 2019", "2019"), "conflict"),
    (("on Saturday", None), ("on Saturday", None), "agree"),
    (("on Saturday", None), ("on Friday", None), "conflict"),
    (("late on Friday", None), ("early on Saturday", None), "undecided"),
    (("in March", None), ("in April", None), "conflict"),
    (("on Saturday", None), ("that day", None), "undecided"),
    (("that day", "not a date"), ("then", "2018-13-45"), "undecided"),
]


@pytest.mark.parametrize(("first", "second", "relation"), WHEN)
def test_two_times(first: tuple[str, str | None], second: tuple[str, str | None], relation: str, world: World) -> None:
    details = [Detail(one := fact("when", *given), claim("c", one).propositions[0]) for given in (first, second)]
    for a, b in (details, reversed(details)):
        ruling = compare(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


@pytest.mark.parametrize(("first", "second", "relation"), OPEN)
def test_a_time_told_by_one_end(first: tuple[str, str], second: tuple[str, str], relation: str, world: World) -> None:
    told = [fact("when", value, value, op=op) for op, value in (first, second)]
    details = [Detail(one, claim("c", one).propositions[0]) for one in told]
    for a, b in (details, reversed(details)):
        ruling = compare(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


def test_a_day_alone_is_no_agreement_of_accounts(world: World) -> None:
    one = fact("when", "on Saturday", "2018-12-08")
    said = Detail(one, claim("a", one).propositions[0])
    ruling = compare(said, said, world)
    assert ruling is not None
    assert not ruling.specific


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2018-12-07/2018-12-08", (date(2018, 12, 7), date(2018, 12, 8))),
        ("2018-12-08/2018-12-07", None),
        ("2018-12-08-09", (date(2018, 12, 8), date(2018, 12, 8))),
        ("", None),
        ("--", None),
        ("99999999999999999999-01-01", None),
        (3.0, None),
        (None, None),
    ],
)
def test_days(value: float | str | None, expected: tuple[date, date] | None) -> None:
    assert days(value) == expected
