"""Average-link clustering of a sparse graph: clusters merge while the mean of all their pairs speaks for it.

The mean goes over every pair of members, a pair that was never weighed counting as `absent`, so that a chain of
look-alikes does not pull two matters together. Ties go to the smaller indices: the same graph gives the same clusters.

Two clusters merge only where some pair of their members speaks for it; so parts of the graph between which none does
are clustered by themselves, and memory is that of the largest part.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimcheck.group.partition import parts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Pairs


class Edges(NamedTuple):
    """Pairs of indices, the smaller first; the log-odds that they belong together; whether they share any ground."""

    ends: Pairs
    scores: NDArray[np.float64]
    grounded: NDArray[np.bool_]

    def chosen(self, which: NDArray[np.generic]) -> Edges:
        """Return some of the edges."""
        return Edges(*(column[which] for column in self))


def average_link(size: int, edges: Edges, absent: float, threshold: float = 0.0) -> list[tuple[int, ...]]:
    """Return the clusters of range(size), each sorted, in the order of their first members.

    Clusters of which no two members share any ground do not merge, however likely it seems. `absent` is no more than
    `threshold`.
    """
    part = parts(size, edges.ends[edges.scores > threshold])
    within = part[edges.ends]
    inside = edges.chosen(np.flatnonzero(within[:, 0] == within[:, 1]))
    alone = np.setdiff1d(np.arange(size), inside.ends)
    joined = (cluster for some in _by_part(inside, part) for cluster in _merged(some, absent, threshold))
    return sorted([*((i,) for i in alone.tolist()), *joined])


def _by_part(edges: Edges, part: NDArray[np.int64]) -> Iterator[Edges]:
    """Yield the edges of each part."""
    of = part[edges.ends[:, 0]]
    order = np.argsort(of, kind="stable")
    bounds = np.flatnonzero(np.diff(of[order], prepend=-1, append=-1))
    return (edges.chosen(order[start:end]) for start, end in pairwise(bounds.tolist()))


def _merged(edges: Edges, absent: float, threshold: float) -> Iterator[tuple[int, ...]]:
    """Yield the clusters of those that edges join."""
    graph = _Graph(edges, absent)
    queue = [(-mean, a, b) for a in graph.members for b, mean in graph.likely(a, threshold) if a < b]
    heapify(queue)
    while queue:
        cost, a, b = heappop(queue)
        if a in graph.sums and b in graph.grounds[a] and graph.mean(a, b) == -cost:
            graph.merge(a, b)
            for other, mean in graph.likely(a, threshold):
                heappush(queue, (-mean, min(a, other), max(a, other)))
    return (tuple(sorted(members)) for members in graph.members.values())


class _Graph:
    """Clusters under their first members.

    `sums` holds, for each two with a weighed pair, its surplus over `absent`; `grounds` those that share any ground.
    """

    def __init__(self, edges: Edges, absent: float) -> None:
        self.absent = absent
        joined = np.unique(edges.ends).tolist()
        self.members = {i: [i] for i in joined}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in joined}
        self.grounds: dict[int, set[int]] = {i: set() for i in joined}
        rows = zip(edges.ends.tolist(), edges.scores.tolist(), edges.grounded.tolist(), strict=True)
        for (a, b), score, grounded in rows:
            self.sums[a][b] = self.sums[b][a] = score - absent
            if grounded:
                self.grounds[a].add(b)
                self.grounds[b].add(a)

    def mean(self, a: int, b: int) -> float:
        pairs = len(self.members[a]) * len(self.members[b])
        return round(self.absent + self.sums[a][b] / pairs, 9)

    def likely(self, a: int, threshold: float) -> Iterator[tuple[int, float]]:
        """Yield each cluster that shares ground with `a`, with the mean of their pairs, where that speaks for them."""
        sums, size, members = self.sums[a], len(self.members[a]), self.members
        for b in self.grounds[a]:
            mean = round(self.absent + sums[b] / (size * len(members[b])), 9)
            if mean > threshold:
                yield b, mean

    def merge(self, a: int, b: int) -> None:
        """Put `b` into `a`."""
        for other, surplus in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + surplus
        for other in self.grounds.pop(b):
            self.grounds[other].discard(b)
            if other != a:
                self.grounds[other].add(a)
                self.grounds[a].add(other)
        self.members[a] += self.members.pop(b)
