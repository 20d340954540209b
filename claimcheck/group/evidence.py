"""How likely two units are about one matter: what they share and where they clash, weighed.

Each feature is a number; the weights in `weights.toml` turn them into log-odds. A clashing day or place is
evidence like the rest and settles nothing by itself, or accounts that differ on where and when would never meet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimcheck.group.profiles import Days, Profile
from claimcheck.group.units import Unit
from claimcheck.model import Link

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.candidates import Indices
    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Vectors

_LONG_DAYS = 3
"""A longer stretch ("in July", "over the years") does not place a happening."""
_FAR_DAYS = 14
"""Reports further apart than this, neither of which names a day, seldom tell of one happening."""


class Features(NamedTuple):
    """What speaks for and against two units being about one matter; each in [0, 1], the cosine in [-1, 1]."""

    cosine: float
    act: float
    opposed_act: float
    party: float
    thing: float
    name: float
    number: float
    same_place: float
    other_place: float
    same_day: float
    other_day: float
    far_apart: float
    same_claim: float
    same_article: float
    next_claim: float
    linked: float


class Evidence:
    """Weighs pairs of `units`; `vectors` has one row a unit."""

    def __init__(self, units: Sequence[Unit], vectors: Vectors, links: Sequence[Link], knowledge: Knowledge) -> None:
        self._units = units
        self._vectors = vectors
        self._linked = {frozenset((link.a, link.b)) for link in links}
        self._opposed = cache(knowledge.acts.opposed)
        self._contains = cache(knowledge.places.contains)

    def features(self, pairs: Indices) -> NDArray[np.float64]:
        """Return one row of `Features` a pair."""
        cosines = np.einsum("ij,ij->i", self._vectors[pairs[:, 0]], self._vectors[pairs[:, 1]]).round(5)
        rows = [self._pair(i, j, cosine) for (i, j), cosine in zip(pairs.tolist(), cosines.tolist(), strict=True)]
        return np.array(rows, dtype=np.float64).reshape(-1, len(Features._fields))

    def log_odds(self, pairs: Indices) -> NDArray[np.float64]:
        """Return the log-odds that each pair is about one matter, rounded so that ties are ties."""
        bias, weight = weights()
        return np.asarray(self.features(pairs) @ np.array(weight) + bias).round(6)

    def _pair(self, i: int, j: int, cosine: float) -> Features:
        a, b = self._units[i], self._units[j]
        p, q = a.profile, b.profile
        same_place, other_place = self._places(p, q)
        same_day, other_day = _days(a, b)
        return Features(
            cosine=cosine,
            act=float(bool(p.acts & q.acts)),
            opposed_act=float(any(self._opposed(x, y) for x in sorted(p.acts) for y in sorted(q.acts))),
            party=_overlap(p.parties, q.parties),
            thing=float(bool(p.things & q.things)),
            name=_overlap(p.names, q.names),
            number=float(bool(p.numbers & q.numbers)),
            same_place=same_place,
            other_place=other_place,
            same_day=same_day,
            other_day=other_day,
            far_apart=_far_apart(a, b),
            **self._seating(a, b),
        )

    def _places(self, p: Profile, q: Profile) -> tuple[float, float]:
        """Whether one place is, or holds, the other; whether all are known to be apart."""
        known = [x == y or self._contains(x, y) or self._contains(y, x) for x in p.places for y in q.places]
        return float(any(known)), float(bool(known) and all(inside is False for inside in known))

    def _seating(self, a: Unit, b: Unit) -> dict[str, float]:
        gaps = [abs(x - y) for article, x in a.seats for other, y in b.seats if article == other]
        claims = [(s.claim.id, t.claim.id) for s in a.tellings for t in b.tellings]
        return {
            "same_claim": float(any(x == y for x, y in claims)),
            "same_article": float(bool(gaps)),
            "next_claim": 1.0 / max(1, min(gaps)) if gaps else 0.0,
            "linked": float(any(frozenset(pair) in self._linked for pair in claims)),
        }


@cache
def weights() -> tuple[float, tuple[float, ...]]:
    """Return the bias and the weight of each of `Features`, in their order."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return float(table["bias"]), tuple(float(table["weights"][name]) for name in Features._fields)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _days(a: Unit, b: Unit) -> tuple[float, float]:
    """Whether the days overlap, and whether they are apart: a half where not both statements give them themselves."""
    if a.days is None or b.days is None:
        return 0.0, 0.0
    weight = 1.0 if a.profile.days and b.profile.days else 0.5
    if a.days[1] < b.days[0] or b.days[1] < a.days[0]:
        return 0.0, weight
    return (weight, 0.0) if max(_length(a.days), _length(b.days)) <= _LONG_DAYS else (0.0, 0.0)


def _length(days: Days) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1


def _far_apart(a: Unit, b: Unit) -> float:
    """Whether the articles are far apart in time, where not both statements name their day."""
    if a.profile.days and b.profile.days:
        return 0.0
    first, second = _published(a), _published(b)
    return float(first is not None and second is not None and abs((first - second).days) > _FAR_DAYS)


def _published(unit: Unit) -> date | None:
    try:
        return date.fromisoformat((unit.first.article.published or "")[:10])
    except ValueError:
        return None
