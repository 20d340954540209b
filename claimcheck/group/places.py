"""Whether what is told of happened in places that are known to be apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Pairs
    from claimcheck.knowledge.gazetteer import Gazetteer

_SPELLING = 75
"""Place names of which so many per cent of the letters agree may be one name: "Tall Tawil", "Tal Tawil"."""


class Places:
    """Sets the places of one run against each other, each two of them once."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known
        self._relation = lru_cache(maxsize=65536)(self._relation_of)
        self._wide = lru_cache(maxsize=65536)(self._is_wide)
        self._narrow = lru_cache(maxsize=65536)(self._narrowest)

    def exact(self, place: str) -> bool:
        """Whether a place is narrower than a country, as far as is known."""
        return not self._wide(place)

    def apart(self, some: frozenset[str], others: frozenset[str]) -> tuple[bool, bool]:
        """Whether all places are known to be apart, or have other names at least; countries do not count."""
        pairs = [(min(x, y), max(x, y)) for x in self._narrow(some) for y in self._narrow(others)]
        found = {self._relation(*pair) for pair in pairs}
        if not found or True in found:
            return False, False
        return None not in found, None in found

    def _narrowest(self, places: frozenset[str]) -> tuple[str, ...]:
        """The places that are no countries, and that hold none of the others: of "Homs, Shayrat airbase" the base."""
        exact = sorted(filter(self.exact, places))
        return tuple(p for p in exact if not any(self._around(p, q) for q in exact))

    def _around(self, outer: str, inner: str) -> bool:
        """Whether a place is wider than another, and may be where it lies."""
        if outer == inner or not self._known.may_hold(outer, inner):
            return False
        return bool(self._known.contains(outer, inner)) or not self._known.may_hold(inner, outer)

    def _is_wide(self, place: str) -> bool:
        country = self._known.country(place)
        return country is not None and country == self._known.canonical(place)

    def _relation_of(self, a: str, b: str) -> bool | None:
        """Whether one place is or holds the other; None where that is not known."""
        inside = self._known.contains(a, b), self._known.contains(b, a)
        x, y = a.lower(), b.lower()
        if self._known.may_hold(a, b) or self._known.may_hold(b, a) or x in y or y in x:
            return True
        if inside == (False, False):
            return False
        return True if fuzz.ratio(x, y) >= _SPELLING else None


class Whereabouts:
    """The places of things that are set against each other, by number."""

    def __init__(self, places: Places, told: Sequence[frozenset[str]]) -> None:
        numbers: defaultdict[frozenset[str], int] = defaultdict(count().__next__)
        self._places = places
        self._number = np.array([numbers[found] for found in told], dtype=np.int64)
        self._told = tuple(numbers)

    def columns(self, pairs: Pairs) -> Mapping[str, NDArray[np.bool_]]:
        """Say of each pair whether all its places are apart, or of other names; any two sets are looked at once."""
        ends, at = np.unique(self._number[pairs] @ (len(self._told), 1), return_inverse=True)
        met = (divmod(end, len(self._told)) for end in ends.tolist())
        found = [self._places.apart(self._told[i], self._told[j]) for i, j in met]
        other, unknown = np.array(found, dtype=np.bool_).reshape(-1, 2)[at].T
        return {"other_place": other, "unknown_place": unknown}
