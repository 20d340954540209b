"""A date of publication at the ends of the calendar dates nothing: there is no day before it, or none after."""

from __future__ import annotations

import pytest

from claimcheck.extract.said_at import published_day
from claimcheck.group.days import news_of
from claimcheck.model import Article


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("9999-12-31", False),
        ("0001-01-01", False),
        ("9999-01-01T00:00Z", False),
        ("9998-12-31", True),
        ("0002-01-01", True),
        ("Saturday", False),
        ("", False),
    ],
)
def test_a_day_has_days_around_it(published: str, known: bool) -> None:
    assert (published_day(Article("a", "x", published=published)) is not None) == known


@pytest.mark.parametrize(("published", "known"), [("0001-01-01", False), ("0001-01-07", True), ("9999-12-31", True)])
def test_news_is_of_the_days_before(published: str, known: bool) -> None:
    assert (news_of(published) is not None) == known
