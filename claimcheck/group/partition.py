"""Joining numbers into sets, each join with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from claimcheck.group.ragged import Ints, Pairs


class Join(NamedTuple):
    """Two numbers that belong together, and why."""

    a: int
    b: int
    reason: str


def partition(size: int, joins: Iterable[Join]) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Yield the sets of range(size) that `joins` make, each with its reasons, in the order of their first members."""
    made = sorted(joins)
    first = parts(size, np.array([(join.a, join.b) for join in made], dtype=np.int64).reshape(-1, 2)).tolist()
    members: dict[int, list[int]] = {}
    reasons: dict[int, dict[str, None]] = {}
    for i, root in enumerate(first):
        members.setdefault(root, []).append(i)
    for join in made:
        reasons.setdefault(first[join.a], {})[join.reason] = None
    for root, found in members.items():
        yield tuple(found), tuple(reasons.get(root, ()))


def parts(size: int, pairs: Pairs) -> Ints:
    """Return for each of range(size) the smallest number that pairs join it to, by whatever way."""
    part = np.arange(size)
    while True:
        ends = np.sort(part[pairs], axis=1)
        low, high = ends[ends[:, 0] < ends[:, 1]].T
        if not len(low):
            return part
        np.minimum.at(part, high, low)
        while not np.array_equal(further := part[part], part):
            part = further
