"""What speaks for and against two profiles being of one matter, in numbers.

A clashing day or place is evidence like the rest and settles nothing by itself: else accounts that differ on
where and when would never meet.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import log, log1p
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz import fuzz

from claimcheck.group.profiles import Days, Profile

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Vectors

_FEW_DAYS = 4
"""A longer stretch ("in July") does not place a happening."""
_FAR = 7
"""Days: accounts of one happening may differ by a day or two, not by more than a week."""
_SPELLING = 75
"""Place names of which so many per cent of the letters agree may be one name: "Tall Tawil", "Tal Tawil"."""
_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""


class Evidence(NamedTuple):
    """Yes is 1 and no is 0; `words` is the share of words in common, `shared_words` the logarithm of their number."""

    cosine: float
    best_cosine: float
    other_names: float
    number: float
    words: float
    shared_words: float
    same_day: float
    other_day: float
    far_day: float
    old_news: float
    other_place: float
    unknown_place: float
    size_cosine: float


class Compare:
    """Compares profiles of one run."""

    def __init__(self, vectors: Vectors, knowledge: Knowledge) -> None:
        self._vectors = vectors
        self._places = knowledge.places
        self._place = lru_cache(maxsize=65536)(self._place_relation)

    def __call__(self, a: Profile, b: Profile) -> Evidence:
        """Return the evidence; the same whichever profile comes first."""
        cosine, best = self._cosines(a, b)
        same_day, other_day, far_day, old_news = _days(a, b)
        other_place, unknown_place = self._where(a, b)
        return Evidence(
            cosine,
            best,
            float(bool(a.names and b.names) and a.names.isdisjoint(b.names)),
            float(not a.numbers.isdisjoint(b.numbers)),
            len(a.words & b.words) / max(1, len(a.words | b.words)),
            log1p(len(a.words & b.words)),
            same_day,
            other_day,
            far_day,
            old_news,
            other_place,
            unknown_place,
            log(min(a.size, b.size)) * cosine,
        )

    def _cosines(self, a: Profile, b: Profile) -> tuple[float, float]:
        """The cosine of the mean vectors, and that of the two nearest."""
        one, other = self._vectors[list(a.rows)], self._vectors[list(b.rows)]
        means = one.sum(axis=0), other.sum(axis=0)
        scale = float(np.linalg.norm(means[0]) * np.linalg.norm(means[1])) or 1.0
        return round(float(means[0] @ means[1]) / scale, _DIGITS), round(float((one @ other.T).max()), _DIGITS)

    def _where(self, a: Profile, b: Profile) -> tuple[float, float]:
        """Whether all places are known to be apart, or have other names at least; countries do not count."""
        pairs = [(min(x, y), max(x, y)) for x in a.places if self.exact(x) for y in b.places if self.exact(y)]
        found = {self._place(*pair) for pair in pairs}
        if not found or True in found:
            return 0.0, 0.0
        return float(None not in found), float(None in found)

    def exact(self, place: str) -> bool:
        """Whether a place is narrower than a country, as far as is known."""
        country = self._places.country(place)
        return country is None or country != self._places.canonical(place)

    def _place_relation(self, a: str, b: str) -> bool | None:
        """Whether one place is or holds the other; None where that is not known."""
        inside = self._places.contains(a, b), self._places.contains(b, a)
        x, y = a.lower(), b.lower()
        if True in inside or x in y or y in x:
            return True
        if inside == (False, False):
            return False
        return True if fuzz.ratio(x, y) >= _SPELLING else None


def _days(a: Profile, b: Profile) -> tuple[float, float, float, float]:
    """Whether a day is the same, all are others, all far, or one tells of other days than the news of the other."""
    if a.days and b.days:
        gaps = [(_gap(x, y), max(_length(x), _length(y))) for x in a.days for y in b.days]
        least = min(gap for gap, _ in gaps)
        same = any(gap == 0 and length <= _FEW_DAYS for gap, length in gaps)
        return float(same), float(least > 0), float(least > _FAR), 0.0
    dated, news = (a.days, b.news) if a.days else (b.days, a.news)
    gaps = [(_gap(days, news), 0) for days in dated] if news else []
    least = min((gap for gap, _ in gaps), default=0)
    return 0.0, 0.0, float(least > _FAR), float(least > 0)


@lru_cache(maxsize=65536)
def _gap(a: Days, b: Days) -> int:
    """Days from the end of the earlier stretch to the beginning of the later; 0 where they meet."""
    if a.meets(b):
        return 0
    earlier, later = sorted((a, b))
    return (date.fromisoformat(later.first) - date.fromisoformat(earlier.last)).days


@lru_cache(maxsize=4096)
def _length(days: Days) -> int:
    return (date.fromisoformat(days.last) - date.fromisoformat(days.first)).days + 1
