"""Which pairs may be about one matter: near in meaning, near in an article, linked, alike in a rare fact. Never all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.units import Unit
from claimcheck.model import Link

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.ports import Vectors

    Indices = NDArray[np.int64]
    """Shape (pairs, 2), the smaller index first, sorted, each pair once."""

_BLOCK = 1024
_DIGITS = 5
"""Similarities are rounded, so that the last bits of a blocked product decide nothing."""
_WINDOW = 12
"""Claims of one article that stand further apart than this are weighed only where something else says so."""
_CROWD = 30
"""What more units than this have in common says little of any two of them."""


def candidates(units: Sequence[Unit], vectors: Vectors, links: Sequence[Link], neighbours: int) -> Indices:
    """Return the pairs of units to be weighed. `vectors` has one row a unit."""
    pairs = {
        *nearest(vectors, neighbours),
        *_side_by_side(units),
        *_linked(units, links),
        *_alike(units),
    }
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


def _side_by_side(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    by_article: dict[str, list[tuple[int, int]]] = {}
    for i, unit in enumerate(units):
        for article, seat in dict.fromkeys(unit.seats):
            by_article.setdefault(article, []).append((seat, i))
    for seated in by_article.values():
        seated.sort()
        for at, (seat, i) in enumerate(seated):
            for other, j in seated[at + 1 :]:
                if other - seat > _WINDOW:
                    break
                if i != j:
                    yield (i, j) if i < j else (j, i)


def _linked(units: Sequence[Unit], links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    of_claim: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        for telling in unit.tellings:
            of_claim.setdefault(telling.claim.id, []).append(i)
    for link in links:
        for i, j in product(of_claim.get(link.a, ()), of_claim.get(link.b, ())):
            if i != j:
                yield (i, j) if i < j else (j, i)


def _alike(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs with a rare name or the same number of the same thing."""
    owners: dict[object, list[int]] = {}
    for i, unit in enumerate(units):
        for key in (*unit.profile.names, *unit.profile.numbers):
            owners.setdefault(key, []).append(i)
    for group in owners.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)
