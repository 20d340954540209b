"""The nearest neighbours of each row, never all pairs: exact up to some thousands, within blocks beyond that.

A block is of time first: what tells of days more than a week apart is hardly one matter, and in an archive the
look-alikes of all years would crowd out the neighbours of the week. A block that is still large is parted by likeness
to some of its own rows. Within a block the search is exact, one product of matrices: decision 0017 has it beside faiss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.days import Stretch
    from claimcheck.ports import Vectors

    Rows = NDArray[np.int64]

_WHOLE = 8192
"""So many rows are searched as a whole, in a second or two."""
_BLOCK = 1024
"""Rows whose similarities are held at a time: 32 MB with as many others as are searched as a whole."""
_DIGITS = 5
"""Similarities are rounded, so that the last bits of a blocked product decide nothing."""
_APART = 7
"""Days: accounts of one happening may differ by a day or two, not by more than a week."""
_LONG = 31
"""Days: a longer stretch is of no time in particular."""
_PROBED = 16
"""So many parts around its own are searched for a row. Of 24 neighbours of each of 30,000 rows that finds 99 in 100."""
_ROOMY = 2
"""Parts that are so many times as large as the mean are still searched as a whole."""


def nearest(vectors: Vectors, stretches: Sequence[Stretch | None], neighbours: int) -> Iterator[Rows]:
    """Yield pairs of each row with its nearest others: shape (pairs, 2), the smaller index first, some twice.

    `vectors` are unit rows, in an order that does not depend on that of the input; a row without a stretch may be of
    any time, and is near to rows of all.
    """
    for rows, others in _blocks(vectors, stretches):
        for start in range(0, len(rows), _BLOCK):
            yield _nearest(vectors, rows[start : start + _BLOCK], others, neighbours)


def _nearest(vectors: Vectors, rows: Rows, others: Rows, neighbours: int) -> Rows:
    around = _around(others, rows)
    k = min(neighbours, len(around) - 1)
    if k < 1:
        return np.empty((0, 2), dtype=np.int64)
    similarity = np.asarray(vectors[rows] @ vectors[around].T).round(_DIGITS)
    places = np.searchsorted(around, rows).clip(max=len(around) - 1)
    own = around[places] == rows
    similarity[np.flatnonzero(own), places[own]] = -2.0
    found = around[np.argpartition(-similarity, k - 1, axis=1)[:, :k]]
    pairs = np.column_stack((np.repeat(rows, k), found.ravel()))
    pairs.sort(axis=1)
    return pairs[pairs[:, 0] < pairs[:, 1]]


def _around(others: Rows, rows: Rows) -> Rows:
    """Return all others, or, of more than are searched as a whole, those which stand around the rows."""
    if len(others) <= _WHOLE:
        return others
    middle = int(np.searchsorted(others, rows[len(rows) // 2]))
    start = min(max(0, middle - _WHOLE // 2), len(others) - _WHOLE)
    return others[start : start + _WHOLE]


def _blocks(vectors: Vectors, stretches: Sequence[Stretch | None]) -> Iterator[tuple[Rows, Rows]]:
    """Yield rows with the others among which their neighbours are looked for, each row in one block; both sorted."""
    whole = np.arange(len(vectors), dtype=np.int64)
    if len(whole) <= _WHOLE:
        yield whole, whole
        return
    for rows, others in _in_time(stretches):
        yield from _alike(vectors, rows, others)


def _in_time(stretches: Sequence[Stretch | None]) -> Iterator[tuple[Rows, Rows]]:
    """Yield the rows of each week with those of the days around it, and those of no time with all."""
    short = [s if s and s.last - s.first <= _LONG else None for s in stretches]
    dated = np.array([i for i, stretch in enumerate(short) if stretch], dtype=np.int64)
    undated = np.array([i for i, stretch in enumerate(short) if not stretch], dtype=np.int64)
    days = np.array([stretch for stretch in short if stretch], dtype=np.int64).reshape(-1, 2)
    weeks = days[:, 0] // 7
    for week in np.unique(weeks):
        own = weeks == week
        begins, ends = days[own, 0].min() - _APART, days[own, 1].max() + _APART
        yield dated[own], dated[(days[:, 1] >= begins) & (days[:, 0] <= ends)]
    if len(undated):
        yield undated, np.arange(len(stretches), dtype=np.int64)


def _alike(vectors: Vectors, rows: Rows, others: Rows) -> Iterator[tuple[Rows, Rows]]:
    """Part a block that is too large, by which of some of its own rows, at even distances, each is nearest to."""
    if len(others) <= _WHOLE:
        yield rows, others
        return
    size = max(1, min(int(len(others) ** 0.5), _WHOLE // (_ROOMY * _PROBED)))
    pivots = vectors[others[::size]]
    part, own = _part(vectors, others, pivots), _part(vectors, rows, pivots)
    order = np.argsort(part, kind="stable")
    bounds = np.searchsorted(part[order], np.arange(len(pivots) + 1))
    near = np.argsort(-(pivots @ pivots.T).round(_DIGITS), axis=1, kind="stable")[:, :_PROBED]
    for number in np.unique(own):
        members = [order[bounds[n] : bounds[n + 1]] for n in near[number]]
        yield rows[own == number], others[np.sort(np.concatenate(members))]


def _part(vectors: Vectors, rows: Rows, pivots: Vectors) -> Rows:
    """Return for each row the number of the pivot that it is nearest to, the first of equals."""
    blocks = (rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK))
    return np.concatenate([(vectors[block] @ pivots.T).round(_DIGITS).argmax(axis=1) for block in blocks])
