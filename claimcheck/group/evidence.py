"""What speaks for and against two profiles being of one matter, in numbers.

A clashing day or place is evidence like the rest and settles nothing by itself: else accounts that differ on
where and when would never meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from math import log1p
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from claimcheck.group.cosines import cosines
from claimcheck.group.days import between, of_days
from claimcheck.group.profiles import Profile, Profiler

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Vectors

    Table = NDArray[np.float64]
    """Shape (pairs, features)."""

_COSINES = ("cosine", "best_cosine")
_DAYS = ("same_day", "other_day", "far_day", "old_news")
_PLACES = ("other_place", "unknown_place")
_SETS = (
    "other_names",
    "number",
    "words",
    "shared_words",
    "acts",
    "parties",
    "proper",
    "other_proper",
    "same_means",
    "other_means",
    "same_target",
    "other_target",
    "counts",
    "news_gap",
    "other_counts",
)
_TOGETHER = ("clashes",)
FEATURES = (*_COSINES, *_DAYS, *_PLACES, *_SETS, *_TOGETHER)
"""The columns of a table. Yes is 1 and no is 0; `words` is the share of words in common, `shared_words` and `proper`
are logarithms of how many words and names are, `news_gap` that of the days between two publications.
`clashes` is how many kinds of clash there are beyond the first: accounts of one matter may differ on where, or on how
many, and hardly on both."""

_CLASHES = tuple(
    (*_DAYS, *_PLACES, *_SETS).index(name)
    for name in ("other_day", "other_place", "other_means", "other_target", "other_counts")
)

_GROUNDS = ("number", "acts", "parties", "proper", "same_means", "same_target")
_SPELLING = 75
"""Place names of which so many per cent of the letters agree may be one name: "Tall Tawil", "Tal Tawil"."""


class Compare:
    """Compares profiles of one run."""

    def __init__(self, vectors: Vectors, knowledge: Knowledge) -> None:
        self._vectors = vectors
        self._places = knowledge.places
        self.profile = Profiler(knowledge)
        self._place = lru_cache(maxsize=65536)(self._place_relation)
        self._wide = lru_cache(maxsize=65536)(self._is_wide)
        self._narrow = lru_cache(maxsize=65536)(self._narrowest)

    def table(self, profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> Table:
        """Return the evidence on pairs of profiles, by their indices; the same whichever of two comes first."""
        cosine, best = cosines(self._vectors, [profile.rows for profile in profiles], pairs)
        rest = [self._rest(profiles[i], profiles[j]) for i, j in pairs]
        told = np.array(rest, dtype=np.float64).reshape(len(pairs), len(FEATURES) - len(_COSINES))
        return np.column_stack((cosine, best, told))

    def cosines(self, profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return the cosines of pairs of profiles alone."""
        found: list[float] = cosines(self._vectors, [profile.rows for profile in profiles], pairs)[0].tolist()
        return found

    def __call__(self, a: Profile, b: Profile) -> Mapping[str, float]:
        """Return the evidence on two profiles, by name."""
        return dict(zip(FEATURES, self.table((a, b), [(0, 1)])[0].tolist(), strict=True))

    def _rest(self, a: Profile, b: Profile) -> tuple[float, ...]:
        found = (*of_days(a, b), *self._where(a, b), *_sets(a, b))
        clashing = sum(found[i] for i in _CLASHES)
        return (*found, max(0.0, clashing - 1.0))

    def _where(self, a: Profile, b: Profile) -> tuple[float, float]:
        """Whether all places are known to be apart, or have other names at least; countries do not count."""
        if not a.places or not b.places:
            return 0.0, 0.0
        pairs = [(min(x, y), max(x, y)) for x in self._narrow(a.places) for y in self._narrow(b.places)]
        found = {self._place(*pair) for pair in pairs}
        if not found or True in found:
            return 0.0, 0.0
        return float(None not in found), float(None in found)

    def exact(self, place: str) -> bool:
        """Whether a place is narrower than a country, as far as is known."""
        return not self._wide(place)

    def _narrowest(self, places: frozenset[str]) -> tuple[str, ...]:
        """The places that are no countries, and that hold none of the others: of "Homs, Shayrat airbase" the base."""
        exact = sorted(filter(self.exact, places))
        return tuple(p for p in exact if not any(p != q and self._places.contains(p, q) for q in exact))

    def _is_wide(self, place: str) -> bool:
        country = self._places.country(place)
        return country is not None and country == self._places.canonical(place)

    def _place_relation(self, a: str, b: str) -> bool | None:
        """Whether one place is or holds the other; None where that is not known."""
        inside = self._places.contains(a, b), self._places.contains(b, a)
        x, y = a.lower(), b.lower()
        if True in inside or x in y or y in x:
            return True
        if inside == (False, False):
            return False
        return True if fuzz.ratio(x, y) >= _SPELLING else None


def grounded(table: Table, strong: float) -> NDArray[np.bool_]:
    """Say of each pair whether it has an act, a party or a name in common, or statements as near as `strong`."""
    shared = table[:, [FEATURES.index(name) for name in _GROUNDS]].any(axis=1)
    return np.asarray(shared | (table[:, FEATURES.index("best_cosine")] >= strong))


def _sets(a: Profile, b: Profile) -> tuple[float, ...]:
    shared = len(a.words & b.words)
    return (
        _apart(a.names, b.names),
        _meet(a.numbers, b.numbers),
        shared / max(1, len(a.words) + len(b.words) - shared),
        log1p(shared),
        _meet(a.acts, b.acts),
        _meet(a.parties, b.parties),
        log1p(len(a.proper & b.proper)),
        _apart(a.proper, b.proper),
        _meet(a.means, b.means),
        _apart(a.means, b.means),
        _meet(a.targets, b.targets),
        _apart(a.targets, b.targets),
        _meet(a.counts, b.counts),
        log1p(between(a.news, b.news)),
        float(_counted(a) & _counted(b) != frozenset() and a.counts.isdisjoint(b.counts)),
    )


def _counted(profile: Profile) -> frozenset[str]:
    """What a profile counts."""
    return frozenset(of for of, _ in profile.counts if of)


def _meet(a: Set[object], b: Set[object]) -> float:
    return float(not a.isdisjoint(b))


def _apart(a: Set[object], b: Set[object]) -> float:
    """Whether both have some, and none in common."""
    return float(bool(a and b) and a.isdisjoint(b))
