"""Rows of numbers of different lengths, held in two arrays: what many pairs of them have in common, at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Pairs = NDArray[np.int64]
    """Shape (pairs, 2): indices of rows."""


@dataclass(frozen=True, slots=True)
class Ragged:
    """Row i is `values[starts[i] : starts[i + 1]]`."""

    starts: Ints
    values: Ints

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> Ragged:
        """Return rows as arrays."""
        held = list(rows)
        starts = np.fromiter(accumulate(map(len, held), initial=0), dtype=np.int64, count=len(held) + 1)
        return cls(starts, np.fromiter(chain.from_iterable(held), dtype=np.int64, count=int(starts[-1])))

    @property
    def lengths(self) -> Ints:
        return np.diff(self.starts)

    def chosen(self, which: Ints) -> tuple[Ints, Ints]:
        """Return the values of some rows, one row after the other, after the place in `which` that each is of."""
        lengths = self.lengths[which]
        owner, place = _spread(lengths)
        return owner, self.values[self.starts[which][owner] + place]

    def common(self, pairs: Pairs) -> tuple[Ints, Ints]:
        """Return the values that both rows of a pair have, after the place of the pair; each row is sorted."""
        (owner, mine), (other, theirs) = (self.chosen(ends) for ends in pairs.T)
        width = int(self.values.max(initial=0)) + 1
        here, there = owner * width + mine, other * width + theirs
        if not len(there):
            return owner[:0], mine[:0]
        both = there.take(np.searchsorted(there, here), mode="clip") == here
        return owner[both], mine[both]

    def products(self, pairs: Pairs) -> tuple[Ints, Ints, Ints]:
        """Return every two values of the two rows of each pair, after the place of the pair."""
        first, second = self.starts[pairs].T
        counts, of_second = self.lengths[pairs].prod(axis=1), self.lengths[pairs[:, 1]]
        owner, place = _spread(counts)
        here, there = np.divmod(place, of_second[owner])
        return owner, self.values[first[owner] + here], self.values[second[owner] + there]


def _spread(lengths: Ints) -> tuple[Ints, Ints]:
    """Return, for each element of rows of some lengths, the number of its row and its place there."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    return owner, np.arange(len(owner)) - (lengths.cumsum() - lengths)[owner]
