"""Similarities of sets of vectors, many pairs at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.ports import Vectors

    Column = NDArray[np.float64]

_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""
_BLOCK = 8192
"""Pairs of vectors that are multiplied at a time."""
_PAIRS = 64
"""Pairs of sets whose rows are paired at a time: sets of a hundred rows make ten thousand each."""

Rows = Sequence[tuple[int, ...]]


def cosines(vectors: Vectors, rows: Rows, pairs: Sequence[tuple[int, int]]) -> tuple[Column, Column]:
    """Return, for pairs of sets of `rows`, the cosine of their mean vectors and that of their two nearest vectors."""
    middle, ends = means(vectors, rows), np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return _products(middle, ends), _nearest(vectors, rows, pairs)


def means(vectors: Vectors, rows: Rows) -> Vectors:
    """Return the mean vector of each set of rows, of length one: shape (sets, dimensions)."""
    if not rows:
        return vectors[:0]
    starts = [0, *accumulate(map(len, rows))][:-1]
    found = np.add.reduceat(vectors[[row for own in rows for row in own]], starts, axis=0)
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9))


def _nearest(vectors: Vectors, rows: Rows, pairs: Sequence[tuple[int, int]]) -> Column:
    found = [np.zeros(0)]
    for start in range(0, len(pairs), _PAIRS):
        block = pairs[start : start + _PAIRS]
        ends = np.array([(x, y) for i, j in block for x in rows[i] for y in rows[j]], dtype=np.int64)
        starts = [0, *accumulate(len(rows[i]) * len(rows[j]) for i, j in block)][:-1]
        found.append(np.maximum.reduceat(_products(vectors, ends), starts))
    return np.concatenate(found)


def _products(vectors: Vectors, ends: NDArray[np.int64]) -> Column:
    """Return the product of each two rows."""
    blocks = (ends[start : start + _BLOCK] for start in range(0, len(ends), _BLOCK))
    found = [np.einsum("ij,ij->i", vectors[block[:, 0]], vectors[block[:, 1]]) for block in blocks]
    return np.concatenate([np.zeros(0), *found]).round(_DIGITS)
