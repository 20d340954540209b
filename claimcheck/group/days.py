"""Stretches of days that texts give, and how far apart they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from claimcheck.group.ragged import Ragged
from claimcheck.model import Aspect, Bound, Fact

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Ints, Pairs

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


class Stretch(NamedTuple):
    """First and last day, as ordinals."""

    first: int
    last: int


class Dated(Protocol):
    """What gives days, or else is news of some."""

    @property
    def days(self) -> frozenset[Days]: ...
    @property
    def news(self) -> Days | None: ...


def days_of(facts: Iterable[Fact]) -> frozenset[Days]:
    """Return the days, and the stretches of days, that facts give; not those on which, or by which, it was counted."""
    given = [fact for fact in facts if fact.op is Bound.EXACT or fact.aspect is not Aspect.WHEN]
    counting = {fact.of for fact in given if fact.aspect is Aspect.STATUS and fact.of != fact.value}
    found = (_DAY.findall(str(f.value or "")) for f in given if f.aspect is Aspect.WHEN and f.of not in counting)
    return frozenset(Days(min(days), max(days)) for days in found if days)


def news_of(published: str | None) -> Days | None:
    """Return the days that a report tells of where it names none."""
    try:
        last = date.fromisoformat((published or "")[:10])
        return Days((last - _NEWS).isoformat(), last.isoformat())
    except (ValueError, OverflowError):  # OverflowError: the first days of the year 1
        return None


def told(dated: Dated) -> Collection[Days]:
    """Return the days that something gives, or else those that it is news of."""
    return dated.days or ((dated.news,) if dated.news else ())


@lru_cache(maxsize=65536)
def stretch(days: Days) -> Stretch:
    """Return a stretch of days as ordinals."""
    return Stretch(*(date.fromisoformat(day).toordinal() for day in days))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is told of days, by number: rows of first days and, in the same order, of last days, as ordinals.

    `dated` says which give days, and are not only news of some. `news` is the last day of these, 0 where not known.
    """

    firsts: Ragged
    lasts: Ragged
    dated: NDArray[np.bool_]
    news: Ints

    @classmethod
    def of(cls, all_dated: Sequence[Dated]) -> Calendar:
        """Return the calendar of what gives days."""
        stretches = [[stretch(days) for days in told(dated)] for dated in all_dated]
        return cls(
            Ragged.of([[days.first for days in found] for found in stretches]),
            Ragged.of([[days.last for days in found] for found in stretches]),
            np.array([bool(dated.days) for dated in all_dated], dtype=np.bool_),
            np.array([stretch(dated.news).last if dated.news else 0 for dated in all_dated], dtype=np.int64),
        )

    def columns(self, pairs: Pairs) -> Mapping[str, NDArray[np.bool_]]:
        """Whether a day is the same, all are others, all far, or one tells of other days than the news of the other."""
        pair, first, other_first = self.firsts.products(pairs)
        _, last, other_last = self.lasts.products(pairs)
        gap = np.maximum(0, np.maximum(first, other_first) - np.minimum(last, other_last))
        length = np.maximum(last - first, other_last - other_first) + 1
        near, least = np.zeros(len(pairs), dtype=bool), np.full(len(pairs), np.iinfo(np.int64).max)
        near[pair[(gap == 0) & (length <= _FEW_DAYS)]] = True
        np.minimum.at(least, pair, gap)
        met = np.bincount(pair, minlength=len(pairs)) > 0
        both, one = self.dated[pairs].all(axis=1), self.dated[pairs].any(axis=1) & met
        return {
            "same_day": both & near,
            "other_day": both & (least > 0),
            "far_day": one & (least > _FAR),
            "old_news": one & ~both & (least > 0),
        }

    def between_news(self, pairs: Pairs) -> Ints:
        """Return the days between the ends of the news of two; 0 where one is not known."""
        a, b = self.news[pairs].T
        return np.where((a > 0) & (b > 0), np.abs(a - b), 0)
