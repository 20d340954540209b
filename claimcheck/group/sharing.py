"""Which texts share runs of words: no pair of texts is looked at without reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.ragged import Ragged

if TYPE_CHECKING:
    from claimcheck.group.ragged import Ints

_RUN = 3
_CROWD = 40
"""A run of words that more texts than this have in common pairs each of them with the next only."""


def sharing(texts: Sequence[tuple[str, ...]], share: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts, smaller index first, where `share` of the runs of words of the shorter are in the other."""
    numbers: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
    runs = Ragged.of([[numbers[run] for run in _runs(text)] for text in texts])
    pairs, common = np.unique(_meetings(_owners(runs), len(texts)), return_counts=True)
    ends = np.column_stack(np.divmod(pairs, max(len(texts), 1)))
    enough = common >= share * runs.lengths[ends].min(axis=1)
    return ((i, j) for i, j in ends[enough].tolist())


def _runs(text: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(text[i : i + _RUN] for i in range(max(1, len(text) - _RUN + 1)))


def _owners(runs: Ragged) -> Ragged:
    """Return for each run of words the texts that have it, in order."""
    owner, run = runs.chosen(np.arange(len(runs.starts) - 1))
    order = np.argsort(run, kind="stable")
    return Ragged(np.searchsorted(run[order], np.arange(run.max(initial=-1) + 2)), owner[order])


def _meetings(owners: Ragged, size: int) -> Ints:
    """Return the pairs of texts that meet in a run, once for each run, as one number each."""
    few = np.flatnonzero(owners.lengths <= _CROWD)
    _, i, j = owners.products(np.column_stack((few, few)))
    of, crowd = owners.chosen(np.flatnonzero(owners.lengths > _CROWD))
    next_to = np.flatnonzero(np.diff(of) == 0)
    met = (i[i < j] * size + j[i < j], crowd[next_to] * size + crowd[next_to + 1])
    return np.concatenate(met)
