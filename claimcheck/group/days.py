"""Stretches of days that texts give, and how far apart they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Protocol

from claimcheck.model import Aspect, Fact

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEWS = timedelta(days=6)
"""A report that names no day is taken to tell of the week before it."""
_FEW_DAYS = 4
"""A longer stretch ("in July") does not place a happening."""
_FAR = 7
"""Days: accounts of one happening may differ by a day or two, not by more than a week."""


class Days(NamedTuple):
    """First and last day, ISO."""

    first: str
    last: str

    def meets(self, other: Days) -> bool:
        return self.first <= other.last and other.first <= self.last


class Dated(Protocol):
    """What gives days, or else is news of some."""

    @property
    def days(self) -> frozenset[Days]: ...
    @property
    def news(self) -> Days | None: ...


def days_of(facts: Iterable[Fact]) -> frozenset[Days]:
    """Return the days, and the stretches of days, that facts give."""
    found = (_DAY.findall(str(fact.value or "")) for fact in facts if fact.aspect is Aspect.WHEN)
    return frozenset(Days(min(days), max(days)) for days in found if days)


def news_of(published: str | None) -> Days | None:
    """Return the days that a report tells of where it names none."""
    try:
        last = date.fromisoformat((published or "")[:10])
        return Days((last - _NEWS).isoformat(), last.isoformat())
    except (ValueError, OverflowError):  # OverflowError: the first days of the year 1
        return None


def of_days(a: Dated, b: Dated) -> tuple[float, float, float, float]:
    """Whether a day is the same, all are others, all far, or one tells of other days than the news of the other."""
    if a.days and b.days:
        gaps = [(_gap(x, y), max(_length(x), _length(y))) for x in a.days for y in b.days]
        least = min(gap for gap, _ in gaps)
        same = any(gap == 0 and length <= _FEW_DAYS for gap, length in gaps)
        return float(same), float(least > 0), float(least > _FAR), 0.0
    dated, news = (a.days, b.news) if a.days else (b.days, a.news)
    least = min((_gap(days, news) for days in dated), default=0) if news else 0
    return 0.0, 0.0, float(least > _FAR), float(least > 0)


def between(a: Days | None, b: Days | None) -> int:
    """Return the days between the ends of two stretches; 0 where one is not known."""
    return _apart(a.last, b.last) if a and b else 0


@lru_cache(maxsize=65536)
def _gap(a: Days, b: Days) -> int:
    """Days from the end of the earlier stretch to the beginning of the later; 0 where they meet."""
    if a.meets(b):
        return 0
    earlier, later = sorted((a, b))
    return _apart(earlier.last, later.first)


@lru_cache(maxsize=65536)
def _apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


@lru_cache(maxsize=4096)
def _length(days: Days) -> int:
    return _apart(days.first, days.last) + 1
