"""Which pairs may be about one matter: near in meaning, or alike in a rare name or number. Never all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.days import Stretch, stretch, told
from claimcheck.group.nearest import nearest
from claimcheck.group.profiles import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.ports import Vectors

    Indices = NDArray[np.int64]
    """Shape (pairs, 2), the smaller index first, sorted, each pair once."""

_BLOCK = 1024
_DIGITS = 5
"""Similarities are rounded, so that the last bits of a blocked product decide nothing."""
_CROWD = 30
"""What more profiles than this have in common says little of any two of them."""


def candidates(profiles: Sequence[Profile], middle: Vectors, neighbours: int) -> Indices:
    """Return the pairs of profiles to be weighed; `middle` has one row for each."""
    near = nearest(middle, [_stretch(profile) for profile in profiles], neighbours)
    alike = np.fromiter((i for pair in _alike(profiles) for i in pair), dtype=np.int64).reshape(-1, 2)
    keys = [pairs[:, 0] * len(profiles) + pairs[:, 1] for pairs in (*near, alike)]
    return np.column_stack(np.divmod(np.unique(np.concatenate(keys)), max(len(profiles), 1)))


def near(some: Vectors, others: Vectors, most: int) -> Iterator[tuple[int, int]]:
    """Yield each row of `some` with its nearest rows of `others`, in blocks of rows."""
    k = min(most, len(others))
    for start in range(0, len(some), _BLOCK):
        similarity = np.asarray(some[start : start + _BLOCK] @ others.T).round(_DIGITS)
        found = np.argpartition(-similarity, k - 1, axis=1)[:, :k]
        for i, nearest_to_it in enumerate(found.tolist(), start):
            yield from ((i, j) for j in nearest_to_it)


def _stretch(profile: Profile) -> Stretch | None:
    """Return the days that a profile is of: those that it gives, or else those that it is news of."""
    days = [stretch(day) for day in told(profile)]
    return Stretch(min(day.first for day in days), max(day.last for day in days)) if days else None


def _alike(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    owners: dict[object, list[int]] = {}
    for i, profile in enumerate(profiles):
        for key in {*profile.names, *profile.numbers, *profile.proper}:
            owners.setdefault(key, []).append(i)
    for group in owners.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)
