"""Which pairs may be about one matter: near in meaning, or alike in a rare name or number. Never all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.cosines import means
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


def candidates(profiles: Sequence[Profile], vectors: Vectors, neighbours: int) -> Indices:
    """Return the pairs of profiles to be weighed; `vectors` are those that their rows are of."""
    middle = means(vectors, [profile.rows for profile in profiles])
    pairs = {*nearest(middle, neighbours), *_alike(profiles)}
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def nearest(vectors: Vectors, neighbours: int) -> Iterator[tuple[int, int]]:
    """Yield each row with its nearest others, the smaller index first, in blocks of rows."""
    n = len(vectors)
    k = min(neighbours, n - 1)
    if k < 1:
        return
    for start in range(0, n, _BLOCK):
        similarity = np.asarray(vectors[start : start + _BLOCK] @ vectors.T).round(_DIGITS)
        rows = np.arange(len(similarity))
        similarity[rows, start + rows] = -2.0
        found = np.argpartition(-similarity, k - 1, axis=1)[:, :k]
        for i, j in zip(np.repeat(start + rows, k).tolist(), found.ravel().tolist(), strict=True):
            yield (i, j) if i < j else (j, i)


def near(some: Vectors, others: Vectors, most: int) -> Iterator[tuple[int, int]]:
    """Yield each row of `some` with its nearest rows of `others`, in blocks of rows."""
    k = min(most, len(others))
    for start in range(0, len(some), _BLOCK):
        similarity = np.asarray(some[start : start + _BLOCK] @ others.T).round(_DIGITS)
        found = np.argpartition(-similarity, k - 1, axis=1)[:, :k]
        for i, nearest_to_it in enumerate(found.tolist(), start):
            yield from ((i, j) for j in nearest_to_it)


def _alike(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    owners: dict[object, list[int]] = {}
    for i, profile in enumerate(profiles):
        for key in {*profile.names, *profile.numbers, *profile.proper}:
            owners.setdefault(key, []).append(i)
    for group in owners.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)
