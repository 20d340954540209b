"""Similarities of sets of vectors, many pairs at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Ints, Pairs, Ragged
    from claimcheck.ports import Vectors

    Column = NDArray[np.float64]

_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""
_BLOCK = 1024
"""Vectors that are multiplied or added at a time: what a processor holds close."""


def cosines(vectors: Vectors, pairs: Pairs) -> Column:
    """Return the product of each two rows, which are of length one."""
    found = np.empty(len(pairs))
    for start in range(0, len(pairs), _BLOCK):
        a, b = pairs[start : start + _BLOCK].T
        found[start : start + _BLOCK] = np.einsum("ij,ij->i", vectors[a], vectors[b])
    return found.round(_DIGITS)


def nearest_cosines(vectors: Vectors, rows: Ragged, pairs: Pairs) -> Column:
    """Return, for each two sets of rows, none of them empty, the cosine of the two that are nearest."""
    found = np.empty(len(pairs))
    for block in _blocks(rows.lengths[pairs].prod(axis=1)):
        owner, *ends = rows.products(pairs[block])
        firsts = np.flatnonzero(np.diff(owner, prepend=-1))
        found[block] = np.maximum.reduceat(cosines(vectors, np.column_stack(ends)), firsts)
    return found


def means(vectors: Vectors, rows: Ragged) -> Vectors:
    """Return the mean vector of each set of rows, of length one: shape (sets, dimensions)."""
    found = np.empty((len(rows.starts) - 1, vectors.shape[1]), dtype=vectors.dtype)
    for block in _blocks(rows.lengths):
        first = rows.starts[block.start]
        own = rows.values[first : rows.starts[block.stop]]
        np.add.reduceat(vectors[own], rows.starts[block] - first, axis=0, out=found[block])
        found[block] /= np.maximum(np.linalg.norm(found[block], axis=1, keepdims=True), 1e-9)
    return found


def _blocks(sizes: Ints) -> Iterator[slice]:
    """Part things into runs of about so many vectors each, and of one thing at least."""
    ends = np.flatnonzero(np.diff(sizes.cumsum() // _BLOCK, append=-1)) + 1
    return (slice(start, end) for start, end in zip([0, *ends.tolist()], ends.tolist(), strict=False))
